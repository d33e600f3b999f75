//! What a real portal was recorded to say of a layout, and what this crate says of it before anything is sent.

use crate::json::from_value;
use bx24_contact_card::card::Layout;
use serde_json::Value;

/// What the portal saved although no card can mean it, or changed on the way, and why it is refused here.
const SAVED_THERE_AND_REFUSED_HERE: &[(&str, &str)] = &[
    ("set type blank", "Section at index 0 have type '  '. The expected type is 'section'."),
    ("set name 0", "Section at index 0 does not have name."),
    ("set title empty", "Section at index 0 has an empty title."),
    ("set elements null", "Section at index 0 has elements that are not a list."),
    ("set elements string", "Section at index 0 has elements that are not a list."),
];

/// What the portal refuses in other words: it looks into a column, or into an object of elements, which this crate does not
/// take at all.
const REFUSED_IN_OTHER_WORDS: &[(&str, &str)] = &[
    ("set elements obj", "Section at index 0 has elements that are not a list."),
    ("set column no elements", "Section at index 0 have type 'column'. The expected type is 'section'."),
    ("set column empty elements", "Section at index 0 have type 'column'. The expected type is 'section'."),
];

#[test]
fn every_recorded_list_of_sections_is_accepted_or_refused_as_recorded() {
    let vectors = include_str!("../../../recordings/vectors.jsonl");
    let (mut saved, mut refused, mut broke) = (0, 0, 0);
    for line in vectors.lines() {
        let recording: Value = serde_json::from_str(line).unwrap();
        let name = recording["name"].as_str().unwrap();
        // `CATEGORY_ID` is no part of the layout, and fails by itself.
        if name.contains("CATEGORY_ID 'x'") || name.contains("CATEGORY_ID [1]") {
            continue;
        }
        let body = &recording["request"]["body"];
        let is_set = recording["request"]["path"].as_str().unwrap().ends_with("configuration.set");
        let data = ["data", "DATA", "Data", "arData"].into_iter().find_map(|key| body.get(key));
        let Some(data) = data.filter(|data| is_set && data.is_array()) else { continue };
        let said = Layout::new(from_value(data.clone())).map_err(|error| error.to_string());
        let elsewhere = |list: &[(&str, &'static str)]| list.iter().find(|(other, _)| *other == name).map(|it| it.1);
        match recording["status"].as_u64().unwrap() {
            200 => {
                saved += 1;
                match elsewhere(SAVED_THERE_AND_REFUSED_HERE) {
                    Some(text) => assert_eq!(said, Err(text.into()), "{name}"),
                    None => assert!(said.is_ok(), "{name}: {said:?}"),
                }
            }
            400 if recording["body"]["error_description"] == "Access denied." => {
                assert!(said.is_ok(), "{name}: it is not the layout that is refused");
            }
            400 => {
                refused += 1;
                let text = elsewhere(REFUSED_IN_OTHER_WORDS);
                let text = text.unwrap_or_else(|| recording["body"]["error_description"].as_str().unwrap());
                assert_eq!(said, Err(text.into()), "{name}");
            }
            _ => {
                broke += 1;
                assert!(said.is_err(), "{name}");
            }
        }
    }
    assert_eq!((saved, refused, broke), (39, 14, 2), "none of them was passed over");
}
