//! `batch`: containers, halt, limits, macros.

use crate::http::Running;
use serde_json::{Value, json};

async fn batch(running: &Running, params: Value) -> Value {
    let (status, answer) = running.admin("batch", params).await;
    assert_eq!(status, 200, "{answer}");
    assert!(answer["time"].is_object());
    answer["result"].clone()
}

#[tokio::test]
async fn each_container_takes_its_own_shape() {
    let running = Running::start().await;
    let result = batch(&running, json!({"cmd": ["scope", "nonsense", "user.admin"]})).await;
    assert_eq!(result["result"], json!({"0": ["crm", "user", "department", "placement"], "2": true}));
    assert_eq!(result["result_error"]["1"]["error"], "ERROR_METHOD_NOT_FOUND");
    assert_eq!(result["result_time"].as_object().unwrap().len(), 2);
    assert_eq!((&result["result_total"], &result["result_next"]), (&json!([]), &json!([])));
    let result = batch(&running, json!({"cmd": {"1": "user.admin", "0": "user.admin"}})).await;
    assert_eq!(result["result"], json!({"1": true, "0": true}), "the order of keys matters");
    let result = batch(&running, json!({"cmd": {"0": "user.admin", "01": "user.admin"}})).await;
    assert_eq!(result["result"], json!({"0": true, "01": true}));
}

#[tokio::test]
async fn halt_is_whatever_php_takes_for_true() {
    let running = Running::start().await;
    let cmd = json!({"a": "nonsense", "b": "user.admin"});
    for (halt, goes_on) in [
        (json!(1), false),
        (json!("false"), false),
        (json!([0]), false),
        (json!(0.1), false),
        (json!("0.0"), false),
        (json!("0"), true),
        (json!(""), true),
        (json!([]), true),
        (json!(0.0), true),
        (json!(null), true),
    ] {
        let result = batch(&running, json!({"halt": halt, "cmd": cmd})).await;
        assert_eq!(result["result"].get("b").is_some(), goes_on, "{halt}");
        assert!(result["result_error"].get("a").is_some());
    }
}

#[tokio::test]
async fn the_51st_command_is_refused_and_what_is_no_text_takes_a_place() {
    let running = Running::start().await;
    let cmd: Vec<Value> = (0..53).map(|index| if index == 3 { json!(7) } else { json!("user.admin") }).collect();
    let result = batch(&running, json!({"cmd": cmd})).await;
    assert_eq!(result["result"].as_object().unwrap().len(), 49);
    let errors = result["result_error"].as_object().unwrap();
    assert_eq!(errors.keys().collect::<Vec<_>>(), ["50", "51", "52"]);
    assert_eq!(
        errors["52"],
        json!({"error": "ERROR_BATCH_LENGTH_EXCEEDED", "error_description": "Max batch length exceeded"})
    );
}

#[tokio::test]
async fn macros_put_results_into_later_commands() {
    let running = Running::start().await;
    let set = "crm.contact.details.configuration.set?data[0][name]=";
    let cases = [
        ("$result[who][NAME]", "Anna"),
        ("x-$result[who][NAME] y", "x-Anna y"),
        ("$result[who][NAME] $result[who][LAST_NAME]", "Anna Berg"),
        ("$result[who][NAME][0]", "A"),
        ("$result[who][NAME][nothing]", "Anna"),
        ("x $result[who]", "x $result[who]"),
        ("$RESULT[who][NAME] x", "$RESULT[who][NAME] x"),
        ("$result[who][NAME]$result[who][ID]", "Anna"),
        ("$result[bad][ID] x", "$result[bad][ID] x"),
        ("$error[bad][error] x", "ERROR_METHOD_NOT_FOUND x"),
        ("$nothing[who]", "$nothing[who]"),
        ("5$ result", "5$ result"),
    ];
    for (name, stored) in cases {
        running.put("rows", json!([])).await;
        let name = percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
        let cmd = json!({"who": "profile", "bad": "nonsense", "set": format!("{set}{name}&data[0][title]=t")});
        let result = batch(&running, json!({"cmd": cmd})).await;
        assert_eq!(result["result"]["set"], true, "{result}");
        assert_eq!(running.get("rows").await[0]["value"][0]["elements"][0]["name"], stored, "{stored}");
    }
}

#[tokio::test]
async fn a_query_is_parsed_as_php_parses_it() {
    let running = Running::start().await;
    running
        .put("rows", json!([{"user": 0, "name": "contact_details_common", "common": true, "value": [{"x": 1}]}]))
        .await;
    for (query, common) in [
        ("?scope=C", true),
        ("?scope=%43", true),
        ("?scope=P&scope=C", true),
        ("?scope=C#&scope=P", true),
        ("?%73cope=C", true),
        ("?scope[]=C", false),
        ("?scope=C+", false),
        ("?x=1;scope=C", false),
        ("#?scope=C", false),
        ("", false),
        ("?0", false),
    ] {
        let cmd = json!({"g": format!("crm.contact.details.configuration.get{query}")});
        let result = batch(&running, json!({"cmd": cmd})).await;
        assert_eq!(!result["result"]["g"].is_null(), common, "{query}");
    }
}

#[tokio::test]
async fn a_batch_in_a_batch_depends_on_the_case() {
    let running = Running::start().await;
    let cmd = json!({"a": "batch?cmd[x]=user.admin", "b": "bAtch?cmd[x]=user.admin&cmd[y]=BATCH%3Fcmd[z]%3Dscope"});
    let result = batch(&running, json!({"cmd": cmd})).await;
    assert_eq!(result["result_error"]["a"]["error"], "ERROR_BATCH_METHOD_NOT_ALLOWED");
    assert_eq!(result["result"]["b"]["result"]["x"], true);
    assert_eq!(result["result"]["b"]["result"]["y"]["result"]["z"][0], "crm");
}

#[tokio::test]
async fn a_batch_keeps_the_null_of_a_card_that_is_not_there() {
    let running = Running::start().await;
    let result = batch(&running, json!({"cmd": {"g": "crm.contact.details.configuration.get"}})).await;
    assert_eq!(result["result"], json!({"g": null}));
}

#[tokio::test]
async fn the_log_lists_the_commands() {
    let running = Running::start().await;
    batch(&running, json!({"cmd": ["crm.contact.details.configuration.Reset?scope=P&userId=6", 5, "scope"]})).await;
    let entry = running.get("log").await[0].clone();
    assert_eq!((&entry["method"], &entry["user"], &entry["status"]), (&json!("batch"), &json!(1), &json!(200)));
    assert_eq!(
        entry["commands"],
        json!([
            {"key": 0, "method": "crm.contact.details.configuration.reset", "params": {"scope": "P", "userId": "6"}},
            {"key": 2, "method": "scope", "params": []},
        ])
    );
}
