// The package without its module, for pages that serve bx24-contact-card.wasm as a file of its own.
import { facade, fault } from './facade.mjs';

const LIMIT = 30_000; // ms, so that no call waits for ever on a server that does not answer

let source = () => {
  throw fault('NOT_INITIALIZED', 'Nothing was loaded yet: call init() with the module bx24-contact-card.wasm, then this.');
};
const { ready, ...api } = /* @__PURE__ */ facade(() => source());

export { ContactCardError } from './facade.mjs';
export const {
  resetContactCard, getContactCard, setContactCard, restoreContactCard, forceCommonContactCard, resetContactCards, configure,
} = api;

export async function init(module) {
  source = () => within(LIMIT, module);
  await ready();
}

async function within(limit, given) {
  const signal = AbortSignal.timeout(limit);
  const late = new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  return Promise.race([late, contents(given, signal)]);
}

async function contents(given, signal) {
  const isAddress = typeof given === 'string' || given instanceof URL;
  const module = await (isAddress ? fetch(given, { signal }) : given);
  if (!(module instanceof Response)) return module;
  if (!module.ok) throw new Error(`the server answered with status ${module.status}`);
  return module.arrayBuffer();
}
