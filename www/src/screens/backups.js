// The screen “Backups”: what is kept, and what can be done with it.

import { html, nothing } from 'lit-html';

import { card } from '../parts/card.js';
import { message } from '../parts/message.js';
import { question } from '../parts/question.js';
import { run } from '../parts/run.js';
import { status } from '../parts/status.js';
import { action } from '../parts/view.js';

/** As many people are named of those whose views were kept in one go. */
const NAMED = 3;

export function backups(state, texts) {
  const { text } = texts;
  const { model, groups, isUnread, busy } = state;
  const warning = warningOf(state);
  return html`
    <header>
      <h1>${text('backups-title')}</h1>
      <p>${text('backups-lead')}</p>
      ${warning ? html`<p class="warning">${text(warning)}</p>` : nothing}
      <div class="buttons">
        <label class="button">${text('import')}
          <input id="import" class="unseen" type="file" accept=".json,application/json" aria-disabled=${busy ? 'true' : nothing}
            @click=${(event) => busy && event.preventDefault()} @change=${({ target }) => take(target, model)}>
        </label>
        ${groups?.length ? action('save-all', () => model.saveAll(), state, texts) : nothing}
      </div>
      ${question(state.question, texts)}
    </header>
    ${status(busy, texts)}
    ${message(state.message, texts)}
    ${run(state, texts)}
    ${groups?.length === 0 && !isUnread ? html`<p class="empty">${text('backups-none')}</p>` : nothing}
    ${groups?.length ? html`<ul id="backups" class="plain">${groups.map((group, index) => backup(group, index, state, texts))}</ul>` : nothing}`;
}

/** What is said where backups do not outlast the page. */
function warningOf({ groups, isLasting, isUnread }) {
  if (!groups || isLasting) return undefined;
  if (!isUnread) return 'backups-not-lasting';
  return groups.length > 0 ? 'backups-of-this-page' : undefined;
}

/** Reads the file that was chosen. The same one can be chosen again. */
function take(input, model) {
  const [file] = input.files;
  input.value = '';
  if (file) model.read(file);
}

/** What was kept in one go. */
function backup(group, index, state, texts) {
  const { text } = texts;
  const { model, question: asked } = state;
  const [first] = group.entries;
  const isOne = group.entries.length === 1;
  const other = model.otherPortalOf(first);
  const meant = model.meant(group);
  const more = group.entries.length - NAMED;
  const button = (id, act, label = text(id)) => html`
    <button type="button" id="${id}-${index}" aria-describedby="backup-${index}" aria-disabled=${state.busy ? 'true' : nothing}
      @click=${() => state.busy || act()}>${label}</button>`;
  return html`
    <li class="panel backup">
      <h2 id="backup-${index}">${isOne ? nothing : html`${text('backups-of-people', { people: group.entries.length })} — `}<bdi>${
        group.entries.slice(0, NAMED).map((entry) => model.nameOf(entry)).join(', ')}</bdi>${
        more > 0 ? html` ${text('more-people', { people: more })}` : nothing}</h2>
      <p><span class="chip">${text(`why-${group.why}`)}</span> <time datetime=${group.at}>${model.date(group.at)}</time></p>
      ${other ? html`<p class="warning">${text('backup-foreign', { portal: other })}</p>` : nothing}
      <div class="buttons">
        ${other || asked ? nothing : button('restore', () => model.restore(group, `restore-${index}`),
          meant.length < group.entries.length ? text('restore-chosen', { people: meant.length }) : undefined)}
        ${isOne ? preview(first, index, state, texts) : people(group, index, state, texts)}
        ${button('save', () => model.save(meant))}
        ${button('delete', () => model.remove(meant))}
      </div>
      ${isOne ? shown(first, state, texts) : nothing}
      ${!isOne && state.open === group.key ? html`
        <ul class="plain">${group.entries.map((entry, place) => person(entry, `${index}-${place}`, state, texts))}</ul>` : nothing}
    </li>`;
}

const preview = ({ id }, index, { model, previewed }, { text }) => html`
  <button type="button" id="preview-${index}" aria-expanded=${String(previewed === id)} @click=${() => model.preview(id)}>${text('preview')}</button>`;

const people = ({ key }, index, { model, open }, { text }) => html`
  <button type="button" id="open-${index}" aria-expanded=${String(open === key)} @click=${() => model.open(key)}>${text('choose-people')}</button>`;

const person = (entry, index, state, texts) => html`
  <li>
    <label class="check"><input type="checkbox" id="choose-${index}" .checked=${state.chosen.has(entry.id)} @change=${() => state.model.choose(entry.id)}>
      <bdi>${state.model.nameOf(entry)}</bdi></label>
    ${preview(entry, index, state, texts)}
    ${shown(entry, state, texts)}
  </li>`;

function shown({ id, backup: { sections, takenAt } }, { model, previewed, titles }, texts) {
  if (previewed !== id) return nothing;
  return html`
    <div class="preview" tabindex="0" role="group" aria-label=${texts.text('preview')}>
      <p class="remark">${texts.text('backup-taken', { date: model.date(takenAt) })}</p>
      ${sections ? card(sections, titles, texts) : html`<p class="empty">${texts.text('backup-of-nothing')}</p>`}
    </div>`;
}
