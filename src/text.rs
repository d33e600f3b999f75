//! Texts of parts, without the formatting machinery, which would be a tenth of the shipped module.

use alloc::string::String;

/// The parts, one after the other.
pub(crate) fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// What is before and after the first `separator`, an ASCII character.
pub(crate) fn cut(text: &str, separator: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == separator)?;
    let (before, after) = text.split_at_checked(at)?;
    Some((before, after.get(1..)?))
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn cutting() {
        assert_eq!(cut("a/b/c", b'/'), Some(("a", "b/c")));
        assert_eq!(cut("ä/", b'/'), Some(("ä", "")));
        assert_eq!(cut("a", b'/'), None);
    }
}
