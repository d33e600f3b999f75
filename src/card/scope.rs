/// The scope of a card: one user, or all users.
///
/// It implements serde's `Serialize` and `Deserialize` as the string that [`code`](Self::code) returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// `P`: one user's personal card.
    Personal,
    /// `C`: the card common to all users.
    Common,
}

impl Scope {
    /// The letter by which the portal knows the scope.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Personal => "P",
            Self::Common => "C",
        }
    }

    /// Reads the portal's letter. Every other spelling is refused, although the portal takes it for `P`
    /// (`docs/portal.md` §1).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "P" => Some(Self::Personal),
            "C" => Some(Self::Common),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Scope;
    use proptest::prelude::*;

    #[test]
    fn the_letters_are_exact() {
        for scope in [Scope::Personal, Scope::Common] {
            assert_eq!(Scope::from_code(scope.code()), Some(scope));
        }
        for typo in ["", "p", "c", " C", "C ", "CC", "common", "С", "\u{0}"] {
            assert_eq!(Scope::from_code(typo), None, "{typo:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_else_is_a_scope(code in ".*") {
            prop_assert_eq!(Scope::from_code(&code).is_some(), code == "P" || code == "C");
        }
    }
}
