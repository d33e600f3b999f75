// The users: what they may do, links that open pages as one of them, and credentials to copy.

import { button, byId, element, say } from './page.js';

const CREDENTIALS = {
  1: ['/rest/1/adm1secret/', 'tok_admin'],
  5: ['/rest/5/usr5secret/', 'tok_user5'],
  9: ['/rest/9/nocrm9/', 'tok_nocrm'],
};

export const nameOf = (user) => `${user.name} ${user.lastName}`.trim() || `User ${user.id}`;

/** A secret in full, with a button that copies it. */
function credential(kind, secret, user) {
  const text = element('code', {}, secret);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      say(`The ${kind} of ${nameOf(user)} is copied.`);
    } catch {
      // Without access to the clipboard it is marked, to be copied by hand.
      getSelection().selectAllChildren(text);
      say(`The ${kind} of ${nameOf(user)} is marked.`);
    }
  };
  return element('div', { className: 'credential' }, text,
    button('Copy', copy, { title: `Copy the ${kind} of ${nameOf(user)}`, ariaLabel: `Copy the ${kind} of ${nameOf(user)}` }));
}

function row(user, hasApplication) {
  const { id, position, settings, crm } = user;
  const rights = settings ? 'may change settings' : crm ? 'own card' : 'no CRM';
  const [webhook, token] = CREDENTIALS[id] ?? [];
  const link = (label, href) => element('a', { href, ariaLabel: `${label} as ${nameOf(user)}` }, label);
  return element('li', { className: 'user' },
    element('div', {}, element('b', {}, nameOf(user)), ` (${id})`, element('br'), element('small', {}, position)),
    element('div', {}, element('span', { className: `badge ${settings ? 'good' : crm ? '' : 'bad'}` }, rights)),
    element('div', { className: 'links' },
      ...(hasApplication ? [link('Application', `/placement?user=${id}`)] : []),
      link('Contact’s card', `/contact?user=${id}`)),
    element('div', { className: 'credentials' },
      ...(webhook ? [credential('webhook', `${location.origin}${webhook}`, user), credential('token', token, user)] : [])));
}

export function showUsers(users, hasApplication) {
  const chosen = byId('open-user').value;
  byId('open-user').replaceChildren(...users.map((user) => element('option', { value: user.id }, `${nameOf(user)} (${user.id})`)));
  if (users.some(({ id }) => String(id) === chosen)) byId('open-user').value = chosen;
  byId('users').replaceChildren(...users.map((user) => row(user, hasApplication)));
}
