// The official SDK in Node, by webhook. Arguments: the portal's URL. Prints what it got as JSON.
import { B24Hook } from '@bitrix24/b24jssdk';

const hook = B24Hook.fromWebhookUrl(`${process.argv[2]}/rest/1/adm1secret`);
const prefix = 'crm.contact.details.configuration';
const { call, batch } = hook.actions.v2;

const reset = await call.make({ method: `${prefix}.reset`, params: { scope: 'P', userId: 6 }, requestId: 'reset' });
const refused = await call
  .make({ method: `${prefix}.set`, params: { data: [] }, requestId: 'refused' })
  .then((answer) => answer.getErrorMessages(), (error) => [error.message]);
const together = await batch.make({
  calls: { card: { method: `${prefix}.get`, params: { scope: 'C' } }, me: { method: 'profile', params: {} } },
  options: { isHaltOnError: true, returnAjaxResult: false, requestId: 'together' },
});

console.log(JSON.stringify({
  reset: reset.getData().result,
  refused,
  together: together.getData(),
}));
process.exit();
