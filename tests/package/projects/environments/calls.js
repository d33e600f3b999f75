const connection = { webhook: 'https://portal.example/rest/1/code/' };
const sections = [{ name: 'main', title: 'Über Σ 🙂', type: 'section', elements: [{ name: 'PHONE', optionFlags: 1 }] }];
const answer = (status, body) => ({ ok: status === 200, status, type: 'basic', text: async () => JSON.stringify(body) });
const refusal = (call) => call.then(() => undefined, (error) => error);

const before = { BX24: globalThis.BX24, fetch: globalThis.fetch };
afterEach(() => {
  tool.useRealTimers();
  Object.assign(globalThis, before);
});

test('wrong arguments are refused', async () => {
  const error = await refusal(card.resetContactCard('X'));
  expect(error).toMatchObject({ name: 'ContactCardError', kind: 'invalid-argument', code: 'INVALID_SCOPE' });
  expect(error).toBeInstanceOf(card.ContactCardError);
  expect(error).toBeInstanceOf(Error);
  expect(card.isContactCardError(error)).toBe(true);
  expect(error.message).toContain("'P' (personal)");
  await expect(card.setContactCard([{ name: 'main', title: '' }])).rejects.toMatchObject({ code: 'INVALID_LAYOUT' });
  await expect(card.resetContactCard('P', 6, { connection: { webhook: 'ünknown' } })).rejects.toMatchObject({ code: 'INVALID_CONNECTION' });
});

test('a page without a portal has no connection', async () => {
  await expect(card.resetContactCard()).rejects.toMatchObject({ kind: 'no-connection' });
});

test('a mocked BX24 is called', async () => {
  const callMethod = tool.fn((method, parameters, callback) => callback({ error: () => undefined, data: () => true }));
  globalThis.BX24 = { callMethod };
  await expect(card.resetContactCard('P', 6)).resolves.toMatchObject({ result: true });
  const [[method, parameters]] = callMethod.mock.calls;
  expect(method).toBe('crm.contact.details.configuration.reset');
  expect(parameters).toMatchObject({ scope: 'P', userId: 6 });
});

test('what a mocked BX24 throws is no hang', async () => {
  globalThis.BX24 = { callMethod: tool.fn(() => { throw new Error('mock'); }) };
  expect(card.isContactCardError(await refusal(card.resetContactCard('P', 6)))).toBe(true);
});

test('a mocked fetch is called, in every script', async () => {
  globalThis.fetch = tool.fn().mockResolvedValue(answer(200, { result: sections }));
  const { result } = await card.getContactCard('C', null, { connection });
  expect(JSON.parse(JSON.stringify(result))).toEqual(sections);
  fetch.mockResolvedValue(answer(200, { result: true }));
  await expect(card.setContactCard(sections, 'P', '6', { connection })).resolves.toMatchObject({ result: true });
  const [url, { method, body }] = fetch.mock.calls[1];
  expect([url, method]).toEqual([`${connection.webhook}crm.contact.details.configuration.set`, 'POST']);
  expect(JSON.parse(body)).toMatchObject({ scope: 'P', userId: 6, data: sections });
});

test("the environment's own Response is read", async () => {
  if (!globalThis.Response) return;
  globalThis.fetch = tool.fn(async () => new Response('{"error":"","error_description":"Access denied."}', { status: 400 }));
  await expect(card.resetContactCard('C', null, { connection })).rejects.toMatchObject({ kind: 'access-denied', code: '', status: 400 });
});

test('a mocked fetch that rejects is the network', async () => {
  globalThis.fetch = tool.fn().mockRejectedValue(new TypeError('mocked'));
  const error = await refusal(card.resetContactCard('P', 6, { connection, retries: 0 }));
  expect(error).toMatchObject({ kind: 'network', attempts: 1 });
});

test("the environment's own signal aborts", async () => {
  globalThis.fetch = tool.fn(() => new Promise(() => {}));
  const controller = new AbortController();
  const call = refusal(card.resetContactCard('P', 6, { connection, signal: controller.signal }));
  controller.abort();
  expect(await call).toMatchObject({ name: 'AbortError', kind: 'aborted' });
});

test('timers that are faked after the module was loaded are waited for', async () => {
  tool.useFakeTimers();
  globalThis.fetch = tool.fn()
    .mockResolvedValueOnce(answer(503, { error: 'QUERY_LIMIT_EXCEEDED' }))
    .mockResolvedValue(answer(200, { result: true }));
  const retried = card.resetContactCard('P', 6, { connection });
  await tool.advanceTimersByTimeAsync(10_000);
  await expect(retried).resolves.toMatchObject({ result: true });
  expect(fetch).toHaveBeenCalledTimes(2);

  fetch.mockReturnValue(new Promise(() => {}));
  const late = refusal(card.resetContactCard('P', 6, { connection, timeout: 5_000 }));
  await tool.advanceTimersByTimeAsync(5_000);
  expect(await late).toMatchObject({ name: 'TimeoutError', kind: 'timeout', outcome: 'unknown' });
});

test('many cards are reset', async () => {
  globalThis.fetch = tool.fn(async (url, { body }) => {
    const result = Object.fromEntries(Object.keys(JSON.parse(body).cmd).map((name) => [name, true]));
    return answer(200, { result: { result, result_error: [] } });
  });
  const onProgress = tool.fn();
  const { done, failed, pending } = await card.resetContactCards([5, '6', 7], { connection, onProgress });
  expect([[...done], failed.length, pending.length]).toEqual([[5, 6, 7], 0, 0]);
  expect(onProgress).toHaveBeenCalled();
});

test("the slim package takes the environment's own response, or the bytes of a file", async () => {
  const { readFileSync } = process.getBuiltinModule('node:fs');
  const bytes = readFileSync('node_modules/bx24-contact-card/bx24-contact-card.wasm');
  const headers = { 'Content-Type': 'application/wasm' };
  await slim.init(globalThis.Response ? new Response(bytes, { headers }) : bytes);
  const error = await refusal(slim.resetContactCard('X'));
  expect([error.code, card.isContactCardError(error)]).toEqual(['INVALID_SCOPE', true]);
});
