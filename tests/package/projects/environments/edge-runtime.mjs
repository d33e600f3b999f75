import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { EdgeRuntime } from 'edge-runtime';

const { resolve } = createRequire(import.meta.url);
const runtime = new EdgeRuntime({
  initialCode: `${readFileSync(resolve('bx24-contact-card/bx24-contact-card.js'), 'utf8')};
    addEventListener('fetch', (event) => event.respondWith(
      BX24ContactCard.resetContactCard('X').catch((error) => Response.json(error)),
    ));`,
});
const { code, message } = await (await runtime.dispatchFetch('http://here/')).json();
assert.equal(code, 'LOAD_FAILED');
assert.match(message, /missing or forbidden, bx24-contact-card\/slim works/);
