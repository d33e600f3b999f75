/**
 * `require('bx24-contact-card/bx24-contact-card.js')`: it defines the global `BX24ContactCard`, and exports the same.
 *
 * @module
 */
declare global {
  /** The functions of the package. */
  var BX24ContactCard: typeof import('./index.cjs');
}

export * from './index.cjs';
