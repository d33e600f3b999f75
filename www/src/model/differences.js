// What a layout looks like beside another.

/**
 * What changes for somebody who has `before` and gets `after`. Resolves each to a mark, `'moved'`, `'added'` or none:
 * `sections` is a list of `{ section, mark, fields }` in the order of `after`, with `fields` a list of `{ field, mark }`. `missing` are
 * the fields that `after` does not have.
 */
export function differences(before, after) {
  const places = placesOf(before);
  const known = new Set(before.map(({ name }) => name));
  const keptSections = inOrder(after.map(({ name }) => name), before.map(({ name }) => name));
  const sections = after.map((section) => {
    const names = section.elements.map(({ name }) => name);
    const earlier = before.find(({ name }) => name === section.name)?.elements.map(({ name }) => name) ?? [];
    const keptFields = inOrder(names, earlier);
    const markOf = (name) => !places.has(name) ? 'added' : keptFields.has(name) ? undefined : 'moved';
    return {
      section,
      mark: !known.has(section.name) ? 'added' : keptSections.has(section.name) ? undefined : 'moved',
      fields: section.elements.map((field) => ({ field, mark: markOf(field.name) })),
    };
  });
  const left = placesOf(after);
  return { sections, missing: [...places].filter(([name]) => !left.has(name)).map(([, field]) => field) };
}

/** Whether nothing changes. */
export const isSame = ({ sections, missing }) =>
  missing.length === 0 && sections.every(({ mark, fields }) => !mark && fields.every((field) => !field.mark));

/** The first field of each name. A map, as a name can be any text. */
function placesOf(sections) {
  const fields = new Map();
  for (const field of sections.flatMap(({ elements }) => elements)) {
    if (!fields.has(field.name)) fields.set(field.name, field);
  }
  return fields;
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
