//! The code of a module taken apart: opcodes lie beside opcodes, and what follows them beside what means the same. Deflate goes by
//! how often each byte is near, and makes a sixth less of what is sorted so. pkg-template/assemble.mjs puts the module together
//! again.

use std::ops::RangeInclusive;

use anyhow::{Context, Result, ensure};
use wasm_encoder::{Encode, SectionId};
use wasmparser::{FunctionBody, Parser, Payload};

/// All that is before the bodies of the functions.
const BEFORE: usize = 0;
/// Their opcodes.
const OPCODES: usize = 1;
/// Their declarations of locals: how many there are, and two numbers for each.
const LOCALS: usize = 2;
/// What follows opcodes that have no stream of their own, each time after the number of its bytes.
const COUNTED: usize = 3;
/// The offsets of loads, and of stores. The alignment before each is a hint, and is left out: 0 is always right.
const OFFSETS: usize = 4;
const ACCESSES: [RangeInclusive<u8>; 2] = [0x28..=0x35, 0x36..=0x3e];
/// The number that follows the opcodes of each of these groups.
const NUMBERS: usize = OFFSETS + ACCESSES.len();
const GROUPS: [&[u8]; 6] = [
    // local.set, local.tee
    &[0x21, 0x22],
    // call
    &[0x10],
    // i64.const
    &[0x42],
    // br, br_if
    &[0x0c, 0x0d],
    // block, loop, if
    &[0x02, 0x03, 0x04],
    // global.get, global.set
    &[0x23, 0x24],
];
/// The number that follows each of these. It has a stream for each use: which one tells the opcode after it.
const USED: usize = NUMBERS + GROUPS.len();
const LOCAL_GET: u8 = 0x20;
const I32_CONST: u8 = 0x41;
const OF_USE: [u8; 2] = [LOCAL_GET, I32_CONST];
/// How many uses are told apart.
const USES: usize = 5;
/// All that is after the bodies.
const AFTER: usize = USED + OF_USE.len() * USES;

/// The use of a number before this opcode.
const fn use_before(opcode: u8) -> u8 {
    match opcode {
        LOCAL_GET => 1,
        I32_CONST => 2,
        // i32.add, i32.sub
        0x6a | 0x6b => 3,
        // Loads.
        0x28..=0x35 => 4,
        _ => 0,
    }
}

/// The bytes that the size of a body takes in the module that is put together, where it is known only after the body.
const SIZE: usize = 3;

/// For each opcode the stream of what follows it, or 0; for each the use of a number before it; where each stream begins, in four
/// bytes; and the streams.
pub(crate) fn apart(module: &[u8]) -> Result<Vec<u8>> {
    let mut streams = [const { Vec::new() }; AFTER + 1];
    let mut kinds = [0; 256];
    let (mut functions, mut bytes) = (Vec::new(), 0);
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        match &payload {
            Payload::CodeSectionStart { count, range, .. } => {
                count.encode(&mut functions);
                streams[AFTER].extend(&module[range.end..]);
            }
            Payload::CodeSectionEntry(body) => {
                take_apart(body, &mut streams, &mut kinds)?;
                bytes += SIZE + body.as_bytes().len();
            }
            _ => {}
        }
        let section = payload.as_section().filter(|_| functions.is_empty());
        if let Some((_, range)) = section {
            streams[BEFORE] = module[..range.end].to_vec();
        }
    }
    streams[BEFORE].push(SectionId::Code.into());
    (functions.len() + bytes).encode(&mut streams[BEFORE]);
    streams[BEFORE].append(&mut functions);
    let mut apart = kinds.to_vec();
    apart.extend((0..=u8::MAX).map(use_before));
    let mut begin = apart.len() + streams.len() * size_of::<u32>();
    for stream in &streams {
        apart.extend(u32::try_from(begin)?.to_be_bytes());
        begin += stream.len();
    }
    Ok([apart, streams.concat()].concat())
}

fn take_apart(body: &FunctionBody<'_>, streams: &mut [Vec<u8>], kinds: &mut [u8; 256]) -> Result<()> {
    let bytes = body.as_bytes();
    ensure!(bytes.len() >> (7 * SIZE) == 0, "a function of {} bytes", bytes.len());
    let operators = body.get_operators_reader()?.into_iter_with_offsets();
    let mut offsets = operators.map(|operator| Ok(operator?.1 - body.range().start)).collect::<Result<Vec<_>>>()?;
    streams[LOCALS].extend(&bytes[..offsets[0]]);
    offsets.push(bytes.len());
    for operator in offsets.windows(2) {
        let (opcode, mut rest) = bytes[operator[0]..operator[1]].split_first().context("an operator has an opcode")?;
        streams[OPCODES].push(*opcode);
        if rest.is_empty() {
            continue;
        }
        let group = GROUPS.iter().position(|group| group.contains(opcode));
        let access = ACCESSES.iter().position(|opcodes| opcodes.contains(opcode));
        let of_use = OF_USE.iter().position(|user| user == opcode);
        let stream = match (group, access, of_use) {
            (Some(group), ..) => NUMBERS + group,
            (_, Some(access), _) => OFFSETS + access,
            (.., Some(of_use)) => USED + of_use * USES,
            _ => COUNTED,
        };
        kinds[usize::from(*opcode)] = stream.try_into()?;
        match stream {
            COUNTED => streams[COUNTED].push(rest.len().try_into()?),
            OFFSETS..NUMBERS => rest = &rest[1..],
            _ => {}
        }
        let of_use = if stream >= USED { use_before(bytes[operator[1]]) } else { 0 };
        streams[stream + usize::from(of_use)].extend(rest);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::process::Command;

    use super::*;
    use crate::run;

    const BEFORE_CODE: [&[u8]; 3] =
        // One type, of functions that take and give nothing; two functions of it.
        [b"\0asm\x01\0\0\0", &[1, 4, 1, 0x60, 0, 0], &[3, 3, 2, 0, 0]];
    const AFTER_CODE: &[u8] = &[0, 2, 1, b'x'];

    /// A module with these sizes of its code and of its two functions.
    fn module(sizes: [&[u8]; 3], alignment: u8) -> Vec<u8> {
        let empty = [0, 0x0b];
        // 130 locals of one type and one of another; a block with a call of the first function in it, a store at 300 and a double.
        let locals = [2, 0x82, 1, 0x7f, 1, 0x7e];
        let block = [2, 0x40, 0x10, 0, 0x20, 0x80, 1, 0x41, 0x7b, 0x36, alignment, 0xac, 2, 0x0b];
        let double = [0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f, 0x1a, 0x0b];
        let [section, first, second] = sizes;
        let code = [&[10], section, &[2], first, &empty, second, &locals, &block, &double];
        [BEFORE_CODE.concat(), code.concat(), AFTER_CODE.to_vec()].concat()
    }

    #[test]
    fn what_was_taken_apart_is_put_together() {
        let apart = apart(&module([&[36], &[2], &[31]], 2)).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("apart");
        fs::write(&file, apart).unwrap();
        let script = "
            import { readFileSync } from 'node:fs';
            const [file, path] = process.argv.slice(1);
            const { assemble } = await import(path);
            console.log(assemble(readFileSync(file)).join(' '));
        ";
        let assemble = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pkg-template/assemble.mjs");
        let mut node = Command::new("node");
        let printed = run::output(node.args(["--input-type=module", "--eval", script]).args([file, assemble])).unwrap();
        let together: Vec<u8> = printed.split_whitespace().map(|byte| byte.parse().unwrap()).collect();
        assert_eq!(together, module([&[40], &[0x82, 0x80, 0], &[0x9f, 0x80, 0]], 0));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(apart(b"no module").is_err());
    }
}
