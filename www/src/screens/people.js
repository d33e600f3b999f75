// The screen “People”: who has a view of their own, and what can be done with those of many.

import { html, nothing } from 'lit-html';

import { found, unread } from '../model/people.js';
import { card } from '../parts/card.js';
import { message } from '../parts/message.js';
import { peopleTable } from '../parts/people-table.js';
import { question } from '../parts/question.js';
import { run } from '../parts/run.js';
import { status } from '../parts/status.js';
import { viewSource } from '../parts/view-source.js';
import { comparison } from './comparison.js';

export function people(state, texts) {
  const { text } = texts;
  return html`
    <header>
      <h1>${text('people-title')}</h1>
      <p>${text('people-lead')}</p>
    </header>
    ${status(state.busy, texts)}
    ${message(state.message ?? (state.run ? undefined : state.viewsProblem), texts)}
    ${state.comparison ? nothing : run(state, texts)}
    ${state.comparison ? comparison(state, texts) : list(state, texts)}`;
}

function list(state, texts) {
  const { directory } = state.model;
  if (directory.people.length === 0) return directory.isComplete ? html`<p class="empty">${texts.text('nobody-there')}</p>` : nothing;
  const shown = found(state);
  return html`
    ${finding(state, texts)}
    ${state.isAskingIds ? idsField(state, texts) : nothing}
    ${selection(state, shown, texts)}
    ${viewSource(state, texts)}
    ${question(withPreview(state, texts), texts)}
    ${numbers(state, shown, texts)}
    ${peopleTable(state, shown, texts)}`;
}

function finding({ model, query, department, ownOnly, selectedOnly }, { text }) {
  const { departments } = model.directory;
  const change = (name, read) => ({ target }) => model.find({ [name]: read(target) });
  return html`
    <div role="search" class="finding">
      <label>${text('find-people')}
        <input id="query" type="search" autocomplete="off" .value=${query} @input=${change('query', ({ value }) => value)}>
      </label>
      ${departments.length ? html`
        <label>${text('department')}
          <select id="department" @change=${change('department', ({ value }) => Number(value))}>
            <option value="0" .selected=${!department}>${text('all-departments')}</option>
            ${departments.map(({ id, name, depth }) => html`
              <option value=${id} .selected=${id === department}>${`${'\u2003'.repeat(depth)}${name}`}</option>`)}
          </select>
        </label>` : nothing}
      <div class="checks">
        <label class="check"><input id="own-only" type="checkbox" .checked=${ownOnly} @change=${change('ownOnly', ({ checked }) => checked)}>
          ${text('own-only')}</label>
        <label class="check"><input id="selected-only" type="checkbox" .checked=${selectedOnly}
          @change=${change('selectedOnly', ({ checked }) => checked)}> ${text('selected-only')}</label>
      </div>
    </div>`;
}

function idsField({ model }, { text }) {
  const typed = () => document.getElementById('ids-text').value;
  return html`
    <section class="panel form" aria-labelledby="ids-title" @keydown=${({ key }) => key === 'Escape' && model.selectIds()}>
      <h2 id="ids-title">${text('select-ids')}</h2>
      <label>${text('ids-hint')} <textarea id="ids-text" rows="3" dir="ltr"></textarea></label>
      <div class="buttons">
        <button type="button" id="cancel-ids" @click=${() => model.selectIds()}>${text('cancel')}</button>
        <button type="button" id="select-these" class="strong" @click=${() => model.selectIds(typed())}>${text('select-these')}</button>
      </div>
    </section>`;
}

/** What can be done with those who are selected. It is there before somebody is, so that the table below does not move under the pointer. */
function selection(state, shown, { text }) {
  const { model, selected, busy, question: asked, source, run: current } = state;
  if (current?.isOn) return nothing;
  const button = (id, act, isOffered, kind) => html`
    <button type="button" id=${id} class=${kind} aria-disabled=${busy || !isOffered ? 'true' : nothing}
      @click=${() => busy || !isOffered || act()}>${text(id, { people: shown.length })}</button>`;
  const isAny = selected.size > 0;
  return html`
    <section id="selection" class="panel" aria-labelledby="selection-title">
      <h2 id="selection-title"><span role="status">${text('selected-people', { people: selected.size })}</span></h2>
      ${asked || source ? nothing : html`
        ${button('select-found', () => model.select(shown.map(({ id }) => id), true), shown.some(({ id }) => !selected.has(id)), 'plain')}
        ${button('select-in-portal', () => model.selectInPortal(), true, 'plain')}
        ${button('select-ids', () => model.askIds(), true, 'plain')}
        ${button('select-nobody', () => model.selectNobody(), isAny, 'plain')}
        <div class="buttons">
          ${button('reset-many', () => model.askReset(), isAny, 'strong')}
          ${button('give-many', () => model.askGive(), isAny, '')}
          ${button('back-up', () => model.backUp(), isAny, '')}
          ${button('compare', () => model.compare(), isAny && selected.size <= 2, '')}
        </div>`}
    </section>`;
}

/** A question about a view that many get shows it. */
function withPreview({ question: asked, titles }, texts) {
  if (!asked?.view) return asked;
  return { ...asked, content: html`<div class="preview" tabindex="0" role="group" aria-label=${asked.view.name}>${card(asked.view.sections, titles, texts)}</div>` };
}

/** How many people there are, and how far their views are read. */
function numbers(state, shown, { text }) {
  const { model: { directory }, busy, viewsProblem } = state;
  const waiting = viewsProblem ? 0 : unread(state).length;
  return html`
    <p id="found" role="status">
      ${text('found-people', { people: shown.length })}
      ${directory.isComplete || busy ? nothing : html` · ${text('found-part', { read: directory.people.length, total: directory.total })}`}
      ${waiting ? html` · ${text('reading-views', { people: waiting })}` : nothing}
    </p>`;
}
