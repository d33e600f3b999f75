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
        .layer(middleware::from_fn(uncached))
}

async fn post_as_get(mut request: Request, next: Next) -> Response {
    if request.method() == Method::POST {
        *request.method_mut() = Method::GET;
    }
    next.run(request).await
}

/// What was just built is what the browser shows.
async fn uncached(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
