//! From an HTTP request to a call: which method, which parameters, by whom.

use crate::php::{Array, Value, decode, parse_pairs, parse_str, percent_decode, trim};
use hyper::{HeaderMap, Method, Uri, header};

/// A call as it arrived.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    /// Lower case, without `.json`.
    pub(crate) method: String,
    /// Query and body together; body keys win.
    pub(crate) params: Array,
    /// User and code from the path.
    pub(crate) webhook: Option<Webhook>,
    /// The token of an `Authorization: Bearer` header.
    pub(crate) bearer: Option<Vec<u8>>,
    /// Every request passes for HTTPS unless `X-Forwarded-Proto` says otherwise.
    pub(crate) https: bool,
}

/// The secret part of a webhook URL.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Webhook {
    pub(crate) user: Vec<u8>,
    pub(crate) code: Vec<u8>,
}

impl Call {
    /// Reads a request to a path below `/rest/`.
    pub(crate) async fn read(method: &Method, uri: &Uri, headers: &HeaderMap, body: &[u8]) -> Self {
        let (webhook, name) = read_path(uri.path());
        let mut params = uri.query().map(|query| parse_str(query.as_bytes())).unwrap_or_default();
        if method == Method::POST {
            params.replace(read_body(headers, body).await);
        }
        Self {
            method: name,
            params,
            webhook,
            bearer: read_bearer(headers),
            https: headers.get("x-forwarded-proto").is_none_or(|proto| proto != "http"),
        }
    }
}

/// `/rest/{method}` or `/rest/{user}/{code}/{method}`, with or without a slash at the end.
fn read_path(path: &str) -> (Option<Webhook>, String) {
    let inner = path.strip_prefix("/rest/").unwrap_or_default();
    let inner = inner.strip_suffix('/').unwrap_or(inner);
    let segments: Vec<Vec<u8>> = inner.split('/').map(|segment| percent_decode(segment.as_bytes())).collect();
    match segments.as_slice() {
        [method] => (None, method_name(method)),
        [user, code, method] => (Some(Webhook { user: user.clone(), code: code.clone() }), method_name(method)),
        _ => (None, String::new()),
    }
}

fn method_name(segment: &[u8]) -> String {
    let name = String::from_utf8_lossy(segment).to_lowercase();
    name.strip_suffix(".json").map(str::to_owned).unwrap_or(name)
}

fn read_bearer(headers: &HeaderMap) -> Option<Vec<u8>> {
    let value = headers.get(header::AUTHORIZATION)?.as_bytes();
    let (scheme, token) = value.split_at_checked(b"Bearer ".len())?;
    scheme.eq_ignore_ascii_case(b"Bearer ").then(|| trim(token).to_vec())
}

/// Only POST has a body. One that cannot be read, or is no array, is silently no parameters.
async fn read_body(headers: &HeaderMap, body: &[u8]) -> Array {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if kind == "application/json" || kind.ends_with("+json") {
        return match decode(trim(body)) {
            Some(Value::Array(array)) => array,
            _ => Array::new(),
        };
    }
    match multer::parse_boundary(content_type) {
        Ok(boundary) if kind == "multipart/form-data" => read_multipart(body, boundary).await,
        _ => parse_str(trim(body)),
    }
}

/// The fields of a form; files are not parameters.
async fn read_multipart(body: &[u8], boundary: String) -> Array {
    let body = body.to_vec();
    let stream = http_body_util::BodyDataStream::new(http_body_util::Full::new(hyper::body::Bytes::from(body)));
    let mut form = multer::Multipart::new(stream, boundary);
    let mut pairs = Vec::new();
    while let Ok(Some(field)) = form.next_field().await {
        let (Some(name), None) = (field.name().map(|name| name.as_bytes().to_vec()), field.file_name()) else {
            continue;
        };
        let Ok(value) = field.bytes().await else { break };
        pairs.push((name, value.to_vec()));
    }
    parse_pairs(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(path: &str) -> (Option<(String, String)>, String) {
        let (webhook, method) = read_path(path);
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (webhook.map(|webhook| (text(webhook.user), text(webhook.code))), method)
    }

    #[test]
    fn a_path_names_method_and_webhook() {
        let webhook = || Some(("1".to_owned(), "code".to_owned()));
        assert_eq!(path("/rest/crm.X.get"), (None, "crm.x.get".into()));
        assert_eq!(path("/rest/crm.x.get.json"), (None, "crm.x.get".into()));
        assert_eq!(path("/rest/1/code/crm.x.get/"), (webhook(), "crm.x.get".into()));
        assert_eq!(path("/rest/1/code/crm%2Ex.get"), (webhook(), "crm.x.get".into()));
        assert_eq!(path("/rest/"), (None, String::new()));
        assert_eq!(path("/rest/1/code"), (None, String::new()));
        assert_eq!(path("/rest/1/code/a/b"), (None, String::new()));
    }
}
