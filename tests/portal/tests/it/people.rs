//! Users and departments: who is asked for, in which order, page by page.

use crate::http::Running;
use serde_json::{Value, json};

const ADMIN: &str = "/rest/1/adm1secret";

fn people(count: u32) -> Value {
    let user = |id: u32| {
        json!({
            "id": id, "name": format!("Name{}", id % 7), "lastName": format!("Last{:05}", count - id), "admin": id == 1,
            "settings": id == 1, "active": !id.is_multiple_of(10), "departments": [1 + id % 3],
        })
    };
    (1..=count).map(user).collect()
}

fn ids(answer: &Value) -> Vec<u32> {
    answer["result"].as_array().unwrap().iter().map(|user| user["ID"].as_str().unwrap().parse().unwrap()).collect()
}

#[tokio::test]
async fn ten_thousand_people_come_in_pages_of_fifty() {
    let running = Running::start().await;
    running.put("users", people(10_000)).await;
    let first = running.call(&format!("{ADMIN}/user.get"), json!({})).await.json();
    assert_eq!((ids(&first), &first["total"], &first["next"]), ((1..=50).collect(), &json!(10_000), &json!(50)));
    let last = running.call(&format!("{ADMIN}/user.get"), json!({ "start": 9950 })).await.json();
    assert_eq!((ids(&last), last.get("next")), ((9951..=10_000).collect(), None));
    let beyond = running.call(&format!("{ADMIN}/user.get"), json!({ "start": 10_000 })).await.json();
    assert_eq!((&beyond["result"], &beyond["total"]), (&json!([]), &json!(10_000)));

    // In a batch beside each other, each with figures of its own.
    let commands = json!({ "a": "user.get?start=50", "b": "user.get?FILTER[ID]=7", "c": "profile" });
    let batch = running.call(&format!("{ADMIN}/batch"), json!({ "halt": 0, "cmd": commands })).await.json();
    assert_eq!(batch["result"]["result_total"], json!({ "a": 10_000, "b": 1 }));
    assert_eq!(batch["result"]["result_next"], json!({ "a": 100 }));
    assert_eq!(batch["result"]["result"]["a"][0]["ID"], "51");
}

#[tokio::test]
async fn people_are_found_by_filter_and_ordered() {
    let running = Running::start().await;
    running.put("users", people(100)).await;
    for (params, found) in [
        (json!({ "ID": 7 }), vec![7]),
        (json!({ "FILTER": { "ID": ["9", 3] } }), vec![3, 9]),
        (json!({ "FILTER": { "ACTIVE": false } }), (1..=10).map(|ten| ten * 10).collect()),
        (json!({ "FILTER": { "ACTIVE": "N", "UF_DEPARTMENT": 1 } }), vec![30, 60, 90]),
        (
            json!({ "filter": { "NAME": "name3", "ACTIVE": true }, "sort": "ID", "order": "DESC" }),
            vec![94, 87, 73, 66, 59, 52, 45, 38, 31, 24, 17, 3],
        ),
        (json!({ "FILTER": { "LAST_NAME": "%00001" } }), vec![99]),
        (json!({ "FILTER": { "%LAST_NAME": "0009", "UF_DEPARTMENT": [1, 2] } }), vec![1, 3, 4, 6, 7, 9, 10, 91]),
        (json!({ "FILTER": { "FIND": "last00001" } }), vec![99]),
        (json!({ "FILTER": { "ID": 101 } }), vec![]),
    ] {
        let answer = running.call(&format!("{ADMIN}/user.get"), params.clone()).await.json();
        assert_eq!(ids(&answer), found, "{params}");
        assert_eq!(answer["total"], found.len(), "{params}");
    }
    let by_name = running.call(&format!("{ADMIN}/user.get"), json!({ "SORT": "LAST_NAME" })).await.json();
    assert_eq!(ids(&by_name)[..3], [100, 99, 98]);
    let user = running.call(&format!("{ADMIN}/user.get"), json!({ "ID": 8 })).await.json()["result"][0].take();
    assert_eq!(
        (&user["UF_DEPARTMENT"], &user["ACTIVE"], &user["PERSONAL_PHOTO"]),
        (&json!([3]), &json!(true), &json!(""))
    );
}

#[tokio::test]
async fn departments_are_lists_too() {
    let running = Running::start().await;
    let answer = running.call(&format!("{ADMIN}/department.get"), json!({ "PARENT": 1 })).await.json();
    let names: Vec<_> =
        answer["result"].as_array().unwrap().iter().map(|department| department["NAME"].as_str().unwrap()).collect();
    assert_eq!((names, &answer["total"]), (vec!["Sales", "Support", "Finance"], &json!(3)));
    let departments: Value =
        (1..=120).map(|id| json!({ "id": id, "name": format!("D{id}"), "parent": (id > 1).then_some(1) })).collect();
    running.put("departments", departments).await;
    let answer = running.call(&format!("{ADMIN}/department.get"), json!({ "start": 100 })).await.json();
    assert_eq!(answer["result"].as_array().unwrap().len(), 20);
    assert_eq!(answer["result"][0], json!({ "ID": "101", "NAME": "D101", "SORT": 500, "PARENT": "1" }));
    let own = running.call("/rest/1/noscope/department.get", json!({})).await;
    assert_eq!((own.status, &own.json()["error"]), (401, &json!("insufficient_scope")));
}

#[tokio::test]
async fn people_that_cannot_be_are_refused_and_change_nothing() {
    let running = Running::start().await;
    let before = running.get("users").await;
    for (what, body, part) in [
        ("users", json!([{ "id": 0 }]), "positive"),
        ("users", json!([{ "id": 5 }, { "id": 5 }]), "twice"),
        ("users", json!([{ "id": 5, "rights": "all" }]), "unknown field `rights`"),
        ("departments", json!([{ "name": "Sales" }]), "missing field `id`"),
        ("application", json!({ "binding": [] }), "unknown field `binding`"),
    ] {
        let answer = running.request("PUT", &format!("/__portal/{what}")).send(body.to_string()).await;
        let text = String::from_utf8(answer.body.to_vec()).unwrap();
        assert_eq!(answer.status, 400, "{body}");
        assert!(text.contains(part), "{body}: {text}");
    }
    assert_eq!(running.get("users").await, before);
    // Who is no longer there has no webhook and no token.
    running.put("users", json!([{ "id": 7 }])).await;
    let gone = running.call(&format!("{ADMIN}/profile"), json!({})).await;
    assert_eq!((gone.status, &gone.json()["error"]), (401, &json!("INVALID_CREDENTIALS")));
}
