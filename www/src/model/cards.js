// Cards and layouts, as the package has them.

/** The scopes of a card: a person's own, and the one common to all. */
export const OWN = 'P';
export const COMMON = 'C';

/** How long a call may take, in milliseconds. */
const TIMEOUT = 20_000;

/** The options of a call of the package. */
export const options = (signal) => ({ timeout: TIMEOUT, signal });

/**
 * Puts `sections` in the place of `seen`, the backup of what is there, and resolves to the backup of what it has found and to what is there
 * now. A portal has layouts that the package saves only for whom they are from: those go back as a backup.
 */
export async function replace(seen, sections, signal) {
  const { scope, userId = null } = seen;
  try {
    return await BX24ContactCard.editContactCard(() => sections, scope, userId, options(signal));
  } catch (error) {
    if (error.kind !== 'invalid-argument') throw error;
    await BX24ContactCard.restoreContactCard({ ...seen, sections }, options(signal));
    return { backup: seen, sections };
  }
}

/** How much is in a layout, as parameters of texts. */
export const countsOf = (layout) => ({
  sections: layout.length,
  fields: layout.reduce((sum, { elements }) => sum + elements.length, 0),
});

/** Whether two layouts, or none, are the same. Portals give a flag as a number or as its text. */
export const isSameLayout = (one, other) => textOf(one) === textOf(other);

const textOf = (layout) => JSON.stringify(layout, (name, value) => name === 'optionFlags' ? String(value) : value);
