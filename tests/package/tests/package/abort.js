// Aborts calls at every moment, over each connection beside the others, and notes what is not as it should be. A function
// body; its arguments are the connections' names with their portals, and the cards that each call finds.
const [lanes, cards] = arguments;
const aborts = { checks: {}, wrong: [] };

const KIND = /reset|batch/;

/** A controller whose signal counts its listeners. */
function watched(controller = new AbortController()) {
  const { signal } = controller;
  const { addEventListener, removeEventListener } = signal;
  controller.listeners = 0;
  signal.addEventListener = function (...given) { controller.listeners++; return addEventListener.apply(this, given); };
  signal.removeEventListener = function (...given) { controller.listeners--; return removeEventListener.apply(this, given); };
  return controller;
}

/** Not a request that hangs: what the library sends holds one of the browser's six connections until it is answered. */
const late = { delayMs: 600 };
const now = async () => {};

async function abortsOver({ name, portal }) {
  let refresh;
  const connection = {
    bx24: () => ({ bx24: BX24 }),
    webhook: () => ({ webhook: `${portal}/rest/1/adm1secret/` }),
    oauth: () => ({ portal, accessToken: 'tok_admin', refresh: () => refresh() }),
  }[name];
  /** Resolves once a request has ended that is made from here on. */
  const ended = () => new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (!list.getEntries().some(({ name: address }) => address.startsWith(portal) && KIND.test(address))) return;
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: 'resource' });
  });

  aborts.checks[name] = 0;
  function check(what, told, expected) {
    aborts.checks[name]++;
    if (JSON.stringify(told) !== JSON.stringify(expected)) {
      aborts.wrong.push(`${what}, over ${name}: ${JSON.stringify(told)}, not ${JSON.stringify(expected)}`);
    }
  }

  /** Makes a call, aborts it when `when` says so, and checks that nothing comes after. */
  async function abort(what, when, expected, { then, wait = 1300, reason, making = watched } = {}) {
    await control(portal, 'PUT', 'rows', cards);
    await control(portal, 'PUT', 'faults', then ? [{ match: '*.reset', times: 99, then }] : []);
    await control(portal, 'DELETE', 'log');
    const end = ended();
    // Now, for a signal that waits from its beginning.
    const controller = making();
    const call = BX24ContactCard.resetContactCard('P', 6, { signal: controller.signal, connection: connection() });
    let error;
    call.catch((thrown) => { error = thrown; });
    await when(end);
    const given = reason === undefined ? [] : [reason];
    controller.abort(...given);
    // At once: before anything else of the page can run.
    await later(0);
    const { kind, code, outcome, attempts, retryable } = error ?? {};
    check(what, { kind, name: error?.name, code, outcome, attempts, retryable }, { kind: 'aborted', name: 'AbortError', code: 'ABORTED', ...expected, retryable: false });
    check(`${what}: the cause`, error?.cause === controller.signal.reason, true);
    check(`${what}: listeners`, controller.listeners, 0);
    if (!wait) return;
    await later(wait);
    // The library ends each request that it was handed, however late that is.
    if (name === 'bx24' && expected.attempts > 0) await end;
    // What is given up at once may never arrive.
    check(`${what}: requests`, await sent(portal, KIND) <= expected.attempts, true);
  }

  // Loads the module, and lets a library that is asked first be ready.
  await BX24ContactCard.getContactCard('P', 6, { connection: connection() });

  const aborted = watched();
  aborted.abort('before');
  await abort('before', now, { outcome: 'unchanged', attempts: 0 }, { making: () => aborted });
  await abort('as soon as it is sent', now, { outcome: 'unknown', attempts: 1 }, { then: late });
  await abort('during the request', () => later(200), { outcome: 'unknown', attempts: 1 }, { then: late });
  const busy = { status: 401, body: { error: 'CONNECTION_ERROR', error_description: 'Error connecting to authorization server' } };
  const waits = async (end) => { await end; await later(80); };
  await abort('during a wait', waits, { outcome: 'unchanged', attempts: 1 }, { then: busy });
  if (name === 'oauth') {
    const renewing = new Promise((begun) => { refresh = () => { begun(); return new Promise(() => {}); }; });
    await abort('while the token is renewed', () => renewing, { outcome: 'unchanged', attempts: 1 }, { then: { error: 'expired_token' } });
  }

  const own = new Error('my reason');
  for (const reason of [own, 'text', 0, null, { of: 'mine' }, Symbol('mine'), new DOMException('mine', 'TimeoutError')]) {
    await abort(`for ${String(reason)}`, now, { outcome: 'unknown', attempts: 1 }, { then: late, reason, wait: 0 });
  }
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const foreign = watched(new frame.contentWindow.AbortController());
  const reason = new frame.contentWindow.Error('of another realm');
  await abort('of another realm', now, { outcome: 'unknown', attempts: 1 }, { then: late, making: () => foreign, reason, wait: 0 });
  const timed = () => watched({ signal: AbortSignal.timeout(300), abort() {} });
  await abort('by AbortSignal.timeout', () => later(400), { outcome: 'unknown', attempts: 1 }, { then: late, making: timed, wait: 0 });

  // Afterwards: it was answered. What was sent before has arrived by then.
  await later(900);
  await control(portal, 'PUT', 'faults', []);
  const after = watched();
  const answer = await BX24ContactCard.resetContactCard('P', 6, { signal: after.signal, connection: connection() });
  check('afterwards: listeners', after.listeners, 0);
  after.abort();
  check('afterwards', answer.result, true);

  // Of many: with a report, at any moment.
  for (const moment of [0, 400]) {
    await control(portal, 'PUT', 'rows', cards);
    await control(portal, 'PUT', 'faults', [{ match: 'batch', times: 9, then: { delayMs: 300 } }]);
    await control(portal, 'DELETE', 'log');
    const controller = watched();
    const users = Array.from({ length: 120 }, (_, index) => index + 1);
    let report;
    BX24ContactCard.resetContactCards(users, { signal: controller.signal, connection: connection(), limit: { burst: 2, perSecond: 1 } })
      .then((given) => { report = given; });
    await later(moment);
    controller.abort(own);
    await later(0);
    check(`many after ${moment} ms`, report?.stopped?.kind, 'aborted');
    check(`many after ${moment} ms: the cause`, report?.stopped?.cause === own, true);
    check(`many after ${moment} ms: listeners`, controller.listeners, 0);
    const known = [report?.done, report?.failed, report?.pending].flat().length;
    check(`many after ${moment} ms: users`, known, users.length);
    await later(1200);
    // The calls before have filled the bucket: one batch in the second that has passed, of the three there would be.
    check(`many after ${moment} ms: requests`, await sent(portal, KIND) <= 1, true);
  }
  await control(portal, 'PUT', 'faults', []);
}

inBackground(aborts, async () => {
  await new Promise((ready) => BX24.init(ready));
  await Promise.all(lanes.map(abortsOver));
});
