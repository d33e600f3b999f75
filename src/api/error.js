// The class of every rejection. It is JavaScript because Rust cannot extend Error.

const NAMES = { aborted: 'AbortError', timeout: 'TimeoutError' };

export class ContactCardError extends Error {
  constructor(kind, code, description, status, method, outcome, retryable, attempts, cause, backup) {
    const details = [code, status && `HTTP ${status}`, method].filter(Boolean).join(', ');
    super((description || kind) + (details && ` (${details})`), cause === undefined ? undefined : { cause });
    Object.assign(this, { kind, code, description, status, method, outcome, retryable, attempts }, backup && { backup });
  }

  get name() {
    return NAMES[this.kind] ?? 'ContactCardError';
  }
}
