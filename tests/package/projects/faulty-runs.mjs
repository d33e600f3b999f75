// Bulk operations for 200 users each, 5 at once, while the portal answers with faults drawn by chance: everybody is accounted for
// once, and the portal's cards are as the reports say. Those that are reset with backups are restored from them, and the cards of
// everyone who is done both times read as before. Run with the portal's address, the number of runs and a seed.
import assert from 'node:assert/strict';
import { getContactCards, resetContactCards, restoreContactCards } from 'bx24-contact-card';
import { seeded } from './chance.mjs';
import { controlOf } from './control.mjs';

const [, , portal, runs, seed] = process.argv;
const USERS = 200;
const AT_ONCE = 5;
const TIMEOUT = 600; // ms, of each request
const OUTSIDERS = [9_000_001, 9_000_002, 9_000_003];

const { chance, upTo, pick } = seeded(seed);
const [RESET, SET] = ['reset', 'set'].map((name) => `crm.contact.details.configuration.${name}`);
const FAULTS = [
  { match: 'batch', then: { delayMs: 20 } }, // no fault: the next one waits its turn
  { match: 'batch', then: { delayMs: 2 * TIMEOUT } },
  { match: 'batch', then: { status: 500, body: '' } },
  { match: 'batch', then: { status: 502, body: '<html>' } },
  { match: 'batch', then: { status: 503, body: '<html>' } },
  { match: 'batch', then: { status: 200, body: '<html>' } },
  { match: 'batch', then: { status: 200, body: '' } },
  { match: 'batch', then: { status: 200, body: { result: { result: [], result_error: [] } } } },
  { match: 'batch', then: { truncate: 30 } },
  { match: 'batch', then: { truncate: 400 } },
  { match: 'batch', then: { reset: true } },
  { match: 'batch', then: { hang: true } },
  { match: 'batch', then: { error: 'QUERY_LIMIT_EXCEEDED' } },
  { match: 'batch', then: { error: 'OPERATION_TIME_LIMIT' } },
  { match: 'batch', then: { error: 'INVALID_CREDENTIALS' } },
  { match: RESET, times: 7, then: { error: 'INTERNAL_SERVER_ERROR' } },
  { match: RESET, times: 2, then: { error: 'OPERATION_TIME_LIMIT' } },
  { match: RESET, times: 3, then: { error: 'WRONG_LICENSE' } },
  { match: SET, times: 4, then: { error: 'INTERNAL_SERVER_ERROR' } },
  { match: SET, times: 1, then: { truncate: 30 } },
  { match: SET, times: 1, then: { error: 'QUERY_LIMIT_EXCEEDED' } },
];

const control = controlOf(portal);
const phone = (options) => ({ name: 'PHONE', optionFlags: '1', options });
const LAYOUTS = [
  { title: 'Main', elements: [] },
  { title: 'A & B + 50 % #1 ä€😀', elements: [phone({ defaultCountry: 'GB' }), { name: 'NAME' }] },
  // These go alone.
  { title: '$result[u5]', elements: [] },
  { title: 'Main', elements: [phone({ defaultAddressType: 1 })] },
];
const row = (user) => ({
  user, name: 'contact_details', common: false,
  value: [{ name: 'default_column', type: 'column', elements: [{ type: 'section', name: `of ${user}`, ...pick(LAYOUTS) }] }],
});
const faulty = () => control('PUT', 'faults', Array.from({ length: 1 + upTo(12) }, () => pick(FAULTS)));
const faultless = async () => {
  await control('PUT', 'faults', []);
  // What was given up for being late is still carried out.
  await new Promise((later) => setTimeout(later, 2 * TIMEOUT));
};
const sorted = (ids) => ids.toSorted((one, other) => one - other);

/** The saved layouts of some users, by their ids. */
async function cardsOf(ids) {
  const { done, cards } = await getContactCards(ids, { connection, limit });
  assert.deepEqual(sorted(done), ids);
  return new Map(cards.map(({ userId, sections }) => [userId, sections]));
}

/** Counts a report in which everybody of `ids` is accounted for. */
function account(what, ids, { done, failed, pending, stopped }) {
  const everybody = sorted([...done, ...failed.map(({ userId }) => userId), ...pending]);
  assert.deepEqual(everybody, ids, `${what}: not everybody is accounted for once: seed ${seed}`);
  assert.equal(pending.length > 0, stopped !== undefined, `${what}: pending without a reason, or the reverse: seed ${seed}`);
  const counted = total[what] ??= { runs: 0, done: 0, failed: 0, pending: 0, stopped: {} };
  counted.runs++;
  counted.done += done.length;
  counted.failed += failed.length;
  counted.pending += pending.length;
  if (stopped) counted.stopped[stopped.kind] = 1 + (counted.stopped[stopped.kind] ?? 0);
}

const connection = { webhook: `${portal}/rest/1/adm1secret/` };
const limit = { burst: 1e6, perSecond: 1e6 };
const options = { connection, timeout: TIMEOUT, retries: 1, limit };
const total = {};
for (let run = 0; run < Number(runs); run += AT_ONCE) {
  const groups = Array.from({ length: AT_ONCE }, (_, group) => Array.from({ length: USERS }, (_, index) => group * USERS + index + 1));
  // Some have no card of their own.
  const owners = groups.flat().filter(() => chance() < 0.9);
  await control('PUT', 'rows', [...owners, ...OUTSIDERS].map(row));
  const before = await cardsOf([...groups.flat(), ...OUTSIDERS]);

  await faulty();
  const readings = await Promise.all(groups.map((ids) => getContactCards(ids, { ...options, backup: true })));
  await faultless();
  for (const [group, { cards, backups, ...report }] of readings.entries()) {
    account('read', groups[group], report);
    assert.deepEqual(cards.map(({ userId }) => userId), report.done);
    assert.deepEqual(backups.map(({ userId, sections }) => ({ userId, sections })), cards);
    for (const { userId, sections } of cards) assert.deepEqual(sections, before.get(userId), `another card: seed ${seed}`);
    for (const { error } of report.failed) assert.equal(error.outcome, 'unchanged', `seed ${seed}`);
  }

  await faulty();
  const resets = await Promise.all(groups.map((ids) => resetContactCards(ids, { ...options, backup: chance() < 0.5 })));
  await faultless();
  const after = await cardsOf([...groups.flat(), ...OUTSIDERS]);
  assert.deepEqual(OUTSIDERS.map((user) => after.get(user)), OUTSIDERS.map((user) => before.get(user)), `seed ${seed}`);
  for (const [group, { backups, ...report }] of resets.entries()) {
    account('reset', groups[group], report);
    for (const user of report.done) assert.equal(after.get(user), null, `a card that is done is there: seed ${seed}`);
    for (const { userId, error } of report.failed) assert.ok(after.get(userId) || error.outcome === 'unknown' || !before.get(userId), `seed ${seed}`);
  }

  await faulty();
  const undone = await Promise.all(resets.map(({ backups }) => restoreContactCards(backups, options)));
  await faultless();
  const restored = await cardsOf([...groups.flat(), ...OUTSIDERS]);
  for (const [group, report] of undone.entries()) {
    const { backups, done } = resets[group];
    account('restored', sorted(backups.map(({ userId }) => userId)), report);
    assert.equal('backups' in report || 'cards' in report, false);
    const both = report.done.filter((user) => done.includes(user));
    for (const user of both) assert.deepEqual(restored.get(user), before.get(user), `not as it was: seed ${seed}`);
  }
  for (const user of OUTSIDERS) assert.deepEqual(restored.get(user), before.get(user), `somebody else's card: seed ${seed}`);
}
const sum = (counted) => Object.values(total).reduce((sum, report) => sum + report[counted], 0);
assert.ok(sum('done') && sum('pending'), `the faults made no difference, or all of it: ${JSON.stringify(total)}, seed ${seed}`);
console.log(`${JSON.stringify(total)} with seed ${seed}`);
