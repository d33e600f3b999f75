// Makes random calls beside each other over the BX24 library, and notes what is not as it should be. A function body; its
// arguments are the portal, the seeds of the interleavings, how much faster time passes here, and a card. The whole of an
// interleaving is drawn before it begins, so that its seed makes the same again.
const [portal, seeds, faster, template] = arguments;
const told = { calls: 0, requests: 0, outcomes: {}, latest: 0, slow: 0, outdated: 0, wrong: [] };

/** Milliseconds of the page after its deadline in which a call has to settle, on a busy machine. */
const MARGIN = 10_000;
/** Milliseconds in which an answer that has left the portal is handed on, on a busy machine. */
const ON_THE_WAY = 600;
/** The longest delay of an answer, in milliseconds, and the time in which all that was sent has been answered. */
const DELAY = 100;
const QUIET = 250;
/** Users of one interleaving. No two interleavings of a page share any. */
const USERS = 400;

/** Milliseconds since 1970: this clock is not scaled. */
const realNow = () => performance.timeOrigin + new Event('now').timeStamp;
/** The longest time, in milliseconds that are not scaled, for which this page did nothing since it was set to 0. */
let stalled = 0;
let beat = realNow();
setInterval(() => {
  const now = realNow();
  stalled = Math.max(stalled, now - beat);
  beat = now;
}, 20 * faster);
/** Waits so many milliseconds that are not scaled. */
const really = (ms) => later(ms * faster);

// The plan.

const LOSSES = [{ status: 502, body: '<html>' }, { status: 202, body: '<html>' }, { status: 203, body: null }, { reset: true }];
/** With another status than where the portal itself refuses a token that has been renewed since. */
const EXPIRED = { status: 403, body: { error: 'expired_token', error_description: 'The access token provided has expired' } };
const METHODS = ['*.reset', '*.reset', '*.get', '*.set', 'batch', 'crm.*'];
const KINDS = ['reset', 'reset', 'reset', 'reset', 'backup', 'get', 'set', 'many', 'many', 'own', 'own', 'own'];

function drawFault({ chance, upTo, pick }) {
  const match = pick(METHODS);
  const late = chance() < 0.5 ? { delayMs: 1 + upTo(DELAY) } : {};
  const which = chance();
  if (which < 0.35) return { match, times: 1 + upTo(4), then: { delayMs: 1 + upTo(DELAY) } };
  if (which < 0.8) return { match, times: 1 + upTo(3), then: { ...pick(LOSSES), ...late } };
  if (which < 0.83) return { match, times: 1, then: { status: 503, body: '<html>', ...late } };
  if (which < 0.92) return { match, times: 1 + upTo(2), then: { ...EXPIRED, ...late } };
  if (which < 0.98) return { match: 'refreshAuth', times: 1, then: { delayMs: 1 + upTo(2 * DELAY) } };
  return { match: 'refreshAuth', times: 1, then: { status: 503 } };
}

function draw(chances, index) {
  const { chance, upTo, pick } = chances;
  let next = 1000 + index * USERS;
  const calls = [];
  for (let count = 2 + upTo(19); count > 0; count--) {
    const kind = pick(KINDS);
    const users = Array.from({ length: kind === 'many' ? 1 + upTo(70) : 1 }, () => next++ % (1000 + 100 * USERS));
    const other = calls.length > 0 ? pick(calls) : undefined;
    const call = {
      kind, users, after: upTo(1500), timeout: pick([2000, 15_000, 15_000, 25_000]), retries: upTo(4),
      abortedAfter: chance() < 0.1 ? upTo(3000) : undefined, backup: chance() < 0.3, isShared: false,
    };
    // Two calls for one card.
    if (other && chance() < 0.1 && kind !== 'many') {
      call.users = [other.users[0]];
      call.isShared = true;
      other.isShared = true;
    }
    calls.push(call);
  }
  return { calls, faults: Array.from({ length: upTo(11) }, () => drawFault(chances)) };
}

// The calls.

const sections = (number) => [{ type: 'section', name: 'main', title: 'Main', elements: [
  { name: 'ADDRESS', optionFlags: 1, options: { defaultAddressType: number } },
] }];

async function make(call) {
  const { kind, users, timeout, retries, abortedAfter, backup } = call;
  const [user] = users;
  await later(call.after);
  call.at = realNow();
  if (kind === 'own') {
    call.answers = [];
    BX24.callMethod(RESET, { scope: 'P', userId: user }, (answer) => call.answers.push(answer.data()));
    return;
  }
  const controller = new AbortController();
  if (abortedAfter !== undefined) later(abortedAfter).then(() => controller.abort());
  const options = { timeout, retries, signal: controller.signal };
  const start = performance.now();
  const promise = {
    reset: () => BX24ContactCard.resetContactCard('P', user, options),
    backup: () => BX24ContactCard.resetContactCard('P', user, { ...options, backup: true }),
    get: () => BX24ContactCard.getContactCard('P', user, options),
    set: () => BX24ContactCard.setContactCard(sections(user), 'P', user, options),
    many: () => BX24ContactCard.resetContactCards(users, { ...options, backup, totalTimeout: timeout }),
  }[kind]();
  // A call that never settles is told from one that is late.
  await Promise.race([really(timeout / faster + 5000), promise.then(
    (answer) => { call.answer = answer; },
    (error) => { call.error = error; },
  )]);
  call.ms = performance.now() - start;
}

// The checks.

/** The statuses of the requests for one user's card by method, in the order of their answers. */
function sequences(log) {
  const byUser = {};
  const add = (user, method, entry) => ((byUser[Number(user)] ??= {})[method] ??= []).push(entry);
  for (const entry of log) {
    const method = entry.method.replace(/.*\./, '');
    if (method !== 'batch') add(entry.params.userId, method, entry);
    for (const command of entry.commands ?? []) add(command.params.userId, command.method.replace(/.*\./, ''), entry);
  }
  return byUser;
}

const HEALTHY = 200;
const OUTDATED = 401;
const { status: REFUSED } = EXPIRED;

function check(call, byUser, rows, wrong) {
  const { kind, users, timeout, retries, answer, error, ms } = call;
  const fault = error ?? answer?.stopped;
  const note = (what, entries) => wrong.push({
    what, call: { ...call, users: users.slice(0, 3), answer: undefined, error: fault?.toJSON?.() ?? String(fault) },
    entries: entries?.map(({ method, status, at, contentType }) => ({ method, status, after: at - call.at, contentType })),
  });
  const wasThere = rows.before;
  const isThere = (user) => rows.after.has(user);
  const outcome = kind === 'own' ? 'own' : answer ? (answer.stopped?.kind ?? 'resolved') : (error?.kind ?? 'never');
  told.outcomes[outcome] = 1 + (told.outcomes[outcome] ?? 0);

  if (kind !== 'own') {
    if (outcome === 'never') return note('it does not settle');
    told.latest = Math.max(told.latest, ms - timeout);
    if (ms > timeout + MARGIN + stalled * faster) note('it settles late');
    if (outcome === 'internal') note('the package has failed');
  }
  if (call.isShared) return undefined;

  const goal = kind === 'get' ? 'get' : kind === 'set' ? 'set' : 'reset';
  for (const user of users) {
    const methods = byUser[user] ?? {};
    for (const entries of Object.values(methods)) {
      const answered = entries.findIndex(({ status }) => status === HEALTHY);
      if (answered >= 0 && answered < entries.length - 1) return note('it is sent again after a healthy answer', entries);
      const count = (wanted) => entries.filter(({ status }) => status === wanted).length;
      // What the library sends again after a renewal, and the browser after a reset, is no attempt of the call. A bulk reset has
      // new retries whenever a batch succeeds.
      if (['own', 'many'].includes(kind)) continue;
      if (entries.length > 1 + retries + count(OUTDATED) + count(REFUSED) + count(null)) note('it is sent too often', entries);
    }
    const entries = methods[goal] ?? [];
    const last = entries.at(-1);
    const isHealthy = last?.status === HEALTHY;
    if (kind === 'own') {
      if (call.answers.length > 1 || (isHealthy && call.answers[0] !== true)) note('the page is not called back once', entries);
      return undefined;
    }
    const isDone = kind === 'many' ? answer.done.includes(user) : Boolean(answer);
    if (isDone && !isHealthy) note('it is done without an answer', entries);
    if (isHealthy && !isDone && outcome !== 'aborted') {
      const deadline = call.at + timeout / faster;
      // A bulk reset that has failed awaits what is in flight, and keeps its reason.
      const isOutOfTime = outcome === 'timeout' || (kind === 'many' && ms >= timeout);
      if (isOutOfTime && last.at > deadline - DELAY - ON_THE_WAY - stalled) told.slow++;
      else return note('a healthy answer is not believed', entries);
    }
    if (isDone && goal === 'reset' && isThere(user)) note('it is done, and the card is there', entries);
  }
  const [user] = users;
  const entries = [...new Set(users.flatMap((one) => Object.values(byUser[one] ?? {}).flat()))];
  // The library renews its token for each call of the page, and each renewal outdates the token before. The portal can have
  // another one already when the package is refused with the one it has just been given.
  if (outcome === 'auth') {
    if (entries.filter(({ status }) => [OUTDATED, REFUSED].includes(status)).length >= 2) told.outdated++;
    else note('it ends for one refusal of its token', entries);
  }
  if (kind === 'many') {
    const { done, failed, pending, stopped, backups } = answer;
    const all = [...done, ...failed, ...pending].sort((one, other) => one - other);
    if (failed.length > 0) note('somebody is refused', entries);
    if (JSON.stringify(all) !== JSON.stringify(users)) note('somebody is missing in the report', entries);
    if ((pending.length > 0) !== Boolean(stopped)) note('somebody is pending without a reason', entries);
    if (call.backup && !done.every((one) => backups.some((backup) => backup.userId === one && backup.sections?.length === 1))) {
      note('a backup is missing', entries);
    }
    return undefined;
  }
  if (answer) {
    if (kind === 'get' && answer.result?.length !== 1) note('another card is read', entries);
    if (kind === 'backup' && answer.backup?.sections?.length !== 1) note('another card is backed up', entries);
    if (kind === 'set' && !rows.after.get(user)?.includes(`"defaultAddressType":${user}`)) note('another card is saved', entries);
    return undefined;
  }
  const { attempts, outcome: card, backup } = error;
  const resent = entries.filter(({ status }) => [OUTDATED, REFUSED, null].includes(status)).length;
  if (entries.length > attempts + resent) note('there are more requests than are told', entries);
  if (card === 'unchanged' && rows.after.get(user) !== wasThere.get(user)) note('it is told that the card is unchanged', entries);
  if (kind === 'backup' && card === 'unknown' && backup?.sections?.length !== 1) note('a backup is missing', entries);
  return undefined;
}

async function interleave(seed, index) {
  const { calls, faults } = draw(seeded(seed), index);
  const users = [...new Set(calls.flatMap((call) => call.users))].sort((one, other) => one - other);
  await control(portal, 'PUT', 'faults', []);
  await control(portal, 'PUT', 'rows', users.map((user) => ({ ...template, user })));
  await control(portal, 'DELETE', 'log');
  const saved = async () => new Map((await control(portal, 'GET', 'rows')).map(({ user, value }) => [user, JSON.stringify(value)]));
  const before = await saved();
  await control(portal, 'PUT', 'faults', faults);
  const { XMLHttpRequest: request } = window;
  stalled = 0;
  await Promise.all(calls.map(make));
  await really(QUIET);
  const log = (await logged(portal)).filter(({ method }) => method !== 'refreshAuth');
  const rows = { before, after: await saved() };
  const wrong = [];
  if (window.XMLHttpRequest !== request) wrong.push({ what: 'the page is left changed' });
  const byUser = sequences(log);
  for (const call of calls) check(call, byUser, rows, wrong);
  told.calls += calls.length;
  told.requests += log.length;
  if (wrong.length > 0) told.wrong.push({ index, wrong, faults });
}

inBackground(told, async () => {
  for (const [index, seed] of seeds.entries()) await interleave(seed, index);
  await control(portal, 'PUT', 'faults', []);
});
