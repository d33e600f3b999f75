// What the scripts of the lab share.
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The portal's control interface; a text is JSON already. */
async function control(portal, method, what, given) {
  const body = given === undefined || typeof given === 'string' ? given : JSON.stringify(given);
  const answer = await fetch(`${portal}/__portal/${what}`, { method, headers: { 'content-type': 'application/json' }, body });
  if (!answer.ok) throw new Error(`${method} ${what}: ${await answer.text()}`);
  return answer.json();
}

/** How many requests of this kind have reached the portal. */
const sent = async (portal, kind) => (await control(portal, 'GET', 'log')).filter(({ path }) => kind.test(path)).length;
/** The users whose cards it has; 0 stands for the common one. */
const left = async (portal) => (await control(portal, 'GET', 'rows')).map(({ user }) => user);

/** Lets work go on behind a script's back, for as long as it takes; `result` is for whoever asks how far it is. */
function inBackground(result, work) {
  window.result = result;
  work().catch((error) => { result.failed = `${error} ${error.stack}`; }).finally(() => { result.done = true; });
}
