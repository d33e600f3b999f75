// Switches for what goes wrong: faults of the next requests, conditions of the whole portal, limits.

import { button, byId, element, on, press, request } from './page.js';
import { CONDITIONS, FAULTS, LIMITS } from './presets.js';

/** Adds a fault for as many requests as the form says. */
async function befall(then, method) {
  const form = byId('fault');
  if (!form.reportValidity()) return;
  const fault = { match: method ?? form.elements.match.value, times: Number(form.elements.times.value), then };
  await request('faults', 'PUT', [...await request('faults'), fault]);
}

export function addFaults() {
  on(byId('fault'), 'submit', () => {});
  on(byId('system-error'), 'click', () => befall({ error: byId('fault').elements.error.value }));
  byId('fault-kinds').append(...Object.entries(FAULTS).map(([heading, faults]) => element('div', { className: 'group' },
    element('h3', {}, heading),
    element('div', { className: 'switches' }, ...faults.map(([label, then, method]) => button(label, () => befall(then, method)))))));
  byId('conditions').append(...CONDITIONS.map(([label, name, value, healthy]) => button(label, async () => {
    const conditions = await request('conditions');
    await request('conditions', 'PUT', { ...conditions, [name]: conditions[name] === value ? healthy : value });
  }, { name })));
  byId('limits').append(...Object.entries(LIMITS).map(([name, figures]) => button(name, () => request('limits', 'PUT', figures), { name })));
  on(byId('heal'), 'click', () => Promise.all([
    request('faults', 'PUT', []), request('conditions', 'PUT', {}), request('limits', 'PUT', null),
  ]));
}

export function showFaults(faults) {
  byId('faults').replaceChildren(...faults.map((fault) =>
    element('li', {}, `${fault.times} × `, element('code', {}, fault.match), ' → ', element('code', {}, JSON.stringify(fault.then)))));
}

export function showConditions(conditions) {
  [...byId('conditions').children].forEach((target, index) => {
    const [, name, value] = CONDITIONS[index];
    press(target, conditions[name] === value);
  });
}

export function showLimits(limits) {
  for (const target of byId('limits').children) {
    const figures = LIMITS[target.name];
    const isChosen = figures && limits
      ? Object.entries(limits).every(([key, value]) => (figures[key] ?? null) === value)
      : figures === limits;
    press(target, isChosen);
  }
}
