// Answers of any size: what is larger than any card has is refused soon, and leaves the module as small as it was.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { bytes } from './memory.mjs';
import { getContactCard, resetContactCard, resetContactCards } from 'bx24-contact-card';

const MIB = 2 ** 20;
let answer = { body: '' };
let written = 0;
const server = createServer(async (_, response) => {
  const { body, zipped, endless } = answer;
  // No connection is used again: one whose answer was given up is reset.
  response.writeHead(200, { connection: 'close', 'content-type': 'application/json', ...zipped && { 'content-encoding': 'gzip' } });
  if (!endless) return response.end(body);
  const chunk = Buffer.alloc(MIB, ' ');
  response.on('close', () => { answer = { body: '' }; });
  for (written = 0; answer.endless && written < 500 && !response.destroyed; written++) {
    if (!response.write(chunk)) await new Promise((done) => { response.once('drain', done); response.once('close', done); });
  }
  response.end();
}).listen(0);
await new Promise((listening) => server.on('listening', listening));
const connection = { webhook: `http://127.0.0.1:${server.address().port}/rest/1/abcd1234efgh5678/` };
const options = { connection, retries: 0 };
const outcome = (promise) => promise.then((value) => value, (error) => error);

/** What comes of an answer, and what the module has grown by. */
async function trial(given, call = () => getContactCard('P', 5, options)) {
  answer = given;
  const before = bytes();
  const settled = await outcome(call());
  return { settled, grown: bytes() - before };
}

await outcome(getContactCard('P', 'x', options)); // the module is loaded

// A large card is no more than that.
const element = (index) => ({ name: `UF_CRM_${1e9 + index}`, optionFlags: index % 2, options: { defaultCountry: 'Страна' } });
const card = Array.from({ length: 10 }, (_, section) => ({
  type: 'section', name: `section_${section}`, title: 'Раздел карточки', elements: Array.from({ length: 100 }, (_, index) => element(section * 100 + index)),
}));
const large = await trial({ body: JSON.stringify({ result: card }) });
assert.deepEqual(large.settled.result, card);
// Fifty of them are no more than the answer of a batch.
const users = Array.from({ length: 50 }, (_, index) => index + 1);
const read = Object.fromEntries(users.map((user) => [`u${user}`, card.map((section) => ({ ...section, elements: section.elements.slice(0, 40) }))]));
const reset = Object.fromEntries(users.map((user) => [`u${user}`, true]));
let batches = 0;
const originalFetch = globalThis.fetch;
globalThis.fetch = async (url, { body }) => new Response(JSON.stringify({ result: { result: body.includes('.get?') ? read : reset } }), { status: batches++ && 200 || 200 });
const report = await resetContactCards(users, { ...options, backup: true });
assert.deepEqual([report.done.length, report.backups.length, batches], [50, 50, 2]);
assert.equal(report.backups[49].sections.length, 10);
globalThis.fetch = originalFetch;

const zeros = (count) => `[${'0,'.repeat(count - 1)}0]`;
const refused = {
  'ten million bytes of zeros': { body: `{"result":${zeros(5e6)}}` },
  'a hundred million bytes': { body: `{"result":"${'a'.repeat(1e8)}"}` },
  'an object of a million keys': { body: `{"result":{${Array.from({ length: 1e6 }, (_, index) => `"k${index}":0`).join()}}}` },
  'a text of twelve million characters': { body: `{"result":[{"name":"${'я'.repeat(6e6)}"},{"name":"${'я'.repeat(6e6)}"}]}` },
  'a name of twelve million characters': { body: `{"result":{"${'x'.repeat(12e6)}":1}}` },
  'a zipped bomb': { body: gzipSync(`{"result":"${'a'.repeat(4e8)}"}`), zipped: true },
  'an error of many bytes': { body: `{"error":"${'x'.repeat(12e6)}"}` },
  'deep lists': { body: `{"result":${'['.repeat(5e6)}${']'.repeat(5e6)}}` },
};
for (const [what, given] of Object.entries(refused)) {
  const { settled, grown } = await trial(given);
  assert.deepEqual([settled.kind, settled.code], ['unexpected-answer', 'UNEXPECTED_ANSWER'], `${what}: ${settled}`);
  assert(grown < 2 * MIB, `${what}: ${grown} bytes`);
  console.log(`${what}: ${grown} bytes`);
}
// What has no end is read no further.
const endless = await trial({ endless: true });
assert.equal(endless.settled.kind, 'unexpected-answer');
assert(written < 60, `${written} MiB were taken`);
// A stand-in for a response has no stream.
globalThis.fetch = async () => ({ status: 200, text: async () => ' '.repeat(20e6) });
assert.equal((await outcome(resetContactCard('P', 5, options))).kind, 'unexpected-answer');
// A library's answer is an object, of any size.
const bx24 = { callMethod: (_, __, callback) => callback({ status: 200, answer: { result: JSON.parse(zeros(5e6)) } }) };
const { settled, grown } = await trial({ body: '' }, () => getContactCard('P', 5, { connection: { bx24 } }));
assert.equal(settled.kind, 'unexpected-answer');
assert(grown < 2 * MIB, `${grown} bytes`);
server.close();
server.closeAllConnections();
console.log('done');
