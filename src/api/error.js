// The class of every rejection. It is JavaScript because Rust cannot extend Error.

const NAMES = { aborted: 'AbortError', timeout: 'TimeoutError' };

export class ContactCardError extends Error {
  /**
   * @param {string} message
   * @param {object} fields kind, code, description, outcome, retryable, attempts; status, method and cause where known
   */
  constructor(message, { cause, ...fields }) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, fields);
  }

  get name() {
    return NAMES[this.kind] ?? 'ContactCardError';
  }
}
