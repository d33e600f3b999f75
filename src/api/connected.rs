use crate::api::arguments::{Named, invalid};
use crate::connection::{Bx24, Fetch, Session, Token, property};
use crate::portal::{Error, ErrorKind, InvalidAddress};
use js_sys::{Function, WeakMap};
use std::thread_local;
use wasm_bindgen::prelude::*;

/// A connection that was given, or found on the page.
#[derive(Clone, Debug)]
pub(crate) enum Connected {
    Bx24(Bx24),
    Fetch(Fetch),
}

impl Connected {
    /// The page's own BX24 library.
    pub(crate) fn of_page() -> Result<Self, Error> {
        Bx24::of_page().map(Self::Bx24).ok_or_else(|| {
            let description = "There is no BX24 library here: load it in a page opened by a portal, or pass { webhook } or \
                               { portal, accessToken } as connection.";
            Error::new(ErrorKind::NoConnection, "NO_CONNECTION", description)
        })
    }

    /// Reads the option `connection`. No message shows any of it: all but the portal's address is secret.
    pub(crate) fn read(connection: &JsValue) -> Result<Self, Error> {
        let named = Named::read(connection, "connection", &["bx24", "webhook", "portal", "accessToken", "refresh"])?;
        let given = |name| !named.get(name).is_undefined();
        match (given("bx24"), given("webhook"), given("portal"), given("accessToken"), given("refresh")) {
            (true, false, false, false, false) => Bx24::new(named.get("bx24"))
                .map(Self::Bx24)
                .ok_or_else(|| refused(&["bx24 must be the BX24 library, an object with the method callMethod."])),
            (false, true, false, false, false) => Self::fetch(&named, "webhook", InvalidAddress::NotAWebhook, None),
            (false, false, true, true, _) => {
                let token = token(connection, &named.get("accessToken"), named.get("refresh"))?;
                Self::fetch(&named, "portal", InvalidAddress::NotAPortal, Some(token))
            }
            _ => Err(refused(&[
                "connection must be one of { bx24 }, { webhook } and { portal, accessToken, refresh? }.",
            ])),
        }
    }

    /// A connection to the URL, or the text of one, that is named.
    fn fetch(named: &Named, name: &str, otherwise: InvalidAddress, token: Option<Token>) -> Result<Self, Error> {
        let address = named.get(name);
        let text = address.as_string().or_else(|| property(&address, "href").as_string()).ok_or(otherwise);
        let fetch = text.and_then(|text| match token {
            Some(token) => Fetch::oauth(&text, token),
            None => Fetch::webhook(&text),
        });
        fetch.map(Self::Fetch).map_err(|error| refused(&[name, " must be ", error.accepted(), "."]))
    }

    /// The token of a connection that has one.
    pub(crate) fn token(&self) -> Option<&Token> {
        match self {
            Self::Bx24(_) => None,
            Self::Fetch(fetch) => fetch.token(),
        }
    }
}

thread_local! {
    /// The sessions of the connection objects that callers hold, so that a renewed token serves all their later calls.
    static SESSIONS: WeakMap = WeakMap::new();
}

fn token(connection: &JsValue, access_token: &JsValue, refresh: JsValue) -> Result<Token, Error> {
    let Some(token) = access_token.as_string().filter(|token| !token.is_empty()) else {
        return Err(refused(&["accessToken must be a string that is not empty."]));
    };
    if !refresh.is_undefined() && !refresh.is_function() {
        return Err(refused(&["refresh must be a function."]));
    }
    let refresh = refresh.dyn_into::<Function>().ok();
    let key = connection.unchecked_ref();
    let session = SESSIONS.with(|sessions| {
        Session::known(sessions.get(key), &token).unwrap_or_else(|| {
            let session = Session::new(&token);
            sessions.set(key, session.object());
            session
        })
    });
    Ok(Token::of(session, refresh))
}

fn refused(description: &[&str]) -> Error {
    invalid("INVALID_CONNECTION", description)
}
