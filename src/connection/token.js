// Renewals that outlive their calls.

/** Keeps the token that a renewal gives in the end, unless there is another one by then. */
export function keepLateToken(session, renewal) {
  const { generation } = session;
  const keep = (token) => {
    if (session.generation === generation) session.late = token;
  };
  renewal.then(keep, () => {});
}
