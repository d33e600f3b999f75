use crate::api::arguments::{Named, invalid};
use crate::connection::{Bx24, Fetch, Refresh, Session, Token, beyond_forms, property};
use crate::portal::{Error, ErrorKind, InvalidAddress};
use alloc::string::String;
use wasm_bindgen::prelude::*;

/// A connection that was given, or found on the page.
#[derive(Clone, Debug)]
pub(crate) struct Connected {
    pub(crate) way: Way,
    /// The caller's object, or the library: what is known of the connection is known for as long as it lives.
    pub(crate) owner: JsValue,
}

/// How requests are sent.
#[derive(Clone, Debug)]
pub(crate) enum Way {
    Bx24(Bx24),
    Fetch(Fetch),
}

impl Connected {
    /// The page's own BX24 library.
    pub(crate) fn of_page() -> Result<Self, Error> {
        Bx24::of_page().map(Self::library).ok_or_else(|| {
            let description = "There is no BX24 library here: load it in a page opened by a portal, or pass { webhook } or \
                               { portal, accessToken } as connection.";
            Error::new(ErrorKind::NoConnection, "NO_CONNECTION", description)
        })
    }

    fn library(library: Bx24) -> Self {
        Self { owner: library.object().clone(), way: Way::Bx24(library) }
    }

    /// Reads the option `connection`. No message shows any of it: all but the portal's address is secret.
    pub(crate) fn read(connection: &JsValue) -> Result<Self, Error> {
        let named = Named::read(connection, "connection", &["bx24", "webhook", "portal", "accessToken", "refresh"])?;
        let given = |name| !named.get(name).is_undefined();
        let fetch = match (given("bx24"), given("webhook"), given("portal"), given("accessToken"), given("refresh")) {
            (true, false, false, false, false) => {
                return Bx24::new(named.get("bx24"))
                    .map(Self::library)
                    .ok_or_else(|| refused(&["bx24 must be the BX24 library, an object with the method callMethod."]));
            }
            (false, true, false, false, false) => fetch(&named, "webhook", InvalidAddress::NotAWebhook, None),
            (false, false, true, true, _) => {
                let token = token(connection, &named.get("accessToken"), named.get("refresh"))?;
                fetch(&named, "portal", InvalidAddress::NotAPortal, Some(token))
            }
            _ => Err(refused(&[
                "connection must be one of { bx24 }, { webhook } and { portal, accessToken, refresh? }.",
            ])),
        };
        Ok(Self { way: Way::Fetch(fetch?), owner: connection.clone() })
    }
}

/// A connection to the URL, or the text of one, that is named.
fn fetch(named: &Named, name: &str, otherwise: InvalidAddress, token: Option<Token>) -> Result<Fetch, Error> {
    let address = named.get(name);
    let text = address.as_string().or_else(|| property(&address, "href").as_string()).ok_or(otherwise);
    let fetch = text.and_then(|text| match token {
        Some(token) => Fetch::oauth(&text, token),
        None => Fetch::webhook(&text),
    });
    fetch.map_err(|error| refused(&[name, " must be ", error.accepted(), "."]))
}

impl Way {
    /// The portal's origin; empty where a library does not tell.
    pub(crate) fn portal(&self) -> String {
        match self {
            Self::Bx24(library) => library.portal(),
            Self::Fetch(fetch) => fetch.portal().into(),
        }
    }

    /// The same portal by fetch with the placement's own token, where this is a library that tells of both.
    pub(crate) fn by_fetch(&self) -> Option<Self> {
        match self {
            Self::Bx24(library) => library.fetch().map(Self::Fetch),
            Self::Fetch(_) => None,
        }
    }

    /// The same portal, for a layout that a form cannot carry.
    pub(crate) fn beyond_forms(self) -> Result<Self, Error> {
        match self {
            Self::Bx24(_) => self.by_fetch().ok_or_else(beyond_forms),
            Self::Fetch(_) => Ok(self),
        }
    }

    /// The same portal, for batches.
    pub(crate) fn for_batches(self) -> Result<Self, Error> {
        match &self {
            Self::Bx24(library) if !library.has_batches() => {
                self.by_fetch().ok_or_else(|| refused(&["bx24 must have the method callBatch to reset many cards."]))
            }
            _ => Ok(self),
        }
    }

    /// The token of a connection that has one.
    pub(crate) fn token(&self) -> Option<&Token> {
        match self {
            Self::Bx24(_) => None,
            Self::Fetch(fetch) => fetch.token(),
        }
    }
}

fn token(connection: &JsValue, access_token: &JsValue, refresh: JsValue) -> Result<Token, Error> {
    let Some(token) = access_token.as_string().filter(|token| !token.is_empty()) else {
        return Err(refused(&["accessToken must be a string that is not empty."]));
    };
    if !refresh.is_undefined() && !refresh.is_function() {
        return Err(refused(&["refresh must be a function."]));
    }
    let refresh = refresh.dyn_into().map_or(Refresh::Nobody, Refresh::Function);
    Ok(Token::of(Session::of(connection, &token), refresh))
}

fn refused(description: &[&str]) -> Error {
    invalid("INVALID_CONNECTION", description)
}
