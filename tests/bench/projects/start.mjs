// Imports a contender and makes one call, in a process that has done nothing else.
import { connect } from './node.mjs';

const start = performance.now();
const reset = await connect();
const imported = performance.now() - start;
await reset(6);
console.log(JSON.stringify({ imported, settled: performance.now() - start }));
process.exit();
