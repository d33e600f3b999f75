//! The ways a call fails, and the catalogue of system errors.

use crate::php::{Array, Value};
use std::borrow::Cow;

/// Why a call has no result.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Failure {
    /// The portal answers with an error in JSON.
    Error(RestError),
    /// PHP stops with a fatal error: HTTP 500, no JSON.
    Crash,
}

impl From<RestError> for Failure {
    fn from(error: RestError) -> Self {
        Self::Error(error)
    }
}

/// An error as the portal words it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RestError {
    pub(crate) status: u16,
    pub(crate) code: &'static str,
    pub(crate) description: Cow<'static, [u8]>,
}

impl RestError {
    /// What a method refuses: status 400, and the code is the empty string.
    pub(crate) fn method(description: impl Into<Vec<u8>>) -> Self {
        Self { status: 400, code: "", description: Cow::Owned(description.into()) }
    }

    /// The system error with this code.
    pub(crate) fn system(code: &str) -> Option<Self> {
        CATALOGUE.iter().find(|(known, ..)| *known == code).map(|(code, status, description)| Self {
            status: *status,
            code,
            description: Cow::Borrowed(description.as_bytes()),
        })
    }

    /// A code the portal itself gives; the catalogue has them all.
    pub(crate) fn known(code: &'static str) -> Self {
        Self::system(code).unwrap_or(Self { status: 500, code, description: Cow::Borrowed(b"") })
    }

    pub(crate) fn described(mut self, description: &'static str) -> Self {
        self.description = Cow::Borrowed(description.as_bytes());
        self
    }

    /// `{error, error_description}`.
    pub(crate) fn to_array(&self) -> Array {
        [("error", Value::from(self.code)), ("error_description", Value::Text(self.description.to_vec()))]
            .into_iter()
            .collect()
    }

    /// Every code of the catalogue.
    pub(crate) fn codes() -> impl Iterator<Item = &'static str> {
        CATALOGUE.iter().map(|(code, ..)| *code)
    }
}

/// Code, HTTP status and text, as recorded; documentation prints other statuses.
const CATALOGUE: &[(&str, u16, &str)] = &[
    ("INTERNAL_SERVER_ERROR", 500, "Internal server error"),
    ("ERROR_UNEXPECTED_ANSWER", 500, "Server returned an unexpected response"),
    ("QUERY_LIMIT_EXCEEDED", 503, "Too many requests"),
    ("OPERATION_TIME_LIMIT", 429, "Method is blocked due to operation time limit."),
    ("ERROR_BATCH_METHOD_NOT_ALLOWED", 405, "Method is not allowed for batch usage"),
    ("ERROR_BATCH_LENGTH_EXCEEDED", 400, "Max batch length exceeded"),
    ("NO_AUTH_FOUND", 401, "Wrong authorization data"),
    ("INVALID_REQUEST", 401, "Https required."),
    ("OVERLOAD_LIMIT", 401, "REST API is blocked due to overload."),
    ("ACCESS_DENIED", 401, "REST is available only on commercial plans."),
    ("INVALID_CREDENTIALS", 401, "Invalid request credentials"),
    ("ERROR_MANIFEST_IS_NOT_AVAILABLE", 404, "Manifest is not available"),
    ("insufficient_scope", 401, "The request requires higher privileges than provided by the access token"),
    ("expired_token", 401, "The access token provided has expired"),
    ("user_access_error", 401, "The user does not have access to the application."),
    ("PORTAL_DELETED", 403, "Portal was deleted"),
    ("ERROR_METHOD_NOT_FOUND", 404, "Method not found!"),
    ("invalid_token", 401, "Unable to get application by token"),
    ("APPLICATION_NOT_FOUND", 401, "Application not found"),
    ("CONNECTION_ERROR", 401, "Error connecting to authorization server"),
    ("authorization_error", 401, "Unable to authorize user"),
    ("WRONG_AUTH_TYPE", 403, "Current authorization type is denied for this method"),
    ("WRONG_LICENSE", 403, "Current license does not allow this method"),
    ("METHOD_CONFIRM_WAITING", 401, "Waiting for confirmation"),
    ("METHOD_CONFIRM_DENIED", 403, "Method call denied"),
    ("ERROR_CORE", 400, "Internal error"),
    ("ERROR_ARGUMENT", 400, "Invalid argument"),
    ("ERROR_PLACEMENT_NOT_FOUND", 400, "Placement not found"),
    ("ERROR_UNSUPPORTED_PROTOCOL", 400, "Unsupported event handler protocol"),
    ("ERROR_WRONG_HANDLER_URL", 400, "Wrong handler URL"),
    ("WRONG_ENCODING", 200, "Wrong request encoding"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_the_portal_gives_is_in_the_catalogue() {
        for code in RestError::codes() {
            assert_eq!(RestError::known(code), RestError::system(code).unwrap());
        }
        assert_eq!(RestError::system("expired_token").unwrap().status, 401);
        assert_eq!(RestError::system("EXPIRED_TOKEN"), None, "codes are case-sensitive");
    }
}
