//! Where a module can panic: it calls a function that never returns. No list of names could be complete.

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::{Br, BrIf, BrTable, Instr, InstrSeqId, Return, Visitor, dfs_in_order};
use walrus::{FunctionId, LocalFunction, Module};

/// Where `alloc` ends when there is no memory left, or a list becomes greater than half of all that 32 bits can address.
/// Whatever makes a list or a box can end there, and nothing that does could do without.
const OUT_OF_MEMORY: [&str; 2] = ["alloc::raw_vec::handle_error", "alloc::alloc::handle_alloc_error"];

/// Whether a function is where the want of memory ends.
pub(crate) fn is_out_of_memory(module: &Module, id: FunctionId) -> bool {
    OUT_OF_MEMORY.contains(&&*name(module, id))
}

/// The calls of functions that never return by functions that may, each as `caller → called`; but for those that only a
/// want of memory can lead to. A call through the table is not seen.
pub(crate) fn of(module: &Module) -> BTreeSet<String> {
    let bodies: BTreeMap<_, _> = module.funcs.iter_local().map(|(id, function)| (id, Body::of(function))).collect();
    let panics = |id: &FunctionId| bodies.get(id).is_some_and(|body| !body.returns) && !is_out_of_memory(module, *id);
    let callers = bodies.iter().filter(|(_, body)| body.returns);
    let calls = callers.flat_map(|(caller, body)| body.called.iter().map(move |called| (*caller, *called)));
    let calls = calls.filter(|(_, called)| panics(called));
    calls.map(|(caller, called)| format!("{} → {}", name(module, caller), name(module, called))).collect()
}

/// What matters of a function's body.
#[derive(Default)]
struct Body {
    /// The functions it calls, or whose address it takes.
    called: BTreeSet<FunctionId>,
    /// Whether there is a way out of it.
    returns: bool,
    entry: Option<InstrSeqId>,
}

impl Body {
    fn of(function: &LocalFunction) -> Self {
        let entry = function.entry_block();
        let ends_in_trap = matches!(function.block(entry).instrs.last(), Some((Instr::Unreachable(_), _)));
        let mut body = Self { returns: !ends_in_trap, entry: Some(entry), ..Self::default() };
        dfs_in_order(&mut body, function, entry);
        body
    }

    fn jump(&mut self, target: InstrSeqId) {
        self.returns |= self.entry == Some(target);
    }
}

impl Visitor<'_> for Body {
    fn visit_function_id(&mut self, id: &FunctionId) {
        self.called.insert(*id);
    }

    fn visit_return(&mut self, _: &Return) {
        self.returns = true;
    }

    fn visit_br(&mut self, jump: &Br) {
        self.jump(jump.block);
    }

    fn visit_br_if(&mut self, jump: &BrIf) {
        self.jump(jump.block);
    }

    fn visit_br_table(&mut self, jump: &BrTable) {
        jump.blocks.iter().chain([&jump.default]).for_each(|target| self.jump(*target));
    }
}

/// A function's path in Rust, without the hash that each build makes anew.
fn name(module: &Module, id: FunctionId) -> String {
    format!("{:#}", rustc_demangle::demangle(module.funcs.get(id).name.as_deref().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, ValType};

    /// A function that calls `called` if its argument says so, and then returns.
    fn caller(module: &mut Module, name: &str, called: FunctionId) {
        let argument = module.locals.add(ValType::I32);
        let mut body = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
        body.func_body().local_get(argument).if_else(None, |then| _ = then.call(called), |_| {});
        let id = body.finish(vec![argument], &mut module.funcs);
        module.funcs.get_mut(id).name = Some(name.into());
    }

    fn trap(module: &mut Module, name: &str) -> FunctionId {
        let mut body = FunctionBuilder::new(&mut module.types, &[], &[]);
        body.func_body().unreachable();
        let id = body.finish(vec![], &mut module.funcs);
        module.funcs.get_mut(id).name = Some(name.into());
        id
    }

    #[test]
    fn calls_of_what_never_returns_are_found_but_for_the_want_of_memory() {
        let mut module = Module::default();
        let panic = trap(&mut module, "_ZN4core9panicking5panic17h0123456789abcdefE");
        let want = trap(&mut module, OUT_OF_MEMORY[0]);
        caller(&mut module, "careless", panic);
        caller(&mut module, "careful", want);
        assert_eq!(of(&module), ["careless → core::panicking::panic".to_owned()].into());
    }
}
