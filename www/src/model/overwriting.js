// Views are kept before something else takes their place.

import { isSameLayout } from './cards.js';

/**
 * Keeps `seen`, the backup of what is there, so that a page that is closed in the middle loses nothing; unless it is one of the layouts that are
 * `known`, which are to be had elsewhere. Then does what takes it away, `act`, which gives the backup of what it has found. Resolves to
 * `{ done, error, entry }`: what `act` resolved to or rejected with, and what is kept. `name` is that of whose view it is, if it is somebody's.
 */
export async function overwrite(backups, { seen, known = [], name, why }, act) {
  const keep = async (backup) => (await backups.add([{ backup, name }], why))[0];
  const entry = known.some((layout) => isSameLayout(seen.sections, layout)) ? undefined : await keep(seen);
  try {
    const done = await act();
    const { sections } = done.backup;
    // Somebody may have saved another one since it was read.
    const isNew = sections && !isSameLayout(sections, seen.sections);
    if (entry) await backups.forgetRepeated(entry);
    return { done, entry: isNew ? await keep(done.backup) : entry };
  } catch (error) {
    if (!entry) return { error };
    if (error.outcome !== 'unknown') {
      await backups.remove([entry.id]);
      return { error };
    }
    await backups.forgetRepeated(entry);
    return { error, entry };
  }
}
