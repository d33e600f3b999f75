use crate::card::Json;
use crate::connection::Connection;
use crate::connection::javascript::{Thrown, http_status, to_body, to_javascript};
use crate::connection::token::Token;
use crate::portal::{
    Address, Body, Error, ErrorKind, InvalidAddress, Outcome, Reply, Retry, portal_endpoint, webhook_endpoint,
};
use alloc::string::String;
use gloo_net::http::{Method, RequestBuilder, Response};
use js_sys::JsString;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestCredentials, RequestRedirect, ResponseType, Url};

/// Plain HTTP, by `fetch`: a webhook, or a portal with an access token.
#[derive(Clone, Debug)]
pub struct Fetch {
    endpoint: String,
    token: Option<Token>,
}

#[wasm_bindgen]
extern "C" {
    /// Of a text that need not pass through Rust.
    #[wasm_bindgen(catch, js_namespace = JSON, js_name = parse)]
    fn parse_json(text: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = JSON, js_name = stringify)]
    fn write_json(value: &JsValue) -> Result<JsValue, JsValue>;
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

    /// The request, complete: a body that was not written whole would reset the caller's own card (portal facts §3).
    fn body(&self, mut parameters: Json) -> Result<JsValue, Error> {
        if let (Some(token), Json::Object(entries)) = (&self.token, &mut parameters) {
            entries.push(("auth".into(), Json::Text(token.current())));
        }
        let parameters = to_javascript(&parameters).map_err(JsValue::from);
        parameters.and_then(|parameters| write_json(&parameters)).map_err(|thrown| {
            Error::new(ErrorKind::Internal, "NOT_WRITTEN", "The request could not be written.")
                .caused_by(Thrown(thrown))
        })
    }
}

impl Connection for Fetch {
    async fn send(&self, method: &str, parameters: Json) -> Result<Reply, Error> {
        let abort = Abort::new()?;
        let request = RequestBuilder::new(&[&self.endpoint, method].concat())
            .method(Method::POST)
            // No other header: the portal's CORS answer allows no more.
            .header("content-type", "application/json")
            .credentials(RequestCredentials::Omit)
            .cache(RequestCache::NoStore)
            // Another origin is not to see the token, and a POST that is redirected becomes a GET without its body.
            .redirect(RequestRedirect::Manual)
            .abort_signal(Some(&abort.0.signal()))
            .body(self.body(parameters)?)
            .map_err(|_| no_answer())?;
        let response = request.send().await.map_err(|_| no_answer())?;
        read(response).await
    }

    fn renewals(&self) -> u32 {
        self.token.as_ref().map_or(0, Token::renewals)
    }

    async fn renew(&self, renewals: u32) -> Result<bool, Error> {
        match &self.token {
            Some(token) => token.renew(renewals).await,
            None => Ok(false),
        }
    }
}

/// Gives the request up when it is no longer waited for.
struct Abort(AbortController);

impl Abort {
    fn new() -> Result<Self, Error> {
        AbortController::new().map(Self).map_err(|thrown| {
            Error::new(ErrorKind::Internal, "NOT_SENT", "The request could not be made.").caused_by(Thrown(thrown))
        })
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn read(response: Response) -> Result<Reply, Error> {
    // Browsers hide a redirect's status; Node shows it.
    if response.type_() == ResponseType::Opaqueredirect || (300..400).contains(&response.status()) {
        let description = "The portal answered with a redirect, which is not followed: is its address still the same?";
        return Err(Error {
            outcome: Outcome::Unknown,
            ..Error::new(ErrorKind::UnexpectedAnswer, "REDIRECTED", description)
        });
    }
    let status = http_status(&response.status().into());
    let text = web_sys::Response::from(response).text().map_err(|_| no_answer())?;
    let text = JsFuture::from(text).await.map_err(|_| no_answer())?;
    let body = if text.unchecked_ref::<JsString>().trim().length() == 0 {
        Body::Empty
    } else {
        parse_json(&text).map_or(Body::NotJson, |answer| to_body(&answer))
    };
    Ok(Reply { status, body })
}

/// The engine's own words are left out: they differ, say no more than this, and can hold the address.
fn no_answer() -> Error {
    let description =
        "No answer: the network failed, or something in front of the portal answered without CORS headers.";
    Error::after_sending(ErrorKind::Network, "NETWORK", description, Retry::Backoff)
}

fn read_address(
    address: &str,
    otherwise: InvalidAddress,
    endpoint: fn(&Address<'_>) -> Result<String, InvalidAddress>,
) -> Result<String, InvalidAddress> {
    let url = Url::new(address).map_err(|_| otherwise)?;
    endpoint(&Address {
        protocol: &url.protocol(),
        username: &url.username(),
        password: &url.password(),
        host: &url.host(),
        hostname: &url.hostname(),
        pathname: &url.pathname(),
        search: &url.search(),
        hash: &url.hash(),
    })
}
