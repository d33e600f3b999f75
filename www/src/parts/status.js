// What goes on.

import { html, nothing } from 'lit-html';

export const status = (busy, { text }) => html`
  <div class="status">
    <p id="status" role="status" tabindex="-1" class=${busy ? 'busy' : ''}>${busy ? text(busy.doing, busy.parameters) : ''}</p>
    ${busy?.cancel ? html`<button type="button" id="cancel" @click=${busy.cancel}>${text('cancel')}</button>` : nothing}
  </div>`;
