// Two views side by side: what is moved, added and missing in the second.

import { html, nothing } from 'lit-html';

import { differences, isSame } from '../model/differences.js';
import { card, cardWithDifferences, sizeOf } from '../parts/card.js';
import { viewSource } from '../parts/view-source.js';

export function comparison(state, texts) {
  const { text } = texts;
  const { comparison: shown, titles } = state;
  const { before, after } = shown;
  return html`
    <section id="comparison" tabindex="-1" aria-labelledby="comparison-title">
      <h2 id="comparison-title">${text('comparison')}</h2>
      <div class="buttons">
        <button type="button" id="back" @click=${() => shown.close()}>${text('back-to-people')}</button>
        <button type="button" id="compare-other" @click=${() => shown.change()}>${text('compare-other')}</button>
        <button type="button" id="swap" @click=${() => shown.swap()}>${text('swap')}</button>
      </div>
      ${viewSource(state, texts)}
      <div class="views">
        <section id="before" aria-labelledby="before-title">
          <h3 id="before-title"><bdi>${before.name}</bdi></h3>
          ${viewOf(before, after, titles, texts)}
        </section>
        <section id="after" aria-labelledby="after-title">
          <h3 id="after-title"><bdi>${after.name}</bdi></h3>
          ${compared(before, after, titles, texts)}
        </section>
      </div>
    </section>`;
}

/** A view as it is, beside another. */
function viewOf({ sections }, other, titles, texts) {
  if (!sections) return html`<p class="empty">${texts.text('no-view-to-compare')}</p>`;
  return html`${other.sections ? sizeOf(sections, texts) : nothing}${card(sections, titles, texts)}`;
}

/** The same with what differs in it from the other. */
function compared(before, after, titles, texts) {
  const { text } = texts;
  if (!before.sections || !after.sections) return viewOf(after, before, titles, texts);
  const found = differences(before.sections, after.sections);
  return html`
    <p class="remark">${text(isSame(found) ? 'compared-same' : 'compared-different')}</p>
    ${cardWithDifferences(found, titles, texts, 'missing-here')}`;
}
