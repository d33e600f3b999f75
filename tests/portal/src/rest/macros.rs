//! Macros in the commands of a batch: `$result[key][field]` stands for what an earlier command gave.

use super::Failure;
use crate::php::{Array, Value, is_numeric, to_text};
use std::borrow::Cow;

/// The containers a macro can name, in the order of the alternatives PHP tries.
pub(super) const CONTAINERS: [&str; 5] = ["result", "next", "total", "time", "error"];

/// More bytes than are read and written for the parameters of any real command. PHP dies of texts that outgrow its memory.
const MAX_EXPANDED: usize = 32 << 20;

/// The parameters of a command with their macros replaced; names are left as they are.
pub(super) fn expand_all(params: &Array, containers: &Array) -> Result<Array, Failure> {
    let mut budget = MAX_EXPANDED;
    expand_array(params, containers, &mut budget)
}

fn expand_array(params: &Array, containers: &Array, budget: &mut usize) -> Result<Array, Failure> {
    let expanded = params.iter().map(|(key, value)| {
        let expanded = match value {
            Value::Array(array) => Value::Array(expand_array(array, containers, budget)?),
            Value::Text(text) => expand(text, containers, budget)?,
            other => other.clone(),
        };
        Ok((key.clone(), expanded))
    });
    expanded.collect()
}

/// Replaces macros such as `$result[key][field]`. A text that is one macro becomes its value, whatever its type; within
/// a text only what can be written as text is put in.
fn expand(text: &[u8], containers: &Array, budget: &mut usize) -> Result<Value, Failure> {
    let mut expanded = text.to_vec();
    for found in macros(text) {
        let value = found.look_up(containers);
        if found.text == expanded.as_slice() {
            spend(budget, size(&value))?;
            return Ok(value.into_owned());
        }
        let insert = match &*value {
            Value::Text(text) => Some(text.clone()),
            number if is_numeric(number) => to_text(number),
            _ => None,
        };
        if let Some(insert) = insert {
            expanded = replace(&expanded, found.text, &insert, budget)?;
        }
    }
    Ok(Value::Text(expanded))
}

fn spend(budget: &mut usize, bytes: usize) -> Result<(), Failure> {
    *budget = budget.checked_sub(bytes).ok_or(Failure::Crash)?;
    Ok(())
}

/// About the bytes that a value takes.
fn size(value: &Value) -> usize {
    match value {
        Value::Text(text) => text.len(),
        Value::Array(array) => {
            array.values().map(|value| size(value).saturating_add(64)).fold(64, usize::saturating_add)
        }
        _ => 8,
    }
}

/// A macro in a text: from the `$` to the next blank, `[..]` after `[..]`.
struct Macro<'text> {
    text: &'text [u8],
    container: &'text [u8],
    path: Vec<&'text [u8]>,
}

impl Macro<'_> {
    /// Follows the path as far as it leads. The container's name matters to the letter, though it is found in any case.
    fn look_up<'value>(&self, containers: &'value Array) -> Cow<'value, Value> {
        let Some(mut value) = containers.get(self.container) else { return Cow::Owned(Value::default()) };
        for key in &self.path {
            match value {
                Value::Array(array) => match array.isset(*key) {
                    Some(next) => value = next,
                    None => break,
                },
                // The first byte of one byte is that byte.
                Value::Text(text) => return character(text, key).map_or(Cow::Borrowed(value), Cow::Owned),
                _ => break,
            }
        }
        Cow::Borrowed(value)
    }
}

/// `"text"["0"]` is its first byte.
fn character(text: &[u8], key: &[u8]) -> Option<Value> {
    let index: usize = std::str::from_utf8(key).ok()?.parse().ok()?;
    text.get(index).map(|byte| Value::Text(vec![*byte]))
}

fn macros(text: &[u8]) -> Vec<Macro<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(dollar) = rest.iter().position(|byte| *byte == b'$') else { break };
        let rest = rest.get(dollar..).unwrap_or_default();
        at += dollar + 1;
        let Some(container) = container_of(rest) else { continue };
        let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C);
        let text = rest.split(blank).next().unwrap_or_default();
        at += text.len() - 1;
        let path = brackets(text.get(1 + container.len()..).unwrap_or_default());
        if !path.is_empty() {
            found.push(Macro { text, container, path });
        }
    }
    found
}

fn container_of(text: &[u8]) -> Option<&[u8]> {
    CONTAINERS
        .into_iter()
        .find_map(|name| text.get(1..=name.len()).filter(|written| written.eq_ignore_ascii_case(name.as_bytes())))
}

/// Everything between brackets.
fn brackets(text: &[u8]) -> Vec<&[u8]> {
    let mut inner = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.iter().position(|byte| *byte == b'[') {
        rest = rest.get(open + 1..).unwrap_or_default();
        let Some(close) = rest.iter().position(|byte| *byte == b']') else { break };
        if close > 0 {
            inner.extend(rest.get(..close));
        }
        rest = rest.get(close + 1..).unwrap_or_default();
    }
    inner
}

/// Every occurrence, as `str_replace` does it.
fn replace(text: &[u8], from: &[u8], to: &[u8], budget: &mut usize) -> Result<Vec<u8>, Failure> {
    spend(budget, text.len())?;
    let mut replaced = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, tail)) = rest.split_first() {
        if let Some(after) = rest.strip_prefix(from) {
            spend(budget, to.len())?;
            replaced.extend(to);
            rest = after;
        } else {
            replaced.push(*first);
            rest = tail;
        }
    }
    Ok(replaced)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn expand_alone(text: &str, containers: &Array) -> Value {
        expand(text.as_bytes(), containers, &mut usize::MAX.clone()).unwrap()
    }

    #[test]
    fn what_outgrows_all_memory_is_a_fatal_error() {
        let large: Array = [("x", "x".repeat(MAX_EXPANDED / 8))].into_iter().collect();
        let containers: Array = [("result", large)].into_iter().collect();
        for text in ["$result[x] $result[x]", "$result[x]", "a $result[x]"] {
            let params = |times: i64| -> Array { (0..times).map(|key| (key, text)).collect() };
            assert!(expand_all(&params(1), &containers).is_ok(), "{text}");
            assert!(matches!(expand_all(&params(17), &containers), Err(Failure::Crash)), "{text}");
        }
    }

    proptest! {
        #[test]
        fn text_without_macros_is_left_alone(text in "[^$]*|[^$]*\\$[a-qs-z]\\S{0,3}") {
            prop_assume!(!CONTAINERS.iter().any(|name| text.to_lowercase().contains(&format!("${name}"))));
            prop_assert_eq!(expand_alone(&text, &Array::new()), Value::from(text.as_str()));
        }

        #[test]
        fn a_macro_becomes_the_value_it_names(items: Vec<bool>, key in "[a-z]{1,4}", field in "[a-z]{1,4}") {
            let value: Array = (0..).zip(items).collect();
            let fields: Array = [(field.as_str(), value.clone())].into_iter().collect();
            let results: Array = [(key.as_str(), fields)].into_iter().collect();
            let containers: Array = [("result", results)].into_iter().collect();
            let whole = format!("$result[{key}][{field}]");
            prop_assert_eq!(expand_alone(&whole, &containers), Value::Array(value));
            let within = format!("a {whole} b");
            prop_assert_eq!(expand_alone(&within, &containers), Value::from(within.as_str()), "an array is no text");
        }
    }
}
