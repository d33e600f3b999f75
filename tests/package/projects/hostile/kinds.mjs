// Calls of every outcome, in Node and in pages, and what they leave.
import * as card from 'bx24-contact-card';

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const respond = (body, status = 200) => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
const hang = (_, { signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
const webhook = () => ({ webhook: 'https://portal.example.com/rest/1/abcd1234efgh5678/' });
const oauth = (refresh) => ({ portal: 'https://portal.example.com', accessToken: 'a0b1c2d3e4f5', refresh });
const library = (callMethod) => ({ bx24: { callMethod } });
const reset = (options) => card.resetContactCard('P', 5, { retries: 0, ...options });
const users = [1, 2, 3];
const batch = () => respond({ result: { result: { u1: true }, result_error: { u2: { error: 'X', error_description: 'no' } } } });
const aborted = (call) => { const controller = new AbortController(); setTimeout(() => controller.abort(new Error('mine')), 1); return call({ signal: controller.signal }); };

/** What fetch does meanwhile, and the call. */
export const kinds = {
  success: [() => respond({ result: true }), () => reset({ connection: webhook() })],
  reading: [() => respond({ result: [{ name: 'main', title: 'Main', type: 'section', elements: [] }] }), () => card.getContactCard('P', 5, { connection: webhook(), backup: true })],
  'access denied': [() => respond({ error: '', error_description: 'Access denied.' }, 400), () => reset({ connection: webhook() })],
  'a server that fails': [() => respond('', 500), () => reset({ connection: webhook() })],
  'an answer that is none': [() => respond('<html>'), () => reset({ connection: webhook() })],
  network: [() => { throw new TypeError('fetch failed'); }, () => reset({ connection: webhook() })],
  retries: [() => { throw new TypeError('fetch failed'); }, () => reset({ connection: webhook(), retries: 1, timeout: 20 })],
  timeout: [hang, () => reset({ connection: webhook(), timeout: 2 })],
  abort: [hang, () => aborted((options) => reset({ connection: webhook(), ...options }))],
  'an expired token': [() => respond({ error: 'expired_token' }, 401), () => reset({ connection: oauth() })],
  'a token that is renewed': [(_, { body }) => (body.includes('"auth":"a0') ? respond({ error: 'expired_token' }, 401) : respond({ result: true })), () => reset({ connection: oauth(() => 'b') })],
  'a renewal that fails': [() => respond({ error: 'expired_token' }, 401), () => reset({ connection: oauth(() => Promise.reject(new Error('mine'))) })],
  'a renewal without end': [() => respond({ error: 'expired_token' }, 401), () => reset({ timeout: 5, connection: oauth(() => new Promise(() => {})) })],
  'a library': [hang, () => reset({ connection: library((_, __, callback) => callback({ status: 200, answer: { result: true } })) })],
  'a library that fails': [hang, () => reset({ connection: library((_, __, callback) => callback({ status: 400, answer: { error: 'X' } })) })],
  'a library that throws': [hang, () => reset({ connection: library(() => { throw new Error('mine'); }) })],
  'a library that is silent': [hang, () => reset({ timeout: 2, connection: library(() => {}) })],
  'an argument': [hang, () => reset({ connection: webhook(), family: 'x' })],
  'a connection': [hang, () => reset({ connection: { webhook: 'x' } })],
  bulk: [batch, () => card.resetContactCards(users, { connection: webhook(), retries: 0, totalTimeout: 50 })],
  'bulk that is aborted': [hang, () => aborted((options) => card.resetContactCards(users, { connection: webhook(), ...options }))],
  'bulk that tells': [batch, () => card.resetContactCards([1, 2], { connection: webhook(), backup: false, onProgress: () => new Promise(() => {}) })],
};

/** References to what calls of a kind leave, without keeping any of it. */
async function traces([fetch, call], count) {
  globalThis.fetch = async (...given) => fetch(...given);
  const left = [];
  for (let index = 0; index < count; index++) {
    const promise = call();
    const settled = await promise.then((value) => value, (error) => error);
    left.push(new WeakRef(promise), new WeakRef(settled));
    for (const { error } of settled.failed ?? []) left.push(new WeakRef(error));
    if (settled.stopped) left.push(new WeakRef(settled.stopped));
  }
  return left;
}

/** How many of what calls of each kind leave is alive after forced collections, where that is more than a few. */
export async function leftOver(gc) {
  const alive = {};
  for (const [kind, work] of Object.entries(kinds)) {
    const left = await traces(work, 20);
    globalThis.fetch = undefined;
    for (let round = 0; round < 10 && left.some((reference) => reference.deref()); round++) {
      await pause(10);
      gc();
    }
    alive[kind] = left.filter((reference) => reference.deref()).length;
  }
  // The last of a kind may be in a register.
  return Object.entries(alive).filter(([, count]) => count > 3);
}
