// One person to choose, among those in the portal.

/** As many are offered at a time. */
const OFFERED = 8;

export class PersonPicker {
  query = '';
  isReading = false;
  #store;
  #app;
  #choose;

  /** `choose` gets who was chosen, `{ id, name }`. */
  constructor(store, app, choose) {
    this.#store = store;
    this.#app = app;
    this.#choose = choose;
  }

  /** Reads who is there. Without that, there is the portal's own dialog. */
  async open() {
    this.isReading = true;
    await this.#app.directory.read(undefined, () => this.#store.show({})).catch(() => {});
    this.isReading = false;
    this.#store.show({});
  }

  find(query) {
    this.query = query;
    this.#store.show({});
  }

  /** Those who are offered, and how many more there are. */
  get offered() {
    const people = this.#app.directory.matching(this.query);
    return { people: people.slice(0, OFFERED), more: Math.max(0, people.length - OFFERED) };
  }

  choose(person) {
    this.#choose(person);
  }

  /** Closing the portal's dialog is no answer at all. */
  chooseInPortal() {
    this.#app.library.selectUser(this.#app.texts.text('select-in-portal'), ({ id, name }) => this.#choose({ id: Number(id), name }));
  }
}
