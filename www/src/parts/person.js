// A person to choose.

import { html, nothing } from 'lit-html';

/** `picker` is a `PersonPicker`. */
export function personPicker(picker, { text }) {
  const { people, more } = picker.offered;
  return html`
    <div class="picker">
      <label>${text('find-person')}
        <input id="person-query" type="search" autocomplete="off" .value=${picker.query} @input=${({ target }) => picker.find(target.value)}>
      </label>
      <ul aria-label=${text('found-persons')}>
        ${people.map((person) => html`
          <li><button type="button" id="choose-${person.id}" @click=${() => picker.choose(person)}>
            <bdi>${person.name}</bdi>${person.position ? html`<small><bdi>${person.position}</bdi></small>` : nothing}</button></li>`)}
        ${people.length ? nothing : html`<li>${text(picker.isReading ? 'reading-people' : 'nobody-found')}</li>`}
        ${more ? html`<li>${text('more-people', { people: more })}</li>` : nothing}
      </ul>
      <button type="button" id="person-in-portal" @click=${() => picker.chooseInPortal()}>${text('select-in-portal')}</button>
    </div>`;
}
