// What the screens share.

import { Meaningless, call, portalOrigin } from '../portal.js';
import { Backups } from './backups.js';
import { COMMON } from './cards.js';
import { Directory } from './directory.js';
import { readFieldTitles } from './field-titles.js';
import { failureOf } from './problem.js';

/** A user id that no portal has given yet: the greatest there is. */
const NOBODY = 2_147_483_647;

/** The placement of an application's own page, that of its menu item. All others are parts of somebody's pages, such as a contact's tab. */
const MAIN_PAGE = 'DEFAULT';

export class Application {
  #owner;

  constructor(library, texts) {
    this.library = library;
    this.texts = texts;
    /** The page's own, and not part of a contact's card. */
    this.isMainPage = library.placement.info().placement === MAIN_PAGE;
    /** The portal's origin, as backups name it. */
    this.portal = portalOrigin(library);
    /** Resolves to what people call the fields, by name. */
    this.titles = readFieldTitles(library);
    /** Who is in the portal. */
    this.directory = new Directory(library);
    this.backups = new Backups(() => this.owner);
    // It is known by the time somebody needs it.
    this.owner.catch(() => {});
  }

  /** Resolves to under which name the browser keeps what is the person's here. Rejects as `call` does where the portal does not tell who that is. */
  get owner() {
    this.#owner ??= readOwner(this.library, this.portal);
    return this.#owner;
  }

  /** The same, which is asked once more where the portal has not told. */
  async ownerAskedAgain() {
    try {
      return await this.owner;
    } catch {
      this.#owner = undefined;
      return this.owner;
    }
  }

  /** Whose view an entry of `model/backups.js` is. */
  nameOf({ name, backup: { scope, userId } }) {
    if (scope === COMMON) return this.texts.text('common-view');
    return userId === undefined ? this.texts.text('my-view') : name || this.directory.nameOf(userId) || `#${userId}`;
  }

  /** The message that something failed and why: `title` is a text's id, and `again` does it once more, by the button `text`. */
  failure(title, error, again, text = 'again') {
    return failureOf(error, title, { id: 'again', text, act: again }, this.library);
  }

  /** A date as the person writes it. */
  date(date) {
    return new Date(date).toLocaleString(this.texts.language, { dateStyle: 'medium', timeStyle: 'short' });
  }
}

async function readOwner(library, portal) {
  const id = (await call(library, 'profile'))?.ID;
  if (!id) throw new Meaningless('profile');
  return `${portal} ${id}`;
}

/**
 * Whether the person has the right to change settings of CRM: who has it may read other people's cards. Where that is not known, the
 * portal refuses later what is not allowed.
 */
export async function mayChangeSettings(options) {
  try {
    await BX24ContactCard.getContactCard('P', NOBODY, options);
    return true;
  } catch ({ kind }) {
    return kind !== 'access-denied';
  }
}
