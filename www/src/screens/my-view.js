// The screen “My form view”: the person's own view, and beside it what takes its place after a reset.

import { html, nothing } from 'lit-html';

import { differences, isSame } from '../model/differences.js';
import { card, cardWithDifferences, sizeOf } from '../parts/card.js';
import { head } from '../parts/view.js';

/**
 * `layout` is the person's own layout, null where there is none, and undefined before it is read. `common` is the same of the common
 * view, `commonProblem` the text of why it could not be read. `titles` has what people call the fields.
 */
export function myView(state, texts) {
  const { text } = texts;
  const { busy, layout } = state;
  return html`
    ${head(state, texts, { title: 'my-view', lead: 'lead' })}
    ${layout === undefined ? nothing : html`
      <div class="views" aria-busy=${busy ? 'true' : nothing}>
        ${layout ? [own(state, texts), afterReset(state, texts)] : commonAlone(state, texts)}
      </div>
      <p class="hint">${text('which-view')}</p>`}`;
}

const own = ({ layout, common, titles }, texts) => html`
  <section id="card" aria-labelledby="card-title">
    <h2 id="card-title">${texts.text('as-it-is-now')}</h2>
    ${common === null ? nothing : sizeOf(layout, texts)}
    ${card(layout, titles, texts)}
  </section>`;

function afterReset(state, texts) {
  const { text } = texts;
  const { layout, common, titles } = state;
  return html`
    <section id="after" aria-labelledby="after-title">
      <h2 id="after-title">${text(common === null ? 'after-reset' : 'after-reset-common')}</h2>
      ${unlessRead(state, texts) ?? (common === null
        ? html`<p class="empty">${text('reset-to-standard')}</p>`
        : compared(layout, common, titles, texts))}
    </section>`;
}

function compared(layout, common, titles, texts) {
  const found = differences(layout, common);
  return html`
    <p class="remark">${texts.text(isSame(found) ? 'same' : 'differences')}</p>
    ${cardWithDifferences(found, titles, texts)}`;
}

function commonAlone(state, texts) {
  const { text } = texts;
  const { common, titles } = state;
  return html`
    <section id="card" aria-labelledby="card-title">
      <h2 id="card-title">${text(common === null ? 'as-it-is-now' : 'common-view')}</h2>
      ${unlessRead(state, texts) ?? (common === null
        ? html`<p class="empty">${text('no-view')}</p>`
        : html`<p class="remark">${text('no-own-view')}</p>${card(common, titles, texts)}`)}
    </section>`;
}

/** What is shown in the place of a common view that is not there yet, or was refused. */
function unlessRead({ model, common, commonProblem }, { text }) {
  if (common !== undefined) return undefined;
  if (!commonProblem) return html`<p class="empty">${text('reading-common')}</p>`;
  return html`
    <div class="empty">
      <p>${text('common-unread')} ${text(commonProblem)}</p>
      <button type="button" id="again-common" @click=${() => model.readCommon()}>${text('again')}</button>
    </div>`;
}
