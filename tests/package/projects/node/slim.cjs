const { readFileSync } = require('node:fs');
const { getContactCard, init, resetContactCard } = require('bx24-contact-card/slim');

const bytes = readFileSync(require.resolve('bx24-contact-card/bx24-contact-card.wasm'));
const connection = { webhook: process.argv[2] };
init(new WebAssembly.Module(bytes));
getContactCard('P', 6, { connection })
  .then(({ result }) => console.log(result[0].title))
  .then(() => resetContactCard('P', 6, { connection }))
  .then(({ result }) => console.log(result));
