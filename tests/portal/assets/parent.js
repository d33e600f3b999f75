// The portal's side of a placement: opens the application in an iframe and answers its messages.
// Anything that is not from this application, or not understood, is met with silence.
(() => {
  'use strict';

  const settings = JSON.parse(document.getElementById('settings').textContent);
  const app = new URL(settings.app);
  const protocol = settings.https ? 1 : 0;
  const frameName = `${settings.host}|${protocol}|${settings.sid}`;
  let { auth, firstRun, install } = settings;
  let page = settings.app;
  let frame;

  document.title = `${settings.placement} – ${app.host}`;
  document.getElementById('title').textContent = settings.placement;
  document.getElementById('who').textContent = `${settings.userName} (${settings.user})`;

  /** Opens the application's page in an iframe: by GET where the portal hosts it, otherwise by a form posted into it. */
  function open() {
    frame?.remove();
    frame = document.createElement('iframe');
    frame.name = frameName;
    frame.title = 'Application';
    frame.allow = 'clipboard-read; clipboard-write';

    const action = new URL(page);
    for (const [name, value] of Object.entries({
      DOMAIN: settings.host, PROTOCOL: protocol, LANG: settings.lang, APP_SID: settings.sid,
    })) action.searchParams.set(name, value);
    if (settings.byGet) frame.src = action.href;
    document.getElementById('stage').append(frame);
    if (settings.byGet) return;

    const form = document.createElement('form');
    form.method = 'post';
    form.target = frameName;
    form.action = action.href;
    const fields = {
      ...auth,
      SERVER_ENDPOINT: `${location.origin}/rest/`,
      APPLICATION_TOKEN: settings.applicationToken,
      APPLICATION_SCOPE: settings.scopes,
      member_id: settings.memberId,
      status: 'L',
      PLACEMENT: settings.placement,
      PLACEMENT_OPTIONS: settings.options,
    };
    for (const [name, value] of Object.entries(fields)) {
      const input = document.createElement('input');
      Object.assign(input, { type: 'hidden', name, value });
      form.append(input);
    }
    document.body.append(form);
    form.submit();
    form.remove();
  }

  /** Options an application keeps in the portal: one set for each user, one for all. */
  const options = {
    key: (kind) => `options ${app.origin} ${kind === 'user' ? settings.user : 'app'}`,
    all: (kind) => JSON.parse(localStorage.getItem(options.key(kind)) ?? '{}'),
    set(kind, { name, value }) {
      const all = { ...options.all(kind), [name]: value };
      localStorage.setItem(options.key(kind), JSON.stringify(all));
      return all;
    },
  };

  function notify(text) {
    const notice = document.getElementById('notice');
    notice.textContent = text;
    notice.hidden = false;
  }

  /** Lets a person pick users. Closing the dialog without a choice is no answer at all. */
  function selectUsers(multiple) {
    const dialog = document.getElementById('people');
    const list = document.getElementById('people-list');
    list.replaceChildren(...settings.users.map((user) => {
      const label = document.createElement('label');
      const input = document.createElement('input');
      Object.assign(input, { type: multiple ? 'checkbox' : 'radio', name: 'user', value: user.id });
      const position = document.createElement('small');
      position.textContent = user.position;
      label.append(input, ` ${user.name} `, position);
      return label;
    }));
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener('close', () => {
        const chosen = [...list.querySelectorAll('input:checked')]
          .map((input) => settings.users.find((user) => user.id === input.value));
        if (dialog.returnValue === 'select' && chosen.length > 0) resolve(multiple ? chosen : chosen[0]);
      }, { once: true });
    });
  }

  const initialData = () => ({
    LANG: settings.lang,
    DOMAIN: settings.host,
    PROTOCOL: protocol,
    PATH: '/rest',
    ...auth,
    MEMBER_ID: settings.memberId,
    FIRST_RUN: firstRun,
    IS_ADMIN: settings.isAdmin,
    INSTALL: install,
    USER_OPTIONS: options.all('user'),
    APP_OPTIONS: options.all('app'),
    PLACEMENT: settings.placement,
    PLACEMENT_OPTIONS: readOptions(),
  });

  function readOptions() {
    try {
      return JSON.parse(settings.options);
    } catch {
      return settings.options;
    }
  }

  const events = [];

  /** What the application can ask for. A handler that answers undefined stays silent. */
  const commands = {
    getInitData: initialData,

    async refreshAuth() {
      const body = new URLSearchParams({ auth: auth.AUTH_ID, user: settings.user });
      const renewed = await fetch('/placement/refresh', { method: 'POST', body })
        .then((response) => (response.ok ? response.json() : undefined))
        .catch(() => undefined);
      if (!renewed) {
        notify('The application’s access could not be renewed.');
        return undefined;
      }
      auth = renewed;
      return auth;
    },

    resizeWindow({ width, height }) {
      const size = (value) => (/%$/.test(String(value)) ? String(value) : `${parseInt(value, 10)}px`);
      if (width !== undefined) frame.style.width = size(width);
      // A frame has no height to take a percentage of: it falls back to the least there is.
      if (height !== undefined) frame.style.height = /%$/.test(String(height)) ? '100px' : size(height);
      return { width: frame.clientWidth, height: frame.clientHeight };
    },

    setTitle({ title }) {
      document.getElementById('title').textContent = title;
      return {};
    },

    setScroll({ scroll }) {
      window.scrollTo(0, Number(scroll) || 0);
      return {};
    },

    selectUser: ({ mult } = {}) => selectUsers(Boolean(mult)),
    selectUsers: () => selectUsers(true),

    setUserOption: (option) => options.set('user', option),
    setAppOption: (option) => (settings.isAdmin ? options.set('app', option) : undefined),

    /** The user's first start is over. */
    setInstall() {
      firstRun = false;
      return {};
    },

    /** The application is installed: its index is opened. */
    async setInstallFinish() {
      firstRun = false;
      install = false;
      page = settings.index;
      await fetch('/placement/installed', { method: 'POST' });
      setTimeout(open);
      return undefined;
    },

    getInterface: () => ({
      command: Object.keys(commands).filter((name) => name !== 'getInitData'),
      event: ['Placement:reload'],
    }),

    placementBindEvent({ event }) {
      events.push(event);
      return {};
    },

    reloadWindow() {
      setTimeout(open);
      return undefined;
    },

    closeApplication() {
      frame.remove();
      notify('The application has been closed.');
      return undefined;
    },

    openPath({ path }) {
      notify(`The application opens ${path}.`);
      return { result: 'close' };
    },
  };

  /** `command:JSON:callback:SID`; the JSON may be left out, colons and all, and may hold colons itself. */
  function parse(message) {
    if (typeof message === 'object' && message !== null) {
      const { method, params, callback, appSid } = message;
      return { command: method, parameters: params, callback, sid: appSid };
    }
    if (typeof message !== 'string') return undefined;
    const [command, ...parts] = message.split(':');
    const sid = parts.pop();
    const callback = parts.pop();
    const json = parts.join(':');
    try {
      return { command, parameters: json === '' ? {} : JSON.parse(json), callback, sid };
    } catch {
      return undefined;
    }
  }

  /** What the page's address has asked for, to see an application cope. */
  const misbehaves = (commandList, command) => commandList.split(',').includes(command);

  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  addEventListener('message', async (event) => {
    if (event.origin !== app.origin || event.source !== frame?.contentWindow) return;
    const message = parse(event.data);
    if (message?.sid !== settings.sid || !Object.hasOwn(commands, message.command)) return;
    if (misbehaves(settings.mute, message.command)) return;
    const answer = await commands[message.command](message.parameters ?? {});
    if (answer === undefined || !message.callback) return;
    const delay = settings.delays[message.command];
    if (delay) await pause(delay);
    const times = misbehaves(settings.twice, message.command) ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      event.source.postMessage(`${message.callback}:${JSON.stringify(answer)}`, app.origin);
    }
  });

  open();
})();
