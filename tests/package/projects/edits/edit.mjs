// Cards that are changed without being destroyed, and cards of other kinds. Run with the address of a portal.
import assert from 'node:assert/strict';
import { configure, crmCard, editContactCard, getContactCard, isContactCardError, restoreContactCard, setContactCard } from 'bx24-contact-card';
import { controlOf } from './control.mjs';

const [, , portal] = process.argv;
const control = controlOf(portal);
const connection = { webhook: `${portal}/rest/1/adm1secret/` };
configure({ connection });
const section = (name) => ({ name, title: `Section ${name}`, type: 'section', elements: [{ name: `UF_CRM_7_${name.toUpperCase()}` }] });
const methods = async () => (await control('GET', 'log')).map(({ method }) => method.split('.').at(-1));
const fresh = async (rows = []) => {
  await control('PUT', 'rows', rows);
  await control('PUT', 'faults', []);
  await control('DELETE', 'log');
};
const failure = async (promise) => {
  const error = await promise.then((value) => assert.fail(JSON.stringify(value)), (error) => error);
  assert(isContactCardError(error), `${error}`);
  return error;
};

// Whose cards is said at once, though the module is not loaded yet.
const early = { entityTypeId: 2 };
const asked = [7, 8].map((id) => { early.dealCategoryId = id; return crmCard(early).get('C'); });
early.dealCategoryId = 9;
await Promise.all(asked);
assert.deepEqual((await control('GET', 'log')).map(({ params }) => params.extras.dealCategoryId).sort(), [7, 8]);

// What differs is saved; the second time nothing is.
await fresh();
await setContactCard([section('a')], 'P', 6);
const add = (name) => (sections) => [...(sections ?? []).filter((other) => other.name !== name), section(name)];
let { changed, sections, backup, time } = await editContactCard(add('mine'), 'P', 6);
assert.deepEqual([changed, sections, backup.sections], [true, [section('a'), section('mine')], [section('a')]]);
assert.deepEqual([backup.version, backup.userId, typeof time.duration], [1, 6, 'number']);
assert.deepEqual((await getContactCard('P', 6)).result, sections);
await control('DELETE', 'log');
({ changed, sections } = await editContactCard(async (given) => add('mine')(given), 'P', '6'));
assert.deepEqual([changed, sections], [false, [section('a'), section('mine')]]);
assert.deepEqual(await methods(), ['get']);
await restoreContactCard(backup);
assert.deepEqual((await getContactCard('P', 6)).result, [section('a')]);

// The default is null; nothing and a promise of it leave the card; null resets it. A copy may be changed in place.
await fresh();
const given = [];
for (const [change, expected] of [
  [(it) => { given.push(it); }, null],
  [async (it) => { given.push(it); return undefined; }, null],
  [() => null, null],
  [() => [section('x')], [section('x')]],
  [(it) => { it[0].title = 'Other'; it.push(section('y')); }, [section('x')]],
  [(it) => { it[0].title = 'Other'; return it; }, [{ ...section('x'), title: 'Other' }]],
  // What may be left out is left out.
  [() => [{ name: 'z', title: 'Z' }], [{ name: 'z', title: 'Z', type: 'section', elements: [] }]],
  [() => Promise.resolve(null), null],
]) assert.deepEqual((await editContactCard(change)).sections, expected);
assert.deepEqual(given, [null, null]);
assert.deepEqual(await control('GET', 'rows'), []);

// What `change` does wrong is told, and nothing is written.
await setContactCard([section('a')], 'C');
await control('DELETE', 'log');
const reason = new RangeError('mine');
for (const change of [() => { throw reason; }, async () => { throw reason; }, () => Promise.reject(reason)]) {
  const error = await failure(editContactCard(change, 'C'));
  assert.deepEqual([error.kind, error.code, error.outcome, error.attempts], ['invalid-argument', 'CHANGE_FAILED', 'unchanged', 1]);
  assert.deepEqual([error.cause, error.backup], [reason, undefined]);
}
for (const wrong of ['x', 5, true, {}, [], [5], [{ name: 'a' }], [section('a'), section('a')], Symbol('x'), () => {}]) {
  const error = await failure(editContactCard(() => wrong, 'C'));
  assert.deepEqual([error.kind, error.code, error.outcome], ['invalid-argument', 'INVALID_LAYOUT', 'unchanged']);
}
for (const wrong of [undefined, null, 'P', [section('a')], {}]) {
  const error = await failure(editContactCard(wrong, 'C'));
  assert.deepEqual([error.kind, error.code, error.attempts], ['invalid-argument', 'INVALID_CHANGE', 0]);
}
for (const wrong of [['X'], ['C', 6], ['P', '6abc'], ['P', 6, { backup: true }], ['P', 6, { onProgress() {} }]]) {
  assert.deepEqual((await failure(editContactCard(add('x'), ...wrong))).attempts, 0);
}
assert.deepEqual(new Set(await methods()), new Set(['get']));
assert.equal((await control('GET', 'rows')).length, 1);

// One timeout and one signal for all of it.
let late = await failure(editContactCard(() => new Promise(() => {}), 'C', null, { timeout: 200 }));
assert.deepEqual([late.kind, late.outcome, late.attempts], ['timeout', 'unchanged', 1]);
const controller = new AbortController();
late = await failure(editContactCard(() => { controller.abort(reason); return [section('b')]; }, 'C', null, { signal: controller.signal }));
assert.deepEqual([late.kind, late.outcome, late.cause], ['aborted', 'unchanged', reason]);
assert.deepEqual((await getContactCard('C')).result, [section('a')]);

// Somebody else saves in between: what is there is changed in turn, until it is given up.
const overwriting = (others) => (match) => {
  const original = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    const response = await original(...request);
    if (String(request[0]).endsWith(match) && others.length > 0) {
      const rest = others.splice(0);
      const [next] = rest.splice(0, 1);
      await setContactCard(next, 'C');
      others.push(...rest);
    }
    return response;
  };
  return () => { globalThis.fetch = original; };
};
let restored = overwriting([[section('b')], [section('c'), section('mine')]])('configuration.set');
({ changed, sections, backup } = await editContactCard(add('mine'), 'C'));
restored();
assert.deepEqual([changed, sections, backup.sections], [true, [section('c'), section('mine')], [section('a')]]);
restored = overwriting([[section('d')], [section('e')], [section('f')]])('configuration.set');
const conflict = await failure(editContactCard(add('new'), 'C', null, { retries: 1 }));
restored();
assert.deepEqual([conflict.kind, conflict.code, conflict.outcome, conflict.retryable], ['conflict', 'CONFLICT', 'unknown', true]);
assert.deepEqual(conflict.backup.sections, [section('c'), section('mine')]);

// A change whose answer is lost is read and not sent again: what others have saved since stays.
await fresh();
await setContactCard([section('a')], 'C');
let isLost = true;
const whole = globalThis.fetch;
globalThis.fetch = async (...request) => {
  const response = await whole(...request);
  if (!String(request[0]).endsWith('configuration.set') || !isLost) return response;
  isLost = false;
  await setContactCard([section('a'), section('mine'), section('other')], 'C');
  throw new TypeError('fetch failed');
};
({ changed, sections } = await editContactCard(add('mine'), 'C'));
globalThis.fetch = whole;
assert.deepEqual([changed, sections.map(({ name }) => name)], [true, ['a', 'other', 'mine']]);

// Faults that a card has already may stay; others are refused.
const faulty = { name: 'contact_details_common', user: 0, common: true, value: [{ name: 'default_column', type: 'column', elements: [{ ...section('a'), title: '' }, section('b'), { ...section('c'), elements: section('b').elements }] }] };
await fresh([faulty]);
assert.equal((await editContactCard((sections) => sections, 'C')).changed, false);
({ changed, sections } = await editContactCard((sections) => sections.filter(({ name }) => name !== 'c'), 'C'));
assert.deepEqual([changed, sections.map(({ title }) => title)], [true, ['', 'Section b']]);
assert.equal((await failure(editContactCard((sections) => [...sections, { name: 'd', title: 'D', elements: {} }], 'C'))).description, 'What change returned: Section at index 2 has elements that are not a list.');

// What is thrown is told of, whatever it is.
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
for (const thrown of [undefined, null, 'text', 5, proxy, { get message() { throw new Error('boo'); } }, Object.create(null)]) {
  const controller = new AbortController();
  const error = await failure(editContactCard(() => { throw thrown; }, 'C', null, { signal: controller.signal }));
  assert.deepEqual([error.kind, error.code], ['invalid-argument', 'CHANGE_FAILED']);
}
// A large one is the very one.
const large = Object.assign(new Error('large'), { list: Array.from({ length: 2000 }, (_, index) => ({ index, text: `${index}` })) });
assert.equal((await failure(editContactCard(() => { throw large; }, 'C'))).cause, large);

// What may have been saved is told of, and what was saved though it could not be read back.
for (const [fault, kind] of [[{ match: '*.set', then: { truncate: 3 } }, 'network'], [{ match: '*.get', then: { error: 'INVALID_CREDENTIALS' } }, 'auth']]) {
  const change = async (sections) => {
    await control('PUT', 'faults', [{ times: 9, ...fault }]);
    return add('lost')(sections);
  };
  const lost = await failure(editContactCard(change, 'C', null, { retries: 0 }));
  assert.deepEqual([lost.kind, lost.outcome, Array.isArray(lost.backup.sections)], [kind, 'unknown', true]);
  await fresh();
  await setContactCard([section('a')], 'C');
}

// A section on the common card of a funnel, and out again.
await fresh();
const funnel = crmCard({ entityTypeId: 2, dealCategoryId: 7 });
assert.deepEqual(Object.keys(funnel).sort(), ['edit', 'forceCommon', 'get', 'getMany', 'reset', 'resetMany', 'restore', 'restoreMany', 'set']);
await funnel.set([section('of_the_client')], 'C');
await crmCard({ entityTypeId: 2 }).set([section('of_the_default_funnel')], 'C');
const mine = { name: 'my_app', title: 'My application', elements: [{ name: 'UF_CRM_7_MY_FIELD' }] };
const withoutMine = (sections) => sections.filter(({ name }) => name !== mine.name);
for (const expected of [true, false]) {
  ({ changed, sections, backup } = await funnel.edit((sections) => sections && [...withoutMine(sections), mine], 'C'));
  assert.deepEqual([changed, sections.map(({ name }) => name)], [expected, ['of_the_client', 'my_app']]);
}
assert.deepEqual((await control('GET', 'rows')).map(({ name }) => name).sort(), ['deal_details_c_7_common', 'deal_details_common']);
({ changed, sections } = await funnel.edit((sections) => sections && withoutMine(sections), 'C'));
assert.deepEqual([changed, sections], [true, [section('of_the_client')]]);
assert.equal((await crmCard({ entityTypeId: 2 }).get('C')).result[0].name, 'of_the_default_funnel');

// A backup names its kind, and is refused on another.
assert.deepEqual([backup.version, backup.type], [2, { entityTypeId: 2, dealCategoryId: 7 }]);
for (const [restore, kept] of [
  [restoreContactCard, backup], [crmCard({ entityTypeId: 2 }).restore, backup], [crmCard({ entityTypeId: 3 }).restore, backup],
  [funnel.restore, (await getContactCard('C', null, { backup: true })).backup],
]) assert.deepEqual([(await failure(restore(kept))).code, (await failure(restore(kept))).attempts], ['OTHER_CARD_TYPE', 0]);
await crmCard(backup.type).restore(JSON.parse(JSON.stringify(backup)));
assert.deepEqual((await funnel.get('C')).result.map(({ name }) => name), ['of_the_client', 'my_app']);
assert.deepEqual((await crmCard({ entityTypeId: 3 }).get('C', null, { backup: true })).backup.version, 1);

// The type is that of the moment, also before the module is there; a default family is not that of crmCard.
configure({ family: 'contact' });
const type = { entityTypeId: 2, dealCategoryId: 7 };
const seventh = crmCard(type);
type.dealCategoryId = 8;
assert.equal((await seventh.get('C')).result.length, 2);
configure({ family: 'item' });
assert.equal((await failure(restoreContactCard({ ...backup, version: 1 }))).code, 'INVALID_BACKUP');

// Many at once.
const leads = crmCard({ entityTypeId: 1, leadCustomerType: 2 });
await leads.set([section('a')], 'P', 5);
const { done, cards, backups } = await leads.getMany([5, 6], { backup: true });
assert.deepEqual([done, cards.map(({ sections }) => sections?.[0].name ?? null), backups[0].type], [[5, 6], ['a', null], { entityTypeId: 1, leadCustomerType: 2 }]);
assert.deepEqual((await leads.resetMany([5, 6])).done, [5, 6]);
assert.equal((await leads.get('P', 5)).result, null);
assert.equal((await failure(crmCard({ entityTypeId: 1 }).restoreMany(backups))).code, 'OTHER_CARD_TYPE');
assert.deepEqual((await leads.restoreMany(backups)).done, [5, 6]);
assert.deepEqual((await leads.get('P', 5)).result, [section('a')]);
assert.deepEqual((await leads.forceCommon()).result, true);
assert.equal((await leads.get('P', 5)).result, null);

// What the portal would ignore is refused before anything is sent, and so are the methods for contacts.
await control('DELETE', 'log');
const SECRET = 'adm1secretadm1secret';
for (const [type, text] of [
  [undefined, /^type: entityTypeId must be 1, 2, 3, 4, 7, 31, 36, 39, a number from 128 to 191, or an even one from 1030\./],
  [null, /entityTypeId must be/], [{}, /entityTypeId must be/], ['2', /entityTypeId must be/], [2, /entityTypeId must be/], [[2], /entityTypeId must be/],
  [{ entityTypeId: '2' }, /entityTypeId must be/], [{ entityTypeId: 5 }, /entityTypeId must be/], [{ entityTypeId: 1031 }, /entityTypeId must be/],
  [{ entityTypeId: SECRET }, /entityTypeId must be/], [SECRET, /entityTypeId must be/],
  [{ entityTypeId: 2, categoryId: 9 }, /there is only dealCategoryId, a whole number from 0\./],
  [{ entityTypeId: 2, dealCategoryId: '9' }, /there is only dealCategoryId/], [{ entityTypeId: 2, dealCategoryId: 1.5 }, /there is only dealCategoryId/],
  [{ entityTypeId: 2, [SECRET]: 9 }, /there is only dealCategoryId/],
  [{ entityTypeId: 1, leadCustomerType: 3 }, /there is only leadCustomerType, 1 or 2\./],
  [{ entityTypeId: 3, categoryId: 5 }, /beside this entityTypeId there is nothing\./], [{ entityTypeId: 4, categoryId: 5 }, /there is nothing/],
  [{ entityTypeId: 1036, dealCategoryId: 5 }, /there is only categoryId, a whole number from 1\./], [{ entityTypeId: 1036, categoryId: 0 }, /there is only categoryId/],
]) {
  for (const call of [(card) => card.reset(), (card) => card.edit(add('x')), (card) => card.getMany([5])]) {
    const error = await failure(call(crmCard(type)));
    assert.deepEqual([error.kind, error.code, error.attempts], ['invalid-argument', 'INVALID_CARD_TYPE', 0], JSON.stringify(type));
    assert.match(error.description, text);
    assert(!`${error.message} ${error.stack} ${JSON.stringify(error)}`.includes(SECRET));
  }
}
const wrongFamily = await failure(funnel.reset('C', null, { family: 'contact' }));
assert.match(wrongFamily.message, /^family must be 'item' with crmCard, not "contact"\./);
assert.deepEqual(await control('GET', 'log'), []);
assert.equal((await funnel.get('C', null, { family: 'item' })).result.length, 2);
// What is undefined is not there, as elsewhere.
assert.equal((await crmCard({ entityTypeId: 4, categoryId: undefined }).get('C')).result, null);
assert.match((await failure(getContactCard('C', null, { type: { entityTypeId: 2 } }))).message, /^options has no "type"/);
console.log('done');
