import assert from 'node:assert/strict';
import { configure, getContactCard, resetContactCard } from 'bx24-contact-card';

process.on('unhandledRejection', (reason) => { throw reason; });
const [, , webhook] = process.argv;
const title = ({ result }) => result[0].title;
const outcome = (call) => call.then(title, ({ code }) => code);

// The same before the module is loaded and after.
for (const turn of ['loading', 'loaded']) {
  const outcomes = [];
  configure({ connection: { webhook } });
  outcomes.push(outcome(getContactCard('P', 6)));
  assert.equal(configure({ timeout: 'soon' }), undefined);
  outcomes.push(outcome(getContactCard('P', 6)), outcome(resetContactCard('P', 6)));
  configure({ timeout: 20_000 });
  outcomes.push(outcome(getContactCard('P', 6)));
  assert.deepEqual(await Promise.all(outcomes), ['About', 'INVALID_OPTION', 'INVALID_OPTION', 'About'], turn);
}

// What is not named keeps what was set, and so does what is undefined.
configure({ connection: undefined });
configure({});
assert.equal(await outcome(getContactCard('P', 6)), 'About');

// Only configure() sets defaults, and a call's own options win.
assert.equal(await outcome(getContactCard('P', 6, undefined, { timeout: -1 })), 'About');
assert.equal(await outcome(getContactCard('P', 6, { connection: {} })), 'INVALID_CONNECTION');

// Options that can be read once, and then no more.
let reads = 0;
configure({ get timeout() { if (reads++) throw new Error('mine'); return 20_000; } });
await assert.rejects(getContactCard('P', 6), { kind: 'invalid-argument', code: 'INVALID_OPTION', outcome: 'unchanged' });

// A refusal that nobody meets harms nobody.
configure(null);
configure('nonsense');
await new Promise((resolve) => setTimeout(resolve, 10));

// Once loaded, arguments are read at the call.
configure({ timeout: 20_000 });
const options = { connection: { webhook } };
const call = getContactCard('P', 6, options);
options.connection = { webhook: 'nowhere' };
assert.equal(title(await call), 'About');
