use crate::connection::bx24::{ACCESS_TOKEN, Library};
use crate::connection::javascript::{Settle, deferred, property, settled};
use crate::portal::{Error, ErrorKind};
use alloc::string::String;
use js_sys::{Array, Function, Object, Promise, Reflect, WeakMap};
use std::thread_local;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// An access token that can be renewed, once for all the calls that find it expired.
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
    /// A function that returns the next one, or a promise of it.
    Function(Function),
    /// The placement's library, through the parent window.
    Library(Library),
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

thread_local! {
    /// So that a renewed token serves all later calls of the same connection.
    static SESSIONS: WeakMap = WeakMap::new();
}

impl Session {
    fn new(token: &str) -> Self {
        let session = Self(Object::new());
        let token = JsValue::from_str(token);
        session.set(GIVEN, &token);
        session.set(TOKEN, &token);
        session.set(RENEWALS, &0.into());
        session
    }

    /// The session of an object, a caller's connection or a library, that began with this token.
    pub(crate) fn of(owner: &JsValue, token: &str) -> Self {
        let owner = owner.unchecked_ref();
        SESSIONS.with(|sessions| {
            let found = sessions.get(owner);
            if property(&found, GIVEN) == *token {
                return Self(found.unchecked_into());
            }
            let session = Self::new(token);
            sessions.set(owner, &session.0);
            session
        })
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
        Self::of(Session::new(token), refresh.map_or(Refresh::Nobody, Refresh::Function))
    }

    /// The token of a session that other calls may share.
    pub(crate) const fn of(session: Session, refresh: Refresh) -> Self {
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
        let renewal = self.session.get(RENEWAL);
        if renewal.is_object() {
            return Ok(Some((renewal.unchecked_into(), None)));
        }
        let renewal = match &self.refresh {
            Refresh::Nobody => return Ok(None),
            Refresh::Function(refresh) => Promise::resolve(&refresh.call0(&JsValue::UNDEFINED).map_err(failed)?),
            Refresh::Library(library) => {
                let (promise, [resolve, _]) = deferred();
                library.refresh_auth(&resolve).map_err(failed)?;
                promise
            }
        };
        self.session.set(RENEWAL, &renewal);
        Ok(Some((renewal, Some(Ended(self.session.clone())))))
    }

    /// Puts the token that `refresh` gave into force.
    pub(crate) fn renewed(&self, renewals: u32, kept: bool, token: &JsValue) -> Result<(), Error> {
        if !kept {
            return Err(failed(token.clone()));
        }
        let token = match self.refresh {
            Refresh::Library(_) => &property(token, ACCESS_TOKEN),
            _ => token,
        };
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
