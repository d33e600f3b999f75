/**
 * Resets the Bitrix24 CRM contact card, and always says what happened.
 *
 * Inside a placement, with the BX24 library on the page:
 *
 * ```js
 * import { resetContactCard } from 'bx24-contact-card';
 *
 * await resetContactCard();         // the caller's own card
 * await resetContactCard('P', 6);   // the personal card of user 6
 * await resetContactCard('C');      // the card common to all users
 * ```
 *
 * Anywhere else, through a webhook or with a token: see {@link Connection}.
 *
 * Every function returns a promise that settles within {@link CallOptions.timeout}, and rejects with nothing but a
 * {@link ContactCardError}. The first call loads the WebAssembly module that lies inside the script; nothing runs before.
 * A page with a Content Security Policy must allow `script-src 'wasm-unsafe-eval'`.
 *
 * The declarations need no library, not even `dom`: what comes from the platform is described by its shape.
 *
 * @module
 */

/**
 * Whose card: `'P'` one user's personal card, `'C'` the card common to all users.
 *
 * Nothing else is accepted, not even `'c'`: the portal reads whatever it does not know as `'P'`, and resets the wrong card.
 */
export type Scope = 'P' | 'C';

/**
 * A positive integer up to 2147483647, as a number or in its plain decimal form, since the portal itself returns ids as
 * strings. `0`, `'6abc'`, `' 6'` and the like are refused when the call is made: the portal reads them as the caller, or as
 * user 6.
 */
export type UserId = number | string;

/** Who can be named beside a scope: a user whose personal card it is, and nobody with `'C'`. */
export type UserOf<S extends Scope> = S extends 'C' ? null : UserId | null;

/** When the portal worked on the request. Portals leave fields out, so each of them is optional. */
export interface ResponseTime {
  /** Unix time in seconds. */
  start?: number;
  /** Unix time in seconds. */
  finish?: number;
  /** Seconds from `start` to `finish`. */
  duration?: number;
  /** Seconds the method itself took; can be 0. */
  processing?: number;
  /** ISO 8601 with the portal's offset. */
  date_start?: string;
  /** ISO 8601 with the portal's offset. */
  date_finish?: string;
  /** Seconds of the method's run time that count towards the portal's limit: 480 in 10 minutes. */
  operating?: number;
  /** Unix time in seconds at which part of `operating` is forgotten. */
  operating_reset_at?: number;
}

/** What the portal answered. */
export interface Answer<T> {
  /** What the method promises. */
  readonly result: T;
  /** Missing where the portal sent none. */
  readonly time?: ResponseTime;
}

/** One field of a section. */
export interface CardElement {
  /** The field's name in the CRM, such as `'PHONE'`. */
  name: string;
  /** 1: always shown, even when empty. */
  optionFlags?: 0 | 1;
  /** Settings of the field's own, such as `{ defaultCountry: 'DE' }` of `PHONE`. */
  options?: Record<string, unknown>;
}

/** One section of the card. */
export interface CardSection {
  /** Unique in its card, such as `'main'`. */
  name: string;
  /** What people read above it. */
  title: string;
  /** Sections are all there is. */
  type: 'section';
  /** The fields, from top to bottom. */
  elements: CardElement[];
}

/** One field of a section that is to be saved. */
export interface NewCardElement {
  /** The field's name in the CRM, such as `'PHONE'`. */
  name: string;
  /** 1: always shown, even when empty. 0, or left out: shown when it has a value. Nothing else is accepted. */
  optionFlags?: number;
  /** Settings of the field's own, such as `{ defaultCountry: 'DE' }` of `PHONE`. */
  options?: Record<string, unknown>;
}

/** One section that is to be saved. A {@link CardSection} is one. */
export interface NewCardSection {
  /** Unique in its card, such as `'main'`. */
  name: string;
  /** What people read above it; not empty. */
  title: string;
  /** `'section'`, or left out. */
  type?: string;
  /** The fields, from top to bottom; left out, there are none. */
  elements?: readonly NewCardElement[];
}

/** A `URL`, known by its `href`. */
export interface UrlLike {
  /** The whole address. */
  readonly href: string;
}

/** An `AbortSignal` of any realm. */
export interface AbortSignalLike {
  /** Whether it has been aborted. */
  readonly aborted: boolean;
  /** Why: the `cause` of the error. */
  readonly reason?: any;
  /** As of an `EventTarget`. */
  addEventListener(type: 'abort', listener: (event: any) => void, options?: any): void;
  /** As of an `EventTarget`. */
  removeEventListener(type: 'abort', listener: (event: any) => void, options?: any): void;
}

/**
 * Where to send a call, and as whom. A webhook's address and a token are secrets: they are in no error and no log of this
 * package. Addresses must be https, but for localhost and loopback addresses.
 *
 * ```ts
 * const inAPlacement: Connection = { bx24: BX24 };
 * const withTheSdk: Connection = { b24: $b24 };
 * const byWebhook: Connection = { webhook: 'https://example.bitrix24.com/rest/1/your-code/' };
 * const byToken: Connection = {
 *   portal: 'https://example.bitrix24.com',
 *   accessToken,
 *   refresh: async () => (await fetch('/token')).text(),
 * };
 * ```
 */
export type Connection =
  | {
      /** The placement's BX24 library: as the user in whose page it runs. */
      readonly bx24: BX24Like;
    }
  | {
      /** An initialised object of the official SDK `@bitrix24/b24jssdk`: as its user. */
      readonly b24: B24Like;
    }
  | {
      /** `https://{portal}/rest/{user}/{code}/`: as the user who made the webhook. */
      readonly webhook: string | UrlLike;
    }
  | {
      /** The portal's address, such as `https://example.bitrix24.com`. */
      readonly portal: string | UrlLike;
      /** An OAuth access token: as the user who gave it. White space around it is left out. */
      readonly accessToken: string;
      /** Returns a new token. It is called once for each expired one, however many calls wait for it. */
      readonly refresh?: () => string | Promise<string>;
    };

/** The part of the BX24 library that is used here. */
export interface BX24Like {
  /** Calls a method of the portal. The library's other methods are used where they are there. */
  callMethod(method: string, params: object, callback: (result: any) => void): unknown;
}

/**
 * The part of the official SDK's `B24Frame`, `B24Hook` and `B24OAuth` that is used here. Requests go by `fetch`, not by the
 * SDK. Its objects cannot be used through a reactive proxy: keep them in `shallowRef()` or `markRaw()`.
 */
export interface B24Like {
  /** Whether the object has been initialised. One that is not is refused. */
  readonly isInit: boolean;
  /** The portal's origin. */
  getTargetOrigin(): string;
  /** The addresses of the portal's REST interface; that of `'v2'` is used. */
  getTargetOriginWithPath(): { get(version: any): string | undefined };
  /** The object's token. */
  readonly auth: {
    /** The token in force; `false` where it has expired. */
    getAuthData(): any;
    /** Renews the token. It is called once for each expired one, however many calls wait for it. */
    refreshAuth(): Promise<any>;
  };
}

/** How a call is made. An option that is not listed here is refused. */
export interface CallOptions {
  /** Default: what {@link configure} set, else the page's `BX24`. */
  readonly connection?: Connection;
  /**
   * The portal's methods to use: `'contact'` is `crm.contact.details.configuration.*`, `'item'` its successor
   * `crm.item.details.configuration.*`. Both act on the same card. Default `'contact'`; a portal that no longer knows
   * that method is asked once more through `'item'`.
   */
  readonly family?: 'contact' | 'item';
  /** Aborts the call: it rejects at once, with name `'AbortError'`. */
  readonly signal?: AbortSignalLike;
  /** Milliseconds for the whole call, waits and retries included. Default 30000. */
  readonly timeout?: number;
  /** Extra attempts where a retry can help, such as after "too many requests". Default 3. */
  readonly retries?: number;
}

/** How a card is reset or read. */
export interface BackupOptions extends CallOptions {
  /**
   * Of a reset: read the card first, and return it so that the reset can be undone. When it cannot be read, it is not reset. A
   * change that somebody makes between the two, in the time of one request, is lost: the portal has no way to do both at once.
   * Of a reading: return what was read as a backup too. Default false.
   */
  readonly backup?: boolean;
}

/**
 * What a card was like when it was read: a plain object that survives `JSON.stringify`. Keep it anywhere, give it to
 * {@link restoreContactCard} or {@link restoreContactCards}, or, with a {@link CardBackup.type}, to `crmCard(backup.type).restore`.
 *
 * It holds what the portal tells of a card: the first column of its layout. Whether a user looks at the personal or at the
 * common card is not part of it, since the portal tells that to nobody.
 */
export interface CardBackup {
  /** 1: a contact's card. 2: one of another kind, with a {@link type}. A reader of version 1 must not take it for a contact's. */
  readonly version: 1 | 2;
  /** The portal's origin, such as `'https://example.bitrix24.com'`; empty where a library does not tell. */
  readonly portal: string;
  /** Whose card. */
  readonly scope: Scope;
  /** Missing for the common card, and for the caller's own: that one is put back for whoever calls. */
  readonly userId?: number;
  /** ISO 8601. */
  readonly takenAt: string;
  /** `null` where the portal's default was in force. */
  readonly sections: CardSection[] | null;
  /** The kind of card, as {@link crmCard} takes it; missing for a contact's. */
  readonly type?: {
    /** The type's number. */
    readonly entityTypeId: number;
    /** Of a smart process: its category. */
    readonly categoryId?: number;
    /** Of deals: their funnel. */
    readonly dealCategoryId?: number;
    /** Of leads: 1 simple, 2 repeat. */
    readonly leadCustomerType?: 1 | 2;
  };
}

/** An answer with a backup: for certain with `backup: true`. */
export type WithBackup<A, O> = O extends { readonly backup: true }
  ? A & {
      /** What the card was like when it was read. */
      readonly backup: CardBackup;
    }
  : A & {
      /** With {@link BackupOptions.backup}: what the card was like when it was read. */
      readonly backup?: CardBackup;
    };

/**
 * Resets a card to the default layout: a personal card to the common one, the common card to the portal's.
 * Resetting a card that is at its default already succeeds too.
 *
 * ```js
 * try {
 *   await resetContactCard('P', 6);
 * } catch (error) {
 *   if (!isContactCardError(error)) throw error;
 *   if (error.kind === 'access-denied') console.log("You may not change others' settings.");
 *   if (error.outcome === 'unknown') console.log('It may have been reset: resetting it again does no harm.');
 * }
 * ```
 *
 * @param scope Whose card. Left out, or null: personal.
 * @param userId The user whose personal card it is; left out, or null: the caller. Refused with `'C'`, for a common card
 *   belongs to no user. To name another user than the caller takes the CRM right to change settings; so does `'C'`.
 */
export function resetContactCard<S extends Scope, O extends BackupOptions>(
  scope?: S | null,
  userId?: UserOf<S>,
  options?: O,
): Promise<WithBackup<Answer<true>, O>>;

/**
 * Reads a card's saved layout; `result` is null where none is saved and the default is in force. A personal card does
 * not fall back to the common one.
 *
 * ```js
 * const { result } = await getContactCard('C');
 * const titles = result?.map((section) => section.title);
 * ```
 *
 * @param scope Whose card. Left out, or null: personal.
 * @param userId The user whose personal card it is; left out, or null: the caller. Refused with `'C'`.
 */
export function getContactCard<S extends Scope, O extends BackupOptions>(
  scope?: S | null,
  userId?: UserOf<S>,
  options?: O,
): Promise<WithBackup<Answer<CardSection[] | null>, O>>;

/**
 * Saves a layout, in place of the one that was saved. The card is checked before anything is sent: by the portal's rules,
 * whose texts are then the error's `description`, and by those that the portal forgets. It would answer these with a 500,
 * or with `true` and a card that nobody meant:
 *
 * - an empty title, two sections of one name, a field that is on the card twice;
 * - properties it does not know, such as a misspelt `optionFlags`, which it drops;
 * - `elements` that are not a list, `optionFlags` other than 0 and 1, `options` that are not an object;
 * - within `options`, an object that is empty or has the keys 0, 1, …: it comes back as a list.
 *
 * ```js
 * const { result } = await getContactCard('C');
 * await setContactCard(result ?? [{ name: 'main', title: 'About', elements: [{ name: 'NAME' }] }], 'P', 6);
 * ```
 *
 * Every text comes back as it was, `$result[x]` and emoji included. Over BX24, what a form would change or cut short
 * (options that are not texts, more than 990 values) is sent by `fetch` with the placement's own token.
 *
 * @param sections From top to bottom. `type` and `elements` may be left out.
 * @param scope Whose card. Left out, or null: personal.
 * @param userId The user whose personal card it is; left out, or null: the caller. Refused with `'C'`.
 */
export function setContactCard<S extends Scope>(
  sections: readonly NewCardSection[],
  scope?: S | null,
  userId?: UserOf<S>,
  options?: CallOptions,
): Promise<Answer<true>>;

/**
 * Puts back what a reset removed. A backup without a layout resets the card again.
 *
 * ```js
 * const { backup } = await resetContactCard('P', 6, { backup: true });
 * localStorage.setItem('card of user 6', JSON.stringify(backup));
 * // later
 * const kept = localStorage.getItem('card of user 6');
 * if (kept !== null) await restoreContactCard(JSON.parse(kept));
 * ```
 *
 * @param backup What {@link resetContactCard} or {@link getContactCard} gave. Refused on another portal than it came from (code
 *   `'OTHER_PORTAL'`), where it is of another kind of card (`'OTHER_CARD_TYPE'`), and when it is not a backup (`'INVALID_BACKUP'`).
 */
export function restoreContactCard(backup: CardBackup, options?: CallOptions): Promise<Answer<true>>;

/**
 * Removes every user's personal card, and has everybody look at the common one, which stays as it is. One request for the
 * whole portal; the portal keeps nothing of what it removes. Takes the CRM right to change settings.
 */
export function forceCommonContactCard(options?: CallOptions): Promise<Answer<true>>;

/** How far a bulk operation is, in users. */
export interface BulkProgress {
  /** Users that were given, each once. */
  readonly total: number;
  /** Users for whom it is done. */
  readonly done: number;
  /** Users whom the portal refused, one by one. */
  readonly failed: number;
  /** Users of whom nothing is known yet. */
  readonly pending: number;
}

/** What a portal takes from one address: so many requests at once, and so many in each second after that. */
export interface RequestLimit {
  /** 2 or more; one of them is kept in reserve. */
  readonly burst: number;
  /** From 0.01 up. */
  readonly perSecond: number;
}

/** How many cards are reset, read or restored. Here `timeout` and `retries` are those of each request, which is for up to 50 users. */
export interface BulkOptions extends CallOptions {
  /** Called after each request. What it throws, or a promise of it rejects with, is ignored. */
  readonly onProgress?: (progress: BulkProgress) => void;
  /**
   * Milliseconds for all of it. Then it ends, with kind `'timeout'` and what is left in `pending`. Default: no limit, but
   * no pause is longer than `timeout` either; with it, a pause can be as long as it lasts, such as one for the portal's
   * operating limit.
   */
  readonly totalTimeout?: number;
  /** Default: that of every plan but one, `{ burst: 50, perSecond: 2 }`. Enterprise: `{ burst: 250, perSecond: 5 }`. */
  readonly limit?: RequestLimit;
}

/** How many cards are reset or read. */
export interface BulkBackupOptions extends BulkOptions {
  /**
   * Of a reset: read each card first, and return it so that its reset can be undone. Of a reading: return the cards as backups
   * too. Default false.
   */
  readonly backup?: boolean;
}

/** What became of each user: everyone is in exactly one of `done`, `failed` and `pending`. */
export interface BulkReport {
  /** Of a reset and of a restoring, the portal said `true` for this very user. Of a reading, the user's card is in `cards`. */
  readonly done: number[];
  /**
   * The portal refused this very user; or told in a batch of a fault of its own with it, to the end of the retries (`outcome:
   * 'unknown'`). Or nothing here could send the user's layout unchanged (code `'INVALID_LAYOUT'`, `attempts: 0`), as where a
   * library keeps its token to itself.
   */
  readonly failed: { readonly userId: number; readonly error: ContactCardError }[];
  /** Not known to be done. Pass them again: to reset, read or restore a card twice does no harm. */
  readonly pending: number[];
  /** Why there are pending ones. */
  readonly stopped?: ContactCardError;
}

/**
 * Resets many users' personal cards, 50 in a request, as fast as the portal's limits allow and no faster: 10,000 users take
 * 75 seconds on a cloud portal. With `backup: true` each of them is read first, which takes twice the requests.
 *
 * It rejects only where nothing can be begun: wrong arguments, no connection, no module. Whatever happens later, an abort
 * included, is in the report, so that nothing that was done is forgotten. It ends early, with the reason in `stopped`, when
 * it is aborted, when the credentials are no longer accepted, when 50 users in a row are refused one by one (the caller
 * lacks the right), and when the portal stays out of reach to the end of the retries.
 *
 * ```js
 * const { done, failed, pending, stopped } = await resetContactCards(userIds, {
 *   onProgress: ({ done, total }) => { bar.value = done / total; },
 * });
 * ```
 *
 * For everybody, {@link forceCommonContactCard} is the better tool: one request for the whole portal. But it also has
 * everybody look at the common card, and cannot keep what it removes.
 *
 * @param userIds Any iterable of ids, but a string. All are checked before anything is sent; who is there twice is reset
 *   once. To name another user than the caller takes the CRM right to change settings.
 */
export function resetContactCards(
  userIds: Iterable<UserId>,
  options?: BulkBackupOptions,
): Promise<
  BulkReport & {
    /** With `backup: true`: what the cards were like that were reset, or may have been. Undo: {@link restoreContactCards}. */
    readonly backups: CardBackup[];
  }
>;

/**
 * Reads many users' personal cards, in the same way as {@link resetContactCards} resets them: who has a card of their own, and
 * what it is like.
 *
 * ```js
 * const { cards } = await getContactCards(userIds);
 * const withOwnCard = cards.filter(({ sections }) => sections !== null).map(({ userId }) => userId);
 * ```
 *
 * @param userIds Any iterable of ids, but a string. All are checked before anything is sent; who is there twice is read once.
 *   To name another user than the caller takes the CRM right to change settings.
 */
export function getContactCards(
  userIds: Iterable<UserId>,
  options?: BulkBackupOptions,
): Promise<
  BulkReport & {
    /** The saved layouts of those who are `done`, in the same order; `sections` is null where a user has none. */
    readonly cards: { readonly userId: number; readonly sections: CardSection[] | null }[];
    /** With `backup: true`: the same cards as backups. */
    readonly backups: CardBackup[];
  }
>;

/**
 * Puts back many users' personal cards, in the same way as {@link resetContactCards} resets them: the undo of a bulk reset. A
 * backup without a layout resets its card again.
 *
 * ```js
 * const { backups } = await resetContactCards(userIds, { backup: true });
 * const { pending } = await restoreContactCards(backups);
 * const rest = backups.filter(({ userId }) => userId && pending.includes(userId)); // pass these again
 * ```
 *
 * It also gives many users one card, by backups with their ids, and takes cards to another portal, by backups with its origin:
 *
 * ```js
 * const { backup } = await getContactCard('P', 6, { backup: true });
 * if (backup.sections) await restoreContactCards([7, 8, 9].map((userId) => ({ ...backup, userId })));
 * ```
 *
 * Every text comes back as it was. What a batch would change (a text such as `$result[x]`, options that are empty or not texts)
 * or could not hold (a megabyte, or more than 990 values, of which a section counts for four and a field for two and its
 * options) takes a request of its own, after the others. In a batch `optionFlags` is saved as a text, as the portal's own
 * interface saves it; it is read as the number that it was.
 *
 * @param backups Any iterable of backups of personal cards. All are checked before anything is sent: a backup of another portal
 *   (code `'OTHER_PORTAL'`) or kind of card (`'OTHER_CARD_TYPE'`), one that is none, or of the common card or of nobody named (`'INVALID_BACKUP'`), and a user who
 *   is there twice (`'INVALID_BACKUPS'`) are refused.
 */
export function restoreContactCards(backups: Iterable<CardBackup>, options?: BulkOptions): Promise<BulkReport>;

/**
 * Changes a card without destroying it: reads it, saves what `change` makes of it if that differs, and reads it back. Where somebody
 * else has saved in between, it begins again with what is there now, `retries` times at most; then it rejects with kind
 * `'conflict'`. One timeout and one signal hold for all of it, the time that `change` takes included.
 *
 * ```js
 * const mine = { name: 'my_app', title: 'My application', elements: [{ name: 'UF_CRM_MY_APP' }] };
 *
 * // When the application is installed. Once the section is there, this changes nothing.
 * await editContactCard((sections) => {
 *   if (!sections || sections.some(({ name }) => name === mine.name)) return undefined;
 *   return [...sections, mine];
 * }, 'C');
 * // When it is removed. A card has at least one section.
 * await editContactCard((sections) => {
 *   const others = sections?.filter(({ name }) => name !== mine.name);
 *   return others?.length === 0 ? null : others;
 * }, 'C');
 * ```
 *
 * No method tells what the portal's default looks like. So `change` gets null where the default is in force, and a section that is
 * saved then is the whole card.
 *
 * The portal can neither lock a card nor compare before it saves. What somebody else saves between the reading and the saving of
 * an edit, in the time of one request and of `change`, is lost; what is saved after that is kept. A saving whose answer is lost is not
 * sent again: the card is read.
 *
 * @param change Gets a copy of the sections, or null where the default is in force. Returns the new ones, null for the default, or
 *   nothing to leave the card as it is; or a promise of that. It may be called several times, also on a card that it has changed
 *   before. What it throws is the `cause` of an error with code `'CHANGE_FAILED'`. Sections that are no layout make one with code
 *   `'INVALID_LAYOUT'`; faults that the card had, such as a field that is there twice, may stay.
 * @param scope Whose card. Left out, or null: personal.
 * @param userId The user whose personal card it is; left out, or null: the caller. Refused with `'C'`.
 */
export function editContactCard<S extends Scope>(
  change: CardChange,
  scope?: S | null,
  userId?: UserOf<S>,
  options?: CallOptions,
): Promise<EditAnswer>;

/** What makes a new layout of a card's sections, or of null where the portal's default is in force. */
export type CardChange = (sections: CardSection[] | null) => NewCard | Promise<NewCard>;

/** A card's new sections, null for the portal's default, or nothing to leave the card as it is. */
export type NewCard = readonly NewCardSection[] | null | undefined | void;

/** What an edit has done. */
export interface EditAnswer {
  /** Whether anything was saved. */
  readonly changed: boolean;
  /** The sections that were last read; null where the portal's default is in force. */
  readonly sections: CardSection[] | null;
  /** The card from before. */
  readonly backup: CardBackup;
  /** When the portal worked on the last request, where it told. */
  readonly time?: ResponseTime;
}

/**
 * What a kind of card takes beside its number: leads the type of customer, deals a funnel, smart processes a category. What a kind does
 * not have is refused: the portal would ignore it, and answer for another card.
 */
export type CardExtras<T extends number> = number extends T
  ? {
      /** Of a smart process: its category. */
      readonly categoryId?: number;
      /** Of deals: their funnel. */
      readonly dealCategoryId?: number;
      /** Of leads: 1 simple, 2 repeat. */
      readonly leadCustomerType?: 1 | 2;
    }
  : T extends 1
    ? {
        /** 1: simple leads, the default. 2: repeat leads. */
        readonly leadCustomerType?: 1 | 2;
        /** Leads have none. */
        readonly categoryId?: never;
        /** Leads have none. */
        readonly dealCategoryId?: never;
      }
    : T extends 2
      ? {
          /** The funnel; 0, the default, is the first one. */
          readonly dealCategoryId?: number;
          /** The portal would ignore it, and answer for the default funnel. */
          readonly categoryId?: never;
          /** Deals have none. */
          readonly leadCustomerType?: never;
        }
      : T extends 3 | 4 | 7 | 31 | 36 | 39
        ? {
            /** The portal documents none. */
            readonly categoryId?: never;
            /** There is none. */
            readonly dealCategoryId?: never;
            /** There is none. */
            readonly leadCustomerType?: never;
          }
        : {
            /** The category of a smart process, from 1. */
            readonly categoryId?: number;
            /** Smart processes have none. */
            readonly dealCategoryId?: never;
            /** Smart processes have none. */
            readonly leadCustomerType?: never;
          };

/**
 * The same functions for another kind of card: leads (`entityTypeId` 1), deals (2), contacts through the same methods (3), companies
 * (4), quotes (7), smart invoices (31), smart documents (36), documents to be signed (39), smart processes (128 to 191, and even
 * numbers from 1030).
 *
 * ```js
 * const deals = crmCard({ entityTypeId: 2, dealCategoryId: 5 });
 * await deals.edit((sections) => sections?.filter(({ name }) => name !== 'old'), 'C');
 * const { backup } = await deals.reset('C', null, { backup: true });
 * await deals.restore(backup);
 * ```
 *
 * They use `crm.item.details.configuration.*`; `family: 'contact'` in a call is refused, and as a default it does not concern them. A type that no portal has, or with what it does not
 * have, makes each call reject with code `'INVALID_CARD_TYPE'` before anything is sent. Backups have version 2 and the
 * {@link CardBackup.type}, but for contacts.
 *
 * @param type Read at once. Numbers are numbers: portals return ids as strings, `Number(deal.CATEGORY_ID)` is one.
 */
export function crmCard<const T extends number>(
  type: { readonly entityTypeId: T } & CardExtras<NoInfer<T>>,
): CrmCard;

/** The functions for one kind of card. */
export interface CrmCard {
  /** As {@link resetContactCard}. */
  reset: typeof resetContactCard;
  /** As {@link getContactCard}. */
  get: typeof getContactCard;
  /** As {@link setContactCard}. */
  set: typeof setContactCard;
  /** As {@link restoreContactCard}. */
  restore: typeof restoreContactCard;
  /** As {@link forceCommonContactCard}. */
  forceCommon: typeof forceCommonContactCard;
  /** As {@link editContactCard}. */
  edit: typeof editContactCard;
  /** As {@link resetContactCards}. */
  resetMany: typeof resetContactCards;
  /** As {@link getContactCards}. */
  getMany: typeof getContactCards;
  /** As {@link restoreContactCards}. */
  restoreMany: typeof restoreContactCards;
}

/**
 * Sets defaults for the calls that follow. An option that is not named keeps what was set before.
 *
 * ```js
 * configure({ connection: { webhook: 'https://example.bitrix24.com/rest/1/your-code/' }, timeout: 10_000 });
 * ```
 *
 * It throws nothing: options that are not valid make the calls that follow reject, with kind `'invalid-argument'`, until
 * it is called again.
 */
export function configure(options: CallOptions): void;

/** What went wrong. */
export type ErrorKind =
  /**
   * Refused here; nothing was sent. The message names the argument, what came and what is accepted. Of an edit also: `change` has
   * thrown (code `'CHANGE_FAILED'`) or made no layout (`'INVALID_LAYOUT'`); the card was read, and `outcome` says whether anything was
   * saved.
   */
  | 'invalid-argument'
  /** There is no BX24 on the page and nothing was configured, or what runs this has no `fetch`. */
  | 'no-connection'
  /** The caller lacks the right, or any access to the CRM. */
  | 'access-denied'
  /** The token or webhook is not accepted, lacks the scope `crm`, or its application is not allowed. */
  | 'auth'
  /** Any other answer by which the portal refuses the request. */
  | 'rejected'
  /** Of an edit: somebody else saved the card after each attempt. */
  | 'conflict'
  /** Too many requests, to the end of the retries. */
  | 'rate-limit'
  /** The portal is down, overloaded, unpaid or deleted, or its plan has no such method. */
  | 'unavailable'
  /** No HTTP answer: no network, a wrong address, or an answer that the browser withholds. */
  | 'network'
  /** An answer that is not what the method promises. */
  | 'unexpected-answer'
  /** {@link CallOptions.timeout} is over. */
  | 'timeout'
  /** {@link CallOptions.signal} said so. */
  | 'aborted'
  /**
   * A fault of this package or of what it runs in. Code `'LOAD_FAILED'`: the WebAssembly module could not be loaded,
   * `cause` says why; the next call tries again.
   */
  | 'internal';

/**
 * Every rejection of this package. Its `name` is `'ContactCardError'`, or, as the platform does, `'AbortError'` or
 * `'TimeoutError'` for those kinds. No message holds a token or a webhook's code.
 */
export class ContactCardError extends Error {
  /** What went wrong. Decide by this. */
  readonly kind: ErrorKind;
  /**
   * The portal's own code, verbatim; it is `''` for "Access denied.". For errors made here an upper-case constant, such
   * as `'INVALID_SCOPE'`.
   */
  readonly code: string;
  /**
   * The portal's own text, verbatim. Its documentation says that it is not intended to be shown to end users as it is: say it
   * in your own words, by {@link kind}.
   */
  readonly description: string;
  /** The HTTP status of the portal's answer. */
  readonly status?: number;
  /** The portal's method that was called, such as `'crm.contact.details.configuration.reset'`. */
  readonly method?: string;
  /** `'unchanged'`: the card is as it was. `'unknown'`: the request may have run. */
  readonly outcome: 'unchanged' | 'unknown';
  /** Whether the same call can succeed later. */
  readonly retryable: boolean;
  /** Requests sent. */
  readonly attempts: number;
  /** Of an edit, or a reset with {@link BackupOptions.backup}, that may have changed the card: what it was like. */
  readonly backup?: CardBackup;
  /** The error underneath, where there is one; a copy of it where it held a secret. */
  readonly cause?: unknown;
  /** Name, message and everything above but `cause`, so that `JSON.stringify(error)` is readable and can be sent anywhere. */
  toJSON(): Record<string, unknown>;
}

/**
 * Whether something is an error of this package: of whichever copy of it, module format or realm, where `instanceof` knows
 * its own copy only. Structured cloning, as by `postMessage`, keeps none of an error's properties: send `error.toJSON()`.
 *
 * ```ts
 * const say = (error: unknown) => isContactCardError(error) ? `${error.kind}: ${error.message}` : String(error);
 * ```
 */
export function isContactCardError(error: unknown): error is ContactCardError;
