// The steps of the installation, each done or failed by itself.

import { call } from '../portal.js';
import { Problem, problemOf } from './problem.js';
import { bind, boundAddresses, checkAddress, unbind } from './tab.js';

/** What the application has to be granted. Of a line with several, one is enough. */
const SCOPES = [['crm'], ['placement'], ['user', 'user_basic', 'user_brief'], ['department']];

/** The steps in their order. */
export const STEPS = ['administrator', 'permissions', 'address', 'lookup', 'outdated', 'tab'];

/**
 * Does all steps: the tab is bound to `address`, with `titles` by language, and to no other. `report` is told of each step's state,
 * `'running'`, `'done'`, `'failed'` with its `Problem`, or `'skipped'`. Resolves to whether nothing failed.
 */
export async function setUp(library, address, titles, report) {
  let failed = false;

  async function step(name, work) {
    report(name, 'running');
    try {
      await work();
      report(name, 'done');
      return true;
    } catch (error) {
      failed = true;
      report(name, 'failed', problemOf(error));
      return false;
    }
  }

  const isAdministrator = await step('administrator', () => {
    if (!library.isAdmin()) throw new Problem('advice-administrator');
  });
  let missing = [];
  await step('permissions', async () => {
    missing = missingScopes(await call(library, 'scope'));
    if (missing.length) throw new Problem('advice-permissions', { scopes: missing.join(', ') });
  });
  const isAddressGood = await step('address', () => checkAddress(address));

  const canBind = isAdministrator && isAddressGood && !missing.includes('crm') && !missing.includes('placement');
  if (!canBind) {
    for (const name of ['lookup', 'outdated', 'tab']) report(name, 'skipped');
    return false;
  }
  let bound = [];
  await step('lookup', async () => {
    bound = await boundAddresses(library);
  });
  await step('outdated', async () => {
    for (const other of bound.filter((other) => other !== address)) await unbind(library, other);
  });
  await step('tab', async () => {
    if (!bound.includes(address)) await bind(library, address, titles);
  });
  return !failed;
}

/** The scopes that are missing among those granted. */
function missingScopes(granted) {
  // An answer without a body comes as an empty object.
  if (!Array.isArray(granted)) throw new Problem('advice-refused');
  return SCOPES.filter((group) => !group.some((scope) => granted.includes(scope))).map(([scope]) => scope);
}
