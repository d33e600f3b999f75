// What can be done with the person's own view: it is read, reset, and put back.

import { call, portalOrigin, withoutToken } from '../portal.js';
import { readFieldTitles } from './field-titles.js';
import { keep, kept } from './kept.js';
import { causeOf, detailsOf } from './problem.js';

const PERSONAL = 'P';
const COMMON = 'C';

/** How long a call may take, in milliseconds. */
const TIMEOUT = 20_000;

const options = (signal) => ({ timeout: TIMEOUT, signal });

export class MyView {
  #store;
  #texts;
  #removed; // the backup of the last reset, until it is undone
  #owner; // whose backup that is, once it is known
  #present; // the backup of the view that is shown

  constructor(store, library, texts) {
    this.#store = store;
    this.library = library;
    this.#texts = texts;
  }

  /** Reads all that the screen shows. */
  async open() {
    this.#readTitles();
    this.#learnOwner();
    await this.read();
  }

  read() {
    return this.#store.during('reading', async (signal) => {
      try {
        await this.#look(signal);
        return { message: this.#offer() };
      } catch (error) {
        return { message: this.#failure('not-read', error, () => this.read()) };
      }
    });
  }

  /** Reads the common view, which nothing waits for. */
  async readCommon() {
    this.#store.show({ commonProblem: undefined });
    try {
      const { result } = await BX24ContactCard.getContactCard(COMMON, null, options());
      this.#store.show({ common: result });
    } catch (error) {
      this.#store.show({ commonProblem: causeOf(error) });
    }
  }

  /** Asks before a reset, with the view as it is by then. */
  askReset() {
    return this.#store.during('reading', async (signal) => {
      try {
        await this.#look(signal);
      } catch (error) {
        return { message: this.#failure('not-reset', error, () => this.askReset()) };
      }
      if (!this.#store.state.mine) {
        return { message: this.#offer() ?? { tone: 'note', title: 'nothing-to-reset', text: 'nothing-to-reset-text' } };
      }
      return this.#question('reset', {}, () => this.#reset(), () => this.#store.show({ question: undefined }, 'reset'));
    });
  }

  #reset() {
    return this.#store.during('resetting', async (signal) => {
      try {
        const { backup } = await BX24ContactCard.resetContactCard(PERSONAL, null, { ...options(signal), backup: true });
        this.#remember(backup);
        this.#present = undefined;
        const button = this.#removed && this.#undoButton();
        return { mine: null, file: this.#file(), message: { tone: 'good', title: 'reset-done', text: 'reset-done-text', button } };
      } catch (error) {
        this.#remember(error.backup);
        const [title, next] = error.outcome === 'unknown' ? ['reset-unknown'] : ['not-reset', () => this.askReset()];
        return { message: this.#failure(title, error, next) };
      }
    });
  }

  /** Puts the view back that a reset removed. Where there is another by now, asks before. */
  undo() {
    return this.#store.during('undoing', async (signal) => {
      try {
        await this.#look(signal);
      } catch (error) {
        return { message: this.#failure('not-undone', error, () => this.undo()) };
      }
      const { mine } = this.#store.state;
      if (JSON.stringify(mine) === JSON.stringify(this.#removed.sections)) return this.#undone();
      if (mine === null) return this.#putBack(signal);
      return this.#question('replace', this.#takenAt(), () => this.#replace(), () => {
        this.#store.show({ question: undefined, message: this.#offer(true) }, 'undo');
      });
    });
  }

  #replace() {
    return this.#store.during('undoing', (signal) => this.#putBack(signal));
  }

  async #putBack(signal) {
    try {
      await BX24ContactCard.restoreContactCard(this.#removed, options(signal));
      return this.#undone();
    } catch (error) {
      const [title, next] = error.outcome === 'unknown' ? ['undo-unknown'] : ['not-undone', () => this.undo()];
      return { message: this.#failure(title, error, next) };
    }
  }

  #undone() {
    const backup = this.#removed;
    this.#present = backup;
    this.#keep(undefined);
    return { mine: backup.sections, file: this.#file(), message: { tone: 'good', title: 'undo-done', text: 'undo-done-text' } };
  }

  /** Reads the person's own view and, beside that, the common one. */
  async #look(signal) {
    const { result, backup } = await BX24ContactCard.getContactCard(PERSONAL, null, { ...options(signal), backup: true });
    this.#present = result && backup;
    this.#store.show({ mine: result, file: this.#file() });
    this.readCommon();
  }

  #question(name, parameters, act, cancel) {
    const { mine } = this.#store.state;
    const fields = mine.reduce((sum, { elements }) => sum + elements.length, 0);
    const counts = { sections: mine.length, fields };
    const texts = { title: `ask-${name}`, text: `ask-${name}-text`, confirm: `confirm-${name}` };
    return { question: { ...texts, parameters: { ...counts, ...parameters }, act, cancel }, focus: 'cancel' };
  }

  /** Says what failed and why. What can be done is `again`, or a look at what is there now. */
  #failure(title, error, again) {
    const details = detailsOf(error);
    return {
      tone: 'bad',
      title,
      text: causeOf(error),
      details: { ...details, said: withoutToken(this.library, details.said) },
      button: { id: 'again', ...(again ? { text: 'again', act: again } : { text: 'look', act: () => this.read() }) },
    };
  }

  /** The message that an earlier reset can be undone. There is none where the person has arranged another view since, unless `always`. */
  #offer(always = false) {
    if (!this.#removed || (this.#store.state.mine !== null && !always)) return undefined;
    const button = this.#undoButton();
    return { tone: 'note', title: 'undo-offer', text: 'undo-offer-text', parameters: this.#takenAt(), button };
  }

  #undoButton() {
    return { id: 'undo', text: 'undo', act: () => this.undo() };
  }

  #takenAt() {
    const date = new Date(this.#removed.takenAt).toLocaleString(this.#texts.language, { dateStyle: 'medium', timeStyle: 'short' });
    return { date };
  }

  /** Keeps the backup of a reset, if it removed something. */
  #remember(backup) {
    if (backup?.sections) this.#keep(backup);
  }

  /** Keeps a backup, or nothing any more. */
  #keep(backup) {
    this.#removed = backup;
    if (this.#owner) keep(this.#owner, backup);
  }

  /** What is there to download: the view that is shown, or the one that was removed. */
  #file() {
    const { file } = this.#store.state;
    if (file) URL.revokeObjectURL(file.address);
    const backup = this.#present ?? this.#removed;
    if (!backup) return undefined;
    const address = URL.createObjectURL(new Blob([JSON.stringify(backup, null, 2)], { type: 'application/json' }));
    return { address, name: `contact-card-${backup.takenAt.slice(0, 10)}.json` };
  }

  async #readTitles() {
    this.#store.show({ titles: await readFieldTitles(this.library) });
  }

  /** Asks who is here, so that a backup is kept for nobody else. Should the portal not tell, it is kept on the page alone. */
  async #learnOwner() {
    const id = await call(this.library, 'profile').then((profile) => profile?.ID, () => undefined);
    if (!id) return;
    this.#owner = `${this.library.getDomain()} ${id}`;
    if (this.#removed) return keep(this.#owner, this.#removed);
    this.#removed = kept(this.#owner, portalOrigin(this.library));
    const { busy, message, question, file } = this.#store.state;
    if (!busy && !message && !question && this.#removed) this.#store.show({ message: this.#offer(), file: file ?? this.#file() });
  }
}
