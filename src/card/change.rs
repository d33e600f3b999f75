//! Changes of a layout by the names of its sections and elements.

use crate::card::layout::{InvalidLayout, Layout, SectionRef};
use crate::card::{Element, Rules, Section};
use crate::strings::concat;
use alloc::vec::Vec;

/// # Changes
///
/// Each of these methods changes the layout whole or, when it fails, not at all.
///
/// What is added or updated is checked with the rest of the layout by the rules of [`new`](Self::new). A layout that a
/// portal showed may break these rules; moving and removing are allowed in it all the same. To change several things
/// before they are checked, change [`to_sections`](Self::to_sections) and pass the result to
/// [`from_sections`](Self::from_sections).
///
/// ```
/// use bx24_contact_card::card::{Element, Layout, Section};
///
/// // As `client.get(card)` answers it.
/// let mut layout = Layout::from_sections([Section::new("main", "About").element("NAME").element("PHONE")])?;
///
/// layout.add_element("main", Element::new("WEB").shown_always(true))?;
/// layout.add_section(Section::new("more", "More").element("BIRTHDATE"))?;
/// layout.move_element("PHONE", "more", 0)?;
/// layout.remove_element("NAME")?;
///
/// let more = Section::new("more", "More").element("PHONE").element("BIRTHDATE");
/// let main = Section::new("main", "About").element(Element::new("WEB").shown_always(true));
/// assert_eq!(layout, Layout::from_sections([main, more])?);
/// # Ok::<(), bx24_contact_card::card::InvalidLayout>(())
/// ```
impl Layout {
    /// The sections as owned values, to be changed and passed to [`from_sections`](Self::from_sections).
    ///
    /// ```
    /// use bx24_contact_card::card::{Layout, Section};
    ///
    /// let layout = Layout::from_sections([Section::new("a", "First"), Section::new("b", "Second")])?;
    /// let mut sections = layout.to_sections();
    /// sections.reverse();
    /// let reversed = Layout::from_sections(sections)?;
    /// assert_eq!(reversed.sections().next().map(|section| section.title()), Some("Second"));
    /// # Ok::<(), bx24_contact_card::card::InvalidLayout>(())
    /// ```
    #[must_use]
    pub fn to_sections(&self) -> Vec<Section> {
        self.sections().map(SectionRef::to_section).collect()
    }

    /// Adds a section below the others.
    ///
    /// ```
    /// use bx24_contact_card::card::{Layout, Section};
    ///
    /// let mut layout = Layout::from_sections([Section::new("main", "About")])?;
    /// layout.add_section(Section::new("more", "More").element("WEB"))?;
    /// let refused = layout.add_section(Section::new("main", "Again")).unwrap_err();
    /// assert_eq!(refused.to_string(), "Section at index 2 has the name of another section, 'main'.");
    /// # Ok::<(), bx24_contact_card::card::InvalidLayout>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidLayout`] as from [`new`](Self::new), such as for the name of another section.
    pub fn add_section(&mut self, section: Section) -> Result<(), InvalidLayout> {
        self.change(Rules::Strict, |sections| {
            sections.push(section);
            Ok(())
        })
    }

    /// Adds an element to a section, below the others. A string is an element of that name, without settings.
    ///
    /// ```
    /// use bx24_contact_card::card::{Layout, Section};
    ///
    /// let mut layout = Layout::from_sections([Section::new("main", "About").element("NAME")])?;
    /// layout.add_element("main", "WEB")?;
    /// assert!(layout.element("WEB").is_some());
    /// let refused = layout.add_element("man", "PHONE").unwrap_err();
    /// assert_eq!(refused.to_string(), "There is no section 'man'.");
    /// # Ok::<(), bx24_contact_card::card::InvalidLayout>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidLayout`] when there is no section of this name, and as from [`new`](Self::new), such as for a field
    /// that is on the card already.
    pub fn add_element(&mut self, section: &str, element: impl Into<Element>) -> Result<(), InvalidLayout> {
        let element = element.into();
        self.change(Rules::Strict, |sections| {
            section_mut(sections, section)?.elements.push(element);
            Ok(())
        })
    }

    /// Changes a section in its place.
    ///
    /// ```
    /// use bx24_contact_card::card::{Layout, Section};
    ///
    /// let mut layout = Layout::from_sections([Section::new("main", "About")])?;
    /// layout.update_section("main", |section| section.title = "About the contact".into())?;
    /// assert_eq!(layout.section("main").map(|section| section.title()), Some("About the contact"));
    /// # Ok::<(), bx24_contact_card::card::InvalidLayout>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidLayout`] when there is no section of this name, and as from [`new`](Self::new).
    pub fn update_section(&mut self, name: &str, update: impl FnOnce(&mut Section)) -> Result<(), InvalidLayout> {
        self.change(Rules::Strict, |sections| section_mut(sections, name).map(update))
    }

    /// Changes an element in its place.
    ///
    /// ```
    /// use bx24_contact_card::card::{Layout, Section};
    ///
    /// let mut layout = Layout::from_sections([Section::new("main", "About").element("PHONE")])?;
    /// layout.update_element("PHONE", |phone| phone.shown_always = Some(true))?;
    /// assert_eq!(layout.element("PHONE").and_then(|phone| phone.shown_always()), Some(true));
    /// # Ok::<(), bx24_contact_card::card::InvalidLayout>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidLayout`] when there is no element of this name, and as from [`new`](Self::new).
    pub fn update_element(&mut self, name: &str, update: impl FnOnce(&mut Element)) -> Result<(), InvalidLayout> {
        self.change(Rules::Strict, |sections| {
            let mut elements = sections.iter_mut().flat_map(|section| &mut section.elements);
            elements.find(|element| element.name == name).map(update).ok_or_else(|| no_element(name))
        })
    }

    /// Moves a section to `index`, counted from 0 at the top without the section itself. An index beyond the last is
    /// the bottom.
    ///
    /// ```
    /// use bx24_contact_card::card::{Layout, Section};
    ///
    /// let [main, more] = [Section::new("main", "About"), Section::new("more", "More")];
    /// let mut layout = Layout::from_sections([main.clone(), more.clone()])?;
    /// layout.move_section("more", 0)?;
    /// assert_eq!(layout.to_sections(), [more, main]);
    /// # Ok::<(), bx24_contact_card::card::InvalidLayout>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidLayout`] when there is no section of this name.
    pub fn move_section(&mut self, name: &str, index: usize) -> Result<(), InvalidLayout> {
        self.change(Rules::Portal, |sections| {
            let section = take_section(sections, name)?;
            sections.insert(index.min(sections.len()), section);
            Ok(())
        })
    }

    /// Moves an element to `index` in a section, which may be the one it is in. The index is counted from 0 at the top
    /// without the element itself. An index beyond the last is the bottom.
    ///
    /// ```
    /// use bx24_contact_card::card::{Layout, Section};
    ///
    /// let mut layout = Layout::from_sections([Section::new("main", "About").element("NAME").element("PHONE")])?;
    /// layout.move_element("PHONE", "main", 0)?;
    /// assert_eq!(layout.elements().next().map(|element| element.name()), Some("PHONE"));
    /// # Ok::<(), bx24_contact_card::card::InvalidLayout>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidLayout`] when there is no element or no section of this name.
    pub fn move_element(&mut self, name: &str, section: &str, index: usize) -> Result<(), InvalidLayout> {
        self.change(Rules::Portal, |sections| {
            let element = take_element(sections, name)?;
            let elements = &mut section_mut(sections, section)?.elements;
            elements.insert(index.min(elements.len()), element);
            Ok(())
        })
    }

    /// Takes a section off the card, with its elements.
    ///
    /// ```
    /// use bx24_contact_card::card::{Layout, Section};
    ///
    /// let mut layout = Layout::from_sections([Section::new("main", "About"), Section::new("more", "More")])?;
    /// assert_eq!(layout.remove_section("more")?, Section::new("more", "More"));
    /// assert!(layout.remove_section("main").is_err()); // no card is without sections
    /// # Ok::<(), bx24_contact_card::card::InvalidLayout>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidLayout`] when there is no section of this name, and when it is the only one.
    pub fn remove_section(&mut self, name: &str) -> Result<Section, InvalidLayout> {
        self.change(Rules::Portal, |sections| take_section(sections, name))
    }

    /// Takes an element off the card.
    ///
    /// ```
    /// use bx24_contact_card::card::{Element, Layout, Section};
    ///
    /// let mut layout = Layout::from_sections([Section::new("main", "About").element("PHOTO")])?;
    /// assert_eq!(layout.remove_element("PHOTO")?, Element::new("PHOTO"));
    /// assert!(layout.element("PHOTO").is_none());
    /// # Ok::<(), bx24_contact_card::card::InvalidLayout>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidLayout`] when there is no element of this name.
    pub fn remove_element(&mut self, name: &str) -> Result<Element, InvalidLayout> {
        self.change(Rules::Portal, |sections| take_element(sections, name))
    }

    /// Replaces the layout by a changed and checked copy, or leaves it as it is.
    fn change<T>(
        &mut self,
        rules: Rules,
        change: impl FnOnce(&mut Vec<Section>) -> Result<T, InvalidLayout>,
    ) -> Result<T, InvalidLayout> {
        let mut sections = self.to_sections();
        let changed = change(&mut sections)?;
        *self = Self::check(sections.into(), rules)?;
        Ok(changed)
    }
}

fn section_mut<'a>(sections: &'a mut [Section], name: &str) -> Result<&'a mut Section, InvalidLayout> {
    sections.iter_mut().find(|section| section.name == name).ok_or_else(|| no_section(name))
}

// `extract_if`, because the optimizer cannot prove that `remove` does not panic.
fn take_section(sections: &mut Vec<Section>, name: &str) -> Result<Section, InvalidLayout> {
    sections.extract_if(.., |section| section.name == name).next().ok_or_else(|| no_section(name))
}

fn take_element(sections: &mut [Section], name: &str) -> Result<Element, InvalidLayout> {
    let mut elements = sections.iter_mut().map(|section| &mut section.elements);
    let element = elements.find_map(|elements| elements.extract_if(.., |element| element.name == name).next());
    element.ok_or_else(|| no_element(name))
}

fn no_section(name: &str) -> InvalidLayout {
    InvalidLayout(concat(&["There is no section '", name, "'."]))
}

fn no_element(name: &str) -> InvalidLayout {
    InvalidLayout(concat(&["There is no element '", name, "'."]))
}

#[cfg(test)]
mod tests;
