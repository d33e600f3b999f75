// Stands in for the constructor of requests during one call of the BX24 library.

/**
 * Calls the library, and observes the request that it creates meanwhile: `onEnd` is called after its end, when the library has
 * had its chance to call back. Returns the request, and what ends the observation; nothing where no request is created, or
 * several are.
 */
export function callObserved(library, method, parameters, callback, onEnd) {
  const created = [];
  const handler = {
    construct(...given) {
      const request = Reflect.construct(...given);
      created.push(request);
      return request;
    },
  };
  const { value: original, writable } = Object(Object.getOwnPropertyDescriptor(globalThis, 'XMLHttpRequest'));
  const standIn = writable && typeof original === 'function' ? new Proxy(original, handler) : undefined;
  if (standIn) globalThis.XMLHttpRequest = standIn;
  try {
    library.callMethod(method, parameters, callback);
  } finally {
    delete handler.construct; // whoever has kept the proxy has a transparent one
    // What the page has put there meanwhile stays.
    if (standIn && globalThis.XMLHttpRequest === standIn) globalThis.XMLHttpRequest = original;
  }
  if (created.length !== 1) return undefined;
  const [request] = created;
  const listener = () => setTimeout(onEnd);
  request.addEventListener('loadend', listener);
  return [request, () => request.removeEventListener('loadend', listener)];
}
