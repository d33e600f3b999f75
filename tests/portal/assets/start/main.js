// The start page: shows the portal's state as it changes, and changes it, all through the control interface.

import { addApplication, showApplication } from './application.js';
import { addCards, showCards } from './cards.js';
import { addFaults, showConditions, showFaults, showLimits } from './faults.js';
import { addLog, showLog } from './log.js';
import { byId, complain, onChange, request } from './page.js';
import { nameOf, showUsers } from './users.js';

const REFRESH_MS = 1500;

let users = [];
const userName = (id) => nameOf(users.find((user) => user.id === id) ?? { id, name: '', lastName: '' });

const shown = new Map();

/** Draws what has changed since the last time. */
async function refresh() {
  const names = ['users', 'application', 'rows', 'log', 'faults', 'conditions', 'limits'];
  const state = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await request(name)])));
  users = state.users;
  const { application, rows, log, faults, conditions, limits } = state;
  const parts = {
    users: [() => showUsers(users, application.pages !== null), [users, application.pages]],
    application: [() => showApplication(application, users), [users, application]],
    cards: [() => showCards(rows, userName), [users, rows]],
    log: [() => showLog(log, userName), [users, log]],
    faults: [() => showFaults(faults), faults],
    conditions: [() => showConditions(conditions), conditions],
    limits: [() => showLimits(limits), limits],
  };
  for (const [name, [show, of]] of Object.entries(parts)) {
    const now = JSON.stringify(of);
    if (shown.get(name) === now) continue;
    shown.set(name, now);
    show();
  }
}

byId('library').textContent = `${location.origin}/api/v1/`;
onChange(refresh);
addApplication();
addCards(() => users);
addFaults();
addLog();

const SILENCE = 'The portal does not answer.';
for (;;) {
  try {
    await refresh();
    if (byId('notice').textContent === SILENCE) complain('');
  } catch {
    complain(SILENCE);
  }
  await new Promise((resolve) => setTimeout(resolve, REFRESH_MS));
}
