// Hostile shapes among arguments and answers, made by chance: getters, proxies, inherited properties, cycles, numbers that are none,
// texts of halves. Whatever comes, each call settles, soon and with an error of the package or a result, and shows no secret. Run with
// the number of calls and a seed.
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { bytes } from './memory.mjs';
import { seeded } from './chance.mjs';
import * as card from 'bx24-contact-card';

const [, , number, seed] = process.argv;
const { chance, upTo, pick } = seeded(seed);
const CODE = 'abcd1234efgh5678';
const TOKEN = CODE; // whatever repeats it repeats the secret of the call
process.on('unhandledRejection', (reason) => { throw reason; });

const NAMES = [
  'name', 'title', 'type', 'elements', 'optionFlags', 'options', 'version', 'portal', 'scope', 'userId', 'takenAt', 'sections', 'connection', 'timeout', 'retries',
  'signal', 'family', 'backup', 'webhook', 'accessToken', 'refresh', 'bx24', 'b24', 'burst', 'perSecond', 'result', 'error', 'error_description', 'time', 'result_error',
  'result_time', 'u1', 'u2', 'length', 'toString', 'constructor', '__proto__', 'toJSON', 'then', 'valueOf', '', '0', '1', CODE, 'aborted', 'href', 'callMethod', 'isInit', 'auth',
];
const scalars = [
  undefined, null, true, false, 0, -0, 1, 5, -1, 1.5, NaN, Infinity, 2 ** 31, 2 ** 53, 1e21, '', 'P', 'C', '5', '05', 'main', 'section', 'contact', '\ud800', '\0', 'я'.repeat(9),
  CODE, TOKEN, `https://portal.example.com/rest/1/${CODE}/`, 'https://portal.example.com', 5n, Symbol('s'), Symbol.iterator,
];

/** A value of any shape; `depth` is how deep it may still be. */
function any(depth = 4) {
  if (depth <= 0 || chance() < 0.3) return pick(scalars);
  return pick([record, record, list, list, getters, heir, cycle, proxy, revoked, exotic, caller])(depth);
}
const record = (depth, made = {}) => {
  for (let index = upTo(5); index > 0; index--) {
    Object.defineProperty(made, pick(NAMES), { value: any(depth - 1), enumerable: chance() < 0.9, writable: true, configurable: true });
  }
  return made;
};
const list = (depth) => {
  const made = Array.from({ length: upTo(4) }, () => any(depth - 1));
  if (chance() < 0.1) made.length = pick([10, 1e6, 2 ** 32 - 1]);
  return made;
};
const getters = (depth) => {
  let reads = 0;
  const values = [any(depth - 1), any(depth - 1)];
  return Object.defineProperty(record(depth), pick(NAMES), {
    enumerable: true, configurable: true, get: pick([() => values[reads++ % 2], () => { throw new Error('mine'); }, function () { return this; }]),
  });
};
const heir = (depth) => record(depth, Object.create(pick([null, record(depth - 1), Array.prototype, new Map(), class {}, Object.prototype])));
const cycle = (depth) => { const made = record(depth); made[pick(NAMES.filter((name) => name !== '__proto__'))] = made; return made; };
const proxy = (depth) => {
  const refuse = () => { throw new Error('mine'); };
  const handler = Object.fromEntries(['get', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor', 'has'].filter(() => chance() < 0.2).map((trap) => [trap, refuse]));
  return new Proxy(pick([list, record])(depth), handler);
};
const revoked = () => { const { proxy, revoke } = Proxy.revocable(pick([{}, [], () => {}]), {}); revoke(); return proxy; };
const exotic = () => pick([new Map([[1, 2]]), new Date(NaN), /x/, new Uint8Array(3), new Error(TOKEN), new Boolean(true), new String('P'), Object.freeze({ name: 'x' }), globalThis, new URL('https://portal.example.com'), AbortSignal.abort(), new WeakRef({})]);
// Nobody has to look at what a library's function promises.
const promising = (value) => () => { const promise = (async () => value)(); promise.catch(() => {}); return promise; };
const caller = (depth) => { const value = any(depth - 1); return pick([() => value, promising(value), () => { throw value; }, function* () { yield value; }, class {}]); };

// What is asked with good arguments, answered with anything.
const connections = () => pick([
  { webhook: `https://portal.example.com/rest/1/${CODE}/` },
  { portal: 'https://portal.example.com', accessToken: TOKEN, refresh: caller(2) },
  { bx24: { callMethod: (_, __, callback) => callback(any()), getAuth: () => ({ access_token: TOKEN }), getDomain: () => pick(['portal.example.com', 'a b', '', 5, undefined]), refreshAuth: (callback) => callback(any(2)) } },
]);
const text = (value) => { try { return JSON.stringify(value) ?? 'undefined'; } catch { return pick(['', '{', '{"result":1e999}', '{"__proto__":{"result":true}}', '[[[[', 'null']); } };
globalThis.fetch = async () => {
  if (chance() < 0.1) throw any(2);
  if (chance() < 0.2) return any(2);
  const body = pick([text({ result: any() }), text(any()), text({ error: any(1), error_description: any(1), time: any(2) }), `{"error":"${TOKEN}","error_description":"${CODE}"}`]);
  return { status: pick([200, 200, 200, 400, 401, 403, 500, NaN, '200', any(1)]), type: any(1), text: async () => (chance() < 0.05 ? any(1) : body) };
};
const good = () => ({ connection: connections(), retries: 0, timeout: 20 });
const calls = [
  () => card.resetContactCard(any(1), any(1), { ...good(), ...(chance() < 0.3 && record(2)) }),
  () => card.resetContactCard(any(2), any(2), any()),
  () => card.getContactCard('P', 5, { ...good(), backup: true }),
  () => card.resetContactCard('P', 5, { ...good(), backup: true }),
  () => card.setContactCard(any(), 'P', 5, good()),
  () => card.setContactCard([{ type: 'section', name: 'main', title: 'Main', elements: any() }], 'P', 5, good()),
  () => card.restoreContactCard(any(), good()),
  () => card.restoreContactCard({ version: 1, portal: 'https://portal.example.com', scope: 'P', takenAt: '', sections: null, ...record(2) }, good()),
  () => card.resetContactCards(any(2), { ...good(), totalTimeout: 30 }),
  () => card.resetContactCards([1, 2], { ...good(), totalTimeout: 30, backup: chance() < 0.5, onProgress: caller(2) }),
  () => card.resetContactCards([1, 2], { ...good(), totalTimeout: 30, limit: any(2) }),
  () => card.forceCommonContactCard({ ...good(), connection: any(3) }),
];

/** No secret in what a failure says of its own. */
function clean(error) {
  assert(card.isContactCardError(error), inspect(error));
  const said = `${error.message} ${error.code} ${error.description}`;
  for (const secret of [CODE, TOKEN]) assert(!said.includes(secret), said);
}

const kinds = {};
const settle = async (call) => {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(reject, 5000, new Error(`it does not settle: ${call}`)); });
  await Promise.race([late, call().then((value) => {
    kinds.fulfilled = 1 + (kinds.fulfilled ?? 0);
    for (const { error } of value?.failed ?? []) clean(error);
    if (value?.stopped) clean(value.stopped);
  }, (error) => { clean(error); kinds[error.kind] = 1 + (kinds[error.kind] ?? 0); })]);
  clearTimeout(timer);
};
for (let done = 0; done < Number(number); done += 50) await Promise.all(Array.from({ length: 50 }, () => settle(pick(calls))));
console.log(`${JSON.stringify(kinds)}, ${bytes()} bytes, with seed ${seed}`);
assert(bytes() < 8 * 2 ** 20, `${bytes()} bytes`);
for (const kind of ['fulfilled', 'invalid-argument', 'unexpected-answer', 'rejected']) assert(kinds[kind], `${kind} never came`);
console.log('done');
