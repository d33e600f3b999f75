// Right calls, and wrong ones that the types refuse. Compiled as an ES module and as CommonJS.
import {
  configure,
  ContactCardError,
  crmCard,
  editContactCard,
  forceCommonContactCard,
  getContactCard,
  isContactCardError,
  resetContactCard,
  getContactCards,
  resetContactCards,
  restoreContactCards,
  restoreContactCard,
  setContactCard,
  type Answer,
  type B24Like,
  type BackupOptions,
  type BulkReport,
  type CallOptions,
  type CardBackup,
  type CardElement,
  type CardSection,
  type CrmCard,
  type EditAnswer,
  type Connection,
  type ErrorKind,
  type NewCardSection,
  type Scope,
  type UserId,
} from 'bx24-contact-card';
import { init, resetContactCard as slimReset, ContactCardError as SlimError } from 'bx24-contact-card/slim';
import compiled from 'bx24-contact-card/bx24-contact-card.wasm';

declare const BX24: { callMethod(method: string, params: object, callback: (result: any) => void): void };

declare const $b24: B24Like;

export async function right(signal: AbortSignal): Promise<void> {
  const done: Answer<true> = await resetContactCard();
  const yes: true = done.result;
  const seconds: number | undefined = done.time?.duration;
  await resetContactCard('P', 6);
  await resetContactCard('P', '6');
  await resetContactCard('C');
  await resetContactCard(null, null, { signal, timeout: 5000, retries: 0, family: 'item' });
  const read: Answer<CardSection[] | null> = await getContactCard('C', undefined, { connection: { bx24: BX24 } });
  const names: string[] | undefined = read.result?.flatMap(({ elements }) => elements.map(({ name }) => name));
  const scope: Scope = 'P';
  const id: UserId = `${7}`;
  await resetContactCard(scope, id);
  const fromThePortal: string = JSON.parse('{"ID":"6"}').ID;
  await resetContactCard('P', fromThePortal);
  await getContactCard('P', 6, { connection: { b24: $b24 } });
  await everyCard(scope, null);
  await resetContactCard('C', null);
  await resetContactCard('C', undefined, { retries: 0 });
  await getContactCard('C', null);
  await getContactCard(undefined, 6);
  await getContactCard(null, '6');
  const connection: Connection = { webhook: new URL('https://example.bitrix24.com/rest/1/code/') };
  const options: CallOptions = { connection };
  configure(options);
  configure({ connection: { portal: 'https://example.bitrix24.com', accessToken: 't', refresh: async () => 'u' } });
  await init(new Uint8Array(8));
  await init(fetch('/bx24-contact-card.wasm'));
  await init(compiled);
  await slimReset('P', 6);
  void [yes, seconds, names];
}

/** Scope and user as a program has them that does not know them before it runs. */
async function everyCard(scope: Scope | null | undefined, userId: UserId | null | undefined): Promise<void> {
  const options: BackupOptions = { backup: Math.random() > 0.5 };
  await resetContactCard(scope, userId, options);
  await getContactCard(scope, userId);
  await setContactCard([], scope, userId);
}

export async function cards(stored: string): Promise<CardBackup | undefined> {
  const phone: CardElement = { name: 'PHONE', optionFlags: 1, options: { defaultCountry: 'GB' } };
  const section: CardSection = { name: 'main', title: 'About', type: 'section', elements: [phone, { name: 'NAME' }] };
  const saved: Answer<true> = await setContactCard([section], 'P', 6, { family: 'item' });
  await setContactCard([section]);
  await setContactCard([section], 'C');
  const sections: readonly CardSection[] = [section];
  await setContactCard(sections, null, '6');
  const { result } = await getContactCard('C');
  await setContactCard(result ?? sections, 'C', null);
  const written = { name: 'main', title: 'About', type: 'section', elements: [{ name: 'PHONE', optionFlags: 1 }, { name: 'NAME' }] };
  await setContactCard([written]);
  const short: NewCardSection = { name: 'main', title: 'About' };
  await setContactCard([short, { name: 'more', title: 'More' }] as const);

  const { backup } = await resetContactCard('P', 6, { backup: true });
  await restoreContactCard(backup);
  const read = await getContactCard('P', 6, { backup: true });
  await restoreContactCard(read.backup);
  const perhaps = await resetContactCard('P', 6, { backup: stored === '' });
  const unsure: CardBackup | undefined = perhaps.backup;
  await restoreContactCard(JSON.parse(stored), { timeout: 5000 });
  const titles: string[] | undefined = backup.sections?.map(({ title }) => title);
  const version: 1 | 2 = backup.version;

  const forced: Answer<true> = await forceCommonContactCard();
  await forceCommonContactCard({ family: 'contact', retries: 0 });
  const { backups, ...report } = await resetContactCards(new Set([5, '6']), { backup: true });
  const told: BulkReport = report;
  const all: CardBackup[] = backups;
  const reading = await getContactCards([5, '6'], { backup: true, limit: { burst: 250, perSecond: 5 } });
  const owners: number[] = reading.cards.filter(({ sections }) => sections?.length).map(({ userId }) => userId);
  const undone: BulkReport = await restoreContactCards(new Set(reading.backups), { totalTimeout: 60_000 });
  void [saved.result, forced.time, titles, version, unsure, told, all, owners, undone];
  return backup;
}

export function caught(error: unknown): ErrorKind | undefined {
  if (error instanceof SlimError) return error.kind;
  if (isContactCardError(error)) return error.toJSON()['kind'] === error.kind ? error.kind : undefined;
  if (!(error instanceof ContactCardError)) return undefined;
  const outcome: 'unchanged' | 'unknown' = error.outcome;
  const plain: Error = error;
  const numbers: [number | undefined, number] = [error.status, error.attempts];
  void [outcome, plain, numbers];
  return error.kind === 'access-denied' ? undefined : error.kind;
}

export function wrong(): void {
  // @ts-expect-error no such scope
  void resetContactCard('X');
  // @ts-expect-error lower case is no scope either
  void resetContactCard('c');
  // @ts-expect-error not an id
  void resetContactCard('P', true);
  // @ts-expect-error not an id
  void resetContactCard('P', [6]);
  // @ts-expect-error not an id
  void getContactCard('P', 6n);
  // @ts-expect-error a common card belongs to no user
  void resetContactCard('C', 6);
  // @ts-expect-error a common card belongs to no user
  void getContactCard('C', '6');
  // @ts-expect-error a common card belongs to no user
  void setContactCard([], 'C', 6);
  // @ts-expect-error a misspelt option
  void resetContactCard('P', 6, { timeOut: 5 });
  // @ts-expect-error no such family
  void resetContactCard('P', 6, { family: 'lead' });
  // @ts-expect-error no such scope
  void setContactCard([], 'X');
  // @ts-expect-error the scope comes after the sections
  void setContactCard('C', []);
  // @ts-expect-error what is null is no layout
  void setContactCard(null, 'C');
  // @ts-expect-error one section is no list of them
  void setContactCard({ name: 'main', title: 'About', type: 'section', elements: [] });
  // @ts-expect-error a section has a title
  void setContactCard([{ name: 'main', type: 'section', elements: [] }]);
  // @ts-expect-error a section has a name
  void setContactCard([{ title: 'About', type: 'section', elements: [] }]);
  // @ts-expect-error elements are objects
  void setContactCard([{ name: 'main', title: 'About', type: 'section', elements: ['NAME'] }]);
  // @ts-expect-error flags are 0 or 1
  void setContactCard([{ name: 'main', title: 'About', type: 'section', elements: [{ name: 'NAME', optionFlags: true }] }]);
  // @ts-expect-error a misspelt property
  void setContactCard([{ name: 'main', title: 'About', type: 'section', elements: [{ name: 'NAME', option: {} }] }]);
  // @ts-expect-error backup is a switch
  void resetContactCard('P', 6, { backup: 'yes' });
  // @ts-expect-error only what reads has a backup
  void setContactCard([], 'P', 6, { backup: true });
  // @ts-expect-error without backup: true there may be none
  void resetContactCard('P', 6).then(({ backup }) => restoreContactCard(backup));
  // @ts-expect-error the SDK's object goes under b24
  configure({ connection: { bx24: $b24 } });
  // @ts-expect-error a text is no backup: parse it
  void restoreContactCard('{"version":1}');
  // @ts-expect-error a backup says of which portal, which card and when
  void restoreContactCard({ version: 1, sections: null });
  // @ts-expect-error no such version
  void restoreContactCard({ version: 3, portal: 'https://a.b', scope: 'P', takenAt: '', sections: null });
  // @ts-expect-error nobody's card in particular
  void forceCommonContactCard('C');
  // @ts-expect-error a list of ids
  void resetContactCards(6);
  // @ts-expect-error backups, not ids
  void restoreContactCards([5]);
  // @ts-expect-error what is restored is known already
  void restoreContactCards([], { backup: true });
  // @ts-expect-error a token needs its portal
  configure({ connection: { accessToken: 't' } });
  // @ts-expect-error not a place to find the module
  void init(5);
  // @ts-expect-error no such kind
  const kind: ErrorKind = 'denied';
  void kind;
}

export async function edits(entityTypeId: number, backup: CardBackup): Promise<void> {
  const answer: EditAnswer = await editContactCard((sections) => sections?.slice(1), 'P', 6, { retries: 1 });
  await editContactCard(async (sections) => sections && [...sections, { name: 'x', title: 'X' }], 'C');
  await editContactCard(() => null);
  await editContactCard(() => {});
  const deals: CrmCard = crmCard({ entityTypeId: 2, dealCategoryId: 5 });
  await deals.edit((sections) => sections, 'C', null);
  const report: BulkReport = await deals.resetMany([5, '6'], { backup: true });
  crmCard({ entityTypeId: 1, leadCustomerType: 2 });
  crmCard({ entityTypeId: 1036, categoryId: 9 });
  crmCard({ entityTypeId, categoryId: 9 });
  crmCard({ entityTypeId: 3 });
  if (backup.type) await crmCard(backup.type).restore(backup);
  // @ts-expect-error a funnel of deals is another property
  crmCard({ entityTypeId: 2, categoryId: 5 });
  // @ts-expect-error no such type of customer
  crmCard({ entityTypeId: 1, leadCustomerType: 3 });
  // @ts-expect-error contacts have no category
  crmCard({ entityTypeId: 3, categoryId: 5 });
  // @ts-expect-error smart processes have no funnel
  crmCard({ entityTypeId: 1036, dealCategoryId: 5 });
  // @ts-expect-error no type
  crmCard({});
  // @ts-expect-error no such scope
  await deals.reset('X');
  // @ts-expect-error a common card belongs to no user
  await deals.get('C', 6);
  // @ts-expect-error no layout
  await editContactCard(() => 'x');
  // @ts-expect-error no function
  await editContactCard([]);
  void [answer, report];
}
