import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { configure, getContactCard, init, resetContactCard } from 'bx24-contact-card/slim';

const { resolve } = createRequire(import.meta.url);
configure({ connection: { webhook: process.argv[2] } });
await init(readFile(resolve('bx24-contact-card/bx24-contact-card.wasm')));
console.log((await getContactCard('P', 6)).result[0].title);
console.log((await resetContactCard('P', 6)).result);
