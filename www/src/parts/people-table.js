// People and what their views are like: a table, which is a list of cards where there is no room for its columns.

import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';

import { countsOf } from '../model/cards.js';
import { differences, isSame } from '../model/differences.js';
import { PAGE, isReading, onPage, pageOf } from '../model/people.js';

// With another display than a table's, a browser forgets what the elements are. The roles say it.
export function peopleTable(state, people, texts) {
  const { text } = texts;
  const { model, page, selected } = state;
  if (people.length === 0) {
    return html`
      <div class="empty"><p>${text(isReading(state) ? 'nobody-found-yet' : 'nobody-found')}</p>
        <button type="button" id="find-everybody" @click=${() => model.findEverybody()}>${text('find-everybody')}</button></div>`;
  }
  const shown = onPage(people, page);
  const isAllSelected = shown.every(({ id }) => selected.has(id));
  return html`
    <table id="people" role="table">
      <caption>${text('people-caption')}</caption>
      <thead role="rowgroup"><tr role="row">
        <th role="columnheader" scope="col"><label><input id="select-page" type="checkbox" .checked=${isAllSelected}
          .indeterminate=${!isAllSelected && shown.some(({ id }) => selected.has(id))}
          @change=${({ target }) => model.select(shown.map(({ id }) => id), target.checked)}>
          ${text('person')}<span class="unseen">: ${text('select-page')}</span></label></th>
        ${COLUMNS.map((name) => html`<th role="columnheader" scope="col">${text(`column-${name}`)}</th>`)}
      </tr></thead>
      <tbody role="rowgroup">${repeat(shown, ({ id }) => id, (person) => row(person, state, texts))}</tbody>
    </table>
    ${people.length > PAGE ? pages(people, state, texts) : nothing}`;
}

const COLUMNS = ['own', 'size', 'differs'];

function row({ id, name, position }, { model, selected, views, common }, texts) {
  const cells = cellsOf(views.get(id), common, texts);
  return html`
    <tr role="row" class=${selected.has(id) ? 'selected' : ''}>
      <th role="rowheader" scope="row"><label><input type="checkbox" id="select-${id}" .checked=${selected.has(id)}
        @change=${({ target }) => model.select([id], target.checked)}>
        <span><bdi>${name}</bdi>${position ? html`<small><bdi>${position}</bdi></small>` : nothing}</span></label></th>
      ${COLUMNS.map((column) => html`
        <td role="cell"><span class="column" aria-hidden="true">${texts.text(`column-${column}`)}</span> <span>${cells[column]}</span></td>`)}
    </tr>`;
}

/** What the cells say of a view: one that was not read yet, that cannot be read, none, or one. */
function cellsOf(view, common, { text }) {
  if (!view) return { own: '…', size: '…', differs: '…' };
  if (view.error) return { own: html`<span class="tag bad">${text('not-readable')}</span>`, size: '—', differs: '—' };
  if (!view.sections) return { own: text('no'), size: '—', differs: '—' };
  const differs = common && !isSame(differences(common, view.sections));
  return {
    own: html`<span class="tag">${text('yes')}</span>`,
    size: text('view-size', countsOf(view.sections)),
    differs: common ? text(differs ? 'yes' : 'no') : '—',
  };
}

function pages(people, state, { text }) {
  const total = people.length;
  const page = pageOf(people, state.page);
  const last = pageOf(people, total);
  const button = (id, to) => html`
    <button type="button" id=${id} aria-disabled=${to < 0 || to > last ? 'true' : nothing}
      @click=${() => to < 0 || to > last || state.model.turnTo(to)}>${text(id)}</button>`;
  return html`
    <nav class="pages" aria-label=${text('pages')}>
      ${button('previous', page - 1)}
      <span role="status">${text('page-range', { first: page * PAGE + 1, last: Math.min(total, (page + 1) * PAGE), total })}</span>
      ${button('next', page + 1)}
    </nav>`;
}
