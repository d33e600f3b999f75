//! The start page: who is who, the rows as cards, the latest requests, switches for faults.

use super::Site;
use super::placement::script;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;

pub(super) fn router() -> Router<Site> {
    Router::new()
        .route("/", get(start))
        .route("/start.js", get(|| async { script(include_str!("../../assets/start.js")) }))
        .route("/portal.css", get(|| async { stylesheet() }))
        .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
}

fn stylesheet() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("../../assets/portal.css")).into_response()
}

async fn start(State(site): State<Site>) -> Html<String> {
    let index = site.server.hosted.pages().map(|pages| pages.index).unwrap_or_default();
    Html(include_str!("../../assets/start.html").replace("{{application}}", &index))
}
