// Reads what arguments iterate over. It is JavaScript because a loop of JavaScript closes what it leaves early.

export function readItems(iterable, read) {
  const numbers = new Set();
  for (const item of iterable) {
    const number = read(item);
    if (!number) break;
    numbers.add(number);
  }
  return [...numbers];
}
