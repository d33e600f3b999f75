use crate::card::Json;
use crate::connection::Connection;
use crate::connection::javascript::{http_status, property, settled, to_body, to_javascript};
use crate::connection::token::Token;
use crate::portal::{Body, Error, ErrorKind, InvalidAddress, Reply, origin, portal_endpoint, webhook_endpoint};
use crate::text::joined;
use alloc::string::String;
use gloo_net::http::Request;
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

#[wasm_bindgen]
extern "C" {
    /// Of a text that need not pass through Rust.
    #[wasm_bindgen(catch, js_namespace = JSON, js_name = parse)]
    fn parse_json(text: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = JSON, js_name = stringify)]
    fn write_json(value: &JsValue) -> Result<JsValue, JsValue>;

    #[cfg(feature = "npm")]
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
    pub(crate) fn portal(&self) -> &str {
        origin(&self.endpoint)
    }

    /// Sends a request; the promise is one of the head of an answer.
    #[cfg(feature = "npm")]
    pub(crate) fn begin(&self, method: &str, parameters: Json, abort: &Abort) -> Result<Promise, Error> {
        let options = self.options(parameters, &abort.0.signal()).map_err(not_sent)?;
        // Not by way of a Request: Node follows its signal for only as long as it has not been collected.
        fetch(&self.url(method), &options).map_err(|_| Error::no_answer())
    }

    /// The token, where there is one.
    #[cfg(feature = "npm")]
    pub(crate) const fn token(&self) -> Option<&Token> {
        self.token.as_ref()
    }

    fn url(&self, method: &str) -> String {
        joined(&[&self.endpoint, method])
    }

    /// What is sent, whole before it is: a body that is cut short resets the caller's own card (portal facts §3).
    fn options(&self, mut parameters: Json, signal: &JsValue) -> Result<JsValue, JsValue> {
        if let Some(token) = &self.token {
            parameters.put("auth", Json::Text(token.current()));
        }
        let options = parse_json(&OPTIONS.into())?;
        Reflect::set(&options, &"signal".into(), signal)?;
        Reflect::set(&options, &"body".into(), &write_json(&to_javascript(&parameters)?)?)?;
        Ok(options)
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

impl Connection for Fetch {
    fn portal(&self) -> String {
        self.portal().into()
    }

    async fn send(&self, method: &str, parameters: Json) -> Result<Reply, Error> {
        let abort = Abort::new()?;
        let options = self.options(parameters, &abort.0.signal()).map_err(not_sent)?;
        let request = web_sys::Request::new_with_str_and_init(&self.url(method), options.unchecked_ref());
        let request = request.map_err(not_sent)?;
        let response = Request::from(request).send().await.map_err(|_| Error::no_answer())?;
        let (status, body) = read_head(true, &web_sys::Response::from(response))?;
        let (kept, text) = settled(JsFuture::from(body).await);
        read_body(status, kept, &text)
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
pub(crate) struct Abort(AbortController);

impl Abort {
    pub(crate) fn new() -> Result<Self, Error> {
        AbortController::new().map(Self).map_err(not_sent)
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Reads what `fetch` promised: the status, and a promise of the body.
pub(crate) fn read_head(kept: bool, response: &JsValue) -> Result<(Option<u16>, Promise), Error> {
    if !kept {
        return Err(Error::no_answer());
    }
    let status = http_status(&property(response, "status"));
    // Browsers hide a redirect's status; Node shows it.
    if property(response, "type") == "opaqueredirect" || matches!(status, Some(300..400)) {
        let description = "The answer is a redirect, which is not followed: is the address still the portal's?";
        return Err(Error::new(ErrorKind::UnexpectedAnswer, "REDIRECTED", description).in_doubt());
    }
    let body = response.unchecked_ref::<web_sys::Response>().text().map_err(|_| Error::no_answer())?;
    Ok((status, body.unchecked_into()))
}

/// Reads the body of an answer.
pub(crate) fn read_body(status: Option<u16>, kept: bool, text: &JsValue) -> Result<Reply, Error> {
    if !kept {
        return Err(Error::no_answer());
    }
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
