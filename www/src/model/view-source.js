// A view to choose: the common one, somebody's own, or that of a backup.

import { COMMON, OWN, options } from './cards.js';
import { PersonPicker } from './person-picker.js';

export class ViewSource {
  /** One of `kinds`, which are `'common'`, `'person'` and `'backup'`, or some of them. */
  kind;
  /** Who was chosen, `{ id, name }`. */
  person;
  /** The entries of `model/backups.js` with a view in them, and the one that was chosen. */
  entries = [];
  entry;
  #store;
  #app;
  #choose;

  /** `title` is a text's id. `choose` gets the view, `{ name, sections }`. */
  constructor(store, app, { title, kinds = ['common', 'person', 'backup'], choose, cancel }) {
    this.#store = store;
    this.#app = app;
    this.#choose = choose;
    this.title = title;
    this.kinds = kinds;
    this.cancel = cancel;
    this.picker = new PersonPicker(store, app, (person) => this.change({ person }, 'chosen'));
  }

  async open() {
    this.#store.show({ source: this, message: undefined, question: undefined }, 'source-title');
    this.change({ kind: this.kinds[0] });
    this.entries = (await this.#app.backups.list()).filter(({ backup }) => backup.sections);
    this.change({ entry: this.entries[0] });
  }

  change(changes, focus) {
    if (changes.kind === 'person') this.picker.open();
    Object.assign(this, changes);
    if (this.#store.state.source === this) this.#store.show({}, focus);
  }

  /** Whether enough was said. */
  get isChosen() {
    return this.kind === 'common' || Boolean(this.kind === 'person' ? this.person : this.entry);
  }

  /** How an entry is called: whose it is, and of when. */
  nameOf(entry) {
    return [this.#app.nameOf(entry), this.#app.date(entry.backup.takenAt)].join(', ');
  }

  accept() {
    if (this.kind === 'backup') return this.#choose({ name: this.nameOf(this.entry), sections: this.entry.backup.sections });
    let view;
    return this.#store.during('looking', async (signal) => {
      const [scope, id, name] = this.kind === 'common'
        ? [COMMON, null, this.#app.texts.text('common-view')] : [OWN, this.person.id, this.person.name];
      try {
        const { result } = await BX24ContactCard.getContactCard(scope, id, options(signal));
        if (!result) return { message: { tone: 'note', title: 'no-view-there', text: `no-view-there-${this.kind}` } };
        view = { name, sections: result };
        return {};
      } catch (error) {
        return { message: this.#app.failure('view-unread', error, () => this.accept()) };
      }
    }).then(() => view && this.#choose(view));
  }
}
