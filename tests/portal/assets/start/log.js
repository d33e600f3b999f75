// The latest requests. The portal keeps tokens and the codes of webhooks out of them.

import { byId, element, on, request } from './page.js';

const ROWS = 25;

export function addLog() {
  on(byId('forget'), 'click', () => request('log', 'DELETE'));
}

function row(entry, userName) {
  const isGood = entry.status !== null && entry.status < 400;
  const parameters = entry.commands
    ? entry.commands.map((command) => `${command.key}: ${command.method} ${JSON.stringify(command.params)}`).join('\n')
    : JSON.stringify(entry.params);
  return element('li', { className: 'request' },
    element('time', {}, new Date(entry.at).toLocaleTimeString()),
    element('span', { className: `badge ${isGood ? 'good' : 'bad'}` }, String(entry.status ?? 'none')),
    element('span', {}, entry.user === null ? '–' : userName(entry.user)),
    element('code', {}, entry.method || '(none)'),
    element('code', { className: 'clipped', title: parameters }, parameters));
}

export function showLog(log, userName) {
  const latest = log.slice(-ROWS).reverse();
  byId('log').replaceChildren(...latest.map((entry) => row(entry, userName)));
  if (latest.length === 0) byId('log').append(element('li', { className: 'hint' }, 'Nothing has been asked yet.'));
}
