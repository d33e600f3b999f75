//! What the module's bytes are made of: where its functions are from, and which are the largest. Beside each figure stands how it
//! differs from the commit that was measured before. What is not committed is compared, and not kept.

use std::collections::BTreeMap;
use std::fs;

use anyhow::Result;
use serde::{Deserialize, Serialize};
use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::build::module::{self, Names};
use crate::build::order::Code;
use crate::build::{self, sizes};
use crate::history::History;
use crate::project::Project;
use crate::step::step;

/// As many functions are named one by one.
const LARGEST: usize = 30;

/// Bytes by what they are of.
type Bytes = BTreeMap<String, usize>;

/// What was measured of one commit.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
struct Figures {
    /// The whole module, with gzip.
    gzip: usize,
    /// The texts and tables in it.
    data: usize,
    /// The functions of each module of the crate, and of each other crate.
    modules: Bytes,
    /// The functions, by their paths in Rust.
    functions: Bytes,
}

/// A commit and its figures.
type Measured = (String, Figures);

/// Measures the module, prints it, and keeps it for the next time.
pub(crate) fn report(project: &Project) -> Result<()> {
    build::package(project)?;
    let work = project.target.join("size");
    build::empty(&work)?;
    let named = step("shrink the module once more, with the names of its functions", || {
        Ok(fs::read(module::shrink(project, &build::bound_module(project), &work, Names::Kept)?)?)
    })?;
    let gzip = sizes::gzip(&fs::read(project.package().join("bx24-contact-card.wasm"))?)?;
    let figures = Figures { gzip, ..figures_of(&named)? };
    let history = History::read(project, "size")?;
    print!("{}", table(&figures, history.last()));
    history.keep(figures)
}

/// The sizes of a module's functions and data.
fn figures_of(module: &[u8]) -> Result<Figures> {
    let Code { imported, bodies } = Code::of(module)?;
    let (mut figures, mut names) = (Figures::default(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::DataSection(data) => figures.data = data.range().len(),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(sections) = section.as_known() else { continue };
                for section in sections {
                    let Name::Function(functions) = section? else { continue };
                    for function in functions {
                        let function = function?;
                        names.insert(function.index, without_hash(function.name));
                    }
                }
            }
            _ => {}
        }
    }
    for (index, body) in (imported..).zip(bodies) {
        let name = names.get(&index).copied().unwrap_or("a function without a name");
        *figures.modules.entry(module_of(name)).or_default() += body.len();
        *figures.functions.entry(name.to_owned()).or_default() += body.len();
    }
    Ok(figures)
}

/// A function's path in Rust without the hash at its end, which each build makes anew.
fn without_hash(name: &str) -> &str {
    name.rsplit_once("::h").filter(|(_, hash)| hash.len() == 16).map_or(name, |(path, _)| path)
}

/// The module of the crate that a function is in, or another crate's name.
fn module_of(function: &str) -> String {
    let path = function.trim_start_matches(['<', '&', '[', '(']).trim_start_matches("dyn ").trim_start_matches("mut ");
    // What a trait does for a type without a path is the trait's.
    let path = path.split_once(" as ").filter(|(own, _)| !own.contains("::")).map_or(path, |(_, of)| of);
    let mut parts = path.split("::").map(|part| part.split(['<', ' ', '>', '[', '{']).next().unwrap_or(part));
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        // A type begins with a capital. What nothing with a name follows is a function.
        (Some("bx24_contact_card"), Some(outer), Some(inner), Some(item))
            if inner.starts_with(char::is_lowercase) && !item.is_empty() =>
        {
            format!("crate::{outer}::{inner}")
        }
        (Some("bx24_contact_card"), Some(outer), ..) => format!("crate::{outer}"),
        (Some(other), Some(_), ..) => other.to_owned(),
        _ => "exports and glue".to_owned(),
    }
}

fn table(figures: &Figures, before: Option<&Measured>) -> String {
    let (commit, before) = before.map_or(("", None), |(commit, before)| (commit.as_str(), Some(before)));
    let line = |bytes: usize, before: Option<usize>, name: &str| {
        let change = before.map(|before| format!("{:+}", bytes.cast_signed() - before.cast_signed()));
        format!("{bytes:>8} {:>8}  {name}\n", change.unwrap_or_default())
    };
    let mut lines = vec![
        format!("\n{:>8} {commit:>8}\n", "bytes"),
        line(figures.gzip, before.map(|before| before.gzip), "the module, with gzip"),
        line(figures.data, before.map(|before| before.data), "texts and tables, not compressed"),
    ];
    let mut list = |title: &str, bytes: &Bytes, before: Option<&Bytes>, most: usize| {
        lines.push(format!("\n{title}, not compressed\n"));
        let mut sorted: Vec<_> = bytes.iter().collect();
        sorted.sort_by_key(|(name, bytes)| (usize::MAX - **bytes, *name));
        lines.extend(sorted.into_iter().take(most).map(|(name, bytes)| {
            line(*bytes, before.map(|before| before.get(name).copied().unwrap_or_default()), name)
        }));
    };
    list("Code by where it is from", &figures.modules, before.map(|before| &before.modules), usize::MAX);
    list("The largest functions", &figures.functions, before.map(|before| &before.functions), LARGEST);
    lines.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_told_apart_by_where_they_are_from() {
        let modules = [
            ("bx24_contact_card::engine::bulk::Bulk::advance", "crate::engine::bulk"),
            ("<bx24_contact_card::card::layout::Layout as core::clone::Clone>::clone", "crate::card::layout"),
            ("bx24_contact_card::error::Error::new", "crate::error"),
            ("bx24_contact_card::strings::whole_number", "crate::strings"),
            ("bx24_contact_card::strings::split_once::{{closure}}", "crate::strings"),
            ("<&mut js_sys::Object>::set", "js_sys"),
            ("core[c5930c85a12de822]::fmt::write", "core"),
            ("core::ptr::drop_in_place<bx24_contact_card::error::Error>", "core"),
            ("<[u8] as alloc::slice::ToOwned>::to_owned", "alloc"),
            ("resetContactCard", "exports and glue"),
        ];
        for (function, module) in modules {
            assert_eq!(module_of(function), module, "{function}");
        }
        assert_eq!(without_hash("a::b::h0123456789abcdef"), "a::b");
        assert_eq!(without_hash("a::house"), "a::house");
    }

    #[test]
    fn what_has_changed_stands_beside_it() {
        let figures = |gzip, bulk| Figures {
            gzip,
            modules: [("crate::engine::bulk".to_owned(), bulk)].into(),
            ..Figures::default()
        };
        let table = table(&figures(90, 12), Some(&("abc1234".to_owned(), figures(100, 10))));
        assert!(table.contains("   bytes  abc1234\n      90      -10  the module, with gzip\n"), "{table}");
        assert!(table.contains("      12       +2  crate::engine::bulk\n"), "{table}");
    }
}
