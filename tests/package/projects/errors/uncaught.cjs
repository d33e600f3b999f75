// Nobody meets the rejection: Node prints it.
const { resetContactCard } = require('bx24-contact-card');
const { resetContactCard: resetBySlim } = require('bx24-contact-card/slim');

const [, , how] = process.argv;
if (how === 'load') globalThis.WebAssembly = undefined;
if (how === 'slim') resetBySlim();
else resetContactCard('P', how === 'argument' ? 'six' : 6, { connection: { webhook: 'http://127.0.0.1:1/rest/1/code/' }, retries: 0 });
