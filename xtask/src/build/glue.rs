//! wasm-bindgen's glue, tailored to the package: nothing in it runs at import.

/// Reads and writes text by pkg-template/text.mjs.
const TEXT: &str = "import { decodeText, encodeText } from '#text';\n";

/// Copies a text into the module. The original saves a copy of what is not ASCII, by five times the code.
const PASS_STRING: &str = r"function passStringToWasm0(text, malloc) {
    const isAscii = /^[\0-\x7f]*$/.test(text);
    const bytes = isAscii ? text : encodeText(text);
    const pointer = malloc(WASM_VECTOR_LEN = bytes.length, 1) >>> 0;
    const memory = getUint8ArrayMemory0();
    if (isAscii) for (let i = 0; i < text.length; i++) memory[pointer + i] = text.charCodeAt(i);
    else memory.set(bytes, pointer);
    return pointer;
}

";

/// The glue without what the package does not need of it. None where it is not made of the expected parts.
pub(crate) fn tailored(glue: &str) -> Option<String> {
    // A top-level function ends with the first brace that begins a line.
    let (before, function) = glue.split_once("function passStringToWasm0(")?;
    let (_, after) = function.split_once("\n}\n\n")?;
    let glue = [TEXT, before, PASS_STRING, after].concat();
    let glue = without(&glue, "let cachedTextDecoder = ", "let WASM_VECTOR_LEN = ")?.concat();
    with_late_registry(&without_loaders(&glue)?)
}

/// The two parts of the loaders are exported in their place: the facade loads the module by itself, in three lines.
fn without_loaders(glue: &str) -> Option<String> {
    let (glue, _) = glue.split_once("async function __wbg_load(")?;
    Some(format!("{glue}export {{ __wbg_get_imports as imports, __wbg_finalize_init as begin }};\n"))
}

/// The registry of closures is made when the module is there.
fn with_late_registry(glue: &str) -> Option<String> {
    let (before, rest) = glue.split_once("const CLOSURE_DTORS = ")?;
    let (registry, after) = rest.split_once("\n\n")?;
    let (after, end) = after.split_once("wasmInstance = instance;")?;
    Some([before, "let CLOSURE_DTORS;\n\n", after, "CLOSURE_DTORS = ", registry, end].concat())
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

    const GLUE: &str = "const CLOSURE_DTORS = (a)
    ? b : c;

function passStringToWasm0(arg, malloc, realloc) {
    if (realloc) {
    }
}

function takeFromExternrefTable0(idx) {}

let cachedTextDecoder = new TextDecoder();
const cachedTextEncoder = new TextEncoder();

let WASM_VECTOR_LEN = 0;

function __wbg_finalize_init(instance, module) {
    wasmInstance = instance;
}

async function __wbg_load(module, imports) { fetches }

export { initSync, __wbg_init as default };
";

    #[test]
    fn nothing_is_left_that_runs_at_import() {
        let glue = tailored(GLUE).unwrap();
        assert!(!glue.contains("new Text") && !glue.contains("realloc") && !glue.contains("fetches"), "{glue}");
        assert!(glue.contains("    CLOSURE_DTORS = (a)\n    ? b : c;\n}"), "{glue}");
    }

    #[test]
    fn other_glue_is_refused() {
        for part in ["CLOSURE_DTORS", "passString", "cachedTextDecoder", "WASM_VECTOR", "__wbg_load"] {
            assert_eq!(tailored(&GLUE.replace(part, "renamed")), None, "{part}");
        }
    }
}
