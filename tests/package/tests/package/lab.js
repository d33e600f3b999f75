// What the scripts of the lab share.
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const { controlOf } = await import(new URL('control.mjs', location.href));
const control = (portal, ...given) => controlOf(portal)(...given);

/** How many requests of this kind have reached the portal. */
const sent = async (portal, kind) => (await control(portal, 'GET', 'log')).filter(({ path }) => kind.test(path)).length;
/** The users whose cards it has; 0 stands for the common one. */
const left = async (portal) => (await control(portal, 'GET', 'rows')).map(({ user }) => user);

/** Lets work go on behind a script's back, for as long as it takes; `result` is for whoever asks how far it is. */
function inBackground(result, work) {
  window.result = result;
  work().catch((error) => { result.failed = `${error} ${error.stack}`; }).finally(() => { result.done = true; });
}
