// 100,000 cards are reset, and the module's memory is looked at. A library that answers at once stands for the portal.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, resetContactCards } from 'bx24-contact-card/slim';
import { bytes } from './memory.mjs';

const USERS = 100_000;
const LIMIT = 64 * 2 ** 20; // bytes

const { resolve } = createRequire(import.meta.url);
await init(readFileSync(resolve('bx24-contact-card/bx24-contact-card.wasm')));

let batches = 0;
const bx24 = {
  callMethod(method, { cmd }, callback) {
    batches++;
    const result = { result: Object.fromEntries(Object.keys(cmd).map((key) => [key, true])), result_error: [] };
    queueMicrotask(() => callback({ status: 200, answer: { result } }));
  },
};
function* ids() {
  for (let id = 1; id <= USERS; id++) yield id;
}
const report = await resetContactCards(ids(), { connection: { bx24 }, limit: { burst: 1e6, perSecond: 1e6 } });
assert.equal(report.done.length, USERS);
assert.deepEqual([report.done[0], report.done.at(-1), report.failed.length, report.pending.length], [1, USERS, 0, 0]);
assert.equal(batches, USERS / 50);
const used = bytes();
assert.ok(used <= LIMIT, `${used} bytes`);
console.log(`${USERS} users: ${used / 2 ** 20} MiB of memory`);
