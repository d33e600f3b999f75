// A card as Bitrix24 draws it, without values: white panels with the fields' labels.

import { html, nothing } from 'lit-html';

import { countsOf } from '../model/cards.js';
import { titleOf } from '../model/field-titles.js';

const SIGNS = { moved: '↕', added: '+', changed: '≠', missing: '−' };

/** The sections of a layout. `titles`, a map, has what people call the fields. */
export const card = (sections, titles, texts) => html`
  <div class="card">
    ${sections.map((section) => panel(section, undefined, section.elements.map((field) => ({ field })), titles, texts))}
  </div>`;

/** How much is in it: the line above a card that has one with differences beside it, which has a line there too. */
export const sizeOf = (sections, { text }) => html`<p class="remark">${text('view-size', countsOf(sections))}</p>`;

/** The same of `differences`, with what is marked, and below it the fields that are missing, under the title of that text. */
export function cardWithDifferences({ sections, missing }, titles, texts, missingTitle = 'missing-fields') {
  return html`
    <div class="card">
      ${sections.map(({ section, mark, fields }) => panel(section, mark, fields, titles, texts))}
      ${missing.length ? html`
        <section class="panel missing">
          <h3>${texts.text(missingTitle)}</h3>
          <ul>${missing.map((one) => field({ field: one, mark: 'missing' }, titles, texts))}</ul>
        </section>` : nothing}
    </div>`;
}

// The portal saves blank titles too.
const panel = ({ title }, mark, fields, titles, texts) => html`
  <section class="panel">
    <h3><bdi>${title.trim() || texts.text('untitled')}</bdi>${marked(mark, texts)}</h3>
    ${fields.length
      ? html`<ul>${fields.map((one) => field(one, titles, texts))}</ul>`
      : html`<p>${texts.text('no-fields')}</p>`}
  </section>`;

const field = ({ field: { name, optionFlags }, mark }, titles, texts) => html`
  <li class=${mark ?? ''}>
    <span class="label"><bdi>${titleOf(name, titles, texts.text)}</bdi>${marked(mark, texts)}</span>
    ${optionFlags === 1 ? html`<span class="chip">${texts.text('always')}</span>` : nothing}
    <span class="value" aria-hidden="true">—</span>
  </li>`;

const marked = (mark, { text }) => mark
  ? html` <span class="mark ${mark}"><span aria-hidden="true">${SIGNS[mark]}</span> ${text(mark)}</span>`
  : nothing;
