use super::{CardType, InvalidCardType};
use crate::card::Json;
use crate::card::testing::{object, string};
use alloc::string::ToString;
use alloc::vec;

fn read(entries: &[(&str, f64)]) -> Result<CardType, InvalidCardType> {
    CardType::read(Json::Object(entries.iter().map(|(name, number)| ((*name).into(), Json::Number(*number))).collect()))
}

#[test]
fn each_type_has_what_the_portal_looks_at() {
    let cases: [(&[_], _); 12] = [
        (&[("entityTypeId", 1.0)], CardType::LEAD),
        (&[("entityTypeId", 1.0), ("leadCustomerType", 1.0)], CardType::LEAD),
        (&[("leadCustomerType", 2.0), ("entityTypeId", 1.0)], CardType::REPEAT_LEAD),
        (&[("entityTypeId", 2.0)], CardType::DEAL),
        (&[("entityTypeId", 2.0), ("dealCategoryId", 0.0)], CardType::DEAL),
        (&[("entityTypeId", 2.0), ("dealCategoryId", 2_147_483_647.0)], CardType::deal(2_147_483_647)),
        (&[("entityTypeId", 3.0)], CardType::CONTACT),
        (&[("entityTypeId", 4.0)], CardType::COMPANY),
        (&[("entityTypeId", 7.0)], CardType::QUOTE),
        (&[("entityTypeId", 31.0)], CardType::SMART_INVOICE),
        (&[("entityTypeId", 36.0)], CardType::SMART_DOCUMENT),
        (&[("entityTypeId", 39.0)], CardType::SMART_B2E_DOCUMENT),
    ];
    for (entries, card_type) in cases {
        assert_eq!(read(entries), Ok(card_type), "{entries:?}");
        assert_eq!(CardType::read(card_type.into_json()), Ok(card_type));
    }
    for id in [128_u32, 191, 1030, 1036, 2_147_483_646] {
        assert_eq!(read(&[("entityTypeId", id.into())]).ok(), CardType::smart_process(id, None));
        let card_type = read(&[("entityTypeId", id.into()), ("categoryId", 9.0)]);
        assert_eq!(card_type.ok(), CardType::smart_process(id, Some(9)), "{id}");
    }
}

#[test]
fn what_the_portal_would_ignore_is_refused() {
    let ids = [0.0, -3.0, 2.5, 5.0, 6.0, 8.0, 14.0, 30.0, 40.0, 127.0, 192.0, 1028.0, 1031.0, 1037.0];
    for id in ids.into_iter().chain([2_147_483_648.0, 4_294_967_299.0, f64::NAN, f64::INFINITY]) {
        assert_eq!(read(&[("entityTypeId", id)]), Err(InvalidCardType::EntityTypeId), "{id}");
    }
    for none in [Json::Null, Json::Number(3.0), string("3"), Json::Array(vec![]), object([])] {
        assert_eq!(CardType::read(none.clone()), Err(InvalidCardType::EntityTypeId), "{none:?}");
    }
    for id in [string("2"), Json::Bool(true), Json::Array(vec![Json::Number(2.0)])] {
        assert_eq!(CardType::read(object([("entityTypeId", id)])), Err(InvalidCardType::EntityTypeId));
    }
    let refused =
        |id: f64, name: &str, value: f64| read(&[("entityTypeId", id), (name, value)]).unwrap_err().to_string();
    for (id, accepted) in [
        (1.0, "only leadCustomerType, 1 or 2"),
        (2.0, "only dealCategoryId, a whole number from 0"),
        (3.0, "nothing"),
        (4.0, "nothing"),
        (31.0, "nothing"),
        (1036.0, "only categoryId, a whole number from 1"),
    ] {
        let text = ["beside this entityTypeId there is ", accepted].concat();
        for name in ["categoryId", "dealCategoryId", "leadCustomerType", "CATEGORY_ID", "categoryid", "x"] {
            let value = if accepted.contains(&[" ", name, ","].concat()) { 2.5 } else { 2.0 };
            assert_eq!(refused(id, name, value), text, "{id} {name}");
        }
    }
    for (id, name, value) in [
        (1.0, "leadCustomerType", 0.0),
        (1.0, "leadCustomerType", 3.0),
        (2.0, "dealCategoryId", -1.0),
        (2.0, "dealCategoryId", 2_147_483_648.0),
        (1036.0, "categoryId", 0.0),
        (1036.0, "categoryId", f64::NAN),
    ] {
        assert!(refused(id, name, value).starts_with("beside"), "{id} {name} {value}");
    }
    for name in ["categoryId", "x"] {
        let null = object([("entityTypeId", Json::Number(2.0)), (name, Json::Null)]);
        assert!(CardType::read(null).is_err(), "{name}");
    }
    let two = object([("entityTypeId", Json::Number(2.0)), ("dealCategoryId", string("5"))]);
    assert_eq!(CardType::read(two), Err(InvalidCardType::Extra("only dealCategoryId, a whole number from 0")));
}

#[test]
fn a_smart_process_is_made_with_its_own_numbers_only() {
    for id in [0, 1, 3, 127, 192, 1028, 1031, 1037, u32::MAX] {
        assert_eq!(CardType::smart_process(id, None), None, "{id}");
    }
    assert_eq!(CardType::smart_process(1036, Some(0)), None);
    let smart_process = CardType::smart_process(130, Some(9)).unwrap();
    assert_eq!((smart_process.entity_type_id(), smart_process.extra()), (130, Some(("categoryId", 9))));
}
