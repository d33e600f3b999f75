// What is asked before something is lost. It stands in the page, where the button was: in a frame higher than the window a dialog may be
// out of sight.

import { html, nothing } from 'lit-html';

/** `title`, `text` and `confirm` are texts' ids, with `parameters`. `act` does it, and `cancel` does not. */
export function question(asked, { text }) {
  if (!asked) return nothing;
  const { title, text: loss, confirm, parameters, act, cancel } = asked;
  return html`
    <section id="question" role="group" aria-labelledby="question-title" aria-describedby="question-text"
      @keydown=${({ key }) => key === 'Escape' && cancel()}>
      <h2 id="question-title">${text(title)}</h2>
      <p id="question-text">${text(loss, parameters)}</p>
      <div class="buttons">
        <button type="button" id="cancel" @click=${cancel}>${text('cancel')}</button>
        <button type="button" id=${confirm} class="strong" @click=${act}>${text(confirm)}</button>
      </div>
    </section>`;
}
