// What can be done with the common view beside what can be done with any: it becomes what a person has, and everybody's.

import { rejectionOf } from '../portal.js';
import { saveBackups } from '../parts/file.js';
import { focusOf } from '../parts/question.js';
import { COMMON, isSameLayout, options, replace } from './cards.js';
import { Directory } from './directory.js';
import { forgetRun, interrupted } from './journal.js';
import { Restoring } from './restoring.js';
import { Run } from './run.js';
import { ViewSource } from './view-source.js';
import { View } from './view.js';

/** Why the backups are made, as `model/backups.js` has it. */
const WHY = 'everyone';

export class CommonView extends View {
  #restoring;

  constructor(store, app) {
    super(store, app, COMMON);
    this.#restoring = new Restoring(store, app);
  }

  async enter() {
    await super.enter();
    await this.#findInterrupted();
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
    const run = new Run(this.store, this.app, {
      action: 'back-up', people, why: WHY, next: () => this.#questionForEveryone(run), closed: () => run.forgetAll(),
    });
    await run.start();
  }

  /** What is asked once everybody's own view is kept. */
  #questionForEveryone(run) {
    const backups = [...run.cards.values()];
    const people = backups.length;
    const { question } = this.question('everyone', { people }, () => this.#lookOnceMore(run, backups), 'common-everyone');
    const losing = people > 0 ? {
      text: 'common-ask-everyone-text',
      names: backups.map(({ userId }) => this.app.directory.nameOf(userId)),
      number: people,
      other: { text: 'save-backups', act: () => saveBackups(backups) },
    } : { text: 'common-ask-everyone-nobody-text' };
    const cancel = () => {
      question.cancel();
      return run.forgetAll();
    };
    return { run: undefined, question: { ...question, cancel, ...losing }, focus: focusOf(losing) };
  }

  /** Somebody may have arranged another view while the question was read. It is kept as well, and asked about. */
  async #lookOnceMore(run, asked) {
    await run.repeat();
    if (!run.isComplete || run.isStopping) return;
    const known = new Map(asked.map(({ userId, sections }) => [userId, sections]));
    const isAsked = [...run.cards.values()].every(({ userId, sections }) => isSameLayout(known.get(userId), sections));
    await (isAsked ? this.#setForEveryone(run) : this.store.show({ message: this.said('note', 'changed-meanwhile') }));
    await run.forgetOutdated();
  }

  /** Where the page was closed before it was set for everyone, nobody has lost a view: that is said, and the backups are of no use. */
  async #findInterrupted() {
    // Without locks nobody knows whether a page is gone.
    const noted = navigator.locks && await interrupted(await this.app.owner.catch(() => undefined), ({ why }) => why === WHY);
    const { busy, question, run: present } = this.store.state;
    if (!noted || busy || question || present) return;
    const run = await Run.revive(this.store, this.app, noted);
    await run.forgetAll();
    forgetRun(await this.app.owner, noted.at);
    // Who has chosen the screen's tab meanwhile reads the view anew, which would take away what is said.
    await this.store.idle();
    const button = { id: 'again', text: 'again', act: () => this.askForEveryone() };
    const parameters = { date: run.begunAt };
    this.store.show({ message: { tone: 'note', title: 'common-not-for-everyone', text: 'common-everyone-closed', parameters, button } });
  }

  #setForEveryone(run) {
    return this.store.during('common-setting', async (signal) => {
      try {
        await BX24ContactCard.forceCommonContactCard(options(signal));
        await run.forgetRepeated();
        const people = run.cards.size;
        const button = people > 0 ? { id: 'undo', text: 'undo', act: () => this.#undoForEveryone(run) } : undefined;
        return { message: this.said('good', people > 0 ? 'for-everyone' : 'for-everyone-already', button, { people }) };
      } catch (error) {
        const isUnknown = error.outcome === 'unknown';
        await (isUnknown ? run.forgetRepeated() : run.forgetAll());
        return { message: this.failure(isUnknown ? 'for-everyone-unknown' : 'not-for-everyone', error, () => this.askForEveryone()) };
      }
    });
  }

  /** Puts back what everybody had. */
  async #undoForEveryone(run) {
    await this.#restoring.ask(await run.made(), 'undo', null);
  }
}
