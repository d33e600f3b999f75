// The card on the page: its sections and their fields.

import { count } from './words.js';

/**
 * Shows a layout, or what `null` stands for, in `place`. `titles`, a map, has what people call the fields.
 * Texts are people's own, so they only ever go in as text.
 */
export function showCard(place, sections, titles) {
  place.classList.toggle('default', sections === null);
  if (sections === null) {
    place.replaceChildren(
      element('h2', 'The default layout'),
      element('p', 'You have no arrangement of your own. A contact looks the way your company has set it up for everyone, or the way Bitrix24 does by itself.'),
    );
  } else {
    place.replaceChildren(...sections.map((section) => sectionElement(section, titles)));
  }
}

/** Names the sections of a layout in `list`, each with the number of its fields. */
export function listSections(list, sections) {
  list.replaceChildren(...sections.map((section) => {
    const item = element('li');
    item.append(isolated(titleOf(section)), element('span', count(section.elements.length, 'field')));
    return item;
  }));
}

function sectionElement(section, titles) {
  const made = element('section', '', 'section');
  const fields = section.elements;
  const list = fields.length ? element('ul') : element('p', 'No fields');
  list.append(...fields.map((field) => fieldElement(field, titles)));
  const heading = element('h2');
  heading.append(isolated(titleOf(section)));
  made.append(heading, list);
  return made;
}

// The portal saves blank titles too.
const titleOf = ({ title }) => title.trim() || 'Untitled section';

function fieldElement({ name, optionFlags }, titles) {
  const item = element('li');
  const title = titles.get(name);
  const text = element(title ? 'span' : 'code');
  text.append(isolated(title || name));
  item.append(text);
  if (optionFlags === 1) item.append(element('span', 'always shown'));
  return item;
}

/** A text of the portal: whichever way it is written, it does not turn what is around it. */
export const isolated = (text) => element('bdi', text);

function element(tag, text = '', className = '') {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
}
