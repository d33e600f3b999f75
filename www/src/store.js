// The state of the page, and how it gets on the screen.

import { render } from 'lit-html';

/** How long something goes on before it can be cancelled, in milliseconds. */
const CANCEL_AFTER = 5_000;

/** A state that is shown whenever it changes: `view` makes a template of it. */
export class Store {
  #place = document.getElementById('screen');
  #view;

  /**
   * `busy` is what goes on, `{ doing, cancel }`: a text's id, and after a while what ends it. `message` is what has happened (see
   * `parts/message.js`), and `question` what is asked (see `parts/question.js`). The rest is that of the screens.
   */
  state = {};

  constructor(view, state) {
    this.#view = view;
    this.state = state;
    // The template takes the place of what is there without scripts.
    this.#place.replaceChildren();
  }

  /** Changes the state. The element with the id `focus` gets the focus. */
  show(changes, focus) {
    const had = document.activeElement;
    this.state = { ...this.state, ...changes };
    render(this.#view(this.state), this.#place);
    if (focus) return reveal(document.getElementById(focus));
    // Who is elsewhere, or has done nothing here yet, keeps the focus.
    const isActive = document.hasFocus() && navigator.userActivation?.hasBeenActive;
    if (changes.message && isActive) reveal(document.getElementById('message'));
    // What had the focus may be gone.
    else if (had !== document.body && document.activeElement === document.body) document.getElementById('status').focus();
  }

  /** Says `doing` while `work` runs, and shows the changes it resolves to. One thing at a time: what comes meanwhile is not done. */
  async during(doing, work) {
    if (this.state.busy) return;
    const stop = new AbortController();
    this.show({ busy: { doing }, message: undefined, question: undefined });
    const timer = setTimeout(() => this.show({ busy: { doing, cancel: () => stop.abort() } }), CANCEL_AFTER);
    const { focus, ...changes } = await work(stop.signal);
    clearTimeout(timer);
    this.show({ busy: undefined, ...changes }, focus);
  }
}

/** Gives an element the focus, in sight, and with it all of what it belongs to, as far as there is room. */
function reveal(element) {
  element.focus({ preventScroll: true });
  for (const part of [element.closest('section'), element]) part?.scrollIntoView({ block: 'nearest' });
}
