//! What Rust front ends keep as JavaScript values, by serde-wasm-bindgen: the objects that the npm package gives and takes.

use bx24_contact_card::{Backup, Card, CardType, Element, Layout, Section, UserId};
use js_sys::JSON;
use serde::Serialize as _;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_backup_is_the_same_object_for_both() {
    let phone = Element::new("PHONE").shown_always(true).option("defaultCountry", "GB");
    let backup = Backup {
        portal: "https://example.bitrix24.com".into(),
        card_type: CardType::CONTACT,
        card: Card::Personal(UserId::try_from(6_u32).ok()),
        taken_at: "2026-11-24T10:00:00.000Z".into(),
        layout: Layout::from_sections([Section::new("main", "About").element(phone)]).ok(),
    };
    let value = backup.serialize(&Serializer::json_compatible()).expect("an object");
    let text = JSON::stringify(&value).map(String::from).expect("a text");
    let expected = r#"{"version":1,"portal":"https://example.bitrix24.com","scope":"P","userId":6,"takenAt":"2026-11-24T10:00:00.000Z","#;
    let sections = r#""sections":[{"name":"main","title":"About","type":"section","elements":[{"name":"PHONE","optionFlags":1,"options":{"defaultCountry":"GB"}}]}]}"#;
    assert_eq!(text, [expected, sections].concat());
    assert_eq!(serde_wasm_bindgen::from_value::<Backup>(value).expect("a backup"), backup);
}
