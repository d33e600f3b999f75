// What is asked before something is lost. It stands in the page, where the button was: in a frame higher than the window a dialog may be
// out of sight.

import { html, nothing } from 'lit-html';

/** The id of what has the focus first: the harmless answer, or the number without which there is none. */
export const focusOf = ({ number }) => number === undefined ? 'cancel' : 'number';

/**
 * `title`, `text` and `confirm` are texts' ids, with `parameters`. `act` does it, and `cancel` does not. Where there is a `number`, it
 * has to be typed first. `content` is a template below the text, and `other` one more answer, `{ text, act }`.
 */
export function question(asked, { text }) {
  if (!asked) return nothing;
  const { title, text: loss, confirm, parameters, number, content = nothing, other, act, cancel } = asked;
  return html`
    <section id="question" role="group" aria-labelledby="question-title" aria-describedby="question-text"
      @keydown=${({ key }) => key === 'Escape' && cancel()}>
      <h2 id="question-title">${text(title, parameters)}</h2>
      <p id="question-text">${text(loss, parameters)}</p>
      ${content}
      ${number === undefined ? nothing : html`
        <label class="typed">${text('type-number', { number: String(number) })}
          <input id="number" inputmode="numeric" autocomplete="off" @input=${({ target }) => target.removeAttribute('aria-invalid')}
            @keydown=${({ key }) => key === 'Enter' && answer(number, act)}>
        </label>`}
      <div class="buttons">
        <button type="button" id="cancel" @click=${cancel}>${text('cancel')}</button>
        ${other ? html`<button type="button" id=${other.text} @click=${other.act}>${text(other.text, parameters)}</button>` : nothing}
        <button type="button" id=${confirm} class="strong" @click=${() => answer(number, act)}>${text(confirm, parameters)}</button>
      </div>
    </section>`;
}

/** Does it, if the number that has to be typed was typed. */
function answer(number, act) {
  const input = document.getElementById('number');
  if (number === undefined || numberIn(input.value) === number) return act();
  input.setAttribute('aria-invalid', 'true');
  input.focus();
}

/** The number in a text, with whatever digits and separators the person's language has. */
const numberIn = (text) => Number(text.replace(/[٠-٩]/g, (digit) => digit.charCodeAt(0) - 0x660).replace(/\D/g, '') || NaN);
