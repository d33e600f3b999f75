// The package without its module, for pages that serve bx24-contact-card.wasm as a file of its own.
import { facade, fault } from './facade.mjs';

const LIMIT = 30_000; // ms, so that no call waits for ever on a server that does not answer

let source = () => {
  throw fault('NOT_INITIALIZED', 'Nothing was loaded yet: call init() with the module bx24-contact-card.wasm, then this.');
};
const { ready, ...api } = /* @__PURE__ */ facade(() => source());

export { ContactCardError, isContactCardError } from './facade.mjs';
export const {
  resetContactCard, getContactCard, setContactCard, restoreContactCard, forceCommonContactCard, resetContactCards, getContactCards,
  restoreContactCards, editContactCard, crmCard, configure,
} = api;

export async function init(module) {
  // At the top of a worker's script there is no timer, and nothing to wait for either.
  const isCompiled = module?.[Symbol.toStringTag] === 'WebAssembly.Module';
  source = () => (isCompiled ? module : within(LIMIT, contents(module)));
  await ready();
}

async function within(limit, contents) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it was not there within ${limit / 1000} seconds`)), limit);
  });
  try {
    return await Promise.race([late, contents]);
  } finally {
    clearTimeout(timer);
  }
}

// By their shapes: test environments bring classes of their own.
async function contents(given) {
  const module = await (typeof given === 'string' || given?.href ? fetched(given) : given);
  if (typeof module?.arrayBuffer !== 'function') return module;
  const advice = 'serve bx24-contact-card.wasm, which lies in this package, there';
  if (module.ok === false) throw new Error(`the server answered with status ${module.status}: ${advice}`);
  try {
    return await WebAssembly.compileStreaming(module); // while it arrives
  } catch (error) {
    if (module.bodyUsed) throw error;
    // Nothing was read: its content type or its class is another, or nothing streams here.
  }
  const bytes = await module.arrayBuffer();
  if (String.fromCharCode(...new Uint8Array(bytes.slice(0, 4))) !== '\0asm') throw new Error(`the server sent another file: ${advice}`);
  return bytes;
}

// The file goes on loading after the limit. A signal would have to be of fetch's own realm.
async function fetched(address) {
  try {
    return await fetch(address);
  } catch (cause) {
    throw new Error(`the file could not be fetched: ${cause?.message ?? cause}`, { cause });
  }
}
