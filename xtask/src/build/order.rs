//! The order of a module's functions. Deflate finds again what it saw in the last 32 KB, and the nearer the shorter; the
//! compiler's order is that of their lengths.

use std::collections::HashMap;

use anyhow::Result;
use wasm_encoder::{NameMap, NameSection, Section};
use wasmparser::{Parser, Payload, TypeRef};

/// The module with names for its functions: sorted by them, functions that have much in common are neighbours.
pub(crate) fn with_ordered_names(module: &[u8]) -> Result<Vec<u8>> {
    let Code { imported, bodies } = Code::of(module)?;
    let mut ranks = vec![0; bodies.len()];
    for (rank, index) in by_likeness(&bodies).into_iter().enumerate() {
        ranks[index] = rank;
    }
    let mut names = NameMap::new();
    for (index, rank) in (imported..).zip(ranks) {
        names.append(index, &format!("{rank:05}"));
    }
    let mut section = NameSection::new();
    section.functions(&names);
    let mut result = module.to_vec();
    section.append_to(&mut result);
    Ok(result)
}

/// The functions of a module.
pub(crate) struct Code<'a> {
    /// So many are imported: they have the first indices.
    pub(crate) imported: u32,
    /// The bodies of the others, in the order of their indices.
    pub(crate) bodies: Vec<&'a [u8]>,
}

impl<'a> Code<'a> {
    pub(crate) fn of(module: &'a [u8]) -> Result<Self> {
        let mut code = Self { imported: 0, bodies: Vec::new() };
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        code.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => code.bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        Ok(code)
    }
}

/// So many bytes in a row are a thing that deflate can find again.
const GRAM: usize = 5;

/// The bits of the greatest distance.
const WINDOW: u32 = 15;

/// What is added to a function's length: short functions are all alike.
const BASE: usize = 50;

/// The indices of the bodies. Each is followed by the one of which the most has been there lately, for its length.
fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let mut numbers = HashMap::new();
    let mut number = |gram| {
        let next = numbers.len();
        *numbers.entry(gram).or_insert(next)
    };
    let grams: Vec<Vec<usize>> = bodies.iter().map(|body| body.windows(GRAM).map(&mut number).collect()).collect();
    let mut distinct = grams.clone();
    for grams in &mut distinct {
        grams.sort_unstable();
        grams.dedup();
    }
    // Where each was last.
    let mut last = vec![None::<usize>; numbers.len()];
    let mut order: Vec<usize> = Vec::new();
    let mut position = 0_usize;
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    loop {
        let likeness = |index: usize| {
            let mut bits = 0;
            for gram in &distinct[index] {
                if let Some(at) = last[*gram] {
                    bits += WINDOW.saturating_sub((position - at).ilog2());
                }
            }
            u64::from(bits) * 1000 / (BASE + grams[index].len()) as u64
        };
        let next = (0..left.len()).max_by_key(|at| (likeness(left[*at]), grams[left[*at]].len()));
        let Some(next) = next else { return order };
        let index = left.swap_remove(next);
        for gram in &grams[index] {
            last[*gram] = Some(position);
            position += 1;
        }
        order.push(index);
    }
}

#[cfg(test)]
mod tests {
    use super::{by_likeness, with_ordered_names};

    #[test]
    fn the_longest_comes_first_and_then_what_is_like_it() {
        let bodies: [&[u8]; 4] = [b"0123456789", b"abcdefghijkl", b"9876543210", b"0123456780abcdefgh"];
        assert_eq!(by_likeness(&bodies), [3, 0, 1, 2]);
        assert_eq!(by_likeness(&[]), [0; 0]);
    }

    #[test]
    fn functions_are_named_and_imports_are_not() {
        let module = [
            &b"\0asm\x01\0\0\0"[..],
            // One type, of functions that take and give nothing; one import of it, and two functions.
            &[1, 4, 1, 0x60, 0, 0, 2, 7, 1, 1, b'a', 1, b'b', 0, 0, 3, 3, 2, 0, 0],
            // Their bodies: nothing, and three times nothing.
            &[10, 10, 2, 2, 0, 0x0b, 5, 0, 1, 1, 1, 0x0b],
        ];
        let module = module.concat();
        let named = with_ordered_names(&module).unwrap();
        let section = &[0, 22, 4, b'n', b'a', b'm', b'e', 1, 15, 2, 1, 5][..];
        let section = [section, b"00001", &[2, 5], b"00000"].concat();
        assert_eq!(named, [module, section].concat());
        assert!(with_ordered_names(b"no module").is_err());
    }
}
