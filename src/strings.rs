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
    text.extend(char::from_digit((number % 10) as u32, 10));
    text
}

/// Appends a byte in two hexadecimal digits.
pub(crate) fn push_hexadecimal(text: &mut String, byte: u8) {
    for digit in [byte >> 4, byte & 15] {
        text.extend(char::from_digit(digit.into(), 16));
    }
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
    use super::{decimal, push_hexadecimal, shown, split_once};
    use alloc::string::String;
    use alloc::string::ToString;

    #[test]
    fn numbers() {
        for number in [0, 7, 10, 907, u64::MAX] {
            assert_eq!(decimal(number), number.to_string());
        }
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
