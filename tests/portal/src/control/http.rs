//! The control interface over HTTP.

use super::faults::Fault;
use super::limits::LimitSettings;
use crate::archive::Archive;
use crate::conditions::Conditions;
use crate::crm::{Row, Rows};
use crate::hosting::{Hosting, Pages};
use crate::php::{self, Array, Value, encode, parse_str, readable, readable_text};
use crate::rest::{Application, Server, lock};
use crate::users::{Department, User};
use crate::web::origin_only;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, RawQuery, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, put};
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// A fault can be an answer of many megabytes.
const MAX_BODY: usize = 64 << 20;

/// The routes, for any origin of this machine: tests run in pages of their own. What is changed is answered with the new state.
pub(crate) fn router() -> Router<Arc<Server>> {
    Router::new()
        .route("/__portal/rows", get(get_rows).put(put_rows))
        .route("/__portal/faults", get(get_faults).put(put_faults))
        .route("/__portal/limits", get(get_limits).put(put_limits))
        .route("/__portal/conditions", get(get_conditions).put(put_conditions))
        .route("/__portal/log", get(get_log).delete(delete_log))
        .route("/__portal/users", get(get_users).put(put_users))
        .route("/__portal/departments", get(get_departments).put(put_departments))
        .route("/__portal/application", get(get_application).put(put_application))
        .route("/__portal/application/archive", put(put_archive).delete(delete_archive))
        .layer(middleware::from_fn(any_origin))
        .layer(middleware::from_fn(origin_only))
        .layer(DefaultBodyLimit::max(MAX_BODY))
}

/// Lets pages of any origin in, preflights included.
async fn any_origin(request: Request, next: Next) -> Response {
    let preflight = request.method() == Method::OPTIONS;
    let mut response = if preflight { StatusCode::NO_CONTENT.into_response() } else { next.run(request).await };
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, PUT, DELETE"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

fn json(body: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, "application/json; charset=utf-8")], body).into_response()
}

fn refusal(what_is_wrong: String) -> Response {
    (StatusCode::BAD_REQUEST, what_is_wrong).into_response()
}

fn answer<T: serde::Serialize>(value: &T) -> Response {
    json(serde_json::to_vec(value).unwrap_or_default())
}

/// Reads the body, or says what is wrong with it and what is accepted.
fn read<T: DeserializeOwned>(body: &[u8], accepted: &str) -> Result<T, String> {
    serde_json::from_slice(body).map_err(|wrong| format!("{wrong}; accepted: {accepted}"))
}

async fn get_rows(State(server): State<Arc<Server>>) -> Response {
    let rows: Array = (0..).zip(lock(&server.rows).iter().map(row_to_array)).collect();
    json(encode(&Value::Array(readable(&rows))).unwrap_or_default())
}

async fn put_rows(state: State<Arc<Server>>, body: Bytes) -> Response {
    let Some(rows) = read_rows(&body) else {
        let accepted =
            "a JSON list of {\"user\": 0 or more, \"name\": text, \"common\": true or false, \"value\": any}";
        return refusal(format!("accepted: {accepted}"));
    };
    *lock(&state.rows) = rows;
    get_rows(state).await
}

fn row_to_array(row: Row) -> Array {
    [
        ("user", Value::Int(row.user)),
        ("name", Value::from(row.name)),
        ("common", Value::Bool(row.common)),
        ("value", row.value),
    ]
    .into_iter()
    .collect()
}

/// Values are read as PHP reads them, so that they come out as if a call had stored them.
fn read_rows(body: &[u8]) -> Option<Rows> {
    match php::decode(body)? {
        Value::Array(rows) if rows.is_list() => rows.values().map(read_row).collect(),
        _ => None,
    }
}

fn read_row(row: &Value) -> Option<Row> {
    let row = row.as_array()?;
    match (row.get("user")?, row.get("name")?, row.get("common")?, row.get("value")?) {
        (Value::Int(user @ 0..), Value::Text(name), Value::Bool(common), value) => Some(Row {
            user: *user,
            name: String::from_utf8(name.clone()).ok()?,
            common: *common,
            value: value.clone(),
        }),
        _ => None,
    }
}

async fn get_faults(State(server): State<Arc<Server>>) -> Response {
    answer(&lock(&server.faults).remaining())
}

async fn put_faults(state: State<Arc<Server>>, body: Bytes) -> Response {
    let accepted = "a JSON list of {\"match\": method with *, \"times\": number, \"then\": {status, body, bytes, letters, \
                    headers, cors, delayMs, hang, reset, truncate, error}}";
    match read::<Vec<Fault>>(&body, accepted).and_then(|faults| lock(&state.faults).replace(faults)) {
        Ok(()) => get_faults(state).await,
        Err(what_is_wrong) => refusal(what_is_wrong),
    }
}

async fn get_limits(State(server): State<Arc<Server>>) -> Response {
    answer(&lock(&server.limits).settings())
}

async fn put_limits(state: State<Arc<Server>>, body: Bytes) -> Response {
    let accepted = "null, or {burst, perSecond, costMs, operatingSeconds, windowSeconds}, each a number or null";
    match read::<Option<LimitSettings>>(&body, accepted).and_then(|settings| lock(&state.limits).replace(settings)) {
        Ok(()) => get_limits(state).await,
        Err(what_is_wrong) => refusal(what_is_wrong),
    }
}

async fn get_conditions(State(server): State<Arc<Server>>) -> Response {
    answer(&*lock(&server.conditions))
}

async fn put_conditions(state: State<Arc<Server>>, body: Bytes) -> Response {
    let accepted = "{deleted, overload, noConnection, noApplication, noApplicationAccess, noContactFamily: true or \
                    false, plan: \"commercial\", \"free\" or \"noSubscription\", time: {integerStart, operating}}";
    match read::<Conditions>(&body, accepted) {
        Ok(conditions) => {
            *lock(&state.conditions) = conditions;
            get_conditions(state).await
        }
        Err(what_is_wrong) => refusal(what_is_wrong),
    }
}

async fn get_log(State(server): State<Arc<Server>>) -> Response {
    json(lock(&server.log).to_json())
}

async fn delete_log(state: State<Arc<Server>>) -> Response {
    lock(&state.log).clear();
    get_log(state).await
}

async fn get_users(State(server): State<Arc<Server>>) -> Response {
    let users: Vec<User> = lock(&server.company).users().iter().map(|user| User::clone(user)).collect();
    answer(&users)
}

async fn put_users(state: State<Arc<Server>>, body: Bytes) -> Response {
    let accepted =
        "a JSON list of {id, name, lastName, position, admin, settings, crm, active, departments: [id], language}";
    match read::<Vec<User>>(&body, accepted).and_then(|users| lock(&state.company).replace_users(users)) {
        Ok(()) => get_users(state).await,
        Err(what_is_wrong) => refusal(what_is_wrong),
    }
}

async fn get_departments(State(server): State<Arc<Server>>) -> Response {
    answer(&lock(&server.company).departments)
}

async fn put_departments(state: State<Arc<Server>>, body: Bytes) -> Response {
    let accepted = "a JSON list of {id, name, parent: id or null, head: id or null}";
    let departments = read::<Vec<Department>>(&body, accepted);
    match departments.and_then(|departments| lock(&state.company).replace_departments(departments)) {
        Ok(()) => get_departments(state).await,
        Err(what_is_wrong) => refusal(what_is_wrong),
    }
}

/// The application, and where its pages are.
#[derive(serde::Serialize)]
struct ApplicationState {
    #[serde(flatten)]
    application: Application,
    pages: Option<Pages>,
}

async fn get_application(State(server): State<Arc<Server>>) -> Response {
    let application = lock(&server.application).clone();
    answer(&ApplicationState { application, pages: server.hosted.pages() })
}

async fn put_application(state: State<Arc<Server>>, body: Bytes) -> Response {
    let accepted = "{installed: true or false, bindings: [{placement, handler, title, description, languages: {code: \
                    [title, description]}}], scopes: [crm, user, user_brief, department, placement]}";
    match read::<Application>(&body, accepted) {
        Ok(application) => {
            *lock(&state.application) = application;
            get_application(state).await
        }
        Err(what_is_wrong) => refusal(what_is_wrong),
    }
}

/// Installs the application in the archive that is the body. The query says who hosts it.
async fn put_archive(state: State<Arc<Server>>, RawQuery(query): RawQuery, body: Bytes) -> Response {
    let query = parse_str(query.unwrap_or_default().as_bytes());
    let name = readable_text(query.isset("hosting").or(Some(&Value::from("portal"))));
    let Some(hosting) = Hosting::of_name(&name) else {
        return refusal(format!("'hosting' is '{name}': give portal or server"));
    };
    match Archive::read(&body) {
        Ok(archive) => {
            state.install(archive, hosting);
            get_application(state).await
        }
        Err(what_is_wrong) => refusal(what_is_wrong),
    }
}

async fn delete_archive(state: State<Arc<Server>>) -> Response {
    state.uninstall();
    get_application(state).await
}
