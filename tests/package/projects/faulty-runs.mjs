// Bulk resets of 200 users each, 5 at once, while the portal answers with faults drawn by chance: everybody is accounted
// for once, and the portal's cards are as the reports say. Run with the portal's address, the number of runs and a seed.
import assert from 'node:assert/strict';
import { resetContactCards } from 'bx24-contact-card';
import { seeded } from './chance.mjs';
import { controlOf } from './control.mjs';

const [, , portal, runs, seed] = process.argv;
const USERS = 200;
const AT_ONCE = 5;
const TIMEOUT = 600; // ms, of each request
const OUTSIDERS = [9_000_001, 9_000_002, 9_000_003];

const { chance, upTo, pick } = seeded(seed);
const RESET = 'crm.contact.details.configuration.reset';
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
];

const control = controlOf(portal);
const layout = [{ type: 'section', name: 'main', title: 'Main', elements: [] }];
const row = (user) => ({
  user, name: 'contact_details', common: false, value: [{ name: 'default_column', type: 'column', elements: layout }],
});

const connection = { webhook: `${portal}/rest/1/adm1secret/` };
const total = { runs: 0, done: 0, failed: 0, pending: 0, stopped: {} };
while (total.runs < Number(runs)) {
  const groups = Array.from({ length: AT_ONCE }, (_, group) => Array.from({ length: USERS }, (_, index) => group * USERS + index + 1));
  await control('PUT', 'rows', [...groups.flat(), ...OUTSIDERS].map(row));
  await control('PUT', 'faults', Array.from({ length: 1 + upTo(12) }, () => pick(FAULTS)));
  const options = { connection, timeout: TIMEOUT, retries: 1, limit: { burst: 1e6, perSecond: 1e6 } };
  const reports = await Promise.all(groups.map((ids) => resetContactCards(ids, { ...options, backup: chance() < 0.3 })));
  await control('PUT', 'faults', []);
  // What was given up for being late is still carried out.
  await new Promise((later) => setTimeout(later, 2 * TIMEOUT));
  const left = new Set((await control('GET', 'rows')).map(({ user }) => user));
  assert.deepEqual(OUTSIDERS.filter((user) => !left.has(user)), [], `somebody else lost a card: seed ${seed}`);
  for (const [group, { done, failed, pending, stopped }] of reports.entries()) {
    const everybody = [...done, ...failed.map(({ userId }) => userId), ...pending].sort((one, other) => one - other);
    assert.deepEqual(everybody, groups[group], `not everybody is accounted for once: seed ${seed}`);
    assert.deepEqual(done.filter((user) => left.has(user)), [], `a card that is done is there: seed ${seed}`);
    assert.equal(pending.length > 0, stopped !== undefined, `pending without a reason, or the reverse: seed ${seed}`);
    for (const { userId, error } of failed) assert.ok(left.has(userId) || error.outcome === 'unknown', `seed ${seed}`);
    total.runs++;
    total.done += done.length;
    total.failed += failed.length;
    total.pending += pending.length;
    if (stopped) total.stopped[stopped.kind] = 1 + (total.stopped[stopped.kind] ?? 0);
  }
}
assert.ok(total.done && total.pending, `the faults made no difference, or all of it: ${JSON.stringify(total)}, seed ${seed}`);
console.log(`${JSON.stringify(total)} with seed ${seed}`);
