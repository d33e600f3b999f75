// Right calls, and wrong ones that the types refuse. Compiled as an ES module and as CommonJS.
import {
  configure,
  ContactCardError,
  getContactCard,
  resetContactCard,
  type Answer,
  type CallOptions,
  type CardSection,
  type Connection,
  type ErrorKind,
  type ResetAnswer,
  type Scope,
  type UserId,
} from 'bx24-contact-card';
import { init, resetContactCard as slimReset, ContactCardError as SlimError } from 'bx24-contact-card/slim';

declare const BX24: { callMethod(method: string, params: object, callback: (result: any) => void): void };

export async function right(signal: AbortSignal): Promise<void> {
  const done: ResetAnswer = await resetContactCard();
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
  const connection: Connection = { webhook: new URL('https://example.bitrix24.com/rest/1/code/') };
  const options: CallOptions = { connection };
  configure(options);
  configure({ connection: { portal: 'https://example.bitrix24.com', accessToken: 't', refresh: async () => 'u' } });
  await init(new Uint8Array(8));
  await init(fetch('/bx24-contact-card.wasm'));
  await slimReset('P', 6);
  void [yes, seconds, names];
}

export function caught(error: unknown): ErrorKind | undefined {
  if (error instanceof SlimError) return error.kind;
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
  // @ts-expect-error not a number
  void resetContactCard('P', 'abc');
  // @ts-expect-error not a number
  void resetContactCard('P', '-');
  // @ts-expect-error not a number
  void resetContactCard('P', '');
  // @ts-expect-error not an id
  void resetContactCard('P', true);
  // @ts-expect-error not an id
  void resetContactCard('P', [6]);
  // @ts-expect-error not an id
  void getContactCard('P', 6n);
  // @ts-expect-error a misspelt option
  void resetContactCard('P', 6, { timeOut: 5 });
  // @ts-expect-error no such family
  void resetContactCard('P', 6, { family: 'lead' });
  // @ts-expect-error a token needs its portal
  configure({ connection: { accessToken: 't' } });
  // @ts-expect-error not a place to find the module
  void init(5);
  // @ts-expect-error no such kind
  const kind: ErrorKind = 'denied';
  void kind;
}
