// What people call the fields of a card.

import { call } from '../portal.js';

/** Fields of Bitrix24's own default card that `crm.contact.fields` does not have, with the ids of their texts. */
const BESIDE = new Map([
  ['COMPANY', 'field-company'],
  ['REQUISITES', 'field-requisites'],
  ['OBSERVER', 'field-observer'],
  ['UTM', 'field-utm'],
]);

/** The titles that the portal has, by name, in its language. None where it does not tell. */
export async function readFieldTitles(library) {
  try {
    const fields = Object.entries(await call(library, 'crm.contact.fields') ?? {});
    return new Map(fields.map(([name, field]) => [name, field?.formLabel || field?.title]));
  } catch {
    return new Map();
  }
}

/** The title of a field: the portal's, ours, or its name. */
export function titleOf(name, titles, text) {
  return titles.get(name) || (BESIDE.has(name) ? text(BESIDE.get(name)) : name);
}
