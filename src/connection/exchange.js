// One request by fetch, and what its failure tells.

/**
 * Fulfilled with the status, the type and the text of the response; the text is no string where fetch gave no response.
 * Rejected with whether a policy, a certificate, or the want of a connection kept the request from being sent, and with the cause.
 */
export async function exchange(url, parameters, { signal }) {
  let isBlocked;
  const said = [];
  const report = ({ disposition, blockedURI }) => {
    isBlocked ||= disposition === 'enforce' && url.startsWith(blockedURI);
  };
  const listen = (verb) => globalThis[`${verb}EventListener`]?.('securitypolicyviolation', report);
  // No other header: the portal's CORS answer allows no more. No redirect: another origin is not to see the token, and a POST
  // that is redirected becomes a GET without its body.
  const options = {
    method: 'POST', headers: { 'content-type': 'application/json' }, redirect: 'manual', body: JSON.stringify(parameters),
  };
  listen('add');
  try {
    let response;
    try {
      response = await fetch(url, { ...options, credentials: 'omit', cache: 'no-store', signal });
    } catch (error) {
      // A signal of another realm, and an option that the runtime lacks, are refused before anything is sent.
      if (signal.aborted || !/signal|credentials|cache/i.test(error?.message)) throw error;
      response = await fetch(url, options);
    }
    const { status, type, text, bodyUsed } = Object(response);
    return [status, type, typeof text === 'function' && !bodyUsed && await response.text()];
  } catch (error) {
    // The token, or the code of a webhook.
    const cause = withoutSecret(error, parameters.auth ?? url.split('/')[5], said);
    // Engines report a violation after fetch has rejected, Firefox in workers 0.4 s after that. Its workers have no such type.
    const delay = globalThis.WorkerGlobalScope ? 500 : globalThis.SecurityPolicyViolationEvent && 50;
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay));
    // Node and Bun tell by codes, Deno by texts. Hosts in texts are in lower case.
    throw [
      isBlocked, /CERT|SIGNATURE|peer certificate/.test(said), /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT|\(Connect\)|NotCapable/.test(said),
      cause,
    ];
  } finally {
    listen('remove');
  }
}

/**
 * What was thrown; a copy without the secret where any of its texts holds that, or where it is too much to look through. `said`
 * gets its texts.
 */
export function withoutSecret(thrown, secret, said = []) {
  if (typeof thrown === 'string') {
    said.push(thrown = thrown.replaceAll(secret, '***'));
    return thrown;
  }
  if (Object(thrown) !== thrown) return thrown;
  if (said.push('') > 300) return undefined;
  const copy = Object.create(Object.getPrototypeOf(thrown));
  let isClean = true;
  for (const key of ['name', 'message', 'stack', 'cause', ...Reflect.ownKeys(thrown)]) {
    const value = withoutSecret(thrown[key], secret, said);
    isClean &&= Object.is(value, thrown[key]);
    Object.defineProperty(copy, key, { value, configurable: true });
  }
  return isClean ? thrown : copy;
}
