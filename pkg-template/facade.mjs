// The package's functions around the WebAssembly module. Each is async, and loads the module if it has to: there is no
// init to forget, nothing runs at import, and whatever the glue throws becomes a rejection.
import {
  begin, editContactCard, forceCommonContactCard, getContactCard, getContactCards, imports, refusal as refusalOf, resetContactCard, resetContactCards,
  restoreContactCard, restoreContactCards, setContactCard,
} from '#bindings';
import { ContactCardError } from '#error';

export { ContactCardError, isContactCardError } from '#error';

// Exports of the module that are offered here. Each takes the defaults as its last argument.
const operations = {
  resetContactCard, getContactCard, setContactCard, restoreContactCard, forceCommonContactCard, resetContactCards, getContactCards,
  restoreContactCards, editContactCard,
};

// How crmCard() names them: `resetContactCards` is `resetMany`.
const shortened = (name) => name.replace('ContactCards', 'Many').replace('ContactCard', '');

/** The API over the module that `source` promises: bytes, or a WebAssembly.Module. */
export function facade(source) {
  let loaded = false;
  let loading;
  const defaults = { __proto__: null }; // what configure() set
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

  /** The operations by what `nameOf` makes of their names. `withDefaults` gives what holds where a call says nothing. */
  function operationsFor(nameOf, withDefaults) {
    const functions = { __proto__: null };
    for (const [name, operation] of Object.entries(operations)) {
      const call = async (...args) => {
        const here = new Error();
        try {
          // Once loaded, arguments are read at the call, not a turn later.
          if (!loaded) await ready();
          if (refusal) throw refusal;
          args.length = operation.length - 1; // what is left out is undefined, and what is too much is not the defaults
          return await operation(...args, withDefaults());
        } catch (error) {
          throw traced(error, call, here);
        }
      };
      functions[nameOf(name)] = call;
    }
    return functions;
  }

  return {
    __proto__: null,
    ...operationsFor((name) => name, () => defaults),
    crmCard(type) {
      try {
        type = { ...type }; // what is not given is no contact
      } catch {
        // It is refused where it is read.
      }
      // A default family is that of contacts.
      return operationsFor(shortened, () => ({ __proto__: null, ...defaults, family: undefined, type }));
    },
    ready,
    configure(options) {
      if (loaded) apply(options);
      // Reactions to one promise run in the order they were added, so calls see the options that came before them.
      else if (loading) loading.then(() => apply(options), () => waiting.push(options));
      else waiting.push(options);
    },
  };
}

/**
 * The error with the stack of the call, from `here`, which was made in `call`. Where the caller awaits it, V8 knows the
 * stack by itself, and marks its frames as async.
 */
function traced(error, call, here) {
  Error.captureStackTrace?.(error, call);
  // In the place of the header and the frame of `call`.
  const stack = `${here.stack}`.replace(/^(Error.*\n?)?(.*\n)?/, () => `${error}\n`);
  const caller = /^ +at (?:async )?(.*?:)\d/m.exec(stack)?.[1]; // function and file
  if (!`${error.stack}`.includes(`at async ${caller}`)) error.stack = stack;
  return error;
}

async function load(module) {
  try {
    const loaded = await WebAssembly.instantiate(await module, imports());
    begin(loaded.instance ?? loaded); // an instance alone, of a module that was compiled
  } catch (cause) {
    const reason = `${cause?.message ?? cause}`;
    throw fault('LOAD_FAILED', `The module could not be loaded (${reason}).${remedy(reason)}`, cause);
  }
}

/** What helps, by the engines' words. */
function remedy(reason) {
  if (!globalThis.WebAssembly) return ' It takes WebAssembly, which lockdown modes lack.';
  if (/CSP|Security Policy/i.test(reason)) {
    return " The page's Content Security Policy must allow 'wasm-unsafe-eval' in script-src.";
  }
  if (/embedder|DecompressionStream|Response/.test(reason)) {
    return ' Where that is missing or forbidden, bx24-contact-card/slim works: init() takes bx24-contact-card.wasm as a WebAssembly.Module.';
  }
  return '';
}

/** An error of this package before the module can make its own: nothing was sent, and the card is as it was. */
export function fault(code, message, cause, kind = 'internal') {
  return new ContactCardError(kind, code, message, undefined, undefined, 'unchanged', false, 0, cause);
}
