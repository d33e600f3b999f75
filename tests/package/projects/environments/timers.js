// Timers are faked before the module is loaded: loading must not wait for one.
beforeAll(() => tool.useFakeTimers(everything));

test('the module is loaded while all timers are fake', async () => {
  await expect(card.resetContactCard('X')).rejects.toMatchObject({ code: 'INVALID_SCOPE' });
});

test('a call times out when its timer fires', async () => {
  globalThis.fetch = tool.fn(() => new Promise(() => {}));
  const call = card.resetContactCard('P', 6, { connection: { webhook: 'https://portal.example/rest/1/code/' } });
  const late = expect(call).rejects.toMatchObject({ name: 'TimeoutError' });
  await tool.advanceTimersByTimeAsync(30_000);
  await late;
});
