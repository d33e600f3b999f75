// Layouts, backups, options and connections as frameworks hand them out. The first argument is the folder of the frameworks.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { configure, getContactCard, resetContactCard, resetContactCards, restoreContactCard, setContactCard } from 'bx24-contact-card';

const require = createRequire(`${process.argv[2]}/package.json`);
const load = (name) => import(pathToFileURL(require.resolve(name)));

const SECTIONS = [{
  name: 'main', title: 'About', type: 'section', elements: [{ name: 'PHONE', optionFlags: 1, options: { defaultCountry: 'GB', list: [1, { a: 'b' }] } }],
}];
const BACKUP = { version: 1, portal: 'https://example.com', scope: 'P', userId: 6, takenAt: '2026-11-24T10:00:00.000Z', sections: SECTIONS };
const OPTIONS = { connection: { webhook: 'https://example.com/rest/1/secret12345/' }, timeout: 5000, retries: 0 };
const fresh = (value) => structuredClone(value);

let sent;
globalThis.fetch = async (url, { body }) => {
  sent = JSON.parse(body);
  return new Response('{"result":true}');
};

const Vue2 = require('vue2');
Vue2.config.productionTip = false;
const vue = require('vue');
const mobx = require('mobx');
const immer = require('immer');
const { proxy: valtio } = await load('valtio/vanilla');
const solid = await import(pathToFileURL(require.resolve('solid-js/store').replace(/server\.(c?js)$/, 'store.$1')));
const { proxy: svelte } = await import('file://' + require.resolve('svelte/package.json').replace('package.json', 'src/internal/client/proxy.js'));

const isolate = (value) => vm.runInNewContext(`(${JSON.stringify(value)})`);
/** As Knockout's and Ember's older ways do: each property is an accessor. */
const accessors = (value) => {
  if (typeof value !== 'object') return value;
  const made = Array.isArray(value) ? [] : {};
  for (const key of Object.keys(value)) {
    const inner = accessors(value[key]);
    Object.defineProperty(made, key, { get: () => inner, enumerable: true, configurable: true });
  }
  return made;
};
const deepFreeze = (value) => {
  if (typeof value === 'object') Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
};
const marked = (value) => {
  if (typeof value === 'object') {
    Object.values(value).forEach(marked);
    vue.markRaw(value);
    value[Symbol('mark')] = () => {};
    Object.defineProperty(value, 'toJSON', { value: () => assert.fail('toJSON was called'), enumerable: false });
  }
  return value;
};
const unlisted = (value) => Object.assign(Object.create(null), value);

const makers = {
  'Vue 2 data': (value) => new Vue2({ data: () => ({ value }) }).value,
  'Vue 2 observable': (value) => Vue2.observable({ value }).value,
  'Vue 3 reactive': (value) => vue.reactive({ value }).value,
  'Vue 3 reactive in reactive': (value) => vue.readonly(vue.reactive(value)),
  'Vue 3 ref': (value) => vue.ref(value).value,
  'Vue 3 shallowReactive': (value) => vue.shallowReactive(value),
  'Vue 3 markRaw': marked,
  'MobX observable': (value) => mobx.observable({ value }).value,
  'MobX without proxies inside': (value) => mobx.observable(value, {}, { deep: false }),
  'MobX store': (value) => {
    class Store {
      value = value;
      constructor() { mobx.makeAutoObservable(this); }
    }
    return new Store().value;
  },
  'Immer result': (value) => immer.produce({ value: undefined }, (draft) => { draft.value = value; }).value,
  'Immer draft': (value) => immer.createDraft({ value }).value,
  'Valtio': (value) => valtio({ value }).value,
  'Solid store': (value) => solid.createStore({ value })[0].value,
  'Solid mutable': (value) => solid.createMutable({ value }).value,
  'Svelte state': (value) => svelte({ value }).value,
  'another realm': isolate,
  'accessors': accessors,
  'frozen': deepFreeze,
  'a proxy': (value) => new Proxy(value, {}),
  'structuredClone': fresh,
};

for (const [name, make] of Object.entries(makers)) {
  try {
    await setContactCard(make(fresh(SECTIONS)), 'P', 6, OPTIONS);
    assert.deepEqual(sent.data, SECTIONS);
    await restoreContactCard(make(fresh(BACKUP)), OPTIONS);
    assert.deepEqual([sent.data, sent.userId], [SECTIONS, 6]);
    await resetContactCard('P', 7, make(fresh(OPTIONS)));
    assert.equal(sent.userId, 7);
    await resetContactCard('P', 8, { ...OPTIONS, connection: make(fresh(OPTIONS.connection)) });
    assert.equal(sent.userId, 8);
    await assert.rejects(resetContactCards(make([5, 6, 0]), OPTIONS), /at index 2/);
  } catch (error) {
    throw new Error(name, { cause: error });
  }
}
await setContactCard(SECTIONS.map(unlisted), 'P', 6, unlisted(OPTIONS));
assert.deepEqual(sent.data, SECTIONS);

// What was configured in the same way.
configure(vue.reactive(fresh(OPTIONS)));
await resetContactCard('P', 9);
assert.equal(sent.userId, 9);
sent = undefined;

// What is undefined is not there, whatever its name.
await resetContactCard('P', 10, { timeout: undefined, onProgress: undefined, tiemout: undefined });
await assert.rejects(resetContactCard('P', 10, { tiemout: 5 }), { code: 'INVALID_OPTION' });
await assert.rejects(getContactCard('P', 10, new (class { timeout = 5; })()), /plain object, not an object of a class/);

// What an observed object holds is refused as what a plain one holds.
const holding = (value) => {
  const sections = fresh(SECTIONS);
  sections[0].elements[0].options.x = value;
  return sections;
};
const refused = [[() => {}, 'is a function'], [Symbol(), 'is a symbol'], [1n, 'is a bigint'], [NaN, 'is NaN'], [new Date(), 'is an object of a class']];
for (const [value, said] of refused) {
  for (const make of [(same) => same, makers['Vue 2 data'], vue.reactive, vue.markRaw, makers['Svelte state']]) {
    const description = `sections[0].elements[0].options.x ${said}.`;
    await assert.rejects(setContactCard(make(holding(value)), 'P', 6), { code: 'INVALID_LAYOUT', description });
    const backup = make({ ...fresh(BACKUP), sections: holding(value) });
    const inBackup = `backup must be what a reset or a reading gave: backup.${description}`;
    await assert.rejects(restoreContactCard(backup), { code: 'INVALID_BACKUP', description: inBackup });
  }
}
for (const make of [vue.reactive, makers['Vue 2 data'], makers['Valtio'], makers['Svelte state']]) {
  const cyclic = holding({});
  cyclic[0].elements[0].options.x.again = cyclic[0].elements[0].options;
  const made = make(cyclic);
  // Svelte makes another object at each depth.
  await assert.rejects(setContactCard(made, 'P', 6), { description: /^sections\[0\]\.elements\[0\]\.options\.x\.again.* is nested without end\.$/ });
}
