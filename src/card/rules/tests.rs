use super::Rules;
use crate::card::testing::{object, string};
use crate::card::{Json, Layout};
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use proptest::prelude::*;

/// A section with this name, a title and these properties.
fn section<const N: usize>(name: &str, more: [(&str, Json); N]) -> Json {
    let mut section = object([("name", string(name)), ("title", string("About"))]);
    for (key, value) in more {
        section.put(key, value);
    }
    section
}

/// A section with these elements.
fn section_of(elements: Vec<Json>) -> Json {
    section("main", [("elements", Json::Array(elements))])
}

fn element<const N: usize>(name: &str, more: [(&str, Json); N]) -> Json {
    let mut element = object([("name", string(name))]);
    for (key, value) in more {
        element.put(key, value);
    }
    element
}

/// Why these sections are refused.
#[track_caller]
fn refusal(sections: Vec<Json>) -> String {
    Layout::new(Json::Array(sections)).expect_err("it is no layout").to_string()
}

#[test]
fn what_is_accepted_takes_one_form() {
    let options = object([("defaultCountry", string("GB"))]);
    let sections = vec![
        section(
            "main",
            [(
                "elements",
                Json::Array(vec![
                    object([
                        ("options", options.clone()),
                        ("optionFlags", Json::Number(0.0)),
                        ("name", string("PHONE")),
                    ]),
                    element("NAME", [("optionFlags", Json::Number(1.0))]),
                ]),
            )],
        ),
        section("0", [("type", string("section"))]),
    ];
    let expected = Json::Array(vec![
        object([
            ("name", string("main")),
            ("title", string("About")),
            ("type", string("section")),
            (
                "elements",
                Json::Array(vec![
                    object([("name", string("PHONE")), ("optionFlags", Json::Number(0.0)), ("options", options)]),
                    object([("name", string("NAME")), ("optionFlags", Json::Number(1.0))]),
                ]),
            ),
        ]),
        object([
            ("name", string("0")),
            ("title", string("About")),
            ("type", string("section")),
            ("elements", Json::Array(vec![])),
        ]),
    ]);
    assert_eq!(Layout::new(Json::Array(sections)).unwrap().into_json(), expected);
}

#[test]
fn what_the_portal_refuses_is_refused_in_its_words() {
    for no_list in [Json::Null, string("x"), Json::Number(5.0), Json::Bool(true), object([("0", section("a", []))])] {
        let refused = Layout::new(no_list.clone()).expect_err("it is no list").to_string();
        assert_eq!(refused, "Parameter 'data' must be array.", "{no_list:?}");
    }
    assert_eq!(refusal(vec![]), "There are no data to write.");
    let second = |broken| refusal(vec![section("first", []), broken]);
    for kind in ["included_area", "column", "Section", " section"] {
        let expected = alloc::format!("Section at index 1 have type '{kind}'. The expected type is 'section'.");
        assert_eq!(second(section("second", [("type", string(kind))])), expected);
    }
    let number = section("second", [("type", Json::Number(5.0))]);
    assert_eq!(second(number), "Section at index 1 have type '5'. The expected type is 'section'.");
    for name in ["", " ", " \t\n\r\0\u{B}"] {
        assert_eq!(second(section(name, [])), "Section at index 1 does not have name.", "{name:?}");
    }
    assert_eq!(second(object([("title", string("About"))])), "Section at index 1 does not have name.");
    for title in [Json::Null, Json::Number(5.0), Json::Array(vec![])] {
        let broken = object([("name", string("second")), ("title", title)]);
        assert_eq!(second(broken), "Section at index 1 does not have title.");
    }
    assert_eq!(second(object([("name", string("second"))])), "Section at index 1 does not have title.");
    let nameless = [string("NAME"), Json::Null, Json::Number(5.0), Json::Array(vec![]), object([]), element(" ", [])];
    for nameless in nameless {
        let refused = refusal(vec![section("first", []), section_of(vec![element("NAME", []), nameless])]);
        assert_eq!(refused, "Element at index 1 in section at index 1 does not have name.");
    }
}

#[test]
fn of_several_faults_the_portals_first_is_told() {
    let all = object([("type", string("column"))]);
    assert_eq!(refusal(vec![all]), "Section at index 0 have type 'column'. The expected type is 'section'.");
    let name_and_title = object([("elements", Json::Array(vec![object([])]))]);
    assert_eq!(refusal(vec![name_and_title]), "Section at index 0 does not have name.");
    let title = object([("name", string("main")), ("elements", Json::Array(vec![object([])]))]);
    assert_eq!(refusal(vec![title, object([])]), "Section at index 0 does not have title.");
    let elements = vec![section_of(vec![object([])]), object([])];
    assert_eq!(refusal(elements), "Element at index 0 in section at index 0 does not have name.");
}

#[test]
fn what_the_portal_answers_with_a_500_is_refused() {
    for section in [Json::Number(5.0), string("main"), Json::Bool(true), Json::Null, Json::Array(vec![])] {
        assert_eq!(refusal(vec![section]), "Section at index 0 does not have name.");
    }
    let list = Json::Array(vec![string("section")]);
    let wrong_type = section("main", [("type", list.clone())]);
    assert_eq!(refusal(vec![wrong_type]), "Section at index 0 have type ''. The expected type is 'section'.");
    let wrong_name = object([("name", list.clone()), ("title", string("About"))]);
    assert_eq!(refusal(vec![wrong_name]), "Section at index 0 does not have name.");
    let wrong_name = section_of(vec![object([("name", list)])]);
    assert_eq!(refusal(vec![wrong_name]), "Element at index 0 in section at index 0 does not have name.");
}

#[test]
fn what_the_portal_saves_although_no_card_can_mean_it_is_refused() {
    let titled = |title| object([("name", string("main")), ("title", string(title))]);
    for title in ["", " ", "\t\n"] {
        assert_eq!(refusal(vec![titled(title)]), "Section at index 0 has an empty title.", "{title:?}");
    }
    assert_eq!(
        refusal(vec![section("a", []), section("b", []), section("a", [])]),
        "Section at index 2 has the name of another section, 'a'."
    );
    let email = || element("EMAIL", []);
    let within = vec![section("a", []), section_of(vec![email(), element("NAME", []), email()])];
    assert_eq!(refusal(within), "Element at index 2 in section at index 1 is on the card twice, 'EMAIL'.");
    let across = vec![section_of(vec![email()]), section("b", [("elements", Json::Array(vec![email()]))])];
    assert_eq!(refusal(across), "Element at index 0 in section at index 1 is on the card twice, 'EMAIL'.");
}

#[test]
fn names_differ_by_every_character() {
    let elements = vec![element("NAME", []), element("name", []), element("NAME ", [])];
    let sections = vec![section_of(elements), section("Main", []), section("main ", [])];
    assert!(Layout::new(Json::Array(sections)).is_ok());
}

#[test]
fn what_the_portal_would_drop_or_change_is_refused() {
    for kind in [string("  "), string(""), Json::Null] {
        assert!(refusal(vec![section("main", [("type", kind)])]).contains("The expected type is 'section'."));
    }
    let unknown = section("main", [("Elements", Json::Array(vec![]))]);
    assert_eq!(refusal(vec![unknown]), "Section at index 0 has an unknown property 'Elements'.");
    for elements in [Json::Null, string("NAME"), object([]), object([("0", element("NAME", []))])] {
        let refused = refusal(vec![section("main", [("elements", elements)])]);
        assert_eq!(refused, "Section at index 0 has elements that are not a list.");
    }
    let at = |what| alloc::format!("Element at index 0 in section at index 0 {what}");
    let with = |key, value| refusal(vec![section_of(vec![element("PHONE", [(key, value)])])]);
    for name in [Json::Number(0.0), Json::Bool(true)] {
        assert_eq!(refusal(vec![section_of(vec![object([("name", name)])])]), at("does not have name."));
    }
    let flags = [2.0, 1.5, -1.0, f64::NAN].map(Json::Number);
    for flag in flags.into_iter().chain([string("1"), string(""), Json::Bool(true), Json::Null, Json::Array(vec![])]) {
        assert_eq!(with("optionFlags", flag), at("has optionFlags that are neither 0 nor 1."));
    }
    for options in [Json::Null, string("x"), Json::Number(1.0), Json::Array(vec![]), Json::Array(vec![string("x")])] {
        assert_eq!(with("options", options), at("has options that are not an object."));
    }
    assert_eq!(with("optionflags", Json::Number(1.0)), at("has an unknown property 'optionflags'."));
}

#[test]
fn options_that_would_come_back_as_a_list_are_refused() {
    let with = |value: Json| {
        let options = object([("key", value)]);
        Layout::new(Json::Array(vec![section_of(vec![element("PHONE", [("options", options)])])]))
    };
    let number = || Json::Number(1.0);
    let lists = [
        object([]),
        object([("0", number())]),
        object([("0", number()), ("1", number())]),
        // JavaScript orders such keys by number, whatever order they were given in.
        object([("1", number()), ("0", number())]),
        object([("deep", object([]))]),
        Json::Array(vec![object([])]),
    ];
    for list in lists {
        let expected =
            "Element at index 0 in section at index 0 has options with an object that the portal makes a list of.";
        assert_eq!(with(list.clone()).expect_err("it is a list").to_string(), expected, "{list:?}");
    }
    let others = [
        object([("1", number())]),
        object([("00", number())]),
        object([("0", number()), ("2", number())]),
        object([("0", number()), ("a", number())]),
        object([("-0", number())]),
        Json::Array(vec![]),
        Json::Array(vec![Json::Null, Json::Array(vec![Json::Bool(false)])]),
    ];
    for other in others {
        assert!(with(other.clone()).is_ok(), "{other:?}");
    }
    // The options themselves are read as an object again.
    for options in [object([]), object([("0", number())])] {
        let sections = Json::Array(vec![section_of(vec![element("PHONE", [("options", options)])])]);
        assert_eq!(Layout::new(sections.clone()).map(Layout::into_json), Layout::read(sections).map(Layout::into_json));
    }
}

#[test]
fn what_a_portal_showed_can_be_put_back() {
    let odd_options = object([("key", object([("1", string("b")), ("0", string("a"))])), ("0", Json::Null)]);
    let twice = || element("EMAIL", [("options", odd_options.clone())]);
    let shown = Json::Array(vec![
        object([("name", Json::Number(5.0)), ("title", string(""))]),
        object([("name", string("5")), ("elements", Json::Array(vec![twice(), twice()]))]),
    ]);
    let shown = Layout::read(shown).unwrap();
    assert_eq!(Layout::check(shown.clone().into_json(), Rules::Portal), Ok(shown.clone()));
    assert!(Layout::new(shown.into_json()).is_err());
}

fn any_json() -> impl Strategy<Value = Json> + Clone {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        prop_oneof![Just(0.0), Just(1.0), any::<f64>()].prop_map(Json::Number),
        prop_oneof!["[ab ]{0,2}", Just("section".to_string())].prop_map(Json::String),
    ];
    let key = prop::sample::select(vec!["name", "title", "a", "", "0", "1"]).prop_map(String::from);
    leaf.prop_recursive(3, 12, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::Array),
            prop::collection::btree_map(key.clone(), inner, 0..4)
                .prop_map(|map| Json::Object(map.into_iter().collect())),
        ]
    })
}

/// A property that is mostly as it should be.
fn mostly(key: &str, usual: impl Strategy<Value = Json>) -> impl Strategy<Value = Option<(String, Json)>> {
    let value = prop_oneof![9 => usual.prop_map(Some), 1 => any_json().prop_map(Some), 2 => Just(None)];
    value.prop_map({
        let key = String::from(key);
        move |value| Some((key.clone(), value?))
    })
}

/// Sections with a fault here and there, or none.
fn nearly_a_layout() -> impl Strategy<Value = Json> {
    let name = || "[a-f]{1,3}".prop_map(Json::String);
    let options = prop::collection::btree_map("[a01]{1,2}", any_json(), 0..3)
        .prop_map(|map| Json::Object(map.into_iter().collect()));
    let flag = any::<bool>().prop_map(|flag| Json::Number(f64::from(u8::from(flag))));
    let element =
        (name(), mostly("optionFlags", flag), mostly("options", options)).prop_map(|(name, flag, options)| {
            Json::Object([Some(("name".into(), name)), flag, options].into_iter().flatten().collect())
        });
    let element = prop_oneof![30 => element, 1 => any_json()];
    let elements = prop::collection::vec(element, 0..4).prop_map(Json::Array);
    let title = || ".{1,6}".prop_map(Json::String);
    let kind = Just(string("section"));
    let section = (name(), title(), mostly("title", title()), mostly("type", kind), mostly("elements", elements));
    let section = section.prop_map(|(name, title, other_title, kind, elements)| {
        let title = Some(other_title.unwrap_or_else(|| ("title".into(), title)));
        Json::Object([Some(("name".into(), name)), title, kind, elements].into_iter().flatten().collect())
    });
    prop::collection::vec(prop_oneof![30 => section, 1 => any_json()], 0..4).prop_map(Json::Array)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn whatever_comes_is_a_layout_in_one_form_or_refused_with_its_place(sections in nearly_a_layout()) {
        match Layout::new(sections) {
            Ok(layout) => {
                let form = layout.clone().into_json();
                prop_assert_eq!(Layout::new(form.clone()), Ok(layout.clone()));
                prop_assert_eq!(Layout::read(form), Ok(layout));
            }
            Err(error) => {
                let error = error.to_string();
                prop_assert!(error.contains("at index ") || error == "There are no data to write.", "{}", error);
            }
        }
    }

    #[test]
    fn whatever_was_read_can_be_saved_again(answer in nearly_a_layout()) {
        if let Ok(layout) = Layout::read(answer) {
            prop_assert_eq!(Layout::check(layout.clone().into_json(), Rules::Portal), Ok(layout));
        }
    }
}
