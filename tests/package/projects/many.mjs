// 100,000 cards are reset, and as many as the argument says are read, with backups, and restored, and the module's memory is looked at. A library that answers
// at once stands for the portal.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { getContactCards, init, resetContactCards, restoreContactCards } from 'bx24-contact-card/slim';
import { bytes } from './memory.mjs';

const USERS = 100_000;
const LIMIT = 64 * 2 ** 20; // bytes
const READ = Number(process.argv[2]);
const READ_LIMIT = LIMIT + READ * 16 * 2 ** 10;

const { resolve } = createRequire(import.meta.url);
await init(readFileSync(resolve('bx24-contact-card/bx24-contact-card.wasm')));

const elements = Array.from({ length: 40 }, (_, index) => ({ name: `UF_CRM_${1_700_000_000 + index}`, optionFlags: '1' }));
const sections = [{ name: 'main', title: 'About the contact', type: 'section', elements }];
let batches = 0;
const bx24 = {
  callMethod(method, { cmd }, callback) {
    batches++;
    const answer = (command) => (/[.]get[?]/.test(command) ? sections : true);
    const result = Object.fromEntries(Object.entries(cmd).map(([key, command]) => [key, answer(command)]));
    queueMicrotask(() => callback({ status: 200, answer: { result: { result, result_error: [] } } }));
  },
};
function* ids(count) {
  for (let id = 1; id <= count; id++) yield id;
}
// On a busy machine it takes long to send so many at once.
const options = { connection: { bx24 }, limit: { burst: 1e6, perSecond: 1e6 }, timeout: 600_000 };

const report = await resetContactCards(ids(USERS), options);
assert.equal(report.done.length, USERS);
assert.deepEqual([report.done[0], report.done.at(-1), report.failed.length, report.pending.length], [1, USERS, 0, 0]);
assert.equal(batches, USERS / 50);
const reset = bytes();
assert.ok(reset <= LIMIT, `${reset} bytes`);
console.log(`${USERS} users reset: ${reset / 2 ** 20} MiB of memory`);

let told = 0;
let started = performance.now();
// Ten requests are under way at a time, as by the limit of most portals.
const paced = { ...options, limit: { burst: 1e6, perSecond: 2 } };
const { cards, backups } = await getContactCards(ids(READ), { ...paced, backup: true, onProgress: () => told++ });
console.log(`${READ} cards of 40 fields read in ${performance.now() - started} ms: ${bytes() / 2 ** 20} MiB of memory`);
assert.deepEqual([cards.length, backups.length, told], [READ, READ, READ / 50]);
assert.deepEqual([cards[0], cards.at(-1)], [1, READ].map((userId) => ({
  userId, sections: [{ ...sections[0], elements: elements.map((element) => ({ ...element, optionFlags: 1 })) }],
})));
started = performance.now();
const restored = await restoreContactCards(backups, paced);
assert.deepEqual([restored.done.length, restored.stopped], [READ, undefined]);
console.log(`and restored in ${performance.now() - started} ms: ${bytes() / 2 ** 20} MiB of memory`);
const used = bytes();
assert.ok(used <= READ_LIMIT, `${used} bytes`);
