//! The start page: the application, who is who, the rows as cards, the latest requests, switches for faults.

use super::Site;
use super::placement::script;
use crate::rest::RestError;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;

/// The modules of its script.
const MODULES: [(&str, &str); 8] = [
    ("application.js", include_str!("../../assets/start/application.js")),
    ("cards.js", include_str!("../../assets/start/cards.js")),
    ("faults.js", include_str!("../../assets/start/faults.js")),
    ("log.js", include_str!("../../assets/start/log.js")),
    ("main.js", include_str!("../../assets/start/main.js")),
    ("page.js", include_str!("../../assets/start/page.js")),
    ("presets.js", include_str!("../../assets/start/presets.js")),
    ("users.js", include_str!("../../assets/start/users.js")),
];

pub(super) fn router() -> Router<Site> {
    Router::new()
        .route("/", get(start))
        .route("/start/sample-card.json", get(|| async { sample_card() }))
        .route("/start/{module}", get(module))
        .route("/portal.css", get(|| async { stylesheet() }))
        .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
}

fn stylesheet() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("../../assets/portal.css")).into_response()
}

/// A layout with fields that `crm.contact.fields` does not have, as Bitrix24's default card has them.
fn sample_card() -> Response {
    let card = include_str!("../../assets/sample-card.json");
    ([(header::CONTENT_TYPE, "application/json; charset=utf-8")], card).into_response()
}

async fn module(Path(name): Path<String>) -> Response {
    match MODULES.iter().find(|(known, _)| *known == name) {
        Some((_, source)) => script(source),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn start(State(site): State<Site>) -> Html<String> {
    let index = site.server.hosted.pages().map(|pages| pages.index).unwrap_or_default();
    let errors = RestError::codes().map(|code| format!("<option>{code}")).collect::<Vec<_>>().concat();
    let page = include_str!("../../assets/start.html").replace("{{application}}", &index);
    Html(page.replace("{{errors}}", &errors))
}
