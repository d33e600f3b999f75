// Secrets in every place where they can be passed, and in what a portal answers: no error shows one.
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import * as card from 'bx24-contact-card';

const CODE = 'abcd1234efgh5678';
const TOKEN = 'a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5';
const RENEWED = 'f00df00df00df00df00df00df00df00d';
const SHORT = 'x7y8z9';
const webhook = `https://portal.example.com/rest/1/${CODE}/`;
const oauth = (more) => ({ portal: 'https://portal.example.com', accessToken: TOKEN, ...more });
const backup = { version: 1, portal: 'https://portal.example.com', scope: 'C', takenAt: '', sections: null };

/** No secret in an error, nor in anything that it holds. */
function clean(error, what) {
  assert(card.isContactCardError(error), `${what}: ${inspect(error)}`);
  const printed = `${error} ${error.stack} ${JSON.stringify(error)} ${inspect(error, { depth: 20, showHidden: true })}`;
  for (const secret of [CODE, TOKEN, RENEWED, SHORT]) assert(!printed.includes(secret), `${what}: ${printed}`);
  return error;
}
const refused = async (what, promise) => clean(await promise.then(() => assert.fail(`${what} is accepted`), (error) => error), what);

// As arguments.
const sections = (section) => [{ type: 'section', name: 'main', title: 'Main', elements: [{ name: 'PHONE' }], ...section }];
const connection = { webhook };
for (const secret of [CODE, TOKEN, webhook]) {
  for (const [what, call] of Object.entries({
    scope: () => card.resetContactCard(secret, 5, { connection }),
    user: () => card.resetContactCard('P', secret, { connection }),
    'user of the common card': () => card.resetContactCard('C', secret, { connection }),
    options: () => card.resetContactCard('P', 5, secret),
    'an option': () => card.resetContactCard('P', 5, { connection, [secret]: 1 }),
    family: () => card.resetContactCard('P', 5, { connection, family: secret }),
    timeout: () => card.resetContactCard('P', 5, { connection, timeout: secret }),
    signal: () => card.resetContactCard('P', 5, { connection, signal: secret }),
    ids: () => card.resetContactCards(secret, { connection }),
    'among ids': () => card.resetContactCards([1, secret], { connection }),
    limit: () => card.resetContactCards([1], { connection, limit: secret }),
    'of limit': () => card.resetContactCards([1], { connection, limit: { [secret]: secret } }),
    sections: () => card.setContactCard(secret, 'P', 5, { connection }),
    'a type': () => card.setContactCard(sections({ type: secret }), 'P', 5, { connection }),
    'a property': () => card.setContactCard(sections({ [secret]: 1 }), 'P', 5, { connection }),
    'a property of a property': () => card.setContactCard(sections({ [secret]: { [secret]: () => {} } }), 'P', 5, { connection }),
    'an element': () => card.setContactCard(sections({ elements: [{ name: secret }, { name: secret }] }), 'P', 5, { connection }),
    'an element\'s property': () => card.setContactCard(sections({ elements: [{ name: 'PHONE', [secret]: 1 }] }), 'P', 5, { connection }),
    'two sections': () => card.setContactCard([...sections({ name: secret }), ...sections({ name: secret })], 'P', 5, { connection }),
    backup: () => card.restoreContactCard(secret, { connection }),
    'a backup\'s property': () => card.restoreContactCard({ ...backup, [secret]: () => {} }, { connection }),
    'a backup\'s portal': () => card.restoreContactCard({ ...backup, portal: secret === webhook ? webhook.replace('portal', 'other') : secret }, { connection }),
    'an address without a scheme': () => card.restoreContactCard({ ...backup, portal: `portal.example.com/rest/1/${secret}/` }, { connection }),
    'an address with a user': () => card.restoreContactCard({ ...backup, portal: `https://${encodeURIComponent(secret)}@portal.example.net` }, { connection }),
  })) await refused(`${what} ${secret}`, call());
}
// As a connection, or in one: nothing of it is shown, however short.
for (const secret of [CODE, TOKEN, webhook, SHORT]) {
  for (const connection of [
    secret, [secret], { [secret]: secret }, { webhook: secret === webhook ? `${webhook}more/` : secret }, { webhook, [secret]: 1 },
    { portal: secret, accessToken: secret }, { portal: 'https://portal.example.com', accessToken: { secret } },
    oauth({ refresh: secret }), oauth({ [secret]: 1 }), { b24: secret }, { bx24: secret }, { webhook, accessToken: secret },
    { webhook: `http://portal.example.com/rest/1/${secret}/` }, { webhook: `https://${secret}@portal.example.com/rest/1/${CODE}/` },
  ]) await refused(inspect(connection), card.resetContactCard('P', 5, { connection }));
  card.configure({ connection: secret });
  await refused('configure', card.resetContactCard('P', 5));
}
card.configure({});

// A name that is misspelt is shown all the same, and a short text, and of an address its origin.
for (const [options, said] of [
  [{ connection: { portal: 'https://a.example.com', acessToken: TOKEN } }, 'connection has no "acessToken"'],
  [{ connection: { webHook: webhook } }, 'connection has no "webHook"'],
  [{ conection: { webhook } }, 'options has no "conection"'],
  [{ totaltimeout: 5 }, 'options has no such property'],
  [{ family: 'contacts' }, 'not "contacts"'],
]) {
  const { message } = await refused(said, card.resetContactCard('P', 5, options));
  assert(message.includes(said), message);
}
const other = await refused('another portal', card.restoreContactCard({ ...backup, portal: 'https://other.example.com' }, { connection }));
assert(!other.message.includes('other.example.com'), other.message);

// In what a portal, or a server in front of it, answers.
const echo = (text, status = 400) => {
  globalThis.fetch = async () => new Response(JSON.stringify({ error: text, error_description: `What is ${text}? ${text}!` }), { status });
};
for (const [connection, secret] of [[{ webhook }, CODE], [{ webhook }, webhook], [oauth(), TOKEN]]) {
  for (const status of [400, 401, 403, 500, 503]) {
    echo(secret, status);
    const { description } = await refused(`echo ${status}`, card.resetContactCard('P', 5, { connection, retries: 0 }));
    assert(description.startsWith('What is ') && description.includes('***'), description);
    const { failed, stopped } = await card.resetContactCards([1, 2], { connection, retries: 0 });
    for (const error of [...failed.map(({ error }) => error), stopped].filter(Boolean)) clean(error, 'stopped');
  }
  globalThis.fetch = async () => new Response(JSON.stringify({
    result: { result: { u1: true }, result_error: { u2: { error: secret, error_description: `Not ${secret}.` }, u3: { error: 'ACCESS_DENIED', error_description: '' } } },
  }));
  const { done, failed } = await card.resetContactCards([1, 2, 3], { connection });
  assert.deepEqual([done, failed.map(({ userId }) => userId)], [[1], [2, 3]]);
  for (const { error } of failed) clean(error, 'of a batch');
  assert.deepEqual([failed[0].error.code.includes('***'), failed[0].error.description.includes('***'), failed[1].error.code], [true, true, 'ACCESS_DENIED']);
}
// What is as short as a word is no secret: it stays in what the portal says.
globalThis.fetch = async () => new Response('{"error":"","error_description":"Access denied."}', { status: 400 });
const denied = await card.resetContactCard('P', 5, { connection: { portal: 'https://portal.example.com', accessToken: 'denied' } }).catch((error) => error);
assert.deepEqual([denied.kind, denied.description], ['access-denied', 'Access denied.']);

// What refresh returns is a token too, and so is the one before.
const bodies = [];
globalThis.fetch = async (_, { body }) => {
  bodies.push(JSON.parse(body).auth);
  const error = bodies.length < 2 ? 'expired_token' : 'SOMETHING';
  return new Response(JSON.stringify({ error, error_description: `${TOKEN} or ${RENEWED}` }), { status: 401 });
};
const twice = await refused('a renewed token', card.resetContactCard('P', 5, { connection: oauth({ refresh: () => RENEWED }) }));
assert.deepEqual([bodies, twice.description], [[TOKEN, RENEWED], '*** or ***']);
for (const refresh of [
  () => { throw new Error(`no token after ${TOKEN}`); }, () => Promise.reject(TOKEN), () => ({ access_token: RENEWED }), () => '', () => null,
]) {
  bodies.length = 0;
  await refused(`${refresh}`, card.resetContactCard('P', 5, { connection: oauth({ refresh }) }));
}

// A library that throws what holds its token, or passes on a portal's echo of it.
const bx24 = (callMethod) => ({ bx24: { callMethod, getAuth: () => ({ access_token: TOKEN }), getDomain: () => 'portal.example.com' } });
await refused('a library that throws', card.resetContactCard('P', 5, { connection: bx24(() => { throw new Error(`auth=${TOKEN}`); }) }));
const passesOn = (_, __, callback) => callback({ status: 400, answer: { error: 'X', error_description: `auth=${TOKEN}` } });
const { description } = await refused('a library that passes on', card.resetContactCard('P', 5, { connection: bx24(passesOn) }));
assert.equal(description, 'auth=***');
// A library that renews its token by itself, in the middle of the call.
let token = TOKEN;
const renews = {
  callMethod(_, __, callback) {
    token = RENEWED;
    callback({ status: 401, answer: { error: 'insufficient_scope', error_description: `${RENEWED} was ${TOKEN}` } });
  },
  getAuth: () => ({ access_token: token }),
  getDomain: () => 'portal.example.com',
};
const renewed = await refused('a library that renews', card.resetContactCard('P', 5, { connection: { bx24: renews } }));
assert.equal(renewed.description, '*** was ***');
// A page that has put an `auth` on Object.prototype. The reason of an abort is the caller's own, however large.
Object.defineProperty(Object.prototype, 'auth', { value: 1, configurable: true });
globalThis.fetch = async (url) => { throw new TypeError(`failed: ${url}`); };
await refused('an inherited token', card.resetContactCard('P', 5, { connection: { webhook }, retries: 0 }));
delete Object.prototype.auth;
// A secret as the name of a property.
globalThis.fetch = async (url) => {
  throw Object.assign(new TypeError('failed'), { kept: { [Symbol()]: 1, list: [2] }, [url]: 3, [Symbol(url)]: 4, deep: { [`x-${CODE}`]: 5 } });
};
const { cause } = await refused('a name', card.resetContactCard('P', 5, { connection: { webhook }, retries: 0 }));
assert.deepEqual([cause.message, Object.keys(cause), cause.kept.list, cause.deep], ['failed', ['kept', 'deep'], [2], {}]);
const reason = { list: Array.from({ length: 1000 }, (_, index) => ({ index })) };
globalThis.fetch = () => new Promise(() => {});
const controller = new AbortController();
const call = card.resetContactCard('P', 5, { connection: { webhook }, signal: controller.signal });
setTimeout(() => controller.abort(reason), 5);
assert.equal((await refused('an abort', call)).cause, reason);
console.log('done');
