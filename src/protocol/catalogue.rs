//! The portal's errors, and what each of them means (docs/portal.md §2).

use crate::error::{Error, ErrorKind, Retry};
use alloc::string::String;

/// The one code that says the method is unknown; it is checked before the authorization.
pub(crate) const METHOD_NOT_FOUND: &str = "ERROR_METHOD_NOT_FOUND";

/// The codes whose meaning their HTTP status does not tell. They come first, since portals and documentation give the
/// same code different statuses.
const CODES: &[(&str, ErrorKind, Retry)] = {
    use ErrorKind::{AccessDenied, Auth, RateLimit, Rejected, Unavailable};
    &[
        ("ACCESS_DENIED", AccessDenied, Retry::Never),
        ("expired_token", Auth, Retry::TokenRenewal),
        ("invalid_token", Auth, Retry::TokenRenewal),
        ("NO_AUTH_FOUND", Auth, Retry::Never),
        ("INVALID_CREDENTIALS", Auth, Retry::Never),
        ("insufficient_scope", Auth, Retry::Never),
        ("user_access_error", Auth, Retry::Never),
        ("APPLICATION_NOT_FOUND", Auth, Retry::Never),
        ("authorization_error", Auth, Retry::Never),
        ("WRONG_AUTH_TYPE", Auth, Retry::Never),
        ("METHOD_CONFIRM_WAITING", Auth, Retry::Never),
        ("METHOD_CONFIRM_DENIED", Auth, Retry::Never),
        ("QUERY_LIMIT_EXCEEDED", RateLimit, Retry::Backoff),
        ("OPERATION_TIME_LIMIT", RateLimit, Retry::OperatingLimit),
        ("INTERNAL_SERVER_ERROR", Unavailable, Retry::Server),
        ("ERROR_UNEXPECTED_ANSWER", Unavailable, Retry::Server),
        ("CONNECTION_ERROR", Unavailable, Retry::Backoff),
        ("OVERLOAD_LIMIT", Unavailable, Retry::Never),
        ("PORTAL_DELETED", Unavailable, Retry::Never),
        ("WRONG_LICENSE", Unavailable, Retry::Never),
        ("FEATURE_NOT_AVAILABLE_ON_CURRENT_PLAN", Unavailable, Retry::Never),
        ("INVALID_REQUEST", Rejected, Retry::Never),
        ("ERROR_MANIFEST_IS_NOT_AVAILABLE", Rejected, Retry::Never),
        (METHOD_NOT_FOUND, Rejected, Retry::Never),
        ("ERROR_BATCH_METHOD_NOT_ALLOWED", Rejected, Retry::Never),
        ("ERROR_BATCH_LENGTH_EXCEEDED", Rejected, Retry::Never),
        ("WRONG_ENCODING", Rejected, Retry::Never),
    ]
};

impl Error {
    /// The error a portal answered with: `code` and `description` as it sent them, `status` of the HTTP answer.
    pub(crate) fn from_portal(code: String, description: String, status: Option<u16>) -> Self {
        let (kind, retry) = meaning(&code, &description, status);
        let mut error = Self::new(kind, "", "").with_retry(retry);
        error.code = code;
        error.description = description;
        error.status = status;
        // A server that broke may have done the work before, and so may one behind a gateway whose code is none of the portal's.
        // Every other code is that of a check before the work.
        let is_gateways =
            matches!(status, Some(408 | 429 | 503)) && CODES.iter().all(|(known, ..)| *known != error.code);
        if retry == Retry::Server || is_gateways { error.with_unknown_outcome() } else { error }
    }

    /// The error of a request for which the portal has no room.
    pub(crate) fn too_many_requests() -> Self {
        let description = "The portal takes no more requests now.";
        Self::new(ErrorKind::RateLimit, "TOO_MANY_REQUESTS", description).with_retry(Retry::Backoff)
    }

    /// An answer without the portal's own error in it, of a status that says enough: 429 and 5xx, made in front of the
    /// portal as a rule.
    pub(crate) fn from_status(status: u16) -> Option<Self> {
        let (kind, retry) = by_status(Some(status));
        let error = match kind {
            ErrorKind::RateLimit => Self::too_many_requests(),
            ErrorKind::Unavailable => Self::new(kind, "SERVER_ERROR", "The portal's server failed."),
            _ => return None,
        };
        let mut error = error.with_retry(retry).with_unknown_outcome();
        error.status = Some(status);
        Some(error)
    }
}

impl Error {
    /// The code of an answer that the BX24 library does not pass on.
    pub(crate) const LOST_RESPONSE: &str = "BX24_SILENT";

    /// The error of an answer that the BX24 library does not pass on, with its HTTP status where there was one.
    ///
    /// It is retried like the failure of a server, its most frequent cause.
    #[cfg(any(test, target_family = "wasm"))]
    pub(crate) fn lost_response(status: Option<u16>) -> Self {
        let kind = match status {
            None => ErrorKind::Network,
            Some(401 | 403 | 429 | 500..) => by_status(status).0,
            Some(_) => ErrorKind::UnexpectedAnswer,
        };
        let description = "The BX24 library got an answer that it does not pass on, or none.";
        let mut error =
            Self::new(kind, Self::LOST_RESPONSE, description).with_unknown_outcome().with_retry(Retry::Server);
        error.status = status;
        error
    }
}

fn meaning(code: &str, description: &str, status: Option<u16>) -> (ErrorKind, Retry) {
    match code {
        "" if description == "Access denied." => (ErrorKind::AccessDenied, Retry::Never),
        "ACCESS_DENIED" if description.starts_with("REST is available only") => (ErrorKind::Unavailable, Retry::Never),
        _ => match CODES.iter().find(|(known, ..)| *known == code) {
            Some((_, kind, retry)) => (*kind, *retry),
            None => by_status(status),
        },
    }
}

fn by_status(status: Option<u16>) -> (ErrorKind, Retry) {
    match status {
        Some(401) => (ErrorKind::Auth, Retry::Never),
        Some(403) => (ErrorKind::AccessDenied, Retry::Never),
        Some(429) => (ErrorKind::RateLimit, Retry::OperatingLimit),
        Some(503) => (ErrorKind::RateLimit, Retry::Backoff),
        Some(500..) => (ErrorKind::Unavailable, Retry::Server),
        _ => (ErrorKind::Rejected, Retry::Never),
    }
}

#[cfg(test)]
mod tests {
    use super::{Error, ErrorKind};
    use crate::error::Outcome;
    use alloc::string::String;

    #[test]
    fn a_code_that_is_none_of_the_portals_may_come_from_a_gateway_after_the_work() {
        let outcome = |code: &str, status| Error::from_portal(code.into(), String::new(), Some(status)).outcome;
        for status in [408, 429, 503] {
            assert_eq!(outcome("upstream request timeout", status), Outcome::Unknown, "{status}");
            assert_eq!(outcome("QUERY_LIMIT_EXCEEDED", status), Outcome::Unchanged, "{status}");
        }
        assert_eq!(outcome("NEVER_SEEN_BEFORE", 400), Outcome::Unchanged);
    }

    /// The table of docs/portal.md §2, with every status it prints: code, statuses, text, kind, retryable, outcome.
    #[test]
    fn every_row_of_the_table() {
        use ErrorKind::{AccessDenied, Auth, RateLimit, Rejected, Unavailable};
        use Outcome::{Unchanged, Unknown};
        #[expect(clippy::type_complexity, reason = "it is a table")]
        let rows: &[(&str, &[u16], &str, ErrorKind, bool, Outcome)] = &[
            ("INTERNAL_SERVER_ERROR", &[500], "Internal server error", Unavailable, true, Unknown),
            ("ERROR_UNEXPECTED_ANSWER", &[500], "Server returned an unexpected response", Unavailable, true, Unknown),
            ("QUERY_LIMIT_EXCEEDED", &[503], "Too many requests", RateLimit, true, Unchanged),
            (
                "OPERATION_TIME_LIMIT",
                &[429, 200],
                "Method is blocked due to operation time limit.",
                RateLimit,
                true,
                Unchanged,
            ),
            (
                "ERROR_BATCH_METHOD_NOT_ALLOWED",
                &[200, 405],
                "Method is not allowed for batch usage",
                Rejected,
                false,
                Unchanged,
            ),
            ("ERROR_BATCH_LENGTH_EXCEEDED", &[200, 400], "Max batch length exceeded", Rejected, false, Unchanged),
            ("NO_AUTH_FOUND", &[401], "Wrong authorization data", Auth, false, Unchanged),
            ("INVALID_REQUEST", &[401, 400], "Https required.", Rejected, false, Unchanged),
            ("OVERLOAD_LIMIT", &[401, 503], "REST API is blocked due to overload.", Unavailable, false, Unchanged),
            (
                "ACCESS_DENIED",
                &[401, 403],
                "REST is available only on commercial plans.",
                Unavailable,
                false,
                Unchanged,
            ),
            ("ACCESS_DENIED", &[401, 403], "REST is available only by subscription.", Unavailable, false, Unchanged),
            ("INVALID_CREDENTIALS", &[401, 403], "Invalid request credentials", Auth, false, Unchanged),
            ("ERROR_MANIFEST_IS_NOT_AVAILABLE", &[404], "Manifest is not available", Rejected, false, Unchanged),
            ("insufficient_scope", &[401, 403, 200], "", Auth, false, Unchanged),
            ("expired_token", &[401], "The access token provided has expired", Auth, false, Unchanged),
            (
                "user_access_error",
                &[401, 403],
                "The user does not have access to the application.",
                Auth,
                false,
                Unchanged,
            ),
            ("PORTAL_DELETED", &[403, 500], "Portal was deleted", Unavailable, false, Unchanged),
            ("ERROR_METHOD_NOT_FOUND", &[404], "Method not found!", Rejected, false, Unchanged),
            ("invalid_token", &[401], "Unable to get application by token", Auth, false, Unchanged),
            ("APPLICATION_NOT_FOUND", &[401], "Application not found", Auth, false, Unchanged),
            ("CONNECTION_ERROR", &[401], "Error connecting to authorization server", Unavailable, true, Unchanged),
            ("authorization_error", &[401], "Unable to authorize user", Auth, false, Unchanged),
            ("WRONG_AUTH_TYPE", &[403], "Current authorization type is denied for this method", Auth, false, Unchanged),
            ("WRONG_LICENSE", &[403], "Current license is denied for this method", Unavailable, false, Unchanged),
            ("FEATURE_NOT_AVAILABLE_ON_CURRENT_PLAN", &[403], "", Unavailable, false, Unchanged),
            ("ACCESS_DENIED", &[403], "Access denied! Administrator required", AccessDenied, false, Unchanged),
            ("METHOD_CONFIRM_WAITING", &[401], "Waiting for confirmation", Auth, false, Unchanged),
            ("METHOD_CONFIRM_DENIED", &[403], "Denied", Auth, false, Unchanged),
            ("ERROR_CORE", &[400], "Something", Rejected, false, Unchanged),
            ("ERROR_CORE", &[500], "SQL", Unavailable, true, Unknown),
            ("ERROR_ARGUMENT", &[400], "Something", Rejected, false, Unchanged),
            ("100", &[400], "Something", Rejected, false, Unchanged),
            ("WRONG_ENCODING", &[200], "Wrong request encoding", Rejected, false, Unchanged),
            ("", &[400, 200], "Access denied.", AccessDenied, false, Unchanged),
            ("", &[400], "There are no data to write.", Rejected, false, Unchanged),
        ];
        for &(code, statuses, text, kind, retryable, outcome) in rows {
            for &status in statuses {
                let error = Error::from_portal(code.into(), text.into(), Some(status));
                assert_eq!((error.kind, error.retryable()), (kind, retryable), "{code} {status} {text}");
                assert_eq!(error.outcome, outcome, "{code} {status} {text}");
                assert_eq!((error.code.as_str(), error.description.as_str(), error.status), (code, text, Some(status)));
            }
        }
    }

    #[test]
    fn unknown_codes_are_told_by_their_status() {
        let cases = [
            (Some(400), ErrorKind::Rejected),
            (Some(401), ErrorKind::Auth),
            (Some(403), ErrorKind::AccessDenied),
            (Some(404), ErrorKind::Rejected),
            (Some(429), ErrorKind::RateLimit),
            (Some(500), ErrorKind::Unavailable),
            (Some(503), ErrorKind::RateLimit),
            (Some(599), ErrorKind::Unavailable),
            (Some(200), ErrorKind::Rejected),
            (None, ErrorKind::Rejected),
        ];
        for (status, kind) in cases {
            assert_eq!(Error::from_portal("BRAND_NEW".into(), "text".into(), status).kind, kind, "{status:?}");
        }
    }

    #[test]
    fn an_answer_that_the_library_lost_is_told_by_its_status() {
        let cases = [
            (None, ErrorKind::Network),
            (Some(200), ErrorKind::UnexpectedAnswer),
            (Some(404), ErrorKind::UnexpectedAnswer),
            (Some(401), ErrorKind::Auth),
            (Some(403), ErrorKind::AccessDenied),
            (Some(429), ErrorKind::RateLimit),
            (Some(503), ErrorKind::RateLimit),
            (Some(500), ErrorKind::Unavailable),
        ];
        for (status, kind) in cases {
            let error = Error::lost_response(status);
            assert_eq!((error.kind, error.status), (kind, status));
            assert_eq!((error.outcome, error.retryable()), (Outcome::Unknown, true));
        }
    }

    #[test]
    fn a_status_alone_tells_of_limits_and_broken_servers_only() {
        assert!(Error::from_status(404).is_none());
        assert!(Error::from_status(403).is_none());
        assert_eq!(Error::from_status(503).map(|error| error.kind), Some(ErrorKind::RateLimit));
        assert_eq!(Error::from_status(502).map(|error| error.kind), Some(ErrorKind::Unavailable));
    }
}
