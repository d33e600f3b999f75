use crate::card::Json;
use crate::strings::{concat, decimal};
use alloc::string::String;
use alloc::vec::Vec;
use core::{fmt, mem};

#[cfg(test)]
mod tests;

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
