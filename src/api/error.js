// The class of every rejection. It is JavaScript because Rust cannot extend Error.
import { define, hide, withoutSecret } from '../platform.js';

const NAMES = { aborted: 'AbortError', timeout: 'TimeoutError' };

// Of all copies of the package, in every realm.
const BRAND = Symbol.for('bx24-contact-card');

export class ContactCardError extends Error {
  static name = 'ContactCardError'; // minifiers rename classes

  constructor(kind, code, description, status, method, outcome, retryable, attempts, cause, backup, secrets) {
    [code, description] = [code, description].map((text) => hide(text, secrets));
    const details = [code, status && `HTTP ${status}`, method].filter(Boolean).join(', ');
    // The reason of an abort is the caller's own.
    if (secrets && kind !== 'aborted') cause = withoutSecret(cause, secrets);
    super((description || kind) + (details && ` (${details})`), cause === undefined ? undefined : { cause });
    const own = { kind, code, description, status, method, outcome, retryable, attempts, ...backup && { backup } };
    for (const name of Object.keys(own)) define(this, name, own[name]);
  }

  get name() {
    return NAMES[this.kind] ?? 'ContactCardError';
  }

  get [BRAND]() {
    return true;
  }

  // `stack` and `cause` are not enumerable.
  toJSON() {
    return { name: this.name, message: this.message, ...this };
  }
}

export function isContactCardError(error) {
  return error?.[BRAND] === true;
}
