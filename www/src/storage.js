// What the browser remembers. A frame may be forbidden to store anything, and then even asking throws: nothing depends on it.

/** What is stored under a name; `storage` is `'sessionStorage'`, that of the browser's tab, or `'localStorage'`. */
export function recall(storage, name) {
  try {
    return globalThis[storage].getItem(name);
  } catch {
    return undefined;
  }
}

export function remember(storage, name, value) {
  try {
    globalThis[storage].setItem(name, value);
  } catch {
    // See above.
  }
}

export function forget(storage, name) {
  try {
    globalThis[storage].removeItem(name);
  } catch {
    // See above.
  }
}
