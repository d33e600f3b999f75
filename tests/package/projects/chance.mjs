// Chance that begins with a seed, so that the same can be asked for again.

/** Numbers from 0 to 1, by mulberry32; whole numbers below a limit; and one of a list. */
export function seeded(seed) {
  let state = Number(seed);
  const chance = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (limit) => Math.floor(chance() * limit);
  return { chance, upTo, pick: (list) => list[upTo(list.length)] };
}
