use crate::card::Json;
use crate::connection::bx24_sys::Global;
use crate::connection::javascript::{http_status, not_sent, parse_json, part_of_address, to_body, to_text};
use crate::connection::token::Token;
use crate::error::{Error, ErrorKind, Outcome};
use crate::protocol::{Body, InvalidAddress, Reply, Request, origin, portal_endpoint, webhook_endpoint};
use crate::strings::concat;
use alloc::string::String;
use core::fmt;
use js_sys::{JsString, Promise, Reflect, Set};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

/// Plain HTTP, by `fetch`: a webhook, or a portal with an access token.
#[derive(Clone)]
pub struct Fetch {
    endpoint: String,
    token: Option<Token>,
}

/// Without the code of a webhook.
impl fmt::Debug for Fetch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fetch").field("origin", &self.origin()).field("token", &self.token).finish_non_exhaustive()
    }
}

#[wasm_bindgen(module = "/src/platform.js")]
extern "C" {
    /// Sends a request; the promise is what [`read_response`] reads. The token, or the code in the address of a webhook, is put
    /// among the secrets.
    #[wasm_bindgen(catch)]
    fn exchange(
        url: &str,
        body: &str,
        token: Option<&str>,
        secrets: &Set,
        abort: &AbortController,
    ) -> Result<Promise, JsValue>;

    /// What was thrown; a copy of it where it holds one of the secrets.
    #[cfg(not(feature = "npm"))]
    #[wasm_bindgen(catch, js_name = withoutSecret)]
    pub(super) fn without_secret(thrown: &JsValue, secrets: &Set) -> Result<JsValue, JsValue>;
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
        Ok(Self { token: Some(token), ..Self::portal(portal)? })
    }

    /// A portal, without a token yet.
    pub(crate) fn portal(address: &str) -> Result<Self, InvalidAddress> {
        Ok(Self { endpoint: read_address(address, InvalidAddress::NotAPortal, portal_endpoint)?, token: None })
    }

    #[cfg(feature = "npm")]
    pub(crate) fn set_token(&mut self, token: Token) {
        self.token = Some(token);
    }

    /// An error where there is no `fetch`: Node has it since version 18, and jsdom has none.
    pub(crate) fn require() -> Result<(), Error> {
        if Global::fetch().is_function() {
            return Ok(());
        }
        Err(Error::new(ErrorKind::NoConnection, "NO_FETCH", "There is no fetch here."))
    }

    /// The portal's origin.
    pub(crate) fn origin(&self) -> &str {
        origin(&self.endpoint)
    }

    /// The token, where there is one.
    pub(crate) const fn token(&self) -> Option<&Token> {
        self.token.as_ref()
    }

    /// Sends a request; the promise is for [`read_response`]. What no error may show is put among the secrets.
    pub(crate) fn send(&self, request: Request, secrets: &Set) -> Result<(Promise, AbortGuard), Error> {
        let Request { method, mut parameters } = request;
        let token = self.token.as_ref().map(Token::current);
        if let Some(token) = &token {
            parameters.put("auth", Json::String(token.clone()));
        }
        let url = concat(&[&self.endpoint, method]);
        let abort = AbortController::new().map_err(not_sent)?;
        let response = exchange(&url, &to_text(&parameters), token.as_deref(), secrets, &abort).map_err(not_sent)?;
        Ok((response, AbortGuard(Some(abort))))
    }

    /// Sends a request, and reads the response.
    pub(crate) async fn exchange(&self, request: Request) -> Result<Reply, Error> {
        let secrets = Set::new(&JsValue::UNDEFINED);
        let (response, abort) = self.send(request, &secrets)?;
        let response = JsFuture::from(response).await;
        abort.ended();
        let mut reply = read_response(response.as_ref())?;
        secrets.for_each(&mut |secret, _, _| reply.hide(&secret.as_string().unwrap_or_default()));
        Ok(reply)
    }
}

/// Aborts its request when it is dropped before the request has ended.
pub(crate) struct AbortGuard(Option<AbortController>);

impl AbortGuard {
    /// Sends nothing to the request any more: a controller that is aborted later would still make an exception.
    pub(crate) fn ended(mut self) {
        self.0 = None;
    }
}

impl Drop for AbortGuard {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

/// Reads what has become of a request.
pub(crate) fn read_response(outcome: Result<&JsValue, &JsValue>) -> Result<Reply, Error> {
    let response = outcome.map_err(read_failure)?;
    let (status, kind, text) = (item(response, 0), item(response, 1), item(response, 2));
    let status = http_status(&status);
    let unexpected =
        |code, description| Err(Error::new(ErrorKind::UnexpectedAnswer, code, description).with_unknown_outcome());
    // Browsers hide a redirect's status; Node shows it.
    if kind == "opaqueredirect" || matches!(status, Some(300..400)) {
        let description = "The answer is a redirect, which is not followed: is the address still the portal's?";
        return unexpected("REDIRECTED", description);
    }
    if !text.is_string() {
        return unexpected("NO_RESPONSE", "fetch gave no readable Response.");
    }
    let body = if text.unchecked_ref::<JsString>().trim().length() == 0 {
        Body::Empty
    } else {
        parse_json(&text).map_or(Body::NotJson, |answer| to_body(&answer))
    };
    Ok(Reply { status, body })
}

/// Reads why there is no response.
fn read_failure(reason: &JsValue) -> Error {
    let is = |index| item(reason, index).is_truthy();
    let (is_blocked, is_untrusted, is_unreachable) = (is(0), is(1), is(2));
    let mut error = if is_blocked {
        let description = "The Content Security Policy must allow the portal in connect-src.";
        Error::new(ErrorKind::Network, "BLOCKED_BY_POLICY", description)
    } else if is_untrusted {
        Error::new(ErrorKind::Network, "CERTIFICATE", "The portal's certificate is not accepted.")
    } else {
        Error::network()
    };
    if is_unreachable {
        error.outcome = Outcome::Unchanged;
    }
    error.caused_by(item(reason, 3))
}

fn item(of: &JsValue, index: u32) -> JsValue {
    Reflect::get_u32(of, index).unwrap_or(JsValue::UNDEFINED)
}

fn read_address(
    address: &str,
    otherwise: InvalidAddress,
    endpoint: fn(&str) -> Result<String, InvalidAddress>,
) -> Result<String, InvalidAddress> {
    endpoint(&part_of_address(address, "href").ok_or(otherwise)?)
}
