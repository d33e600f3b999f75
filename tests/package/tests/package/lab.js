// What the scripts of the lab share.
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const { controlOf } = await import(new URL('control.mjs', location.href));
const control = (portal, ...given) => controlOf(portal)(...given);

/** How many requests of this kind have reached the portal. */
const sent = async (portal, kind) => (await control(portal, 'GET', 'log')).filter(({ path }) => kind.test(path)).length;
/** The requests to methods of this kind, as the portal's log tells them: each once it has been answered. */
const logged = async (portal, kind = /./) => (await control(portal, 'GET', 'log')).filter(({ method }) => kind.test(method));
/** What requests of the log are told apart by. */
const inShort = ({ method, params, contentType, status }) => ({
  method: method.replace(/.*\./, ''),
  ...(params.userId && { user: Number(params.userId) }),
  ...(contentType && { type: /json/.test(contentType) ? 'json' : 'form' }),
  status,
});
/** Waits until each fault has hit its requests. */
const untilHit = async (portal) => { while ((await control(portal, 'GET', 'faults')).length > 0) await later(20); };
/** The users whose cards it has; 0 stands for the common one. */
const left = async (portal) => (await control(portal, 'GET', 'rows')).map(({ user }) => user);

/** What has become of a call. */
const outcomeOf = (call) => call.then(
  ({ result }) => ({ result }),
  ({ kind, code, outcome, attempts }) => ({ kind, code, outcome, attempts }),
);
/** The same with the milliseconds it took. */
async function timed(call) {
  const start = performance.now();
  return { ...await outcomeOf(call), ms: performance.now() - start };
}

/** A call of the page's own by the library. Its promise is fulfilled when the library calls back. */
const ownCall = (method, parameters) => new Promise((answered) => {
  BX24.callMethod(method, parameters, (answer) => answered(answer.data()));
});
const RESET = 'crm.contact.details.configuration.reset';

/** Lets work go on behind a script's back, for as long as it takes; `result` is for whoever asks how far it is. */
function inBackground(result, work) {
  window.result = result;
  work().catch((error) => { result.failed = `${error} ${error.stack}`; }).finally(() => { result.done = true; });
}
