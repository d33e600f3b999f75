// Nobody meets the rejection: Node prints it.
import { resetContactCard } from 'bx24-contact-card';
import { resetContactCard as resetBySlim } from 'bx24-contact-card/slim';

const [, , how] = process.argv;
if (how === 'load') globalThis.WebAssembly = undefined;
if (how === 'slim') resetBySlim();
else resetContactCard('P', how === 'argument' ? 'six' : 6, { connection: { webhook: 'http://127.0.0.1:1/rest/1/code/' }, retries: 0 });
