import { fileURLToPath } from 'node:url';

export default {
  cacheComponents: true, // as the template has it
  turbopack: { root: fileURLToPath(new URL('..', import.meta.url)) },
};
