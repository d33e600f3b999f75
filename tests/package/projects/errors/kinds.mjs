// Errors that are made here and not told by a portal, each with what leads to it in the words of the documentation: as JSON.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as card from 'bx24-contact-card';
import * as slim from 'bx24-contact-card/slim';

const webhook = 'https://portal.example.com/rest/1/abcd1234efgh5678/';
const connection = { webhook };
const sections = [{ name: 'main', title: 'About', elements: [{ name: 'NAME' }] }];
const { backup } = await answered({ result: sections }, () => card.getContactCard('P', 6, { connection, backup: true }));
const cause = Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
const notCompiled = () => { throw new WebAssembly.CompileError('Refused by a Content Security Policy directive.'); };

/** Does the work while fetch answers so. */
async function answered(answer, work) {
  const fetches = [answer].flat();
  globalThis.fetch = async () => {
    const next = fetches.length > 1 ? fetches.shift() : fetches[0];
    return typeof next === 'function' ? next() : new Response(JSON.stringify(next));
  };
  return work();
}

const reset = (options) => card.resetContactCard('P', 6, { connection, retries: 1, ...options });
const edit = (change, answer) => () => answered(answer, () => card.editContactCard(change, 'P', 6, { connection, retries: 1 }));
const failing = (error, options) => () => answered(() => { throw error; }, () => reset(options));
const saved = { result: true };
const titled = (title) => ({ result: [{ ...sections[0], title }] });

/** The policy of a page keeps the request from being sent. */
async function blocked() {
  let report;
  globalThis.addEventListener = (_, listener) => { report = listener; };
  try {
    return await answered(() => {
      report({ disposition: 'enforce', blockedURI: 'https://portal.example.com' });
      throw new TypeError('Failed to fetch');
    }, reset);
  } finally {
    delete globalThis.addEventListener;
  }
}

/** The module cannot be compiled, as where a page's policy forbids it. */
async function notLoaded() {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = notCompiled;
  try {
    return await slim.init(readFileSync(new URL(import.meta.resolve('bx24-contact-card/bx24-contact-card.wasm'))));
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

const CASES = {
  '`slim` before `init`': () => slim.resetContactCard('P', 6, { connection }),
  'a scope but `\'P\'` and `\'C\'`': () => card.resetContactCard('c'),
  'a user id that is none': () => card.resetContactCard('P', '6abc'),
  'a user with the common card': () => card.resetContactCard('C', 6),
  'user ids that are no list of ids': () => card.resetContactCards('12'),
  'an option that there is not, or of a wrong value': () => reset({ retrys: 1 }),
  'a connection that is none': () => reset({ connection: { webhook: 'portal' } }),
  'a kind of card that there is not': () => card.crmCard({ entityTypeId: 2, categoryId: 7 }).reset('C', null, { connection }),
  'a layout that no card can mean': () => card.setContactCard([{ name: 'main', title: '' }], 'P', 6, { connection }),
  'a backup that is none': () => card.restoreContactCard({ ...backup, version: 3 }, { connection }),
  'backups of which two are of one user': () => card.restoreContactCards([backup, backup], { connection }),
  'a backup of another portal': () => card.restoreContactCard({ ...backup, portal: 'https://other.example.com' }, { connection }),
  'a backup of another kind of card': () => card.crmCard({ entityTypeId: 2 }).restore(backup, { connection }),
  'an edit without a function': () => card.editContactCard(undefined, 'P', 6, { connection }),
  'an edit whose function throws': edit(() => { throw new Error('mine'); }, { result: sections }),
  'an edit whose function makes no layout': edit(() => [{ name: 'main', title: '' }], { result: sections }),
  'no `BX24` on the page, and no `connection`': () => reset({ connection: undefined }),
  'a library that throws': () => reset({ connection: { bx24: { callMethod() { throw new Error('theirs'); } } } }),
  'a runtime without `fetch`': () => { globalThis.fetch = undefined; return reset(); },
  'somebody else saves after each saving of an edit': edit(() => titled('Mine').result, [titled('One'), saved, titled('Two'), saved, titled('Three')]),
  'a certificate that is not accepted': failing(new TypeError('fetch failed', { cause })),
  'a policy of the page without the portal in `connect-src`': blocked,
  'a portal that cannot be reached': failing(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) })),
  'a `fetch` that gives no `Response`': () => answered(() => undefined, reset),
  'the `signal` of the call, before anything is sent': () => reset({ signal: AbortSignal.abort() }),
  'the `signal` of the call, after that': () => {
    const controller = new AbortController();
    return answered(() => { controller.abort(); return new Promise(() => {}); }, () => reset({ signal: controller.signal }));
  },
  'a module that cannot be loaded': notLoaded,
};

const told = [];
for (const [happens, work] of Object.entries(CASES)) {
  const error = await work().then((value) => { throw new Error(`${happens}: ${JSON.stringify(value)}`); }, (error) => error);
  if (!card.isContactCardError(error)) throw error;
  const names = { timeout: 'TimeoutError', aborted: 'AbortError' };
  assert.equal(error.name, names[error.kind] ?? 'ContactCardError', happens);
  const places = [error.code, ...(error.method ? [error.method] : [])].join(', ');
  assert.equal(error.message, `${error.description} (${places})`, happens);
  assert.equal(error.method !== undefined, error.attempts > 0, happens);
  assert.equal(error.backup !== undefined, error.kind === 'conflict', happens);
  told.push({ happens, ...error.toJSON() });
}
console.log(JSON.stringify(told));
