//! `/rest/`: calls over HTTP, with limits and faults in front of the portal.

use super::connection::Origin;
use crate::control::{Entry, Reply};
use crate::php::encode;
use crate::rest::{Call, Executed, RestError, Server, batch_commands, lock};
use axum::Router;
use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::{Extension, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use hyper::body::Frame;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Larger requests are refused: `post_max_size` of a cloud portal.
const MAX_BODY: usize = 64 << 20;

pub(super) fn router() -> Router<Arc<Server>> {
    Router::new().route("/rest", any(handle)).route("/rest/", any(handle)).route("/rest/{*path}", any(handle))
}

async fn handle(State(server): State<Arc<Server>>, Extension(origin): Extension<Origin>, request: Request) -> Response {
    if request.method() == Method::OPTIONS {
        return with_cors(StatusCode::OK.into_response());
    }
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, MAX_BODY).await else {
        return with_cors(StatusCode::PAYLOAD_TOO_LARGE.into_response());
    };
    let call = Call::read(&parts.method, &parts.uri, &parts.headers, &body).await;
    let mut entry = Entry {
        at: now(),
        method: call.method.clone(),
        path: parts.uri.path().to_owned(),
        content_type: text_header(&parts.headers, header::CONTENT_TYPE),
        params: call.params.clone(),
        user: None,
        status: None,
        commands: (call.method == "batch").then(|| batch_commands(&call.params)),
    };
    let fault = if lock(&server.limits).admit(origin.address, Instant::now()) {
        lock(&server.faults).take(&call.method).unwrap_or_default()
    } else {
        Reply { error: Some("QUERY_LIMIT_EXCEEDED".to_owned()), ..Reply::default() }
    };
    if fault.hang || fault.reset {
        tokio::time::sleep(delay(&fault)).await;
        lock(&server.log).add(&entry);
        if fault.reset {
            match origin.reset().await {}
        }
        return std::future::pending().await;
    }
    carry_out(fault, move |fault| {
        let answer = answer(&server, &call, fault, &mut entry);
        entry.status = Some(answer.status.as_u16());
        lock(&server.log).add(&entry);
        answer
    })
    .await
}

/// Waits as long as the fault says, then answers. It does so in a task of its own: a call is carried out though its client
/// has gone, as PHP does it.
pub(super) async fn carry_out(fault: Reply, answer: impl FnOnce(&Reply) -> Answer + Send + 'static) -> Response {
    let carried_out = tokio::spawn(async move {
        let delay = delay(&fault);
        if !delay.is_zero() {
            tokio::time::sleep(delay).await;
        }
        answer(&fault).into_response(&fault)
    });
    carried_out.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn delay(fault: &Reply) -> Duration {
    Duration::from_millis(fault.delay_ms.unwrap_or_default())
}

/// An answer before the fault changes it.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    content_type: &'static str,
    body: Vec<u8>,
}

pub(super) const JSON: &str = "application/json; charset=utf-8";
pub(super) const HTML: &str = "text/html; charset=UTF-8";

/// The fault's answer, or the portal's.
fn answer(server: &Server, call: &Call, fault: &Reply, entry: &mut Entry) -> Answer {
    if let Some(error) = fault.error.as_deref().and_then(RestError::system) {
        let body = encode(&error.to_array().into()).unwrap_or_default();
        return Answer::new(error.status, JSON, body);
    }
    if fault.is_answer() {
        let status = fault.status.unwrap_or(200);
        if let Some(letters) = fault.letters {
            return Answer::new(status, JSON, [&b"{\"result\":\""[..], &vec![b'x'; letters], b"\"}"].concat());
        }
        return match &fault.body {
            None => Answer::new(status, HTML, fault.bytes.clone().unwrap_or_default()),
            Some(serde_json::Value::String(text)) => Answer::new(status, HTML, text.clone().into_bytes()),
            Some(json) => Answer::new(status, JSON, json.to_string().into_bytes()),
        };
    }
    let Executed { status, body, json, user } = server.execute(call);
    entry.user = user;
    Answer::new(status, if json { JSON } else { HTML }, body)
}

impl Answer {
    pub(super) fn new(status: u16, content_type: &'static str, body: Vec<u8>) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self { status, content_type, body }
    }

    /// With the headers the portal and the fault put on, and cut where the fault says so.
    fn into_response(self, fault: &Reply) -> Response {
        let length = self.body.len();
        let body = match fault.truncate {
            Some(bytes) => Body::new(BrokenBody::new(Bytes::from(self.body).slice(..bytes.min(length)))),
            None => Body::from(self.body),
        };
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static(self.content_type)),
            (header::CONTENT_LENGTH, length.into()),
        ];
        let mut response = (self.status, headers, body).into_response();
        if fault.cors != Some(false) {
            response = with_cors(response);
        }
        if fault.is_answer() || !fault.headers.is_empty() {
            // What a fault says is shown by whoever navigates to it, and is no page of this origin.
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox"));
        }
        for (name, value) in &fault.headers {
            if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
                // Policies add up; of other headers, the fault's counts.
                if name == header::CONTENT_SECURITY_POLICY {
                    response.headers_mut().append(name, value);
                } else {
                    response.headers_mut().insert(name, value);
                }
            }
        }
        response
    }
}

/// Exactly what every answer of a portal carries.
fn with_cors(mut response: Response) -> Response {
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "origin, content-type, accept"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// A body that ends too early: the server drops the connection.
struct BrokenBody {
    data: Option<Bytes>,
    paused: bool,
}

impl BrokenBody {
    fn new(data: Bytes) -> Self {
        Self { data: Some(data).filter(|data| !data.is_empty()), paused: false }
    }
}

impl HttpBody for BrokenBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if let Some(data) = self.data.take() {
            return Poll::Ready(Some(Ok(Frame::data(data))));
        }
        if !self.paused {
            // Lets the server send what it has before it learns that this is the end.
            self.paused = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(Some(Err(io::Error::other("cut off by a fault"))))
    }
}

pub(super) fn text_header(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// Milliseconds since 1970.
pub(super) fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
