// A load that fails says why, with what helps, and is tried again by the next call.
import assert from 'node:assert/strict';
import { ContactCardError, configure, getContactCard, resetContactCard } from 'bx24-contact-card';

configure({ timeout: -1 }); // its refusal can be seen only once the module is there

const withoutBuiltins = { ...process, getBuiltinModule: undefined };
const failure = async (stand) => {
  const kept = Object.fromEntries(Object.keys(stand).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]));
  for (const name in stand) Object.defineProperty(globalThis, name, { value: stand[name], configurable: true });
  const error = await resetContactCard().then(assert.fail, (error) => error);
  for (const name in kept) Object.defineProperty(globalThis, name, kept[name]);
  assert.ok(error instanceof ContactCardError && error instanceof Error);
  const { name, kind, code, outcome, retryable, attempts } = error;
  assert.deepEqual(
    { name, kind, code, outcome, retryable, attempts },
    { name: 'ContactCardError', kind: 'internal', code: 'LOAD_FAILED', outcome: 'unchanged', retryable: false, attempts: 0 },
  );
  return error;
};
const policy = /Content Security Policy must allow 'wasm-unsafe-eval'/;
const slim = /bx24-contact-card\/slim.*WebAssembly\.Module/;
const { CompileError } = WebAssembly;
const refusing = (message) => ({ WebAssembly: { instantiate: () => Promise.reject(new CompileError(message)) } });

// What each engine says of a policy, and of an embedder that forbids compilation.
for (const words of [
  "WebAssembly.instantiate(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because 'unsafe-eval' is not an allowed source of script",
  "WebAssembly.instantiate(): Refused to compile or instantiate WebAssembly module because 'unsafe-eval' is not an allowed source of script in the following Content Security Policy directive: \"script-src 'self'\"",
  'call to WebAssembly.instantiate() blocked by CSP',
  "Refused to create a WebAssembly object because 'unsafe-eval' or 'wasm-unsafe-eval' is not an allowed source of script in the following Content Security Policy directive",
]) {
  const { message, cause } = await failure(refusing(words));
  assert.match(message, policy);
  assert.ok(message.includes(words) && cause.message === words);
}
const embedder = await failure(refusing('WebAssembly.instantiate(): Wasm code generation disallowed by embedder'));
assert.match(embedder.message, slim);
assert.doesNotMatch(embedder.message, policy);

// What a runtime does not have.
for (const name of ['DecompressionStream', 'Response']) {
  const { message } = await failure({ process: withoutBuiltins, [name]: undefined });
  assert.match(message, new RegExp(`could not be loaded \\(.*${name}`));
  assert.match(message, slim);
  assert.doesNotMatch(message, policy);
}
const { message } = await failure({ WebAssembly: undefined });
assert.match(message, /WebAssembly.*lockdown/);
assert.doesNotMatch(message, policy);

// Whatever else fails is told as it is.
const reason = new RangeError('out of memory');
const other = await failure({ WebAssembly: { instantiate: () => Promise.reject(reason) } });
assert.equal(other.cause, reason);
assert.equal(other.message, 'The module could not be loaded (out of memory). (LOAD_FAILED)');
assert.match((await failure({ WebAssembly: { instantiate: () => Promise.reject() } })).message, /undefined/);

// Without Node's own zlib, as in browsers.
Object.defineProperty(globalThis, 'process', { value: withoutBuiltins });
const refused = assert.rejects(getContactCard(), { kind: 'invalid-argument', code: 'INVALID_OPTION', message: /timeout/ });
configure({ timeout: 1000 });
await assert.rejects(resetContactCard(), { kind: 'no-connection' });
await refused;
