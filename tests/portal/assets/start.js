// The start page: shows the portal's state as it changes, and switches faults, all through the control interface.
(() => {
  'use strict';

  const REFRESH_MS = 1500;
  const LOG_ROWS = 25;

  const CREDENTIALS = {
    1: ['/rest/1/adm1secret/', 'tok_admin'],
    5: ['/rest/5/usr5secret/', 'tok_user5'],
    9: ['/rest/9/nocrm9/', 'tok_nocrm'],
  };

  const FAULTS = {
    'Busy (503)': { error: 'QUERY_LIMIT_EXCEEDED' },
    'HTML error in front': { status: 502, body: '<h1>502 Bad Gateway</h1>', cors: false },
    'Token expired': { error: 'expired_token' },
    'Never answers': { hang: true },
    'Connection reset': { reset: true },
    'Answer cut off': { truncate: 9 },
    'Empty answer': { status: 200 },
    'Takes 5 seconds': { delayMs: 5000 },
  };

  const CONDITIONS = {
    deleted: 'Portal deleted',
    overload: 'Blocked for overload',
    noConnection: 'No authorization server',
    noApplication: 'Application not installed',
    noApplicationAccess: 'User may not use the application',
    noContactFamily: 'No crm.contact.details.configuration',
  };

  const LIMITS = {
    'None': null,
    'As on most plans (50, 2/s)': { burst: 50, perSecond: 2, operatingSeconds: 480, windowSeconds: 600 },
    'Enterprise (250, 5/s)': { burst: 250, perSecond: 5, operatingSeconds: 480, windowSeconds: 600 },
    'Tight (3, 1/s)': { burst: 3, perSecond: 1 },
  };

  const SAMPLE = [{
    name: 'default_column',
    type: 'column',
    elements: [
      { type: 'section', name: 'main', title: 'About the contact', elements: [
        { name: 'NAME', optionFlags: 1 }, { name: 'LAST_NAME', optionFlags: 1 }, { name: 'PHONE' }, { name: 'EMAIL' },
      ] },
      { type: 'section', name: 'additional', title: 'More', elements: [{ name: 'SOURCE_ID' }, { name: 'COMMENTS' }] },
    ],
  }];

  const byId = (id) => document.getElementById(id);
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  /** An element with properties and children. */
  function element(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  async function request(what, method = 'GET', value = undefined) {
    const response = await fetch(`/__portal/${what}`, { method, body: value === undefined ? undefined : JSON.stringify(value) });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }

  function say(text) {
    byId('notice').textContent = text;
    byId('notice').hidden = text === '';
  }

  /** Runs what a button asks for, and shows the outcome at once. */
  function on(target, event, run) {
    target.addEventListener(event, async (happened) => {
      happened.preventDefault();
      try {
        await run(happened);
        await refresh();
      } catch (error) {
        say(error.message);
      }
    });
  }

  let users = [];
  const nameOf = (user) => user && `${user.name} ${user.lastName}`;
  const userName = (id) => nameOf(users.find((user) => user.id === id)) ?? `User ${id}`;

  function showUsers() {
    byId('open-user').replaceChildren(...users.map((user) => element('option', { value: user.id }, `${nameOf(user)} (${user.id})`)));
    byId('users').replaceChildren(...users.map((user) => {
      const { id, position, settings, crm } = user;
      const rights = settings ? 'may change settings' : crm ? 'own card' : 'no CRM';
      const [webhook, token] = CREDENTIALS[id] ?? ['', ''];
      return element('tr', {},
        element('td', {}, String(id)),
        element('td', {}, element('b', {}, nameOf(user)), element('br'), element('small', {}, position)),
        element('td', {}, element('span', { className: `badge ${settings ? 'good' : crm ? '' : 'bad'}` }, rights)),
        element('td', {}, element('code', {}, webhook), element('br'), element('code', {}, token)));
    }));
  }

  function showCard(row, rows) {
    const owner = row.common ? 'Everybody' : userName(row.user);
    const sections = (row.value?.[0]?.type === 'column' ? row.value[0].elements : row.value) ?? [];
    const remove = element('button', { type: 'button', title: `Remove the card of ${owner}` }, 'Remove');
    on(remove, 'click', () => request('rows', 'PUT', rows.filter((other) => other !== row)));
    const list = Array.isArray(sections) ? sections : [];
    return element('article', {},
      element('div', { className: 'bar' }, element('h3', {}, owner), remove),
      element('small', {}, row.name),
      ...list.map((section) => element('div', { className: 'fields' },
        element('b', {}, String(section?.title ?? section?.name ?? '?')),
        ...(Array.isArray(section?.elements) ? section.elements : []).map((field) => element('span', {}, String(field?.name ?? '?'))))));
  }

  function showLog(log) {
    const latest = log.slice(-LOG_ROWS).reverse();
    byId('log').replaceChildren(...latest.map((entry) => {
      const good = entry.status !== null && entry.status < 400;
      const parameters = entry.commands
        ? entry.commands.map((command) => `${command.key}: ${command.method} ${JSON.stringify(command.params)}`).join('\n')
        : JSON.stringify(entry.params);
      return element('tr', {},
        element('td', {}, new Date(entry.at).toLocaleTimeString()),
        element('td', {}, entry.user === null ? '–' : userName(entry.user)),
        element('td', {}, element('span', { className: `badge ${good ? 'good' : 'bad'}` }, String(entry.status ?? 'none'))),
        element('td', {}, element('code', {}, entry.method || '(none)')),
        element('td', {}, element('code', { className: 'clipped', title: parameters }, parameters)));
    }));
    if (latest.length === 0) {
      byId('log').append(element('tr', {}, element('td', { colSpan: 5, className: 'hint' }, 'Nothing has been asked yet.')));
    }
  }

  let shown = {};

  /** Draws what has changed since the last time. */
  async function refresh() {
    const [rows, log, faults, conditions, limits] = await Promise.all(
      ['rows', 'log', 'faults', 'conditions', 'limits'].map((what) => request(what)));
    say('');
    const draw = (name, state, show) => {
      if (same(shown[name], state)) return;
      shown[name] = state;
      show();
    };
    draw('rows', rows, () => {
      byId('cards').replaceChildren(...rows.map((row) => showCard(row, rows)));
      if (rows.length === 0) byId('cards').append(element('p', { className: 'hint' }, 'No card is stored: everybody sees the portal’s default.'));
    });
    draw('log', log, () => showLog(log));
    draw('faults', faults, () => byId('faults').replaceChildren(...faults.map((fault) =>
      element('li', {}, `${fault.times} × `, element('code', {}, fault.match), ` → ${JSON.stringify(fault.then)}`))));
    draw('conditions', conditions, () => {
      for (const button of byId('conditions').children) {
        button.setAttribute('aria-pressed', String(conditions[button.name]));
      }
    });
    draw('limits', limits, () => {
      for (const button of byId('limits').children) {
        const figures = LIMITS[button.name];
        const chosen = figures && limits
          ? Object.entries(limits).every(([key, value]) => (figures[key] ?? null) === value)
          : figures === limits;
        button.setAttribute('aria-pressed', String(chosen));
      }
    });
  }

  function addSwitches() {
    byId('fault-kinds').append(...Object.entries(FAULTS).map(([name, then]) => {
      const button = element('button', {}, name);
      on(button, 'click', async () => {
        const form = byId('fault');
        if (!form.reportValidity()) return;
        const fault = { match: form.elements.match.value, times: Number(form.elements.times.value), then };
        await request('faults', 'PUT', [...await request('faults'), fault]);
      });
      return button;
    }));
    byId('conditions').append(...Object.entries(CONDITIONS).map(([name, label]) => {
      const button = element('button', { type: 'button', name }, label);
      on(button, 'click', async () => {
        const conditions = await request('conditions');
        await request('conditions', 'PUT', { ...conditions, [name]: !conditions[name] });
      });
      return button;
    }));
    byId('limits').append(...Object.entries(LIMITS).map(([name, figures]) => {
      const button = element('button', { type: 'button', name }, name);
      on(button, 'click', () => request('limits', 'PUT', figures));
      return button;
    }));
  }

  on(byId('fill'), 'click', () => request('rows', 'PUT', [
    ...users.filter(({ crm }) => crm).map(({ id }) => ({ user: id, name: 'contact_details', common: false, value: SAMPLE })),
    { user: 0, name: 'contact_details_common', common: true, value: SAMPLE },
  ]));
  on(byId('clear'), 'click', () => request('rows', 'PUT', []));
  on(byId('forget'), 'click', () => request('log', 'DELETE'));
  on(byId('heal'), 'click', () => Promise.all([
    request('faults', 'PUT', []), request('conditions', 'PUT', {}), request('limits', 'PUT', null),
  ]));

  byId('library').textContent = `${location.origin}/api/v1/`;
  addSwitches();

  (async () => {
    users = await request('users');
    showUsers();
    for (;;) {
      await refresh().catch(() => say('The portal does not answer.'));
      await new Promise((resolve) => setTimeout(resolve, REFRESH_MS));
    }
  })();
})();
