import assert from 'node:assert/strict';
import { ContactCardError, configure, getContactCard, resetContactCard } from 'bx24-contact-card';

const { DecompressionStream } = globalThis;
const reason = new TypeError('not in this browser');
globalThis.DecompressionStream = class {
  constructor() {
    throw reason;
  }
};

configure({ timeout: -1 }); // its refusal can be seen only once the module is there
for (const call of [resetContactCard, getContactCard]) {
  const error = await call().then(assert.fail, (error) => error);
  assert.ok(error instanceof ContactCardError && error instanceof Error);
  const { name, kind, code, outcome, retryable, attempts, cause } = error;
  assert.deepEqual(
    { name, kind, code, outcome, retryable, attempts },
    { name: 'ContactCardError', kind: 'internal', code: 'LOAD_FAILED', outcome: 'unchanged', retryable: false, attempts: 0 },
  );
  assert.equal(cause, reason);
  assert.match(error.message, /not in this browser.*'wasm-unsafe-eval'/);
}

globalThis.DecompressionStream = DecompressionStream;
const refused = assert.rejects(resetContactCard(), { kind: 'invalid-argument', code: 'INVALID_OPTION', message: /timeout/ });
configure({ timeout: 1000 });
await assert.rejects(resetContactCard(), { kind: 'no-connection' });
await refused;
