// The tab of the application in a contact's card: where it is bound, and what can keep it from being bound.

import { Refused, call } from '../portal.js';
import { Problem } from './problem.js';

const PLACEMENT = 'CRM_CONTACT_DETAIL_TAB';

/** The longest address that a portal binds. */
const MAX_ADDRESS = 255;

/** The page that the tab opens, which lies beside the installer. */
export const tabAddress = (page = location.href) => new URL('index.html', page).href;

/** Throws the `Problem` of an address that no portal binds (docs/application.md §1). */
export function checkAddress(address) {
  const { hostname } = new URL(address);
  if (!hostname.includes('.')) throw new Problem('advice-host', { host: hostname });
  if (address.length > MAX_ADDRESS) throw new Problem('advice-length', { length: address.length, limit: MAX_ADDRESS });
}

/** The addresses that the application's tab is bound to. */
export async function boundAddresses(library) {
  const bindings = await call(library, 'placement.get');
  return Object.values(bindings ?? {}).filter(({ placement }) => placement === PLACEMENT).map(({ handler }) => handler);
}

/** Binds the tab to an address. One that is bound already counts as bound. */
export async function bind(library, address, titles) {
  const texts = Object.entries(titles).map(([language, title]) => [language, { TITLE: title }]);
  const parameters = { PLACEMENT, HANDLER: address, LANG_ALL: Object.fromEntries(texts) };
  try {
    if (await call(library, 'placement.bind', parameters) !== true) throw new Problem('advice-refused');
  } catch (error) {
    if (!(error instanceof Refused && /already bind/i.test(error.description))) throw error;
  }
}

/** Takes the tab away from an address, or without one from all. */
export async function unbind(library, address) {
  const answer = await call(library, 'placement.unbind', { PLACEMENT, ...(address && { HANDLER: address }) });
  if (answer?.count === undefined) throw new Problem('advice-refused');
}
