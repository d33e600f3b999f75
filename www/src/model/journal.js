// What runs are under way, kept beyond the page: one whose page was closed in the middle is found again. Its backups are in
// `model/backups.js`, under the same date.

import { forget, remember } from '../storage.js';

const nameOf = (owner, at = '') => `contact card run of ${owner} ${at}`;

/**
 * Keeps a note of a run for its owner, if that is known, and holds it as this page's own until `work` has ended. Where the browser stores
 * nothing, a run is known as long as its page is there.
 */
export async function note(owner, run, work) {
  if (!owner) return work();
  const name = nameOf(owner, run.at);
  remember('localStorage', name, JSON.stringify(run));
  return holding(name, work);
}

/** Does work while this page holds the lock of that name. Without a secure context there are no locks, and a frame may be forbidden to have any. */
async function holding(name, work) {
  let isBegun = false;
  const begin = () => {
    isBegun = true;
    return work();
  };
  try {
    await navigator.locks.request(name, begin);
  } catch (error) {
    if (isBegun) throw error;
    await work();
  }
}

/** Forgets a run. */
export const forgetRun = (owner, at) => forget('localStorage', nameOf(owner, at));

/** The latest run of an owner that ended with its page, if there is one among those that are meant. */
export async function interrupted(owner, isMeant) {
  try {
    const held = new Set((await navigator.locks?.query())?.held.map(({ name }) => name));
    const names = Object.keys(localStorage).filter((name) => owner && name.startsWith(nameOf(owner)) && !held.has(name)).sort();
    return names.map((name) => JSON.parse(localStorage.getItem(name))).findLast(isMeant);
  } catch {
    return undefined;
  }
}
