//! PHP's `parse_str`: a query string into nested arrays, mangling and limits included.

use super::{Array, Key, Value};

/// `max_input_vars`: what comes after is dropped.
const MAX_VARIABLES: usize = 1000;
/// `max_input_nesting_level`: a deeper variable is dropped, with what it was nested in.
const MAX_NESTING: usize = 64;

/// Parses a query string.
pub(crate) fn parse_str(query: &[u8]) -> Array {
    let pairs = query.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()).map(|pair| {
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        (url_decode(halves.next().unwrap_or_default()), url_decode(halves.next().unwrap_or_default()))
    });
    parse_pairs(pairs)
}

/// The same for names and values that are decoded already, as those of a multipart form are.
pub(crate) fn parse_pairs(pairs: impl IntoIterator<Item = (Vec<u8>, Vec<u8>)>) -> Array {
    let mut variables = Array::new();
    for (name, value) in pairs.into_iter().take(MAX_VARIABLES) {
        register(&mut variables, &name, value);
    }
    variables
}

/// Decodes `%XX`; a `%` without two hexadecimal digits stays.
pub(crate) fn percent_decode(text: &[u8]) -> Vec<u8> {
    percent_encoding::percent_decode(text).collect()
}

fn url_decode(text: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = text.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    percent_decode(&spaced)
}

/// Puts one variable where its name says.
fn register(variables: &mut Array, name: &[u8], value: Vec<u8>) {
    let Some(path) = Path::read(name) else { return };
    if path.indexes.len() > MAX_NESTING {
        variables.remove(path.variable.as_slice());
        return;
    }
    let mut array = variables;
    let mut key = Some(Key::from(path.variable.as_slice()));
    for index in path.indexes {
        let next = key.unwrap_or_else(|| Key::Index(array.next_index()));
        array = array.array_at(&next);
        key = index.map(|index| Key::from(index.as_slice()));
    }
    match key {
        Some(key) => array.insert(key, Value::Text(value)),
        None => array.push(Value::Text(value)),
    }
}

/// A variable's name and the indexes after it; `[]` is an index without a name.
struct Path {
    variable: Vec<u8>,
    indexes: Vec<Option<Vec<u8>>>,
}

impl Path {
    /// None for a name that is nothing but what PHP strips.
    fn read(name: &[u8]) -> Option<Self> {
        // PHP reads names as C strings: a zero byte ends them.
        let name = name.split(|byte| *byte == 0).next()?;
        let name = name.get(name.iter().position(|byte| *byte != b' ')?..)?;
        let bracket = name.iter().position(|byte| *byte == b'[').unwrap_or(name.len());
        let (variable, mut rest) = name.split_at_checked(bracket)?;
        if variable.is_empty() {
            return None;
        }
        let mut path = Self { variable: mangle(variable), indexes: Vec::new() };
        while let Some(inner) = rest.strip_prefix(b"[") {
            let Some(end) = closing_bracket(inner) else {
                if path.indexes.is_empty() {
                    // `a[b` is the variable `a_b`.
                    path.variable = mangle(name);
                }
                break;
            };
            let (index, tail) = inner.split_at_checked(end)?;
            path.indexes.push((!is_append(index)).then(|| index.to_vec()));
            rest = tail.get(1..)?;
        }
        Some(path)
    }
}

/// Where the index ends. Behind one leading blank, a `]` closes at once.
fn closing_bracket(inner: &[u8]) -> Option<usize> {
    inner.iter().position(|byte| *byte == b']')
}

/// `[]`, also written `[ ]`.
fn is_append(index: &[u8]) -> bool {
    matches!(index, [] | [b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C])
}

/// Blanks, dots and an opening bracket cannot be in a variable's name.
fn mangle(name: &[u8]) -> Vec<u8> {
    name.iter().map(|byte| if matches!(byte, b' ' | b'.' | b'[') { b'_' } else { *byte }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::php::encode;
    use proptest::prelude::*;

    fn json(query: &str) -> String {
        String::from_utf8(encode(&Value::Array(parse_str(query.as_bytes()))).unwrap()).unwrap()
    }

    #[test]
    fn names_nest_append_and_mangle() {
        for (query, parsed) in [
            ("", "[]"),
            ("a=1&b", r#"{"a":"1","b":""}"#),
            ("a=1&a=2", r#"{"a":"2"}"#),
            ("a[]=1&a[]=2", r#"{"a":["1","2"]}"#),
            ("a[ ]=1", r#"{"a":["1"]}"#),
            ("a[5]=1&a[]=2", r#"{"a":{"5":"1","6":"2"}}"#),
            ("a[05]=1", r#"{"a":{"05":"1"}}"#),
            ("a[b][]=1&a[b][]=2&a[c]=3", r#"{"a":{"b":["1","2"],"c":"3"}}"#),
            ("a=1&a[b]=2", r#"{"a":{"b":"2"}}"#),
            ("a[b]=1&a=2", r#"{"a":"2"}"#),
            ("a.b=1&c d=2", r#"{"a_b":"1","c_d":"2"}"#),
            ("a[b.c]=1", r#"{"a":{"b.c":"1"}}"#),
            ("a[b=1", r#"{"a_b":"1"}"#),
            ("a[b.c=1", r#"{"a_b_c":"1"}"#),
            ("a[b][c=1", r#"{"a":{"b":"1"}}"#),
            ("a[b]c=1", r#"{"a":{"b":"1"}}"#),
            ("[a]=1&=2& =3", "[]"),
            ("  a=1", r#"{"a":"1"}"#),
            ("a%00b=1", r#"{"a":"1"}"#),
            ("a=%31+%2B%zz%", r#"{"a":"1 +%zz%"}"#),
            ("a%5Bb%5D=1", r#"{"a":{"b":"1"}}"#),
            ("a=b=c", r#"{"a":"b=c"}"#),
            ("0=x&1=y", r#"["x","y"]"#),
            ("&&a=1&&", r#"{"a":"1"}"#),
        ] {
            assert_eq!(json(query), parsed, "{query}");
        }
    }

    #[test]
    fn the_thousand_and_first_variable_is_dropped() {
        let query = (0..1001).map(|number| format!("v{number}=1")).collect::<Vec<_>>().join("&");
        let parsed = parse_str(query.as_bytes());
        assert_eq!(parsed.len(), 1000);
        assert_eq!(parsed.get("v1000"), None);
    }

    #[test]
    fn a_variable_nested_too_deeply_goes_whole() {
        let deep = |levels| format!("a{}=1", "[x]".repeat(levels));
        assert_eq!(parse_str(deep(64).as_bytes()).len(), 1);
        assert_eq!(json(&format!("a[ok]=1&b=2&{}", deep(65))), r#"{"b":"2"}"#);
    }

    proptest! {
        #[test]
        fn what_is_encoded_once_comes_back(name in "[a-z]{1,8}", index in "[a-z0-9 .]{1,8}", value: String) {
            prop_assume!(!is_append(index.as_bytes()));
            let encode = |text: &str| percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string();
            let query = format!("{}={}", encode(&format!("{name}[{index}]")), encode(&value));
            let parsed = parse_str(query.as_bytes());
            let found = parsed.get(name.as_str()).and_then(Value::as_array).and_then(|array| array.get(index.as_str()));
            prop_assert_eq!(found.and_then(Value::as_text), Some(value.as_bytes()));
        }

        #[test]
        fn no_bytes_make_it_panic(query in proptest::collection::vec(any::<u8>(), 0..200)) {
            parse_str(&query);
        }
    }
}
