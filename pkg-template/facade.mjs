// The package's functions around the WebAssembly module. Each is async, and loads the module if it has to: there is no
// init to forget, nothing runs at import, and whatever the glue throws becomes a rejection.
import instantiate, * as card from '#bindings';
import { ContactCardError } from '#error';

export { ContactCardError };

// Exports of the module that are offered as they are.
const operations = ['resetContactCard', 'getContactCard'];

/** The API over the module that `source` gives: bytes, a Response or a WebAssembly.Module, or a promise of one. */
export function facade(source) {
  let loaded = false;
  let loading;
  let refusal; // why the last configure() was refused
  const missed = []; // options of configure() while the module could not be loaded

  function ready() {
    loading ??= load().then(begin, (error) => {
      loading = undefined; // the next call tries again
      throw error;
    });
    return loading;
  }

  async function load() {
    try {
      await instantiate({ module_or_path: await source() });
    } catch (cause) {
      throw cause instanceof ContactCardError ? cause : loadFailed(cause);
    }
  }

  function begin() {
    loaded = true;
    missed.forEach(apply);
  }

  function apply(options) {
    try {
      card.configure(options);
      refusal = undefined;
    } catch (error) {
      refusal = error;
    }
  }

  const api = {
    ready,
    configure(options) {
      // Reactions to one promise run in the order they were added, so calls see the options that came before them.
      if (loaded) apply(options);
      else ready().then(() => apply(options), () => missed.push(options));
    },
  };
  for (const name of operations) {
    api[name] = async (...args) => {
      // Once loaded, arguments are read at the call, not a turn later.
      if (!loaded) await ready();
      if (refusal) throw refusal;
      return card[name](...args);
    };
  }
  return api;
}

/** An error of this package before the module can make its own. */
export function fault(code, message, cause) {
  return new ContactCardError(message, {
    kind: 'internal',
    code,
    description: message,
    outcome: 'unchanged', // nothing was sent
    retryable: false,
    attempts: 0,
    cause,
  });
}

function loadFailed(cause) {
  const remedy = "If the page has a Content Security Policy, its script-src must allow 'wasm-unsafe-eval'.";
  return fault('LOAD_FAILED', `The WebAssembly module could not be loaded (${cause?.message ?? cause}). ${remedy}`, cause);
}
