// The official SDK's objects in Node. Arguments: the SDK's module, a portal, another one with TLS, and the latter's cards.
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { getContactCard, resetContactCard, resetContactCards } from 'bx24-contact-card';
import { controlOf } from './control.mjs';

process.on('unhandledRejection', (reason) => { throw reason; });
const [, , sdk, portal, secure, rows] = process.argv;
const { B24Hook, B24OAuth } = await import(sdk);
const control = controlOf(portal);
const log = async () => (await control('GET', 'log')).map(({ params, method, status }) => ({ ...params, method, status }));

const failure = (call) => call.then(() => assert.fail('it is to fail'), (error) => error);
const refused = async (connection, expected) => {
  const { kind, code, outcome, attempts, message } = await failure(resetContactCard('P', 6, { connection }));
  assert.deepEqual([kind, code, outcome, attempts], ['invalid-argument', 'INVALID_CONNECTION', 'unchanged', 0], message);
  assert.match(message, expected);
  assert(!/adm1secret|tok_/.test(message), message);
};

await controlOf(secure)('PUT', 'rows', rows);

// A webhook. Its secret is in the address, and is never sent as a token.
const hook = B24Hook.fromWebhookUrl(`${secure}/rest/1/adm1secret/`);
{
  const connection = { b24: hook };
  const real = globalThis.fetch;
  const bodies = [];
  globalThis.fetch = (url, options) => {
    bodies.push(options.body);
    return real(url, options);
  };
  assert.equal((await getContactCard('P', 6, { connection })).result[0].title, 'About');
  const { done } = await resetContactCards([5], { connection });
  assert.deepEqual(done, [5]);
  assert(bodies.length === 2 && !bodies.some((body) => body.includes('adm1secret')), `${bodies}`);
  globalThis.fetch = () => Promise.reject(new Error(`${secure}/rest/1/adm1secret/`));
  const error = await failure(getContactCard('P', 6, { connection, retries: 0 }));
  assert(!inspect(error, { depth: 9, showHidden: true }).includes('adm1secret'));
  globalThis.fetch = real;
}

// OAuth. The SDK renews for each caller, so that calls share one renewal here.
const oauth = (accessToken, expires) => new B24OAuth({
  applicationToken: '', userId: 1, memberId: 'm', accessToken, refreshToken: 'r', expires, expiresIn: 3600, scope: 'crm',
  domain: portal, clientEndpoint: `${portal}/rest/`, serverEndpoint: 'https://oauth.bitrix.info/rest/', status: 'L', issuer: 'store',
}, { clientId: 'i', clientSecret: 's' });
const later = Math.floor(Date.now() / 1000) + 3600;
const renewing = (b24, renew) => {
  const count = { renewals: 0 };
  b24.setCustomRefreshAuth(async () => {
    count.renewals++;
    await new Promise((done) => setTimeout(done, 50));
    return renew();
  });
  return count;
};
const renewed = (access_token = 'tok_admin') => ({
  access_token, refresh_token: 'r', expires: `${later}`, expires_in: '3600', client_endpoint: `${portal}/rest/`,
  server_endpoint: 'https://oauth.bitrix.info/rest/', scope: 'crm', status: 'L',
});
for (const [token, expires, attempts] of [['tok_expired', later, 2], ['tok_admin', 1, 1]]) {
  // A token that the portal refuses, and one that the SDK itself says has expired: nothing is sent with that.
  await control('DELETE', 'log');
  const b24 = oauth(token, expires);
  const count = renewing(b24, renewed);
  const calls = Array.from({ length: 5 }, () => getContactCard('P', 6, { connection: { b24 } }));
  for (const { result } of await Promise.all(calls)) assert.equal(result[0].title, 'About');
  assert.equal(count.renewals, 1);
  assert.equal((await log()).length, 5 * attempts);
  await getContactCard('P', 6, { connection: { b24 } });
  assert.equal((await log()).length, 5 * attempts + 1, 'the new token is kept for the object');
  await b24.auth.refreshAuth();
  assert.equal((await resetContactCards([5], { connection: { b24 } })).done.length, 1, 'the SDK has renewed by itself');
}
for (const [renew, code, expires, attempts] of [
  [() => { throw new Error('mine'); }, 'REFRESH_FAILED', later, 1], [() => { throw new Error('mine'); }, 'REFRESH_FAILED', 1, 0],
  [() => ({ ...renewed(), expires: '1' }), 'REFRESH_FAILED', later, 1], [() => ({ ...renewed(), expires: '1' }), 'REFRESH_FAILED', 1, 0],
  [() => renewed('tok_expired'), 'expired_token', later, 2],
]) {
  const b24 = oauth('tok_expired', expires);
  renewing(b24, renew);
  const error = await failure(getContactCard('P', 6, { connection: { b24 } }));
  assert.deepEqual([error.kind, error.code, error.attempts], ['auth', code, attempts]);
}

// What has the shape alone.
const shape = (token, more) => ({
  isInit: true, getTargetOrigin: () => portal, getTargetOriginWithPath: () => new Map([['v2', `${portal}/rest`]]),
  auth: { getAuthData: () => token && { access_token: token }, refreshAuth: async () => ({ access_token: 'tok_admin\n' }), ...more },
});
for (const [b24, attempts] of [
  [shape('tok_admin'), 1], [shape(false), 1], [shape('tok_expired'), 2],
  [{ ...shape('tok_admin'), getTargetOriginWithPath: () => new Map() }, 1],
]) {
  await control('DELETE', 'log');
  assert.equal((await getContactCard('P', 6, { connection: { b24 } })).result[0].title, 'About');
  assert.equal((await log()).length, attempts);
}
for (const refreshAuth of [async () => false, () => undefined, async () => ({}), () => false]) {
  const { kind, code } = await failure(getContactCard('P', 6, { connection: { b24: shape(false, { refreshAuth }) }, timeout: 200 }));
  assert.deepEqual([kind, code], ['auth', 'REFRESH_FAILED'], `${refreshAuth}`);
}
{
  const { kind, code } = await failure(getContactCard('P', 6, { connection: { b24: shape('tok_expired', { refreshAuth: 5 }) } }));
  assert.deepEqual([kind, code], ['auth', 'REFRESH_FAILED']);
}

// What is refused.
for (const b24 of [hook, oauth('tok_admin', later)]) {
  await refused({ bx24: b24 }, /\{ b24: \$b24 \}/);
  const reactive = new Proxy(b24, { get: (target, name, receiver) => Reflect.get(target, name, receiver) });
  await refused({ b24: reactive }, /shallowRef\(\) or markRaw\(\)/);
  await refused({ bx24: reactive }, /\{ b24: \$b24 \}/);
  await refused({ b24, webhook: `${portal}/rest/1/adm1secret/` }, /one of/);
}
for (const b24 of [null, 5, {}, { callMethod() {} }, Object.create(hook, { isInit: { value: false } })]) {
  await refused({ b24 }, /an initialised object of the official SDK/);
}
for (const address of ['http://portal.bitrix24.com/rest', 'nowhere', `${portal}/elsewhere`, 5]) {
  await refused({ b24: { ...shape('tok_admin'), getTargetOriginWithPath: () => new Map([['v2', address]]) } }, /b24 must be/);
}
process.exit();
