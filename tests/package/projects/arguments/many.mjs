// What many cards are asked for and given back by: ids and backups of every kind. What is refused is refused before anything is sent.
import assert from 'node:assert/strict';
import { getContactCards, resetContactCards, restoreContactCards } from 'bx24-contact-card';

const portal = 'https://example.com';
const connection = { webhook: `${portal}/rest/1/secret12345/` };
const sent = [];
globalThis.fetch = async (url, { body }) => {
  const { cmd } = JSON.parse(body);
  sent.push(url.split('/').at(-1), ...Object.values(cmd ?? {}));
  const result = cmd ? { result: Object.fromEntries(Object.entries(cmd).map(([key, command]) => [key, command.includes('.get?') ? null : true])) } : true;
  return new Response(JSON.stringify({ result }));
};
const sections = [{ name: 'main', title: 'About', type: 'section', elements: [] }];
const backup = (userId, more) => ({ version: 1, portal, scope: 'P', userId, takenAt: '2026-11-24T10:00:00.000Z', sections, ...more });

// Any iterable of backups, as kept anywhere; one without a layout resets.
function* generated() { yield backup(5); yield backup(6, { sections: null }); }
for (const backups of [[backup(5), backup(6, { sections: null })], new Set(generated()), generated(), JSON.parse(JSON.stringify([...generated()])), new Map([...generated()].map((one) => [one.userId, one])).values()]) {
  sent.length = 0;
  const report = await restoreContactCards(backups, { connection });
  assert.deepEqual(report, { done: [5, 6], failed: [], pending: [] });
  assert.deepEqual(sent, [
    'batch',
    'crm.contact.details.configuration.set?scope=P&userId=5&data[0][name]=main&data[0][title]=About&data[0][type]=section',
    'crm.contact.details.configuration.reset?scope=P&userId=6',
  ]);
}
sent.length = 0;
// Another spelling of the same origin.
assert.deepEqual((await restoreContactCards([backup(5, { portal: 'HTTPS://EXAMPLE.com:443' })], { connection })).done, [5]);
assert.deepEqual(await restoreContactCards([], { connection }), { done: [], failed: [], pending: [] });
assert.deepEqual(await getContactCards([], { connection }), { done: [], failed: [], pending: [], cards: [], backups: [] });
assert.deepEqual(await resetContactCards([], { connection }), { done: [], failed: [], pending: [], backups: [] });

// A reading: each user once, cards apart from backups.
const { done, cards, backups } = await getContactCards(['7', 5, 7], { connection, backup: true });
assert.deepEqual([done, cards], [[7, 5], [{ userId: 7, sections: null }, { userId: 5, sections: null }]]);
assert.deepEqual(backups.map(({ takenAt, ...rest }) => rest), [7, 5].map((userId) => ({ version: 1, portal, scope: 'P', userId, sections: null })));
assert.ok(backups.every(({ takenAt }) => Math.abs(Date.now() - Date.parse(takenAt)) < 60_000));
assert.deepEqual((await getContactCards([7], { connection })).backups, []);

sent.length = 0;
const SECRET = 'secret12345';
for (const [call, given, code, description] of [
  [restoreContactCards, backup(5), 'INVALID_BACKUPS', /^backups must be an iterable of backups, not an object\.$/],
  [restoreContactCards, undefined, 'INVALID_BACKUPS', /not undefined/],
  [restoreContactCards, 'P', 'INVALID_BACKUPS', /not "P"/],
  [restoreContactCards, [5], 'INVALID_BACKUP', /^backups, at index 0: backup must be/],
  [restoreContactCards, [backup(5), null], 'INVALID_BACKUP', /^backups, at index 1: /],
  [restoreContactCards, [backup(5), backup(6, { version: 3 })], 'INVALID_BACKUP', /at index 1: .*version is neither 1 nor 2/],
  [restoreContactCards, [backup(5), backup(6, { version: undefined })], 'INVALID_BACKUP', /version is neither 1 nor 2/],
  [restoreContactCards, [backup(undefined)], 'INVALID_BACKUP', /at index 0: .*named user's personal card/],
  [restoreContactCards, [backup(5), backup(undefined, { scope: 'C' })], 'INVALID_BACKUP', /at index 1: .*named user's personal card/],
  [restoreContactCards, [backup(5), backup(6, { portal: 'https://other.example.com' })], 'OTHER_PORTAL', /at index 1: /],
  [restoreContactCards, [backup(5), backup(6, { portal: connection.webhook.replace('example', 'other') })], 'OTHER_PORTAL', /at index 1: /],
  [restoreContactCards, [backup(5), backup(6, { sections: [] })], 'INVALID_BACKUP', /no data to write/],
  [restoreContactCards, [backup(5), backup(6, { sections: [{ name: 'main' }] })], 'INVALID_BACKUP', /does not have title/],
  [restoreContactCards, [backup(5), backup(6), backup(7), backup(6)], 'INVALID_BACKUPS', /^backups, at index 3: there is another backup of this user\.$/],
  [restoreContactCards, [backup(5), backup(5)], 'INVALID_BACKUPS', /at index 1: /],
  [restoreContactCards, [backup(5), backup('6')], 'INVALID_BACKUP', /userId/],
  [getContactCards, 5, 'INVALID_USER_IDS', /^userIds must be an iterable of user ids, not 5\.$/],
  [getContactCards, '567', 'INVALID_USER_IDS', /not "567"/],
  [getContactCards, [5, 0], 'INVALID_USER_ID', /^userIds, at index 1: userId must be/],
]) {
  await assert.rejects(call(given, { connection }), (error) => {
    assert.equal(error.code, code, error.message);
    assert.equal(error.kind, 'invalid-argument');
    assert.match(error.description, description);
    assert.ok(!`${error.stack}${JSON.stringify(error)}`.includes(SECRET), error.stack);
    return true;
  });
}
await assert.rejects(restoreContactCards([backup(5)], { connection, backup: true }), { code: 'INVALID_OPTION', message: /no "backup"; it has: / });
await assert.rejects(restoreContactCards([backup(5)]), { kind: 'no-connection' });
// Whatever an iterable throws is the cause.
const thrown = new Error('mine');
for (const call of [getContactCards, resetContactCards, restoreContactCards]) {
  await assert.rejects(call({ *[Symbol.iterator]() { throw thrown; } }, { connection }), { kind: 'invalid-argument', cause: thrown });
}
assert.deepEqual(sent, [], 'nothing is sent');
console.log('done');
