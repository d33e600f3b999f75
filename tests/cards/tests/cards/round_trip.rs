//! What is saved comes back unchanged, and what is kept can be put back, however it travels.

use crate::connection::Encoding;
use crate::json::{from_value, to_value};
use crate::layouts::{any_layout, any_text, form_layout};
use crate::stage::{Stage, row};
use bx24_contact_card::{Backup, BulkOperation, BulkOptions, Card, ErrorKind, Layout, RateLimit, UserId};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

/// How often each property is tried.
const CASES: u32 = 400;

fn check<S: Strategy>(cases: S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    check_times(CASES, cases, test);
}

fn check_times<S: Strategy>(times: u32, cases: S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    // No file of failures: the seed is printed, and each case that failed belongs in a test of its own.
    let config = ProptestConfig { cases: times, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new(config).run(&cases, test).unwrap_or_else(|failure| panic!("{failure}"));
}

fn any_card() -> impl Strategy<Value = Card> {
    let user = |id: u32| Card::Personal(UserId::try_from(id).ok());
    prop_oneof![Just(Card::Personal(None)), Just(user(1)), Just(user(6)), Just(Card::Common)]
}

/// Whose row it is; user 1 is who asks.
fn owner(card: Card) -> u32 {
    match card {
        Card::Common => 0,
        Card::Personal(user) => user.map_or(1, UserId::get),
    }
}

fn saved_comes_back(encoding: Encoding, layouts: impl Strategy<Value = Layout>) {
    let stage = Stage::set();
    let client = stage.client(encoding);
    check((layouts, any_card()), |(layout, card)| {
        stage.wait(client.set(card, layout.clone())).unwrap();
        let read = stage.wait(client.get(card)).unwrap();
        prop_assert_eq!(read.result, Some(layout));
        prop_assert!(read.time.is_some());
        Ok(())
    });
}

#[test]
fn what_is_saved_in_json_comes_back() {
    saved_comes_back(Encoding::Json, any_layout());
}

#[test]
fn what_is_saved_through_a_form_comes_back() {
    saved_comes_back(Encoding::Form, form_layout());
}

#[test]
fn what_is_saved_comes_back_in_a_batch() {
    saved_comes_back(Encoding::Batch, any_layout());
}

fn kept_can_be_put_back(encoding: Encoding, layouts: impl Strategy<Value = Layout>) {
    let stage = Stage::set();
    let client = stage.client(encoding);
    let others = [0, 1, 6].map(|user| row(user, &json!([{ "type": "section", "name": "other", "title": "Other" }])));
    check((prop::option::of(layouts), any_card()), |(layout, card)| {
        let rows: Value = others.iter().filter(|row| row["user"] != owner(card)).cloned().collect();
        stage.put_rows(&rows);
        if let Some(layout) = layout.clone() {
            stage.wait(client.set(card, layout)).unwrap();
        }
        let before = stage.rows();
        let (_, backup) = stage.wait(client.back_up_and_reset(card)).unwrap();
        prop_assert!(same_rows(&stage.rows(), &rows), "the card is reset, and no other");
        prop_assert_eq!(&backup.layout, &layout);

        // As it is kept: as text.
        let text = to_value(&backup.clone().into_json()).to_string();
        let kept = Backup::read(from_value(serde_json::from_str(&text).unwrap()));
        prop_assert_eq!(kept.as_ref(), Ok(&backup));
        stage.wait(client.restore(backup)).unwrap();
        prop_assert!(same_rows(&stage.rows(), &before), "{} is not {}", stage.rows(), before);
        Ok(())
    });
}

#[test]
fn what_is_kept_in_json_can_be_put_back() {
    kept_can_be_put_back(Encoding::Json, any_layout());
}

#[test]
fn what_is_kept_through_a_form_can_be_put_back() {
    kept_can_be_put_back(Encoding::Form, form_layout());
}

#[test]
fn what_is_kept_in_a_batch_can_be_put_back() {
    kept_can_be_put_back(Encoding::Batch, any_layout());
}

/// Cards of many users are read, reset and restored together. Those of the others stay as they are.
fn many_can_be_put_back(encoding: Encoding, layouts: impl Strategy<Value = Layout> + Clone) {
    let stage = Stage::set();
    let client = stage.client(encoding);
    let by_json = stage.client(Encoding::Json);
    let options = BulkOptions { limit: RateLimit::new(1e6, 1e6).unwrap(), ..BulkOptions::default() };
    let run = |mut operation: BulkOperation<'_, _, _>| {
        stage.wait(operation.run(|_, _| {}));
        let report = operation.into_report();
        assert!(report.stopped.is_none() && report.failed.is_empty(), "{report:?}");
        report
    };
    let several = prop::collection::btree_map(1_u32..200, prop::option::of(layouts), 1..12);
    // Each with some six layouts.
    check_times(CASES / 8, several, |cards| {
        let outsider = row(900, &json!([{ "type": "section", "name": "other", "title": "Other" }]));
        stage.put_rows(&json!([outsider]));
        let users: Vec<_> = cards.keys().filter_map(|id| UserId::try_from(*id).ok()).collect();
        for (user, layout) in users.iter().zip(cards.values()) {
            if let Some(layout) = layout {
                stage.wait(by_json.set(Card::Personal(Some(*user)), layout.clone())).unwrap();
            }
        }
        let expected: Vec<_> = users.iter().copied().zip(cards.values().cloned()).collect();
        prop_assert_eq!(&run(client.get_many(users.clone(), options)).cards, &expected);

        let backups = run(client.reset_many(users.clone(), BulkOptions { backup: true, ..options })).backups;
        prop_assert_eq!(stage.rows(), json!([outsider]));
        run(client.restore_many(backups, options).unwrap());
        for (user, layout) in &expected {
            let read = stage.wait(by_json.get(Card::Personal(Some(*user)))).unwrap();
            prop_assert_eq!(&read.result, layout);
        }
        prop_assert!(stage.rows().as_array().unwrap().contains(&outsider));
        Ok(())
    });
}

#[test]
fn many_can_be_put_back_in_json() {
    many_can_be_put_back(Encoding::Json, any_layout());
}

#[test]
fn many_can_be_put_back_through_forms() {
    many_can_be_put_back(Encoding::Form, form_layout());
}

#[test]
fn many_can_be_put_back_in_a_placement() {
    many_can_be_put_back(Encoding::Placement, any_layout());
}

/// What a portal may store that this crate would not save: flags as text, names that are numbers or there twice, no
/// elements, no title, and options of any shape.
fn any_stored() -> impl Strategy<Value = Value> {
    let name = prop_oneof![
        8 => "[A-Z]{1,2}".prop_map(Value::from),
        2 => any::<i32>().prop_map(Value::from),
        1 => Just(json!(1.5)),
        1 => Just(Value::Null),
    ];
    let flag = prop::sample::select(vec![json!(0), json!(1), json!("0"), json!("1"), json!(7), json!("1.5")]);
    let options = prop::sample::select(vec![
        json!([]),
        json!(["a", "b"]),
        json!({ "defaultCountry": "GB" }),
        json!({ "2": 1, "1": [{ "1": 2, "0": 3 }], "0": false }),
        json!({ "deep": { "list": [], "n": 1.25, "none": null } }),
    ]);
    let element = (name.clone(), prop::option::of(flag), prop::option::of(options));
    let element = element
        .prop_map(|(name, flag, options)| present([("name", Some(name)), ("optionFlags", flag), ("options", options)]));
    let elements = prop::collection::vec(element, 0..4).prop_map(Value::from);
    let title = prop::option::of(any_text()).prop_map(|title| title.map(Value::from));
    let section = (name, title, prop::option::of(elements)).prop_map(|(name, title, elements)| {
        present([("type", Some(json!("section"))), ("name", Some(name)), ("title", title), ("elements", elements)])
    });
    prop::collection::vec(section, 1..4).prop_map(Value::from)
}

fn present<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    Value::Object(fields.into_iter().filter_map(|(name, value)| Some((name.into(), value?))).collect())
}

#[test]
fn what_a_portal_shows_can_be_put_back_or_is_not_reset() {
    let stage = Stage::set();
    let client = stage.client(Encoding::Json);
    let six = Card::Personal(UserId::try_from(6_u32).ok());
    check(any_stored(), |sections| {
        stage.put_rows(&json!([row(6, &sections)]));
        let before = stage.rows();
        match stage.wait(client.back_up_and_reset(six)) {
            Ok((_, backup)) => {
                prop_assert_eq!(stage.rows(), json!([]));
                prop_assert!(backup.layout.is_some());
                stage.wait(client.restore(backup.clone())).unwrap();
                let read = stage.wait(client.get(six)).unwrap();
                prop_assert_eq!(read.result, backup.layout);
            }
            Err(error) => {
                prop_assert_eq!(error.kind, ErrorKind::UnexpectedAnswer);
                prop_assert_eq!(stage.rows(), before);
            }
        }
        Ok(())
    });
}

/// What the portal does not tell cannot be kept: it is told here, so that nobody believes otherwise.
#[test]
fn a_backup_holds_the_first_column_alone() {
    let stage = Stage::set();
    let client = stage.client(Encoding::Json);
    let section = |name: &str| json!([{ "type": "section", "name": name, "title": "About", "elements": [] }]);
    let mut two_columns = row(6, &section("first"));
    let second = json!({ "name": "second_column", "type": "column", "elements": section("second") });
    two_columns["value"].as_array_mut().unwrap().push(second);
    let view = json!({ "user": 6, "name": "contact_details_scope", "common": false, "value": "C" });
    stage.put_rows(&json!([two_columns, view]));

    let six = Card::Personal(UserId::try_from(6_u32).ok());
    let (_, backup) = stage.wait(client.back_up_and_reset(six)).unwrap();
    assert!(same_rows(&stage.rows(), &json!([view])), "the view switch is left alone");
    stage.wait(client.restore(backup)).unwrap();
    assert!(same_rows(&stage.rows(), &json!([view, row(6, &section("first"))])), "{}", stage.rows());
}

fn same_rows(found: &Value, expected: &Value) -> bool {
    let (found, expected) = (found.as_array().unwrap(), expected.as_array().unwrap());
    found.len() == expected.len() && found.iter().all(|row| expected.contains(row))
}
