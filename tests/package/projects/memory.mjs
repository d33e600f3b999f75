// The memory of the package's module. To be imported before the package makes its first call.
let memory;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...given) => {
  const isOfNode = new Error().stack.includes('node:internal/deps'); // its fetch has a module as well
  const loaded = await instantiate.apply(WebAssembly, given);
  if (!isOfNode) memory = Object.values((loaded.instance ?? loaded).exports).find((it) => it instanceof WebAssembly.Memory);
  return loaded;
};

/** How much there is, in bytes; undefined without a module. */
export const bytes = () => memory?.buffer.byteLength;
