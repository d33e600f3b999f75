//! The application's own origin: the uploaded application, or the files of a directory, but for hidden ones and for what links
//! lead out of it to.

use super::loopback;
use crate::archive::INDEX;
use crate::hosting::{Hosting, Upload};
use crate::rest::Server;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use percent_encoding::percent_decode_str;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_http::services::ServeDir;

/// The uploaded application is served, and without one the directory at `/app/`. There a POST gets the same as a GET: with it a
/// portal opens the page of an application's server.
pub(crate) fn router(server: Arc<Server>, directory: Option<&Path>) -> Router {
    let mut router = Router::new().route("/", get(|| async { Redirect::temporary("/app/") }));
    if let Some(directory) = directory {
        let files = Router::new()
            .nest_service("/app", ServeDir::new(directory))
            .layer(middleware::from_fn_with_state(directory.to_owned(), inside_only))
            .layer(middleware::from_fn(post_as_get));
        router = router.merge(files);
    }
    router
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(middleware::from_fn_with_state(server, uploaded_first))
        .layer(middleware::from_fn(dress))
        .layer(middleware::from_fn(loopback::host_only))
}

/// Answers what is below the path of the uploaded application.
async fn uploaded_first(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    let Some(upload) = server.hosted.upload() else { return next.run(request).await };
    match request.uri().path().strip_prefix(&upload.path()) {
        Some(path) => file(&upload, request.method(), path),
        None if upload.hosting == Hosting::Server && request.uri().path() == "/" => next.run(request).await,
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A file of the uploaded application. A server gives the index of a folder as well; the portal's own hosting has no folders, and
/// takes no POST.
fn file(upload: &Upload, method: &Method, path: &str) -> Response {
    let by_post = upload.hosting == Hosting::Server && method == Method::POST;
    if ![Method::GET, Method::HEAD].contains(method) && !by_post {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    let mut path = percent_decode_str(path).decode_utf8_lossy().into_owned();
    if upload.hosting == Hosting::Server && (path.is_empty() || path.ends_with('/')) {
        path.push_str(INDEX);
    }
    match upload.archive.file(&path) {
        Some(content) => {
            let kind = mime_guess::from_path(&path).first_or_octet_stream();
            ([(header::CONTENT_TYPE, kind.essence_str())], content.clone()).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
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
