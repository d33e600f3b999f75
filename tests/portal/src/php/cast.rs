//! PHP's conversions between types.

use super::Value;

/// PHP's `(int)`.
pub(crate) fn to_int(value: &Value) -> i64 {
    match value {
        Value::Null => 0,
        Value::Bool(value) => i64::from(*value),
        Value::Int(value) => *value,
        Value::Float(value) => float_to_int(*value),
        Value::Text(text) => text_to_int(text),
        Value::Array(array) => i64::from(!array.is_empty()),
    }
}

/// PHP's `(bool)`.
pub(crate) fn truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(value) => *value,
        Value::Int(value) => *value != 0,
        Value::Float(value) => *value != 0.0,
        Value::Text(text) => !text.is_empty() && text != b"0",
        Value::Array(array) => !array.is_empty(),
    }
}

/// PHP's `is_numeric`: a number, or text that is one, with blanks around it.
pub(crate) fn is_numeric(value: &Value) -> bool {
    match value {
        Value::Int(_) | Value::Float(_) => true,
        Value::Text(text) => numeric_prefix(text).is_some_and(|number| number.complete),
        _ => false,
    }
}

/// PHP's string conversion of a scalar; none for an array.
pub(crate) fn to_text(value: &Value) -> Option<Vec<u8>> {
    match value {
        Value::Null | Value::Bool(false) => Some(Vec::new()),
        Value::Bool(true) => Some(b"1".to_vec()),
        Value::Int(value) => Some(value.to_string().into_bytes()),
        Value::Float(value) => Some(float_text(*value, 'E').into_bytes()),
        Value::Text(text) => Some(text.clone()),
        Value::Array(_) => None,
    }
}

/// The same in UTF-8, empty where there is none.
pub(crate) fn readable_text(value: Option<&Value>) -> String {
    value.and_then(to_text).map_or_else(String::new, |text| String::from_utf8_lossy(&text).into_owned())
}

/// PHP's `trim`.
pub(crate) fn trim(text: &[u8]) -> &[u8] {
    let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0 | 0x0B);
    let start = text.iter().position(|byte| !blank(byte)).unwrap_or(text.len());
    let end = text.iter().rposition(|byte| !blank(byte)).map_or(start, |last| last + 1);
    text.get(start..end).unwrap_or_default()
}

/// A value that does not pass for an `int` parameter: PHP throws a `TypeError`.
#[derive(Debug, PartialEq)]
pub(crate) struct BadInteger;

/// What arrives at a PHP function that declares a parameter `int`.
pub(crate) struct Parameter;

impl Parameter {
    /// The weak conversion: stricter than a cast, it refuses arrays and text that is not numeric.
    pub(crate) fn int(value: &Value) -> Result<i64, BadInteger> {
        match value {
            Value::Null | Value::Array(_) => Err(BadInteger),
            Value::Text(_) if !is_numeric(value) => Err(BadInteger),
            Value::Text(text) => fitting(text_to_float(text)).map(|_| text_to_int(text)),
            Value::Float(value) => fitting(*value).map(|_| float_to_int(*value)),
            value => Ok(to_int(value)),
        }
    }
}

/// A float outside the range of integers is refused.
fn fitting(value: f64) -> Result<f64, BadInteger> {
    (-TWO_63..TWO_63).contains(&value).then_some(value).ok_or(BadInteger)
}

const TWO_63: f64 = 9_223_372_036_854_775_808.0;
const TWO_64: f64 = 18_446_744_073_709_551_616.0;

/// Truncates; beyond the range of integers PHP counts modulo 2^64.
fn float_to_int(value: f64) -> i64 {
    if !value.is_finite() {
        return 0;
    }
    let wrapped = if (-TWO_63..TWO_63).contains(&value) { value } else { value.trunc().rem_euclid(TWO_64) };
    #[expect(clippy::cast_possible_truncation, reason = "truncation is the rule")]
    #[expect(clippy::cast_sign_loss, reason = "the wrapped value is not negative")]
    #[expect(clippy::cast_possible_wrap, reason = "the upper half of the ring is the negative numbers")]
    if wrapped < TWO_63 { wrapped as i64 } else { wrapped as u64 as i64 }
}

/// The number at the start of a text, 0 without one; beyond the range of integers the nearest bound, beyond that of floats
/// 0 again.
fn text_to_int(text: &[u8]) -> i64 {
    let Some(number) = numeric_prefix(text) else { return 0 };
    number.text.parse().unwrap_or_else(|_| {
        let float = number.text.parse().unwrap_or(0.0);
        #[expect(clippy::cast_possible_truncation, reason = "`as` saturates, as PHP does for text")]
        if f64::is_finite(float) { float as i64 } else { 0 }
    })
}

fn text_to_float(text: &[u8]) -> f64 {
    numeric_prefix(text).and_then(|number| number.text.parse().ok()).unwrap_or(0.0)
}

struct Numeric<'text> {
    /// Sign, digits, fraction, exponent.
    text: &'text str,
    /// Nothing but blanks follow.
    complete: bool,
}

/// PHP's numeric string: blanks, a sign, digits with an optional fraction and exponent.
fn numeric_prefix(text: &[u8]) -> Option<Numeric<'_>> {
    let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C);
    let start = text.iter().position(|byte| !blank(byte))?;
    let body = text.get(start..)?;
    let digits = |from: usize| body.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    let at = |index: usize| body.get(index).copied();

    let mut end = usize::from(matches!(at(0), Some(b'+' | b'-')));
    let whole = digits(end);
    end += whole;
    if at(end) == Some(b'.') {
        let fraction = digits(end + 1);
        if whole + fraction == 0 {
            return None;
        }
        end += 1 + fraction;
    } else if whole == 0 {
        return None;
    }
    if matches!(at(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(at(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign);
        if exponent > 0 {
            end += 1 + sign + exponent;
        }
    }
    Some(Numeric { text: std::str::from_utf8(body.get(..end)?).ok()?, complete: body.get(end..)?.iter().all(blank) })
}

/// A float as PHP prints it: the shortest digits that read back the same, an exponent from 1e17 on and below 1e-4.
pub(super) fn float_text(value: f64, exponent_sign: char) -> String {
    let scientific = format!("{value:e}");
    let Some((mantissa, exponent)) = scientific.split_once('e') else {
        return scientific;
    };
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..17).contains(&exponent) {
        return format!("{value}");
    }
    let point = if mantissa.contains('.') { "" } else { ".0" };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}{point}{exponent_sign}{sign}{}", exponent.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::php::decode;
    use proptest::prelude::*;

    fn cast(json: &str) -> i64 {
        to_int(&decode(json.as_bytes()).unwrap())
    }

    #[test]
    fn every_json_type_casts_to_an_integer() {
        for (json, int) in [
            ("null", 0),
            ("true", 1),
            ("false", 0),
            ("6", 6),
            ("6.9", 6),
            ("-6.9", -6),
            ("[]", 0),
            ("{}", 0),
            ("[6]", 1),
            ("{\"a\":0}", 1),
            ("\"\"", 0),
            ("\"6abc\"", 6),
            ("\" 6\"", 6),
            ("\"\\t6\"", 6),
            ("\"1e1\"", 10),
            ("\"1e1x\"", 10),
            ("\"0x6\"", 0),
            ("\"abc\"", 0),
            ("\"undefined\"", 0),
            ("\"-6\"", -6),
            ("\"+6\"", 6),
            ("\".9e1\"", 9),
            ("\"6.\"", 6),
            ("\".\"", 0),
            ("\"1e\"", 1),
            ("\"- 6\"", 0),
            ("\"99999999999999999999\"", i64::MAX),
            ("\"-99999999999999999999\"", i64::MIN),
            ("\"1e30\"", i64::MAX),
            ("\"1e999\"", 0),
            ("18446744073709551621", 0),
            ("9223372036854775808", i64::MIN),
        ] {
            assert_eq!(cast(json), int, "{json}");
        }
        assert!(cast("1e30") > 1, "recorded: neither the caller nor user 1");
    }

    #[test]
    fn numeric_text_may_be_padded_but_not_followed() {
        for text in ["1", " 1", "1 ", "\t1\n", "1.5", ".5", "5.", "1e5", "-1", "+1"] {
            assert!(is_numeric(&Value::from(text)), "{text}");
        }
        for text in ["", " ", "1x", "0x1", "1 2", "e5", ".", "--1"] {
            assert!(!is_numeric(&Value::from(text)), "{text}");
        }
        assert!(!is_numeric(&Value::Bool(true)));
    }

    #[test]
    fn an_int_parameter_refuses_what_a_cast_takes() {
        assert_eq!(Parameter::int(&Value::from("5")), Ok(5));
        assert_eq!(Parameter::int(&Value::from(" 5.9 ")), Ok(5));
        assert_eq!(Parameter::int(&Value::Bool(true)), Ok(1));
        assert_eq!(Parameter::int(&Value::Float(5.5)), Ok(5));
        for refused in [
            Value::Null,
            Value::from("x"),
            Value::from("5abc"),
            Value::from(""),
            Value::Array(crate::php::Array::new()),
        ] {
            assert_eq!(Parameter::int(&refused), Err(BadInteger), "{refused:?}");
        }
    }

    #[test]
    fn floats_print_as_php_prints_them() {
        for (value, text) in
            [(1.5, "1.5"), (12.0, "12"), (1e30, "1.0e+30"), (1.25e-7, "1.25e-7"), (0.1, "0.1"), (-0.0, "-0")]
        {
            assert_eq!(float_text(value, 'e'), text);
        }
    }

    proptest! {
        #[test]
        fn an_integer_survives_any_spelling(int: i64, blanks in "[ \t\n]{0,3}", tail in "[a-df-zA-DF-Z ]*") {
            prop_assert_eq!(to_int(&Value::Int(int)), int);
            prop_assert_eq!(to_int(&Value::from(format!("{blanks}{int}{tail}"))), int);
        }

        #[test]
        fn any_bytes_can_be_cast(text in proptest::collection::vec(any::<u8>(), 0..40), float: f64) {
            let _ = (to_int(&Value::Float(float)), float_text(float, 'e'));
            let text = Value::Text(text);
            if let Ok(int) = Parameter::int(&text) {
                prop_assert!(is_numeric(&text));
                prop_assert_eq!(int, to_int(&text));
            }
        }

        #[test]
        fn a_fraction_is_cut_off(whole in -1_000_000_i64..1_000_000, fraction in 0_u32..1000) {
            let text = format!("{whole}.{fraction:03}");
            prop_assert_eq!(to_int(&Value::from(text.as_str())), whole);
            prop_assert_eq!(to_int(&Value::Float(text.parse().unwrap())), whole);
        }
    }
}
