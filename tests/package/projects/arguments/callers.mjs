// What callers hand over beside data: functions, signals, iterables, and an environment that calls back at once.
import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { getContactCard, resetContactCard, resetContactCards } from 'bx24-contact-card';

const connection = { webhook: 'https://example.com/rest/1/secret12345/' };
// A rejection that nobody handles ends the process.
const warnings = [];
process.on('warning', (warning) => warnings.push(warning));
const originalFetch = globalThis.fetch;
const users = Array.from({ length: 120 }, (_, index) => index + 1);
const answers = (url, body) => (url.endsWith('batch')
  ? { result: { result: Object.fromEntries(Object.keys(body.cmd).map((name) => [name, true])) } }
  : { result: url.endsWith('.get') ? null : true });
const respond = (url, { body }) => new Response(JSON.stringify(answers(url, JSON.parse(body))));
globalThis.fetch = async (...request) => respond(...request);

// Whatever onProgress throws, or its promise is rejected with, is ignored.
const thenable = (then) => ({ then });
for (const onProgress of [
  async () => { throw new Error('mine'); },
  () => { throw new Error('mine'); },
  () => Promise.reject(5),
  () => thenable((_, rejected) => rejected(new Error('mine'))),
  () => thenable(() => { throw new Error('mine'); }),
  () => ({ get then() { throw new Error('mine'); } }),
  () => new Promise(() => {}),
  () => null,
]) {
  const report = await resetContactCards(users, { connection, onProgress });
  assert.equal(report.done.length, 120, String(onProgress));
}
await pause(10);
assert.deepEqual(warnings, []);

// The calls of a signal share one listener, which is gone after the last of them.
const controller = new AbortController();
const { signal } = controller;
const many = () => Array.from({ length: 40 }, (_, index) => resetContactCard('P', index + 1, { connection, signal }));
for (let round = 0; round < 3; round++) {
  const calls = many();
  assert.equal(getEventListeners(signal, 'abort').length, 1);
  await Promise.all(calls);
  assert.equal(getEventListeners(signal, 'abort').length, 0);
}
// It stays for those that are under way.
let release;
globalThis.fetch = (...request) => new Promise((resolve) => { release = () => resolve(respond(...request)); });
const slow = resetContactCard('P', 1, { connection, signal });
globalThis.fetch = async (...request) => respond(...request);
await Promise.all(many());
assert.equal(getEventListeners(signal, 'abort').length, 1);
release();
await slow;
assert.equal(getEventListeners(signal, 'abort').length, 0);
// Each of them hears of the abort.
globalThis.fetch = () => new Promise(() => {});
const aborted = many();
controller.abort('mine');
for (const call of aborted) await assert.rejects(call, { kind: 'aborted', cause: 'mine' });
assert.equal(getEventListeners(signal, 'abort').length, 0);
// A signal that takes no listener is looked at all the same.
globalThis.fetch = async (...request) => respond(...request);
const deaf = { aborted: false, addEventListener() { throw new Error('mine'); }, removeEventListener() { throw new Error('mine'); } };
await resetContactCard('P', 1, { connection, signal: deaf });
await assert.rejects(resetContactCard('P', 1, { connection, signal: { ...deaf, aborted: true } }), { kind: 'aborted' });
await pause(10);
assert.deepEqual(warnings, []);

// A million ids are taken, and no more.
let given = 0;
const endless = (function* () { for (;;) yield ++given; })();
await assert.rejects(resetContactCards(endless, { connection }), { code: 'INVALID_USER_IDS' });
assert.deepEqual([given, endless.next().done], [1_000_001, true]);

/** The outcome of a call, or 'pending' where it does not settle. */
const settled = (call) => Promise.race([
  call.then(({ result, done }) => result ?? done.length, ({ kind }) => kind), pause(20_000, 'pending', { ref: false }),
]);

// A stand-in for a promise that calls back at once.
const at_once = (value) => ({ then(fulfilled) { fulfilled(value); return this; } });
globalThis.fetch = (url, { body }) => at_once({
  status: 200, text: () => at_once(JSON.stringify(answers(url, JSON.parse(body)))),
});
assert.equal(await settled(resetContactCard('P', 6, { connection })), true);
assert.equal(await settled(resetContactCards(users, { connection })), 120);
globalThis.fetch = () => ({ then(_, rejected) { rejected(new Error('mine')); } });
assert.equal(await settled(resetContactCard('P', 6, { connection, retries: 0 })), 'network');

// Timers that call back at once: all time is over at once.
const { setTimeout: original } = globalThis;
globalThis.fetch = () => new Promise(() => {});
globalThis.setTimeout = (callback) => { callback(); return 1; };
const outcomes = Promise.all([
  resetContactCard('P', 6, { connection }), getContactCard('P', 6, { connection }),
].map(settled).concat(settled(resetContactCards(users, { connection, totalTimeout: 50 }))));
globalThis.setTimeout = original;
assert.deepEqual(await outcomes, ['timeout', 'timeout', 0]);

// A library whose functions call back at once.
globalThis.fetch = originalFetch;
let token = false;
const library = (answer) => ({
  init(callback) { token = { access_token: 'secret12345' }; callback(); },
  getAuth: () => token,
  refreshAuth(callback) { callback(token); },
  callMethod(method, parameters, callback) { callback(answer(method)); },
});
const yes = () => ({ answer: { result: true }, status: 200, data: () => true, error: () => undefined });
assert.equal(await settled(resetContactCard('P', 6, { connection: { bx24: library(yes) } })), true);
let calls = 0;
const busy = () => (calls++ < 2 ? { answer: { error: 'QUERY_LIMIT_EXCEEDED' }, status: 503 } : yes());
assert.equal(await settled(resetContactCard('P', 6, { connection: { bx24: library(busy) } })), true);
assert.deepEqual(warnings, []);
console.log('done');
