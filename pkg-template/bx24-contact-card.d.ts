/**
 * The script for script tags: it defines the global `BX24ContactCard`, also where it is imported, and exports nothing.
 *
 * ```ts
 * import 'bx24-contact-card/bx24-contact-card.js';
 *
 * await BX24ContactCard.resetContactCard('P', 6);
 * ```
 *
 * A script of a page that has it in a script tag knows the global by
 * `/// <reference types="bx24-contact-card/bx24-contact-card.js" />`.
 *
 * @module
 */
declare global {
  /** The functions of the package. */
  var BX24ContactCard: typeof import('./index.js');
}

export {};
