//! The application's own origin: the files of a directory, but for hidden ones and for what links lead out of it to.

use super::loopback;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use percent_encoding::percent_decode_str;
use std::path::{Path, PathBuf};
use tower_http::services::ServeDir;

/// `/app/` serves the directory; so does a POST, with which a portal opens an application's page.
pub(crate) fn router(directory: &Path) -> Router {
    Router::new()
        .route("/", get(|| async { Redirect::temporary("/app/") }))
        .nest_service("/app", ServeDir::new(directory))
        .layer(middleware::from_fn_with_state(directory.to_owned(), inside_only))
        .layer(middleware::from_fn(post_as_get))
        .layer(middleware::from_fn(dress))
        .layer(middleware::from_fn(loopback::host_only))
}

/// Lets requests through for what is in the directory and not hidden.
async fn inside_only(State(directory): State<PathBuf>, request: Request, next: Next) -> Response {
    let path = percent_decode_str(request.uri().path()).decode_utf8_lossy().into_owned();
    let path = path.strip_prefix("/app/").unwrap_or_default();
    let is_hidden = path.split(['/', '\\']).any(|name| name.starts_with('.'));
    let leads_out = match (directory.canonicalize(), directory.join(path.trim_start_matches('/')).canonicalize()) {
        (Ok(directory), Ok(file)) => !file.starts_with(directory),
        // What is not there is answered with 404.
        _ => false,
    };
    if is_hidden || leads_out { StatusCode::NOT_FOUND.into_response() } else { next.run(request).await }
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
