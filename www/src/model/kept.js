// The backup of a reset, kept beyond this page: whoever opens a contact to see what the reset did leaves it. It is kept no
// longer than the browser's tab, and under its owner's name, for somebody else may sign in there.

const nameFor = (owner) => `contact card backup of ${owner}`;

// A frame may be forbidden to store anything, and then even asking throws. It is a convenience: without it, the page still
// has the backup until it is left.

/** What was kept for `owner` of a card on `portal`, if anything was. Whatever else lies there counts for nothing. */
export function kept(owner, portal) {
  try {
    const backup = JSON.parse(sessionStorage.getItem(nameFor(owner)));
    return isOwnCard(backup, portal) ? backup : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it is a backup of the caller's own card, and not of somebody's whom it names. */
const isOwnCard = ({ portal, scope, userId, takenAt, sections }, ours) =>
  portal === ours && scope === 'P' && userId === undefined && !Number.isNaN(Date.parse(takenAt)) && sections.every(isSection);

const isSection = ({ name, title, elements }) =>
  [name, title].every(isText) && elements.every((element) => isText(element.name));

const isText = (value) => typeof value === 'string';

/** Keeps `backup` for `owner`, in place of what was kept before; without one, nothing any more. */
export function keep(owner, backup) {
  try {
    if (backup) sessionStorage.setItem(nameFor(owner), JSON.stringify(backup));
    else sessionStorage.removeItem(nameFor(owner));
  } catch {
    // See above.
  }
}
