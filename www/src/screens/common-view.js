// The screen “Common form view”: the view that everybody can use.

import { html, nothing } from 'lit-html';

import { differences, isSame } from '../model/differences.js';
import { card, cardWithDifferences, sizeOf } from '../parts/card.js';
import { run } from '../parts/run.js';
import { action, head } from '../parts/view.js';
import { viewSource } from '../parts/view-source.js';

/** `layout` is the common layout, null where there is none, and undefined before it is read. */
export function commonView(state, texts) {
  const { text } = texts;
  const { model, busy, layout, source } = state;
  const more = [
    action('common-give', () => model.choose(), state, texts, 'strong'),
    action('common-everyone', () => model.askForEveryone(), state, texts),
  ];
  return html`
    ${head(withNames(state, texts), texts, { title: 'common-view', lead: 'common-lead', more, below: viewSource(state, texts) })}
    ${run(state, texts)}
    ${layout === undefined || source ? nothing : html`
      <div class="views" aria-busy=${busy ? 'true' : nothing}>
        ${layout ? present(state, texts) : html`<p class="empty">${text('common-none')}</p>`}
        ${beside(state, texts)}
      </div>`}`;
}

/** A question that is about people names them. */
function withNames(state, { text }) {
  const { question } = state;
  if (!question?.names) return state;
  const content = html`
    <ul id="losing" class="names" tabindex="0">${question.names.map((name) => html`<li><bdi>${name}</bdi></li>`)}</ul>
    <p class="remark">${text('common-everyone-limits')}</p>`;
  return { ...state, question: { ...question, content } };
}

const present = ({ layout, titles, question }, texts) => html`
  <section id="card" aria-labelledby="card-title">
    <h2 id="card-title">${texts.text('as-it-is-now')}</h2>
    ${question?.view ? sizeOf(layout, texts) : nothing}
    ${card(layout, titles, texts)}
  </section>`;

/** The view that is about to take the place, or what comes after a reset. */
function beside({ layout, titles, question }, texts) {
  const { text } = texts;
  if (question?.view) {
    const { name, sections } = question.view;
    const found = differences(layout ?? [], sections);
    return html`
      <section id="after" aria-labelledby="after-title">
        <h2 id="after-title"><bdi>${name}</bdi></h2>
        ${layout ? html`<p class="remark">${text(isSame(found) ? 'common-same' : 'common-differences')}</p>` : nothing}
        ${layout ? cardWithDifferences(found, titles, texts, 'missing-here') : card(sections, titles, texts)}
      </section>`;
  }
  if (!layout || question?.names) return nothing;
  return html`
    <section id="after" aria-labelledby="after-title">
      <h2 id="after-title">${text('after-reset')}</h2>
      <p class="empty">${text('common-to-standard')}</p>
    </section>`;
}
