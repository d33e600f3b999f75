use super::{ElementRef, InvalidLayout, Json, Layout, SectionRef, string_or_integer};
use crate::card::testing::{object, string};
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use proptest::prelude::*;

fn layout_of(element: Json) -> Result<Layout, InvalidLayout> {
    let elements = Json::Array(vec![element]);
    Layout::read(Json::Array(vec![object([("name", string("main")), ("elements", elements)])]))
}

fn with(key: &str, value: Json) -> Layout {
    layout_of(object([("name", string("PHONE")), (key, value)])).unwrap()
}

#[test]
fn a_layout_as_portals_send_it() {
    let title = "О контакте <b>'\"&</b> 😀";
    let country = object([("defaultCountry", string("GB"))]);
    let sent = Json::Array(vec![object([
        ("type", string("section")),
        ("name", string("main")),
        ("title", string(title)),
        (
            "elements",
            Json::Array(vec![
                object([("name", string("NAME")), ("optionFlags", Json::Number(1.0))]),
                object([("name", string("PHONE")), ("options", country.clone())]),
            ]),
        ),
    ])]);
    let layout = Layout::read(sent).unwrap();
    let section = layout.sections().next().unwrap();
    assert_eq!((section.name(), section.title(), layout.sections().count()), ("main", title, 1));
    let elements: Vec<_> =
        section.elements().map(|element| (element.name(), element.shown_always(), element.options())).collect();
    assert_eq!(elements, [("NAME", Some(true), None), ("PHONE", None, Some(&country))]);
}

#[test]
fn what_portals_of_different_versions_send_is_accepted() {
    let zero = Layout::read(Json::Array(vec![object([("name", Json::Number(0.0))])])).unwrap();
    let section = zero.sections().next().unwrap();
    assert_eq!((section.name(), section.title(), section.elements().count()), ("0", "", 0));
    let gaps = object([("0", object([("name", string("a"))])), ("2", object([("name", string("b"))]))]);
    let gaps = Layout::read(gaps).unwrap();
    assert_eq!(gaps.sections().map(SectionRef::name).collect::<Vec<_>>(), ["a", "b"]);
    let gaps = object([("1", object([("name", string("NAME"))])), ("5", object([("name", Json::Number(6.0))]))]);
    let gaps = Layout::read(Json::Array(vec![object([("name", string("a")), ("elements", gaps)])])).unwrap();
    let names: Vec<_> = gaps.sections().next().unwrap().elements().map(ElementRef::name).collect();
    assert_eq!(names, ["NAME", "6"]);
    let number = object([("name", string("a")), ("title", Json::Number(-7.0)), ("elements", Json::Null)]);
    let number = Layout::read(Json::Array(vec![number])).unwrap();
    let section = number.sections().next().unwrap();
    assert_eq!((section.title(), section.elements().count()), ("-7", 0));
    let options = |of: &Layout| of.sections().next().unwrap().elements().next().unwrap().options().cloned();
    let list = with("options", Json::Array(vec![string("a"), Json::Null]));
    assert_eq!(options(&list), Some(object([("0", string("a")), ("1", Json::Null)])));
    for none in [Json::Null, string("x"), Json::Number(1.0)] {
        assert_eq!(options(&with("options", none)), None);
    }
    let empty = with("options", Json::Array(vec![]));
    assert_eq!(empty.sections().next().unwrap().elements().next().unwrap().options(), Some(&object([])));
}

#[test]
fn a_number_is_a_string_while_it_is_exact() {
    let largest = 9_007_199_254_740_991.0;
    let digits = [(0.0, "0"), (-0.0, "0"), (6.0, "6"), (largest, "9007199254740991"), (-largest, "-9007199254740991")];
    for (number, written) in digits {
        assert_eq!(string_or_integer(Json::Number(number)).as_deref(), Some(written));
    }
    for number in [0.5, largest + 1.0, -largest - 1.0, 1e300, f64::NAN, f64::INFINITY] {
        assert_eq!(string_or_integer(Json::Number(number)), None, "{number}");
    }
}

#[test]
fn option_flags_are_zero_or_one() {
    let flags = |value| {
        let layout = with("optionFlags", value);
        layout.sections().next().unwrap().elements().next().unwrap().shown_always()
    };
    for set in [Json::Number(1.0), Json::Number(7.0), string("1"), string("1.5"), string("0.1"), string("10e0")] {
        assert_eq!(flags(set.clone()), Some(true), "{set:?}");
    }
    for clear in [Json::Number(0.0), string("0"), string("0.0"), string("-0"), string("0e5")] {
        assert_eq!(flags(clear.clone()), Some(false), "{clear:?}");
    }
    for flag in [true, false] {
        assert_eq!(flags(Json::Bool(flag)), Some(flag));
    }
    for none in [Json::Null, string(""), string("x"), Json::Array(vec![])] {
        assert_eq!(flags(none.clone()), None, "{none:?}");
    }
}

#[test]
fn the_error_names_the_place() {
    let cases = [
        (Json::Bool(true), "the card is not a list of sections"),
        (object([]), "the card is not a list of sections"),
        (Json::Array(vec![Json::Number(5.0)]), "section 0 is not an object with a name"),
        (Json::Array(vec![object([("title", string("t"))])]), "section 0 is not an object with a name"),
        (Json::Array(vec![object([("name", Json::Number(1.5))])]), "section 0 is not an object with a name"),
    ];
    for (answer, expected) in cases {
        assert_eq!(Layout::read(answer).unwrap_err().to_string(), expected);
    }
    for element in [object([]), Json::Null, string("NAME"), object([("name", Json::Null)])] {
        let error = layout_of(element).unwrap_err().to_string();
        assert_eq!(error, "section 0 has an element that is not an object with a name");
    }
}

fn any_json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<f64>().prop_map(Json::Number),
        ".{0,8}".prop_map(Json::String),
    ];
    let key = prop::sample::select(vec!["name", "title", "elements", "optionFlags", "options"]);
    leaf.prop_recursive(5, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::Array),
            prop::collection::vec((key.clone().prop_map(String::from), inner), 0..6).prop_map(Json::Object),
        ]
    })
}

#[test]
fn sections_and_elements_are_found_by_name() {
    let sections = object([
        ("a", object([("name", string("main")), ("title", string("About"))])),
        ("b", object([("name", string("more")), ("elements", Json::Array(vec![object([("name", string("WEB"))])]))])),
    ]);
    let layout = Layout::read(sections).unwrap();
    assert_eq!(layout.section("main").map(SectionRef::title), Some("About"));
    assert_eq!(layout.element("WEB").map(ElementRef::name), Some("WEB"));
    assert!(layout.section("WEB").is_none() && layout.section("Main").is_none());
    assert!(layout.element("more").is_none() && layout.element("web").is_none());
    let country = with("options", object([("defaultCountry", string("GB"))]));
    assert_eq!(country.element("PHONE").and_then(|phone| phone.option("defaultCountry")), Some(&string("GB")));
    assert_eq!(country.element("PHONE").and_then(|phone| phone.option("name")), None);
}

proptest! {
    #[test]
    fn whatever_comes_is_a_layout_or_an_error_that_names_the_place(answer in any_json()) {
        match Layout::read(answer.clone()) {
            Ok(layout) => {
                prop_assert!(matches!(answer, Json::Array(_) | Json::Object(_)));
                prop_assert_eq!(Layout::read(layout.clone().into_json()), Ok(layout));
            }
            Err(error) => prop_assert!(error.to_string().contains("the card") || error.to_string().contains("section ")),
        }
    }
}
