// Does something to many users' personal cards by webhook, each of 40 fields, and prints how long that took in seconds, and what
// memory there is afterwards in bytes. Arguments: what is done by whom (a key of `clients`), the client's package, the portal's URL,
// how many users, and the portal's limit and faults in JSON.
import assert from 'node:assert/strict';
import { controlOf } from './control.mjs';
import { bytes } from './memory.mjs';

const [what, name, portal, count, limitText, faults] = process.argv.slice(2);
const limit = JSON.parse(limitText);
const control = controlOf(portal);
await control('PUT', 'limits', limitText);
await control('PUT', 'faults', faults);
const webhook = `${portal}/rest/1/adm1secret/`;
const users = Array.from({ length: Number(count) }, (_, index) => index + 1);
const elements = Array.from({ length: 40 }, (_, index) => ({ name: `UF_CRM_${1_700_000_000 + index}`, optionFlags: '1' }));
const sections = [{ type: 'section', name: 'main', title: 'About the contact', elements }];
const value = [{ name: 'default_column', type: 'column', elements: sections }];
await control('PUT', 'rows', users.map((user) => ({ user, name: 'contact_details', common: false, value })));
const client = await import(name);
const options = { connection: { webhook }, limit };

const clients = {
  async reset() {
    const report = await client.resetContactCards(users, options);
    return report.done.length;
  },
  async read() {
    const { cards } = await client.getContactCards(users, options);
    return cards.filter(({ sections: [section] }) => section.elements.length === 40).length;
  },
  /** Resets with backups, and restores. */
  async undo() {
    const { backups } = await client.resetContactCards(users, { ...options, backup: true });
    const { done } = await client.restoreContactCards(backups, options);
    return done.length;
  },
  async sdk() {
    const { B24Hook, ParamsFactory } = client;
    const hook = B24Hook.fromWebhookUrl(webhook);
    await hook.setRestrictionManagerParams(limit.burst > 50 ? ParamsFactory.getEnterprise() : ParamsFactory.getDefault());
    const method = 'crm.contact.details.configuration.reset';
    const calls = users.map((userId) => [method, { scope: 'P', userId }]);
    const answer = await hook.actions.v2.batchByChunk.make({ calls, options: { isHaltOnError: false, requestId: 'bulk' } });
    return answer.getData().filter((result) => result === true).length;
  },
};
const start = performance.now();
const done = await clients[what]();
const seconds = (performance.now() - start) / 1000;
assert.equal(done, users.length);
const { rss } = process.memoryUsage();
console.log(JSON.stringify({ seconds, process: rss, module: bytes() }));
process.exit();
