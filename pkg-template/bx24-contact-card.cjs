// The script for script tags, in CommonJS.
module.exports = require('./index.cjs');
globalThis.BX24ContactCard = module.exports;
