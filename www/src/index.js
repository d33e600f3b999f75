// The placement page: shows the caller's contact card, and resets it once that is confirmed, and puts it back.

import { isolated, listSections, showCard } from './card/card.js';
import { keep, kept } from './card/kept.js';
import { openPortal, portalOrigin } from './portal.js';
import { RESET_DONE, UNDO_DONE, backupInWords, inWords, lossInWords, resetInWords, undoInWords } from './card/words.js';

const PERSONAL = 'P';
const LIMITS = { timeout: 20_000 };

const at = (id) => document.getElementById(id);
const reset = at('reset');
const status = at('status');
const message = at('message');
const card = at('card');
const dialog = at('confirm');
const loss = at('confirm-sections');

let portal;
let sections; // the layout shown; null for the default one, undefined before any was read
let titles = new Map();
let backup; // of the last reset, until it is undone
let owner; // whose backup that is, once it is known
let busy = false;
const choices = {}; // what the buttons of the message do

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
    offerUndo();
  } catch (error) {
    say('bad', inWords(error), { again: error.retryable && ['Try again', load] });
  }
});

const LOOK = ['Look at the card', load];

const doReset = () => during('Resetting your card…', async () => {
  try {
    const answer = await BX24ContactCard.resetContactCard(PERSONAL, null, { ...LIMITS, backup: true });
    say('good', RESET_DONE, { undo: remember(answer.backup) && ['Undo', doUndo] });
    show(null);
  } catch (error) {
    // A second reset would do no harm, but the person should know what they are asking for.
    const again = error.outcome === 'unknown' ? LOOK : error.retryable && ['Try again', doReset];
    say('bad', resetInWords(error), { again, undo: remember(error.backup) && ['Put it back', doUndo] });
  }
});

const doUndo = () => during('Putting your card back…', async () => {
  try {
    await BX24ContactCard.restoreContactCard(backup, LIMITS);
    say('good', UNDO_DONE);
    show(backup.sections);
    forget();
  } catch (error) {
    // Whoever looks at the card is offered the undo again, should it still be missing.
    const again = error.outcome === 'unchanged' && error.retryable ? ['Try again', doUndo] : LOOK;
    say('bad', undoInWords(error), { again });
  }
});

/** Keeps what a reset removed, if it did remove something, and says so. */
function remember(taken) {
  if (!taken?.sections) return false;
  backup = taken;
  if (owner) keep(owner, backup);
  return true;
}

function forget() {
  backup = undefined;
  if (owner) keep(owner, backup);
}

/** Offers to undo an earlier reset, unless the person has arranged another card since. */
function offerUndo() {
  if (backup && sections === null) say('note', backupInWords(backup), { undo: ['Put it back', doUndo] });
}

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

/** Shows a message, and buttons for what can be done next: each a label and what it does. */
function say(tone, { title, text, detail = [] }, { again, undo } = {}) {
  message.className = tone;
  at('message-title').textContent = title;
  at('message-text').textContent = text;
  at('message-detail').replaceChildren(...detail.map((part) => part.said ? isolated(part.said) : part));
  at('message-detail').hidden = !detail.length;
  choose('again', again);
  choose('undo', undo);
  message.hidden = false;
  // The button that led here may be gone. But who is elsewhere, or has done nothing here yet, keeps the focus.
  if (document.hasFocus() && navigator.userActivation?.hasBeenActive) message.focus();
}

function choose(id, choice) {
  at(id).hidden = !choice;
  [at(id).textContent, choices[id]] = choice || ['', undefined];
}

/** Gives the frame the height of the page. */
function fit() {
  portal?.fitWindow();
}

/** Asks what the fields are called. Their names do until it is known, and for ever should the portal not tell. */
function learnTitles() {
  portal.callMethod('crm.contact.fields', {}, (answer) => {
    if (answer.error()) return;
    titles = new Map(Object.entries(answer.data() ?? {}).map(([name, field]) => [name, field?.formLabel || field?.title]));
    if (sections !== undefined) showCard(card, sections, titles);
    fit();
  });
}

/** Asks who is here, so that a backup is kept for nobody else. Should the portal not tell, it is kept on the page alone. */
function learnOwner() {
  portal.callMethod('profile', {}, (answer) => {
    const id = answer.error() ? undefined : answer.data()?.ID;
    if (!id) return;
    owner = `${portal.getDomain()} ${id}`;
    if (backup) keep(owner, backup);
    else backup = kept(owner, portalOrigin(portal));
    if (busy || !message.hidden) return;
    offerUndo();
    fit();
  });
}

/** The installer is no page that a portal opens again: administrators find it here. */
function offerInstallation() {
  if (!portal.isAdmin()) return;
  at('installation').href = `install.html${location.search}`;
  at('installation').hidden = false;
}

reset.addEventListener('click', () => {
  if (busy) return;
  at('confirm-loss').textContent = lossInWords(sections);
  listSections(loss, sections);
  // It keeps the last answer, and Escape gives none.
  dialog.returnValue = '';
  dialog.showModal();
  // What has to be scrolled must be reached with keys.
  if (loss.scrollHeight > loss.clientHeight) loss.tabIndex = 0;
  else loss.removeAttribute('tabindex');
  loss.scrollTop = 0;
});
dialog.addEventListener('close', () => {
  if (dialog.returnValue === 'reset') doReset();
});
for (const id of ['again', 'undo']) at(id).addEventListener('click', () => choices[id]());

await during('Connecting to Bitrix24…', async () => {
  try {
    portal = await openPortal();
  } catch (error) {
    say(error.reason === 'outside' ? 'note' : 'bad', inWords(error));
  }
});
if (portal) {
  offerInstallation();
  learnTitles();
  learnOwner();
  await load();
}
