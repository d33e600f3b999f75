// Serves a folder to pages that are isolated from other origins.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname, join } from 'node:path';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

createServer(async (request, response) => {
  const name = basename(request.url) || 'index.html';
  response.writeHead(200, {
    'Content-Type': TYPES[extname(name)] ?? 'text/plain',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  });
  response.end(await readFile(join(process.argv[2], name)).catch(() => ''));
}).listen(process.env.PORT, process.env.HOST);
