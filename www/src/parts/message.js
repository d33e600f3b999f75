// What has happened: the outcome, its cause, one thing to do, and details for an administrator.

import { html, nothing } from 'lit-html';

/**
 * `tone` is `'good'`, `'note'` or `'bad'`, `title` and `text` are texts' ids, with `parameters`, `button` is `{ id, text, act }`, and
 * `details` are those of `model/problem.js`.
 */
export function message(said, { text }) {
  if (!said) return nothing;
  const { tone, title, text: cause, parameters, button, details } = said;
  return html`
    <section id="message" role="alert" tabindex="-1" class=${tone}>
      <h2>${text(title, parameters)}</h2>
      <p>${text(cause, parameters)}</p>
      ${button ? html`<button type="button" id=${button.id} @click=${button.act}>${text(button.text)}</button>` : nothing}
      ${details ? forAdministrators(details, text) : nothing}
    </section>`;
}

/** The `details` of `model/problem.js`, which can be copied. There is one place for them on a page. */
export const forAdministrators = ({ facts, said }, text) => html`
  <details id="details">
    <summary>${text('details')}</summary>
    <p id="facts"><code dir="ltr">${facts}</code>${said ? html`<br>${text('said')} “<bdi>${said}</bdi>”` : nothing}</p>
    <button type="button" id="copy" .textContent=${text('copy')} @click=${({ target }) => copy(target, text)}></button>
  </details>`;

/** Copies the details. A frame that may not, has them selected, so that the keyboard can. */
async function copy(button, text) {
  const facts = document.getElementById('facts');
  try {
    await navigator.clipboard.writeText(facts.innerText);
    button.textContent = text('copied');
  } catch {
    getSelection().selectAllChildren(facts);
  }
}
