// The portal this page is opened in: its BX24 library, loaded and ready.

/** How long the library and the portal's page may take, in milliseconds. The library itself waits for ever. */
const PATIENCE = 15_000;

/** The page is not open inside a portal, or the portal's page does not answer. */
export class NoPortal extends Error {
  constructor(reason) {
    super(reason);
    /** `'outside'`, `'not-loaded'` or `'silent'`. */
    this.reason = reason;
  }
}

/** Loads the library and resolves to it once the portal has said who is asking. Rejects with `NoPortal`. */
export async function openPortal(query = new URLSearchParams(location.search)) {
  if (!query.get('DOMAIN')) throw new NoPortal('outside');
  await loadScript(libraryAddress(query.get('DOMAIN'), query.get('PROTOCOL')));
  // Not in a portal's frame, the library leaves null behind.
  const library = globalThis.BX24;
  if (typeof library?.init !== 'function') throw new NoPortal('outside');
  await new Promise((ready, fail) => {
    setTimeout(fail, PATIENCE, new NoPortal('silent'));
    library.init(ready);
  });
  return library;
}

/** Bitrix24's own copy of the library. A page on this machine takes it from a portal on this machine, which has one for itself. */
export function libraryAddress(domain, protocol, page = location.host) {
  return [page, domain].every(isLoopback) ? `${schemeOf(protocol)}://${domain}/api/v1/` : 'https://api.bitrix24.com/api/v1/';
}

const schemeOf = (protocol) => protocol === '0' ? 'http' : 'https';

const isLoopback = (host) => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);

function loadScript(address) {
  return new Promise((loaded, fail) => {
    const script = document.createElement('script');
    script.src = address;
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
