/**
 * `bx24-contact-card/slim`: the same functions, with the WebAssembly module outside the script. Serve
 * `bx24-contact-card.wasm`, which lies in this package, and say where it is:
 *
 * ```js
 * import { init, resetContactCard } from 'bx24-contact-card/slim';
 *
 * await init('/assets/bx24-contact-card.wasm');
 * await resetContactCard('P', 6);
 * ```
 *
 * A call before {@link init} rejects with a `ContactCardError` whose code is `'NOT_INITIALIZED'`. One that is made
 * while the module still loads waits for it.
 *
 * @module
 */
import type { UrlLike } from './index.js';

export * from './index.js';

/** The module: its address, an answer of `fetch()`, its bytes, or the compiled module. */
export type ModuleSource = string | UrlLike | ResponseLike | ArrayBuffer | ArrayBufferView | CompiledModule;

/** A `Response`. */
export interface ResponseLike {
  /** Whether the status is one of success. */
  readonly ok: boolean;
  /** The HTTP status. */
  readonly status: number;
  /** The body. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A `WebAssembly.Module`, in projects that know its name; any object in others. */
export type CompiledModule = object &
  (typeof globalThis extends { WebAssembly: { Module: new (...bytes: any) => infer M } } ? M : unknown);

/**
 * Loads the module. What a server sends as `application/wasm` is compiled while it arrives. Rejects with a
 * `ContactCardError`, code `'LOAD_FAILED'`, when that fails or takes longer than 30 seconds; it may then be called
 * again. Once the module is loaded, further calls do nothing.
 *
 * @param source The module of this very version of the package, or a promise of it.
 */
export function init(source: ModuleSource | PromiseLike<ModuleSource>): Promise<void>;
