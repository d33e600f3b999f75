/// A way to carry a request to the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// The `callMethod` of the BX24 library, which sends forms.
    Library,
    /// `fetch`, which sends JSON.
    Fetch,
}

/// The transports of a connection at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transports {
    /// HTTP alone: a webhook, or a token that the caller gave.
    Fetch,
    /// A BX24 library that does not tell its token.
    Library,
    /// A BX24 library, and the portal itself with the library's token.
    LibraryAndFetch,
    /// A BX24 library that has no valid token at the moment.
    NoToken {
        /// It can tell when it has been initialised, which may be still to come.
        can_await: bool,
        /// It can renew its token.
        can_renew: bool,
    },
}

/// What a request needs of its transport.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    /// Nothing special.
    Anything,
    /// A batch goes by fetch where it can: the library paces requests by itself, and has batches of its own kind.
    Batch,
    /// JSON: a form would change its parameters.
    Json,
}
