//! The short names that wasm-opt gives what passes between the module and its glue. Most long ones end in a hash, which
//! nothing can compress, and stand in both: together 4 KB with gzip.

use std::collections::HashMap;

use serde_json::Value;

/// How the glue reaches the module's exports.
const EXPORTS: &str = "wasm.";

/// Where the module believes its imports to come from.
const ORIGIN: &str = "./bx24_contact_card_bg.js";

/// wasm-opt's name for every such place.
const SHORT_ORIGIN: &str = "a";

/// The glue with the short names of `report`, which wasm-opt printed. None if that is no such report.
pub(crate) fn in_glue(glue: &str, report: &str) -> Option<String> {
    let report: Value = serde_json::from_str(report).ok()?;
    let imports = pairs(&report["imports"], 1)?;
    let exports = pairs(&report["exports"], 0)?;
    let mut renamed = String::with_capacity(glue.len());
    for token in tokens(glue) {
        // An export's name can be that of a function of the glue as well; an import's is its own.
        let names = if renamed.ends_with(EXPORTS) { &exports } else { &imports };
        renamed.push_str(names.get(token).copied().unwrap_or(token));
    }
    Some(renamed.replace(&format!("\"{ORIGIN}\""), &format!("\"{SHORT_ORIGIN}\"")))
}

/// Long names, each with its short one: two neighbours in each entry.
fn pairs(list: &Value, long: usize) -> Option<HashMap<&str, &str>> {
    list.as_array()?.iter().map(|entry| Some((entry[long].as_str()?, entry[long + 1].as_str()?))).collect()
}

/// The text in pieces, each an identifier or what lies between two.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |character: char| character.is_ascii_alphanumeric() || "_$".contains(character);
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_identifier = is_part(rest.chars().next()?);
        let end = rest.find(|character| is_part(character) != is_identifier).unwrap_or(rest.len());
        let (token, after) = rest.split_at(end);
        rest = after;
        Some(token)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = r#"{
        "imports": [["./bx24_contact_card_bg.js", "__wbg_now_1f", "b"]],
        "exports": [["reset", "c"], ["memory", "d"]]
    }"#;

    #[test]
    fn imports_change_where_they_are_defined_and_exports_where_they_are_called() {
        let glue = r#"function reset() { return wasm.reset(wasm.memory, memory) }
            { "./bx24_contact_card_bg.js": { __wbg_now_1f: () => __wbg_now_1f0 } }"#;
        let renamed = r#"function reset() { return wasm.c(wasm.d, memory) }
            { "a": { b: () => __wbg_now_1f0 } }"#;
        assert_eq!(in_glue(glue, REPORT).as_deref(), Some(renamed));
    }

    #[test]
    fn what_is_no_report_is_refused() {
        assert_eq!(in_glue("", "Fatal: no such file"), None);
        assert_eq!(in_glue("", r#"{ "imports": [[5]], "exports": [] }"#), None);
    }
}
