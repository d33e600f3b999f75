//! Who may talk to the portal: this machine alone. The port is open to any website that a browser on it shows, under any name
//! that resolves to 127.0.0.1.

use axum::extract::Request;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::IpAddr;

/// Refuses requests whose `Host` is no name of this machine.
pub(crate) async fn host_only(request: Request, next: Next) -> Response {
    let is_local = text(request.headers(), &header::HOST)
        .is_some_and(|host| host.parse().is_ok_and(|authority: Authority| is_loopback(authority.host())));
    if is_local { next.run(request).await } else { refuse("Host") }
}

/// Refuses requests that a page of another machine makes: their `Origin` is no address of this one.
pub(crate) async fn origin_only(request: Request, next: Next) -> Response {
    let is_foreign = request.headers().contains_key(header::ORIGIN)
        && !text(request.headers(), &header::ORIGIN)
            .and_then(|origin| origin.parse::<Uri>().ok())
            .is_some_and(|origin| origin.host().is_some_and(is_loopback));
    if is_foreign { refuse("Origin") } else { next.run(request).await }
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn refuse(header: &str) -> Response {
    let message = format!("'{header}' must be localhost, a name that ends with .localhost, or a loopback address");
    (StatusCode::FORBIDDEN, message).into_response()
}

fn is_loopback(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let address: Option<IpAddr> = host.trim_start_matches('[').trim_end_matches(']').parse().ok();
    host == "localhost" || host.ends_with(".localhost") || address.is_some_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::is_loopback;

    #[test]
    fn loopback_is_an_address_or_a_name_of_this_machine() {
        for host in ["localhost", "LOCALHOST", "a.localhost", "127.0.0.1", "127.9.9.9", "[::1]"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in ["", "localhost.example.com", "127.0.0.1.example.com", "10.0.0.1", "0.0.0.0", "[::2]", "xlocalhost"]
        {
            assert!(!is_loopback(host), "{host}");
        }
    }
}
