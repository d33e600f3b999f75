// What kept a step from being done, and what to do about it.

import { Refused, Unanswered } from '../portal.js';

/** A step that cannot be done: the id of the advice, its parameters, and what the portal said. */
export class Problem extends Error {
  constructor(advice, parameters = {}, said = '') {
    super(advice);
    this.advice = advice;
    this.parameters = parameters;
    this.said = said;
  }
}

/** Advice for the codes with which portals refuse. */
const ADVICE = {
  ACCESS_DENIED: 'advice-administrator',
  ERROR_PLACEMENT_NOT_FOUND: 'advice-placement',
  ERROR_UNSUPPORTED_PROTOCOL: 'advice-protocol',
  ERROR_WRONG_HANDLER_URL: 'advice-address',
  NO_AUTH_FOUND: 'advice-authorization',
  OPERATION_TIME_LIMIT: 'advice-busy',
  OVERLOAD_LIMIT: 'advice-busy',
  QUERY_LIMIT_EXCEEDED: 'advice-busy',
  WRONG_AUTH_TYPE: 'advice-authorization',
  expired_token: 'advice-authorization',
  insufficient_scope: 'advice-scope',
  invalid_token: 'advice-authorization',
};

/** Any error of a step as a `Problem`. */
export function problemOf(error) {
  if (error instanceof Problem) return error;
  if (error instanceof Unanswered) return new Problem('advice-no-answer');
  if (!(error instanceof Refused)) return new Problem('advice-page', {}, String(error?.message ?? error));
  const advice = Object.hasOwn(ADVICE, error.code) ? ADVICE[error.code] : 'advice-refused';
  return new Problem(advice, {}, [error.description, error.code].filter(Boolean).join(' · '));
}
