// Where requests go, and with which token.
import assert from 'node:assert/strict';
import { getContactCard } from 'bx24-contact-card';

const sent = [];
const answers = [];
globalThis.fetch = async (url, { body }) => {
  sent.push([new URL(url).origin, JSON.parse(body).auth]);
  const [status, answer] = answers.shift() ?? [200, { result: null }];
  return new Response(JSON.stringify(answer), { status });
};
const kind = (connection) => getContactCard('P', 5, { connection }).then(() => 'sent', (error) => error.code);

// Over http, only what is this machine whatever DNS says.
for (const host of ['localhost', 'localhost:8080', '127.0.0.1', '127.9.9.9:1', '[::1]', '[::1]:8080', '2130706433', '0x7f.1']) {
  assert.equal(await kind({ webhook: `http://${host}/rest/1/code/` }), 'sent', host);
}
for (const host of [
  'x.localhost', 'a.b.localhost:8080', 'localhost.', 'localhost.example.com', '127.0.0.1.example.com', '0.0.0.0', '[::]', '[::ffff:127.0.0.1]', '10.0.0.1', 'xlocalhost', '126.0.0.1',
]) {
  assert.equal(await kind({ webhook: `http://${host}/rest/1/code/` }), 'INVALID_CONNECTION', host);
  assert.equal(await kind({ portal: `http://${host}`, accessToken: 'token' }), 'INVALID_CONNECTION', host);
}
assert.equal(await kind({ webhook: 'https://x.localhost/rest/1/code/' }), 'sent');

// A connection whose portal changes: what was renewed for one portal stays there.
sent.length = 0;
const expired = [401, { error: 'expired_token', error_description: '' }];
let renewals = 0;
const connection = { portal: 'https://a.example.com', accessToken: 'first', refresh: () => `renewed ${++renewals}` };
answers.push(expired);
assert.equal(await kind(connection), 'sent');
connection.portal = 'https://b.example.com';
assert.equal(await kind(connection), 'sent');
answers.push(expired);
assert.equal(await kind(connection), 'sent');
connection.portal = 'https://a.example.com/rest/';
assert.equal(await kind(connection), 'sent');
connection.accessToken = 'second';
assert.equal(await kind(connection), 'sent');
const [a, b] = ['https://a.example.com', 'https://b.example.com'];
assert.deepEqual(sent, [[a, 'first'], [a, 'renewed 1'], [b, 'first'], [b, 'first'], [b, 'renewed 2'], [a, 'renewed 1'], [a, 'second']]);

// A renewal under way for one portal is not waited for by calls to the other.
sent.length = 0;
let settle;
const slow = { portal: a, accessToken: 'first', refresh: () => new Promise((resolve) => { settle = resolve; }) };
answers.push(expired);
const waiting = kind(slow);
while (!settle) await new Promise(setImmediate);
slow.portal = b;
assert.equal(await kind(slow), 'sent');
settle('renewed');
assert.equal(await waiting, 'sent');
assert.equal(await kind(slow), 'sent');
assert.deepEqual(sent, [[a, 'first'], [b, 'first'], [a, 'renewed'], [b, 'first']]);

// So is what was learned of a portal.
sent.length = 0;
const methods = [];
globalThis.fetch = async (url) => {
  methods.push(url.split('/').at(-1).split('.')[1]);
  const isOld = url.startsWith(a) && url.includes('crm.contact');
  return new Response(isOld ? '{"error":"ERROR_METHOD_NOT_FOUND"}' : '{"result":null}', { status: isOld ? 404 : 200 });
};
const moving = { portal: a, accessToken: 'token' };
for (const portal of [a, a, b, a]) {
  moving.portal = portal;
  assert.equal(await kind(moving), 'sent');
}
assert.deepEqual(methods, ['contact', 'item', 'item', 'contact', 'item']);
console.log('done');
