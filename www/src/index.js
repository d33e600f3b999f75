// The application: connects to the portal, and opens the screen.

import { followHeight } from './frame.js';
import locales from './locales.js';
import { MyView } from './model/my-view.js';
import { causeOf, detailsOf } from './model/problem.js';
import { openPortal } from './portal.js';
import { connection } from './screens/connection.js';
import { myView } from './screens/my-view.js';
import { Store } from './store.js';
import { speak } from './texts.js';

let texts;

const store = new Store((state) => state.view ? myView(state, texts) : connection(state, texts), {});

/** Opens the portal. A library that did not load, or a portal's page that keeps silent, gets a new page: neither can be asked twice. */
const connect = () => store.during('connecting', async (signal) => {
  try {
    const library = await Promise.race([openPortal(), rejectionOf(signal)]);
    texts = speak(library.getLang(), locales);
    return { view: new MyView(store, library, texts), titles: new Map() };
  } catch (error) {
    if (error.reason === 'outside') return { message: { tone: 'note', title: 'not-connected', text: 'cause-outside' } };
    const reason = signal.aborted ? { kind: 'aborted' } : error;
    const button = { id: 'again', text: 'again', act: () => location.replace(location.href) };
    return { message: { tone: 'bad', title: 'not-connected', text: causeOf(reason), details: detailsOf(reason), button } };
  }
});

/** Rejects once the signal says so. */
const rejectionOf = (signal) => new Promise((_, reject) => {
  signal.addEventListener('abort', () => reject(signal.reason));
});

/** The installer is no page that a portal opens again: administrators find it here. */
function offerInstallation(library) {
  if (!library.isAdmin()) return;
  const link = document.getElementById('installation');
  link.textContent = texts.text('installation');
  link.href = `install.html${location.search}`;
  link.hidden = false;
}

texts = speak(new URLSearchParams(location.search).get('LANG'), locales);
await connect();
const { view } = store.state;
if (view) {
  followHeight(view.library);
  offerInstallation(view.library);
  await view.open();
}
