//! The parent page of an application, and the BX24 library stand-in.

use super::Site;
use super::rest::{Answer, HTML, JSON, carry_out, now, text_header};
use crate::control::{Entry, Reply};
use crate::php::{Array, Key, Value, encode, parse_str, to_int};
use crate::rest::{Binding, Server, lock, random_hex};
use crate::users::User;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Seconds an access token is said to live, unless the page's address says otherwise of the first one.
const TOKEN_LIFETIME: i64 = 3600;

/// The method name of a refresh in faults and in the log.
const REFRESH: &str = "refreshAuth";

pub(super) fn router() -> Router<Site> {
    Router::new()
        .route("/placement", get(placement))
        .route("/placement/refresh", post(refresh))
        .route("/placement/installed", post(installed))
        .route("/contact", get(contact))
        .route("/placement/parent.js", get(|| async { script(include_str!("../../assets/parent.js")) }))
        .route("/api/v1/", get(|| async { script(include_str!("../../assets/bx24.js")) }))
        .route("/api/v1", get(|| async { script(include_str!("../../assets/bx24.js")) }))
}

pub(super) fn script(source: &'static str) -> Response {
    let headers = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (headers, source).into_response()
}

/// `/placement?app=URL&placement=CODE&user=N`. Without `app` it is the portal's own application: its index, or for an
/// administrator its installation page until that has finished. Optional: `options` with JSON for the placement, `lang`,
/// `install` for the stage of installation, `expires` for the seconds the first token is said to live, and for parents that misbehave
/// `mute`, `twice` and `delay`, each with commands separated by commas.
async fn placement(State(site): State<Site>, RawQuery(query): RawQuery, headers: HeaderMap) -> Response {
    match page(&site, &query.unwrap_or_default(), &headers) {
        Ok(page) => Html(page).into_response(),
        Err(what_is_wrong) => (StatusCode::BAD_REQUEST, what_is_wrong).into_response(),
    }
}

fn page(site: &Site, query: &str, headers: &HeaderMap) -> Result<String, String> {
    let params = parse_str(query.as_bytes());
    let text =
        |name| params.isset(name).and_then(Value::as_text).map(|text| String::from_utf8_lossy(text).into_owned());
    let own = site.server.hosted.pages();
    let index = text("app").or_else(|| own.as_ref().map(|pages| pages.index.clone()));
    let index = index.ok_or(
        "'app' is missing: give the URL of the application's page, or start the portal with --app-dir or --app-zip",
    )?;
    let installer = own.filter(|_| text("app").is_none()).and_then(|pages| pages.install);
    if !index.starts_with("http://") && !index.starts_with("https://") {
        return Err(format!("'app' is '{index}': give an absolute URL with http or https"));
    }
    let everybody = lock(&site.server.company).users().to_vec();
    let wanted = params.isset("user").map_or(1, to_int);
    let user = everybody.iter().find(|user| user.id == wanted).ok_or_else(|| {
        let known: Vec<_> = everybody.iter().take(10).map(|user| user.id.to_string()).collect();
        format!("'user' is not a user of this portal: give the id of one, such as {}", known.join(", "))
    })?;
    let lifetime = text("expires").map_or(Ok(TOKEN_LIFETIME), |seconds| read_lifetime(&seconds))?;
    let delays = text("delay").map_or_else(|| Ok(Array::default()), |delays| read_delays(&delays))?;
    let install = text("install").unwrap_or_default();
    if !["", "1", "wizard"].contains(&install.as_str()) {
        return Err(format!("'install' is '{install}': give 1 or wizard"));
    }
    let (wizard, scopes) = {
        let mut application = lock(&site.server.application);
        application.installed &= install.is_empty();
        let waits = !application.installed && install.is_empty();
        if waits && !user.admin {
            let content = "<main><p role=\"alert\">The application is not fully installed yet.</p></main>";
            return Ok(plain_page("Application", &user.full_name(), content));
        }
        (install == "wizard" || waits && installer.is_some(), application.scopes.clone())
    };
    // The menu item of an application, which its installer is opened by, is the placement DEFAULT.
    let place = if wizard && installer.is_some() { "DEFAULT" } else { "CRM_CONTACT_DETAIL_TAB" };
    let app = installer.filter(|_| wizard).unwrap_or_else(|| index.clone());
    let scopes: Vec<_> = scopes.iter().map(|scope| scope.name()).collect();
    let options = text("options").unwrap_or_else(|| "[]".to_owned());
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("127.0.0.1").to_owned();
    let settings: Array = [
        ("byGet", Value::from(site.server.hosted.opens_by_get(&app))),
        ("app", Value::from(app)),
        ("index", Value::from(index)),
        ("host", Value::from(host)),
        ("https", Value::from(site.https)),
        ("sid", Value::from(random_hex(16))),
        ("memberId", Value::from(MEMBER_ID)),
        ("applicationToken", Value::from(random_hex(16))),
        ("placement", Value::from(text("placement").unwrap_or_else(|| place.to_owned()))),
        ("scopes", Value::from(scopes.join(","))),
        ("options", Value::from(options)),
        ("lang", Value::from(text("lang").unwrap_or_else(|| user.language.clone()))),
        ("mute", Value::from(text("mute").unwrap_or_default())),
        ("twice", Value::from(text("twice").unwrap_or_default())),
        ("delays", Value::Array(delays)),
        ("firstRun", Value::from(install == "1")),
        ("install", Value::from(wizard)),
        ("user", Value::Int(user.id)),
        ("userName", Value::from(user.full_name())),
        ("isAdmin", Value::from(user.admin)),
        ("auth", Value::Array(auth(site.server.tokens.issue(user.id), lifetime))),
        ("users", Value::Array((0..).zip(everybody.iter().map(|user| person(user))).collect())),
    ]
    .into_iter()
    .collect();
    let settings = encode(&Value::Array(settings)).map_err(|_| "the query is not UTF-8".to_owned())?;
    Ok(include_str!("../../assets/placement.html").replace("{{settings}}", &String::from_utf8_lossy(&settings)))
}

/// The installation of the application is finished.
async fn installed(State(site): State<Site>) -> StatusCode {
    lock(&site.server.application).installed = true;
    StatusCode::NO_CONTENT
}

/// `/contact?user=N`: a contact's card, with the tabs that the application is bound to.
async fn contact(State(site): State<Site>, RawQuery(query): RawQuery) -> Response {
    let params = parse_str(query.unwrap_or_default().as_bytes());
    let Some(user) = lock(&site.server.company).find(params.isset("user").map_or(1, to_int)) else {
        return (StatusCode::BAD_REQUEST, "'user' is not a user of this portal").into_response();
    };
    let application = lock(&site.server.application).clone();
    let tabs = application
        .bindings
        .iter()
        .filter(|binding| binding.placement == "CRM_CONTACT_DETAIL_TAB" && application.installed);
    let tabs: Vec<_> = tabs.map(|binding| tab(binding, &user)).collect();
    let content =
        format!("<main><nav aria-label=\"Tabs of the card\"><ul id=\"tabs\">{}</ul></nav></main>", tabs.concat());
    Html(plain_page("Contact 1", &user.full_name(), &content)).into_response()
}

/// A tab of a contact's card.
fn tab(binding: &Binding, user: &User) -> String {
    let (id, options) = (user.id.to_string(), r#"{"ID":"1"}"#);
    let query = [("app", &*binding.handler), ("placement", &binding.placement), ("user", &id), ("options", options)];
    let query = query.map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)));
    let title = escape(binding.title_in(&user.language));
    format!("<li><a href=\"/placement?{}\">{title}</a></li>", query.join("&amp;"))
}

/// A page without a script. The content is HTML.
fn plain_page(title: &str, user: &str, content: &str) -> String {
    let page = include_str!("../../assets/plain.html").replace("{{title}}", &escape(title));
    page.replace("{{user}}", &escape(user)).replace("{{content}}", content)
}

/// A text as it stands in HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The portal's identity towards applications.
const MEMBER_ID: &str = "a223c6b3710f85df22e9377d6c4f7553";

/// Seconds, from the page's address.
fn read_lifetime(text: &str) -> Result<i64, String> {
    let seconds = text.parse().ok().filter(|seconds| *seconds >= 0);
    seconds.ok_or_else(|| format!("'expires' is '{text}': give a number of seconds"))
}

/// Milliseconds by command, from `getInitData:3000,refreshAuth:500`.
fn read_delays(text: &str) -> Result<Array, String> {
    let read = |part: &str| {
        let (command, milliseconds) = part.split_once(':')?;
        Some((Key::from(command), Value::Int(milliseconds.parse::<u32>().ok()?.into())))
    };
    text.split(',')
        .map(|part| {
            read(part).ok_or_else(|| {
                format!("'delay' has '{part}': give a command and milliseconds, such as getInitData:3000")
            })
        })
        .collect()
}

fn auth(token: String, lifetime: i64) -> Array {
    [
        ("AUTH_ID", Value::from(token)),
        ("AUTH_EXPIRES", Value::Int(lifetime)),
        ("REFRESH_ID", Value::from(random_hex(35))),
    ]
    .into_iter()
    .collect()
}

/// A user the way the selection dialog gives it to the application.
fn person(user: &User) -> Array {
    [
        ("id", Value::from(user.id.to_string())),
        ("name", Value::from(user.full_name())),
        ("photo", Value::from("")),
        ("position", Value::from(user.position.clone())),
        ("url", Value::from(format!("/company/personal/user/{}/", user.id))),
        ("sub", Value::from(false)),
        ("sup", Value::from(false)),
    ]
    .into_iter()
    .collect()
}

/// Takes the parent's current token and user, expires the token and gives a new one.
async fn refresh(State(site): State<Site>, headers: HeaderMap, body: Bytes) -> Response {
    let params = parse_str(&body);
    let token = params.isset("auth").and_then(Value::as_text).map(|token| String::from_utf8_lossy(token).into_owned());
    let user = lock(&site.server.company).find(params.isset("user").map_or(0, to_int));
    let (Some(token), Some(user)) = (token, user) else {
        return (StatusCode::BAD_REQUEST, "accepted: a form with 'auth' and 'user'").into_response();
    };
    let mut entry = Entry {
        at: now(),
        method: REFRESH.to_owned(),
        path: "/placement/refresh".to_owned(),
        content_type: text_header(&headers, header::CONTENT_TYPE),
        params: Array::default(),
        user: Some(user.id),
        status: None,
        commands: None,
    };
    let server = site.server;
    let fault = lock(&server.faults).take(&REFRESH.to_lowercase()).unwrap_or_default();
    carry_out(fault, move |fault| {
        let answer = renew(&server, fault, &token, user.id);
        entry.status = Some(answer.status.as_u16());
        lock(&server.log).add(&entry);
        answer
    })
    .await
}

/// Expires the token and gives a new one. A fault that does not let the call through makes this fail with status 503,
/// whatever the fault itself would answer.
fn renew(server: &Server, fault: &Reply, token: &str, user: i64) -> Answer {
    if !fault.lets_through() {
        return Answer::new(503, HTML, Vec::new());
    }
    server.tokens.expire(token);
    let auth = auth(server.tokens.issue(user), TOKEN_LIFETIME);
    Answer::new(200, JSON, encode(&auth.into()).unwrap_or_default())
}
