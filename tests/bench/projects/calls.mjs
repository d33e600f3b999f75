// Makes blocks of calls as the lines of stdin say, `[calls, atOnce]`, and prints what `measure` tells of each.
import { createInterface } from 'node:readline';
import { measure } from './measure.mjs';
import { connect } from './node.mjs';

const reset = await connect();
for await (const line of createInterface({ input: process.stdin })) {
  const [calls, atOnce] = JSON.parse(line);
  const before = process.cpuUsage();
  const block = await measure(reset, calls, atOnce);
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ ...block, cpu: (user + system) / 1000 / calls }));
}
process.exit();
