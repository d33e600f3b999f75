// A view to choose: the common one, somebody's own, or that of a backup.

import { html, nothing } from 'lit-html';

import { personPicker } from './person.js';

/** `source` is a `ViewSource`. */
export function viewSource({ source, busy }, texts) {
  if (!source) return nothing;
  const { text } = texts;
  const kinds = source.kinds.filter((kind) => kind !== 'backup' || source.entries.length > 0);
  return html`
    <section id="source" class="panel form" aria-labelledby="source-title" @keydown=${({ key }) => key === 'Escape' && source.cancel()}>
      <h2 id="source-title" tabindex="-1">${text(source.title)}</h2>
      ${kinds.length === 1 ? nothing : html`
        <fieldset>
          <legend class="unseen">${text(source.title)}</legend>
          ${kinds.map((kind) => html`
            <label class="check"><input type="radio" name="source" id="source-${kind}" .checked=${source.kind === kind}
              @change=${() => source.change({ kind })}> ${text(`source-${kind}`)}</label>`)}
        </fieldset>`}
      ${source.kind === 'person' ? person(source, texts) : nothing}
      ${source.kind === 'backup' ? backup(source, texts) : nothing}
      <div class="buttons">
        <button type="button" id="cancel-source" @click=${() => source.cancel()}>${text('cancel')}</button>
        <button type="button" id="accept" class="strong" aria-disabled=${busy || !source.isChosen ? 'true' : nothing}
          @click=${() => source.isChosen && source.accept()}>${text('accept-view')}</button>
      </div>
    </section>`;
}

const person = (source, texts) => source.person
  ? html`
    <p id="chosen" tabindex="-1"><bdi>${source.person.name}</bdi>
      <button type="button" id="other-person" @click=${() => source.change({ person: undefined }, 'person-query')}>
        ${texts.text('other-person')}</button></p>`
  : personPicker(source.picker, texts);

const backup = (source, { text }) => html`
  <label>${text('choose-backup')}
    <select id="backup" @change=${({ target }) => source.change({ entry: source.entries[target.selectedIndex] })}>
      ${source.entries.map((entry) => html`<option ?selected=${entry === source.entry}>${source.nameOf(entry)}</option>`)}
    </select>
  </label>`;
