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

/** Does one thing at a time: says `doing` while `work` runs. */
async function during(doing, work) {
  if (busy) return;
  busy = true;
  message.hidden = true;
  status.textContent = doing;
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
    sayWrong(inWords(error), error.retryable && ['Try again', load]);
  }
});

const doReset = () => during('Resetting your card…', async () => {
  try {
    await BX24ContactCard.resetContactCard(PERSONAL, null, LIMITS);
  } catch (error) {
    const next = error.outcome === 'unknown' ? ['Look at the card', load] : ['Try again', doReset];
    sayWrong(resetInWords(error), (error.outcome === 'unknown' || error.retryable) && next);
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

function sayWrong(words, next) {
  say('bad', words, next);
}

/** Shows a message and offers `next`, a label and what it does. The button that led here may be gone, so the focus goes
 *  to the message; not from another page, though, such as the one around the frame. */
function say(tone, { title, text, portal: said = '' }, next) {
  message.className = tone;
  at('message-title').textContent = title;
  at('message-text').textContent = text;
  at('message-portal').textContent = said;
  at('message-portal').hidden = !said;
  again.hidden = !next;
  [again.textContent, tryAgain] = next || ['', undefined];
  message.hidden = false;
  if (document.hasFocus()) message.focus();
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
    sayWrong(inWords(error));
  }
});
if (portal) {
  learnTitles();
  await load();
}
