//! Many requests: random ones that must not break the portal, and equal ones that must not make it grow.

use crate::http::Running;
use crate::upload::archive;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

const METHODS: [&str; 12] = [
    "batch",
    "scope",
    "app.info",
    "user.get",
    "profile",
    "crm.contact.fields",
    "crm.contact.details.configuration.set",
    "crm.contact.details.configuration.get",
    "crm.item.details.configuration.set",
    "crm.item.details.configuration.reset",
    "crm.item.details.configuration.forceCommonScopeForAll",
    "crm.contact.details.configuration.reset",
];

const NAMES: [&str; 19] = [
    "scope",
    "userId",
    "data",
    "extras",
    "entityTypeId",
    "cmd",
    "halt",
    "type",
    "name",
    "title",
    "elements",
    "options",
    "optionFlags",
    "CATEGORY_ID",
    "categoryId",
    "ID",
    "FILTER",
    "auth",
    "0",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        prop::sample::select(vec![
            "C",
            "P",
            "column",
            "section",
            "6",
            " 6x",
            "1e1",
            "$result[0][x]",
            "batch?cmd[]=scope"
        ])
        .prop_map(str::to_owned),
        prop::sample::select(METHODS.to_vec()).prop_map(|method| format!("{method}?data[0][name]=$result[0]&scope=C")),
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0_i64..1100).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 64, 6, |inner| {
        let name = prop_oneof![3 => prop::sample::select(NAMES.to_vec()).prop_map(str::to_owned), 1 => text()];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((name, inner), 0..6).prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

fn params() -> impl Strategy<Value = Value> {
    prop::collection::vec((prop::sample::select(NAMES.to_vec()), any_json()), 0..5)
        .prop_map(|pairs| Value::Object(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()))
}

#[derive(Debug)]
struct Random {
    http_method: &'static str,
    path: String,
    content_type: &'static str,
    body: Vec<u8>,
}

fn requests() -> impl Strategy<Value = Random> {
    let path = prop_oneof![
        8 => (prop::sample::select(vec!["/rest/1/adm1secret/", "/rest/5/usr5secret/", "/rest/", "/rest/9/nocrm9/"]),
              prop::sample::select(METHODS.to_vec())).prop_map(|(base, method)| format!("{base}{method}")),
        1 => "[a-zA-Z0-9%._/~-]{0,30}".prop_map(|tail| format!("/rest/{}", tail.replace('%', "%25"))),
        1 => "[a-z\\[\\]=&+%.]{0,40}".prop_map(|query| format!("/rest/1/adm1secret/batch?{query}")),
    ];
    let body = prop_oneof![
        5 => params().prop_map(|params| params.to_string().into_bytes()),
        2 => "[a-zA-Z0-9\\[\\]=&+%.$]{0,200}".prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<u8>(), 0..200),
    ];
    let content_types = vec![
        "application/json",
        "application/x-www-form-urlencoded",
        "text/plain",
        "multipart/form-data; boundary=b",
        "x",
    ];
    let methods = vec!["POST", "POST", "POST", "GET", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"];
    (prop::sample::select(methods), path, prop::sample::select(content_types), body)
        .prop_map(|(http_method, path, content_type, body)| Random { http_method, path, content_type, body })
}

/// Fatal errors of PHP come of `data` and `extras`, in a call or in a command of a batch.
fn may_crash(request: &Random) -> bool {
    let path = request.path.to_lowercase();
    path.contains("details.configuration") || path.contains("batch")
}

#[tokio::test]
async fn ten_thousand_random_requests_break_nothing() {
    let running = Running::start().await;
    let mut runner = TestRunner::deterministic();
    let strategy = requests();
    let mut statuses = std::collections::BTreeMap::new();
    for _ in 0..10_000 {
        let request = strategy.new_tree(&mut runner).unwrap().current();
        let sending = running.request(request.http_method, &request.path).header("content-type", request.content_type);
        let answer =
            sending.try_send(request.body.clone()).await.unwrap_or_else(|error| panic!("{error}: {request:?}"));
        *statuses.entry(answer.status).or_insert(0) += 1;
        match answer.status {
            200 | 400 | 401 | 404 => {}
            500 if may_crash(&request) => assert!(answer.json().is_null(), "{request:?}"),
            status => panic!("{status}: {request:?}"),
        }
    }
    println!("{statuses:?}");
    for reached in [200, 400, 401, 404] {
        assert!(statuses.contains_key(&reached), "{reached} is not among {statuses:?}");
    }
    assert_eq!(running.admin("scope", json!({})).await.0, 200);
}

/// A zip archive with some of its bytes changed, and cut somewhere.
fn archives() -> impl Strategy<Value = Vec<u8>> {
    let changes = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8);
    let name = prop_oneof![Just("install.html".to_owned()), "[a-z./\\\\:]{1,12}"];
    (name, changes, any::<prop::sample::Index>(), any::<bool>()).prop_map(|(name, changes, end, cut)| {
        let mut zip = archive(&[("index.html", "<h1>Index</h1>"), (&format!("x{name}"), "x")]);
        for (at, byte) in changes {
            let at = at.index(zip.len());
            zip[at] = byte;
        }
        zip.truncate(if cut { end.index(zip.len()) } else { zip.len() });
        zip
    })
}

/// What is put to the controls: JSON of their shape with something else in one place, any JSON, any bytes.
fn controls() -> impl Strategy<Value = (&'static str, Vec<u8>)> {
    let row = |value| json!([{"user": 6, "name": "contact_details", "common": false, "value": value}]);
    let then = |name: &str, value: Value| json!([{"match": "*a*", "times": 2, "then": {name: value}}]);
    let fields = ["status", "body", "bytes", "headers", "cors", "truncate", "error", "reset"];
    let limits = ["burst", "perSecond", "costMs", "operatingSeconds", "windowSeconds"];
    prop_oneof![
        any_json().prop_map(move |value| ("rows", row(value).to_string().into_bytes())),
        (prop::sample::select(fields.to_vec()), any_json())
            .prop_map(move |(name, value)| ("faults", then(name, value).to_string().into_bytes())),
        (prop::sample::select(limits.to_vec()), any_json())
            .prop_map(|(name, value)| ("limits", json!({name: value}).to_string().into_bytes())),
        any_json().prop_map(|value| ("conditions", json!({"time": value}).to_string().into_bytes())),
        any_json().prop_map(|value| ("application", json!({"scopes": value}).to_string().into_bytes())),
        archives().prop_map(|zip| ("application/archive", zip)),
        (
            prop::sample::select(vec!["rows", "faults", "limits", "conditions", "application", "application/archive"]),
            prop::collection::vec(any::<u8>(), 0..60)
        ),
    ]
}

#[tokio::test]
async fn five_thousand_random_settings_break_nothing() {
    let running = Running::start().await;
    let mut runner = TestRunner::deterministic();
    let strategy = controls();
    let mut taken = std::collections::BTreeMap::new();
    for _ in 0..5_000 {
        let (what, body) = strategy.new_tree(&mut runner).unwrap().current();
        let sending = running.request("PUT", &format!("/__portal/{what}"));
        let answer = sending.try_send(body.clone()).await.unwrap_or_else(|error| panic!("{error}: {what} {body:?}"));
        assert!(matches!(answer.status, 200 | 400), "{}: {what} {}", answer.status, String::from_utf8_lossy(&body));
        *taken.entry((what, answer.status)).or_insert(0) += 1;
        // Whatever was set, a call gets an answer, but where a fault resets or cuts the connection.
        let _ = running
            .request("POST", "/rest/1/adm1secret/batch")
            .try_send("cmd[a]=crm.contact.details.configuration.get")
            .await;
    }
    println!("{taken:?}");
    for what in ["rows", "faults", "limits", "application/archive"] {
        for status in [200, 400] {
            assert!(taken.contains_key(&(what, status)), "{what} {status} is not among {taken:?}");
        }
    }
    for (what, value) in
        [("faults", json!([])), ("limits", json!(null)), ("conditions", json!({})), ("rows", json!([]))]
    {
        running.put(what, value).await;
    }
    assert_eq!(running.admin("scope", json!({})).await.0, 200);
}

/// Resident memory of this process in KiB.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Runs itself a second time, alone: the memory of this process is that of the tests beside it as well.
#[tokio::test]
async fn twenty_thousand_calls_leave_memory_flat() {
    const ALONE: &str = "MEASURED_ALONE";
    if std::env::var_os(ALONE).is_none() {
        let itself = std::env::current_exe().unwrap();
        let mut alone = std::process::Command::new(itself);
        alone.args(["--exact", "--nocapture", "endurance::twenty_thousand_calls_leave_memory_flat"]).env(ALONE, "");
        let output = alone.output().unwrap();
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && printed.contains("1 passed"), "{printed}");
        return;
    }
    let running = Running::start().await;
    let params = json!({"scope": "P", "userId": 6});
    // Until the log is full, it grows.
    for _ in 0..6_000 {
        running.admin("crm.contact.details.configuration.reset", params.clone()).await;
    }
    let Some(before) = resident() else { return };
    for _ in 0..20_000 {
        running.admin("crm.contact.details.configuration.reset", params.clone()).await;
    }
    let grown = resident().unwrap_or(before).saturating_sub(before);
    println!("{grown} KiB more after 20,000 calls");
    assert!(grown < 8 * 1024, "{grown} KiB more after 20,000 calls");
}
