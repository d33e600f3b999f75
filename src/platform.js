// What is written in JavaScript because it is shorter so, beside the class of errors (api/error.js). It is one file: the server
// of wasm-bindgen's test runner hangs when a browser asks for many at the same time.

// A descriptor, options or a handler with a prototype would have what a page has put on Object.prototype.

export function define(object, name, value) {
  Object.defineProperty(object, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
}

// Addresses.

export function partOfAddress(address, name) {
  try {
    const url = new URL(address);
    // Browsers know that such a name is this machine. Elsewhere it is what DNS says.
    return name === 'href' && !globalThis.document && /^http:..[^/]+\.localhost[:/]/.test(url) ? '' : url[name];
  } catch {
    return undefined;
  }
}

// One request by fetch, and what its failure tells.

/**
 * Fulfilled with the status, the type and the text of the response; the text is no string where fetch gave no response.
 * Rejected with whether a policy, a certificate, or the want of a connection kept the request from being sent, and with the cause.
 */
export async function exchange(url, body, token, secrets, { signal }) {
  // The token, or else the code of a webhook.
  secrets.add(token ?? url.split('/')[5]);
  let isBlocked;
  const said = [];
  const report = ({ disposition, blockedURI }) => {
    isBlocked ||= disposition === 'enforce' && url.startsWith(blockedURI);
  };
  const listen = (verb) => globalThis[`${verb}EventListener`]?.('securitypolicyviolation', report);
  // No other header: the portal's CORS answer allows no more. No redirect: another origin is not to see the token, and a POST
  // that is redirected becomes a GET without its body.
  const options = {
    __proto__: null, method: 'POST', headers: { 'content-type': 'application/json' }, redirect: 'manual', body,
  };
  // Servers may have a fetch that keeps answers. Browsers keep none of a POST, and with this option they would send a preflight
  // before every request.
  const cache = globalThis.location ? undefined : 'no-store';
  listen('add');
  try {
    let response;
    try {
      response = await fetch(url, { __proto__: null, ...options, credentials: 'omit', cache, signal });
    } catch (error) {
      // A signal of another realm, and an option that the runtime lacks, are refused before anything is sent.
      if (signal.aborted || !/signal|credentials|cache/i.test(error?.message)) throw error;
      response = await fetch(url, options);
    }
    const { status, type, text, bodyUsed } = Object(response);
    return [status, type, typeof text === 'function' && !bodyUsed && await readText(response)];
  } catch (error) {
    const cause = withoutSecret(error, secrets, said);
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

// More characters than any answer has: 50 cards of 1,000 fields, each with an option, have half of it.
const LONGEST = 2 ** 23;

/** The text of a response. The reading of what is longer than any answer stops there, and gives what is no JSON. */
async function readText(response) {
  const reader = globalThis.TextDecoder && response.body?.getReader?.();
  const decoder = reader && new TextDecoder();
  let text = reader ? '' : await response.text();
  for (let part; reader && text.length <= LONGEST && !(part = await reader.read()).done;) {
    text += decoder.decode(part.value, { stream: true });
  }
  return text?.length > LONGEST ? '!' : text;
}

/** A text without the secrets. None is as short as a word, which would be hidden in everything that is said. */
export function hide(text, secrets = []) {
  for (const secret of secrets) if (secret?.length > 8) text = text.replaceAll(secret, '***');
  return text;
}

/**
 * What was thrown; a copy without the secrets where any of its texts holds that, and nothing where it cannot be looked through. `said`
 * gets its texts.
 */
export function withoutSecret(thrown, secrets, said = []) {
  if (typeof thrown === 'string') {
    said.push(thrown = hide(thrown, secrets));
    return thrown;
  }
  if (Object(thrown) !== thrown) return thrown;
  try {
    // What a map, an address or a request holds is in none of its properties.
    if (said.push('') > 20_000 || !/ (Object|Array|Function|\w*Error|DOMException)]/.test({}.toString.call(thrown))) return undefined;
    const copy = Object.create(Object.getPrototypeOf(thrown));
    let isClean = true;
    for (const key of ['name', 'message', 'stack', 'cause', ...Reflect.ownKeys(thrown)]) {
      const name = key.description ?? String(key);
      if (hide(name, secrets) !== name) {
        isClean = false;
        continue;
      }
      const value = withoutSecret(thrown[key], secrets, said);
      isClean &&= Object.is(value, thrown[key]);
      const enumerable = {}.propertyIsEnumerable.call(thrown, key);
      Object.defineProperty(copy, key, { __proto__: null, value, enumerable, configurable: true });
    }
    return isClean ? thrown : copy;
  } catch {
    return undefined;
  }
}

// The requests of the BX24 library.

/**
 * Calls the library, and observes the request that it creates meanwhile: `onEnd` is called after its end, when the library has
 * had its chance to call back. Returns the request, and what ends the observation; nothing where no request is created, or
 * several are.
 */
export function callObserved(library, method, parameters, callback, onEnd) {
  const created = [];
  const handler = {
    __proto__: null,
    construct(...given) {
      const request = Reflect.construct(...given);
      created.push(request);
      return request;
    },
  };
  const { value: original, writable } = Object(Object.getOwnPropertyDescriptor(globalThis, 'XMLHttpRequest'));
  const standIn = writable && typeof original === 'function' ? new Proxy(original, handler) : undefined;
  if (standIn) globalThis.XMLHttpRequest = standIn;
  try {
    library.callMethod(method, parameters, callback);
  } finally {
    delete handler.construct; // whoever has kept the proxy has a transparent one
    // What the page has put there meanwhile stays.
    if (standIn && globalThis.XMLHttpRequest === standIn) globalThis.XMLHttpRequest = original;
  }
  if (created.length !== 1) return undefined;
  const [request] = created;
  const listener = () => setTimeout(onEnd);
  request.addEventListener('loadend', listener);
  return [request, () => request.removeEventListener('loadend', listener)];
}

// A promise, and the functions that fulfil and reject it.

export function deferred() {
  let settle;
  return [new Promise((...functions) => { settle = functions; }), ...settle];
}

// What is remembered of an object.

let sessions;

/** With a portal: a token of one is no other's business, whatever becomes of the object. */
export function sessionOf(owner, origin) {
  sessions ??= new WeakMap();
  const portals = sessions.get(owner) ?? { __proto__: null };
  sessions.set(owner, portals);
  return portals[origin] ??= { __proto__: null };
}

// Renewals that outlive their calls.

/** Keeps the token that a renewal gives in the end, unless there is another one by then. */
export function keepLateToken(session, renewal) {
  const { generation } = session;
  const keep = (token) => {
    if (session.generation === generation) session.late = token;
  };
  renewal.then(keep, () => {});
}

// The official SDK's object, `$b24` (docs/application.md §7).

/**
 * Its address, and its `auth` in the form of the BX24 library; nothing where it is no such object, or not initialised yet. A
 * reactive proxy of it throws.
 */
export function readSdk(b24) {
  if (b24?.isInit !== true) return undefined;
  const { auth } = b24;
  auth.getAuthData();
  const address = b24.getTargetOriginWithPath().get('v2') ?? b24.getTargetOrigin();
  return [address, { getAuth: () => auth.getAuthData(), refreshAuth: (resolve) => resolve(auth.refreshAuth()) }];
}

// The calls of a signal share one listener: Node warns of more than ten.

export function listen(signal, shared, call) {
  const calls = shared.calls ??= new Set();
  if (!calls.size) signal.addEventListener('abort', shared.listener = () => calls.forEach((call) => call()));
  calls.add(call);
}

export function unlisten(signal, { calls, listener }, call) {
  if (calls.delete(call) && !calls.size) signal.removeEventListener('abort', listener);
}

// Arguments.

/** The name of an option that there is not, where it is short or begins like one of those accepted: secrets are longer. */
export function misspelt(name, accepted) {
  const isShown = name.length < 9 || (name.length < 15 && accepted.includes(` ${name.slice(0, 2).toLowerCase()}`));
  return isShown ? `"${name}"` : 'such property';
}

// What arguments iterate over. It is JavaScript because a loop of JavaScript closes what it leaves early.

export function readItems(iterable, isDistinct, read) {
  const numbers = new Set();
  for (const item of iterable) {
    const number = read(item);
    if (!number || (isDistinct && numbers.has(number))) break;
    numbers.add(number);
  }
  return [...numbers];
}
