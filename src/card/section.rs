//! Sections and elements that belong to no layout yet. They are checked when they become part of one.

use crate::card::{Json, layout};
use alloc::string::String;
use alloc::vec::Vec;

/// A section for a [`Layout`](crate::card::Layout), with its elements from top to bottom.
///
/// Every field can be set, and nothing is checked before the section becomes part of a layout.
///
/// ```
/// use bx24_contact_card::card::{Element, Section};
///
/// let mut section = Section::new("main", "About").element("NAME").element(Element::new("PHONE").shown_always(true));
/// section.title = "About the contact".into();
/// section.elements.retain(|element| element.name != "NAME");
/// assert_eq!(section.elements.len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Section {
    /// The section's name within the layout, such as `main`. No two sections of a layout have the same name.
    pub name: String,
    /// The heading that people see.
    pub title: String,
    /// The fields, from top to bottom.
    pub elements: Vec<Element>,
}

impl Section {
    /// A section without elements.
    #[must_use]
    pub fn new(name: impl Into<String>, title: impl Into<String>) -> Self {
        Self { name: name.into(), title: title.into(), elements: Vec::new() }
    }

    /// Adds an element below the others. A string is an element of that name, without settings.
    ///
    /// ```
    /// use bx24_contact_card::card::{Element, Section};
    ///
    /// let section = Section::new("main", "About").element("NAME").element(Element::new("PHONE").shown_always(true));
    /// assert_eq!(section.elements, [Element::new("NAME"), Element::new("PHONE").shown_always(true)]);
    /// ```
    #[must_use]
    pub fn element(mut self, element: impl Into<Element>) -> Self {
        self.elements.push(element.into());
        self
    }
}

/// An element for a [`Section`]: a field of the card, with its settings.
///
/// ```
/// use bx24_contact_card::card::Element;
///
/// let phone = Element::new("PHONE").shown_always(true).option("defaultCountry", "GB");
/// assert_eq!(phone.name, "PHONE");
/// assert_eq!(phone.shown_always, Some(true));
/// assert_eq!(phone.options, Some(vec![("defaultCountry".into(), "GB".into())]));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Element {
    /// The field's name, such as `PHONE`. No field is on a card twice.
    pub name: String,
    /// `optionFlags`: whether the field is shown even when it is empty. `None` leaves that to the portal.
    #[doc(alias = "optionFlags")]
    pub shown_always: Option<bool>,
    /// `options`: the field's other settings by key, such as `defaultCountry`. `None` writes no `options` at all.
    ///
    /// Within these values, an object without keys and one with the keys 0, 1, … are refused, because the portal makes
    /// an array of them.
    pub options: Option<Vec<(String, Json)>>,
}

impl Element {
    /// An element without settings.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), shown_always: None, options: None }
    }

    /// Sets `optionFlags`: whether the field is shown even when it is empty.
    ///
    /// ```
    /// use bx24_contact_card::card::Element;
    ///
    /// assert_eq!(Element::new("PHONE").shown_always(true).shown_always, Some(true));
    /// ```
    #[doc(alias = "optionFlags")]
    #[must_use]
    pub fn shown_always(mut self, shown_always: bool) -> Self {
        self.shown_always = Some(shown_always);
        self
    }

    /// Sets one of the `options`. A value that it had under this key is replaced.
    ///
    /// ```
    /// use bx24_contact_card::card::Element;
    ///
    /// let phone = Element::new("PHONE").option("defaultCountry", "DE").option("defaultCountry", "GB");
    /// assert_eq!(phone, Element::new("PHONE").option("defaultCountry", "GB"));
    /// let address = Element::new("ADDRESS").option("defaultAddressType", 1);
    /// assert_eq!(address.options, Some(vec![("defaultAddressType".into(), 1.into())]));
    /// ```
    #[must_use]
    pub fn option(mut self, key: impl Into<String>, value: impl Into<Json>) -> Self {
        let (key, value) = (key.into(), value.into());
        let options = self.options.get_or_insert_default();
        match options.iter_mut().find(|(other, _)| *other == key) {
            Some((_, old)) => *old = value,
            None => options.push((key, value)),
        }
        self
    }
}

impl From<&str> for Element {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}

impl From<String> for Element {
    fn from(name: String) -> Self {
        Self::new(name)
    }
}

impl From<Section> for Json {
    fn from(Section { name, title, elements }: Section) -> Self {
        layout::section_json(name, title, elements.into_iter().map(Self::from).collect())
    }
}

impl From<Element> for Json {
    fn from(Element { name, shown_always, options }: Element) -> Self {
        layout::element_json(name, shown_always, options.map(Self::Object))
    }
}
