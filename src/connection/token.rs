use crate::connection::bx24_sys::Library;
use crate::connection::deferred::Deferred;
#[cfg(not(feature = "npm"))]
use crate::connection::fetch::without_secret;
use crate::connection::javascript::property;
use crate::connection::session::Session;
use crate::error::{Error, ErrorKind};
use alloc::string::String;
#[cfg(not(feature = "npm"))]
use js_sys::{Array, Set};
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

/// An access token. When it has expired it is renewed once, for all the calls that share it.
#[derive(Clone, Debug)]
pub struct Token {
    session: Session,
    refresh: Refresh,
}

/// Who renews a token.
#[derive(Clone, Debug)]
pub(crate) enum Refresh {
    /// Nobody.
    Nobody,
    /// A function that returns the next token, or a promise of it.
    Function(Function),
    /// A BX24 library, or an object of the official SDK in its form. It also renews its token by itself.
    Owner(Library),
}

/// The token that the caller, or the owner, gave last.
const GIVEN: &str = "given";
/// The token in force.
const TOKEN: &str = "token";
/// The number of the token in force.
const GENERATION: &str = "generation";
/// The promise of a renewal under way, and how many calls wait for it.
const RENEWAL: &str = "renewal";
const WAITING: &str = "waiting";
/// What a renewal gave in the end.
const LATE: &str = "late";

#[wasm_bindgen(module = "/src/platform.js")]
extern "C" {
    /// Remembers what a renewal gives as [`LATE`].
    #[wasm_bindgen(catch, js_name = keepLateToken)]
    fn keep_late_token(session: &JsValue, renewal: &Promise) -> Result<(), JsValue>;
}

impl Token {
    /// A token. `refresh` is a JavaScript function that returns the next token, or a promise of it.
    #[must_use]
    pub fn new(token: &str, refresh: Option<Function>) -> Self {
        Self::given(Session::new(), token, refresh.map_or(Refresh::Nobody, Refresh::Function))
    }

    /// The token that a caller gave to a session.
    pub(crate) fn given(session: Session, token: &str, refresh: Refresh) -> Self {
        let it = Self { session, refresh };
        it.accept(token);
        it
    }

    /// The token of a BX24 library, or of an object in its form.
    pub(crate) const fn owned(session: Session, owner: Library) -> Self {
        Self { session, refresh: Refresh::Owner(owner) }
    }

    /// The token in force; empty where an owner has not told any yet.
    pub(crate) fn current(&self) -> String {
        self.follow();
        self.session.get(TOKEN).as_string().unwrap_or_default()
    }

    /// The number of the token in force: each token has another one.
    pub(crate) fn generation(&self) -> u32 {
        self.follow();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of its own")]
        self.session.get(GENERATION).as_f64().map_or(0, |generation| generation as u32)
    }

    /// Takes over the token that its owner has renewed by itself, or that a renewal gave when nobody waited for it any more.
    fn follow(&self) {
        if let Refresh::Owner(owner) = &self.refresh {
            if let Some(token) = owner_token(owner).as_string() {
                self.accept(&token);
            }
        } else if let Some(token) = read_token(&self.session.get(LATE)) {
            self.session.set(LATE, &JsValue::UNDEFINED);
            self.replace(&token);
        }
    }

    /// Puts a given token into force, if it is another one than was given before.
    fn accept(&self, token: &str) {
        let given = token.into();
        if self.session.get(GIVEN) != given {
            self.session.set(GIVEN, &given);
            self.replace(token);
        }
    }

    /// Puts a token into force. What was read from a file or a response may have a line break at its end.
    fn replace(&self, token: &str) {
        let token = token.trim_ascii().into();
        if self.session.get(TOKEN) != token {
            let generation = self.session.get(GENERATION).as_f64().unwrap_or_default() + 1.0;
            self.session.set(TOKEN, &token);
            self.session.set(GENERATION, &generation.into());
        }
    }

    /// Begins a renewal, or joins the one under way; `None` where nobody can renew the token.
    pub(crate) fn renew(&self) -> Result<Option<Renewal>, Error> {
        let promise = self.session.get(RENEWAL);
        if promise.is_object() {
            return Ok(Some(Renewal::join(self, promise.unchecked_into())));
        }
        let Deferred { promise, resolve, .. } = Deferred::new();
        let begun = match &self.refresh {
            Refresh::Function(refresh) => {
                refresh.call0(&JsValue::UNDEFINED).and_then(|next| resolve.call1(&JsValue::UNDEFINED, &next))
            }
            Refresh::Owner(owner) if property(owner, "refreshAuth").is_function() => owner.refresh_auth(&resolve),
            // The portal's own error tells more than that nobody can.
            _ => return Ok(None),
        };
        begun.map_err(|thrown| self.refresh_failed(&thrown))?;
        let _ = keep_late_token(self.session.object(), &promise);
        self.session.set(RENEWAL, &promise);
        Ok(Some(Renewal::join(self, promise)))
    }

    #[cfg_attr(feature = "npm", expect(clippy::unused_self, reason = "the npm package hides the token later"))]
    fn refresh_failed(&self, thrown: &JsValue) -> Error {
        // The npm package hides all secrets of a call in its error.
        #[cfg(feature = "npm")]
        let cause = thrown.clone();
        #[cfg(not(feature = "npm"))]
        let cause = without_secret(thrown, &Set::new(&Array::of1(&self.session.get(TOKEN)))).unwrap_or_default();
        Error::new(ErrorKind::Auth, REFRESH_FAILED, "The access token expired, and refresh() failed.").caused_by(cause)
    }

    fn end_renewal(&self) {
        self.session.set(RENEWAL, &JsValue::UNDEFINED);
        self.session.set(LATE, &JsValue::UNDEFINED);
        self.session.set(WAITING, &0.into());
    }

    fn count_waiting(&self, change: f64) -> f64 {
        let waiting = self.session.get(WAITING).as_f64().unwrap_or_default() + change;
        self.session.set(WAITING, &waiting.into());
        waiting
    }
}

/// What an owner tells of its token: a string where it has a valid one.
pub(crate) fn owner_token(owner: &Library) -> JsValue {
    owner.get_auth().map_or(JsValue::UNDEFINED, |auth| property(&auth, ACCESS_TOKEN))
}

/// A token that is not empty.
fn read_token(value: &JsValue) -> Option<String> {
    value.as_string().filter(|token| !token.trim_ascii().is_empty())
}

const ACCESS_TOKEN: &str = "access_token";

/// A renewal of a token under way.
///
/// It ends with the last call that waits for it, so that a renewal that never settles holds up no later call.
pub(crate) struct Renewal {
    /// Settles with what the renewal gives.
    pub(crate) promise: Promise,
    token: Token,
}

impl Renewal {
    fn join(token: &Token, promise: Promise) -> Self {
        token.count_waiting(1.0);
        Self { promise, token: token.clone() }
    }

    /// Puts the token into force that the renewal gave.
    pub(crate) fn finish(&self, outcome: Result<&JsValue, &JsValue>) -> Result<(), Error> {
        self.token.end_renewal();
        let given = outcome.map_err(|reason| self.token.refresh_failed(reason))?;
        let token = match &self.token.refresh {
            Refresh::Owner(_) => &property(given, ACCESS_TOKEN),
            _ => given,
        };
        let Some(token) = read_token(token) else {
            let description = "The access token expired, and refresh() gave none.";
            return Err(Error::new(ErrorKind::Auth, REFRESH_FAILED, description));
        };
        self.token.replace(&token);
        Ok(())
    }
}

impl Drop for Renewal {
    fn drop(&mut self) {
        let is_under_way = self.token.session.get(RENEWAL) == *AsRef::<JsValue>::as_ref(&self.promise);
        if is_under_way && self.token.count_waiting(-1.0) <= 0.0 {
            self.token.end_renewal();
        }
    }
}

const REFRESH_FAILED: &str = "REFRESH_FAILED";
