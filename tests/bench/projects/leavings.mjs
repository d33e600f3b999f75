// Makes calls, 64 at once, and prints what memory is in use after every thousandth, garbage collected, in bytes.
import { setTimeout as later } from 'node:timers/promises';
import { bytes } from './memory.mjs';
import { measure } from './measure.mjs';
import { connect } from './node.mjs';

const thousands = Number(process.argv[4]);
const reset = await connect();
const memory = [];
for (let made = 0; made < thousands; made++) {
  await measure(reset, 1000, 64);
  // Connections and timers end a turn later, and finalizers run between two collections.
  for (let round = 0; round < 3; round++) {
    globalThis.gc();
    await later(20);
  }
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  memory.push({ heap: heapUsed, buffers: arrayBuffers, module: bytes() });
}
console.log(JSON.stringify(memory));
process.exit();
