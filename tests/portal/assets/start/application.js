// The application: its upload, its installation, where it is bound, its scopes.

import { button, byId, element, on, press, request } from './page.js';
import { SCOPES } from './presets.js';
import { nameOf } from './users.js';

const TAB = 'CRM_CONTACT_DETAIL_TAB';

/** Changes a part of the application's state. */
async function change(part) {
  const { installed, bindings, scopes } = await request('application');
  await request('application', 'PUT', { installed, bindings, scopes, ...part });
}

export function addApplication() {
  on(byId('upload'), 'submit', async ({ target }) => {
    const { archive, hosting } = target.elements;
    const { pages } = await request(`application/archive?hosting=${hosting.value}`, 'PUT', archive.files[0]);
    byId('open').elements.app.value = pages.index;
    target.reset();
  });
  on(byId('uninstall'), 'click', async () => {
    await request('application/archive', 'DELETE');
    byId('open').elements.app.value = '';
  });
  on(byId('bind'), 'click', async () => {
    const { pages } = await request('application');
    await change({ bindings: [{ placement: TAB, handler: pages.index, title: 'Application' }] });
  });
  byId('scopes').append(...SCOPES.map((scope) => button(scope, async () => {
    const { scopes } = await request('application');
    await change({ scopes: scopes.includes(scope) ? scopes.filter((other) => other !== scope) : [...scopes, scope] });
  }, { name: scope })));
}

/** What there is to do next, in words and links. */
function state({ installed, bindings, pages }, users) {
  if (!pages) return ['None. Upload the archive of one, or open a page of your own server.'];
  if (!installed) {
    const administrator = users.find(({ admin }) => admin);
    const open = administrator
      && element('a', { href: `/placement?user=${administrator.id}` }, `Open the installation as ${nameOf(administrator)}`);
    return ['Its installation is not finished: others than administrators cannot open it. ', open ?? 'There is no administrator.'];
  }
  const host = pages.hosting === 'portal' ? 'the portal' : 'a server';
  const places = bindings.map(({ placement }) => placement).join(', ');
  return ['Installed. Hosted by ', host, '. ', places ? `Bound to ${places}.` : 'Bound nowhere.'];
}

export function showApplication(application, users) {
  const { installed, bindings, scopes, pages } = application;
  byId('application-state').replaceChildren(...state(application, users));
  byId('bind').hidden = !pages || !installed || bindings.length > 0;
  byId('uninstall').hidden = !pages;
  for (const scope of byId('scopes').children) press(scope, scopes.includes(scope.name));
}
