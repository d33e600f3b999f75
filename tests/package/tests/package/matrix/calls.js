// Makes the calls of the matrix in a placement's page, over each connection those of its own lane, and notes what came of
// them. A function body; its arguments are the lanes, the cards that each call finds, and a portal that nobody
// is to ask.
const [lanes, cards, elsewhere] = arguments;
const matrix = { told: lanes.map(() => []) };

const said = [];
for (const level of ['debug', 'error', 'info', 'log', 'warn']) {
  console[level] = (...words) => said.push(words.map(everything).join(' '));
}
addEventListener('error', ({ message, error }) => said.push(`${message} ${everything(error)}`));
addEventListener('unhandledrejection', ({ reason }) => said.push(`unhandled ${everything(reason)}`));

/** All of a value that could ever be printed. */
function everything(it) {
  return it instanceof Object ? [String(it), it.stack, JSON.stringify(it), everything(it.cause)].join(' ') : String(it);
}

/** What nothing may show. */
const secrets = new Set(['adm1secret', 'tok_admin']);
const keepSecret = () => secrets.add(BX24.getAuth().access_token);
const shown = (text) => [...secrets].some((secret) => text.includes(secret));

const refreshes = {
  renews: () => Promise.resolve('tok_admin'),
  fails: () => Promise.reject(new Error('no')),
  throws: () => { throw new Error('no'); },
  empty: () => '',
  garbage: () => ({ token: 'tok_admin' }),
  hangs: () => new Promise(() => {}),
};
const connections = {
  bx24: () => ({ bx24: BX24 }),
  webhook: ({ portal }) => ({ webhook: `${portal}/rest/1/adm1secret/` }),
  oauth: ({ portal }, { refresh }) => ({ portal, accessToken: 'tok_admin', refresh: refreshes[refresh] }),
};

async function tell(lane, cell) {
  await control(lane.portal, 'PUT', 'rows', cards);
  await control(lane.portal, 'PUT', 'faults', cell.faults);
  await control(lane.portal, 'DELETE', 'log');
  const connection = connections[lane.connection](lane, cell);
  const start = performance.now();
  const settled = await BX24ContactCard.resetContactCard('P', 6, { ...cell.options, connection }).then(
    ({ result }) => ({ result }),
    (error) => {
      const { kind, code, description, status = null, outcome, retryable, attempts } = error;
      said.push(everything(error));
      return { kind, code, description, status, outcome, retryable, attempts };
    },
  );
  const ms = performance.now() - start;
  await later(cell.wait);
  const requests = await sent(lane.portal, /configuration\.reset/);
  const users = await left(lane.portal);
  await control(lane.portal, 'PUT', 'faults', []);
  // A library that renews without end stops at the portal's next answer.
  await later(cell.lingers ? 500 : 0);
  keepSecret();
  return { settled, ms, requests, left: users };
}

inBackground(matrix, async () => {
  await new Promise((ready) => BX24.init(ready));
  keepSecret();
  await Promise.all(lanes.map(async (lane, index) => {
    for (const cell of lane.cells) matrix.told[index].push(await tell(lane, cell));
  }));
  matrix.said = said.length;
  matrix.leaks = said.filter(shown).length;
  matrix.elsewhere = await control(elsewhere, 'GET', 'log');
});
