// Every error has its caller's line, whoever made it, and prints as what it is.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { inspect } from 'node:util';
import * as module from 'bx24-contact-card';

const require = createRequire(import.meta.url);
const connection = { webhook: process.argv[2] };
const nowhere = { connection: { webhook: 'http://127.0.0.1:1/rest/1/secret/' }, retries: 0 };

for (const { ContactCardError, resetContactCard, getContactCard } of [module, require('bx24-contact-card')]) {
  const calls = [
    [resetContactCard, 'X'],
    [resetContactCard, 'P', 6, { timeout: -1 }],
    [resetContactCard, 'P', 6, nowhere],
    [getContactCard, 'P', 7, { connection, signal: AbortSignal.abort() }],
    [resetContactCard, 'P', 6, { connection: { webhook: connection.webhook.replace('adm1secret', 'wrong') } }],
  ];
  for (const [call, ...args] of calls) {
    async function save() {
      await call(...args);
    }
    function clicked() {
      return call(...args).catch((error) => error);
    }
    const awaited = await save().catch((error) => error);
    assert.match(awaited.stack, /\n    at async save \(.*stack\.mjs:21:\d+\)\n/);
    const all = await Promise.all([save()]).catch((error) => error);
    assert.match(all.stack, /\n    at async save \(.*stack\.mjs:21:\d+\)\n/);
    const caught = await clicked();
    assert.match(caught.stack, /\n    at clicked \(.*stack\.mjs:24:\d+\)\n/);
    for (const error of [awaited, all, caught]) {
      assert.ok(error.stack.startsWith(`${error.name}: ${error.message}\n    at `), error.stack);
      assert.doesNotMatch(error.stack, /secret/);
      assert.ok(inspect(error).startsWith(error.name === 'ContactCardError' ? 'ContactCardError: ' : 'ContactCardError [AbortError]: '));
    }
  }
  assert.equal(ContactCardError.name, 'ContactCardError');
}

// Tools that write stacks their own way.
const { prepareStackTrace } = Error;
Error.prepareStackTrace = (_, sites) => sites;
await assert.rejects(module.resetContactCard('X'), { code: 'INVALID_SCOPE' });
Error.prepareStackTrace = prepareStackTrace;
Error.stackTraceLimit = 0;
await assert.rejects(module.resetContactCard('X'), { code: 'INVALID_SCOPE' });
