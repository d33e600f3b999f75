// The card on the page: its sections and their fields.

/**
 * Shows a layout, or what `null` stands for, in `place`. `titles` maps field names to what people call them.
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

function sectionElement({ title, elements }, titles) {
  const section = element('section', '', 'section');
  const heading = element('h2', title || 'Untitled section');
  // Layouts that Bitrix24's own editor made may lack the list.
  const fields = elements ?? [];
  const list = fields.length ? element('ul') : element('p', 'No fields');
  list.append(...fields.map((field) => fieldElement(field, titles)));
  section.append(heading, list);
  return section;
}

function fieldElement({ name, optionFlags }, titles) {
  const item = element('li');
  const title = titles[name];
  item.append(title ? element('span', title) : element('code', name));
  // The portal sends it as a number or a string.
  if (Number(optionFlags) === 1) item.append(element('span', 'always shown'));
  return item;
}

function element(tag, text = '', className = '') {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
}
