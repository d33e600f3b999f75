use crate::card::Json;
use crate::connection::javascript::{http_status, parse_json, property, to_body, to_javascript, write_json};
use crate::connection::token::Token;
use crate::error::{Error, ErrorKind};
use crate::protocol::{Body, InvalidAddress, Reply, Request, origin, portal_endpoint, webhook_endpoint};
use crate::strings::concat;
use alloc::string::String;
use js_sys::{JsString, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Url};

/// Plain HTTP, by `fetch`: a webhook, or a portal with an access token.
#[derive(Clone, Debug)]
pub struct Fetch {
    endpoint: String,
    token: Option<Token>,
}

#[cfg(feature = "npm")]
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch)]
    fn fetch(url: &str, options: &JsValue) -> Result<Promise, JsValue>;
}

impl Fetch {
    /// A webhook, `https://{portal}/rest/{user id}/{code}/`. The whole address is a secret.
    ///
    /// # Errors
    ///
    /// [`InvalidAddress`] when it is not such an address.
    pub fn webhook(address: &str) -> Result<Self, InvalidAddress> {
        Ok(Self { endpoint: read_address(address, InvalidAddress::NotAWebhook, webhook_endpoint)?, token: None })
    }

    /// A portal, `https://{portal}`, and the access token of one of its users.
    ///
    /// # Errors
    ///
    /// [`InvalidAddress`] when it is not such an address.
    pub fn oauth(portal: &str, token: Token) -> Result<Self, InvalidAddress> {
        Ok(Self { endpoint: read_address(portal, InvalidAddress::NotAPortal, portal_endpoint)?, token: Some(token) })
    }

    /// The portal's origin.
    pub(crate) fn origin(&self) -> &str {
        origin(&self.endpoint)
    }

    /// The token, where there is one.
    pub(crate) const fn token(&self) -> Option<&Token> {
        self.token.as_ref()
    }

    /// Sends a request; the promise is one of the head of a response.
    // Not by way of a `Request`: Node follows its signal only until it is collected.
    #[cfg(feature = "npm")]
    pub(crate) fn send(&self, request: Request, abort: &AbortGuard) -> Result<Promise, Error> {
        let (url, options) = self.prepare(request, abort)?;
        fetch(&url, &options).map_err(|_| Error::network())
    }

    /// Sends a request, and reads the response.
    pub(crate) async fn exchange(&self, request: Request) -> Result<Reply, Error> {
        let abort = AbortGuard::new()?;
        let (url, options) = self.prepare(request, &abort)?;
        let request = web_sys::Request::new_with_str_and_init(&url, options.unchecked_ref()).map_err(not_sent)?;
        let response = gloo_net::http::Request::from(request).send().await.map_err(|_| Error::network())?;
        let (status, body) = read_head(Ok(&web_sys::Response::from(response)))?;
        read_body(status, JsFuture::from(body).await.as_ref())
    }

    /// The address and the options of a request. The body is whole before anything is sent: one that is cut short resets the
    /// caller's own card (docs/portal.md §3).
    fn prepare(&self, request: Request, abort: &AbortGuard) -> Result<(String, JsValue), Error> {
        let Request { method, mut parameters } = request;
        if let Some(token) = &self.token {
            parameters.put("auth", Json::String(token.current()));
        }
        let options = parse_json(&OPTIONS.into()).map_err(not_sent)?;
        let body = to_javascript(&parameters).and_then(|parameters| write_json(&parameters)).map_err(not_sent)?;
        for (name, value) in [("signal", &abort.0.signal().into()), ("body", &body)] {
            Reflect::set(&options, &name.into(), value).map_err(not_sent)?;
        }
        Ok((concat(&[&self.endpoint, method]), options))
    }
}

/// What every request has in common. No other header: the portal's CORS answer allows no more. No redirect: another
/// origin is not to see the token, and a POST that is redirected becomes a GET without its body.
const OPTIONS: &str = r#"{
    "method": "POST",
    "headers": { "content-type": "application/json" },
    "credentials": "omit",
    "cache": "no-store",
    "redirect": "manual"
}"#;

/// Aborts its request when it is dropped.
pub(crate) struct AbortGuard(AbortController);

impl AbortGuard {
    pub(crate) fn new() -> Result<Self, Error> {
        AbortController::new().map(Self).map_err(not_sent)
    }
}

impl Drop for AbortGuard {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Reads the head of a response: the status, and a promise of the body.
pub(crate) fn read_head(outcome: Result<&JsValue, &JsValue>) -> Result<(Option<u16>, Promise), Error> {
    let response = outcome.map_err(|_| Error::network())?;
    let status = http_status(&property(response, "status"));
    // Browsers hide a redirect's status; Node shows it.
    if property(response, "type") == "opaqueredirect" || matches!(status, Some(300..400)) {
        let description = "The answer is a redirect, which is not followed: is the address still the portal's?";
        return Err(Error::new(ErrorKind::UnexpectedAnswer, "REDIRECTED", description).with_unknown_outcome());
    }
    let body = response.unchecked_ref::<web_sys::Response>().text().map_err(|_| Error::network())?;
    Ok((status, body.unchecked_into()))
}

/// Reads the body of a response.
pub(crate) fn read_body(status: Option<u16>, outcome: Result<&JsValue, &JsValue>) -> Result<Reply, Error> {
    let text = outcome.map_err(|_| Error::network())?;
    let body = if text.unchecked_ref::<JsString>().trim().length() == 0 {
        Body::Empty
    } else {
        parse_json(text).map_or(Body::NotJson, |answer| to_body(&answer))
    };
    Ok(Reply { status, body })
}

fn not_sent(thrown: JsValue) -> Error {
    Error::new(ErrorKind::Internal, "NOT_SENT", "The request could not be made.").caused_by(thrown)
}

fn read_address(
    address: &str,
    otherwise: InvalidAddress,
    endpoint: fn(&str) -> Result<String, InvalidAddress>,
) -> Result<String, InvalidAddress> {
    let url = Url::new(address).map_err(|_| otherwise)?;
    endpoint(&property(&url, "href").as_string().ok_or(otherwise)?)
}
