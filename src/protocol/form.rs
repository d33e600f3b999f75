//! What a form can carry. The BX24 library sends forms: every value becomes a string, and what is empty vanishes.

use crate::card::Json;
use crate::error::{Error, ErrorKind};
use crate::strings::{has_any, has_only};

/// The variables of a form that PHP reads (`max_input_vars`), less some for the token, scope and user. PHP drops the others
/// silently, so that half a card would be saved.
const VARIABLES: usize = 990;

/// Whether the parameters of a call come out of a form as they went in: every option is a string, and there are no more
/// values than PHP reads. JSON carries every layout.
pub(crate) fn fits_a_form(parameters: &Json) -> bool {
    let mut variables = 0_usize;
    for section in parameters.get("data").map_or(&[][..], Json::items) {
        // Name, title, type, and `elements` when there are none.
        variables = variables.saturating_add(4);
        for element in section.get("elements").map_or(&[][..], Json::items) {
            let Some(options) = element.get("options").map_or(Some(0), leaves) else { return false };
            // Name and `optionFlags`, which is read as a number whatever it was sent as.
            variables = variables.saturating_add(2).saturating_add(options);
        }
    }
    variables <= VARIABLES
}

/// The error of a layout that a form would change, where forms are all that can be sent.
pub(crate) fn not_for_a_form() -> Error {
    let description = "A BX24 library without getAuth cannot send this layout unchanged: it has more than 990 values, or \
                       options that are not texts.";
    Error::new(ErrorKind::InvalidArgument, "INVALID_LAYOUT", description)
}

/// The variables that a value makes; `None` when it would be changed.
fn leaves(value: &Json) -> Option<usize> {
    let mut sum = 0_usize;
    match value {
        Json::String(_) => sum = 1,
        Json::Array(items) => {
            for item in items {
                sum = sum.checked_add(leaves(item)?)?;
            }
        }
        Json::Object(entries) => {
            for (key, item) in entries {
                sum = sum.checked_add(leaves(item).filter(|_| fits_key(key))?)?;
            }
        }
        _ => {}
    }
    // What is empty vanishes, and what is no text is changed.
    if sum > 0 { Some(sum) } else { None }
}

/// Keys become part of a name such as `options[key]`, in which brackets mean something, and so does no key at all.
fn fits_key(key: &str) -> bool {
    !has_only(key, b" \t\n\x0B\x0C\r") && !has_any(key, b"[]\0")
}

#[cfg(test)]
mod tests {
    use super::fits_a_form;
    use crate::card::Json;
    use alloc::string::ToString;
    use alloc::vec;
    use alloc::vec::Vec;

    fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
        Json::Object(entries.map(|(key, value)| (key.to_string(), value)).into())
    }

    fn text(text: &str) -> Json {
        Json::String(text.into())
    }

    fn parameters(elements: Vec<Json>) -> Json {
        object([("data", Json::Array(vec![object([("name", text("main")), ("elements", Json::Array(elements))])]))])
    }

    fn fits(options: Json) -> bool {
        fits_a_form(&parameters(vec![object([("name", text("PHONE")), ("options", options)])]))
    }

    #[test]
    fn texts_fit() {
        assert!(fits_a_form(&object([("scope", text("P")), ("userId", Json::Number(6.0))])));
        assert!(fits(object([("defaultCountry", text("GB")), ("empty", text("")), ("a.b c", text("$result[x]"))])));
        assert!(fits(object([("list", Json::Array(vec![text("a"), object([("b", text("c"))])]))])));
    }

    #[test]
    fn what_becomes_a_text_or_nothing_does_not_fit() {
        let values = [Json::Number(1.0), Json::Bool(false), Json::Null, object([]), Json::Array(vec![])];
        for value in values {
            assert!(!fits(object([("key", value.clone())])), "{value:?}");
            assert!(!fits(object([("list", Json::Array(vec![value.clone()]))])), "{value:?}");
        }
        assert!(!fits(object([])));
        for key in ["", " ", "\t", "\u{b}", "\u{c}", " \n", "a]b", "a[b", "a\0b"] {
            assert!(!fits(object([(key, text("x"))])), "{key:?}");
        }
    }

    #[test]
    fn more_than_php_reads_does_not_fit() {
        let elements = |count| parameters(vec![object([("name", text("NAME"))]); count]);
        assert!(fits_a_form(&elements(493)));
        assert!(!fits_a_form(&elements(494)));
    }
}
