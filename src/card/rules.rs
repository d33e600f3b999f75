//! The rules for a layout that is to be saved: those of the portal (`docs/portal.md` §1), with its error texts, and
//! those that the portal does not check.

use crate::card::Json;
use crate::card::layout::{InvalidLayout, Layout, element_json, is_blank, section_json, string_or_integer};
use crate::strings::{concat, decimal, shown, whole_number};
use alloc::string::String;
use alloc::vec::Vec;

/// The rules by which a layout is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rules {
    /// The portal's rules. Every layout that [`Layout::read`] accepts obeys them, so that it can be put back.
    Portal,
    /// The portal's rules, and these: every section has a title and a name of its own, no field is on the card twice,
    /// and the portal keeps the options as they are.
    Strict,
}

impl Layout {
    /// Makes a layout of the JSON array of its sections. [`from_sections`](Self::from_sections) does the same with
    /// typed sections.
    ///
    /// Each section is an object with `name`, `title`, `type: "section"` and `elements`; the last two may be left out.
    /// Each element is an object with `name` and perhaps `optionFlags` (0 or 1) and `options` (an object).
    ///
    /// ```
    /// use bx24_contact_card::card::{Json, Layout};
    ///
    /// let section: Json = [("name", "main"), ("title", "About")].into_iter().collect();
    /// let layout = Layout::new(vec![section].into())?;
    /// assert_eq!(layout.section("main").map(|section| section.title()), Some("About"));
    ///
    /// let section: Json = [("name", "main")].into_iter().collect();
    /// let refused = Layout::new(vec![section].into()).unwrap_err();
    /// assert_eq!(refused.to_string(), "Section at index 0 does not have title.");
    /// # Ok::<(), bx24_contact_card::card::InvalidLayout>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidLayout`] for what the portal refuses, with its own text, and for what it does not keep as it is: what
    /// it answers with a 500, an empty title, two sections of one name, a field that is there twice, properties that it
    /// drops, such as a misspelt `optionFlags`, and options that it changes (`docs/portal.md` §1). The text names the
    /// section and the element by index.
    pub fn new(sections: Json) -> Result<Self, InvalidLayout> {
        Self::check(sections, Rules::Strict)
    }

    pub(crate) fn check(sections: Json, rules: Rules) -> Result<Self, InvalidLayout> {
        let Json::Array(mut sections) = sections else {
            return Err(InvalidLayout("Parameter 'data' must be array.".into()));
        };
        if sections.is_empty() {
            return Err(InvalidLayout("There are no data to write.".into()));
        }
        for (index, section) in sections.iter_mut().enumerate() {
            check_section(section, Position::section(index), rules)?;
        }
        let layout = Self::from_checked(sections);
        if rules == Rules::Strict {
            refuse_duplicate_names(&layout)?;
        }
        Ok(layout)
    }
}

/// The place of a section or of an element in a layout.
#[derive(Clone, Copy)]
struct Position {
    section: usize,
    element: Option<usize>,
}

impl Position {
    const fn section(section: usize) -> Self {
        Self { section, element: None }
    }

    const fn element(self, element: usize) -> Self {
        Self { element: Some(element), ..self }
    }

    /// An error about this place, worded as the portal words its errors.
    fn error(self, what: &[&str]) -> InvalidLayout {
        let section = decimal(self.section as u64);
        let what = concat(what);
        InvalidLayout(match self.element {
            Some(element) => {
                concat(&["Element at index ", &decimal(element as u64), " in section at index ", &section, &what])
            }
            None => concat(&["Section at index ", &section, &what]),
        })
    }
}

fn check_section(section: &mut Json, at: Position, rules: Rules) -> Result<(), InvalidLayout> {
    // In the order of the portal, which reports the first fault only.
    if let Some(kind) = section.take("type") {
        let kind = string_or_integer(kind).unwrap_or_default();
        if kind != "section" {
            return Err(at.error(&[" have type '", shown(&kind), "'. The expected type is 'section'."]));
        }
    }
    let name = check_name(section, at)?;
    let Some(Json::String(title)) = section.take("title") else {
        return Err(at.error(&[" does not have title."]));
    };
    if rules == Rules::Strict && is_blank(&title) {
        return Err(at.error(&[" has an empty title."]));
    }
    let mut elements = match section.take("elements") {
        None => Vec::new(),
        Some(Json::Array(elements)) => elements,
        Some(_) => return Err(at.error(&[" has elements that are not a list."])),
    };
    for (index, element) in elements.iter_mut().enumerate() {
        check_element(element, at.element(index), rules)?;
    }
    refuse_unknown_property(section, at, &["name", "title", "type", "elements"])?;
    *section = section_json(name, title, elements);
    Ok(())
}

fn check_element(element: &mut Json, at: Position, rules: Rules) -> Result<(), InvalidLayout> {
    let name = check_name(element, at)?;
    let shown_always = match element.take("optionFlags") {
        None => None,
        Some(Json::Number(0.0)) => Some(false),
        Some(Json::Number(1.0)) => Some(true),
        Some(_) => return Err(at.error(&[" has optionFlags that are neither 0 nor 1."])),
    };
    let options = element.take("options");
    match &options {
        None => {}
        Some(Json::Object(entries))
            if rules == Rules::Portal || entries.iter().all(|(_, value)| is_kept_by_the_portal(value)) => {}
        Some(Json::Object(_)) => {
            return Err(at.error(&[" has options with an object that the portal makes a list of."]));
        }
        Some(_) => return Err(at.error(&[" has options that are not an object."])),
    }
    refuse_unknown_property(element, at, &["name", "optionFlags", "options"])?;
    *element = element_json(name, shown_always, options);
    Ok(())
}

fn check_name(named: &mut Json, at: Position) -> Result<String, InvalidLayout> {
    match named.take("name") {
        Some(Json::String(name)) if !is_blank(&name) => Ok(name),
        _ => Err(at.error(&[" does not have name."])),
    }
}

/// Refuses a property that the portal would drop without an error.
fn refuse_unknown_property(object: &Json, at: Position, known: &[&str]) -> Result<(), InvalidLayout> {
    let Json::Object(entries) = object else { return Ok(()) };
    match entries.iter().find(|(name, _)| !known.contains(&name.as_str())) {
        Some((name, _)) => Err(at.error(&[" has an unknown property '", shown(name), "'."])),
        None => Ok(()),
    }
}

/// Whether the portal gives a value back as it was. PHP has one type for lists and maps, so that an object without keys
/// or with the keys 0 to n - 1 comes back as a list. The order of the keys does not matter, because JavaScript sorts
/// such keys.
fn is_kept_by_the_portal(value: &Json) -> bool {
    match value {
        Json::Array(items) => items.iter().all(is_kept_by_the_portal),
        Json::Object(entries) => {
            let is_index = |key: &str| whole_number(key).is_some_and(|index| (index as usize) < entries.len());
            !entries.iter().all(|(key, _)| is_index(key))
                && entries.iter().all(|(_, value)| is_kept_by_the_portal(value))
        }
        _ => true,
    }
}

fn refuse_duplicate_names(layout: &Layout) -> Result<(), InvalidLayout> {
    let (mut sections, mut elements) = (Vec::new(), Vec::new());
    for (index, section) in layout.sections().enumerate() {
        let at = Position::section(index);
        if !is_new(section.name(), &mut sections) {
            return Err(at.error(&[" has the name of another section, '", shown(section.name()), "'."]));
        }
        // The optimizer does not see that enumerate() cannot overflow here.
        for (index, element) in (0..usize::MAX).zip(section.elements()) {
            if !is_new(element.name(), &mut elements) {
                return Err(at.element(index).error(&[" is on the card twice, '", shown(element.name()), "'."]));
            }
        }
    }
    Ok(())
}

/// Whether a name is none of those before, to which it is added.
fn is_new<'a>(name: &'a str, known: &mut Vec<&'a str>) -> bool {
    let is_new = !known.contains(&name);
    known.push(name);
    is_new
}

#[cfg(test)]
mod tests;
