// The calls of a signal share one listener: Node warns of more than ten.

export function listen(signal, shared, call) {
  const calls = shared.calls ??= new Set();
  if (!calls.size) signal.addEventListener('abort', shared.listener = () => calls.forEach((call) => call()));
  calls.add(call);
}

export function unlisten(signal, { calls, listener }, call) {
  if (calls.delete(call) && !calls.size) signal.removeEventListener('abort', listener);
}
