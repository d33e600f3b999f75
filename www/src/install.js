// The installer: a portal opens it until the installation is finished, and an administrator may open it again.

import { render } from 'lit-html';

import locales from './install/locales.js';
import { screen } from './install/screen.js';
import { STEPS, setUp } from './install/steps.js';
import { problemOf } from './install/problem.js';
import { boundAddresses, tabAddress, unbind } from './install/tab.js';
import { call, loadLibrary, ready } from './portal.js';
import { LANGUAGES, speak, textsIn } from './texts.js';

/** How long what failed can be read before the installation is finished all the same, in milliseconds. */
const READING_TIME = 60_000;

const address = tabAddress();
const titles = Object.fromEntries(Object.keys(LANGUAGES).map((code) => [code, textsIn(code, locales).text('tab')]));

let library;
let texts;
let state = { headline: 'connecting', busy: true, steps: [], buttons: [] };
let finishing; // the timer of the end of an installation in which something failed

/** Shows the state with these changes. */
function show(changes) {
  state = { ...state, ...changes };
  const hadFocus = document.activeElement !== document.body;
  render(screen(state, texts, texts.text('tab')), document.getElementById('screen'));
  // A button that had the focus may be gone.
  if (hadFocus && document.activeElement === document.body) document.getElementById('status').focus();
  library?.fitWindow?.();
}

/** Shows where a step has got to. */
function report(name, progress, problem) {
  show({ steps: state.steps.map((step) => step.name === name ? { name, state: progress, problem } : step) });
}

/** The portal's first start of the application. It always ends with the installation finished. */
async function install() {
  const isComplete = await doSteps([...STEPS, 'finish']);
  if (isComplete) return finish();
  finishing = setTimeout(finish, READING_TIME);
  show({
    headline: 'incomplete',
    busy: false,
    note: 'finish-by-itself',
    buttons: [{ id: 'finish', text: 'finish', act: finish, strong: true }, { id: 'retry', text: 'retry', act: retry }],
  });
}

function retry() {
  clearTimeout(finishing);
  return install();
}

/** Lets other people open the application. The portal opens it anew then. */
function finish() {
  clearTimeout(finishing);
  const isComplete = state.steps.every(({ name, state: progress }) => progress === 'done' || name === 'finish');
  try {
    library.installFinish();
    report('finish', 'done');
  } catch (error) {
    report('finish', 'failed', problemOf(error));
  }
  show({ headline: isComplete ? 'installed' : 'incomplete', busy: false, note: undefined, buttons: [] });
}

/** Does the steps, of which `names` are shown. */
async function doSteps(names) {
  const steps = names.map((name) => ({ name, state: 'waiting' }));
  show({ headline: 'installing', busy: true, note: undefined, buttons: [], steps });
  return setUp(library, address, titles, report);
}

/** The application is installed: says whether the tab is there, and offers what can be done about it. */
async function manage() {
  if (!library.isAdmin()) return show({ headline: 'not-administrator', busy: false });
  try {
    const isBound = (await boundAddresses(library)).includes(address);
    show({ headline: isBound ? 'tab-is-there' : 'tab-is-missing', busy: false, ...offers(isBound) });
  } catch (error) {
    const steps = [{ name: 'lookup', state: 'failed', problem: problemOf(error) }];
    show({ headline: 'incomplete', busy: false, steps, ...offers(true) });
  }
}

const CHECK = { id: 'check', text: 'check', act: check };
const ADD = { id: 'add', text: 'add', act: check, strong: true };
const REMOVE = { id: 'remove', text: 'remove', act: askToRemove };

const offers = (isBound) => ({ buttons: isBound ? [CHECK, REMOVE] : [ADD], application: `index.html${location.search}` });

/** Does the steps once more. Where nothing is amiss they change nothing. */
async function check() {
  const isComplete = await doSteps(STEPS);
  show({ headline: isComplete ? 'tab-is-there' : 'incomplete', busy: false, ...offers(true) });
}

function askToRemove() {
  const dialog = document.getElementById('confirm');
  // It keeps the last answer, and Escape gives none.
  dialog.returnValue = '';
  dialog.addEventListener('close', () => {
    if (dialog.returnValue === 'remove') remove();
  }, { once: true });
  dialog.showModal();
}

async function remove() {
  show({ headline: 'removing', busy: true, steps: [], buttons: [] });
  try {
    await unbind(library);
    show({ headline: 'removed', busy: false, ...offers(false) });
  } catch (error) {
    const steps = [{ name: 'removal', state: 'failed', problem: problemOf(error) }];
    show({ headline: 'not-removed', busy: false, steps, ...offers(true) });
  }
}

/** Where the portal does not tell, it counts as an installation: one that is not finished keeps everybody out. */
async function isInstalled() {
  try {
    return (await call(library, 'app.info'))?.INSTALLED === true;
  } catch {
    return false;
  }
}

texts = speak(new URLSearchParams(location.search).get('LANG'), locales);
show({});
try {
  library = await loadLibrary();
  await ready(library);
  texts = speak(library.getLang(), locales);
  await (await isInstalled() ? manage() : install());
} catch (error) {
  show({ headline: error.reason ?? 'fault', busy: false, steps: [], buttons: [] });
  // A portal that does not answer hears all the same that the installer is done.
  if (error.reason === 'silent') library.installFinish();
}
