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

const listeners = { requests: 0, signals: 0, made: 0 };
const { addEventListener, removeEventListener } = EventTarget.prototype;
const watchedSignal = () => {
  const controller = new AbortController();
  controller.signal.addEventListener = function (...given) { listeners.signals++; addEventListener.apply(this, given); };
  controller.signal.removeEventListener = function (...given) { listeners.signals--; removeEventListener.apply(this, given); };
  return controller;
};

/** The request of a browser, made by fetch. */
globalThis.XMLHttpRequest = class extends EventTarget {
  status = 0;
  responseText = '';
  addEventListener(...given) { listeners.requests++; listeners.made++; super.addEventListener(...given); }
  removeEventListener(...given) { listeners.requests--; super.removeEventListener(...given); }
  async send(url, body, signal) {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body, signal }).catch(() => undefined);
    const text = await response?.text().catch(() => undefined);
    if (text !== undefined) [this.status, this.responseText] = [response.status, text];
    this.onload();
    this.dispatchEvent(new Event('loadend'));
  }
};
const { XMLHttpRequest } = globalThis;

const closures = { made: 0, freed: 0 };
const { FinalizationRegistry } = globalThis;
globalThis.FinalizationRegistry = class extends FinalizationRegistry {
  #counted = isOurs() ? closures : {};
  constructor(free) { super((held) => { this.#counted.freed++; free(held); }); }
  register(...given) { this.#counted.made++; super.register(...given); }
  unregister(token) {
    const isFreed = super.unregister(token);
    if (isFreed) this.#counted.freed++;
    return isFreed;
  }
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

/** Addresses of the portal: each has a bucket of its own, which a refusal fills. */
const origins = Array.from({ length: 40 }, (_, index) => portal.replace('127.0.0.1', `127.0.1.${index + 1}`));
const { fetch } = globalThis;
globalThis.fetch = (url, options) => fetch(url.replace(/^https?:..127\.0\.1\.\d+/, 'http://127.0.0.1'), options);

/** Ends what the library still waits for after a round. */
let end = new AbortController();
/** It passes nothing on that is no JSON of a portal, and creates its request at once or later. */
const library = {
  getAuth: () => ({ access_token: 'tok_admin' }),
  getDomain: () => new URL(pick(origins)).host,
  refreshAuth: (callback) => { if (chance() < 0.8) callback({ access_token: 'tok_admin' }); },
  send(method, parameters, callback) {
    const request = new globalThis.XMLHttpRequest();
    request.onload = () => {
      if (request.status === 0 || request.status >= 500) return;
      let answer;
      try {
        answer = request.responseText === '' ? { result: {} } : JSON.parse(request.responseText);
      } catch {
        return;
      }
      if (answer === null) return;
      callback({ answer, status: request.status });
      if (chance() < 0.1) setTimeout(() => callback({ answer, status: request.status }), upTo(300));
    };
    const body = JSON.stringify({ ...parameters, auth: 'tok_admin' });
    setTimeout(() => request.send(`${portal}/rest/${method}.json`, body, end.signal), 10);
  },
  callMethod(method, parameters, callback) {
    if (chance() < 0.02) throw new Error('the library throws');
    if (chance() < 0.1) setTimeout(() => this.send(method, parameters, callback), upTo(300));
    else this.send(method, parameters, callback);
  },
};
// No name of the window begins with the domain, so that the portal's protocol is https: fetch is the portal's all the same.
globalThis.name = '';

// The calls.

const bx24 = { bx24: library };
const webhook = { webhook: `${portal}/rest/1/adm1secret/` };
const webhooks = origins.map((origin) => ({ webhook: `${origin}/rest/1/adm1secret/` }));
const refreshes = [() => 'tok_admin', () => '', () => later(10, 'tok_admin'), () => later(400), () => { throw new Error('no'); }];
const oauths = origins.map((origin) => ({ portal: origin, accessToken: 'tok_admin', refresh: () => pick(refreshes)() }));
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
  const options = { connection: pick([bx24, pick(webhooks), pick(oauths)]), timeout: 100 + upTo(500), retries: upTo(4) };
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
  timers: timers.size, requestListeners: listeners.requests, signalListeners: listeners.signals,
  closures: closures.made - closures.freed, unhandled: unhandled.length,
};
const figures = { calls, settled, latestMs: Math.round(latest), memory, listeners: listeners.made, closures: closures.made, left };
console.log(`${JSON.stringify(figures)} with seed ${seed}`);
assert.ok(calls >= CALLS, 'some did not settle');
assert.equal(globalThis.XMLHttpRequest, XMLHttpRequest, 'the page is left as it was');
assert.ok(settled.resolved && settled.timeout && settled.aborted, 'chance made no difference, or all of it');
const [, warm, ...grown] = memory;
assert.ok(grown.at(-1) - warm <= PEAK + LEAVINGS * ROUND * grown.length, 'memory grows');
assert.deepEqual(left, { timers: 0, requestListeners: 0, signalListeners: 0, closures: 0, unhandled: 0 });
