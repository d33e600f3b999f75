// Two editors and one other writer on one card, whose requests take as long as chance says. Each editor's answer is what was on the
// card after its own saving, and has its section. What is lost all the same, because the portal can neither lock nor compare, is
// counted. Run with the portal's address, the number of interleavings and a seed.
import assert from 'node:assert/strict';
import { editContactCard, getContactCard, setContactCard } from 'bx24-contact-card';
import { seeded } from './chance.mjs';
import { controlOf } from './control.mjs';

const [, , portal, runs, seed] = process.argv;
const control = controlOf(portal);
const { upTo, pick } = seeded(seed);
const connection = { webhook: `${portal}/rest/1/adm1secret/` };
const AT_ONCE = 10; // interleavings, each of the card of another user
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const section = (name) => ({ name, title: name, type: 'section', elements: [] });
const told = { runs: 0, saved: 0, idle: 0, repeated: 0, conflicts: 0, overwritten: 0, lost: 0 };

async function editor(name, card) {
  await later(upTo(12));
  const own = [];
  const seen = [];
  const change = async (sections) => {
    seen.push(sections);
    if (upTo(3) === 0) await later(upTo(8));
    if (sections?.some((other) => other.name === name)) return undefined;
    own.push([...(sections ?? []), section(name)]);
    return own.at(-1);
  };
  try {
    return { name, own, seen, answer: await editContactCard(change, ...card) };
  } catch (error) {
    return { name, own, seen, error };
  }
}

async function writer(card) {
  for (let times = upTo(4); times > 0; times--) {
    await later(upTo(15));
    // With what is there, as the portal's own interface saves, or without.
    const { result } = await getContactCard(...card);
    await setContactCard([...(pick([true, true, false]) && result || []).filter(({ name }) => name !== 'other'), section('other')], ...card);
  }
}

async function interleave(user) {
  const card = ['P', user, { connection, retries: 3, timeout: 60_000 }];
  const before = pick([null, [section('client')]]);
  if (before) await setContactCard(before, ...card);
  const editors = await Promise.all([editor('one', card), editor('two', card), writer(card)]);
  return { user, editors: editors.slice(0, 2), final: (await getContactCard(...card)).result };
}

for (let run = 0; run < Number(runs); run += AT_ONCE) {
  await control('PUT', 'rows', []);
  await control('DELETE', 'log');
  const delays = Array.from({ length: 40 * AT_ONCE }, () => ({ match: '*', times: 1, then: { delayMs: upTo(10) } }));
  await control('PUT', 'faults', delays);
  const ended = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => interleave(index + 1)));
  await control('PUT', 'faults', []);
  const log = (await control('GET', 'log')).filter(({ method }) => method.endsWith('set'));
  for (const told of ended) judge(run, log, told);
}
console.log(JSON.stringify(told));

function judge(run, log, { user, editors, final }) {
  const rows = log.filter(({ params }) => params.userId === user).map(({ params }) => JSON.stringify(params.data));
  for (const { name, own, seen, answer, error } of editors) {
    const place = `SEED=${seed}, from run ${run}, user ${user}, ${name}`;
    if (error) {
      assert.deepEqual([error.kind, error.outcome, own.length], ['conflict', 'unknown', 4], `${place}: ${error}`);
      assert.deepEqual(error.backup.sections, seen[0], place);
      told.conflicts++;
      continue;
    }
    assert.equal(answer.changed, own.length > 0, place);
    assert.deepEqual(answer.backup.sections, seen[0], place);
    assert(answer.sections.some((other) => other.name === name), `${place}: ${JSON.stringify(answer)}`);
    const sections = JSON.stringify(answer.sections);
    assert(rows.includes(sections), `${place}: the card never was ${sections}`);
    if (!answer.changed) told.idle++;
    // Else somebody else had saved in between, and kept the section.
    else if (sections === JSON.stringify(own.at(-1))) told.saved++;
    else assert.deepEqual(answer.sections, seen.at(-1), place);
    if (own.length > 1) told.repeated++;
    if (!final.some((other) => other.name === name)) {
      // Lost is what the other editor has saved over, having read the card before.
      const after = rows.slice(rows.lastIndexOf(sections) + 1);
      const over = after.find((row) => !row.includes(`"${name}"`)) ?? '[]';
      if (JSON.parse(over).some((other) => other.name === (name === 'one' ? 'two' : 'one'))) told.lost++;
      else told.overwritten++;
    }
  }
  told.runs++;
}
