// The memory of the package's module. To be imported before the package makes its first call.
let memory;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...given) => {
  const loaded = await instantiate.apply(WebAssembly, given);
  memory = Object.values((loaded.instance ?? loaded).exports).find((it) => it instanceof WebAssembly.Memory);
  return loaded;
};

/** How much there is, in bytes; undefined without a module. */
export const bytes = () => memory?.buffer.byteLength;
