// What a layout looks like beside another.

/**
 * What changes for somebody who has `before` and gets `after`. Resolves each to a mark, `'moved'`, `'added'`, `'changed'` (it has another title,
 * or is set up otherwise) or none: `sections` is a list of `{ section, mark, fields }` in the order of `after`, with `fields` a list of
 * `{ field, mark }`. `missing` are the fields that `after` does not have.
 */
export function differences(before, after) {
  const places = byName(fieldsOf(before));
  const known = byName(before);
  const keptSections = inOrder(namesOf(after), namesOf(before));
  const sections = after.map((section) => {
    const earlier = known.get(section.name);
    const keptFields = inOrder(namesOf(section.elements), namesOf(earlier?.elements ?? []));
    return {
      section,
      mark: markOf(section, earlier, keptSections, titleOf),
      fields: section.elements.map((field) => ({ field, mark: markOf(field, places.get(field.name), keptFields, settingsOf) })),
    };
  });
  const left = byName(fieldsOf(after));
  return { sections, missing: [...places.values()].filter(({ name }) => !left.has(name)) };
}

/** Whether nothing changes. */
export const isSame = ({ sections, missing }) =>
  missing.length === 0 && sections.every(({ mark, fields }) => !mark && fields.every((field) => !field.mark));

/** `kept` are the names of what has the same place, and `read` tells what else there is to a section or a field. */
function markOf(one, earlier, kept, read) {
  if (!earlier) return 'added';
  if (!kept.has(one.name)) return 'moved';
  return read(one) === read(earlier) ? undefined : 'changed';
}

const titleOf = ({ title = '' }) => title.trim();

/** A flag that is not there is 0. Portals give one as a number or as its text, and no options as an empty list. */
const settingsOf = ({ optionFlags = 0, options }) => JSON.stringify([Number(optionFlags), Object.entries(options ?? {}).sort()]);

const namesOf = (list) => list.map(({ name }) => name);

const fieldsOf = (sections) => sections.flatMap(({ elements }) => elements);

/** The first of each name. A map, as a name can be any text. */
function byName(list) {
  const found = new Map();
  for (const one of list) if (!found.has(one.name)) found.set(one.name, one);
  return found;
}

/** The names that are in the same order in both lists: a longest common subsequence. */
function inOrder(one, other) {
  const lengths = Array.from({ length: one.length + 1 }, () => new Array(other.length + 1).fill(0));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      lengths[i][j] = one[i] === other[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const names = new Set();
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) {
      names.add(one[i]);
      i += 1;
      j += 1;
    } else if (lengths[i + 1][j] >= lengths[i][j + 1]) i += 1;
    else j += 1;
  }
  return names;
}
