//! What is measured beside each other.

/// A way to reset a card.
#[derive(Debug)]
pub(crate) struct Contender {
    /// Its file in projects/contenders/.
    pub(crate) name: &'static str,
    /// What tables call it.
    pub(crate) title: &'static str,
    /// Whether a page in a placement has the script of the BX24 library beside it.
    pub(crate) has_library: bool,
    /// Whether it works outside a placement, by an access token.
    pub(crate) by_token: bool,
}

/// All of them, in the order of the tables.
pub(crate) static ALL: [Contender; 5] = [
    Contender { name: "bx24", title: "BX24.callMethod", has_library: true, by_token: false },
    Contender { name: "fetch", title: "fetch by hand", has_library: true, by_token: true },
    Contender { name: "sdk", title: "@bitrix24/b24jssdk", has_library: false, by_token: true },
    Contender { name: "full", title: "bx24-contact-card", has_library: true, by_token: true },
    Contender { name: "slim", title: "bx24-contact-card/slim", has_library: true, by_token: true },
];

pub(crate) const LIBRARY: &str = ALL[0].title;
pub(crate) const BY_HAND: &str = ALL[1].title;
pub(crate) const SDK: &str = ALL[2].title;
pub(crate) const FULL: &str = ALL[3].title;
pub(crate) const SLIM: &str = ALL[4].title;

/// Those that work outside a placement.
pub(crate) fn by_token() -> impl Iterator<Item = &'static Contender> {
    ALL.iter().filter(|contender| contender.by_token)
}
