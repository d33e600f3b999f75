//! The application's own origin: the files of a directory.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, header};
use axum::middleware::{self, Next};
use axum::response::{Redirect, Response};
use axum::routing::get;
use std::path::Path;
use tower_http::services::ServeDir;

/// `/app/` serves the directory; so does a POST, with which a portal opens an application's page.
pub(crate) fn router(directory: &Path) -> Router {
    Router::new()
        .route("/", get(|| async { Redirect::temporary("/app/") }))
        .nest_service("/app", ServeDir::new(directory))
        .layer(middleware::from_fn(post_as_get))
        .layer(middleware::from_fn(dress))
}

async fn post_as_get(mut request: Request, next: Next) -> Response {
    if request.method() == Method::POST {
        *request.method_mut() = Method::GET;
    }
    next.run(request).await
}

/// What was just built is what the browser shows. Modules are given the type that `.js` files have: the table in use calls
/// them `application/javascript`.
async fn dress(request: Request, next: Next) -> Response {
    let module = Path::new(request.uri().path()).extension().is_some_and(|extension| extension == "mjs");
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if module && response.status().is_success() {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/javascript"));
    }
    response
}
