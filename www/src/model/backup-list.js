// What can be done with the backups that are kept: they are put back, saved as files, read from files, and deleted.

import { saveBackups } from '../parts/file.js';
import { rejectionOf } from '../portal.js';
import { isBackup } from './backups.js';
import { Restoring } from './restoring.js';

export class BackupList {
  #store;
  #app;
  #restoring;
  #deleted = []; // entries, until the deletion is undone

  /**
   * The state has `groups`, undefined before they are read, which are of this page alone where others are `isUnread`; the ids of the entries that
   * are `chosen`; the key of the group that is `open`, and the id of the entry that is `previewed`.
   */
  constructor(store, app) {
    this.#store = store;
    this.#app = app;
    this.#restoring = new Restoring(store, app, () => this.#read());
    Object.assign(store.state, { chosen: new Set() });
    app.backups.onchange = () => this.#read();
  }

  /** The screen is shown. */
  async enter() {
    const { groups, isUnread } = this.#store.state;
    await (groups && !isUnread ? this.#read() : this.#readFirst());
  }

  /** Reads the list. Without an answer who is signed in, there is what this page has kept. */
  #readFirst() {
    return this.#store.during('reading-backups', async (signal) => {
      try {
        await Promise.race([this.#app.ownerAskedAgain(), rejectionOf(signal)]);
        await this.#read();
        return { isUnread: false };
      } catch (error) {
        if (error.kind !== 'aborted') await this.#read();
        return { isUnread: true, message: this.#app.failure('backups-unread', error, () => this.#readFirst()) };
      }
    });
  }

  /** Whose view an entry is. */
  nameOf(entry) {
    return this.#app.nameOf(entry);
  }

  date(date) {
    return this.#app.date(date);
  }

  /** The host of another portal that a backup comes from, or nothing. */
  otherPortalOf({ backup: { portal } }) {
    return portal === this.#app.portal ? undefined : portal.replace(/^https?:\/\//, '');
  }

  /** The entries of a group that are meant: those that are chosen, or all of them. */
  meant({ entries }) {
    const chosen = entries.filter(({ id }) => this.#store.state.chosen.has(id));
    return chosen.length > 0 ? chosen : entries;
  }

  open(key) {
    this.#store.show({ open: this.#store.state.open === key ? undefined : key });
  }

  preview(id) {
    this.#store.show({ previewed: this.#store.state.previewed === id ? undefined : id });
  }

  choose(id) {
    const chosen = new Set(this.#store.state.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.#store.show({ chosen });
  }

  restore(group, origin) {
    return this.#restoring.ask(this.meant(group), origin);
  }

  save(entries) {
    const backups = entries.map(({ name, backup }) => name ? { ...backup, name } : backup);
    saveBackups(backups.length === 1 ? backups[0] : backups);
  }

  saveAll() {
    this.save(this.#store.state.groups.flatMap(({ entries }) => entries));
  }

  /** Reads backups from a file, once nothing else goes on. Those that are there already are not taken again. */
  async read(file) {
    await this.#store.idle();
    return this.#store.during('reading-file', async () => {
      const found = backupsIn(await file.text());
      const known = new Set((await this.#app.backups.list()).map(({ backup }) => JSON.stringify(backup)));
      const taken = found.filter(({ backup }) => !known.has(JSON.stringify(backup)));
      if (taken.length > 0) await this.#app.backups.add(taken, 'import');
      await this.#read();
      const said = (tone, title, text, parameters) => ({ message: { tone, title, text, parameters } });
      if (found.length === 0) return said('bad', 'not-imported', 'not-imported-text', { file: file.name });
      if (taken.length === 0) return said('note', 'nothing-imported', 'nothing-imported-text', { known: found.length });
      const text = taken.some((entry) => this.otherPortalOf(entry)) ? 'imported-foreign-text' : 'imported-text';
      return said('good', 'imported', text, { backups: taken.length, known: found.length - taken.length });
    });
  }

  /** Forgets backups, which can be undone. */
  remove(entries) {
    return this.#store.during('deleting', async () => {
      await this.#app.backups.remove(entries.map(({ id }) => id));
      await this.#read();
      this.#deleted.push(...entries);
      const button = { id: 'undo', text: 'undo', act: () => this.#keepAgain() };
      return { message: { tone: 'good', title: 'deleted', text: 'deleted-text', parameters: { backups: entries.length }, button } };
    });
  }

  /** Keeps all again that was deleted on this page. */
  #keepAgain() {
    return this.#store.during('undoing-deletion', async () => {
      for (const entry of this.#deleted.splice(0)) await this.#app.backups.add([entry], entry.why, entry.at);
      await this.#read();
      return { focus: 'status' };
    });
  }

  async #read() {
    const groups = groupsOf(await this.#app.backups.list());
    this.#store.show({ groups, isLasting: this.#app.backups.isLasting });
  }
}

/** What was kept of several people in one go is one: `{ key, at, why, entries }`. */
function groupsOf(entries) {
  const groups = new Map();
  for (const entry of entries) {
    const { id, at, why, backup } = entry;
    // A file may have several of one person.
    const taken = why === 'import' ? backup.takenAt.slice(0, 16) : '';
    const key = backup.userId === undefined ? id : `${at} ${why} ${backup.portal} ${taken}`;
    const group = groups.get(key) ?? { key, at, why, entries: [] };
    groups.set(key, group);
    group.entries.push(entry);
  }
  for (const group of groups.values()) group.entries.sort((one, other) => one.name.localeCompare(other.name));
  return [...groups.values()];
}

/** The backups in a file, each `{ backup, name }`. */
function backupsIn(text) {
  try {
    const found = [JSON.parse(text)].flat();
    return found.filter(isBackup).map(({ name, ...backup }) => ({ backup, name: typeof name === 'string' ? name : '' }));
  } catch {
    return [];
  }
}
