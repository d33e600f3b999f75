//! The card methods beyond the recordings: casts, spellings, permissions, the order of keys.

use crate::http::{Running, card, column};
use serde_json::{Value, json};

const RESET: &str = "crm.contact.details.configuration.reset";
const GET: &str = "crm.contact.details.configuration.get";
const SET: &str = "crm.contact.details.configuration.set";

fn sections() -> Value {
    json!([{"type": "section", "name": "main", "title": "Main", "elements": [{"name": "NAME", "optionFlags": 1}]}])
}

/// Whose own cards are left, of users 1, 5, 6 and 10 after a reset by user 1 with this `userId`.
async fn left_after(running: &Running, user_id: Value) -> Vec<i64> {
    running.put("rows", [1, 5, 6, 10].map(|user| card(user, &sections())).into()).await;
    let (status, answer) = running.admin(RESET, json!({"scope": "P", "userId": user_id})).await;
    assert_eq!((status, &answer["result"]), (200, &json!(true)));
    running.get("rows").await.as_array().unwrap().iter().map(|row| row["user"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn a_user_id_is_whatever_php_makes_of_it() {
    let running = Running::start().await;
    for (user_id, gone) in [
        (json!("1e1"), 10),
        (json!("6abc"), 6),
        (json!("\n6"), 6),
        (json!("6.9"), 6),
        (json!("+6"), 6),
        (json!(5.999), 5),
        (json!([0]), 1),
        (json!({"a": null}), 1),
        (json!(0.9), 1),
        (json!("-5"), 1),
        (json!("undefined"), 1),
        (Value::Null, 1),
    ] {
        let left: Vec<_> = [1, 5, 6, 10].into_iter().filter(|user| *user != gone).collect();
        assert_eq!(left_after(&running, user_id.clone()).await, left, "{user_id}");
    }
    for nobody in [json!("1e30"), json!(1e30), json!("99999999999999999999"), json!(4_294_967_302_i64)] {
        assert_eq!(left_after(&running, nobody.clone()).await, [1, 5, 6, 10], "{nobody}");
    }
}

#[tokio::test]
async fn of_several_spellings_the_first_that_is_not_null_counts() {
    let running = Running::start().await;
    running.put("rows", json!([card(5, &sections()), card(6, &sections()), card(7, &sections())])).await;
    for (params, left) in [
        (json!({"UserId": 7, "userId": 6, "USERID": 5, "userid": 5}), 2),
        (json!({"UserId": 5, "userId": 6, "USERID": null}), 1),
        (json!({"scope": null, "SCOPE": "P", "Scope": "C", "userId": 7}), 0),
    ] {
        assert_eq!(running.admin(RESET, params).await.0, 200);
        assert_eq!(running.get("rows").await.as_array().unwrap().len(), left);
    }
}

#[tokio::test]
async fn data_is_accepted_in_four_spellings_and_no_fifth() {
    let running = Running::start().await;
    for name in ["data", "DATA", "Data", "arData"] {
        assert_eq!(running.admin(SET, json!({name: sections()})).await.0, 200, "{name}");
    }
    for name in ["dATA", "ardata", "fields"] {
        let (status, answer) = running.admin(SET, json!({name: sections()})).await;
        assert_eq!((status, answer["error_description"].as_str()), (400, Some("Parameter 'data' must be array.")));
    }
}

async fn refusal(running: &Running, data: Value) -> String {
    let (status, answer) = running.admin(SET, json!({"data": data})).await;
    assert_eq!((status, &answer["error"]), (400, &json!("")));
    answer["error_description"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_first_rule_broken_is_the_one_reported() {
    let running = Running::start().await;
    let named = |title: Value| json!({"name": "n", "title": title});
    for (data, text) in [
        (json!([{"type": "column"}]), "There are no data to write."),
        (json!([{"type": "column", "elements": [{"title": "t"}]}]), "Section at index 0 does not have name."),
        (json!([{"type": "column", "elements": {"a": 1}}]), "The data must be indexed array."),
        (json!({"1": named(json!("t")), "0": named(json!("u"))}), "The data must be indexed array."),
        (json!([named(json!("t")), {"type": 0}]), "Section at index 1 have type '0'. The expected type is 'section'."),
        (json!([{"type": " section"}]), "Section at index 0 have type ' section'. The expected type is 'section'."),
        (json!([{"type": true}]), "Section at index 0 have type '1'. The expected type is 'section'."),
        (json!([{"name": "\u{b}\0 ", "title": "t"}]), "Section at index 0 does not have name."),
        (json!([{"name": false, "title": "t"}]), "Section at index 0 does not have name."),
        (json!([named(json!(["t"]))]), "Section at index 0 does not have title."),
        (json!([named(json!(true))]), "Section at index 0 does not have title."),
        (json!([false]), "Section at index 0 does not have name."),
        (
            json!([{"name": "n", "title": "t", "elements": [{"name": "A"}, 5]}]),
            "Element at index 1 in section at index 0 does not have name.",
        ),
        (
            json!([{"name": "n", "title": "t", "elements": {"1": {"name": "A"}}}]),
            "Element at index 0 in section at index 0 does not have name.",
        ),
    ] {
        assert_eq!(refusal(&running, data.clone()).await, text, "{data}");
    }
    assert_eq!(running.get("rows").await, json!([]), "nothing was stored");
}

#[tokio::test]
async fn what_kills_php_is_a_500_without_json() {
    let running = Running::start().await;
    for params in [
        json!({"data": ["x"]}),
        json!({"data": [true]}),
        json!({"data": [{"type": "column", "elements": "x"}]}),
        json!({"data": [{"name": ["n"], "title": "t"}]}),
        json!({"data": [{"name": "n", "title": "t", "elements": [{"name": {}}]}]}),
        json!({"data": sections(), "extras": {"CATEGORY_ID": ""}}),
    ] {
        let (status, answer) = running.admin(SET, params.clone()).await;
        assert_eq!((status, answer), (500, Value::Null), "{params}");
    }
    assert_eq!(running.get("rows").await, json!([]), "nothing was stored");
}

#[tokio::test]
async fn only_what_a_card_knows_is_stored() {
    let running = Running::start().await;
    let data = json!([{
        "title": "Title <\"'&/>", "color": "red", "name": true, "type": null, "elements": {"1": {"name": 7, "x": 1, "optionFlags": " 1 "},
        "0": {"name": "B", "optionFlags": "1x", "options": {"a": {}, "b": 1.0}}},
    }]);
    assert_eq!(running.admin(SET, json!({"data": data})).await.0, 200);
    let stored = json!([{"type": "section", "name": true, "title": "Title <\"'&/>", "elements": [
        {"name": "B", "options": {"a": [], "b": 1}}, {"name": 7, "optionFlags": " 1 "},
    ]}]);
    assert_eq!(running.get("rows").await, json!([card(1, &stored)]));
    let answer = running.call(&format!("/rest/1/adm1secret/{GET}"), json!({})).await;
    let body = String::from_utf8(answer.body.to_vec()).unwrap();
    let expected = "{\"result\":[{\"type\":\"section\",\"name\":true,\
                    \"title\":\"Title \\u003C\\u0022\\u0027\\u0026\\/\\u003E\",\"elements\":[{\"name\":\"B\"";
    assert!(body.starts_with(expected), "{body}");
}

#[tokio::test]
async fn a_layout_made_elsewhere_is_given_as_it_is() {
    let running = Running::start().await;
    for (value, result) in [
        (json!([{"type": "section", "name": "old"}]), json!([{"type": "section", "name": "old"}])),
        (json!([{"type": "column", "elements": sections()}, {"type": "column", "elements": []}]), sections()),
        (json!([{"type": "column"}]), json!([])),
    ] {
        running.put("rows", json!([{"user": 1, "name": "contact_details", "common": false, "value": value}])).await;
        assert_eq!(running.admin(GET, json!({})).await.1["result"], result);
    }
}

#[tokio::test]
async fn force_takes_own_cards_and_view_markers_of_that_type_only() {
    let running = Running::start().await;
    let row = |user: i64, name: &str, common: bool| json!({"user": user, "name": name, "common": common, "value": column(&sections())});
    let kept = [row(0, "contact_details_common", true), row(5, "deal_details", false)];
    let gone =
        [row(5, "contact_details", false), row(6, "contact_details", false), row(6, "contact_details_scope", false)];
    running.put("rows", [kept.as_slice(), &gone].concat().into()).await;
    let method = "crm.item.details.configuration.forceCommonScopeForAll";
    assert_eq!(running.admin(method, json!({"ENTITY_TYPE_ID": "3", "scope": "P", "userId": 5})).await.0, 200);
    assert_eq!(running.get("rows").await, Value::from(kept.to_vec()));
}

#[tokio::test]
async fn rights_come_after_the_entity_type_and_before_the_data() {
    let running = Running::start().await;
    let text = |path: &'static str, params: Value| {
        let running = &running;
        async move { running.call(path, params).await.json()["error_description"].clone() }
    };
    let set = "/rest/5/usr5secret/crm.item.details.configuration.set";
    assert_eq!(text(set, json!({"entityTypeId": 999})).await, "Parameter 'entityTypeID' is not defined");
    let unsupported = "The entity type 'ACTIVITY' is not supported in current context.";
    assert_eq!(text(set, json!({"entityTypeId": "6x", "userId": 1})).await, unsupported);
    // The odd twin of a smart process is defined, and has no card.
    assert_eq!(text(set, json!({"entityTypeId": 1037})).await, unsupported.replace("ACTIVITY", "SUS_DYNAMIC_1037"));
    assert_eq!(text(set, json!({"entityTypeId": 3, "userId": 1})).await, "Access denied.");
    assert_eq!(text(set, json!({"entityTypeId": 3, "userId": 5})).await, "Parameter 'data' must be array.");
    let without_crm = "/rest/9/nocrm9/crm.item.details.configuration.set";
    assert_eq!(text(without_crm, json!({"entityTypeId": 999})).await, "Access denied.");
}

#[tokio::test]
async fn extras_choose_the_card() {
    let running = Running::start().await;
    for (entity_type, extras, name) in [
        (1, json!({"leadCustomerType": "2x"}), "returning_lead_details"),
        (1, json!({"LEADCUSTOMERTYPE": true}), "lead_details"),
        (2, json!({"CATEGORY_ID": 4, "dealCategoryId": 9}), "deal_details_c_4"),
        (2, json!({"DealCategoryId": "9"}), "deal_details_c_9"),
        (3, json!({"CATEGORY_ID": 5.7}), "contact_details_c_5"),
        (3, json!({"CATEGORY_ID": null, "DEAL_CATEGORY_ID": 4}), "contact_details_c_4"),
        (7, json!([]), "quote_details"),
        (31, json!({"categoryId": 2}), "smart_invoice_details"),
        (1036, json!({"CATEGORYID": 3}), "dynamic_1036_details_c3"),
        (1036, json!({"CATEGORY_ID": -3}), "dynamic_1036_details"),
    ] {
        running.put("rows", json!([])).await;
        let params = json!({"entityTypeId": entity_type, "extras": extras, "data": sections()});
        assert_eq!(running.admin("crm.item.details.configuration.set", params).await.0, 200);
        assert_eq!(running.get("rows").await[0]["name"], name, "{extras}");
    }
}

#[tokio::test]
async fn the_right_to_change_settings_is_not_administration() {
    let running = Running::start().await;
    let page = running.request("GET", "/placement?app=http://localhost/&user=12").send("").await;
    let page = String::from_utf8(page.body.to_vec()).unwrap();
    assert!(page.contains(r#""isAdmin":false"#));
    let (_, token) = page.split_once(r#""AUTH_ID":""#).unwrap();
    let token = token.split('"').next().unwrap();
    let reset = running.call(&format!("/rest/{RESET}"), json!({"auth": token, "scope": "C"})).await;
    assert_eq!(reset.status, 200);
    assert_eq!(running.call("/rest/user.admin", json!({"auth": token})).await.json()["result"], false);
}
