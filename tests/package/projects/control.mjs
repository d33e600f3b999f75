// The local portal's control interface, in Node and in pages.

/** A function that calls the interface of this portal; a text is JSON already. */
export const controlOf = (portal) => async (method, what, given) => {
  const body = given === undefined || typeof given === 'string' ? given : JSON.stringify(given);
  const answer = await fetch(`${portal}/__portal/${what}`, { method, headers: { 'content-type': 'application/json' }, body });
  if (!answer.ok) throw new Error(`${method} ${what}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};
