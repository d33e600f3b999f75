// The package's functions around the WebAssembly module. Each is async, and loads the module if it has to: there is no
// init to forget, nothing runs at import, and whatever the glue throws becomes a rejection.
import {
  begin, forceCommonContactCard, getContactCard, imports, refusal as refusalOf, resetContactCard, resetContactCards, restoreContactCard,
  setContactCard,
} from '#bindings';
import { ContactCardError } from '#error';

export { ContactCardError };

// Exports of the module that are offered here. Each takes the defaults as its last argument.
const operations = {
  resetContactCard, getContactCard, setContactCard, restoreContactCard, forceCommonContactCard, resetContactCards,
};

/** The API over the module that `source` promises: bytes, or a WebAssembly.Module. */
export function facade(source) {
  let loaded = false;
  let loading;
  const defaults = {}; // what configure() set
  let refusal; // why the last configure() was refused
  const waiting = []; // options of configure() for when the module is there

  function ready() {
    loading ??= load(source()).then(opened, (error) => {
      loading = undefined; // the next call tries again
      throw error;
    });
    return loading;
  }

  function opened() {
    loaded = true;
    waiting.forEach(apply);
  }

  function apply(options) {
    try {
      refusal = refusalOf(options);
      if (refusal) return;
      // What is undefined is not named.
      for (const name of Object.keys(options ?? {})) if (options[name] !== undefined) defaults[name] = options[name];
    } catch (error) {
      // A getter that was read before threw only now.
      refusal = fault('INVALID_OPTION', 'options cannot be read.', error, 'invalid-argument');
    }
  }

  const api = {
    ready,
    configure(options) {
      if (loaded) apply(options);
      // Reactions to one promise run in the order they were added, so calls see the options that came before them.
      else if (loading) loading.then(() => apply(options), () => waiting.push(options));
      else waiting.push(options);
    },
  };
  for (const [name, operation] of Object.entries(operations)) {
    api[name] = async (...args) => {
      // Once loaded, arguments are read at the call, not a turn later.
      if (!loaded) await ready();
      if (refusal) throw refusal;
      args.length = operation.length - 1; // what is left out is undefined, and what is too much is not the defaults
      return operation(...args, defaults);
    };
  }
  return api;
}

async function load(module) {
  try {
    const loaded = await WebAssembly.instantiate(await module, imports());
    begin(loaded.instance ?? loaded); // an instance alone, of a module that was compiled
  } catch (cause) {
    const remedy = "A Content Security Policy must allow 'wasm-unsafe-eval' in its script-src.";
    throw fault('LOAD_FAILED', `The module could not be loaded (${cause?.message ?? cause}). ${remedy}`, cause);
  }
}

/** An error of this package before the module can make its own: nothing was sent, and the card is as it was. */
export function fault(code, message, cause, kind = 'internal') {
  return new ContactCardError(kind, code, message, undefined, undefined, 'unchanged', false, 0, cause);
}
