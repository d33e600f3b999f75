// What keeps something from being done, by the ids of its texts.

import { withoutToken } from '../portal.js';

/** Causes that a portal's code tells more exactly than the kind of the error does (docs/portal.md §2). */
const BY_CODE = new Map([
  ['FEATURE_NOT_AVAILABLE_ON_CURRENT_PLAN', 'cause-plan'],
  ['OPERATION_TIME_LIMIT', 'cause-operating-limit'],
  ['OVERLOAD_LIMIT', 'cause-blocked'],
  ['PORTAL_DELETED', 'cause-deleted'],
  ['WRONG_LICENSE', 'cause-plan'],
  ['insufficient_scope', 'cause-scope'],
]);

const BY_KIND = new Map([
  ['access-denied', 'cause-access-denied'],
  ['auth', 'cause-auth'],
  ['rejected', 'cause-rejected'],
  ['conflict', 'cause-conflict'],
  ['rate-limit', 'cause-busy'],
  ['unavailable', 'cause-unavailable'],
  ['network', 'cause-network'],
  ['timeout', 'cause-timeout'],
  ['unexpected-answer', 'cause-unexpected-answer'],
  ['no-connection', 'cause-no-connection'],
  ['aborted', 'cause-aborted'],
]);

const NO_PORTAL = new Map(['not-loaded', 'silent'].map((reason) => [reason, `cause-${reason}`]));

/** Kinds of errors that a device without a network has as well. */
const OF_THE_NETWORK = ['network', 'timeout', 'unavailable', 'rate-limit'];

/** The text of an error's cause. */
export function causeOf({ reason, kind, code, status }, isOnline = navigator.onLine) {
  if (!isOnline && !status && (reason === 'not-loaded' || OF_THE_NETWORK.includes(kind))) return 'cause-offline';
  // The same code at another level is a lack of rights, of kind access-denied.
  if (kind === 'unavailable' && code === 'ACCESS_DENIED') return 'cause-plan';
  return NO_PORTAL.get(reason) ?? BY_CODE.get(code) ?? BY_KIND.get(kind) ?? 'cause-fault';
}

/** Codes of the package that come with an HTTP status. The description beside them is for developers, and is not the portal's. */
const OWN_CODES = ['REFRESH_FAILED', 'SERVER_ERROR', 'TOO_MANY_REQUESTS', 'UNEXPECTED_ANSWER'];

/** Kinds of errors that only an answer of the portal makes. In a batch its answers have no status of their own. */
const OF_THE_PORTAL = ['access-denied', 'auth', 'rejected', 'rate-limit', 'unavailable'];

/** What an administrator or a developer may want to know: `facts`, a line, and `said`, the portal's own words. */
export function detailsOf(error) {
  const { name, message, kind, code, description, status, method } = error;
  const isPortals = (status !== undefined || OF_THE_PORTAL.includes(kind)) && !OWN_CODES.includes(code);
  const facts = kind ? [kind, code, status && `HTTP ${status}`, method] : [error.reason ?? `${name}: ${message}`];
  return { facts: [...facts, new Date().toISOString()].filter(Boolean).join(' · '), said: isPortals ? description : '' };
}

/** The message that something failed and why: `title` is a text's id, `button` what can be done (see `parts/message.js`). */
export function failureOf(error, title, button, library) {
  const details = detailsOf(error);
  return { tone: 'bad', title, text: causeOf(error), details: { ...details, said: withoutToken(library, details.said) }, button };
}
