// The screens to choose from.

import { html, nothing } from 'lit-html';

/** `screens` have a `name`, which is in the page's address, and a `store`. Where there is one only, there is nothing to choose. */
export const tabs = (screens, shown, { text }) => screens.length === 1 ? nothing : html`
  <nav aria-label=${text('tabs')}>
    <ul>${screens.map((screen) => html`
      <li><a id="tab-${screen.name}" href="#/${screen.name}" aria-current=${screen === shown ? 'page' : nothing}>
        ${text(`tab-${screen.name}`)}${screen.store.state.busy && screen !== shown
          ? html` <span class="busy" role="img" aria-label=${text('goes-on')}></span>` : nothing}
      </a></li>`)}
    </ul>
  </nav>`;
