// Backups are put back: first it is read what is there by now.

import { focusOf } from '../parts/question.js';
import { isSameLayout, options, replace } from './cards.js';
import { overwrite } from './overwriting.js';
import { Run, numberToType } from './run.js';

export class Restoring {
  #store;
  #app;
  #ended;

  /** `ended` is called when something was put back. */
  constructor(store, app, ended = () => {}) {
    this.#store = store;
    this.#app = app;
    this.#ended = ended;
  }

  /**
   * Asks, and puts back the views of the entries, several of which are of people with names. An undo knows the layout that is `expected` by
   * now, and asks only where there is another. Who cancels has the focus back at `origin`.
   */
  async ask(entries, origin, expected) {
    const { message } = this.#store.state;
    let there;
    await this.#store.during('looking', async (signal) => {
      try {
        there = await this.#read(entries, signal);
      } catch (error) {
        return { message: this.#app.failure('not-restored', error, () => this.ask(entries, origin, expected)) };
      }
      const known = (index) => [null, expected, entries[index].backup.sections];
      const newer = there.filter(({ sections }, index) => !known(index).some((layout) => isSameLayout(layout, sections))).length;
      if (expected !== undefined && newer === 0) return {};
      const seen = there;
      const act = () => this.#restore(entries, seen, expected);
      there = undefined;
      // The offer of an undo comes back with its button.
      const cancel = () => this.#store.show({ question: undefined, message: expected === undefined ? undefined : message }, origin);
      const question = this.#question(entries, newer, act, cancel);
      return { question, focus: focusOf(question) };
    });
    if (there) await this.#restore(entries, there, expected);
  }

  #question(entries, newer, act, cancel) {
    const [{ backup }] = entries;
    return {
      title: 'ask-restore',
      text: newer ? 'ask-restore-newer-text' : 'ask-restore-text',
      parameters: { people: entries.length, newer, date: this.#app.date(backup.takenAt) },
      confirm: 'confirm-restore',
      number: numberToType(entries.length),
      act,
      cancel,
    };
  }

  /** The backups of what is there, in the order of the entries. */
  async #read(entries, signal) {
    const ids = entries.map(({ backup }) => backup.userId).filter(Boolean);
    const { backups = [], failed = [], stopped } = ids.length > 0
      ? await BX24ContactCard.getContactCards(ids, { ...options(signal), backup: true }) : {};
    const error = stopped ?? failed[0]?.error;
    if (error) throw error;
    const there = new Map(backups.map((backup) => [backup.userId, backup]));
    return Promise.all(entries.map(async ({ backup: { scope, userId } }) => there.get(userId)
      ?? (await BX24ContactCard.getContactCard(scope, null, { ...options(signal), backup: true })).backup));
  }

  /** Several people have a report. */
  #restore(entries, there, expected) {
    if (entries.length === 1) return this.#restoreOne(entries[0], there[0], expected);
    const isUndo = expected !== undefined;
    return new Run(this.#store, this.#app, { action: 'restore', entries, isUndo, ended: () => this.#ended() }).start();
  }

  #restoreOne(entry, seen, expected) {
    const { name, backup: { sections } } = entry;
    return this.#store.during('restoring', async (signal) => {
      const { error, entry: replaced } = await overwrite(this.#app.backups, { seen, known: [expected, sections], name, why: 'replaced' },
        () => replace(seen, sections, signal));
      if (!error && expected !== undefined) await this.#app.backups.remove([entry.id]);
      this.#ended();
      if (error) {
        const title = error.outcome === 'unknown' ? 'restored-unknown' : 'not-restored';
        return { message: this.#app.failure(title, error, () => this.ask([entry], 'status')) };
      }
      const button = replaced && { id: 'undo', text: 'undo', act: () => this.ask([replaced], 'undo', sections) };
      return { message: { tone: 'good', title: 'restored', text: 'restored-text', button } };
    });
  }
}
