// What happened, as a person would say it, and what to do next.

const KINDS = {
  'access-denied': ['You have no access', 'Your account may not use CRM here, or not this part of it. Ask an administrator of your Bitrix24 for access.'],
  'auth': ['Bitrix24 did not accept this application', 'Close this page and open it again. If that does not help, ask an administrator to check the application and its permissions.'],
  'rejected': ['Bitrix24 refused the request', 'Trying again will not help. Show this message to an administrator or to the makers of this application.'],
  'rate-limit': ['Bitrix24 is busy', 'It has had too many requests. Wait a minute, then try again.'],
  'unavailable': ['Bitrix24 is not available', 'It may be down, overloaded or blocked. Try again in a few minutes. If it stays so, ask an administrator.'],
  'network': ['No connection to Bitrix24', 'Check your internet connection, then try again.'],
  'timeout': ['Bitrix24 did not answer', 'It may be busy, or the connection is poor. Try again in a moment.'],
  'unexpected-answer': ['Bitrix24 gave an answer that makes no sense', 'Try again in a moment. If it stays so, show this message to an administrator.'],
  'no-connection': ['This page has lost Bitrix24', 'Close this page and open it again from Bitrix24.'],
  'aborted': ['Stopped', 'Nothing more was sent.'],
};

const FAULT = ['Something is wrong with this page', 'Close it and open it again. If that does not help, show this message to the makers of this application.'];

const NO_PORTAL = {
  'outside': ['This page works inside Bitrix24', 'Opened by itself it has no contact card to show. Open it from the CRM of your Bitrix24, where it is installed as an application.'],
  'not-loaded': ['Bitrix24 could not be reached', 'Its library did not load. Check your internet connection and whether an ad blocker stops it, then open this page again.'],
  'silent': ['Bitrix24 does not answer this page', 'Close this page and open it again.'],
};

/**
 * `{title, text, detail}` for any error: `detail` is what an administrator or a developer may want to know, a list of texts and of
 * `{ said }`, the portal's own.
 */
export function inWords(error) {
  const words = NO_PORTAL[error.reason] ?? KINDS[error.kind];
  const [title, text] = words ?? FAULT;
  return { title, text, detail: words ? whatThePortalSaid(error) : [String(error.message)] };
}

/** The same for a reset, about which one more thing must be said: whether it was done. */
export function resetInWords(error) {
  const words = inWords(error);
  if (error.outcome !== 'unknown') return { ...words, text: `Your card is as it was. ${words.text}` };
  const next = error.backup?.sections ? 'Look at it, or put it back as it was.' : 'Look at it before you try again.';
  return { ...words, text: `It is not known whether your card was reset. ${next}` };
}

/** The same for undoing a reset. */
export function undoInWords(error) {
  const words = inWords(error);
  const text = error.outcome === 'unknown'
    ? 'It is not known whether your card is back. Look at it before you try again.'
    : `Your card was not put back. ${words.text}`;
  return { ...words, text };
}

/** That a reset was done. */
export const RESET_DONE = { title: 'Your card is reset', text: 'Contacts open with the default layout from now on. Where one is already open, reload it.' };

/** That it was undone. */
export const UNDO_DONE = { title: 'Your card is back', text: 'Contacts open with your own arrangement again. Where one is already open, reload it.' };

/** That a card which was reset before can still be put back. */
export function backupInWords({ takenAt }) {
  const then = new Date(takenAt).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
  return { title: 'Your card was reset', text: `You can still put it back as it was on ${then}.` };
}

/** What a reset takes away, in a sentence. */
export function lossInWords(sections) {
  const fields = sections.reduce((sum, { elements }) => sum + elements.length, 0);
  return `This removes your own arrangement, ${count(sections.length, 'section')} with ${count(fields, 'field')}:`;
}

/** A number of things: `no fields`, `1 field`, `2 fields`. */
export function count(number, thing) {
  return `${number || 'no'} ${thing}${number === 1 ? '' : 's'}`;
}

// The package's own texts are for developers; what came with an HTTP status is the portal's.
function whatThePortalSaid({ status, code, description }) {
  if (!status || !(code || description)) return [];
  const said = description ? ['“', { said: description }, '”'] : ['no reason'];
  return ['Bitrix24 said: ', ...said, ` (${code ? `${code}, ` : ''}HTTP ${status}).`];
}
