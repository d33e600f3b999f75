use crate::card::{Backup, Card, CardType, Json, Layout, Scope, Section, UserId};
use alloc::string::{String, ToString};
use alloc::vec;
use core::fmt::Debug;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{from_str, from_value, json, to_string, to_value};

/// The value after it was written to a string and read again.
fn round_trip<T: Serialize + for<'de> Deserialize<'de>>(value: &T) -> T {
    from_str(&to_string(value).expect("it is written")).expect("it is read")
}

/// Why a string is refused.
#[track_caller]
fn refusal<T: for<'de> Deserialize<'de> + Debug>(json: &str) -> String {
    from_str::<T>(json).expect_err("it is refused").to_string()
}

#[test]
fn numbers_are_written_as_people_write_them() {
    let numbers = [0.0, 1.0, -1.0, 2_147_483_647.0, -2_147_483_648.0, 2_147_483_648.0, -0.0, 0.1];
    let written = ["0", "1", "-1", "2147483647", "-2147483648", "2147483648.0", "-0.0", "0.1"];
    for (number, written) in numbers.into_iter().zip(written) {
        assert_eq!(to_string(&Json::Number(number)).unwrap(), written);
    }
    for none in [f64::NAN, f64::INFINITY] {
        assert_eq!(to_string(&Json::Number(none)).unwrap(), "null");
    }
}

#[test]
fn integers_are_read_as_the_nearest_number() {
    let numbers = [
        ("1", 1.0),
        ("-1", -1.0),
        ("1.0", 1.0),
        ("9007199254740991", 9_007_199_254_740_991.0),
        ("9007199254740993", 9_007_199_254_740_992.0),
        ("18446744073709551616", 18_446_744_073_709_551_616.0),
        ("0.1", 0.1),
    ];
    for (written, number) in numbers {
        assert_eq!(from_str::<Json>(written).unwrap(), Json::Number(number), "{written}");
    }
}

#[test]
fn an_object_keeps_its_order_and_has_each_key_once() {
    let object = Json::Object(vec![("b".into(), Json::Null), ("a".into(), true.into())]);
    assert_eq!(from_str::<Json>(r#"{"b": null, "a": true}"#).unwrap(), object);
    assert_eq!(to_string(&object).unwrap(), r#"{"b":null,"a":true}"#);
    for twice in [r#"{"a": 1, "b": 2, "a": 3}"#, r#"[{"": 1, "": 1}]"#] {
        assert!(refusal::<Json>(twice).starts_with("an object has two entries of one key"), "{twice}");
    }
}

#[test]
fn what_is_no_layout_or_backup_says_why() {
    assert_eq!(refusal::<Layout>("[{}]"), "invalid layout: section 0 is not an object with a name");
    assert_eq!(refusal::<Layout>("5"), "invalid layout: the card is not a list of sections");
    assert_eq!(refusal::<Backup>("{}"), "invalid backup: its version is neither 1 nor 2");
    let scope = r#"{"version": 1, "portal": "https://example.bitrix24.com", "scope": "p"}"#;
    assert_eq!(refusal::<Backup>(scope), "invalid backup: it has no proper scope");
    assert_eq!(refusal::<Card>(r#"{"scope": "C", "userId": 6}"#), "invalid card: it has no proper userId");
    assert_eq!(
        refusal::<Scope>(r#""p""#),
        "invalid value: string \"p\", expected the string \"P\" or \"C\" at line 1 column 3"
    );
    assert!(refusal::<Layout>("[").starts_with("EOF"));
}

#[test]
fn a_layout_is_read_as_portals_send_it() {
    let sent =
        r#"[{"name": 5, "title": "About", "elements": {"1": {"name": "PHONE", "optionFlags": "1", "options": []}}}]"#;
    let written =
        r#"[{"name":"5","title":"About","type":"section","elements":[{"name":"PHONE","optionFlags":1,"options":{}}]}]"#;
    assert_eq!(to_string(&from_str::<Layout>(sent).unwrap()).unwrap(), written);
}

#[test]
fn a_user_id_is_a_number() {
    let six: UserId = "6".parse().unwrap();
    for written in ["6", "6.0"] {
        assert_eq!(from_str::<UserId>(written).unwrap(), six);
    }
    assert_eq!(to_string(&six).unwrap(), "6");
    for refused in ["0", "-1", "6.5", "2147483648", "4294967302", "\"6\"", "null", "true", "[6]"] {
        let error = refusal::<UserId>(refused);
        assert!(error.contains("expected an integer from 1 to 2147483647"), "{error}");
    }
}

#[test]
fn cards_and_scopes_are_written_as_the_portal_knows_them() {
    let cards = [
        (Card::Personal(None), json!({"scope": "P"})),
        (Card::Personal("6".parse().ok()), json!({"scope": "P", "userId": 6})),
        (Card::Common, json!({"scope": "C"})),
    ];
    for (card, written) in cards {
        assert_eq!(to_value(card).unwrap(), written);
        assert_eq!(from_value::<Card>(written).unwrap(), card);
        assert_eq!(round_trip(&card.scope()), card.scope());
    }
}

fn any_json() -> impl Strategy<Value = Json> {
    let number = prop_oneof![any::<f64>(), any::<i32>().prop_map(f64::from), Just(0.0), Just(-0.0)];
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        number.prop_filter("JSON has no others", |number| number.is_finite()).prop_map(Json::Number),
        ".{0,8}".prop_map(Json::String),
    ];
    leaf.prop_recursive(5, 64, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::Array),
            prop::collection::btree_map(".{0,4}", inner, 0..6).prop_map(|entries| entries.into_iter().collect()),
        ]
    })
}

fn any_layout() -> impl Strategy<Value = Layout> {
    let section = (".{0,4}", ".{0,4}", ".{0,4}", prop::option::of(any::<bool>()), "[a-c]", any_json());
    prop::collection::vec(section, 1..4).prop_map(|sections| {
        let sections = sections.into_iter().map(|(name, title, element, shown_always, key, value)| {
            let mut element = crate::card::Element::new(alloc::format!("E{element}")).option(key, value);
            element.shown_always = shown_always;
            Section::new(alloc::format!("S{name}"), title).element(element)
        });
        Layout::read(sections.collect()).expect("everything has a name")
    })
}

/// Whether two values are the same, the sign of zero included.
fn same(left: &Json, right: &Json) -> bool {
    alloc::format!("{left:?}") == alloc::format!("{right:?}")
}

proptest! {
    #[test]
    fn json_is_read_as_it_was_written(json in any_json()) {
        let read = round_trip(&json);
        prop_assert!(same(&read, &json), "{:?}", read);
    }

    #[test]
    fn layouts_and_backups_are_read_as_they_were_written(
        layout in any_layout(),
        portal in ".*",
        taken_at in ".*",
        user_id in prop::option::of(1_u32..=UserId::MAX),
        common in any::<bool>(),
        saved in any::<bool>(),
    ) {
        prop_assert_eq!(&round_trip(&layout), &layout);
        let user_id = user_id.and_then(|id| UserId::try_from(id).ok());
        prop_assert_eq!(user_id.map(|id| round_trip(&id)), user_id);
        let card = if common { Card::Common } else { Card::Personal(user_id) };
        let backup = Backup { portal, card_type: CardType::CONTACT, card, taken_at, layout: saved.then_some(layout) };
        prop_assert_eq!(&round_trip(&backup), &backup);
        let json: Json = from_value(to_value(&backup).unwrap()).unwrap();
        prop_assert_eq!(Backup::read(json), Ok(backup));
    }
}
