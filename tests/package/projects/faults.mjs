// Panics inside the module, thousands of them, at each place where a call can be: every one is a rejection, and harms no
// other call. Run with the address of scripts and module that panic on demand, and the number.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { bytes } from './memory.mjs';

const [, , folder, number] = process.argv;
const { init, getContactCard, resetContactCard, resetContactCards } = await import(`${folder}/slim.mjs`);

const CALLS = Number(number);
const AT_ONCE = 1000;
const PLACES = ['prepared', 'before a step', 'after a step'];
/** What one fault may leave behind, in bytes: what a trap was in the middle of is never touched again. */
const LEAVINGS = 1024;

/** Places that are passed before the one that panics; and where, how often. */
let countdown = -1;
let place = '';
const panicked = Object.fromEntries(PLACES.map((name) => [name, 0]));
globalThis.contactCardFault = (at) => {
  if (at !== place || countdown < 0 || countdown-- > 0) return false;
  panicked[at]++;
  return true;
};

const answer = { status: 200, answer: { result: true } };
const yes = (method, { cmd }) => (method !== 'batch' ? answer
  : { status: 200, answer: { result: { result: Object.fromEntries(Object.keys(cmd).map((key) => [key, true])), result_error: [] } } });
const bx24 = {
  callMethod: (method, parameters, callback) => queueMicrotask(() => callback(yes(method, parameters))),
};
const options = { connection: { bx24 }, timeout: 20_000 };

await init(readFileSync(`${folder}/bx24-contact-card.wasm`));
await resetContactCard('P', 6, options);

const faulty = async (at, passed) => {
  place = at;
  countdown = passed;
  const call = resetContactCard('P', 6, options).then(() => assert.fail('it panicked, and resolved'), (error) => error);
  // The first step is made at once; later ones when the library calls back.
  await (passed ? call : undefined);
  return call;
};

const before = bytes();
for (let made = 0; made < CALLS;) {
  const harmless = Promise.all([1, 2, 3].map((user) => resetContactCard('P', user, options)));
  const errors = [];
  for (let index = 0; index < AT_ONCE; index++, made++) {
    const at = PLACES[made % PLACES.length];
    // The first step is the sending; the second, for one call in ten, the answer.
    errors.push(made % 10 === 9 && at !== 'prepared' ? await faulty(at, 1) : await faulty(at, 0));
  }
  countdown = -1;
  for (const error of errors) {
    assert.equal(error.kind, 'internal');
    assert.equal(error.code, 'INTERNAL');
    assert.ok(error.cause instanceof WebAssembly.RuntimeError, String(error.cause));
    assert.ok(error.attempts <= 1);
    assert.equal(error.outcome, error.attempts ? 'unknown' : 'unchanged');
  }
  for (const { result } of await harmless) assert.equal(result, true);
}
const left = (bytes() - before) / CALLS;
assert.ok(left < LEAVINGS, `${left} bytes are left of each fault`);
assert.ok(Object.values(panicked).every((times) => times > CALLS / 5), JSON.stringify(panicked));

// The next calls work, a bulk reset among them, and one of its batches may meet a fault.
assert.equal((await resetContactCard('P', 6, options)).result, true);
await assert.rejects(getContactCard('P', 6, options), { kind: 'unexpected-answer' }); // true is no layout
const limit = { burst: 1e6, perSecond: 1e6 };
const { done } = await resetContactCards([1, 2, 3], { ...options, limit });
assert.deepEqual(done, [1, 2, 3]);
place = 'before a step';
countdown = 1; // the first step sends the batch, the second takes in its answer
const { pending, stopped } = await resetContactCards([1, 2, 3], { ...options, limit });
assert.deepEqual([pending, stopped.kind], [[1, 2, 3], 'internal']);

console.log(`${CALLS} panics, ${Math.round(left)} bytes left of each, ${bytes() / 2 ** 20} MiB of memory`);
