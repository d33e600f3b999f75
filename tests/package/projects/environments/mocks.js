// What mocks of fetch give that fetch itself does not.
const options = { connection: { webhook: 'https://portal.example/rest/1/code/' }, retries: 0 };
const response = () => ({ ok: true, status: 200, text: async () => '{"result":true}' });

test('a response that is no promise is read', async () => {
  globalThis.fetch = tool.fn(() => response());
  await expect(card.resetContactCard('P', 6, options)).resolves.toMatchObject({ result: true });
});

test('a response whose text is no promise is read', async () => {
  globalThis.fetch = tool.fn(async () => ({ ...response(), text: () => '{"result":true}' }));
  await expect(card.resetContactCard('P', 6, options)).resolves.toMatchObject({ result: true });
});

test('a response that has json() only is read, or refused', async () => {
  globalThis.fetch = tool.fn(async () => ({ ok: true, status: 200, json: async () => ({ result: true }) }));
  const outcome = await card.resetContactCard('P', 6, options).catch((error) => error);
  expect(outcome.result === true || card.isContactCardError(outcome)).toBe(true);
});

test('what is thrown is the cause', async () => {
  const reason = new Error('mocked');
  globalThis.fetch = tool.fn(() => { throw reason; });
  await expect(card.resetContactCard('P', 6, options)).rejects.toMatchObject({ kind: 'network', cause: reason });
});

test('undefined, as automatic mocks return it, is no hang', async () => {
  globalThis.fetch = tool.fn();
  await expect(card.resetContactCard('P', 6, options)).rejects.toMatchObject({ name: 'ContactCardError' });
});

test('without fetch there is no connection', async () => {
  globalThis.fetch = undefined;
  await expect(card.resetContactCard('P', 6, options)).rejects.toMatchObject({ kind: 'no-connection', code: 'NO_FETCH', attempts: 0 });
});
