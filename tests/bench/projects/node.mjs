// A contender in Node. Arguments: its name, the portal's address.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const [, , name, portal] = process.argv;
const file = createRequire(import.meta.url).resolve('bx24-contact-card/bx24-contact-card.wasm');

/** Its function that resets a card. */
export const connect = async () => {
  const { byToken } = await import(`./contenders/${name}.mjs`);
  return byToken({ portal, accessToken: 'tok_admin', module: name === 'slim' ? readFile(file) : undefined });
};
