// A page that has put things on the prototypes, or frozen them. What is sent says what was asked, or nothing is sent.
import assert from 'node:assert/strict';
import { readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';

const [, , build] = process.argv;
const load = async () => {
  if (build === 'module') return import('bx24-contact-card');
  const require = createRequire(import.meta.url);
  if (build === 'commonjs') return require('bx24-contact-card');
  return runInThisContext(`${readFileSync(require.resolve('bx24-contact-card/bx24-contact-card.js'))};BX24ContactCard`);
};

// What a test of pollution takes for itself, before there is any.
const { defineProperty, deleteProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
const { stringify } = JSON;

const sections = [{ type: 'section', name: 'main', title: 'Main', elements: [{ name: 'PHONE', optionFlags: 1, options: { toJSON: 'x', constructor: '5' } }] }];
const webhook = 'https://portal.example.com/rest/1/c0desecret12345/';
const sent = [];
const layout = stringify(sections);
globalThis.fetch = async (url, { method, body, redirect }) => {
  sent.push([`${url}`.split('/').at(-1), method, redirect, body]);
  const name = `${url}`.split('.').at(-1);
  const result = url.endsWith('batch')
    ? `{"result":{"u7":true},"result_error":{"u8":{"error":"ACCESS_DENIED","error_description":"no"}}}`
    : name === 'get' ? layout : 'true';
  return { status: 200, type: 'basic', text: async () => `{"result":${result},"time":{"start":5}}` };
};
const given = [];
const library = {
  callMethod(method, parameters, callback) {
    given.push([method, own(parameters)]);
    callback({ status: 200, answer: { result: true } });
  },
};

/** A value by its own properties, in a form that inherits nothing. */
function own(value) {
  if (Object(value) !== value) return value;
  const copy = [];
  for (const key of ownKeys(value)) {
    const { value: item } = getOwnPropertyDescriptor(value, key);
    if (key !== 'length') defineProperty(copy, copy.length, { __proto__: null, value: stringify(key) + stringify(own(item)), enumerable: true });
  }
  return copy.join();
}

/** What each call sends and what comes of it, as text. */
async function everything(card) {
  sent.length = given.length = 0;
  const outcomes = [];
  const note = async (promise) => {
    const outcome = await promise.then((value) => value, (error) => error);
    outcomes.push(own(outcome) + (outcome instanceof Error ? outcome.message : ''));
  };
  for (const connection of [{ webhook }, { bx24: library }, { portal: 'https://portal.example.com', accessToken: 't0kensecret12345' }]) {
    const options = { connection };
    await note(card.resetContactCard('P', 5, options));
    await note(card.resetContactCard('P', undefined, options));
    await note(card.resetContactCard('C', null, { ...options, family: 'item' }));
    await note(card.setContactCard(sections, 'P', 6, options));
    await note(card.resetContactCard('X', 6, options));
    if (connection.bx24) continue;
    const { backup } = await card.resetContactCard('P', 5, { ...options, backup: true });
    backup.takenAt = '';
    outcomes.push(own(backup));
    await note(card.restoreContactCard(backup, options));
    await note(card.resetContactCards([7, 8], { ...options, onProgress: (progress) => outcomes.push(own(progress)) }));
  }
  const stack = /\n.*/gs;
  return [sent.map((request) => request.join(' ')).join('\n'), given.map((call) => call.join(' ')).join('\n'), outcomes.join('\n').replace(stack, (all) => all.replaceAll(/"stack".*?(?=,"|$)/gs, ''))];
}

const names = ['userId', 'scope', 'data', 'entityTypeId', 'halt', 'cmd', 'auth', 'u7', 'name', 'type', 'title', 'elements', 'options', 'optionFlags',
  'result', 'time', 'error', 'error_description', 'backup', 'done', 'failed', 'pending', 'stopped', 'total', 'kind', 'code', 'description', 'status', 'method', 'outcome',
  'retryable', 'attempts', 'connection', 'timeout', 'retries', 'signal', 'family', 'webhook', 'body', 'headers', 'redirect', 'given', 'token', 'generation', 'renewal',
  'waiting', 'late', 'ready', 'lacksContactFamily', 'calls', 'burst', 'integrity', 'value', 'get', 'set', 'writable', 'construct', 'cause', 'version', 'portal', 'sections', 'takenAt'];
const pollutions = {
  'fixed values': (name) => [Object.prototype, name, { __proto__: null, value: 1, configurable: true }],
  'swallowing setters': (name) => [Object.prototype, name, { __proto__: null, set() {}, get() {}, configurable: true }],
  'values that are read': (name) => [Object.prototype, name, { __proto__: null, value: '6', writable: true, configurable: true }],
  'fixed values of arrays': (name) => [Array.prototype, name, { __proto__: null, value: 1, configurable: true }],
};
const toJsons = [Object.prototype, Array.prototype, String.prototype, Number.prototype, Boolean.prototype];

const card = await load();
const expected = await everything(card);
assert.equal(expected[0].split('\n').length, 16, expected[0]);
assert(expected[0].includes('{"scope":"P","userId":5}') && expected[0].includes('"constructor":"5"'), expected[0]);
assert(!sent.some((request) => request.includes('userId=undefined')));

// Node's own fetch and assert stop to work with some of these: nothing of them is used meanwhile.
const [, , , kind] = process.argv;
if (kind === 'toJSON') {
  for (const prototype of toJsons) defineProperty(prototype, 'toJSON', { __proto__: null, value: () => 'changed', configurable: true });
} else if (kind === 'frozen') {
  freeze(globalThis, new Set());
} else {
  for (const name of names) defineProperty(...pollutions[kind](name));
}
const isOurs = (prototype, name) => prototype === Object.prototype || prototype === Array.prototype || name === 'toJSON';
let actual = [];
let thrown;
try {
  actual = await everything(card);
} catch (error) {
  thrown = `${error?.stack}`;
}
for (const prototype of toJsons) for (const name of [...names, 'toJSON']) if (isOurs(prototype, name)) deleteProperty(prototype, name);
const isSame = actual.join('\n\n') === expected.join('\n\n');
writeSync(1, thrown ?? (isSame ? 'the same\n' : `not the same:\n${actual.join('\n\n')}\n\nbut:\n\n${expected.join('\n\n')}\n`));
process.exit(0);

/** Freezes what can be reached of the primordials, as SES does. */
function freeze(value, seen) {
  if (Object(value) !== value || seen.has(value)) return;
  seen.add(value);
  const descriptors = ownKeys(value).map((key) => getOwnPropertyDescriptor(value, key));
  freeze(Reflect.getPrototypeOf(value), seen);
  if (value !== globalThis) Object.freeze(value);
  const names = ['Object', 'Array', 'Function', 'Error', 'TypeError', 'Promise', 'String', 'Number', 'Boolean', 'Map', 'Set', 'WeakMap', 'JSON', 'Reflect', 'Proxy', 'Symbol', 'RegExp'];
  if (value === globalThis) return names.forEach((name) => freeze(globalThis[name], seen));
  for (const descriptor of descriptors) {
    for (const part of [descriptor.value, descriptor.get, descriptor.set]) freeze(part, seen);
  }
}
