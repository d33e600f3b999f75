// Everybody's views: who has one of their own, and what can be done with those of many.

import { focusOf } from '../parts/question.js';
import { rejectionOf } from '../portal.js';
import { COMMON, options } from './cards.js';
import { Comparison } from './comparison.js';
import { interrupted } from './journal.js';
import { Run, numberToType } from './run.js';
import { ViewSource } from './view-source.js';

/** People on a page of the table. Their views are read by one request. */
export const PAGE = 50;

/** As many ids are named in a message. */
const NAMED = 10;

export class People {
  #store;
  #app;
  #isReading = false;

  /**
   * The state has `query`, `department`, `ownOnly` and `selectedOnly`, which say whom to show, and the `page`; the ids that are `selected`;
   * of whose views is known what, `views`, by id: `{ sections }` or `{ error }`; and the `common` view, undefined before it is read.
   */
  constructor(store, app) {
    this.#store = store;
    this.#app = app;
    Object.assign(store.state, { ...EVERYBODY, page: 0, selected: new Set(), views: new Map() });
  }

  get directory() {
    return this.#app.directory;
  }

  /** The screen is shown. What it showed before may have changed. */
  async enter() {
    const { busy, question, source, comparison } = this.#store.state;
    if (busy || question || source || comparison) return;
    await this.read();
    await this.#findInterrupted();
  }

  /** Reads who is there, as far as that is not known, the common view, and the views that are shown. */
  async read() {
    this.#store.show({ views: new Map(), common: undefined });
    if (!this.directory.isComplete) await this.#readPeople();
    await Promise.all([this.#readCommon(), this.#readViews()]);
  }

  #readPeople() {
    return this.#store.during('reading-people', async (signal) => {
      try {
        await Promise.race([this.directory.read(signal, () => this.#store.show({})), rejectionOf(signal)]);
        return {};
      } catch (error) {
        return { message: this.#app.failure('people-unread', error, () => this.read()) };
      }
    });
  }

  /** Shows other people, by changes of what says whom to show. */
  find(wanted) {
    return this.turnTo(0, wanted);
  }

  findEverybody() {
    return this.turnTo(0, EVERYBODY, 'query');
  }

  turnTo(page, changes, focus) {
    this.#store.show({ ...changes, page }, focus);
    return this.#readViews();
  }

  /** Selects people, or no longer. */
  select(ids, isSelected) {
    const selected = new Set(this.#store.state.selected);
    for (const id of ids) selected[isSelected ? 'add' : 'delete'](id);
    this.#store.show({ selected });
  }

  selectNobody() {
    this.#store.show({ selected: new Set(), selectedOnly: false, page: 0 }, 'query');
  }

  /** Adds those to the selection whom the person picks in the portal's own dialog. Closing that is no answer at all. */
  selectInPortal() {
    this.#app.library.selectUsers(this.#app.texts.text('select-in-portal'), (people) => {
      const picked = people.map(({ id, name }) => ({ id: Number(id), name }));
      this.directory.add(picked);
      this.#addToSelection(picked.map(({ id }) => id));
    });
  }

  /** Opens the field for ids. */
  askIds() {
    this.#store.show({ isAskingIds: true, message: undefined, question: undefined }, 'ids-text');
  }

  /** Adds those to the selection whose ids are in the text. Without a text, only closes the field. */
  selectIds(text) {
    this.#store.show({ isAskingIds: false }, 'select-ids');
    if (text === undefined) return undefined;
    const ids = [...new Set(text.match(/\d+/g)?.map(Number))];
    const unknown = ids.filter((id) => !this.directory.nameOf(id));
    if (unknown.length > 0 || ids.length === 0) {
      const parameters = { ids: unknown.slice(0, NAMED).join(', '), more: Math.max(0, unknown.length - NAMED) };
      this.#store.show({ message: { tone: 'note', title: 'ids-unknown', text: ids.length ? 'ids-unknown-text' : 'ids-none-text', parameters } });
    }
    const known = ids.filter((id) => this.directory.nameOf(id));
    return known.length > 0 ? this.#addToSelection(known) : undefined;
  }

  #addToSelection(ids) {
    const selected = new Set([...this.#store.state.selected, ...ids]);
    return this.turnTo(0, { ...EVERYBODY, selected, selectedOnly: true });
  }

  askReset() {
    this.#ask('reset', {}, (people) => this.#run({ action: 'reset', people }));
  }

  backUp() {
    return this.#run({ action: 'back-up', people: [...this.#store.state.selected] });
  }

  /** Asks for a view, and then whether the selected people are to have it. */
  askGive() {
    const choose = (view) => this.#ask('give', { view }, (people) => this.#run({ action: 'give', people, sections: view.sections }));
    this.#choose('give-which', choose, 'give-many');
  }

  /** Compares the views of two selected people, or that of one with the common view. */
  compare() {
    const ids = [...this.#store.state.selected];
    return this.#store.during('looking', async (signal) => {
      try {
        const sides = await Comparison.read(this.#app, ids, signal);
        return { comparison: new Comparison(this.#store, this.#app, sides), focus: 'comparison' };
      } catch (error) {
        return { message: this.#app.failure('not-compared', error, () => this.compare()) };
      }
    });
  }

  #choose(title, choose, origin) {
    const source = new ViewSource(this.#store, this.#app, {
      title,
      choose,
      cancel: () => this.#store.show({ source: undefined }, origin),
    });
    source.open();
  }

  /** Asks before the views of the people change who are selected now: `view` is what they get. `act` gets their ids. */
  #ask(name, { view }, act) {
    const ids = [...this.#store.state.selected];
    const people = ids.length;
    const question = {
      title: `ask-${name}-many`,
      text: `ask-${name}-many-text`,
      confirm: `confirm-${name}-many`,
      parameters: { people, name: view?.name ?? '' },
      number: numberToType(people),
      view,
      act: () => act(ids),
      cancel: () => this.#store.show({ question: undefined }, `${name}-many`),
    };
    this.#store.show({ source: undefined, message: undefined, question }, focusOf(question));
  }

  #run(what) {
    return new Run(this.#store, this.#app, { ...what, ended: (ids) => this.#forgetViews(ids) }).start();
  }

  /** A run that ended with its page is shown, with what has become of it. */
  async #findInterrupted() {
    const noted = await interrupted(await this.#app.owner.catch(() => undefined), ({ why }) => why !== 'everyone');
    if (!noted) return;
    const run = await Run.revive(this.#store, this.#app, { ...noted, ended: (ids) => this.#forgetViews(ids) });
    if (this.#store.state.run || this.#store.state.busy) return;
    this.#store.show({ run });
    if (run.counts.unknown > 0) await run.lookAgain();
  }

  /** The common view is what the others are compared with. Where it cannot be read, nothing is compared. */
  async #readCommon() {
    try {
      const { result } = await BX24ContactCard.getContactCard(COMMON, null, options());
      this.#store.show({ common: result });
    } catch {
      // See above.
    }
  }

  #forgetViews(ids) {
    const views = new Map(this.#store.state.views);
    for (const id of ids) views.delete(id);
    this.#store.show({ views });
    return this.#readViews();
  }

  /** Reads the views that are needed, as many at a time as are on a page. */
  async #readViews() {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      this.#store.show({ viewsProblem: undefined });
      for (let ids; (ids = unread(this.#store.state).slice(0, PAGE)).length > 0;) {
        const { cards, failed, pending, stopped } = await BX24ContactCard.getContactCards(ids, options());
        const views = new Map(this.#store.state.views);
        for (const { userId, sections } of cards) views.set(userId, { sections });
        for (const { userId, error } of failed) views.set(userId, { error });
        this.#store.show({ views });
        if (pending.length > 0) {
          this.#store.show({ viewsProblem: this.#app.failure('views-unread', stopped, () => this.#readViews()) });
          break;
        }
      }
    } finally {
      this.#isReading = false;
    }
    this.#store.show({});
  }
}

const EVERYBODY = { query: '', department: 0, ownOnly: false, selectedOnly: false };

/** Those who are meant, whatever their views are like. */
function meant({ model: { directory }, query, department, selectedOnly, selected }) {
  const departments = department && directory.within(department);
  return directory.matching(query).filter((person) => (!selectedOnly || selected.has(person.id))
    && (!departments || person.departments.some((id) => departments.has(id))));
}

/** Those whom the table has, on all of its pages. */
export const found = (state) => meant(state).filter(({ id }) => !state.ownOnly || state.views.get(id)?.sections);

/** The number of a page, or of the last one where there are less. */
export const pageOf = (people, page) => Math.min(page, Math.max(0, Math.ceil(people.length / PAGE) - 1));

export const onPage = (people, page) => people.slice(pageOf(people, page) * PAGE, (pageOf(people, page) + 1) * PAGE);

/** Whether more people may be found. */
export const isReading = (state) => Boolean(state.busy) || !state.viewsProblem && unread(state).length > 0;

/** Those whose views are needed and not read: those on the page. To find who has a view, everybody's are needed. */
export function unread(state) {
  const people = state.ownOnly ? meant(state) : onPage(meant(state), state.page);
  return people.map(({ id }) => id).filter((id) => !state.views.has(id));
}
