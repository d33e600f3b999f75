//! What may be saved: the portal's rules for a layout, in its own words, and those it forgets.

use crate::card::Json;
use crate::card::layout::{Layout, NotALayout, is_blank};
use crate::text::{decimal, joined};
use alloc::vec::Vec;

/// How much is asked of a layout that is to be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rules {
    /// No more than the portal asks: a card that it showed can always be put back.
    Portal,
    /// Also that every section has a title and a name of its own, and that no field is on the card twice.
    Sound,
}

impl Layout {
    /// Checks sections that are to be saved. Beyond what the portal refuses, this refuses what it answers with a 500 or
    /// saves although no card can mean it: an empty title, two sections of one name, a field that is there twice, and
    /// properties that it would drop, such as a misspelt `optionFlags`. `type` and `elements` may be left out.
    ///
    /// # Errors
    ///
    /// [`NotALayout`] with the portal's own text where the portal has one; it names section and element by index.
    pub fn new(sections: Json) -> Result<Self, NotALayout> {
        Self::check(sections, Rules::Sound)
    }

    pub(crate) fn check(sections: Json, rules: Rules) -> Result<Self, NotALayout> {
        let Json::List(mut sections) = sections else {
            return Err(NotALayout("Parameter 'data' must be array.".into()));
        };
        if sections.is_empty() {
            return Err(NotALayout("There are no data to write.".into()));
        }
        for (index, section) in sections.iter_mut().enumerate() {
            check_section(section, Place::section(index), rules)?;
        }
        let layout = Self::of(sections);
        if rules == Rules::Sound {
            no_name_twice(&layout)?;
        }
        Ok(layout)
    }
}

/// Where something is wrong.
#[derive(Clone, Copy)]
struct Place {
    section: usize,
    element: Option<usize>,
}

impl Place {
    const fn section(section: usize) -> Self {
        Self { section, element: None }
    }

    const fn element(self, element: usize) -> Self {
        Self { element: Some(element), ..self }
    }

    /// The error that something is wrong here, in the portal's way to say it.
    fn lacks(self, what: &[&str]) -> NotALayout {
        let section = decimal(self.section as u64);
        let what = joined(what);
        NotALayout(match self.element {
            Some(element) => {
                joined(&["Element at index ", &decimal(element as u64), " in section at index ", &section, &what])
            }
            None => joined(&["Section at index ", &section, &what]),
        })
    }
}

fn check_section(section: &mut Json, at: Place, rules: Rules) -> Result<(), NotALayout> {
    let name = check_name(section, at)?;
    let title = match section.take("title") {
        Some(Json::Text(title)) => title,
        _ => return Err(at.lacks(&[" does not have title."])),
    };
    if rules == Rules::Sound && is_blank(&title) {
        return Err(at.lacks(&[" has an empty title."]));
    }
    match section.take("type") {
        None => {}
        Some(Json::Text(kind)) if kind == "section" => {}
        Some(kind) => {
            let kind = if let Json::Text(kind) = &kind { kind } else { "" };
            return Err(at.lacks(&[" have type '", kind, "'. The expected type is 'section'."]));
        }
    }
    let mut elements = match section.take("elements") {
        None => Vec::new(),
        Some(Json::List(elements)) => elements,
        Some(_) => return Err(at.lacks(&[" has elements that are not a list."])),
    };
    for (index, element) in elements.iter_mut().enumerate() {
        check_element(element, at.element(index))?;
    }
    no_other_property(section, at, &["name", "title", "type", "elements"])?;
    *section = Layout::section(name, title, elements);
    Ok(())
}

fn check_element(element: &mut Json, at: Place) -> Result<(), NotALayout> {
    let name = check_name(element, at)?;
    let flag = match element.take("optionFlags") {
        None => None,
        Some(Json::Number(flag)) if flag == 0.0 || flag == 1.0 => Some(flag == 1.0),
        Some(_) => return Err(at.lacks(&[" has optionFlags that are neither 0 nor 1."])),
    };
    let options = element.take("options");
    match &options {
        None => {}
        Some(Json::Object(entries)) if entries.iter().all(|(_, value)| comes_back(value)) => {}
        Some(Json::Object(_)) => {
            return Err(at.lacks(&[" has options with an object that the portal makes a list of."]));
        }
        Some(_) => return Err(at.lacks(&[" has options that are not an object."])),
    }
    no_other_property(element, at, &["name", "optionFlags", "options"])?;
    *element = Layout::element(name, flag, options);
    Ok(())
}

fn check_name(of: &mut Json, at: Place) -> Result<alloc::string::String, NotALayout> {
    match of.take("name") {
        Some(Json::Text(name)) if !is_blank(&name) => Ok(name),
        _ => Err(at.lacks(&[" does not have name."])),
    }
}

/// The portal drops what it does not know, and says nothing.
fn no_other_property(of: &Json, at: Place, known: &[&str]) -> Result<(), NotALayout> {
    let Json::Object(entries) = of else { return Ok(()) };
    match entries.iter().find(|(name, _)| !known.contains(&name.as_str())) {
        Some((name, _)) => Err(at.lacks(&[" has an unknown property '", name, "'."])),
        None => Ok(()),
    }
}

/// Whether a value is the same after the portal had it. PHP's arrays are lists and maps at once, so that an object with
/// the keys of a list, or with none, comes back as a list.
fn comes_back(value: &Json) -> bool {
    match value {
        Json::List(items) => items.iter().all(comes_back),
        Json::Object(entries) => {
            let is_list = entries.iter().enumerate().all(|(index, (key, _))| *key == decimal(index as u64));
            !is_list && entries.iter().all(|(_, value)| comes_back(value))
        }
        _ => true,
    }
}

fn no_name_twice(layout: &Layout) -> Result<(), NotALayout> {
    let mut elements = Vec::new();
    for (index, section) in layout.sections().enumerate() {
        let at = Place::section(index);
        if layout.sections().take(index).any(|other| other.name() == section.name()) {
            return Err(at.lacks(&[" has the name of another section, '", section.name(), "'."]));
        }
        for (index, element) in section.elements().enumerate() {
            if elements.contains(&element.name()) {
                return Err(at.element(index).lacks(&[" is on the card twice, '", element.name(), "'."]));
            }
            elements.push(element.name());
        }
    }
    Ok(())
}
