// What can be done with the common view beside what can be done with any: it becomes what a person has, and everybody's.

import { rejectionOf } from '../portal.js';
import { saveBackups } from '../parts/file.js';
import { COMMON, options, replace } from './cards.js';
import { Directory } from './directory.js';
import { Restoring } from './restoring.js';
import { Run } from './run.js';
import { ViewSource } from './view-source.js';
import { View } from './view.js';

export class CommonView extends View {
  #restoring;

  constructor(store, app) {
    super(store, app, COMMON);
    this.#restoring = new Restoring(store, app);
  }

  /** Asks whose view is to become the common one. */
  choose() {
    const source = new ViewSource(this.store, this.app, {
      title: 'common-give-which',
      kinds: ['person', 'backup'],
      choose: (view) => this.#askToGive(view),
      cancel: () => this.store.show({ source: undefined }, 'common-give'),
    });
    return source.open();
  }

  #askToGive(view) {
    this.store.show({ source: undefined });
    return this.store.during('common-reading', async (signal) => {
      const unread = await this.unread(signal, 'not-given', () => this.#askToGive(view));
      if (unread) return unread;
      const { question, focus } = this.question('give', { name: view.name }, () => this.#give(view), 'common-give');
      return { question: { ...question, view }, focus };
    });
  }

  #give({ name, sections }) {
    return this.store.during('common-giving', async (signal) => {
      try {
        const { backup, ...edit } = await this.overwrite('replaced', sections, (seen) => replace(seen, sections, signal));
        const taken = { ...backup, takenAt: new Date().toISOString(), sections: edit.sections };
        return this.changed(edit.sections, taken, this.said('good', 'given', this.undoButton(), { name }));
      } catch (error) {
        const [title, again] = error.outcome === 'unknown' ? ['given-unknown'] : ['not-given', () => this.#give({ name, sections })];
        return { message: this.failure(title, error, again) };
      }
    });
  }

  /** Backs up everybody's own view, and then asks whether they are to be dropped. */
  async askForEveryone() {
    // Read anew: somebody may have joined since.
    const directory = new Directory(this.app.library);
    let people;
    await this.store.during('reading-people', async (signal) => {
      try {
        await Promise.race([Promise.all([directory.read(signal), this.look(signal)]), rejectionOf(signal)]);
        this.app.directory.add(directory.people);
        people = directory.people.map(({ id }) => id);
        return {};
      } catch (error) {
        return { message: this.failure('not-for-everyone', error, () => this.askForEveryone()) };
      }
    });
    if (!people) return;
    const run = new Run(this.store, this.app, { action: 'back-up', people, why: 'everyone', next: () => this.#questionForEveryone(run) });
    await run.start();
  }

  /** What is asked once everybody's own view is kept. */
  #questionForEveryone(run) {
    const backups = [...run.cards.values()];
    const people = backups.length;
    const { question, focus } = this.question('everyone', { people }, () => this.#lookOnceMore(run, backups), 'common-everyone');
    const losing = people > 0 && {
      text: 'common-ask-everyone-text',
      names: backups.map(({ userId }) => this.app.directory.nameOf(userId)),
      number: people,
      other: { text: 'save-backups', act: () => saveBackups(backups) },
    };
    const cancel = () => {
      question.cancel();
      return this.#forget(run);
    };
    return { run: undefined, question: { ...question, cancel, text: 'common-ask-everyone-nobody-text', ...losing }, focus };
  }

  /** Somebody may have arranged another view while the question was read. It is kept as well, and asked about. */
  async #lookOnceMore(run, asked) {
    await run.repeat();
    if (!run.isComplete || run.isStopping) return;
    const isAsked = [...run.cards.values()].every((backup) => asked.includes(backup));
    await (isAsked ? this.#setForEveryone(run) : this.store.show({ message: this.said('note', 'changed-meanwhile') }));
    await run.forgetOutdated();
  }

  /** The backups of what is not done after all are of no use. */
  async #forget(run) {
    const entries = await run.made();
    await this.app.backups.remove(entries.map(({ id }) => id));
  }

  #setForEveryone(run) {
    return this.store.during('common-setting', async (signal) => {
      try {
        await BX24ContactCard.forceCommonContactCard(options(signal));
        const people = run.cards.size;
        const button = people > 0 ? { id: 'undo', text: 'undo', act: () => this.#undoForEveryone(run) } : undefined;
        return { message: this.said('good', people > 0 ? 'for-everyone' : 'for-everyone-already', button, { people }) };
      } catch (error) {
        const title = error.outcome === 'unknown' ? 'for-everyone-unknown' : 'not-for-everyone';
        return { message: this.failure(title, error, () => this.askForEveryone()) };
      }
    });
  }

  /** Puts back what everybody had. */
  async #undoForEveryone(run) {
    await this.#restoring.ask(await run.made(), 'undo', null);
  }
}
