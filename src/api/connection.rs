use crate::api::arguments::{Properties, invalid};
use crate::connection::{Bx24, Fetch, LibraryCall, Refresh, Session, Token, fetch_of_sdk, property};
use crate::engine::{Knowledge, Transports};
use crate::error::{Error, ErrorKind};
use crate::protocol::{InvalidAddress, Request};
use alloc::string::String;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

/// A connection that the caller gave, or that was found on the page.
#[derive(Clone, Debug)]
pub(crate) struct ConnectionHandle {
    target: Target,
    session: Session,
}

#[derive(Clone, Debug)]
enum Target {
    Library(Bx24),
    Fetch(Fetch),
}

impl ConnectionHandle {
    /// The page's own BX24 library.
    pub(crate) fn of_page() -> Result<Self, Error> {
        Bx24::of_page().map(Self::library).ok_or_else(|| {
            let description = "There is no BX24 library here: load it in a page opened by a portal, or pass { b24 }, \
                               { webhook } or { portal, accessToken } as connection.";
            Error::new(ErrorKind::NoConnection, "NO_CONNECTION", description)
        })
    }

    fn library(library: Bx24) -> Self {
        Self { session: Session::of(library.object(), ""), target: Target::Library(library) }
    }

    /// Reads the option `connection`. No message shows any of it: all but the portal's address is secret.
    pub(crate) fn read(connection: &JsValue) -> Result<Self, Error> {
        let accepted = ["bx24", "b24", "webhook", "portal", "accessToken", "refresh"];
        let properties = Properties::read(connection, "connection", &accepted)?;
        // A bit for each that is there.
        let given =
            accepted.iter().rev().fold(0_u8, |given, name| given << 1 | u8::from(!properties.get(name).is_undefined()));
        let (name, otherwise, read): (_, _, fn(&str) -> _) = match given {
            0b1 => {
                return Bx24::new(properties.get("bx24")).map(Self::library).ok_or_else(|| {
                    let library = "bx24 must be the BX24 library, an object with the method callMethod; ";
                    refused(&[library, "the official SDK's $b24 is passed as { b24: $b24 }."])
                });
            }
            0b10 => {
                let b24 = properties.get("b24");
                let fetch = fetch_of_sdk(&b24).map_err(|accepted| refused(&["b24 must be ", accepted, "."]))?;
                return Ok(Self { session: Session::of(&b24, fetch.origin()), target: Target::Fetch(fetch) });
            }
            0b100 => ("webhook", InvalidAddress::NotAWebhook, Fetch::webhook),
            0b11000 | 0b11_1000 => ("portal", InvalidAddress::NotAPortal, Fetch::portal),
            _ => {
                return Err(refused(&[
                    "connection must be one of { bx24 }, { b24 }, { webhook } and { portal, accessToken, refresh? }.",
                ]));
            }
        };
        // A URL, or the text of one.
        let address = properties.get(name);
        let text = address.as_string().or_else(|| property(&address, "href").as_string()).ok_or(otherwise);
        let fetch = text.and_then(|text| read(&text));
        let mut fetch = fetch.map_err(|error| refused(&[name, " must be ", error.accepted(), "."]))?;
        let session = Session::of(connection, fetch.origin());
        if given != 0b100 {
            fetch.set_token(read_token(session.clone(), &properties)?);
        }
        Ok(Self { session, target: Target::Fetch(fetch) })
    }

    /// The same, where what it sends by is there.
    pub(crate) fn usable(self) -> Result<Self, Error> {
        if matches!(self.target, Target::Fetch(_)) {
            Fetch::require()?;
        }
        Ok(self)
    }

    /// The portal's origin; empty where a library does not tell.
    pub(crate) fn origin(&self) -> String {
        match &self.target {
            Target::Library(library) => library.origin(),
            Target::Fetch(fetch) => fetch.origin().into(),
        }
    }

    pub(crate) fn transports(&self) -> Transports {
        match &self.target {
            Target::Library(library) => library.transports(),
            // An object of the official SDK whose token has expired.
            Target::Fetch(fetch) if fetch.token().is_some_and(|token| token.current().is_empty()) => {
                Transports::NoToken { can_await: false, can_renew: true }
            }
            Target::Fetch(_) => Transports::Fetch,
        }
    }

    /// The token of a connection that has one.
    pub(crate) fn token(&self) -> Option<Token> {
        match &self.target {
            Target::Library(library) => Some(library.token()),
            Target::Fetch(fetch) => fetch.token().cloned(),
        }
    }

    /// The portal by fetch.
    pub(crate) fn fetch(&self) -> Result<Fetch, Error> {
        match &self.target {
            Target::Library(library) => library.fetch(),
            Target::Fetch(fetch) => Ok(fetch.clone()),
        }
    }

    /// Sends a request by the library.
    pub(crate) fn call_library(&self, request: &Request, on_end: &Function) -> Result<LibraryCall, Error> {
        match &self.target {
            Target::Library(library) => library.call(request, on_end),
            Target::Fetch(_) => Err(Error::internal()),
        }
    }

    /// Fulfilled once the library has been initialised.
    pub(crate) fn library_ready(&self) -> Option<Promise> {
        match &self.target {
            Target::Library(library) => Some(library.ready()),
            Target::Fetch(_) => None,
        }
    }

    /// What earlier calls have learned.
    pub(crate) fn knowledge(&self) -> Knowledge {
        Knowledge {
            lacks_contact_family: self.session.get(LACKS_CONTACT_FAMILY).is_truthy(),
            operating_limit_ends_at: self.session.get(OPERATING_LIMIT_ENDS_AT).as_f64(),
        }
    }

    /// Keeps what a call has learned for the later ones.
    pub(crate) fn learn(&self, knowledge: Knowledge) {
        if knowledge.lacks_contact_family {
            self.session.set(LACKS_CONTACT_FAMILY, &JsValue::TRUE);
        }
        if let Some(ends_at) = knowledge.operating_limit_ends_at {
            self.session.set(OPERATING_LIMIT_ENDS_AT, &ends_at.into());
        }
    }
}

const LACKS_CONTACT_FAMILY: &str = "lacksContactFamily";
const OPERATING_LIMIT_ENDS_AT: &str = "operatingLimitEndsAt";

fn read_token(session: Session, properties: &Properties) -> Result<Token, Error> {
    let Some(token) = properties.get("accessToken").as_string().filter(|token| !token.trim_ascii().is_empty()) else {
        return Err(refused(&["accessToken must be a string that is not empty."]));
    };
    let refresh = properties.get("refresh");
    if !refresh.is_undefined() && !refresh.is_function() {
        return Err(refused(&["refresh must be a function."]));
    }
    let refresh = refresh.dyn_into().map_or(Refresh::Nobody, Refresh::Function);
    Ok(Token::given(session, &token, refresh))
}

fn refused(description: &[&str]) -> Error {
    invalid("INVALID_CONNECTION", description)
}
