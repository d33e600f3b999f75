//! wasm-bindgen's glue, tailored to the package: nothing in it runs at import.

/// Reads and writes text by pkg-template/text.mjs.
const TEXT: &str = "import { decodeText, encodeText } from '#text';\n";

/// Functions of the glue that are shorter here, with the names of [`NAMES`].
///
/// - A text is copied into the module as it is; the original saves a copy of what is not ASCII, by five times the code.
/// - Of the views of the memory one is kept, which is detached and empty once the memory has grown.
/// - What may throw is wrapped once, not at each call.
/// - The registry of closures is made when the module is there.
const FUNCTIONS: [(&str, &str); 6] = [
    (
        "passStringToWasm0",
        r"function passStringToWasm0(text, malloc) {
    const isAscii = /^[\0-\x7f]*$/.test(text);
    const bytes = isAscii ? text : encodeText(text);
    const pointer = malloc(WASM_VECTOR_LEN = bytes.length, 1) >>> 0;
    const memory = new Uint8Array(MEMORY, pointer);
    if (isAscii) for (let i = 0; i < text.length; i++) memory[i] = text.charCodeAt(i);
    else memory.set(bytes);
    return pointer;
}
",
    ),
    (
        "getStringFromWasm0",
        "const getStringFromWasm0 = (start, length) => decodeText(new Uint8Array(MEMORY, start >>> 0, length));\n",
    ),
    ("getUint8ArrayMemory0", ""),
    (
        "getDataViewMemory0",
        "let view;
const getDataViewMemory0 = () => view?.buffer.byteLength ? view : view = new DataView(MEMORY);
",
    ),
    (
        "handleError",
        "const handleError = (call) => (...args) => {
    try {
        return call(...args);
    } catch (error) {
        THROW(addToExternrefTable0(error));
    }
};
",
    ),
    (
        "__wbg_finalize_init",
        "function __wbg_finalize_init(instance) {
    wasm = instance.exports;
    view = undefined;
    if (globalThis.FinalizationRegistry) CLOSURE_DTORS = new FinalizationRegistry((state) => DROP(state.a, state.b));
    START();
}
",
    ),
];

/// Placeholders for what has a short name in the module, with what is before and after that name in the glue.
const NAMES: [(&str, &str, &str); 4] = [
    ("MEMORY", "cachedDataViewMemory0 = new DataView(", ")"),
    ("THROW", "const idx = addToExternrefTable0(e);\n        ", "("),
    ("DROP", "new FinalizationRegistry(state => ", "("),
    ("START", "cachedUint8ArrayMemory0 = null;\n    ", "("),
];

/// What is written shorter wherever it is: methods, calls of what may throw, and of a registry that there may not be.
const PHRASES: [(&str, &str); 4] = [
    (": function() { return handleError(function (", ": handleError(function("),
    ("}, arguments); },", "}),"),
    (": function(", "("),
    ("CLOSURE_DTORS.", "CLOSURE_DTORS?."),
];

/// The glue without what the package does not need of it. None where it is not made of the expected parts.
pub(crate) fn tailored(glue: &str) -> Option<String> {
    let mut tailored = without_loaders(glue)?;
    for (name, function) in FUNCTIONS {
        // A top-level function ends with the first brace that begins a line.
        let (before, rest) = tailored.split_once(&format!("function {name}("))?;
        let (_, after) = rest.split_once("\n}\n")?;
        tailored = [before, function, after].concat();
    }
    for (placeholder, before, after) in NAMES {
        let (name, _) = glue.split_once(before)?.1.split_once(after)?;
        tailored = tailored.replace(placeholder, name);
    }
    let [before, after] = without(&tailored, "let cachedTextDecoder = ", "let WASM_VECTOR_LEN = ")?;
    tailored = [TEXT, before, after].concat();
    let (before, after) = tailored.split_once("const CLOSURE_DTORS = ")?;
    // A declaration ends with a blank line.
    let (_, after) = after.split_once("\n\n")?;
    tailored = [before, "let CLOSURE_DTORS;\n\n", after].concat();
    for (long, short) in PHRASES {
        tailored.find(long)?;
        tailored = tailored.replace(long, short);
    }
    // Whoever else uses what is gone, or is another now, would fail when it runs.
    let is_whole = ["getUint8ArrayMemory0", ", arguments)"].into_iter().all(|gone| !tailored.contains(gone));
    is_whole.then_some(tailored)
}

/// The two parts of the loaders are exported in their place: the facade loads the module by itself, in three lines.
fn without_loaders(glue: &str) -> Option<String> {
    let (glue, _) = glue.split_once("async function __wbg_load(")?;
    Some(format!("{glue}export {{ __wbg_get_imports as imports, __wbg_finalize_init as begin }};\n"))
}

/// What is before `from`, and what begins with `to`.
fn without<'a>(glue: &'a str, from: &str, to: &str) -> Option<[&'a str; 2]> {
    let start = glue.find(from)?;
    let end = start + glue[start..].find(to)?;
    Some([&glue[..start], &glue[end..]])
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "function __wbg_get_imports() {
    const import0 = {
        a: function(arg0) {
            return arg0;
        },
        b: function() { return handleError(function (arg0) {
            return arg0.call();
        }, arguments); },
    };
}

const CLOSURE_DTORS = (a)
    ? b : c;

let cachedDataViewMemory0 = null;
function getDataViewMemory0() {
    if (a) {
        cachedDataViewMemory0 = new DataView(wasm.m.buffer);
    }
    return cachedDataViewMemory0;
}

function getStringFromWasm0(ptr, len) {
    return decodeText(ptr, len);
}

let cachedUint8ArrayMemory0 = null;
function getUint8ArrayMemory0() {
    return cachedUint8ArrayMemory0;
}

function handleError(f, args) {
    try {
        return f.apply(this, args);
    } catch (e) {
        const idx = addToExternrefTable0(e);
        wasm.t(idx);
    }
}

function makeClosure() {
    CLOSURE_DTORS.register(real);
}

function passStringToWasm0(arg, malloc, realloc) {
    if (realloc) {
    }
}

let cachedTextDecoder = new TextDecoder();
const cachedTextEncoder = new TextEncoder();

let WASM_VECTOR_LEN = 0;

function __wbg_finalize_init(instance, module) {
    CLOSURE_DTORS = new FinalizationRegistry(state => wasm.d(state.a, state.b));
    wasm = instance.exports;
    cachedUint8ArrayMemory0 = null;
    wasm.s();
    return wasm;
}

async function __wbg_load(module, imports) { fetches }

export { initSync, __wbg_init as default };
";

    #[test]
    fn nothing_is_left_that_runs_at_import() {
        let glue = tailored(GLUE).unwrap();
        for part in ["new Text", "realloc", "fetches", "__wbg_load"] {
            assert!(!glue.contains(part), "{part}: {glue}");
        }
        assert!(glue.contains("let CLOSURE_DTORS;\n"), "{glue}");
    }

    #[test]
    fn short_names_of_the_module_are_kept() {
        let glue = tailored(GLUE).unwrap();
        for part in ["new DataView(wasm.m.buffer)", "wasm.t(addTo", "=> wasm.d(state.a", "    wasm.s();\n"] {
            assert!(glue.contains(part), "{part}: {glue}");
        }
    }

    #[test]
    fn functions_are_written_short() {
        let glue = tailored(GLUE).unwrap();
        for part in ["a(arg0) {", "b: handleError(function(arg0) {", "        }),\n", "CLOSURE_DTORS?.register"] {
            assert!(glue.contains(part), "{part}: {glue}");
        }
    }

    #[test]
    fn other_glue_is_refused() {
        let names = FUNCTIONS.map(|(name, _)| name);
        for part in ["CLOSURE_DTORS", "cachedTextDecoder", "WASM_VECTOR", "__wbg_load", "(function (", "new DataView"] {
            assert_eq!(tailored(&GLUE.replace(part, "renamed")), None, "{part}");
        }
        for name in names {
            assert_eq!(tailored(&GLUE.replace(name, "renamed")), None, "{name}");
        }
        for more in ["getUint8ArrayMemory0().subarray(a);", "const c = handleError(b, arguments);"] {
            let glue = GLUE.replace("const CLOSURE_DTORS", &format!("{more}\n\nconst CLOSURE_DTORS"));
            assert_eq!(tailored(&glue), None, "{more}");
        }
        let glue =
            GLUE.replace("let cachedDataViewMemory0", "function debugString() {\n}\n\nlet cachedDataViewMemory0");
        assert!(tailored(&glue).is_some_and(|glue| glue.contains("debugString")));
    }
}
