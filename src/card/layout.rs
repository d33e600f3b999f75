use crate::card::Json;
use crate::strings::{concat, decimal};
use alloc::string::String;
use alloc::vec::Vec;
use core::{fmt, mem};

/// What is on a card: its sections, from top to bottom.
///
/// Kept as the JSON that the portal and JavaScript know, in the one form that reading gives it.
///
/// ```
/// use bx24_contact_card::card::{Json, Layout};
///
/// fn object(entries: impl IntoIterator<Item = (&'static str, Json)>) -> Json {
///     Json::Object(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
/// }
///
/// let phone = object([("name", Json::String("PHONE".into())), ("optionFlags", Json::Number(1.0))]);
/// let section = object([
///     ("name", Json::String("main".into())),
///     ("title", Json::String("About".into())),
///     ("elements", Json::Array(vec![phone])),
/// ]);
/// let layout = Layout::new(Json::Array(vec![section]))?;
/// for section in layout.sections() {
///     assert_eq!(section.title(), "About");
///     assert!(section.elements().all(|element| element.option_flags() == Some(true)));
/// }
///
/// let refused = Layout::new(Json::Array(vec![object([("name", Json::String("main".into()))])])).unwrap_err();
/// assert_eq!(refused.to_string(), "Section at index 0 does not have title.");
/// # Ok::<(), bx24_contact_card::card::InvalidLayout>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Layout(Json);

/// One section of a card.
#[derive(Clone, Copy, Debug)]
pub struct Section<'a>(&'a Json);

/// One field of a section.
#[derive(Clone, Copy, Debug)]
pub struct Element<'a>(&'a Json);

/// Why something is no layout; its text says where it stops being one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidLayout(pub(crate) String);

impl Layout {
    /// Reads a portal's answer, forgiving where portals differ: numbers as names, `optionFlags` as string or number,
    /// `options: []`, missing `elements`, and lists with gaps, which PHP sends as objects.
    ///
    /// # Errors
    ///
    /// [`InvalidLayout`] where there is no telling what the portal meant: a section or element that is no object or has no
    /// name. A layout without sections is none either: no portal stores one, and `{}` is what the BX24 library makes of
    /// an empty answer. So whatever was read can be saved again.
    pub fn read(answer: Json) -> Result<Self, InvalidLayout> {
        let mut sections = items(answer);
        if sections.is_empty() {
            return Err(InvalidLayout("the card is not a list of sections".into()));
        }
        for (index, section) in sections.iter_mut().enumerate() {
            if let Err(what) = read_section(section) {
                return Err(InvalidLayout(concat(&["section ", &decimal(index as u64), what])));
            }
        }
        Ok(Self::of(sections))
    }

    pub(crate) const fn of(sections: Vec<Json>) -> Self {
        Self(Json::Array(sections))
    }

    /// The one form of a section.
    pub(crate) fn section(name: String, title: String, elements: Vec<Json>) -> Json {
        let mut form = Json::Object(Vec::with_capacity(4));
        form.put("name", Json::String(name));
        form.put("title", Json::String(title));
        form.put("type", Json::String("section".into()));
        form.put("elements", Json::Array(elements));
        form
    }

    /// The one form of an element.
    pub(crate) fn element(name: String, flag: Option<bool>, options: Option<Json>) -> Json {
        let mut form = Json::Object(Vec::new());
        form.put("name", Json::String(name));
        if let Some(flag) = flag {
            form.put("optionFlags", Json::Number(f64::from(u8::from(flag))));
        }
        if let Some(options) = options {
            form.put("options", options);
        }
        form
    }

    /// The sections.
    pub fn sections(&self) -> impl Iterator<Item = Section<'_>> {
        self.0.items().iter().map(Section)
    }

    /// The layout as JavaScript gets it.
    #[must_use]
    pub fn into_json(self) -> Json {
        self.0
    }
}

impl<'a> Section<'a> {
    /// Its name within the layout, such as `main`.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.0.string_at("name")
    }

    /// The heading people see.
    #[must_use]
    pub fn title(self) -> &'a str {
        self.0.string_at("title")
    }

    /// Its fields, from top to bottom.
    pub fn elements(self) -> impl Iterator<Item = Element<'a>> {
        self.0.get("elements").map_or(&[][..], Json::items).iter().map(Element)
    }
}

impl<'a> Element<'a> {
    /// The field's name, such as `PHONE`.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.0.string_at("name")
    }

    /// `optionFlags`: whether the field is shown even when it is empty.
    #[must_use]
    pub fn option_flags(self) -> Option<bool> {
        self.0.get("optionFlags").map(|flag| *flag == Json::Number(1.0))
    }

    /// `options`: what else the field remembers, such as `defaultCountry`; an object.
    #[must_use]
    pub fn options(self) -> Option<&'a Json> {
        self.0.get("options")
    }
}

/// Brings a section to its form, or says what is wrong with it.
fn read_section(section: &mut Json) -> Result<(), &'static str> {
    let name = read_name(section)?;
    let title = section.take("title").and_then(string_or_integer).unwrap_or_default();
    let mut elements = section.take("elements").map(items).unwrap_or_default();
    for element in &mut elements {
        read_element(element).map_err(|_| " has an element that is not an object with a name")?;
    }
    *section = Layout::section(name, title, elements);
    Ok(())
}

fn read_element(element: &mut Json) -> Result<(), &'static str> {
    let name = read_name(element)?;
    let flag = element.take("optionFlags").and_then(|value| flag(&value));
    let options = match element.take("options") {
        Some(Json::Array(items)) => {
            let entries = items.into_iter().enumerate().map(|(index, item)| (decimal(index as u64), item));
            Some(Json::Object(entries.collect()))
        }
        options => options.filter(|options| matches!(options, Json::Object(_))),
    };
    *element = Layout::element(name, flag, options);
    Ok(())
}

fn read_name(of: &mut Json) -> Result<String, &'static str> {
    of.take("name").and_then(string_or_integer).filter(|name| !is_blank(name)).ok_or(" is not an object with a name")
}

/// Whether PHP's `trim` leaves nothing of a text.
pub(crate) fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0 | 0x0B))
}

/// The items of a list, or of the object PHP makes of a list with gaps; anything else has none.
fn items(list: Json) -> Vec<Json> {
    match list {
        Json::Array(items) => items,
        Json::Object(mut entries) => entries.iter_mut().map(|(_, item)| mem::replace(item, Json::Null)).collect(),
        _ => Vec::new(),
    }
}

/// A string, or a whole number as one: PHP stores numeric names as they came.
pub(crate) fn string_or_integer(value: Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text),
        Json::Number(number) => {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "compared with what it came from"
            )]
            let whole = number.abs() as u64;
            #[expect(clippy::cast_precision_loss, clippy::float_cmp, reason = "exact below 2^53, refused above")]
            let exact = whole as f64 == number.abs() && whole < 1 << 53;
            let sign = if number < 0.0 { "-" } else { "" };
            exact.then(|| concat(&[sign, &decimal(whole)]))
        }
        _ => None,
    }
}

/// A flag as PHP reads one from a number or a numeric string: anything but zero is set.
fn flag(value: &Json) -> Option<bool> {
    match value {
        Json::Bool(flag) => Some(*flag),
        Json::Number(number) => Some(*number != 0.0),
        Json::String(text) => {
            let mut mantissa = text.bytes().take_while(|byte| !matches!(byte, b'e' | b'E')).filter(u8::is_ascii_digit);
            mantissa.next().map(|first| first != b'0' || mantissa.any(|digit| digit != b'0'))
        }
        _ => None,
    }
}

impl InvalidLayout {
    /// Where it stops being a layout.
    pub(crate) fn message(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for InvalidLayout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl core::error::Error for InvalidLayout {}

#[cfg(test)]
mod tests {
    use super::{Json, Layout, string_or_integer};
    use alloc::string::{String, ToString};
    use alloc::vec;
    use alloc::vec::Vec;
    use proptest::prelude::*;

    fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
        Json::Object(entries.map(|(key, value)| (key.into(), value)).into())
    }

    fn string(value: &str) -> Json {
        Json::String(value.into())
    }

    fn layout_of(element: Json) -> Result<Layout, super::InvalidLayout> {
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
            section.elements().map(|element| (element.name(), element.option_flags(), element.options())).collect();
        assert_eq!(elements, [("NAME", Some(true), None), ("PHONE", None, Some(&country))]);
    }

    #[test]
    fn where_portals_differ_it_forgives() {
        let zero = Layout::read(Json::Array(vec![object([("name", Json::Number(0.0))])])).unwrap();
        let section = zero.sections().next().unwrap();
        assert_eq!((section.name(), section.title(), section.elements().count()), ("0", "", 0));
        let gaps = object([("0", object([("name", string("a"))])), ("2", object([("name", string("b"))]))]);
        let gaps = Layout::read(gaps).unwrap();
        assert_eq!(gaps.sections().map(super::Section::name).collect::<Vec<_>>(), ["a", "b"]);
        let gaps = object([("1", object([("name", string("NAME"))])), ("5", object([("name", Json::Number(6.0))]))]);
        let gaps = Layout::read(Json::Array(vec![object([("name", string("a")), ("elements", gaps)])])).unwrap();
        let names: Vec<_> = gaps.sections().next().unwrap().elements().map(super::Element::name).collect();
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
    fn a_number_is_a_text_while_it_is_exact() {
        let largest = 9_007_199_254_740_991.0;
        let texts =
            [(0.0, "0"), (-0.0, "0"), (6.0, "6"), (largest, "9007199254740991"), (-largest, "-9007199254740991")];
        for (number, written) in texts {
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
            layout.sections().next().unwrap().elements().next().unwrap().option_flags()
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
    fn what_is_no_layout_says_where() {
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
}
