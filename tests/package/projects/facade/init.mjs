import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { ContactCardError, configure, init, resetContactCard } from 'bx24-contact-card/slim';

const { resolve } = createRequire(import.meta.url);
const module = readFileSync(resolve('bx24-contact-card/bx24-contact-card.wasm'));
const server = createServer((request, response) => {
  response.statusCode = request.url === '/missing.wasm' ? 404 : 200;
  if (request.url === '/broken.wasm') response.setHeader('Content-Type', 'application/wasm');
  // With no content type, as some servers send it; or the page, as servers of one-page applications do.
  response.end(request.url === '/here.wasm' ? module : '<!doctype html>');
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const site = `http://127.0.0.1:${server.address().port}`;
const refused = (reason) => ({ kind: 'internal', code: 'LOAD_FAILED', outcome: 'unchanged', message: reason });

configure({ retries: -1 });
await assert.rejects(resetContactCard('X'), { kind: 'internal', code: 'NOT_INITIALIZED', outcome: 'unchanged' });
await assert.rejects(init(), refused(/could not be loaded/));
await assert.rejects(init(`${site}/missing.wasm`), refused(/status 404.*serve bx24-contact-card\.wasm/));
await assert.rejects(init(fetch(`${site}/missing.wasm`)), refused(/status 404/));
await assert.rejects(init(`${site}/page`), refused(/sent another file.*serve bx24-contact-card\.wasm/));
await assert.rejects(init(`${site}/broken.wasm`), refused(/compileStreaming/));
await assert.rejects(init(new Response('')), refused(/sent another file/));
await assert.rejects(init('http://127.0.0.1:1/'), ({ message, cause }) => {
  assert.match(message, /could not be fetched: fetch failed/);
  assert.doesNotMatch(message, /Content Security Policy/);
  return cause.cause instanceof TypeError;
});
await assert.rejects(init(Promise.reject(new Error('no such file'))), refused(/no such file/));
await assert.rejects(resetContactCard('X'), ContactCardError); // the last source is tried again

const { WebAssembly } = globalThis;
globalThis.WebAssembly = undefined;
await assert.rejects(init(module), refused(/lockdown/));
globalThis.WebAssembly = WebAssembly;

assert.equal(await init(new URL(`${site}/here.wasm`)), undefined);
server.close();
await init('http://127.0.0.1:1/'); // loaded already: nothing is fetched
await assert.rejects(resetContactCard(), { code: 'INVALID_OPTION', message: /retries/ });
configure({ retries: 0 });
await assert.rejects(resetContactCard('X'), { code: 'INVALID_SCOPE' });
