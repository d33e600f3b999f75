// The stored rows as cards.

import { button, byId, element, on, request } from './page.js';

export function addCards(users) {
  on(byId('fill'), 'click', async () => {
    const value = await (await fetch('/start/sample-card.json')).json();
    await request('rows', 'PUT', [
      ...users().filter(({ crm }) => crm).map(({ id }) => ({ user: id, name: 'contact_details', common: false, value })),
      { user: 0, name: 'contact_details_common', common: true, value },
    ]);
  });
  on(byId('clear'), 'click', () => request('rows', 'PUT', []));
}

function card(row, rows, userName) {
  const owner = row.common ? 'Everybody' : userName(row.user);
  const sections = (row.value?.[0]?.type === 'column' ? row.value[0].elements : row.value) ?? [];
  const remove = button('Remove', () => request('rows', 'PUT', rows.filter((other) => other !== row)), {
    ariaLabel: `Remove the card of ${owner}`,
  });
  const list = Array.isArray(sections) ? sections : [];
  return element('article', {},
    element('div', { className: 'bar' }, element('h3', {}, owner), remove),
    element('small', {}, row.name),
    ...list.map((section) => element('div', { className: 'fields' },
      element('b', {}, String(section?.title ?? section?.name ?? '?')),
      ...(Array.isArray(section?.elements) ? section.elements : []).map((field) => element('span', {}, String(field?.name ?? '?'))))));
}

export function showCards(rows, userName) {
  byId('cards').replaceChildren(...rows.map((row) => card(row, rows, userName)));
  if (rows.length === 0) byId('cards').append(element('p', { className: 'hint' }, 'No card is stored: everybody sees the portal’s default.'));
}
