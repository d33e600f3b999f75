use crate::card::Json;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

/// What is on a card: its sections, from top to bottom.
pub type Layout = Vec<Section>;

/// One section of a card.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its name within the layout, such as `main`.
    pub name: String,
    /// The heading people see.
    pub title: String,
    /// Its fields, from top to bottom.
    pub elements: Vec<Element>,
}

/// One field of a section.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// The field's name, such as `PHONE`.
    pub name: String,
    /// `optionFlags`: whether the field is shown even when it is empty.
    pub option_flags: Option<bool>,
    /// `options`: what else the field remembers, such as `defaultCountry`.
    pub options: Option<Vec<(String, Json)>>,
}

/// An answer that is no layout, and where it stops being one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotALayout {
    what: &'static str,
    section: Option<usize>,
    element: Option<usize>,
}

impl Section {
    /// Reads a layout from a portal's answer, forgiving where portals differ: numbers as names, `optionFlags` as string
    /// or number, `options: []`, missing `elements`, and lists with gaps, which PHP sends as objects.
    ///
    /// # Errors
    ///
    /// [`NotALayout`] where there is no telling what the portal meant: a section or element that is no object or has no
    /// name. An empty object is none either: it is what the BX24 library makes of an empty answer.
    pub fn read_layout(answer: Json) -> Result<Layout, NotALayout> {
        match answer {
            Json::Object(entries) if entries.is_empty() => Err(NotALayout::whole("an empty object")),
            Json::List(_) | Json::Object(_) => {
                let mut layout = Vec::new();
                for section in items(answer) {
                    layout.push(Self::read(section).map_err(|error| error.in_section(layout.len()))?);
                }
                Ok(layout)
            }
            _ => Err(NotALayout::whole("not a list of sections")),
        }
    }

    fn read(section: Json) -> Result<Self, NotALayout> {
        let Json::Object(entries) = section else { return Err(NotALayout::whole("not an object")) };
        let (mut name, mut title, mut list, mut elements) = (None, None, Json::Null, Vec::new());
        for (key, value) in entries {
            match key.as_str() {
                "name" => name = text(value),
                "title" => title = text(value),
                "elements" => list = value,
                _ => {}
            }
        }
        for element in items(list) {
            elements.push(Element::read(element).map_err(|error| error.in_element(elements.len()))?);
        }
        Ok(Self { name: name.ok_or(NotALayout::whole("without a name"))?, title: title.unwrap_or_default(), elements })
    }

    /// The section as the portal and JavaScript take it.
    #[must_use]
    pub fn into_json(self) -> Json {
        Json::Object(vec![
            ("name".into(), Json::Text(self.name)),
            ("title".into(), Json::Text(self.title)),
            ("type".into(), Json::Text("section".into())),
            ("elements".into(), Json::List(self.elements.into_iter().map(Element::into_json).collect())),
        ])
    }
}

impl Element {
    fn read(element: Json) -> Result<Self, NotALayout> {
        let Json::Object(entries) = element else { return Err(NotALayout::whole("not an object")) };
        let (mut name, mut option_flags, mut options) = (None, None, None);
        for (key, value) in entries {
            match key.as_str() {
                "name" => name = text(value),
                "optionFlags" => option_flags = flag(&value),
                "options" => options = entries_of(value),
                _ => {}
            }
        }
        Ok(Self { name: name.ok_or(NotALayout::whole("without a name"))?, option_flags, options })
    }

    fn into_json(self) -> Json {
        let mut entries = vec![("name".into(), Json::Text(self.name))];
        if let Some(flag) = self.option_flags {
            entries.push(("optionFlags".into(), Json::Number(f64::from(u8::from(flag)))));
        }
        if let Some(options) = self.options {
            entries.push(("options".into(), Json::Object(options)));
        }
        Json::Object(entries)
    }
}

/// The items of a list, or of the object PHP makes of a list with gaps; anything else has none.
fn items(list: Json) -> Vec<Json> {
    match list {
        Json::List(items) => items,
        Json::Object(entries) => entries.into_iter().map(|(_, item)| item).collect(),
        _ => Vec::new(),
    }
}

/// The entries of an object, or of the empty list PHP makes of an empty one.
fn entries_of(object: Json) -> Option<Vec<(String, Json)>> {
    match object {
        Json::Object(entries) => Some(entries),
        Json::List(items) if items.is_empty() => Some(Vec::new()),
        _ => None,
    }
}

/// A string, or a whole number as one: PHP stores numeric names as they came.
fn text(value: Json) -> Option<String> {
    match value {
        Json::Text(text) => Some(text),
        Json::Number(number) => whole(number).map(|number| number.to_string()),
        _ => None,
    }
}

/// A number without a fraction, as far as JavaScript counts exactly.
pub(crate) fn whole(number: f64) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "compared with what it came from")]
    let whole = number as i64;
    #[expect(clippy::cast_precision_loss, clippy::float_cmp, reason = "exact below 2^53, refused above")]
    let exact = whole as f64 == number && whole.unsigned_abs() < 1 << 53;
    exact.then_some(whole)
}

/// A flag as PHP reads one from a number or a numeric string: anything but zero is set.
fn flag(value: &Json) -> Option<bool> {
    match value {
        Json::Bool(flag) => Some(*flag),
        Json::Number(number) => Some(*number != 0.0),
        Json::Text(text) => {
            let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
            mantissa
                .contains(|c: char| c.is_ascii_digit())
                .then(|| mantissa.contains(|c: char| ('1'..='9').contains(&c)))
        }
        _ => None,
    }
}

impl NotALayout {
    const fn whole(what: &'static str) -> Self {
        Self { what, section: None, element: None }
    }

    const fn in_section(self, index: usize) -> Self {
        Self { section: Some(index), ..self }
    }

    const fn in_element(self, index: usize) -> Self {
        Self { element: Some(index), ..self }
    }
}

impl fmt::Display for NotALayout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.section, self.element) {
            (Some(section), Some(element)) => write!(f, "element {element} of section {section} is {}", self.what),
            (Some(section), None) => write!(f, "section {section} is {}", self.what),
            _ => write!(f, "the card is {}", self.what),
        }
    }
}

impl core::error::Error for NotALayout {}

#[cfg(test)]
mod tests {
    use super::{Element, Section};
    use crate::card::Json;
    use alloc::string::{String, ToString};
    use alloc::vec;
    use alloc::vec::Vec;
    use proptest::prelude::*;

    fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
        Json::Object(entries.map(|(key, value)| (key.into(), value)).into())
    }

    fn string(value: &str) -> Json {
        Json::Text(value.into())
    }

    fn element_with(key: &str, value: Json) -> Element {
        Element::read(object([("name", string("PHONE")), (key, value)])).unwrap()
    }

    #[test]
    fn a_layout_as_portals_send_it() {
        let sent = Json::List(vec![object([
            ("type", string("section")),
            ("name", string("main")),
            ("title", string("О контакте <b>'\"&</b> 😀")),
            (
                "elements",
                Json::List(vec![
                    object([("name", string("NAME")), ("optionFlags", Json::Number(1.0))]),
                    object([("name", string("PHONE")), ("options", object([("defaultCountry", string("GB"))]))]),
                ]),
            ),
        ])]);
        let read = Section::read_layout(sent).unwrap();
        let expected = Section {
            name: "main".into(),
            title: "О контакте <b>'\"&</b> 😀".into(),
            elements: vec![
                Element { name: "NAME".into(), option_flags: Some(true), options: None },
                Element {
                    name: "PHONE".into(),
                    option_flags: None,
                    options: Some(vec![("defaultCountry".into(), string("GB"))]),
                },
            ],
        };
        assert_eq!(read, [expected]);
    }

    #[test]
    fn where_portals_differ_it_forgives() {
        let section = |entries| Section::read(Json::Object(entries)).unwrap();
        assert_eq!(section(vec![("name".into(), Json::Number(0.0))]).name, "0");
        assert_eq!(section(vec![("name".into(), string("a"))]).elements, []);
        let gaps = object([("0", object([("name", string("a"))])), ("2", object([("name", string("b"))]))]);
        let names: Vec<String> = Section::read_layout(gaps).unwrap().into_iter().map(|section| section.name).collect();
        assert_eq!(names, ["a", "b"]);
        assert_eq!(element_with("options", Json::List(vec![])).options, Some(vec![]));
    }

    #[test]
    fn option_flags_are_zero_or_one() {
        for set in [Json::Number(1.0), Json::Number(7.0), string("1"), string("1.5"), string("0.1"), string("10e0")] {
            assert_eq!(element_with("optionFlags", set.clone()).option_flags, Some(true), "{set:?}");
        }
        for clear in [Json::Number(0.0), string("0"), string("0.0"), string("-0"), string("0e5")] {
            assert_eq!(element_with("optionFlags", clear.clone()).option_flags, Some(false), "{clear:?}");
        }
        for none in [Json::Null, string(""), string("x"), Json::List(vec![])] {
            assert_eq!(element_with("optionFlags", none.clone()).option_flags, None, "{none:?}");
        }
    }

    #[test]
    fn what_is_no_layout_says_where() {
        let bad_element = object([("name", string("a")), ("elements", Json::List(vec![object([])]))]);
        let cases = [
            (Json::Bool(true), "the card is not a list of sections"),
            (object([]), "the card is an empty object"),
            (Json::List(vec![Json::Number(5.0)]), "section 0 is not an object"),
            (Json::List(vec![object([("title", string("t"))])]), "section 0 is without a name"),
            (Json::List(vec![object([("name", Json::Number(1.5))])]), "section 0 is without a name"),
            (Json::List(vec![bad_element]), "element 0 of section 0 is without a name"),
        ];
        for (answer, expected) in cases {
            assert_eq!(Section::read_layout(answer).unwrap_err().to_string(), expected);
        }
    }

    pub(crate) fn any_json() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::Bool),
            any::<f64>().prop_map(Json::Number),
            ".{0,8}".prop_map(Json::Text),
        ];
        let key = prop_oneof![Just("name"), Just("title"), Just("elements"), Just("optionFlags"), Just("options")];
        leaf.prop_recursive(5, 64, 6, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Json::List),
                prop::collection::vec((key.clone().prop_map(String::from), inner), 0..6).prop_map(Json::Object),
            ]
        })
    }

    proptest! {
        #[test]
        fn whatever_comes_is_a_layout_or_an_error_that_names_the_place(answer in any_json()) {
            match Section::read_layout(answer.clone()) {
                Ok(_) => prop_assert!(matches!(answer, Json::List(_) | Json::Object(_))),
                Err(error) => prop_assert!(error.to_string().contains(" is "), "{error}"),
            }
        }
    }
}
