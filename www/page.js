// The placement page: shows the caller's contact card, and resets it once that is confirmed.

import { showCard } from './card.js';
import { openPortal } from './portal.js';
import { inWords, resetInWords } from './words.js';

const PERSONAL = 'P';
const LIMITS = { timeout: 20_000 };

const at = (id) => document.getElementById(id);
const reset = at('reset');
const status = at('status');
const message = at('message');
const again = at('again');
const card = at('card');
const dialog = at('confirm');

let portal;
let sections; // the layout shown; null for the default one, undefined before any was read
let titles = {};
let busy = false;
let tryAgain;

/** Says `doing` while `work` runs. One thing at a time: what comes meanwhile is not done. */
async function during(doing, work) {
  if (busy) return;
  busy = true;
  status.textContent = doing;
  if (message.contains(document.activeElement)) status.focus();
  message.hidden = true;
  status.classList.add('busy');
  reset.setAttribute('aria-disabled', 'true');
  card.setAttribute('aria-busy', 'true');
  try {
    await work();
  } finally {
    busy = false;
    status.textContent = '';
    status.classList.remove('busy');
    reset.removeAttribute('aria-disabled');
    card.removeAttribute('aria-busy');
    fit();
  }
}

const load = () => during('Reading your card…', async () => {
  try {
    await read();
  } catch (error) {
    say('bad', inWords(error), error.retryable && ['Try again', load]);
  }
});

const doReset = () => during('Resetting your card…', async () => {
  try {
    await BX24ContactCard.resetContactCard(PERSONAL, null, LIMITS);
  } catch (error) {
    // A second reset would do no harm, but the person should know what they are asking for.
    const next = error.outcome === 'unknown' ? ['Look at the card', load] : error.retryable && ['Try again', doReset];
    say('bad', resetInWords(error), next);
    return;
  }
  say('good', { title: 'Your card is reset', text: 'Contacts open with the default layout from now on. Where one is already open, reload it.' });
  show(null);
});

async function read() {
  const { result } = await BX24ContactCard.getContactCard(PERSONAL, null, LIMITS);
  show(result);
}

function show(layout) {
  sections = layout;
  showCard(card, sections, titles);
  // Nothing saved, nothing to reset.
  reset.hidden = sections === null;
}

/** Shows a message and offers `next`, a label and what it does. */
function say(tone, { title, text, detail = '' }, next) {
  message.className = tone;
  at('message-title').textContent = title;
  at('message-text').textContent = text;
  at('message-detail').textContent = detail;
  at('message-detail').hidden = !detail;
  again.hidden = !next;
  [again.textContent, tryAgain] = next || ['', undefined];
  message.hidden = false;
  // The button that led here may be gone. But who is elsewhere, or has done nothing here yet, keeps the focus.
  if (document.hasFocus() && navigator.userActivation?.hasBeenActive) message.focus();
}

/** Gives the frame the height of the page. */
function fit() {
  portal?.fitWindow();
}

/** Asks what the fields are called. Their names do until it is known, and for ever should the portal not tell. */
function learnTitles() {
  portal.callMethod('crm.contact.fields', {}, (answer) => {
    if (answer.error()) return;
    titles = Object.fromEntries(
      Object.entries(answer.data()).map(([name, field]) => [name, field.formLabel || field.title]),
    );
    if (sections !== undefined) showCard(card, sections, titles);
    fit();
  });
}

reset.addEventListener('click', () => {
  if (busy) return;
  // It keeps the last answer, and Escape gives none.
  dialog.returnValue = '';
  dialog.showModal();
});
dialog.addEventListener('close', () => {
  if (dialog.returnValue === 'reset') doReset();
});
again.addEventListener('click', () => tryAgain());

await during('Connecting to Bitrix24…', async () => {
  try {
    portal = await openPortal();
  } catch (error) {
    say(error.reason === 'outside' ? 'note' : 'bad', inWords(error));
  }
});
if (portal) {
  learnTitles();
  await load();
}
