// Who is in the portal, and in which department.

import { readPage } from '../portal.js';

export class Directory {
  /** The people who were not dismissed, as far as they are read, by their last names: `{ id, name, position, departments }`. */
  people = [];
  /** The departments, each below the one that it belongs to: `{ id, name, depth }`. */
  departments = [];
  /** How many people there are. */
  total = 0;
  isComplete = false;

  #library;
  #names = new Map();
  #page; // the last one that was read
  #reading;

  constructor(library) {
    this.#library = library;
  }

  /** Somebody's name, or nothing where it is not known. */
  nameOf(id) {
    return this.#names.get(id) ?? '';
  }

  /** Adds people, each `{ id, name }`, who are not there yet: the portal's own dialog knows others as well. */
  add(people) {
    const added = people.filter(({ id }) => !this.#names.has(id)).map((person) => ({ position: '', departments: [], ...person }));
    for (const { id, name } of added) this.#names.set(id, name);
    this.people = [...this.people, ...added];
    this.total = Math.max(this.total, this.people.length);
  }

  /** Those in whose name, position or id each word of the query is. */
  matching(query) {
    const words = query.toLocaleLowerCase().split(/\s+/);
    return this.people.filter(({ id, name, position }) => {
      const text = `${name} ${position} ${id}`.toLocaleLowerCase();
      return words.every((word) => text.includes(word));
    });
  }

  /** The ids of a department and of those that belong to it. */
  within(id) {
    const start = this.departments.findIndex((department) => department.id === id);
    const rest = this.departments.slice(start + 1);
    const end = rest.findIndex(({ depth }) => depth <= this.departments[start].depth);
    return new Set([id, ...rest.slice(0, end < 0 ? rest.length : end).map((department) => department.id)]);
  }

  /** Reads what is not read yet, and calls `onChange` after each page. It ends early with the signal. Rejects as `call` does. */
  async read(signal, onChange) {
    while (this.#reading) await this.#reading.catch(() => {});
    if (this.isComplete || signal?.aborted) return onChange?.();
    this.#reading = this.#readOn(signal, onChange);
    try {
      await this.#reading;
    } finally {
      this.#reading = undefined;
    }
  }

  async #readOn(signal, onChange) {
    if (this.departments.length === 0) this.departments = inTree(await this.#readDepartments(signal));
    const query = { FILTER: { ACTIVE: true }, SORT: 'LAST_NAME', ORDER: 'ASC' };
    while (!this.isComplete && !signal?.aborted) {
      const page = await readPage(this.#library, 'user.get', query, this.#page);
      this.#page = page;
      // Who joins or leaves meanwhile moves the others from one page to another.
      this.add(page.items.map(personOf));
      this.total = Math.max(page.total, this.people.length);
      this.isComplete = page.isLast;
      onChange?.();
    }
  }

  /** An application without the scope of departments does without them. */
  async #readDepartments(signal) {
    const found = [];
    try {
      let page;
      do {
        page = await readPage(this.#library, 'department.get', {}, page);
        found.push(...page.items);
      } while (!page.isLast && !signal?.aborted);
    } catch {
      return [];
    }
    return found;
  }
}

function personOf({ ID, NAME, LAST_NAME, EMAIL, WORK_POSITION, UF_DEPARTMENT }) {
  const name = [NAME, LAST_NAME].filter(Boolean).join(' ').trim();
  return { id: Number(ID), name: name || EMAIL || `#${ID}`, position: WORK_POSITION ?? '', departments: [UF_DEPARTMENT ?? []].flat().map(Number) };
}

/** The departments in the order of a tree. One whose parent is missing is at the top. */
function inTree(departments) {
  const ids = new Set(departments.map(({ ID }) => ID));
  const below = (parent, depth) => departments
    .filter(({ PARENT }) => (ids.has(PARENT) ? PARENT : undefined) === parent)
    .flatMap(({ ID, NAME }) => [{ id: Number(ID), name: NAME, depth }, ...below(ID, depth + 1)]);
  return below(undefined, 0);
}
