// The state of a screen, and how it gets on the page.

import { reveal } from './frame.js';

/** How long something goes on before it can be cancelled, in milliseconds. */
const CANCEL_AFTER = 5_000;

/** A state that is drawn whenever it changes. */
export class Store {
  #draw;
  #waiting = []; // what is to go on once nothing else does

  /**
   * `busy` is what goes on, `{ doing, cancel }`: a text's id, and after a while what ends it. `message` is what has happened (see
   * `parts/message.js`), and `question` what is asked (see `parts/question.js`). The rest is that of the screen.
   */
  state;

  /** `draw(store)` draws the page, and says whether the state of this store is on it. */
  constructor(draw, state) {
    this.#draw = draw;
    this.state = state;
  }

  /** Changes the state. The element with the id `focus` gets the focus. */
  show(changes, focus) {
    const had = document.activeElement;
    this.state = { ...this.state, ...changes };
    if (!this.state.busy) for (const goOn of this.#waiting.splice(0)) goOn();
    if (!this.#draw(this)) return;
    // What is to have the focus may be gone by then.
    if (focus) return reveal(document.getElementById(focus) ?? document.getElementById('status'));
    // Who is elsewhere, or has done nothing here yet, keeps the focus.
    const isActive = document.hasFocus() && navigator.userActivation?.hasBeenActive;
    if (changes.message && isActive) reveal(document.getElementById('message'));
    // What had the focus may be gone.
    else if (had !== document.body && document.activeElement === document.body) document.getElementById('status')?.focus();
  }

  /** Resolves once nothing goes on. */
  async idle() {
    while (this.state.busy) await new Promise((goOn) => this.#waiting.push(goOn));
  }

  /** Says `doing` while `work` runs, and shows the changes it resolves to. One thing at a time: what comes meanwhile is not done. */
  async during(doing, work) {
    if (this.state.busy) return;
    const stop = new AbortController();
    this.show({ busy: { doing }, message: undefined, question: undefined });
    const timer = setTimeout(() => this.show({ busy: { doing, cancel: () => stop.abort() } }), CANCEL_AFTER);
    let done = {};
    try {
      done = await work(stop.signal);
    } finally {
      clearTimeout(timer);
      const { focus, ...changes } = done;
      this.show({ busy: undefined, ...changes }, focus);
    }
  }
}
