// A stand-in for the BX24 library. It is no better than the original, on purpose: what the original forgets to
// report, this forgets too, so that what works here works in the field.
(() => {
  'use strict';

  // What a page finds outside a portal: a name that is there, and null.
  window.BX24 = null;

  const [domain, protocol, sid] = window.name.split('|');
  if (!domain || !/^[01]$/.test(protocol ?? '') || !sid) {
    throw 'Unable to initialize Bitrix24 JS library!';
  }
  const origin = `${protocol === '1' ? 'https' : 'http'}://${domain}`;

  /** Calls that may go out at once, how long one more takes to be earned, and how often a waiting one looks. */
  const BURST = 90;
  const EARN_MS = 500;
  const LOOK_MS = 1000;

  /** From the opening of a request to its sending. */
  const SEND_MS = 10;

  /** From a call of `init` to its callback, once the handlers of `init` have run. */
  const INIT_MS = 10;

  // ---- Messages to the parent window ----

  let callbackNumber = 0;
  const callbacks = new Map();

  function send(command, parameters, callback) {
    let id = '';
    if (typeof callback === 'function') {
      callbackNumber += 1;
      id = `bx24${callbackNumber}`;
      callbacks.set(id, callback);
    }
    const message = command.includes(':')
      ? { method: command, params: parameters, callback: id, appSid: sid }
      : `${command}:${parameters ? JSON.stringify(parameters) : ''}:${id}:${sid}`;
    window.parent.postMessage(message, origin);
  }

  window.addEventListener('message', (event) => {
    if (event.origin !== origin || typeof event.data !== 'string') return;
    const colon = event.data.indexOf(':');
    // Not forgotten after the first answer: a parent that answers twice runs the callback twice.
    const callback = callbacks.get(event.data.slice(0, colon));
    if (callback) callback(JSON.parse(event.data.slice(colon + 1)));
  });

  // ---- Start ----

  let data = null;
  let auth = null;
  let started = false;
  const waitingForData = [];
  const initHandlers = [];
  const installHandlers = [];

  function takeAuth({ AUTH_ID, AUTH_EXPIRES, REFRESH_ID }) {
    auth = { token: AUTH_ID, refresh: REFRESH_ID, expires: Date.now() + Number(AUTH_EXPIRES) * 1000 };
  }

  /** Runs at once where the parent has answered, else when it answers. */
  function withData(run) {
    if (data) run();
    else waitingForData.push(run);
  }

  function runAll(handlers) {
    for (const run of handlers.splice(0)) run();
  }

  send('getInitData', null, (answer) => {
    const first = data === null;
    data = answer;
    takeAuth(answer);
    if (!first) return;
    runAll(waitingForData);
    if (data.FIRST_RUN && installHandlers.length > 0) runInstallHandler();
    else start();
  });

  function start() {
    started = true;
    runAll(initHandlers);
  }

  /** Runs one handler of a first start. The next one waits for `installFinish`. */
  function runInstallHandler() {
    installHandlers.shift()();
  }

  function init(run) {
    if (typeof run !== 'function') return;
    if (started) setTimeout(run, INIT_MS);
    else initHandlers.push(run);
  }

  function install(run) {
    if (typeof run === 'function') installHandlers.push(run);
  }

  /** Tells the parent before its first answer, and in the installer. In a first start it leads on. Otherwise it does nothing. */
  function installFinish() {
    if (!data || data.INSTALL) send('setInstallFinish', {});
    else if (started) return;
    else if (installHandlers.length > 0) runInstallHandler();
    else send('setInstall', { install: true }, start);
  }

  // ---- Requests ----

  /** Every value becomes text; null and empty objects vanish, an empty array is the empty text. */
  function encode(values, prefix = '') {
    const pairs = [];
    for (const key in values) {
      if (!values.hasOwnProperty(key)) continue;
      const value = values[key];
      const name = prefix ? `${prefix}[${encodeURIComponent(key)}]` : encodeURIComponent(key);
      if (Array.isArray(value) && value.length === 0) pairs.push(`${name}=`);
      else if (typeof value === 'object') pairs.push(encode(value, name));
      else pairs.push(`${name}=${encodeURIComponent(value)}`);
    }
    return pairs.filter((pair) => pair !== '').join('&');
  }

  let earned = BURST;
  setInterval(() => {
    earned = Math.min(BURST, earned + 1);
  }, EARN_MS);

  function paced(run) {
    if (earned > 0) {
      earned -= 1;
      run();
    } else {
      setTimeout(paced, LOOK_MS, run);
    }
  }

  /** Waits for the request's turn, then for the parent. Where the token's lifetime has passed, renews it and begins again. */
  function request(method, body, done) {
    const again = () => request(method, body, done);
    paced(() => withData(() => {
      if (getAuth()) makeRequest(method, body, again, done);
      else refreshAuth(again);
    }));
  }

  /** Opens a request at once and sends it later, with the token of the time of the opening. */
  function makeRequest(method, body, again, done) {
    const xhr = new XMLHttpRequest();
    xhr.open('POST', `${origin}${data.PATH}/${encodeURIComponent(method)}.json`);
    xhr.onload = () => {
      const answer = readAnswer(xhr);
      if (answer.error === 'expired_token') refreshAuth(again);
      else done(answer, xhr.status);
    };
    xhr.onerror = () => {
      throw 'Query error!';
    };
    const whole = [`auth=${encodeURIComponent(auth.token)}`, body].filter((part) => part !== '').join('&');
    setTimeout(() => xhr.send(whole), SEND_MS);
  }

  /** The answer of a request that has ended. Throws where the original does, within the request's event. */
  function readAnswer({ status, responseText }) {
    const readable = (status >= 200 && status < 300) || status === 304 || (status >= 400 && status < 500);
    if (!readable) throw 'Query error!';
    let answer;
    try {
      answer = responseText.length > 0 ? JSON.parse(responseText) : { result: {} };
    } catch {
      throw 'Query error!';
    }
    if (answer === null) throw 'Query error!';
    return answer;
  }

  class AjaxError {
    constructor(status, ex) {
      this.status = status;
      this.ex = ex;
      // Of a number, as an error's code can be, nothing is kept.
      if (typeof this.ex === 'object' && this.ex) this.ex.ex = this;
    }
    getError() {
      return this.ex;
    }
    getStatus() {
      return this.status;
    }
    toString() {
      const { error, error_description: description } = this.ex ?? {};
      return `${error}${description ? `: ${description}` : ''} (${this.status})`;
    }
  }

  class AjaxResult {
    constructor(answer, query, status) {
      this.answer = answer;
      this.query = query;
      this.status = status;
      if (typeof answer.error !== 'undefined') {
        answer.ex = new AjaxError(status, typeof answer.error === 'string' ? answer : answer.error);
      }
    }
    data() {
      return this.answer.result;
    }
    error() {
      return typeof this.answer.error === 'undefined' ? undefined : this.answer.ex;
    }
    error_description() {
      return this.answer.error_description;
    }
    more() {
      return !Number.isNaN(Number(this.answer.next ?? NaN));
    }
    total() {
      return parseInt(this.answer.total, 10);
    }
    next(callback) {
      if (!this.more()) return false;
      const { method, data: parameters, callback: first } = this.query;
      run(method, encode({ ...parameters, start: this.answer.next }), parameters, callback ?? first);
      return true;
    }
  }

  function run(method, body, parameters, callback) {
    const query = { method, data: parameters, callback };
    request(method, body, (answer, status) => callback?.(new AjaxResult(answer, query, status)));
  }

  function callMethod(method, parameters, callback) {
    if (parameters) delete parameters.start;
    // Encoded at once: what cannot be, throws here.
    run(method, encode(parameters), parameters, callback);
  }

  function callBatch(calls, callback, halt) {
    const commands = Array.isArray(calls) ? [] : {};
    let count = 0;
    for (const key in calls) {
      const call = calls[key];
      const [method, parameters] = Array.isArray(call) ? call : [call.method, call.params];
      commands[key] = `${method}?${encode(parameters)}`;
      count += 1;
    }
    if (count === 0) return;
    run('batch', encode({ halt: halt ? 1 : 0, cmd: commands }), { cmd: commands }, (whole) => {
      const containers = whole.data();
      if (whole.error() || !containers || !containers.result) return;
      const results = Array.isArray(calls) ? [] : {};
      for (const key in calls) {
        const result = containers.result[key];
        const error = containers.result_error[key];
        if (typeof result === 'undefined' && typeof error === 'undefined') continue;
        const answer = { result: typeof result === 'undefined' ? {} : result };
        if (error) Object.assign(answer, { error, error_description: error.error_description });
        if (containers.result_total[key] !== undefined) answer.total = containers.result_total[key];
        if (containers.result_next[key] !== undefined) answer.next = containers.result_next[key];
        if (containers.result_time[key] !== undefined) answer.time = containers.result_time[key];
        const [method, parameters] = Array.isArray(calls[key]) ? calls[key] : [calls[key].method, calls[key].params];
        results[key] = new AjaxResult(answer, { method, data: parameters, callback }, whole.status);
      }
      callback?.(results);
    });
  }

  /** A parent that cannot renew the token does not answer. Before the parent's first answer this does nothing. */
  function refreshAuth(callback) {
    if (!data) return;
    send('refreshAuth', null, (answer) => {
      takeAuth(answer);
      callback?.(getAuth());
    });
  }

  function getAuth() {
    if (!auth || auth.expires <= Date.now()) return false;
    return {
      access_token: auth.token,
      refresh_token: auth.refresh,
      expires_in: auth.expires,
      domain: data.DOMAIN,
      member_id: data.MEMBER_ID,
    };
  }

  // ---- The window ----

  const getScrollSize = () => ({
    scrollWidth: Math.max(document.documentElement.scrollWidth, document.documentElement.offsetWidth),
    scrollHeight: Math.max(document.documentElement.scrollHeight, document.documentElement.offsetHeight),
  });

  const resizeWindow = (width, height, callback) => send('resizeWindow', { width, height }, callback);

  const optionStore = (kind, command) => ({
    get: (name) => data?.[kind]?.[name],
    set: (name, value, callback) => send(command, { name, value }, (answer) => {
      data[kind] = answer;
      callback?.(answer);
    }),
  });

  function ready(run) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run, { once: true });
    else run();
  }

  window.BX24 = {
    init,
    ready,
    isReady: () => document.readyState !== 'loading',
    isAdmin: () => data.IS_ADMIN,
    getAuth,
    refreshAuth,
    getDomain: () => domain,
    getLang: () => data.LANG,
    callMethod,
    callBatch,

    install,
    installFinish,
    userOption: optionStore('USER_OPTIONS', 'setUserOption'),
    appOption: optionStore('APP_OPTIONS', 'setAppOption'),

    selectUser: (title, callback) => {
      const [heading, run] = typeof title === 'function' ? ['', title] : [title, callback];
      send('selectUser', { title: heading, mult: false }, run);
    },
    selectUsers: (title, callback) => {
      const [heading, run] = typeof title === 'function' ? ['', title] : [title, callback];
      send('selectUser', { title: heading, mult: true }, run);
    },

    resizeWindow,
    fitWindow: (callback) => {
      const { scrollHeight } = getScrollSize();
      resizeWindow('100%', scrollHeight, callback);
    },
    getScrollSize,
    setTitle: (title, callback) => send('setTitle', { title: String(title) }, callback),
    scrollParentWindow: (scroll, callback) => send('setScroll', { scroll: parseInt(scroll, 10) }, callback),
    reloadWindow: (callback) => send('reloadWindow', {}, callback),
    openPath: (path, callback) => send('openPath', { path }, callback),
    closeApplication: (callback) => send('closeApplication', {}, callback),

    placement: {
      info: () => ({ placement: data.PLACEMENT, options: data.PLACEMENT_OPTIONS }),
      getInterface: (callback) => send('getInterface', null, callback),
      call: (command, parameters, callback) => send(command, parameters, callback),
      bindEvent: (event, callback) => send('placementBindEvent', { event }, callback),
    },
  };
})();
