// The whole package in one file: the module lies inside it, deflated.
import deflated from '#module';
import { facade } from './facade.mjs';

export { ContactCardError, isContactCardError } from './facade.mjs';
export const {
  resetContactCard, getContactCard, setContactCard, restoreContactCard, forceCommonContactCard, resetContactCards, configure,
} = /* @__PURE__ */ facade(inflate);

// Not fetch("data:…"), which a Content Security Policy forbids.
async function inflate() {
  const bytes = Uint8Array.from(atob(deflated), (character) => character.charCodeAt(0));
  // Node's own: environments for tests lack streams, and fake the timers that streams need.
  const zlib = globalThis.process?.getBuiltinModule?.('zlib');
  if (zlib) return zlib.inflateSync(bytes);
  return new Response(new Response(bytes).body.pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();
}
