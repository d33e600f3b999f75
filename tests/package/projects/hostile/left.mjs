// Of a call that has settled nothing is left: neither its promise, its error or its result, nor what it was given. And of many calls,
// neither heap nor the module's memory. Run with the number of calls.
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bytes } from './memory.mjs';
import { kinds, leftOver, pause } from './kinds.mjs';

Error.stackTraceLimit = 100; // so that a stack holds all functions that were under way
setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');
assert.deepEqual(await leftOver(gc), []);

// Many calls of all kinds: as much as after the first of them.
const [, , number] = process.argv;
const short = Object.entries(kinds).filter(([kind]) => !/retries|timeout|end|silent|bulk/.test(kind));
const round = async (count) => {
  for (let index = 0; index < count; index += short.length) {
    for (const [, [fetch, call]] of short) {
      globalThis.fetch = async (...given) => fetch(...given);
      await call().catch(() => {});
    }
  }
  for (let collection = 0; collection < 6; collection++) {
    await pause(5);
    gc();
  }
  return { heap: process.memoryUsage().heapUsed, module: bytes() };
};
const figures = [];
for (let index = 0; index < 5; index++) figures.push(await round(Number(number) / 5));
console.log(JSON.stringify(figures));
const [, first, , , last] = figures;
assert.equal(last.module, first.module, 'the memory of the module grows');
// Engines compile what is called often, and keep that.
assert(last.heap - first.heap < 300_000 + 20 * Number(number), `${last.heap - first.heap} bytes of heap`);
console.log('done');
