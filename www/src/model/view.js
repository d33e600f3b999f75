// What can be done with a view, the person's own or the common one: it is read, reset, and put back.

import { saveBackups } from '../parts/file.js';
import { COMMON, OWN, countsOf, isSameLayout, options, replace } from './cards.js';
import { overwrite } from './overwriting.js';
import { causeOf } from './problem.js';

export class View {
  #scope;
  #removed; // the entry among the backups that an undo puts back
  #expected = null; // the layout that has been there since, unless somebody has saved another
  #seen; // the backup of what is shown

  /** `scope` is that of the package. */
  constructor(store, app, scope) {
    this.store = store;
    this.app = app;
    this.#scope = scope;
  }

  /** The screen is shown. What is to be answered or undone there stays. */
  async enter() {
    const { busy, question, message, run, layout } = this.store.state;
    if (busy || question || run) return;
    if (!message) return this.read();
    await this.store.during(this.id('reading'), async (signal) => {
      try {
        await this.look(signal);
      } catch {
        return { message };
      }
      // What was said holds as long as nothing has changed elsewhere.
      return { message: isSameLayout(layout, this.store.state.layout) ? message : this.#offer() };
    });
  }

  async read() {
    await this.store.during(this.id('reading'), async (signal) =>
      await this.unread(signal, 'not-read', () => this.read()) ?? { message: this.#offer() });
    await this.#findRemoved();
  }

  /** Reads the common view, which nothing waits for. */
  async readCommon() {
    this.store.show({ commonProblem: undefined });
    try {
      const { result } = await BX24ContactCard.getContactCard(COMMON, null, options());
      this.store.show({ common: result });
    } catch (error) {
      this.store.show({ commonProblem: causeOf(error) });
    }
  }

  /** Asks before a reset, with the view as it is by then. */
  askReset() {
    return this.store.during(this.id('reading'), async (signal) => {
      const unread = await this.unread(signal, 'not-reset', () => this.askReset());
      if (unread) return unread;
      if (!this.store.state.layout) return { message: this.#offer() ?? this.said('note', 'nothing-to-reset') };
      return this.question('reset', {}, () => this.#reset(), 'reset');
    });
  }

  #reset() {
    return this.store.during(this.id('resetting'), async (signal) => {
      try {
        await this.overwrite('reset', null, () => BX24ContactCard.resetContactCard(this.#scope, null, { ...options(signal), backup: true }));
        const said = this.said('good', 'reset-done', this.undoButton());
        return this.changed(null, undefined, this.app.backups.isLasting ? said : { ...said, text: 'reset-done-unkept-text' });
      } catch (error) {
        const [title, again] = error.outcome === 'unknown' ? ['reset-unknown'] : ['not-reset', () => this.askReset()];
        return { message: this.failure(title, error, again) };
      }
    });
  }

  /**
   * Does what takes away the view that was seen, after which `expected` is there, in such a way that it can be undone. `act` gets the backup
   * of what was seen.
   */
  async overwrite(why, expected, act) {
    const seen = this.#seen;
    const { done, error, entry } = await overwrite(this.app.backups, { seen, why }, () => act(seen));
    if (entry) [this.#removed, this.#expected] = [entry, expected];
    if (error) throw error;
    return done;
  }

  /** Puts the view back that was removed. Where there is another by now, asks before. */
  undo() {
    return this.store.during(this.id('undoing'), async (signal) => {
      const unread = await this.unread(signal, 'not-undone', () => this.undo());
      if (unread) return unread;
      const { layout } = this.store.state;
      if (isSameLayout(layout, this.#removed.backup.sections)) return this.#undone();
      if (isSameLayout(layout, this.#expected)) return this.#putBack(signal);
      return this.question('replace', this.#takenAt(), () => this.#replace(), 'undo', () => this.#offer(true));
    });
  }

  #replace() {
    return this.store.during(this.id('undoing'), (signal) => this.#putBack(signal));
  }

  /** What takes the place of a view that nobody knows here is kept as well. */
  async #putBack(signal) {
    const { sections } = this.#removed.backup;
    const seen = this.#seen;
    const { error } = await overwrite(this.app.backups, { seen, known: [this.#expected], why: 'replaced' }, () => replace(seen, sections, signal));
    if (!error) return this.#undone();
    const [title, again] = error.outcome === 'unknown' ? ['undo-unknown'] : ['not-undone', () => this.undo()];
    return { message: this.failure(title, error, again) };
  }

  async #undone() {
    const { id, backup } = this.#removed;
    this.#removed = undefined;
    await this.app.backups.remove([id]);
    return this.changed(backup.sections, backup, this.said('good', 'undo-done'));
  }

  /** Has the backup of what is shown saved as a file, or of what was removed. */
  download() {
    saveBackups(this.#seen?.sections ? this.#seen : this.#removed.backup);
  }

  /** Reads the view and, beside the person's own, the common one. */
  async look(signal) {
    const { result, backup } = await BX24ContactCard.getContactCard(this.#scope, null, { ...options(signal), backup: true });
    this.store.show(this.changed(result, backup));
    if (this.#scope === OWN) this.readCommon();
  }

  /** Reads the view, and resolves to what the screen shows where it cannot be read. `again` does once more what it was read for. */
  async unread(signal, title, again) {
    try {
      await this.look(signal);
      return undefined;
    } catch (error) {
      return { message: this.failure(title, error, again) };
    }
  }

  /** What the screen shows from now on: `layout`, of which `backup` is. */
  changed(layout, backup, message) {
    this.#seen = backup;
    return { layout, message, canDownload: Boolean(layout ?? this.#removed) };
  }

  /** Finds what was reset before this page was opened. Nothing waits for the browser and the portal to tell. */
  async #findRemoved() {
    const isOurs = ({ why, backup: { scope, userId, sections } }) =>
      why === 'reset' && scope === this.#scope && userId === undefined && sections !== null;
    const entries = await this.app.backups.list();
    if (!entries.some(({ id }) => id === this.#removed?.id)) {
      this.#removed = entries.find(isOurs);
      this.#expected = null;
    }
    const { busy, message, question, layout } = this.store.state;
    if (!busy && !message && !question && layout !== undefined) this.store.show(this.changed(layout, this.#seen, this.#offer()));
  }

  /** The message that an earlier reset can be undone. There is none where there is another view since, unless `always`. */
  #offer(always = false) {
    if (!this.#removed || (this.store.state.layout !== null && !always)) return undefined;
    return this.said('note', 'undo-offer', this.undoButton(), this.#takenAt());
  }

  undoButton() {
    return { id: 'undo', text: 'undo', act: () => this.undo() };
  }

  #takenAt() {
    return { date: this.app.date(this.#removed.backup.takenAt) };
  }

  /** The text's id for this view: the common view has texts of its own. */
  id(name) {
    return this.#scope === OWN ? name : `common-${name}`;
  }

  said(tone, name, button, parameters) {
    return { tone, title: this.id(name), text: this.id(`${name}-text`), button, parameters };
  }

  /** Asks, and says what is lost. Who cancels has the focus back at `origin`, and sees the message that `cancelled` makes. */
  question(name, parameters, act, origin, cancelled) {
    return {
      question: {
        title: this.id(`ask-${name}`),
        text: this.id(`ask-${name}-text`),
        confirm: `confirm-${name}`,
        parameters: { ...countsOf(this.store.state.layout ?? []), ...parameters },
        act,
        cancel: () => this.store.show({ question: undefined, message: cancelled?.() }, origin),
      },
      focus: 'cancel',
    };
  }

  /** Says what failed and why. What can be done is `again`, or a look at what is there now. */
  failure(title, error, again) {
    return again ? this.app.failure(this.id(title), error, again) : this.app.failure(this.id(title), error, () => this.read(), 'look');
  }
}
