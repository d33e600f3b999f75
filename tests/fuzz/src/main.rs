//! The fuzzer at work on one target, which the environment variable `FUZZ_TARGET` names.

#![no_main]

use std::env;
use std::sync::LazyLock;

static CHECK: LazyLock<fn(&[u8])> = LazyLock::new(|| {
    let name = env::var("FUZZ_TARGET").expect("FUZZ_TARGET names a target");
    fuzz::TARGETS.iter().find(|(target, _)| *target == name).expect("there is such a target").1
});

libfuzzer_sys::fuzz_target!(|input: &[u8]| CHECK(input));
