// Text in UTF-8, as the module holds it. Jest's jsdom has neither TextDecoder nor TextEncoder, but Node's Buffer.

let decoder;

/** The text of some bytes, a byte order mark included. */
export function decodeText(bytes) {
  if (!globalThis.TextDecoder) return globalThis.Buffer.from(bytes).toString();
  decoder ??= new TextDecoder('utf-8', { ignoreBOM: true });
  return decoder.decode(bytes);
}

export function encodeText(text) {
  return globalThis.TextEncoder ? new TextEncoder().encode(text) : globalThis.Buffer.from(text);
}
