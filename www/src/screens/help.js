// The screen “Help”: what each thing does, who may do it, and where the limits are.

import { html } from 'lit-html';

/** The topics: `help-NAME` is the title of one, `help-NAME-text` what it says. */
const TOPICS = ['view', 'backups', 'rights', 'limits'];
const TOPICS_OF_ADMINISTRATORS = ['view', 'common', 'everyone', 'people', 'backups', 'rights', 'limits'];

export function help({ isAdministrator }, { text }) {
  const topics = isAdministrator ? TOPICS_OF_ADMINISTRATORS : TOPICS;
  return html`
    <header>
      <h1>${text('help-title')}</h1>
      <p>${text('help-lead')}</p>
    </header>
    <p id="status" tabindex="-1" class="unseen"></p>
    <div id="topics">
      ${topics.map((topic) => html`
        <section class="panel" aria-labelledby="help-${topic}">
          <h2 id="help-${topic}">${text(`help-${topic}`)}</h2>
          <p>${text(`help-${topic}-text`)}</p>
        </section>`)}
      <section class="panel" aria-labelledby="help-version">
        <h2 id="help-version">${text('help-version')}</h2>
        <p>${document.getElementById('version').textContent}</p>
      </section>
    </div>`;
}
