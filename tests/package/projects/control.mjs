// The local portal's control interface.
import assert from 'node:assert/strict';

/** A function that calls the interface of this portal. */
export const controlOf = (portal) => async (method, what, body) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${portal}/__portal/${what}`, { method, headers, body: body && JSON.stringify(body) });
  assert.ok(answer.ok, `${method} ${what}: ${answer.status}`);
  return answer.json();
};
