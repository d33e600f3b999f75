// Backups of views. They lie in this browser, for each portal and each person who is signed in there, so that they outlast the page
// and the tab. A browser may forbid that to a frame, or have no room, and a portal may not tell who is signed in: then they last as long as
// the page, and are stored as soon as they can be.

import { isSameLayout } from './cards.js';

const NAME = 'contact-card';
const STORE = 'backups';
const OWNER = 'owner';

/**
 * Why a backup was made: before a reset, before another view took its place, before the common one was set for everyone, because somebody
 * wanted it, or it is from a file.
 */
const WHYS = ['reset', 'replaced', 'everyone', 'hand', 'import'];

/** How long the browser may take to open its database, in milliseconds: it may never answer. */
const PATIENCE = 5_000;

export class Backups {
  /** Whether backups outlast the page, as far as is known. */
  isLasting = true;
  /** Called when another tab of this browser has changed what is there. */
  onchange;
  #owner;
  #ofThisPage = new Map(); // what is not stored yet, by id
  #others = openChannel();

  /** `owner()` resolves to under which name the backups of who is signed in are kept, and rejects where that is not known. */
  constructor(owner) {
    this.#owner = owner;
    this.#others?.addEventListener('message', () => this.onchange?.());
  }

  /**
   * Keeps backups, each `{ backup, name }` with the name of whose view it is, if it is somebody's. `why` is one of
   * `WHYS`, and `at` an ISO date: what is done in one go has the same. Resolves to the entries, in that order.
   */
  async add(list, why, at = new Date().toISOString()) {
    const entries = list.map(({ backup, name = '' }) => ({ id: newId(), at, why, name, backup }));
    for (const entry of entries) this.#ofThisPage.set(entry.id, entry);
    try {
      await this.#storeRest();
    } catch {
      // They are of this page.
    }
    this.#others?.postMessage(undefined);
    return entries;
  }

  /**
   * Forgets what the entries of a reason and a date repeat: what was kept for the same reason before, in one go, if nobody's view in it has been
   * another since. It is called once they are there to stay.
   */
  async forgetRepeated({ why, at }) {
    const repeated = repeatedBy(why, at, await this.list());
    if (repeated.length > 0) await this.remove(repeated.map(({ id }) => id));
  }

  /** All that is kept, each `{ id, at, why, name, backup }`, the newest first. What else lies in the browser counts for nothing. */
  async list() {
    let stored = [];
    try {
      await this.#storeRest();
      stored = await this.#transact('readonly', (store, owner) => store.index(OWNER).getAll(owner));
    } catch {
      // There are those of this page.
    }
    const entries = new Map([...stored, ...this.#ofThisPage.values()].map((entry) => [entry.id, entry]));
    return [...entries.values()].filter(isEntry).sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  }

  /** Forgets the entries of these ids. */
  async remove(ids) {
    for (const id of ids) this.#ofThisPage.delete(id);
    try {
      await this.#transact('readwrite', (store) => ids.forEach((id) => store.delete(id)));
    } catch {
      // Nothing lies there.
    }
    this.#others?.postMessage(undefined);
  }

  /** Stores what is not stored yet. */
  async #storeRest() {
    const rest = [...this.#ofThisPage.values()];
    if (rest.length === 0) return;
    await this.#transact('readwrite', (store, owner) => rest.forEach((entry) => store.put({ ...entry, owner })));
    for (const { id } of rest) this.#ofThisPage.delete(id);
    this.isLasting = this.#ofThisPage.size === 0;
  }

  /** Resolves to the result of the request that `work` makes, if it makes one, once all of it is stored. */
  async #transact(mode, work) {
    let database;
    try {
      const owner = await this.#owner();
      database = await open();
      const result = await new Promise((done, fail) => {
        const transaction = database.transaction(STORE, mode);
        transaction.onabort = () => fail(transaction.error);
        const request = work(transaction.objectStore(STORE), owner);
        transaction.oncomplete = () => done(request?.result);
      });
      this.isLasting = this.#ofThisPage.size === 0;
      return result;
    } catch (error) {
      this.isLasting = false;
      throw error;
    } finally {
      database?.close();
    }
  }
}

/** What `forgetRepeated` forgets, of `entries` that begin with the newest. */
function repeatedBy(why, at, entries) {
  const present = entries.filter((entry) => entry.at === at && entry.why === why);
  const repeating = new Map(present.map((entry) => [cardOf(entry), entry.backup.sections]));
  const earlier = entries.filter((entry) => entry.at < at);
  const others = new Set(); // the cards that were another since
  const needed = new Set(); // when those were kept that are not all repeated
  for (const entry of earlier) {
    const card = cardOf(entry);
    if (!isSameLayout(entry.backup.sections, repeating.get(card))) others.add(card);
    if (others.has(card)) needed.add(entry.at);
  }
  return earlier.filter((entry) => entry.why === why && !needed.has(entry.at));
}

/** Which card a backup is of. */
const cardOf = ({ backup: { portal, scope, userId } }) => [portal, scope, userId].join(' ');

/** Whether it is a backup of a contact's card, as the package makes them. */
export const isBackup = (value) => isObject(value) && value.version === 1 && isText(value.portal)
  && (value.scope === 'P' || value.scope === 'C' && value.userId === undefined)
  && (value.userId === undefined || Number.isInteger(value.userId) && value.userId > 0)
  && isDate(value.takenAt) && (value.sections === null || Array.isArray(value.sections) && value.sections.every(isSection));

const isEntry = ({ at, why, name, backup }) => isDate(at) && WHYS.includes(why) && isText(name) && isBackup(backup);

const isSection = (value) => isObject(value) && isText(value.name) && isText(value.title)
  && Array.isArray(value.elements) && value.elements.every((element) => isObject(element) && isText(element.name));

const isObject = (value) => typeof value === 'object' && value !== null;

const isText = (value) => typeof value === 'string';

const isDate = (value) => isText(value) && !Number.isNaN(Date.parse(value));

/** An id that no other tab gives. */
const newId = () => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** A frame that may store nothing may have no channel to other tabs either. */
function openChannel() {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return undefined;
  }
}

/** It is opened for each transaction: nothing is to be told when another tab or the person removes it. */
function open() {
  return new Promise((done, fail) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex(OWNER, OWNER);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
    setTimeout(fail, PATIENCE, new Error('the browser does not open its database'));
  });
}
