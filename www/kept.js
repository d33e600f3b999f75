// The backup of a reset, kept beyond this page: whoever opens a contact to see what the reset did leaves it. It is kept no
// longer than the browser's tab, and under its owner's name, for somebody else may sign in there.

const nameFor = (owner) => `contact card backup of ${owner}`;

// A frame may be forbidden to store anything, and then even asking throws. It is a convenience: without it, the page still
// has the backup until it is left.

/** What was kept for `owner`, if anything was. */
export function kept(owner) {
  try {
    return JSON.parse(sessionStorage.getItem(nameFor(owner))) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps `backup` for `owner`, in place of what was kept before; without one, nothing any more. */
export function keep(owner, backup) {
  try {
    if (backup) sessionStorage.setItem(nameFor(owner), JSON.stringify(backup));
    else sessionStorage.removeItem(nameFor(owner));
  } catch {
    // See above.
  }
}
