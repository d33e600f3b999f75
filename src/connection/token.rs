use crate::connection::javascript::{Settle, property, settled};
use crate::portal::{Error, ErrorKind};
use alloc::string::String;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// An access token that can be renewed, once for all the calls that find it expired.
#[derive(Clone, Debug)]
pub struct Token {
    session: Session,
    refresh: Option<Function>,
}

/// What the calls with one token share: a plain object, so that it can be found again by the caller's connection.
#[derive(Clone, Debug)]
pub(crate) struct Session(Object);

/// The token the caller gave: a connection whose owner put another one in begins anew.
const GIVEN: &str = "given";
/// The token in force.
const TOKEN: &str = "token";
/// How often it was renewed.
const RENEWALS: &str = "renewals";
/// The promise of a renewal under way.
const RENEWAL: &str = "renewal";

impl Session {
    pub(crate) fn new(token: &str) -> Self {
        let session = Self(Object::new());
        let token = JsValue::from_str(token);
        session.set(GIVEN, &token);
        session.set(TOKEN, &token);
        session.set(RENEWALS, &0.into());
        session
    }

    /// A session found again, if it began with this token.
    #[cfg(feature = "npm")]
    pub(crate) fn known(found: JsValue, token: &str) -> Option<Self> {
        (property(&found, GIVEN) == *token).then(|| Self(found.unchecked_into()))
    }

    #[cfg(feature = "npm")]
    pub(crate) const fn object(&self) -> &Object {
        &self.0
    }

    fn get(&self, name: &str) -> JsValue {
        property(&self.0, name)
    }

    fn set(&self, name: &str, value: &JsValue) {
        // A plain object of this package takes every property.
        let _ = Reflect::set(&self.0, &name.into(), value);
    }

    fn renewals(&self) -> u32 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of its own")]
        self.get(RENEWALS).as_f64().map_or(0, |renewals| renewals as u32)
    }
}

impl Token {
    /// A token; `refresh` returns the next one, or a promise of it.
    #[must_use]
    pub fn new(token: &str, refresh: Option<Function>) -> Self {
        Self::of(Session::new(token), refresh)
    }

    /// The token of a session that other calls may share.
    pub(crate) const fn of(session: Session, refresh: Option<Function>) -> Self {
        Self { session, refresh }
    }

    pub(crate) fn current(&self) -> String {
        self.session.get(TOKEN).as_string().unwrap_or_default()
    }

    pub(crate) fn renewals(&self) -> u32 {
        self.session.renewals()
    }

    /// Sees to it that the token is another than after `renewals` renewals, and says whether it is.
    pub(crate) async fn renew(&self, renewals: u32) -> Result<bool, Error> {
        if self.renewals() != renewals {
            return Ok(true);
        }
        let Some((renewal, _ended)) = self.begin()? else { return Ok(false) };
        let (given_up, _give_up) = Settle::new();
        let (kept, token) = settled(JsFuture::from(Promise::race(&Array::of2(&renewal, &given_up))).await);
        self.renewed(renewals, kept, &token)?;
        Ok(true)
    }

    /// Begins a renewal, or joins the one under way; `None` where nobody said how.
    pub(crate) fn begin(&self) -> Result<Option<(Promise, Option<Ended>)>, Error> {
        let Some(refresh) = &self.refresh else { return Ok(None) };
        let renewal = self.session.get(RENEWAL);
        if renewal.is_object() {
            return Ok(Some((renewal.unchecked_into(), None)));
        }
        let renewal = Promise::resolve(&refresh.call0(&JsValue::UNDEFINED).map_err(failed)?);
        self.session.set(RENEWAL, &renewal);
        Ok(Some((renewal, Some(Ended(self.session.clone())))))
    }

    /// Puts the token that `refresh` gave into force.
    pub(crate) fn renewed(&self, renewals: u32, kept: bool, token: &JsValue) -> Result<(), Error> {
        if !kept {
            return Err(failed(token.clone()));
        }
        if !token.is_string() || *token == "" {
            let description = "The access token expired, and refresh() gave none.";
            return Err(Error::new(ErrorKind::Auth, REFRESH_FAILED, description));
        }
        // Whoever comes first of those who waited.
        if self.renewals() == renewals {
            self.session.set(TOKEN, token);
            self.session.set(RENEWALS, &(renewals.wrapping_add(1)).into());
        }
        Ok(())
    }
}

/// Ends a renewal with the call that began it, so that one that hangs does not hold up every later call.
pub(crate) struct Ended(Session);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.set(RENEWAL, &JsValue::UNDEFINED);
    }
}

const REFRESH_FAILED: &str = "REFRESH_FAILED";

fn failed(thrown: JsValue) -> Error {
    Error::new(ErrorKind::Auth, REFRESH_FAILED, "The access token expired, and refresh() failed.").caused_by(thrown)
}
