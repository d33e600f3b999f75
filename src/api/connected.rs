use crate::api::arguments::{invalid, named_values};
use crate::card::Json;
use crate::connection::{Bx24, Connection, Fetch, Session, Token, property};
use crate::portal::{Error, ErrorKind, InvalidAddress, Reply};
use alloc::string::{String, ToString};
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
            let description = "There is no BX24 library here, and no other connection was given: load the library in a page \
                               opened by a portal, or pass { webhook } or { portal, accessToken } as connection.";
            Error::new(ErrorKind::NoConnection, "NO_CONNECTION", description)
        })
    }

    /// Reads the option `connection`. No message shows any of it: all but the portal's address is secret.
    pub(crate) fn read(connection: &JsValue) -> Result<Self, Error> {
        let accepted = ["bx24", "webhook", "portal", "accessToken", "refresh"];
        let (mut bx24, mut webhook, mut portal, mut access_token, mut refresh) = (None, None, None, None, None);
        for (name, value) in named_values(connection, "connection", &accepted)? {
            *match name.as_str() {
                "bx24" => &mut bx24,
                "webhook" => &mut webhook,
                "portal" => &mut portal,
                "accessToken" => &mut access_token,
                _ => &mut refresh,
            } = Some(value);
        }
        match (bx24, webhook, portal, access_token, refresh) {
            (Some(library), None, None, None, None) => Bx24::new(library)
                .map(Self::Bx24)
                .ok_or_else(|| refused("bx24 must be the BX24 library, an object with the method callMethod.")),
            (None, Some(webhook), None, None, None) => text_of(&webhook, InvalidAddress::NotAWebhook)
                .and_then(|webhook| Fetch::webhook(&webhook))
                .map(Self::Fetch)
                .map_err(|error| refused_address("webhook", error)),
            (None, None, Some(portal), Some(access_token), refresh) => {
                let token = token(connection, &access_token, refresh)?;
                text_of(&portal, InvalidAddress::NotAPortal)
                    .and_then(|portal| Fetch::oauth(&portal, token))
                    .map(Self::Fetch)
                    .map_err(|error| refused_address("portal", error))
            }
            _ => Err(refused("connection must be one of { bx24 }, { webhook } and { portal, accessToken, refresh? }.")),
        }
    }
}

impl Connection for Connected {
    async fn send(&self, method: &str, parameters: Json) -> Result<Reply, Error> {
        match self {
            Self::Bx24(library) => library.send(method, parameters).await,
            Self::Fetch(fetch) => fetch.send(method, parameters).await,
        }
    }

    fn renewals(&self) -> u32 {
        match self {
            Self::Bx24(library) => library.renewals(),
            Self::Fetch(fetch) => fetch.renewals(),
        }
    }

    async fn renew(&self, renewals: u32) -> Result<bool, Error> {
        match self {
            Self::Bx24(library) => library.renew(renewals).await,
            Self::Fetch(fetch) => fetch.renew(renewals).await,
        }
    }
}

thread_local! {
    /// The sessions of the connection objects that callers hold, so that a renewed token serves all their later calls.
    static SESSIONS: WeakMap = WeakMap::new();
}

fn token(connection: &JsValue, access_token: &JsValue, refresh: Option<JsValue>) -> Result<Token, Error> {
    let Some(token) = access_token.as_string().filter(|token| !token.is_empty()) else {
        return Err(refused("accessToken must be a string that is not empty."));
    };
    let refresh = match refresh {
        None => None,
        Some(refresh) => Some(refresh.dyn_into::<Function>().map_err(|_| refused("refresh must be a function."))?),
    };
    let key = connection.unchecked_ref();
    let session = SESSIONS.with(|sessions| {
        Session::known(sessions.get(key), &token).unwrap_or_else(|| {
            let session = Session::new(&token);
            sessions.set(key, &session);
            session
        })
    });
    Ok(Token::of(session, refresh))
}

/// A URL, or the text of one.
fn text_of(address: &JsValue, otherwise: InvalidAddress) -> Result<String, InvalidAddress> {
    address.as_string().or_else(|| property(address, "href").as_string()).ok_or(otherwise)
}

fn refused_address(name: &str, error: InvalidAddress) -> Error {
    refused_with(&[name, " must be ", &error.to_string(), "."])
}

fn refused(description: &'static str) -> Error {
    refused_with(&[description])
}

fn refused_with(description: &[&str]) -> Error {
    invalid("INVALID_CONNECTION", description)
}
