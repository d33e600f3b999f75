// What a page may load, and from where.

/** The name of the Trusted Types policy that lets the BX24 library's addresses through, and no others. */
export const LIBRARY_POLICY = 'bx24-library';

/** Whether a host, with or without a port, is this machine. `[::1]` does not count: a Content Security Policy cannot name it. */
export const isLoopback = (host) => /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host);

/** The Content Security Policy of a page on this host. Only a page of this machine may load from this machine. */
export function policyFor(host) {
  const local = isLoopback(host) ? ' http://localhost:* http://127.0.0.1:*' : '';
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' https://api.bitrix24.com${local}`,
    "style-src 'self'",
    "img-src 'self' data: https:",
    `connect-src https:${local}`,
    "base-uri 'none'",
    // A portal opens the page by a form, which a reload sends again.
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    // lit-html makes HTML of templates under a policy of its own.
    `trusted-types lit-html ${LIBRARY_POLICY}`,
  ].join('; ');
}
