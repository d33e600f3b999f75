// Two views side by side.

import { COMMON, options } from './cards.js';
import { ViewSource } from './view-source.js';

export class Comparison {
  #store;
  #app;

  /** `before` and `after` are `{ name, sections }`, where `sections` is null for Bitrix24's own arrangement. */
  constructor(store, app, [before, after]) {
    this.#store = store;
    this.#app = app;
    this.before = before;
    this.after = after;
  }

  /** The views of two people, or of one and everybody. Rejects as the package does. */
  static async read(app, [first, second], signal) {
    const { cards, failed, stopped } = await BX24ContactCard.getContactCards([first, second].filter(Boolean), options(signal));
    if (stopped ?? failed[0]) throw stopped ?? failed[0].error;
    const sides = cards.map(({ userId, sections }) => ({ name: app.directory.nameOf(userId), sections }));
    if (second) return sides;
    const { result } = await BX24ContactCard.getContactCard(COMMON, null, options(signal));
    return [...sides, { name: app.texts.text('common-view'), sections: result }];
  }

  /** Asks for another view to compare with. */
  change() {
    const source = new ViewSource(this.#store, this.#app, {
      title: 'compare-which',
      choose: (view) => this.#show([this.before, view]),
      cancel: () => this.#store.show({ source: undefined }, 'compare-other'),
    });
    source.open();
  }

  swap() {
    this.#show([this.after, this.before]);
  }

  close() {
    this.#store.show({ comparison: undefined, source: undefined }, 'compare');
  }

  #show(sides) {
    this.#store.show({ source: undefined, comparison: new Comparison(this.#store, this.#app, sides) }, 'comparison');
  }
}
