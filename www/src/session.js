// What the browser's tab remembers. A frame may be forbidden to store anything, and then even asking throws: nothing depends on it.

export function recall(name) {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return undefined;
  }
}

export function remember(name, value) {
  try {
    sessionStorage.setItem(name, value);
  } catch {
    // See above.
  }
}
