//! The application: where it is bound, and whether its installation is finished.

use crate::http::Running;
use serde_json::{Value, json};

const TAB: &str = "CRM_CONTACT_DETAIL_TAB";
const HANDLER: &str = "https://app.example.com/index.html";

async fn call(running: &Running, token: &str, method: &str, mut params: Value) -> (u16, Value) {
    params["auth"] = json!(token);
    let answer = running.call(&format!("/rest/{method}"), params).await;
    (answer.status, answer.json())
}

#[tokio::test]
async fn a_place_is_bound_once_and_taken_away() {
    let running = Running::start().await;
    let titles = json!({ "en": { "TITLE": "Card" }, "de": { "TITLE": "Karte", "DESCRIPTION": "Ansicht" } });
    let bound = json!({ "PLACEMENT": TAB, "HANDLER": HANDLER, "LANG_ALL": titles });
    assert_eq!(call(&running, "tok_admin", "placement.bind", bound.clone()).await.1["result"], true);
    let (status, again) = call(&running, "tok_admin", "placement.bind", bound).await;
    assert_eq!((status, &again["error"]), (400, &json!("ERROR_CORE")));
    assert!(again["error_description"].as_str().unwrap().ends_with("Handler already binded"), "{again}");
    let other = json!({ "PLACEMENT": TAB, "HANDLER": format!("{HANDLER}?v=2"), "TITLE": "Other" });
    assert_eq!(call(&running, "tok_admin", "placement.bind", other).await.0, 200);

    let (_, own) = call(&running, "tok_admin", "placement.get", json!({})).await;
    assert_eq!(own["result"].as_array().unwrap().len(), 2);
    assert_eq!((&own["result"][0]["handler"], &own["result"][0]["placement"]), (&json!(HANDLER), &json!(TAB)));
    assert_eq!(own["result"][0]["langAll"]["de"], json!({ "TITLE": "Karte", "DESCRIPTION": "Ansicht" }));

    let one = json!({ "PLACEMENT": TAB, "HANDLER": HANDLER });
    assert_eq!(call(&running, "tok_admin", "placement.unbind", one.clone()).await.1["result"], json!({ "count": 1 }));
    assert_eq!(call(&running, "tok_admin", "placement.unbind", one).await.1["result"], json!({ "count": 0 }));
    assert_eq!(
        call(&running, "tok_admin", "placement.unbind", json!({ "PLACEMENT": TAB })).await.1["result"],
        json!({ "count": 1 })
    );
    assert_eq!(call(&running, "tok_admin", "placement.get", json!({})).await.1["result"], json!([]));
}

#[tokio::test]
async fn what_cannot_be_bound_is_refused() {
    let running = Running::start().await;
    let bind = |placement: &str, handler: &str| json!({ "PLACEMENT": placement, "HANDLER": handler });
    let long = format!("https://a.example/{}", "x".repeat(255));
    for (params, code) in [
        (json!({ "HANDLER": HANDLER }), "ERROR_ARGUMENT"),
        (json!({ "PLACEMENT": TAB }), "ERROR_ARGUMENT"),
        (bind("NOWHERE", HANDLER), "ERROR_PLACEMENT_NOT_FOUND"),
        (bind(TAB, "app/index.html"), "ERROR_UNSUPPORTED_PROTOCOL"),
        (bind(TAB, "ftp://a.example/"), "ERROR_UNSUPPORTED_PROTOCOL"),
        (bind(TAB, "http://localhost:8080/"), "ERROR_WRONG_HANDLER_URL"),
        (bind(TAB, &long), "ERROR_WRONG_HANDLER_URL"),
    ] {
        let (status, answer) = call(&running, "tok_admin", "placement.bind", params.clone()).await;
        assert_eq!((status, &answer["error"]), (400, &json!(code)), "{params}");
    }
    for method in ["placement.bind", "placement.get", "placement.unbind"] {
        let (status, answer) = call(&running, "tok_user5", method, bind(TAB, HANDLER)).await;
        assert_eq!((status, &answer["error"]), (403, &json!("ACCESS_DENIED")), "{method}");
        let (status, answer) = call(&running, "tok_noscope", method, bind(TAB, HANDLER)).await;
        assert_eq!((status, &answer["error"]), (401, &json!("insufficient_scope")), "{method}");
        let webhook = running.call(&format!("/rest/1/adm1secret/{method}"), bind(TAB, HANDLER)).await;
        assert_eq!((webhook.status, &webhook.json()["error"]), (403, &json!("WRONG_AUTH_TYPE")), "{method}");
    }
    assert_eq!(running.get("application").await["bindings"], json!([]));
}

#[tokio::test]
async fn others_wait_until_the_installation_is_finished() {
    let running = Running::start().await;
    let app = "http://127.0.0.1:9/app/";
    let page = async |path: &str| String::from_utf8(running.request("GET", path).send("").await.body.to_vec()).unwrap();
    let as_user = |user: u32| format!("/placement?app={app}&user={user}");
    assert!(page(&as_user(5)).await.contains("parent.js"), "it is installed from the start");

    assert!(page(&format!("/placement?app={app}&user=1&install=wizard")).await.contains("parent.js"));
    assert_eq!(running.get("application").await["installed"], false);
    assert!(page(&as_user(5)).await.contains("not fully installed yet"));
    assert!(page(&as_user(1)).await.contains("parent.js"), "an administrator opens it");

    let titles = json!({ "en": { "TITLE": "<Card>" }, "de": { "TITLE": "Karte" } });
    call(&running, "tok_admin", "placement.bind", json!({ "PLACEMENT": TAB, "HANDLER": HANDLER, "LANG_ALL": titles }))
        .await;
    assert!(!page("/contact?user=5").await.contains("Card"), "nobody sees it before");
    assert_eq!(running.request("POST", "/placement/installed").send("").await.status, 204);
    assert!(page(&as_user(5)).await.contains("parent.js"));
    let contact = page("/contact?user=5").await;
    assert!(
        contact.contains("&lt;Card&gt;</a>") && contact.contains("placement=CRM%5FCONTACT%5FDETAIL%5FTAB"),
        "{contact}"
    );
    running.put("users", json!([{ "id": 5, "language": "de" }])).await;
    assert!(page("/contact?user=5").await.contains("Karte</a>"));
}
