// What loads the module is watched while the package is imported, and then called.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const touched = new Set();
const names = [
  'WebAssembly', 'DecompressionStream', 'Response', 'process', 'fetch', 'atob', 'setTimeout', 'BX24', 'TextDecoder', 'TextEncoder',
  'FinalizationRegistry', 'AbortController', 'performance', 'URL',
];
// Node's own code touches some of them too, whenever it likes.
const isOurs = () => new Error().stack.includes('bx24-contact-card');
for (const name of names) {
  const value = globalThis[name];
  Object.defineProperty(globalThis, name, { get: () => (isOurs() && touched.add(name), value) });
}

const module = await import('bx24-contact-card');
const slim = await import('bx24-contact-card/slim');
const require = createRequire(import.meta.url);
require('bx24-contact-card');
require('bx24-contact-card/slim');
assert.deepEqual([...touched], []);

await assert.rejects(module.resetContactCard('X'), { code: 'INVALID_SCOPE' });
assert.ok(touched.has('WebAssembly') && touched.has('TextDecoder'), 'the watch works');
await assert.rejects(slim.resetContactCard('X'), { code: 'NOT_INITIALIZED' });
