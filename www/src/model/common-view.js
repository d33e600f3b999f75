// What can be done with the common view beside what can be done with any: it becomes what a person has, and everybody's.

import { COMMON, OWN, options } from './cards.js';
import { PersonPicker } from './person-picker.js';
import { Run } from './run.js';
import { Restoring } from './restoring.js';
import { View } from './view.js';

export class CommonView extends View {
  #restoring;

  constructor(store, app) {
    super(store, app, COMMON);
    this.#restoring = new Restoring(store, app);
  }

  /** Asks whose view is to become the common one. */
  askWhose() {
    const picker = new PersonPicker(this.store, this.app, {
      choose: (person) => this.#askToGive(person),
      cancel: () => this.store.show({ picker: undefined }, 'give'),
    });
    this.store.show({ picker, message: undefined });
  }

  #askToGive(person) {
    this.store.show({ picker: undefined });
    return this.store.during('reading-person', async (signal) => {
      let sections;
      try {
        ({ result: sections } = await BX24ContactCard.getContactCard(OWN, person.id, options(signal)));
        await this.look(signal);
      } catch (error) {
        return { message: this.failure('not-given', error, () => this.#askToGive(person)) };
      }
      const { name } = person;
      if (!sections) return { message: this.said('note', 'nothing-to-give', undefined, { name }) };
      const { question, focus } = this.question('give', { name }, () => this.#give(name, sections), 'give');
      return { question: { ...question, given: { name, sections } }, focus };
    });
  }

  #give(name, sections) {
    return this.store.during('giving', async (signal) => {
      try {
        const { sections: saved, backup } = await this.overwrite('replaced', sections, () =>
          BX24ContactCard.editContactCard(() => sections, COMMON, null, options(signal)));
        const taken = { ...backup, takenAt: new Date().toISOString(), sections: saved };
        return this.changed(saved, taken, this.said('good', 'given', this.undoButton(), { name }));
      } catch (error) {
        const [title, again] = error.outcome === 'unknown' ? ['given-unknown'] : ['not-given', () => this.#give(name, sections)];
        return { message: this.failure(title, error, again) };
      }
    });
  }
}
