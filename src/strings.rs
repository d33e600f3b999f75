//! Strings made without the formatting machinery, which is a tenth of the size of the shipped module.

use alloc::string::String;

/// The parts, one after the other.
pub(crate) fn concat(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// A whole number in decimal digits.
pub(crate) fn decimal(number: u64) -> String {
    let mut text = if number < 10 { String::new() } else { decimal(number / 10) };
    push_digit(&mut text, (number % 10) as usize);
    text
}

/// The number that these decimal digits are, as [`decimal`] writes it.
pub(crate) fn whole_number(digits: &str) -> Option<u32> {
    let mut number = 0_u32;
    for digit in digits.bytes() {
        number = number.checked_mul(10)?.checked_add(digit.checked_sub(b'0')?.into())?;
    }
    if decimal(number.into()) == digits { Some(number) } else { None }
}

/// Appends a byte in two hexadecimal digits.
pub(crate) fn push_hexadecimal(text: &mut String, byte: u8) {
    push_digit(text, (byte >> 4).into());
    push_digit(text, (byte & 15).into());
}

fn push_digit(text: &mut String, digit: usize) {
    text.push_str("0123456789abcdef".get(digit..=digit).unwrap_or_default());
}

/// Whether a text has one of these bytes.
pub(crate) fn has_any(text: &str, bytes: &[u8]) -> bool {
    text.bytes().any(|byte| bytes.contains(&byte))
}

/// Whether a text has none but these bytes.
pub(crate) fn has_only(text: &str, bytes: &[u8]) -> bool {
    text.bytes().all(|byte| bytes.contains(&byte))
}

/// What is before and after the first `separator`, an ASCII character.
pub(crate) fn split_once(text: &str, separator: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == separator)?;
    Some((text.get(..at)?, text.get(at.saturating_add(1)..)?))
}

/// A text of a layout as an error shows it: the code of a webhook has 16 characters.
pub(crate) const fn shown(text: &str) -> &str {
    if text.len() < 16 { text } else { "…" }
}

#[cfg(test)]
mod tests {
    use super::{decimal, has_any, has_only, push_hexadecimal, shown, split_once, whole_number};
    use alloc::string::String;
    use alloc::string::ToString;

    #[test]
    fn numbers() {
        for number in [0, 7, 10, 907, u64::MAX] {
            assert_eq!(decimal(number), number.to_string());
        }
    }

    #[test]
    fn digits() {
        for number in [0, 7, 10, 907, u32::MAX] {
            assert_eq!(whole_number(&number.to_string()), Some(number));
        }
        for text in ["", "-1", "+1", "01", "00", "1.0", "1 ", "x", "1a", "/", ":", "4294967296", "99999999999", "ä"] {
            assert_eq!(whole_number(text), None, "{text}");
        }
    }

    #[test]
    fn bytes_of_texts() {
        assert!(has_any("a[b", b"[]") && !has_any("ab", b"[]") && !has_any("", b"[]"));
        assert!(has_only("..", b".") && has_only("", b".") && !has_only(".a", b"."));
    }

    #[test]
    fn bytes_have_two_digits() {
        let mut text = String::from("%");
        for byte in [0, 0x0A, 0xFF] {
            push_hexadecimal(&mut text, byte);
        }
        assert_eq!(text, "%000aff");
    }

    #[test]
    fn long_texts_are_not_shown() {
        assert_eq!([shown(""), shown("optionFlags"), shown("abcd1234efgh5678")], ["", "optionFlags", "…"]);
    }

    #[test]
    fn splitting() {
        assert_eq!(split_once("a/b/c", b'/'), Some(("a", "b/c")));
        assert_eq!(split_once("ä/", b'/'), Some(("ä", "")));
        assert_eq!(split_once("a", b'/'), None);
    }
}
