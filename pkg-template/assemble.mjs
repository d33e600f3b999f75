// Puts the module together that xtask/src/build/streams.rs has taken apart.

// The streams by their numbers, and where it says what numbers are used for, and what begins where.
const [BEFORE, OPCODES, LOCALS, COUNTED, NUMBERS, USED, AFTER] = [0, 1, 2, 3, 6, 12, 22];
const [USES, BEGINNINGS] = [256, 512];

/**
 * `apart` has at each opcode the stream of what follows it; at each the use of a number before it; where each stream begins; and the
 * streams.
 */
export function assemble(apart) {
  const bytes = new Uint8Array(apart);
  const view = new DataView(bytes.buffer);
  // Where each stream goes on.
  const at = new Uint32Array(AFTER + 1).map((_, stream) => view.getUint32(BEGINNINGS + 4 * stream));
  const module = new Uint8Array(2 * bytes.length);
  let length = 0;
  const append = (part) => {
    module.set(part, length);
    length += part.length;
  };
  // The last byte of a number is the first without the highest bit.
  const appendNumbers = (stream, count) => {
    let from = at[stream];
    while (count--) while ((module[length++] = bytes[from++]) > 127);
    at[stream] = from;
  };

  append(bytes.subarray(at[BEFORE], at[OPCODES]));
  for (const end = at[LOCALS]; at[OPCODES] < end;) {
    const start = length += 3;
    appendNumbers(LOCALS, 1 + 2 * bytes[at[LOCALS]]);
    for (let depth = 1; depth;) {
      const opcode = module[length++] = bytes[at[OPCODES]++];
      // Of block, loop, if; and of end.
      depth += (opcode > 1 && opcode < 5) - (opcode === 11);
      let stream = bytes[opcode];
      if (stream === COUNTED) {
        const from = at[COUNTED] + 1;
        append(bytes.subarray(from, at[COUNTED] = from + bytes[from - 1]));
      } else if (stream) {
        if (stream < NUMBERS) length++; // the alignment
        if (stream >= USED) stream += bytes[USES + bytes[at[OPCODES]]];
        appendNumbers(stream, 1);
      }
    }
    const size = length - start;
    module.set([size | 128, size >> 7 | 128, size >> 14], start - 3);
  }
  append(bytes.subarray(at[AFTER]));
  return module.subarray(0, length);
}
