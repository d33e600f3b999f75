//! Who calls: webhooks, access tokens, and the checks between them and a method.

use super::method::Caller;
use super::{Call, RestError, Scope};
use crate::conditions::{Conditions, Plan};
use crate::php::{Array, Value, to_int, to_text};
use crate::users::Company;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::hash::{BuildHasher, RandomState};
use std::sync::Mutex;

/// The parameters the transport keeps for itself.
const CONSUMED: [&str; 9] =
    ["auth", "access_token", "auth_connector", "aplogin", "ap", "start", "state", "token", "sessid"];

/// Removes what is not for the method.
pub(crate) fn strip(params: &mut Array) {
    for name in CONSUMED.into_iter().chain(["method"]) {
        params.remove(name);
    }
}

/// A webhook of the portal: user, code, scopes.
const WEBHOOKS: [(i64, &str, &[Scope]); 4] = [
    (1, "adm1secret", &Scope::USUAL),
    (5, "usr5secret", &Scope::USUAL),
    (9, "nocrm9", &Scope::USUAL),
    (1, "noscope", &[]),
];

/// What the authorization server knows about a token.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Token {
    /// It has the scopes of the application.
    Good(i64),
    /// The same without any scope.
    NoScope(i64),
    Expired,
    /// The application is not installed on this portal.
    NoApplication,
    /// The authorization server does not answer.
    NoConnection,
    /// The user is dismissed.
    NoUser,
    /// The user may not use the application.
    NoAccess,
}

const TOKENS: [(&str, Token); 9] = [
    ("tok_admin", Token::Good(1)),
    ("tok_user5", Token::Good(5)),
    ("tok_nocrm", Token::Good(9)),
    ("tok_noscope", Token::NoScope(1)),
    ("tok_expired", Token::Expired),
    ("tok_noapp", Token::NoApplication),
    ("tok_noconn", Token::NoConnection),
    ("tok_nouser", Token::NoUser),
    ("tok_noaccess", Token::NoAccess),
];

/// Access tokens: the fixed ones, and those given to placements.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    issued: Mutex<HashMap<String, Token>>,
}

impl Tokens {
    /// A new token for `user`.
    pub(crate) fn issue(&self, user: i64) -> String {
        let token = random_hex(35);
        self.lock().insert(token.clone(), Token::Good(user));
        token
    }

    /// From now on the token has expired.
    pub(crate) fn expire(&self, token: &str) {
        if let Some(known) = self.lock().get_mut(token) {
            *known = Token::Expired;
        }
    }

    fn find(&self, token: &[u8]) -> Option<Token> {
        let token = std::str::from_utf8(token).ok()?;
        TOKENS
            .iter()
            .find_map(|(name, state)| (*name == token).then_some(*state))
            .or_else(|| self.lock().get(token).copied())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Token>> {
        self.issued.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// `length` random bytes as hexadecimal digits.
pub(crate) fn random_hex(length: usize) -> String {
    let mut digits = String::with_capacity(2 * length);
    for index in 0..length {
        let byte = RandomState::new().hash_one(index) & 0xFF;
        // Writing to a String does not fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// What a portal knows of those who call.
pub(crate) struct Authority<'a> {
    pub(crate) tokens: &'a Tokens,
    pub(crate) company: &'a Company,
    pub(crate) conditions: &'a Conditions,
    /// The scopes of the application's tokens.
    pub(crate) scopes: &'a [Scope],
}

impl Authority<'_> {
    /// Finds out who calls, for a method that needs one of `scopes`.
    pub(crate) fn authorize(&self, call: &Call, scopes: &[Scope]) -> Result<Caller, RestError> {
        if let Some((user, code)) = webhook_of(call) {
            return self.by_webhook(call, (&user, &code), scopes);
        }
        match token_of(call) {
            Some(token) => self.by_token(self.tokens.find(&token), start_of(&call.params), scopes),
            None => Err(RestError::known("NO_AUTH_FOUND")),
        }
    }

    fn by_webhook(&self, call: &Call, (user, code): (&[u8], &[u8]), needed: &[Scope]) -> Result<Caller, RestError> {
        if !call.https {
            return Err(RestError::known("INVALID_REQUEST"));
        }
        let (id, code, scopes) = WEBHOOKS
            .into_iter()
            .find(|(known, secret, _)| known.to_string().as_bytes() == user && secret.as_bytes() == code)
            .ok_or_else(|| RestError::known("INVALID_CREDENTIALS"))?;
        if !Scope::suffice(scopes, needed) {
            return Err(RestError::known("insufficient_scope")
                .described("The request requires higher privileges than provided by the webhook token"));
        }
        refuse_blocked(self.conditions)?;
        let user = self.company.find(id).ok_or_else(|| RestError::known("INVALID_CREDENTIALS"))?;
        let (credential, start) = (format!("webhook {code}"), start_of(&call.params));
        Ok(Caller { user, scopes: scopes.into(), credential, application: false, start })
    }

    fn by_token(&self, token: Option<Token>, start: i64, needed: &[Scope]) -> Result<Caller, RestError> {
        let token = token.ok_or_else(|| RestError::known("invalid_token"))?;
        if token == Token::NoConnection || self.conditions.no_connection {
            return Err(RestError::known("CONNECTION_ERROR"));
        }
        refuse_blocked(self.conditions)?;
        if token == Token::NoApplication || self.conditions.no_application {
            return Err(RestError::known("APPLICATION_NOT_FOUND"));
        }
        let (user, scopes) = match token {
            Token::Expired => return Err(RestError::known("expired_token")),
            Token::Good(user) => (self.company.find(user), self.scopes),
            Token::NoScope(user) => (self.company.find(user), &[][..]),
            Token::NoConnection | Token::NoApplication | Token::NoUser | Token::NoAccess => (None, self.scopes),
        };
        if !Scope::suffice(scopes, needed) {
            return Err(RestError::known("insufficient_scope"));
        }
        if token == Token::NoAccess || self.conditions.no_application_access {
            return Err(RestError::known("user_access_error"));
        }
        let user = user.ok_or_else(|| RestError::known("authorization_error"))?;
        let credential = format!("application of user {}", user.id);
        Ok(Caller { user, scopes: scopes.into(), credential, application: true, start })
    }
}

/// How many items of a list are passed over.
pub(crate) fn start_of(params: &Array) -> i64 {
    params.isset("start").map_or(0, to_int)
}

/// From the path, else from the parameters `aplogin` and `ap`.
fn webhook_of(call: &Call) -> Option<(Vec<u8>, Vec<u8>)> {
    if let Some(webhook) = &call.webhook {
        return Some((webhook.user.clone(), webhook.code.clone()));
    }
    let text = |name| call.params.isset(name).and_then(to_text).filter(|text| !text.is_empty());
    Some((text("aplogin")?, text("ap")?))
}

fn token_of(call: &Call) -> Option<Vec<u8>> {
    let from_params = ["auth", "access_token"].into_iter().find_map(|name| match call.params.isset(name)? {
        Value::Array(_) => None,
        value => to_text(value),
    });
    from_params.or_else(|| call.bearer.clone()).filter(|token| !token.is_empty())
}

/// The blocks that hold for the whole portal.
fn refuse_blocked(conditions: &Conditions) -> Result<(), RestError> {
    if conditions.overload {
        return Err(RestError::known("OVERLOAD_LIMIT"));
    }
    match conditions.plan {
        Plan::Commercial => Ok(()),
        Plan::Free => Err(RestError::known("ACCESS_DENIED")),
        Plan::NoSubscription => {
            Err(RestError::known("ACCESS_DENIED").described("REST is available only by subscription."))
        }
    }
}
