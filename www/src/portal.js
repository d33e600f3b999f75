// The portal this page is opened in: its BX24 library, loaded and ready, and calls through it.

import { LIBRARY_POLICY, isLoopback } from './sources.js';

/** How long the library, the portal's page and each call may take, in milliseconds. The library itself waits for ever. */
const PATIENCE = 15_000;

/** The page is not open inside a portal, or the portal's page does not answer. */
export class NoPortal extends Error {
  constructor(reason) {
    super(reason);
    /** `'outside'`, `'not-loaded'` or `'silent'`. */
    this.reason = reason;
  }
}

/** The portal refused a call. Its kind and those of `Meaningless`, `Unanswered` and `Aborted` are the package's. */
export class Refused extends Error {
  kind = 'rejected';

  constructor(code, description) {
    super(code);
    this.code = code;
    /** The portal's words, without the token. */
    this.description = description;
  }
}

/** A call had an answer that says nothing. */
export class Meaningless extends Error {
  kind = 'unexpected-answer';
}

/** A call had no answer in time. */
export class Unanswered extends Error {
  kind = 'timeout';
}

/** Loads the library and resolves to it once the portal has said who is asking. Rejects with `NoPortal`. */
export async function openPortal(query) {
  const library = await loadLibrary(query);
  await ready(library);
  return library;
}

/** Loads the library and resolves to it. Rejects with `NoPortal`. */
export async function loadLibrary(query = new URLSearchParams(location.search)) {
  if (!query.get('DOMAIN')) throw new NoPortal('outside');
  await loadScript(libraryAddress(query.get('DOMAIN'), query.get('PROTOCOL')));
  // Not in a portal's frame, the library leaves null behind.
  const library = globalThis.BX24;
  if (typeof library?.init !== 'function') throw new NoPortal('outside');
  return library;
}

/** Resolves once the portal has said who is asking. Rejects with `NoPortal`. */
export function ready(library) {
  return new Promise((resolve, fail) => {
    setTimeout(fail, PATIENCE, new NoPortal('silent'));
    library.init(resolve);
  });
}

/** Calls a method and resolves to its result. Rejects with `Refused` or `Unanswered`. */
export async function call(library, method, parameters = {}) {
  const answer = await answerTo(library, method, (callback) => library.callMethod(method, parameters, callback));
  return answer.data();
}

/**
 * Reads a page of a list, the first or the one that follows `page`. Resolves to `{ items, total, isLast }`, and rejects as `call`
 * does. The library has a way of its own for the pages that follow: it takes no `start` (docs/bx24.md §2).
 */
export async function readPage(library, method, parameters, page) {
  const ask = (callback) => page ? page.answer.next(callback) : library.callMethod(method, parameters, callback);
  const answer = await answerTo(library, method, ask);
  const items = answer.data();
  return { items: Array.isArray(items) ? items : [], total: answer.total() || 0, isLast: !answer.more(), answer };
}

function answerTo(library, method, ask) {
  return new Promise((resolve, fail) => {
    setTimeout(fail, PATIENCE, new Unanswered(method));
    ask((answer) => {
      const error = answer.error();
      if (!error) return resolve(answer);
      const { error: code, error_description: description } = error.getError() ?? {};
      fail(new Refused(String(code ?? ''), withoutToken(library, String(description ?? ''))));
    });
  });
}

/** The person does not wait any longer. */
class Aborted extends Error {
  kind = 'aborted';
}

/** Rejects with `Aborted` once the signal says so. */
export const rejectionOf = (signal) => new Promise((_, reject) => {
  signal.addEventListener('abort', () => reject(new Aborted()));
});

/** A portal's text, in which an access token is not repeated. */
export function withoutToken(library, text) {
  const { access_token: token } = library.getAuth() || {};
  return token ? text.replaceAll(token, '…') : text;
}

const PUBLIC_LIBRARY = 'https://api.bitrix24.com/api/v1/';

/** Bitrix24's own copy of the library. A page on this machine takes it from a portal on this machine, which has one for itself. */
export function libraryAddress(domain, protocol, page = location.host) {
  return [page, domain].every(isLoopback) ? `${schemeOf(protocol)}://${domain}/api/v1/` : PUBLIC_LIBRARY;
}

const schemeOf = (protocol) => protocol === '0' ? 'http' : 'https';

let policy;

/** The address as what a script may be loaded from. */
function trusted(address) {
  const { trustedTypes } = globalThis;
  if (!trustedTypes) return address;
  policy ??= trustedTypes.createPolicy(LIBRARY_POLICY, { createScriptURL });
  return policy.createScriptURL(address);
}

/** Lets the library's addresses through, and no others. */
function createScriptURL(address) {
  const { host, pathname } = new URL(address);
  const isLocal = pathname === '/api/v1/' && [location.host, host].every(isLoopback);
  if (address !== PUBLIC_LIBRARY && !isLocal) throw new TypeError(`${address} is no address of the BX24 library`);
  return address;
}

function loadScript(address) {
  return new Promise((loaded, fail) => {
    const script = document.createElement('script');
    script.src = trusted(address);
    script.onload = loaded;
    script.onerror = () => fail(new NoPortal('not-loaded'));
    setTimeout(script.onerror, PATIENCE);
    document.head.append(script);
  });
}

/** The portal's origin, as backups name it. */
export function portalOrigin(library, query = new URLSearchParams(location.search)) {
  return new URL(`${schemeOf(query.get('PROTOCOL'))}://${library.getDomain()}`).origin;
}
