// What the screens of the own and of the common view have in common.

import { html, nothing } from 'lit-html';

import { message } from './message.js';
import { question } from './question.js';
import { status } from './status.js';

/** What can be done with a view: `more` are buttons before those that each view has, and `below` is what they open. */
export function head(state, texts, { title, lead, more = nothing, below = nothing }) {
  const { text } = texts;
  const { model, layout, canDownload, question: asked, source, run } = state;
  return html`
    <header>
      <h1>${text(title)}</h1>
      <p>${text(lead)}</p>
      ${asked || source || run || layout === undefined ? nothing : html`
        <div class="buttons">
          ${more}
          ${layout ? action('reset', () => model.askReset(), state, texts, more === nothing ? 'strong' : '') : nothing}
          ${canDownload ? action('download', () => model.download(), {}, texts) : nothing}
        </div>`}
      ${question(asked, texts)}
      ${below}
    </header>
    ${status(state.busy, texts)}
    ${message(state.message, texts)}`;
}

/** A button, which does nothing while something goes on. Its id is that of its text. */
export const action = (id, act, { busy }, { text }, kind = '') => html`
  <button type="button" id=${id} class=${kind} aria-disabled=${busy ? 'true' : nothing}
    @click=${() => busy || act()}>${text(id)}</button>`;
