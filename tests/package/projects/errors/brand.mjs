// Errors are known across copies of the package, formats and realms, and can be sent as JSON.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import * as module from 'bx24-contact-card';
import * as slim from 'bx24-contact-card/slim';
import * as named from './node_modules/bx24-contact-card/index.cjs';
import * as namedSlim from './node_modules/bx24-contact-card/slim.cjs';

const require = createRequire(import.meta.url);
const commonjs = require('bx24-contact-card');
const realm = createContext({ atob, process, Buffer, performance });
runInContext(readFileSync(require.resolve('bx24-contact-card/bx24-contact-card.js'), 'utf8'), realm);
const global = runInContext('BX24ContactCard', realm);
const commonSlim = require('bx24-contact-card/slim');

// The same exports everywhere.
const names = Object.keys(module).sort();
for (const copy of [commonjs, global]) assert.deepEqual(Object.keys(copy).sort(), names);
for (const copy of [slim, commonSlim]) assert.deepEqual(Object.keys(copy).sort(), [...names, 'init'].sort());
for (const name of names) assert.equal(named[name], commonjs[name], `Node's named import of ${name}`);
assert.equal(namedSlim.init, commonSlim.init);

const copies = [module, slim, commonjs, commonSlim, global];
for (const { resetContactCard, ContactCardError } of copies) {
  const error = await resetContactCard('X').then(assert.fail, (error) => error);
  assert.ok(error instanceof ContactCardError);
  for (const { isContactCardError } of copies) assert.equal(isContactCardError(error), true);
  const told = JSON.parse(JSON.stringify(error));
  const { name, message, kind, code, description, outcome, retryable, attempts } = error;
  assert.deepEqual(told, { name, message, kind, code, description, outcome, retryable, attempts });
  assert.equal(name, 'ContactCardError');
  assert.deepEqual(structuredClone(error.toJSON()).message, message);
}
for (const other of [undefined, null, 0, '', 'ContactCardError', {}, new Error(), { name: 'ContactCardError', kind: 'internal' }]) {
  assert.equal(module.isContactCardError(other), false);
}
const aborted = await module.resetContactCard('P', 6, { connection: { webhook: 'https://portal.example/rest/1/secret/' }, signal: AbortSignal.abort(new Error('mine')) })
  .then(assert.fail, (error) => error);
assert.equal(JSON.parse(JSON.stringify(aborted)).name, 'AbortError');
assert.equal('cause' in aborted.toJSON(), false);
