// Failures of fetch, and fetches as tests and runtimes have them. Arguments: a webhook, and a portal whose certificate Node does
// not trust.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { inspect } from 'node:util';
import { getContactCard, resetContactCards } from 'bx24-contact-card';

process.on('unhandledRejection', (reason) => { throw reason; });
const [, , webhook, untrusted] = process.argv;
const own = { fetch, AbortController };

const failureOf = (options, ...given) => getContactCard('P', 6, { retries: 0, ...options }, ...given).then(
  () => assert.fail('it is to fail'),
  (error) => {
    for (const secret of ['adm1secret', 'tok_admin']) {
      assert(!inspect(error, { depth: 50, showHidden: true }).includes(secret), inspect(error, { depth: 50, showHidden: true }));
    }
    return error;
  },
);
const told = ({ kind, code, outcome, attempts, retryable }) => ({ kind, code, outcome, attempts, retryable });
const connections = [{ webhook }, { portal: new URL(webhook).origin, accessToken: 'tok_admin' }];
const unreached = { kind: 'network', code: 'NETWORK', outcome: 'unchanged', retryable: true };

// No fetch: nothing is attempted, and nothing can be begun.
delete globalThis.fetch;
for (const connection of connections) {
  const expected = { kind: 'no-connection', code: 'NO_FETCH', outcome: 'unchanged', attempts: 0, retryable: false };
  assert.deepEqual(told(await failureOf({ connection })), expected);
  await assert.rejects(resetContactCards([6], { connection }), { code: 'NO_FETCH' });
}
// A library that is there does without.
const bx24 = {
  getAuth: () => ({ access_token: 'tok_admin' }),
  getDomain: () => 'portal.bitrix24.com',
  callMethod: (method, parameters, callback) => callback({ status: 200, answer: { result: null } }),
};
assert.equal((await getContactCard('P', 6, { connection: { bx24 } })).result, null);
globalThis.fetch = own.fetch;

// A signal of another realm than fetch has, as jsdom's is to Node.
globalThis.AbortController = class {
  signal = Object.assign(new EventTarget(), { aborted: false });
  abort() { this.signal.aborted = true; }
};
assert.equal((await getContactCard('P', 6, { connection: { webhook } })).result[0].title, 'About');
{
  // One that is aborted sends nothing any more.
  let sent = 0;
  globalThis.fetch = (...given) => { sent++; return own.fetch(...given); };
  assert.deepEqual(told(await failureOf({ connection: { webhook }, timeout: 1 })).kind, 'timeout');
  await new Promise((done) => setTimeout(done, 100));
  assert(sent <= 2, `${sent}`);
}
globalThis.AbortController = own.AbortController;

// Options that a runtime does not know, as in Cloudflare Workers; the redirect is never given up.
for (const refused of ['cache', 'credentials', 'signal']) {
  globalThis.fetch = (url, options) => {
    assert.equal(options.redirect, 'manual');
    if (refused in options) throw new Error(`The '${refused}' field on 'RequestInitializerDict' is not implemented.`);
    return own.fetch(url, options);
  };
  assert.equal((await getContactCard('P', 6, { connection: { webhook } })).result[0].title, 'About', refused);
}
globalThis.fetch = own.fetch;

// A certificate that is not trusted: nothing was sent, and nothing will be.
{
  const error = await failureOf({ connection: { webhook: `${untrusted}/rest/1/adm1secret/` }, retries: 3 });
  const expected = { kind: 'network', code: 'CERTIFICATE', outcome: 'unchanged', attempts: 1, retryable: false };
  assert.deepEqual(told(error), expected);
  assert(error.cause instanceof TypeError && /CERT|SIGN/.test(error.cause.cause.code), inspect(error.cause));
  const report = await resetContactCards([5, 6], { connection: { webhook: `${untrusted}/rest/1/adm1secret/` } });
  assert.deepEqual([report.pending, told(report.stopped).code, told(report.stopped).outcome], [[5, 6], 'CERTIFICATE', 'unchanged']);
}

// A server that is not there, and one that closes the connection after the request.
{
  const server = createServer((request) => request.socket.destroy()).listen(0);
  await new Promise((listening) => server.on('listening', listening));
  const gone = `http://127.0.0.1:${server.address().port}/rest/1/adm1secret/`;
  const expected = { kind: 'network', code: 'NETWORK', outcome: 'unchanged', attempts: 1, retryable: true };
  const cut = await failureOf({ connection: { webhook: gone } });
  assert.deepEqual(told(cut), expected, 'a reading changes nothing');
  assert(cut.cause instanceof TypeError && cut.cause.cause.code, inspect(cut.cause));
  await new Promise((closed) => server.close(closed));
  const { stopped } = await resetContactCards([6], { connection: { webhook: gone }, retries: 0 });
  assert.deepEqual(told(stopped), { ...unreached, attempts: stopped.attempts });
  assert.equal(stopped.cause.cause.code, 'ECONNREFUSED');
}

// A cause without secrets is the very one; of one with secrets there is a copy.
const failing = (thrown) => { globalThis.fetch = () => Promise.reject(thrown); };
for (const thrown of [
  new TypeError('fetch failed', { cause: Object.assign(new Error('what'), { code: 'EWHAT', port: 8 }) }),
  new AggregateError([new Error('one')], 'both'), { code: 5 }, 'a text', 7, Symbol('s'),
  new DOMException('no', 'NetworkError'),
]) {
  failing(thrown);
  for (const connection of connections) assert.equal((await failureOf({ connection })).cause, thrown, String(thrown));
}
const cyclic = new Error('a cycle');
cyclic.cause = cyclic;
const { proxy, revoke } = Proxy.revocable(new Error('failed'), {});
revoke();
for (const secret of [webhook, 'tok_admin']) {
  const connection = connections[secret === webhook ? 0 : 1];
  for (const [name, thrown] of Object.entries({
    message: new TypeError(`request to ${secret} failed`),
    cause: new TypeError('fetch failed', { cause: new Error(`for url (${secret})`) }),
    text: `request to ${secret} failed`,
    causeText: new Error('failed', { cause: secret }),
    path: Object.assign(new TypeError('failed'), { path: secret }),
    request: Object.assign(new TypeError('failed'), { request: { url: secret, headers: new Map([['a', 'b']]) } }),
    map: Object.assign(new TypeError('failed'), { parameters: new Map([['auth', secret]]), seen: new Set([secret]) }),
    address: Object.assign(new TypeError('failed'), { url: new URL(`/rest/1/${secret}/`, 'https://example.com') }),
    headers: Object.assign(new TypeError('failed'), { request: new Request('https://example.com', { headers: { secret: encodeURI(secret) } }) }),
    bytes: Object.assign(new TypeError('failed'), { body: Buffer.from(secret) }),
    symbol: Object.assign(new TypeError('failed'), { [Symbol('url')]: secret }),
    name: Object.assign(new TypeError('failed'), { name: secret }),
    aggregate: new AggregateError([new Error(secret)], 'failed'),
    list: ['failed', secret],
    dom: new DOMException(secret, 'NetworkError'),
    throwing: Object.defineProperty(new Error('failed'), 'message', { get() { throw secret; } }),
    cyclic, proxy,
  })) {
    failing(thrown);
    const { kind, code, cause } = await failureOf({ connection });
    assert.deepEqual([kind, code], ['network', 'NETWORK'], name);
    if (thrown !== proxy && thrown instanceof TypeError) {
      assert(cause instanceof TypeError && cause !== thrown, name);
      assert.equal(cause.message, thrown.message.replaceAll(/adm1secret|tok_admin/g, '***'), name);
    }
  }
}

// What mocks give.
const answer = '{"result":null}';
const given = (value) => { globalThis.fetch = () => value; };
for (const response of [
  new Response(answer), Promise.resolve(new Response(answer)), { status: 200, text: () => answer },
  { status: 200, text: async () => answer }, { text: () => answer }, { then: (done) => done(new Response(answer)) },
]) {
  given(response);
  assert.equal((await getContactCard('P', 6, { connection: { webhook } })).result, null, inspect(response));
}
const used = new Response(answer);
await used.text();
for (const response of [
  undefined, null, 5, 'text', {}, [], answer, used, Promise.resolve(), Promise.resolve(used), { text: answer },
  { ok: true, json: async () => ({ result: null }) }, { text: async () => undefined }, { text: () => 5 }, { text: () => ({}) },
]) {
  given(response);
  const expected = { kind: 'unexpected-answer', code: 'NO_RESPONSE', outcome: 'unchanged', attempts: 1, retryable: false };
  assert.deepEqual(told(await failureOf({ connection: { webhook }, retries: 3 })), expected, inspect(response));
}
for (const response of [{ text: () => Promise.reject(new Error('cut')) }, { text() { throw new Error('cut'); } }]) {
  given(response);
  assert.equal((await failureOf({ connection: { webhook } })).cause.message, 'cut');
}
for (const thrown of [new Error('mine'), undefined, null]) {
  globalThis.fetch = () => { throw thrown; };
  const { kind, code, cause } = await failureOf({ connection: { webhook } });
  assert.deepEqual([kind, code, cause], ['network', 'NETWORK', thrown]);
}
given(new Promise(() => {}));
assert.equal((await failureOf({ connection: { webhook }, timeout: 50 })).kind, 'timeout');
