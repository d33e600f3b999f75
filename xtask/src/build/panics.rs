//! Panics without their texts. A panic of the module is a trap in any case, and its message reaches nobody; but the
//! functions that would word it keep the formatting machinery, and the texts, in the module.

use anyhow::Result;
use walrus::{Data, FunctionBuilder, FunctionId, FunctionKind, Module};

/// Parts of the mangled names of functions that never return; of what words a panic, and of js-sys's suspension of calls,
/// which nothing here uses and only the function table still holds.
const PANICS: [&str; 14] = [
    "9panicking",
    "13unwrap_failed",
    "13expect_failed",
    "_access_error",
    "_fail",
    "12handle_error",
    "9throw_str",
    "17capacity_overflow",
    "3fmt7Display3fmt",
    "3fmt5Debug3fmt",
    "3fmt5Write",
    "3fmt9Formatter",
    "5panic12PanicPayload",
    "6js_sys7futures4jspi",
];

/// The module, each of its panics a bare trap.
pub(crate) fn muted(module: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(module)?;
    let panics = module.funcs.iter_local().map(|(id, _)| id).filter(|id| is_panic(&module, *id));
    for id in panics.collect::<Vec<_>>() {
        make_trap(&mut module, id);
    }
    for id in module.data.iter().map(Data::id).collect::<Vec<_>>() {
        blank_texts(&mut module.data.get_mut(id).value);
    }
    walrus::passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// Makes a function a bare trap.
pub(crate) fn make_trap(module: &mut Module, id: FunctionId) {
    let kind = module.types.get(module.funcs.get(id).ty());
    let (parameters, results) = (kind.params().to_vec(), kind.results().to_vec());
    let mut body = FunctionBuilder::new(&mut module.types, &parameters, &results);
    body.func_body().unreachable();
    let arguments = parameters.iter().map(|kind| module.locals.add(*kind)).collect();
    module.funcs.get_mut(id).kind = FunctionKind::Local(body.local_func(arguments));
}

/// How the mangled names of the crate's own functions begin. Whatever they are called, they are not muted.
const OWN: &str = "_ZN17bx24_contact_card";

fn is_panic(module: &Module, id: FunctionId) -> bool {
    let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
    !name.starts_with(OWN) && PANICS.iter().any(|part| name.contains(part))
}

/// The texts of libraries that only panics show, and paths of source files, from where they start to where
/// they end. Nothing else would remove them: no compiler looks into data.
const TEXTS: [(&str, &str); 11] = [
    ("/rustc/", ".rs"),
    ("cargo/registry/", ".rs"),
    ("Attempted to initialize thread-local", "dropped"),
    ("cannot access a Thread Local Storage", "destruction: "),
    ("LazyCell instance", "poisoned"),
    ("RefCell already", "already borrowed"),
    ("internal error: entered", "code"),
    ("Tried to shrink", "capacity"),
    ("closure invoked recursively", "dropped"),
    ("called `Option::unwrap_throw()`", "value"),
    ("capacity over", "flow"),
];

/// Longer than any of them: an end that is farther away than that belongs to something else.
const LONGEST: usize = 200;

fn blank_texts(data: &mut [u8]) {
    for (start, end) in TEXTS {
        while let Some(at) = find(data, start) {
            let limit = data.len().min(at + LONGEST);
            let Some(length) = find(&data[at..limit], end) else { break };
            data[at..at + length + end.len()].fill(0);
        }
    }
}

fn find(data: &[u8], text: &str) -> Option<usize> {
    data.windows(text.len()).position(|window| window == text.as_bytes())
}
