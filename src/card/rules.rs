//! What may be saved: the portal's rules for a layout, in its own words, and those it forgets.

use crate::card::Json;
use crate::card::layout::{InvalidLayout, Layout, is_blank, string_or_integer};
use crate::strings::{concat, decimal};
use alloc::vec::Vec;

#[cfg(test)]
mod tests;

/// How much is asked of a layout that is to be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rules {
    /// No more than the portal asks: a card that it showed can always be put back.
    Portal,
    /// Also that every section has a title and a name of its own, and that no field is on the card twice.
    Strict,
}

impl Layout {
    /// Checks sections that are to be saved. Beyond what the portal refuses, this refuses what it answers with a 500 or
    /// saves although no card can mean it: an empty title, two sections of one name, a field that is there twice, and
    /// properties that it would drop, such as a misspelt `optionFlags`. `type` and `elements` may be left out.
    ///
    /// # Errors
    ///
    /// [`InvalidLayout`] with the portal's own text where the portal has one; it names section and element by index.
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
        let layout = Self::of(sections);
        if rules == Rules::Strict {
            refuse_duplicate_names(&layout)?;
        }
        Ok(layout)
    }
}

/// Where something is wrong.
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

    /// The error that something is wrong here, in the portal's way to say it.
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
    // In the portal's order: of several faults it tells the first.
    if let Some(kind) = section.take("type") {
        let kind = string_or_integer(kind).unwrap_or_default();
        if kind != "section" {
            return Err(at.error(&[" have type '", &kind, "'. The expected type is 'section'."]));
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
    *section = Layout::section(name, title, elements);
    Ok(())
}

fn check_element(element: &mut Json, at: Position, rules: Rules) -> Result<(), InvalidLayout> {
    let name = check_name(element, at)?;
    let flag = match element.take("optionFlags") {
        None => None,
        Some(Json::Number(0.0)) => Some(false),
        Some(Json::Number(1.0)) => Some(true),
        Some(_) => return Err(at.error(&[" has optionFlags that are neither 0 nor 1."])),
    };
    let options = element.take("options");
    match &options {
        None => {}
        Some(Json::Object(entries))
            if rules == Rules::Portal || entries.iter().all(|(_, value)| survives_the_portal(value)) => {}
        Some(Json::Object(_)) => {
            return Err(at.error(&[" has options with an object that the portal makes a list of."]));
        }
        Some(_) => return Err(at.error(&[" has options that are not an object."])),
    }
    refuse_unknown_property(element, at, &["name", "optionFlags", "options"])?;
    *element = Layout::element(name, flag, options);
    Ok(())
}

fn check_name(of: &mut Json, at: Position) -> Result<alloc::string::String, InvalidLayout> {
    match of.take("name") {
        Some(Json::String(name)) if !is_blank(&name) => Ok(name),
        _ => Err(at.error(&[" does not have name."])),
    }
}

/// The portal drops what it does not know, and says nothing.
fn refuse_unknown_property(of: &Json, at: Position, known: &[&str]) -> Result<(), InvalidLayout> {
    let Json::Object(entries) = of else { return Ok(()) };
    match entries.iter().find(|(name, _)| !known.contains(&name.as_str())) {
        Some((name, _)) => Err(at.error(&[" has an unknown property '", name, "'."])),
        None => Ok(()),
    }
}

/// Whether a value is the same after the portal had it. PHP's arrays are lists and maps at once, so that an object with
/// the keys of a list, or with none, comes back as a list. Their order means nothing: JavaScript sorts such keys.
fn survives_the_portal(value: &Json) -> bool {
    match value {
        Json::Array(items) => items.iter().all(survives_the_portal),
        Json::Object(entries) => {
            let is_index = |key: &str| {
                let index = key.parse::<u32>().map(u64::from);
                index.is_ok_and(|index| index < entries.len() as u64 && decimal(index) == key)
            };
            !entries.iter().all(|(key, _)| is_index(key)) && entries.iter().all(|(_, value)| survives_the_portal(value))
        }
        _ => true,
    }
}

fn refuse_duplicate_names(layout: &Layout) -> Result<(), InvalidLayout> {
    let mut elements = Vec::new();
    for (index, section) in layout.sections().enumerate() {
        let at = Position::section(index);
        if layout.sections().take(index).any(|other| other.name() == section.name()) {
            return Err(at.error(&[" has the name of another section, '", section.name(), "'."]));
        }
        // The optimizer does not see that enumerate() cannot overflow here.
        for (index, element) in (0..usize::MAX).zip(section.elements()) {
            if elements.contains(&element.name()) {
                return Err(at.element(index).error(&[" is on the card twice, '", element.name(), "'."]));
            }
            elements.push(element.name());
        }
    }
    Ok(())
}
