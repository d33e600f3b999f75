// Thousands of mixed calls, 100 at once, while the portal, the library and the callers themselves do what chance says: every
// promise is settled, and nothing is left of them. Run with the portal's address, their number and a seed.
import assert from 'node:assert/strict';
import { setTimeout as later } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { seeded } from './chance.mjs';
import { controlOf } from './control.mjs';
import { bytes } from './memory.mjs';

const [, , portal, number, seed] = process.argv;
const CALLS = Number(number);
const AT_ONCE = 100;
const ROUND = 500;
/** What a call may leave behind, in bytes; and what the most that is under way at once may add, two pages. */
const LEAVINGS = 32;
const PEAK = 2 * 64 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const { chance, upTo, pick } = seeded(seed);

// What a call takes from its surroundings, counted. All of it is in place before the package is loaded. Node's own fetch
// takes the like, for longer.

const isOurs = () => !new Error().stack.includes('node:internal/deps');
const timers = new Set();
const { setTimeout, clearTimeout } = globalThis;
globalThis.setTimeout = (run, ...more) => {
  const timer = setTimeout((...given) => { timers.delete(timer); run(...given); }, ...more);
  if (isOurs()) timers.add(timer);
  return timer;
};
globalThis.clearTimeout = (timer) => { timers.delete(timer); clearTimeout(timer); };

const listeners = { window: new Set(), signals: 0, made: 0 };
globalThis.addEventListener = (kind, listener) => { listeners.made++; listeners.window.add(listener); };
globalThis.removeEventListener = (kind, listener) => listeners.window.delete(listener);
const { addEventListener, removeEventListener } = EventTarget.prototype;
const watchedSignal = () => {
  const controller = new AbortController();
  controller.signal.addEventListener = function (...given) { listeners.signals++; addEventListener.apply(this, given); };
  controller.signal.removeEventListener = function (...given) { listeners.signals--; removeEventListener.apply(this, given); };
  return controller;
};

const observers = new Set();
globalThis.PerformanceObserver = class {
  constructor(run) { this.run = run; }
  observe() { observers.add(this); }
  disconnect() { observers.delete(this); }
};

const closures = { made: 0, freed: 0 };
const { FinalizationRegistry } = globalThis;
globalThis.FinalizationRegistry = class extends FinalizationRegistry {
  #counted = isOurs() ? closures : {};
  constructor(free) { super((held) => { this.#counted.freed++; free(held); }); }
  register(...given) { this.#counted.made++; super.register(...given); }
};

const unhandled = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));

const card = await import('bx24-contact-card');

// The portal and its library.

const METHODS = ['*', 'batch', '*.get', '*.set', '*.reset', '*.forceCommonScopeForAll'];
const FAULTS = [
  { delayMs: 20 }, { delayMs: 400 }, { hang: true }, { reset: true }, { truncate: 20 },
  { status: 200, body: '' }, { status: 200, body: '<html>' }, { status: 200, body: { result: 'yes' } },
  { status: 403, body: '<html>' }, { status: 500, body: '' }, { status: 502, body: '<html>' }, { status: 503, body: '<html>' },
  { status: 400, body: { error: '', error_description: 'Access denied.' } }, { status: 400, body: { error: 100 } },
  { error: 'QUERY_LIMIT_EXCEEDED' }, { error: 'OPERATION_TIME_LIMIT' }, { error: 'expired_token' }, { error: 'invalid_token' },
  { error: 'INTERNAL_SERVER_ERROR' }, { error: 'ERROR_METHOD_NOT_FOUND' }, { error: 'INVALID_CREDENTIALS' },
];
const control = controlOf(portal);

/** Ends what the library still waits for after a round. */
let end = new AbortController();
/** It tells the page of an error now and then, and of nothing else that it does not pass on. */
const fail = (message) => { for (const listener of [...listeners.window]) listener({ message }); };
const ended = (url) => {
  const entry = { startTime: performance.now(), responseStatus: 0 };
  const list = { getEntriesByName: (name) => (name === url ? [entry] : []) };
  for (const { run } of [...observers]) run(list);
};
const library = {
  getAuth: () => ({ access_token: 'tok_admin' }),
  getDomain: () => new URL(portal).host,
  refreshAuth: (callback) => { if (chance() < 0.8) callback({ access_token: 'tok_admin' }); },
  async send(method, parameters, callback) {
    const url = `${portal}/rest/${method}.json`;
    const body = JSON.stringify({ ...parameters, auth: 'tok_admin' });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body, signal: end.signal }).catch(() => undefined);
    const answer = response && response.status < 500 ? await response.json().catch(() => undefined) : undefined;
    ended(url);
    if (answer === undefined) return fail(pick(['Script error.', 'Uncaught Query error!', 'something else']));
    callback(answer, response.status);
    if (chance() < 0.1) setTimeout(() => callback(answer, response.status), upTo(300));
  },
  callMethod(method, parameters, callback) {
    if (chance() < 0.02) throw new Error('the library throws');
    this.send(method, parameters, (answer, status) => callback({ answer, status })).catch(() => {});
  },
  callBatch(calls, callback) {
    const keys = Object.keys(calls);
    const cmd = Object.fromEntries(keys.map((key) => [key, `${calls[key][0]}?${new URLSearchParams(calls[key][1])}`]));
    this.send('batch', { cmd }, ({ result }) => result && callback(Object.fromEntries(keys.map((key) => [key, {
      data: () => result.result[key], error: () => result.result_error[key] && { ex: result.result_error[key] },
    }])))).catch(() => {});
  },
};
globalThis.name = `${new URL(portal).host}|0|sid`;

// The calls.

const bx24 = { bx24: library };
const webhook = { webhook: `${portal}/rest/1/adm1secret/` };
const refreshes = [() => 'tok_admin', () => '', () => later(10, 'tok_admin'), () => later(400), () => { throw new Error('no'); }];
const oauth = { portal, accessToken: 'tok_admin', refresh: () => pick(refreshes)() };
const sections = [{ type: 'section', name: 'main', title: 'Main', elements: [{ name: 'PHONE', optionFlags: 1 }] }];
await card.setContactCard(sections, 'P', 5, { connection: webhook });
const { backup } = await card.resetContactCard('P', 5, { connection: webhook, backup: true });

const made = {
  reset: (options) => card.resetContactCard('P', 1 + upTo(50), { ...options, backup: chance() < 0.3 }),
  resetCommon: (options) => card.resetContactCard('C', null, options),
  get: (options) => card.getContactCard('P', 1 + upTo(50), options),
  set: (options) => card.setContactCard(sections, 'P', 1 + upTo(50), options),
  force: (options) => card.forceCommonContactCard(options),
  restore: (options) => card.restoreContactCard(backup, options),
  bulk: (options) => card.resetContactCards(Array.from({ length: 1 + upTo(120) }, (_, index) => index + 1), {
    ...options, limit: { burst: 1e6, perSecond: 1e6 }, totalTimeout: 2000,
  }),
  refused: (options) => card.resetContactCard(pick(['c', 5, {}]), pick([-1, 'x', null]), options),
};
const settled = {};
let latest = 0;

async function call() {
  const options = { connection: pick([bx24, webhook, oauth]), timeout: 100 + upTo(500), retries: upTo(4) };
  const controller = watchedSignal();
  if (chance() < 0.3) options.signal = controller.signal;
  if (chance() < 0.3) options.family = 'item';
  const [name, make] = pick(Object.entries(made));
  const start = performance.now();
  const promise = make(options);
  if (chance() < 0.5) later(upTo(200)).then(() => controller.abort(pick([undefined, 'a reason', 5])));
  const outcome = await promise.then(() => 'resolved', (error) => {
    assert.ok(error instanceof card.ContactCardError, String(error));
    assert.ok(!`${error.stack} ${JSON.stringify(error)}`.includes('adm1secret'));
    return error.kind;
  });
  latest = Math.max(latest, performance.now() - start - (name === 'bulk' ? 2000 : options.timeout));
  settled[outcome] = 1 + (settled[outcome] ?? 0);
}

let begun = 0;
const memory = [];
while (begun < CALLS) {
  const faults = Array.from({ length: 60 }, () => ({ match: pick(METHODS), times: 1 + upTo(3), then: pick(FAULTS) }));
  await control('PUT', 'faults', faults);
  const until = begun + ROUND;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => { while (begun < until) { begun++; await call(); } }));
  await forget();
  memory.push(bytes());
}

/** Awaits late callbacks, then frees what JavaScript has forgotten. */
async function forget() {
  end.abort();
  end = new AbortController();
  await later(600);
  for (let round = 0; round < 20 && closures.freed < closures.made; round++) {
    collectGarbage();
    await later(20);
  }
}

await control('PUT', 'faults', []);
const calls = Object.values(settled).reduce((sum, count) => sum + count);
const left = {
  timers: timers.size, windowListeners: listeners.window.size, signalListeners: listeners.signals, observers: observers.size,
  closures: closures.made - closures.freed, unhandled: unhandled.length,
};
const figures = { calls, settled, latestMs: Math.round(latest), memory, listeners: listeners.made, closures: closures.made, left };
console.log(`${JSON.stringify(figures)} with seed ${seed}`);
assert.ok(calls >= CALLS, 'some did not settle');
assert.ok(settled.resolved && settled.timeout && settled.aborted, 'chance made no difference, or all of it');
const [, warm, ...grown] = memory;
assert.ok(grown.at(-1) - warm <= PEAK + LEAVINGS * ROUND * grown.length, 'memory grows');
assert.deepEqual(left, { timers: 0, windowListeners: 0, signalListeners: 0, observers: 0, closures: 0, unhandled: 0 });
