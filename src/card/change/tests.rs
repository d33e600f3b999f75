use crate::card::testing::{object, string};
use crate::card::{Element, ElementRef, InvalidLayout, Json, Layout, Section, SectionRef};
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use proptest::prelude::*;

/// Section `main` with NAME and PHONE, and section `more` with WEB.
fn layout() -> Layout {
    let phone = Element::new("PHONE").shown_always(false).option("defaultCountry", "GB");
    let main = Section::new("main", "About").element("NAME").element(phone);
    Layout::from_sections([main, Section::new("more", "More").element("WEB")]).unwrap()
}

/// The names of all sections and elements, such as `main: NAME PHONE; more: WEB`.
fn outline(layout: &Layout) -> String {
    let section = |section: SectionRef<'_>| {
        let elements: Vec<_> = section.elements().map(ElementRef::name).collect();
        alloc::format!("{}: {}", section.name(), elements.join(" "))
    };
    layout.sections().map(section).collect::<Vec<_>>().join("; ")
}

/// The outline after a change that succeeds.
#[track_caller]
fn changed<T>(change: impl FnOnce(&mut Layout) -> Result<T, InvalidLayout>) -> String {
    let mut layout = layout();
    change(&mut layout).map_err(|error| error.to_string()).expect("the change is allowed");
    outline(&layout)
}

/// The error of a change that fails and leaves the layout as it was.
#[track_caller]
fn refused<T>(change: impl FnOnce(&mut Layout) -> Result<T, InvalidLayout>) -> String {
    let mut changed = layout();
    let error = change(&mut changed).err().expect("the change is refused");
    assert_eq!(changed, layout());
    error.to_string()
}

#[test]
fn sections_make_the_layout_that_their_json_makes() {
    let json = Json::Array(vec![
        object([
            ("name", string("main")),
            ("title", string("About")),
            ("type", string("section")),
            (
                "elements",
                Json::Array(vec![
                    object([("name", string("NAME"))]),
                    object([
                        ("name", string("PHONE")),
                        ("optionFlags", Json::Number(0.0)),
                        ("options", object([("defaultCountry", string("GB"))])),
                    ]),
                ]),
            ),
        ]),
        object([
            ("name", string("more")),
            ("title", string("More")),
            ("type", string("section")),
            ("elements", Json::Array(vec![object([("name", string("WEB"))])])),
        ]),
    ]);
    assert_eq!(layout().into_json(), json);
    assert_eq!(Layout::new(json), Ok(layout()));
}

#[test]
fn sections_are_refused_with_the_errors_of_their_json() {
    let refusal = |sections: Vec<Section>| Layout::from_sections(sections).unwrap_err().to_string();
    assert_eq!(refusal(vec![]), "There are no data to write.");
    assert_eq!(refusal(vec![Section::new(" ", "About")]), "Section at index 0 does not have name.");
    assert_eq!(refusal(vec![Section::new("main", "\t")]), "Section at index 0 has an empty title.");
    let main = || Section::new("main", "About");
    assert_eq!(refusal(vec![main(), main()]), "Section at index 1 has the name of another section, 'main'.");
    let place = "Element at index 0 in section at index 0";
    assert_eq!(refusal(vec![main().element("")]), alloc::format!("{place} does not have name."));
    let list = Element::new("PHONE").option("key", object([]));
    let error = "has options with an object that the portal makes a list of.";
    assert_eq!(refusal(vec![main().element(list)]), alloc::format!("{place} {error}"));
}

#[test]
fn sections_and_elements_are_added_at_the_bottom() {
    assert_eq!(
        changed(|layout| layout.add_section(Section::new("last", "Last"))),
        "main: NAME PHONE; more: WEB; last: "
    );
    assert_eq!(changed(|layout| layout.add_element("main", "PHOTO")), "main: NAME PHONE PHOTO; more: WEB");
    let name = Element::from(String::from("PHOTO"));
    assert_eq!(changed(|layout| layout.add_element("more", name)), "main: NAME PHONE; more: WEB PHOTO");

    assert_eq!(
        refused(|layout| layout.add_section(Section::new("last", ""))),
        "Section at index 2 has an empty title."
    );
    assert_eq!(
        refused(|layout| layout.add_section(Section::new("last", "Last").element("WEB"))),
        "Element at index 0 in section at index 2 is on the card twice, 'WEB'."
    );
    assert_eq!(refused(|layout| layout.add_element("Main", "PHOTO")), "There is no section 'Main'.");
    let twice = "Element at index 0 in section at index 1 is on the card twice, 'WEB'.";
    assert_eq!(refused(|layout| layout.add_element("main", "WEB")), twice);
}

#[test]
fn sections_and_elements_are_updated_in_their_place() {
    let mut layout = layout();
    layout.update_section("main", |main| main.title = "New".into()).unwrap();
    layout.update_element("PHONE", |phone| *phone = phone.clone().shown_always(true).option("key", 1)).unwrap();
    let phone = Element::new("PHONE").shown_always(true).option("defaultCountry", "GB").option("key", 1.0);
    let main = Section::new("main", "New").element("NAME").element(phone);
    assert_eq!(layout.to_sections(), [main, Section::new("more", "More").element("WEB")]);

    assert_eq!(refused(|layout| layout.update_section("last", |_| {})), "There is no section 'last'.");
    assert_eq!(refused(|layout| layout.update_element("PHOTO", |_| {})), "There is no element 'PHOTO'.");
    assert_eq!(
        refused(|layout| layout.update_section("more", |more| more.name = "main".into())),
        "Section at index 1 has the name of another section, 'main'."
    );
    assert_eq!(
        refused(|layout| layout.update_element("WEB", |web| web.name = "NAME".into())),
        "Element at index 0 in section at index 1 is on the card twice, 'NAME'."
    );
}

#[test]
fn sections_and_elements_are_moved() {
    for (index, outline) in [(0, "more: WEB; main: NAME PHONE"), (1, "main: NAME PHONE; more: WEB")] {
        assert_eq!(changed(|layout| layout.move_section("more", index)), outline);
    }
    assert_eq!(changed(|layout| layout.move_section("main", usize::MAX)), "more: WEB; main: NAME PHONE");
    assert_eq!(changed(|layout| layout.move_element("PHONE", "main", 0)), "main: PHONE NAME; more: WEB");
    assert_eq!(changed(|layout| layout.move_element("NAME", "main", 1)), "main: PHONE NAME; more: WEB");
    assert_eq!(changed(|layout| layout.move_element("WEB", "main", 1)), "main: NAME WEB PHONE; more: ");
    assert_eq!(changed(|layout| layout.move_element("NAME", "more", 9)), "main: PHONE; more: WEB NAME");

    assert_eq!(refused(|layout| layout.move_section("last", 0)), "There is no section 'last'.");
    assert_eq!(refused(|layout| layout.move_element("PHOTO", "main", 0)), "There is no element 'PHOTO'.");
    assert_eq!(refused(|layout| layout.move_element("NAME", "last", 0)), "There is no section 'last'.");
}

#[test]
fn sections_and_elements_are_removed() {
    assert_eq!(changed(|layout| layout.remove_section("main")), "more: WEB");
    assert_eq!(changed(|layout| layout.remove_element("NAME")), "main: PHONE; more: WEB");
    assert_eq!(layout().remove_element("WEB"), Ok(Element::new("WEB")));
    assert_eq!(layout().remove_section("more"), Ok(Section::new("more", "More").element("WEB")));

    assert_eq!(refused(|layout| layout.remove_section("last")), "There is no section 'last'.");
    assert_eq!(refused(|layout| layout.remove_element("more")), "There is no element 'more'.");
    let mut single = Layout::from_sections([Section::new("main", "About")]).unwrap();
    assert_eq!(single.remove_section("main").unwrap_err().to_string(), "There are no data to write.");
    assert_eq!(outline(&single), "main: ");
}

#[test]
fn in_a_layout_that_breaks_the_rules_already_things_are_moved_and_removed() {
    let untitled =
        || object([("name", string("main")), ("elements", Json::Array(vec![object([("name", string("WEB"))])]))]);
    let mut layout = Layout::read(Json::Array(vec![untitled(), untitled()])).unwrap();
    assert_eq!(layout.add_element("main", "NAME").unwrap_err().to_string(), "Section at index 0 has an empty title.");
    layout.move_element("WEB", "main", 1).unwrap();
    layout.remove_element("WEB").unwrap();
    layout.move_section("main", 1).unwrap();
    assert_eq!(outline(&layout), "main: WEB; main: ");
    layout.remove_section("main").unwrap();
    layout.update_section("main", |main| main.title = "About".into()).unwrap();
    layout.add_element("main", "NAME").unwrap();
    assert_eq!(outline(&layout), "main: NAME");
}

fn any_layout() -> impl Strategy<Value = Layout> {
    let options = prop::collection::vec(("[a01]{1,2}", any::<f64>().prop_map(Json::Number)), 0..3);
    let element = ("[a-d]", prop::option::of(any::<bool>()), prop::option::of(options)).prop_map(
        |(name, shown_always, options)| {
            let mut element = Element::new(name);
            element.shown_always = shown_always;
            element.options = options;
            element
        },
    );
    let section = ("[a-c]", "[ t]{0,2}", prop::collection::vec(element, 0..4)).prop_map(|(name, title, elements)| {
        let mut section = Section::new(name, title);
        section.elements = elements;
        Json::from(section)
    });
    prop::collection::vec(section, 1..4)
        .prop_map(|sections| Layout::read(Json::Array(sections)).expect("everything has a name"))
}

proptest! {
    #[test]
    fn sections_are_read_as_they_were_written(layout in any_layout()) {
        let sections: Json = layout.to_sections().into();
        prop_assert_eq!(&sections, layout.as_json());
        prop_assert_eq!(Layout::from_sections(layout.to_sections()), Layout::new(sections));
    }

    #[test]
    fn a_change_leaves_a_layout_that_can_be_saved(
        before in any_layout(),
        name in "[a-d]",
        section in "[a-c]",
        index in 0_usize..5,
        change in 0_usize..6,
    ) {
        let mut layout = before.clone();
        let elements = layout.elements().count();
        let has_element = layout.element(&name).is_some();
        let has_section = layout.section(&section).is_some();
        let changed = match change {
            0 => layout.add_element(&section, &*name),
            1 => layout.add_section(Section::new(&*section, &*name)),
            2 => layout.move_element(&name, &section, index),
            3 => layout.move_section(&section, index),
            4 => layout.remove_element(&name).map(drop),
            _ => layout.remove_section(&section).map(drop),
        };
        match (change, &changed) {
            (0 | 1, Ok(())) => prop_assert_eq!(Layout::new(layout.clone().into_json()), Ok(layout.clone())),
            (2, result) => prop_assert_eq!(result.is_ok(), has_element && has_section),
            (3, result) => prop_assert_eq!(result.is_ok(), has_section),
            (4, result) => prop_assert_eq!(result.is_ok(), has_element),
            _ => {}
        }
        if changed.is_err() {
            prop_assert_eq!(&layout, &before);
        } else if change == 2 || change == 3 {
            prop_assert_eq!(layout.elements().count(), elements);
        }
        prop_assert_eq!(Layout::read(layout.clone().into_json()), Ok(layout));
    }
}
