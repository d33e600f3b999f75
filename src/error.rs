//! Why a call failed. The kinds and outcomes are those of the npm package's types.

use crate::card::Backup;
use alloc::boxed::Box;
use alloc::string::String;
use core::any::Any;
use core::fmt;
use core::ops::{Deref, DerefMut};

/// What went wrong, in the one word a program decides by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// Refused here; nothing was sent.
    InvalidArgument,
    /// There is no BX24 library, and no other connection was given.
    NoConnection,
    /// The caller lacks the right, or any access to CRM.
    AccessDenied,
    /// Token or webhook not accepted, scope missing, application not allowed.
    Auth,
    /// Any other answer by which the portal refuses the request.
    Rejected,
    /// Of an edit: somebody else has saved the card after each attempt.
    Conflict,
    /// 503 or 429 to the end of the retries.
    RateLimit,
    /// 5xx, overloaded, deleted, unpaid.
    Unavailable,
    /// No HTTP answer.
    Network,
    /// An answer that is not what the method promises.
    UnexpectedAnswer,
    /// No answer in the time allowed.
    Timeout,
    /// The caller's signal said so.
    Aborted,
    /// A fault of this package.
    Internal,
}

impl ErrorKind {
    /// The kind as JavaScript sees it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::InvalidArgument => "invalid-argument",
            Self::NoConnection => "no-connection",
            Self::AccessDenied => "access-denied",
            Self::Auth => "auth",
            Self::Rejected => "rejected",
            Self::Conflict => "conflict",
            Self::RateLimit => "rate-limit",
            Self::Unavailable => "unavailable",
            Self::Network => "network",
            Self::UnexpectedAnswer => "unexpected-answer",
            Self::Timeout => "timeout",
            Self::Aborted => "aborted",
            Self::Internal => "internal",
        }
    }
}

/// What a failed call did to the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The card is as it was.
    Unchanged,
    /// The request may have run.
    Unknown,
}

impl Outcome {
    /// The outcome as JavaScript sees it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Unknown => "unknown",
        }
    }
}

/// Whether, and how, sending the request again can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Retry {
    /// It cannot.
    Never,
    /// After a pause that doubles.
    Backoff,
    /// After a pause that doubles, at most twice: a failed server seldom recovers within seconds.
    Server,
    /// After the operating limit has ended.
    OperatingLimit,
    /// With a renewed access token.
    TokenRenewal,
}

/// Why a call failed, and what that did to the card.
///
/// It is one pointer wide, since every step of a call can return one. It dereferences to its [`ErrorDetails`].
#[derive(Debug)]
pub struct Error(Box<ErrorDetails>);

/// The fields of an [`Error`].
#[derive(Debug)]
#[non_exhaustive]
pub struct ErrorDetails {
    /// What went wrong.
    pub kind: ErrorKind,
    /// The portal's own code, verbatim (it is empty for "Access denied."), or an upper-case constant of this crate.
    pub code: String,
    /// The portal's own text, verbatim, or a sentence of this crate.
    pub description: String,
    /// The HTTP status, when there was an answer that had one.
    pub status: Option<u16>,
    /// The REST method that was called.
    pub method: Option<&'static str>,
    /// What happened to the card.
    pub outcome: Outcome,
    /// Requests sent.
    pub attempts: u32,
    /// What the card was like, where a reset that was to keep it, or an edit, may have changed it.
    pub backup: Option<Backup>,
    pub(crate) retry: Retry,
    /// How long the operating limit lasted when the portal answered, in milliseconds, where the portal told.
    pub(crate) retry_after: Option<f64>,
    pub(crate) cause: Option<Box<dyn Any>>,
}

impl Deref for Error {
    type Target = ErrorDetails;

    fn deref(&self) -> &ErrorDetails {
        &self.0
    }
}

impl DerefMut for Error {
    fn deref_mut(&mut self) -> &mut ErrorDetails {
        &mut self.0
    }
}

impl Error {
    /// An error made here, after which the card is as it was and asking again is no use.
    pub(crate) fn new(kind: ErrorKind, code: &str, description: &str) -> Self {
        Self(Box::new(ErrorDetails {
            kind,
            code: code.into(),
            description: description.into(),
            status: None,
            method: None,
            outcome: Outcome::Unchanged,
            attempts: 0,
            backup: None,
            retry: Retry::Never,
            retry_after: None,
            cause: None,
        }))
    }

    /// The error of a [`Connection`](crate::client::Connection) when no answer comes. The request may have run, and sending
    /// it again can help.
    #[must_use]
    pub fn network() -> Self {
        let description =
            // The browser's own text differs between engines, says no more than this, and can hold the address.
            "No answer: the network failed, or a server in front of the portal answered without CORS headers.";
        Self::new(ErrorKind::Network, "NETWORK", description).with_unknown_outcome().with_retry(Retry::Backoff)
    }

    /// The same error after a request that may have run on the portal.
    pub(crate) fn with_unknown_outcome(mut self) -> Self {
        self.outcome = Outcome::Unknown;
        self
    }

    pub(crate) fn with_retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// The same error with the backup of a card that may have been changed.
    pub(crate) fn with_backup(mut self, backup: Option<Backup>) -> Self {
        self.backup = backup.filter(|_| self.outcome == Outcome::Unknown);
        self
    }

    /// The error of a call that reached its deadline.
    pub(crate) fn timeout() -> Self {
        Self::new(ErrorKind::Timeout, "TIMEOUT", "No answer in the time allowed.").with_retry(Retry::Backoff)
    }

    /// The error of a call that its caller no longer wants.
    pub(crate) fn aborted() -> Self {
        Self::new(ErrorKind::Aborted, "ABORTED", "The call was aborted.")
    }

    /// A fault of this package.
    pub(crate) fn internal() -> Self {
        Self::new(ErrorKind::Internal, "INTERNAL", "A fault of bx24-contact-card: please report it.")
    }

    #[cfg(target_family = "wasm")]
    pub(crate) fn caused_by(mut self, cause: impl Any) -> Self {
        self.cause = Some(Box::new(cause));
        self
    }

    /// What was thrown, or rejected with, when that is why: a `JsValue` in a browser.
    #[must_use]
    pub fn cause(&self) -> Option<&dyn Any> {
        self.cause.as_deref()
    }

    /// Whether the portal has refused the request because its bucket is full.
    pub(crate) fn is_congestion(&self) -> bool {
        self.kind == ErrorKind::RateLimit && self.retry == Retry::Backoff
    }

    /// Whether the failure of a request for one card says nothing of others: a refusal, or what the portal may have only with
    /// this one.
    pub(crate) fn is_of_one_card(&self) -> bool {
        use ErrorKind::{AccessDenied, Rejected, Timeout, UnexpectedAnswer};
        match self.retry {
            Retry::Never => matches!(self.kind, AccessDenied | Rejected | UnexpectedAnswer),
            Retry::Server => true,
            _ => self.kind == Timeout,
        }
    }

    /// Whether the same call may succeed later, unchanged.
    #[must_use]
    pub fn retryable(&self) -> bool {
        !matches!(self.retry, Retry::Never | Retry::TokenRenewal)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.description.is_empty() { self.kind.name() } else { &self.description })
    }
}

impl core::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::{Error, ErrorKind, Outcome};
    use alloc::boxed::Box;
    use alloc::string::ToString;

    #[test]
    fn names_are_those_of_the_types() {
        use ErrorKind as Kind;
        let names = [
            (Kind::InvalidArgument, "invalid-argument"),
            (Kind::NoConnection, "no-connection"),
            (Kind::AccessDenied, "access-denied"),
            (Kind::Auth, "auth"),
            (Kind::Rejected, "rejected"),
            (Kind::Conflict, "conflict"),
            (Kind::RateLimit, "rate-limit"),
            (Kind::Unavailable, "unavailable"),
            (Kind::Network, "network"),
            (Kind::UnexpectedAnswer, "unexpected-answer"),
            (Kind::Timeout, "timeout"),
            (Kind::Aborted, "aborted"),
            (Kind::Internal, "internal"),
        ];
        let types = include_str!("../pkg-template/index.d.ts");
        for (kind, name) in names {
            assert_eq!(kind.name(), name);
            assert!(types.contains(&["| '", name, "'"].concat()), "index.d.ts has no {name}");
        }
        assert_eq!((Outcome::Unchanged.name(), Outcome::Unknown.name()), ("unchanged", "unknown"));
    }

    #[test]
    fn an_error_reads_as_the_portals_words_or_else_as_its_kind() {
        let error = Error::new(ErrorKind::AccessDenied, "", "Access denied.");
        assert_eq!(error.to_string(), "Access denied.");
        assert_eq!(Error::new(ErrorKind::Rejected, "100", "").to_string(), "rejected");
    }

    #[test]
    fn a_cause_is_kept() {
        let mut error = Error::internal();
        assert!(error.cause().is_none());
        error.cause = Some(Box::new("thrown"));
        assert_eq!(error.cause().and_then(|cause| cause.downcast_ref()), Some(&"thrown"));
    }
}
