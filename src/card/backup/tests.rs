use super::{Backup, InvalidBackup};
use crate::card::{Card, Json, Layout, UserId};
use alloc::string::{String, ToString};
use alloc::vec;
use proptest::prelude::*;

fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
    Json::Object(entries.map(|(key, value)| (key.into(), value)).into())
}

fn text(text: &str) -> Json {
    Json::String(text.into())
}

fn sections() -> Json {
    let phone = object([("name", text("PHONE")), ("optionFlags", Json::Number(1.0))]);
    Json::Array(vec![object([
        ("name", text("main")),
        ("title", text("О контакте")),
        ("type", text("section")),
        ("elements", Json::Array(vec![phone])),
    ])])
}

/// A backup of user 6's card as JavaScript keeps it.
fn kept() -> Json {
    object([
        ("version", Json::Number(1.0)),
        ("portal", text("https://example.bitrix24.com")),
        ("scope", text("P")),
        ("userId", Json::Number(6.0)),
        ("takenAt", text("2026-11-24T10:00:00.000Z")),
        ("sections", sections()),
    ])
}

/// A backup with another value under one name; `None` takes it away.
fn changed(backup: Json, name: &str, value: Option<Json>) -> Json {
    let Json::Object(mut entries) = backup else { panic!("a backup is an object") };
    entries.retain(|(key, _)| key != name);
    entries.extend(value.map(|value| (name.into(), value)));
    Json::Object(entries)
}

fn with(name: &str, value: Option<Json>) -> Json {
    changed(kept(), name, value)
}

fn refusal(backup: Json) -> String {
    Backup::read(backup).expect_err("it is no backup").to_string()
}

#[test]
fn a_backup_is_plain_json() {
    let backup = Backup {
        portal: "https://example.bitrix24.com".into(),
        card: Card::Personal(UserId::try_from(6_u32).ok()),
        taken_at: "2026-11-24T10:00:00.000Z".into(),
        layout: Layout::new(sections()).ok(),
    };
    assert_eq!(backup.clone().into_json(), kept());
    assert_eq!(Backup::read(kept()), Ok(backup));
}

#[test]
fn whose_card_it_was() {
    let card = |scope, user_id| {
        Backup::read(changed(with("scope", Some(text(scope))), "userId", user_id)).map(|backup| backup.card)
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
    for version in [None, Some(Json::Number(2.0)), Some(Json::Number(0.0)), Some(text("1")), Some(Json::Null)] {
        assert_eq!(refusal(with("version", version)), "its version is not 1");
    }
    for nothing in [Json::Null, text("x"), Json::Array(vec![kept()]), object([])] {
        assert_eq!(refusal(nothing), "its version is not 1");
    }
    for portal in [None, Some(Json::Null), Some(Json::Number(5.0))] {
        assert_eq!(refusal(with("portal", portal)), "it has no proper portal");
    }
    for scope in [None, Some(text("c")), Some(text("")), Some(Json::Null), Some(Json::Array(vec![text("C")]))] {
        assert_eq!(refusal(with("scope", scope)), "it has no proper scope");
    }
    let ids = [Json::Number(0.0), Json::Number(6.5), Json::Number(2_147_483_648.0), text("6"), Json::Null];
    for user_id in ids {
        assert_eq!(refusal(with("userId", Some(user_id))), "it has no proper userId");
    }
    for taken_at in [None, Some(Json::Number(5.0))] {
        assert_eq!(refusal(with("takenAt", taken_at)), "it has no proper takenAt");
    }
    assert_eq!(refusal(with("sections", None)), "it has no proper sections");
    assert_eq!(refusal(with("sections", Some(text("x")))), "Parameter 'data' must be array.");
    assert_eq!(refusal(with("sections", Some(Json::Array(vec![])))), "There are no data to write.");
    let nameless = Json::Array(vec![object([("title", text("About"))])]);
    assert_eq!(refusal(with("sections", Some(nameless))), "Section at index 0 does not have name.");
}

#[test]
fn a_card_that_could_not_be_saved_anew_can_be_put_back() {
    let odd = object([("name", text("main")), ("title", text("")), ("elements", Json::Array(vec![]))]);
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
        let shown = Json::Array(vec![object([("name", text("main")), ("title", text(&title))])]);
        let layout = saved.then(|| Layout::read(shown).unwrap());
        let backup = Backup { portal, card, taken_at, layout };
        let mut json = backup.clone().into_json();
        // A database may keep the properties in another order.
        if let Json::Object(entries) = &mut json {
            let turn = turn.min(entries.len());
            entries.rotate_left(turn);
        }
        prop_assert_eq!(Backup::read(json), Ok(backup));
    }
}
