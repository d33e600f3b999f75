/**
 * What bundlers and runtimes give that import a `.wasm` file as a compiled module, such as Cloudflare Workers: pass it to
 * `init()` of `bx24-contact-card/slim`.
 *
 * @module
 */
import type { CompiledModule } from './slim.js';

declare const module: CompiledModule;
export default module;
