// What files weigh together, each compressed by itself. Arguments: the files.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const sizes = { raw: 0, gzip: 0, brotli: 0 };
for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  sizes.raw += bytes.length;
  sizes.gzip += gzipSync(bytes, { level: 9 }).length;
  sizes.brotli += brotliCompressSync(bytes).length; // quality 11
}
console.log(JSON.stringify(sizes));
