// Resets many users' personal cards by webhook, and prints how long that took in seconds. Arguments: whose client ("ours" or
// "sdk"), its module, the portal's URL, how many users, and the portal's limit and faults in JSON.
import assert from 'node:assert/strict';
import { controlOf } from './control.mjs';

const [whose, module, portal, count, limitText, faults] = process.argv.slice(2);
const limit = JSON.parse(limitText);
const control = controlOf(portal);
await control('PUT', 'limits', limitText);
await control('PUT', 'faults', faults);
const webhook = `${portal}/rest/1/adm1secret/`;
const users = Array.from({ length: Number(count) }, (_, index) => index + 1);
const client = await import(module);

const clients = {
  async ours() {
    const report = await client.resetContactCards(users, { connection: { webhook }, limit });
    return report.done.length;
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
const done = await clients[whose]();
const seconds = (performance.now() - start) / 1000;
assert.equal(done, users.length);
console.log(seconds);
process.exit();
