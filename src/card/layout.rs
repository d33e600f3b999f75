use crate::card::{Element, Json, Section};
use crate::strings::{concat, decimal, has_only};
use alloc::string::String;
use alloc::vec::Vec;
use core::{fmt, mem};

/// The layout of a card: its sections, from top to bottom.
///
/// A new layout is made of [`Section`]s and [`Element`]s:
///
/// ```
/// use bx24_contact_card::card::{Element, Json, Layout, Section};
///
/// let layout = Layout::from_sections([
///     Section::new("main", "About")
///         .element("NAME")
///         .element(Element::new("PHONE").shown_always(true).option("defaultCountry", "GB")),
///     Section::new("more", "More").element("WEB"),
/// ])?;
///
/// for section in layout.sections() {
///     let names: Vec<_> = section.elements().map(|element| element.name()).collect();
///     println!("{}: {}", section.title(), names.join(", "));
/// }
/// let phone = layout.element("PHONE").unwrap();
/// assert_eq!(phone.shown_always(), Some(true));
/// assert_eq!(phone.option("defaultCountry").and_then(Json::as_str), Some("GB"));
///
/// let refused = Layout::from_sections([Section::new("main", "")]).unwrap_err();
/// assert_eq!(refused.to_string(), "Section at index 0 has an empty title.");
/// # Ok::<(), bx24_contact_card::card::InvalidLayout>(())
/// ```
///
/// A layout that a portal showed is changed by name, such as with [`add_element`](Self::add_element) and
/// [`add_section`](Self::add_section).
///
/// It implements serde's `Serialize` and `Deserialize` as the array that [`into_json`](Self::into_json) returns and
/// [`read`](Self::read) accepts.
// The JSON has these properties in this order: `name`, `title`, `type`, `elements` for a section; `name` and perhaps
// `optionFlags` (0 or 1) and `options` (an object) for an element.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout(Json);

/// A section of a [`Layout`].
#[derive(Clone, Copy, Debug)]
pub struct SectionRef<'a>(&'a Json);

/// An element of a [`Layout`]: a field of the card, with its settings.
#[derive(Clone, Copy, Debug)]
pub struct ElementRef<'a>(&'a Json);

/// Why something is not a layout, or why a layout cannot be changed so. The text names the place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidLayout(pub(crate) String);

impl Layout {
    /// Makes a layout of sections, from top to bottom. They are checked by the rules of [`new`](Self::new).
    ///
    /// ```
    /// use bx24_contact_card::card::{Layout, Section};
    ///
    /// let layout = Layout::from_sections([Section::new("main", "About").element("NAME").element("PHONE")])?;
    /// assert_eq!(layout.elements().count(), 2);
    /// # Ok::<(), bx24_contact_card::card::InvalidLayout>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidLayout`] as from [`new`](Self::new).
    pub fn from_sections(sections: impl IntoIterator<Item = Section>) -> Result<Self, InvalidLayout> {
        Self::new(sections.into_iter().collect())
    }

    /// Reads a portal's answer. It accepts what portals of different versions send: numbers as names, `optionFlags` as
    /// a string or a number, `options: []`, missing `elements`, and lists with gaps, which PHP sends as objects.
    ///
    /// Whatever this accepts can be saved again.
    ///
    /// # Errors
    ///
    /// [`InvalidLayout`] for a section or an element that is not an object or has no name, and for a layout without
    /// sections. No portal stores the latter; `{}` is what the BX24 library makes of an empty answer.
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
        Ok(Self::from_checked(sections))
    }

    /// The layout of sections that have been made by [`section_json`].
    pub(crate) const fn from_checked(sections: Vec<Json>) -> Self {
        Self(Json::Array(sections))
    }

    /// The sections, from top to bottom.
    pub fn sections(&self) -> impl Iterator<Item = SectionRef<'_>> {
        self.0.items().iter().map(SectionRef)
    }

    /// The section of this name.
    #[must_use]
    pub fn section(&self, name: &str) -> Option<SectionRef<'_>> {
        self.sections().find(|section| section.name() == name)
    }

    /// The elements of all sections, from top to bottom.
    pub fn elements(&self) -> impl Iterator<Item = ElementRef<'_>> {
        self.sections().flat_map(SectionRef::elements)
    }

    /// The element of this name, in whichever section it is.
    #[must_use]
    pub fn element(&self, name: &str) -> Option<ElementRef<'_>> {
        self.elements().find(|element| element.name() == name)
    }

    /// The layout as the array that JavaScript gets.
    #[must_use]
    pub fn into_json(self) -> Json {
        self.0
    }

    /// The layout as the array that JavaScript gets.
    pub(crate) const fn as_json(&self) -> &Json {
        &self.0
    }
}

impl<'a> SectionRef<'a> {
    /// The section's name within the layout, such as `main`.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.0.string_at("name")
    }

    /// The heading that people see.
    #[must_use]
    pub fn title(self) -> &'a str {
        self.0.string_at("title")
    }

    /// The elements, from top to bottom.
    pub fn elements(self) -> impl Iterator<Item = ElementRef<'a>> {
        self.0.get("elements").map_or(&[][..], Json::items).iter().map(ElementRef)
    }

    /// A copy that can be changed.
    #[must_use]
    pub fn to_section(self) -> Section {
        let mut section = Section::new(self.name(), self.title());
        section.elements.extend(self.elements().map(ElementRef::to_element));
        section
    }
}

impl<'a> ElementRef<'a> {
    /// The field's name, such as `PHONE`.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.0.string_at("name")
    }

    /// `optionFlags`: whether the field is shown even when it is empty. `None` when the portal does not say.
    #[doc(alias = "optionFlags")]
    #[must_use]
    pub fn shown_always(self) -> Option<bool> {
        self.0.get("optionFlags").map(|flag| *flag == Json::Number(1.0))
    }

    /// `options`: the field's other settings, such as `defaultCountry`. It is an object.
    #[must_use]
    pub fn options(self) -> Option<&'a Json> {
        self.0.get("options")
    }

    /// The value under `key` of the `options`.
    #[must_use]
    pub fn option(self, key: &str) -> Option<&'a Json> {
        self.options()?.get(key)
    }

    /// A copy that can be changed.
    #[must_use]
    pub fn to_element(self) -> Element {
        let mut element = Element::new(self.name());
        element.shown_always = self.shown_always();
        if let Some(Json::Object(options)) = self.options() {
            element.options = Some(options.clone());
        }
        element
    }
}

/// The JSON of a section in a layout.
pub(crate) fn section_json(name: String, title: String, elements: Vec<Json>) -> Json {
    let mut section = Json::Object(Vec::with_capacity(4));
    section.put("name", Json::String(name));
    section.put("title", Json::String(title));
    section.put("type", Json::String("section".into()));
    section.put("elements", Json::Array(elements));
    section
}

/// The JSON of an element in a layout.
pub(crate) fn element_json(name: String, shown_always: Option<bool>, options: Option<Json>) -> Json {
    // No larger than needed: many cards have many elements.
    let entries = 1_usize.saturating_add(shown_always.is_some().into()).saturating_add(options.is_some().into());
    let mut element = Json::Object(Vec::with_capacity(entries));
    element.put("name", Json::String(name));
    if let Some(shown_always) = shown_always {
        element.put("optionFlags", Json::Number(f64::from(u8::from(shown_always))));
    }
    if let Some(options) = options {
        element.put("options", options);
    }
    element
}

/// Replaces a section that a portal sent by what [`section_json`] makes of it. The error says what is wrong with the
/// section.
fn read_section(section: &mut Json) -> Result<(), &'static str> {
    let name = read_name(section)?;
    let title = section.take("title").and_then(string_or_integer).unwrap_or_default();
    let mut elements = section.take("elements").map(items).unwrap_or_default();
    for element in &mut elements {
        read_element(element).map_err(|_| " has an element that is not an object with a name")?;
    }
    *section = section_json(name, title, elements);
    Ok(())
}

/// Replaces an element that a portal sent by what [`element_json`] makes of it.
fn read_element(element: &mut Json) -> Result<(), &'static str> {
    let name = read_name(element)?;
    let shown_always = element.take("optionFlags").and_then(|flag| read_flag(&flag));
    let options = match element.take("options") {
        Some(Json::Array(mut items)) => {
            let mut entries = Vec::new();
            for item in &mut items {
                entries.push((decimal(entries.len() as u64), mem::replace(item, Json::Null)));
            }
            Some(Json::Object(entries))
        }
        options => options.filter(|options| matches!(options, Json::Object(_))),
    };
    *element = element_json(name, shown_always, options);
    Ok(())
}

fn read_name(named: &mut Json) -> Result<String, &'static str> {
    named.take("name").and_then(string_or_integer).filter(|name| !is_blank(name)).ok_or(" is not an object with a name")
}

/// Whether PHP's `trim` leaves nothing of a string.
pub(crate) fn is_blank(string: &str) -> bool {
    has_only(string, b" \t\n\r\0\x0B")
}

/// The items of an array, or of the object that PHP makes of a list with gaps. Anything else has none.
fn items(list: Json) -> Vec<Json> {
    let mut items = Vec::new();
    match list {
        Json::Array(list) => return list,
        Json::Object(mut entries) => {
            for (_, item) in &mut entries {
                items.push(mem::replace(item, Json::Null));
            }
        }
        _ => {}
    }
    items
}

/// A string, or the digits of a whole number. PHP stores a numeric name as the number that it was sent as.
pub(crate) fn string_or_integer(value: Json) -> Option<String> {
    match value {
        Json::String(string) => Some(string),
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

/// Reads a flag as PHP reads it from a number or a numeric string: anything but zero is true.
fn read_flag(value: &Json) -> Option<bool> {
    match value {
        Json::Bool(flag) => Some(*flag),
        Json::Number(number) => Some(*number != 0.0),
        Json::String(string) => {
            let mut flag = None;
            for byte in string.bytes() {
                match byte {
                    // What follows is an exponent.
                    b'e' | b'E' => break,
                    b'1'..=b'9' => flag = Some(true),
                    b'0' => flag = flag.or(Some(false)),
                    _ => {}
                }
            }
            flag
        }
        _ => None,
    }
}

impl InvalidLayout {
    /// The text of the error.
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
mod tests;
