// The application: connects to the portal, and shows the screens.

import { html, render } from 'lit-html';

import { followHeight } from './frame.js';
import { loadTexts } from './locales.js';
import { Application, mayChangeSettings } from './model/application.js';
import { BackupList } from './model/backup-list.js';
import { OWN, options } from './model/cards.js';
import { CommonView } from './model/common-view.js';
import { People } from './model/people.js';
import { causeOf, detailsOf } from './model/problem.js';
import { View } from './model/view.js';
import { tabs } from './parts/tabs.js';
import { openPortal, rejectionOf } from './portal.js';
import { backups } from './screens/backups.js';
import { commonView } from './screens/common-view.js';
import { connection } from './screens/connection.js';
import { help } from './screens/help.js';
import { myView } from './screens/my-view.js';
import { people } from './screens/people.js';
import { offerSchemes } from './scheme.js';
import { recall, remember } from './storage.js';
import { Store } from './store.js';
import { speak } from './texts.js';

/**
 * The screens in the order of their tabs. `view(state, texts)` is the template, and `model` makes what acts on the state, which is
 * there as `model`. Its `enter()` is called each time the screen is shown.
 */
const SCREENS = [
  { name: 'my-view', view: myView, model: (store, app) => new View(store, app, OWN), isInContacts: true },
  { name: 'common-view', view: commonView, model: (store, app) => new CommonView(store, app), isForAdministrators: true },
  { name: 'people', view: people, model: (store, app) => new People(store, app), isForAdministrators: true },
  { name: 'backups', view: backups, model: (store, app) => new BackupList(store, app) },
  { name: 'help', view: help, model: () => ({ enter() {} }) },
];

/** Under which name the tab of the browser knows the screen that was shown last. */
const LAST_SCREEN = 'contact card screen';

const place = document.getElementById('screen');

let texts;
let screens = [];
let shown = { view: connection, store: new Store(draw, {}) };

const speakIn = async (language) => {
  texts = speak(language, await loadTexts(language));
};

/** Draws the screen that is shown. */
function draw(store) {
  render(html`${tabs(screens, shown, texts)}${shown.view(shown.store.state, texts)}`, place);
  return store === shown.store;
}

/** Loads the page again. With what the address has behind # it would stay. */
const startAnew = () => location.replace(location.pathname + location.search);

/** Opens the portal. A library that did not load, or a portal's page that keeps silent, gets a new page: neither can be asked twice. */
const connect = () => shown.store.during('connecting', async (signal) => {
  try {
    return await Promise.race([start(signal), rejectionOf(signal)]);
  } catch (error) {
    if (error.reason === 'outside') return { message: { tone: 'note', title: 'not-connected', text: 'cause-outside' } };
    const button = { id: 'again', text: 'again', act: startAnew };
    return { message: { tone: 'bad', title: 'not-connected', text: causeOf(error), details: detailsOf(error), button } };
  }
});

/** What the screens need: the application, and whether the person may have those of an administrator. */
async function start(signal) {
  const library = await openPortal();
  await speakIn(library.getLang());
  const app = new Application(library, texts);
  return { app, isAdministrator: app.isMainPage && await mayChangeSettings(options(signal)) };
}

/** The installer is no page that a portal opens again: administrators find it here. */
function offerInstallation(library) {
  if (!library.isAdmin()) return;
  const link = document.getElementById('installation');
  link.textContent = texts.text('installation');
  link.href = `install.html${location.search}`;
  link.hidden = false;
}

/** Makes the screens that the person has here. */
function makeScreens({ app, isAdministrator }) {
  const had = SCREENS.filter(({ isInContacts, isForAdministrators }) =>
    app.isMainPage ? isAdministrator || !isForAdministrators : isInContacts);
  return had.map((screen) => {
    const store = new Store(draw, {});
    const model = screen.model(store, app);
    store.state = { ...store.state, model, isAdministrator, titles: new Map() };
    app.titles.then((titles) => store.show({ titles }));
    return { ...screen, store, model };
  });
}

/** Shows the screen that the address names, or that was shown last: a portal that is loaded again forgets the frame's address. */
function enter() {
  const wanted = location.hash.slice(2) || recall('sessionStorage', LAST_SCREEN);
  shown = screens.find(({ name }) => name === wanted) ?? screens[0];
  remember('sessionStorage', LAST_SCREEN, shown.name);
  shown.store.show({});
  shown.model.enter();
}

// The template takes the place of what is there without scripts.
place.replaceChildren();
await speakIn(new URLSearchParams(location.search).get('LANG'));
await connect();
const { app } = shown.store.state;
if (app) {
  screens = makeScreens(shown.store.state);
  followHeight(app.library);
  offerInstallation(app.library);
  offerSchemes(texts);
  addEventListener('hashchange', enter);
  enter();
}
