use super::{Backup, InvalidBackup};
use crate::card::testing::{object, string};
use crate::card::{Card, CardType, Json, Layout, UserId};
use alloc::string::{String, ToString};
use alloc::vec;
use proptest::prelude::*;

fn sections() -> Json {
    let phone = object([("name", string("PHONE")), ("optionFlags", Json::Number(1.0))]);
    Json::Array(vec![object([
        ("name", string("main")),
        ("title", string("О контакте")),
        ("type", string("section")),
        ("elements", Json::Array(vec![phone])),
    ])])
}

/// The JSON of a backup of user 6's card.
fn stored() -> Json {
    object([
        ("version", Json::Number(1.0)),
        ("portal", string("https://example.bitrix24.com")),
        ("scope", string("P")),
        ("userId", Json::Number(6.0)),
        ("takenAt", string("2026-11-24T10:00:00.000Z")),
        ("sections", sections()),
    ])
}

/// The backup with another value under one name, or without that name.
fn changed(backup: Json, name: &str, value: Option<Json>) -> Json {
    let Json::Object(mut entries) = backup else { panic!("a backup is an object") };
    entries.retain(|(key, _)| key != name);
    entries.extend(value.map(|value| (name.into(), value)));
    Json::Object(entries)
}

fn with(name: &str, value: Option<Json>) -> Json {
    changed(stored(), name, value)
}

fn refusal(backup: Json) -> String {
    Backup::read(backup).expect_err("it is no backup").to_string()
}

#[test]
fn a_backup_is_plain_json() {
    let backup = Backup {
        portal: "https://example.bitrix24.com".into(),
        card_type: CardType::CONTACT,
        card: Card::Personal(UserId::try_from(6_u32).ok()),
        taken_at: "2026-11-24T10:00:00.000Z".into(),
        layout: Layout::new(sections()).ok(),
    };
    assert_eq!(backup.clone().into_json(), stored());
    assert_eq!(Backup::read(stored()), Ok(backup));
}

#[test]
fn whose_card_it_was() {
    let card = |scope, user_id| {
        Backup::read(changed(with("scope", Some(string(scope))), "userId", user_id)).map(|backup| backup.card)
    };
    assert_eq!(card("P", Some(Json::Number(6.0))), Ok(Card::Personal(UserId::try_from(6_u32).ok())));
    assert_eq!(card("P", None), Ok(Card::Personal(None)));
    assert_eq!(card("C", None), Ok(Card::Common));
    assert_eq!(card("C", Some(Json::Number(6.0))), Err(InvalidBackup::Field("userId")));
}

#[test]
fn a_card_at_its_default_is_null() {
    let backup = Backup::read(with("sections", Some(Json::Null))).unwrap();
    assert_eq!(backup.layout, None);
    assert_eq!(backup.into_json().take("sections"), Some(Json::Null));
}

#[test]
fn what_is_no_backup_says_why() {
    for version in [None, Some(Json::Number(3.0)), Some(Json::Number(0.0)), Some(string("1")), Some(Json::Null)] {
        assert_eq!(refusal(with("version", version)), "its version is neither 1 nor 2");
    }
    for nothing in [Json::Null, string("x"), Json::Array(vec![stored()]), object([])] {
        assert_eq!(refusal(nothing), "its version is neither 1 nor 2");
    }
    // Version 2 is for those with a type.
    assert_eq!(refusal(with("version", Some(Json::Number(2.0)))), "it has no proper type");
    for portal in [None, Some(Json::Null), Some(Json::Number(5.0))] {
        assert_eq!(refusal(with("portal", portal)), "it has no proper portal");
    }
    for scope in [None, Some(string("c")), Some(string("")), Some(Json::Null), Some(Json::Array(vec![string("C")]))] {
        assert_eq!(refusal(with("scope", scope)), "it has no proper scope");
    }
    let ids = [Json::Number(0.0), Json::Number(6.5), Json::Number(2_147_483_648.0), string("6"), Json::Null];
    for user_id in ids {
        assert_eq!(refusal(with("userId", Some(user_id))), "it has no proper userId");
    }
    for taken_at in [None, Some(Json::Number(5.0))] {
        assert_eq!(refusal(with("takenAt", taken_at)), "it has no proper takenAt");
    }
    assert_eq!(refusal(with("sections", None)), "it has no proper sections");
    assert_eq!(refusal(with("sections", Some(string("x")))), "Parameter 'data' must be array.");
    assert_eq!(refusal(with("sections", Some(Json::Array(vec![])))), "There are no data to write.");
    let nameless = Json::Array(vec![object([("title", string("About"))])]);
    assert_eq!(refusal(with("sections", Some(nameless))), "Section at index 0 does not have name.");
}

#[test]
fn a_card_that_could_not_be_saved_anew_can_be_put_back() {
    let odd = object([("name", string("main")), ("title", string("")), ("elements", Json::Array(vec![]))]);
    let shown = Layout::read(Json::Array(vec![odd.clone(), odd.clone()])).unwrap();
    let backup = Backup::read(with("sections", Some(shown.clone().into_json()))).unwrap();
    assert_eq!(backup.layout, Some(shown));
    assert!(Layout::new(Json::Array(vec![odd])).is_err());
}

proptest! {
    #[test]
    fn every_backup_is_read_as_it_was_written(
        portal in ".*",
        user_id in prop::option::of(1_u32..=UserId::MAX),
        common in any::<bool>(),
        taken_at in ".*",
        title in ".*",
        saved in any::<bool>(),
        turn in 0_usize..6,
    ) {
        let card = if common { Card::Common } else { Card::Personal(user_id.and_then(|id| UserId::try_from(id).ok())) };
        let shown = Json::Array(vec![object([("name", string("main")), ("title", string(&title))])]);
        let layout = saved.then(|| Layout::read(shown).unwrap());
        let backup = Backup { portal, card_type: CardType::CONTACT, card, taken_at, layout };
        let mut json = backup.clone().into_json();
        // A database may keep the properties in another order.
        if let Json::Object(entries) = &mut json {
            let turn = turn.min(entries.len());
            entries.rotate_left(turn);
        }
        prop_assert_eq!(Backup::read(json), Ok(backup));
    }
}

#[test]
fn a_card_of_another_kind_has_another_version() {
    let of = |card_type| Backup {
        portal: "https://example.bitrix24.com".into(),
        card_type,
        card: Card::Common,
        taken_at: String::new(),
        layout: None,
    };
    for card_type in [CardType::LEAD, CardType::REPEAT_LEAD, CardType::deal(5), CardType::COMPANY] {
        let json = of(card_type).into_json();
        assert_eq!(json.get("version"), Some(&Json::Number(2.0)));
        assert_eq!(json.get("type"), Some(&card_type.into_json()));
        assert_eq!(Backup::read(json.clone()), Ok(of(card_type)));
        for wrong in [Json::Null, Json::Number(2.0), object([("entityTypeId", Json::Number(5.0))])] {
            let mut json = json.clone();
            *json.get_mut("type").unwrap() = wrong;
            assert_eq!(refusal(json), "it has no proper type");
        }
    }
    let mut as_contact = of(CardType::DEAL).into_json();
    *as_contact.get_mut("version").unwrap() = Json::Number(1.0);
    assert_eq!(refusal(as_contact), "it has no proper type");
    let contact = of(CardType::CONTACT).into_json();
    assert_eq!((contact.get("version"), contact.get("type")), (Some(&Json::Number(1.0)), None));
}
