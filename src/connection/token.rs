use crate::connection::javascript::Settle;
use crate::portal::{Error, ErrorKind};
use alloc::string::String;
use js_sys::{Array, Function, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// An access token that can be renewed, once for all the calls that find it expired.
#[derive(Clone, Debug)]
pub struct Token {
    session: Session,
    refresh: Option<Function>,
}

#[wasm_bindgen]
extern "C" {
    /// What the calls with one token share: a plain object, so that it can be found again by the caller's connection.
    #[derive(Clone, Debug)]
    #[wasm_bindgen(extends = Object)]
    pub(crate) type Session;

    /// The token the caller gave: a connection whose owner put another one in begins anew.
    #[wasm_bindgen(method, getter)]
    fn given(this: &Session) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_given(this: &Session, token: &str);

    /// The token in force.
    #[wasm_bindgen(method, getter)]
    fn token(this: &Session) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_token(this: &Session, token: &str);

    /// How often it was renewed.
    #[wasm_bindgen(method, getter)]
    fn renewals(this: &Session) -> u32;
    #[wasm_bindgen(method, setter)]
    fn set_renewals(this: &Session, renewals: u32);

    /// The renewal under way.
    #[wasm_bindgen(method, getter)]
    fn renewal(this: &Session) -> Option<Promise>;
    #[wasm_bindgen(method, setter)]
    fn set_renewal(this: &Session, renewal: Option<&Promise>);
}

impl Session {
    pub(crate) fn new(token: &str) -> Self {
        let session: Self = Object::new().unchecked_into();
        session.set_given(token);
        session.set_token(token);
        session.set_renewals(0);
        session
    }

    /// A session found again, if it began with this token.
    #[cfg(feature = "npm")]
    pub(crate) fn known(found: JsValue, token: &str) -> Option<Self> {
        let session: Self = found.is_object().then(|| found.unchecked_into())?;
        (session.given() == token).then_some(session)
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
        self.session.token()
    }

    pub(crate) fn renewals(&self) -> u32 {
        self.session.renewals()
    }

    /// Sees to it that the token is another than after `renewals` renewals, and says whether it is.
    pub(crate) async fn renew(&self, renewals: u32) -> Result<bool, Error> {
        let session = &self.session;
        if session.renewals() != renewals {
            return Ok(true);
        }
        let Some(refresh) = &self.refresh else { return Ok(false) };
        let (renewal, _ended) = if let Some(renewal) = session.renewal() {
            (renewal, None)
        } else {
            let renewal = Promise::resolve(&refresh.call0(&JsValue::UNDEFINED).map_err(failed)?);
            session.set_renewal(Some(&renewal));
            (renewal, Some(Ended(session)))
        };
        let (given_up, _give_up) = Settle::new();
        let token = JsFuture::from(Promise::race(&Array::of2(&renewal, &given_up))).await.map_err(failed)?;
        let Some(token) = token.as_string().filter(|token| !token.is_empty()) else {
            return Err(Error::new(
                ErrorKind::Auth,
                REFRESH_FAILED,
                "The access token expired, and refresh() gave no other.",
            ));
        };
        // Whoever comes first of those who waited.
        if session.renewals() == renewals {
            session.set_token(&token);
            session.set_renewals(renewals.wrapping_add(1));
        }
        Ok(true)
    }
}

/// Ends a renewal with the call that began it, so that one that hangs does not hold up every later call.
struct Ended<'a>(&'a Session);

impl Drop for Ended<'_> {
    fn drop(&mut self) {
        self.0.set_renewal(None);
    }
}

const REFRESH_FAILED: &str = "REFRESH_FAILED";

fn failed(thrown: JsValue) -> Error {
    Error::new(ErrorKind::Auth, REFRESH_FAILED, "The access token expired, and refresh() failed.").caused_by(thrown)
}
