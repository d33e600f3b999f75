//! A layout is read whole, in one form, or refused.

use arbitrary::Unstructured;
use bx24_contact_card::card::{ElementRef, Json, Layout, SectionRef};

use crate::generate;
use crate::reply::text;

pub(crate) fn check(input: &[u8]) {
    let Ok(answer) = generate::json(&mut Unstructured::new(input)) else { return };
    let Ok(layout) = Layout::read(answer.clone()) else {
        assert!(!is_layout(&answer), "{answer:?} is refused");
        return;
    };
    assert!(is_layout(&answer), "{answer:?} is no layout");
    let sent = items(Some(&answer));
    assert_eq!(layout.sections().count(), sent.len());
    layout.sections().zip(sent).for_each(|(section, sent)| check_section(section, sent));
    check_form(&layout.clone().into_json());
    assert_eq!(Layout::read(layout.clone().into_json()), Ok(layout));
}

fn check_section(section: SectionRef<'_>, sent: &Json) {
    assert_eq!(Some(section.name().to_owned()), name(sent));
    assert_eq!(section.title(), sent.get("title").and_then(text).unwrap_or_default());
    let sent = items(sent.get("elements"));
    assert_eq!(section.elements().count(), sent.len());
    section.elements().zip(sent).for_each(|(element, sent)| check_element(element, sent));
}

fn check_element(element: ElementRef<'_>, sent: &Json) {
    assert_eq!(Some(element.name().to_owned()), name(sent));
    match sent.get("optionFlags") {
        Some(Json::Bool(flag)) => assert_eq!(element.shown_always(), Some(*flag)),
        Some(Json::Number(flag)) => assert_eq!(element.shown_always(), Some(*flag != 0.0)),
        Some(Json::String(flag)) => {
            let number = flag.parse().ok().filter(|number: &f64| number.is_finite());
            // Not the reverse: a number so small that it is zero here is none to PHP's eyes only.
            assert!(number.is_none_or(|number| number == 0.0 || element.shown_always() == Some(true)), "{flag}");
        }
        _ => assert_eq!(element.shown_always(), None),
    }
    match sent.get("options") {
        // PHP sends an object with the keys of a list as one.
        Some(Json::Array(values)) => {
            let entries = values.iter().enumerate().map(|(index, value)| (index.to_string(), value.clone()));
            assert_eq!(element.options(), Some(&Json::Object(entries.collect())));
        }
        options => assert_eq!(element.options(), options.filter(|options| matches!(options, Json::Object(_)))),
    }
}

/// The form JavaScript gets: these keys in this order, and no others.
fn check_form(layout: &Json) {
    for section in items(Some(layout)) {
        assert_eq!(keys(section), ["name", "title", "type", "elements"]);
        assert_eq!(section.get("type"), Some(&Json::String("section".into())));
        for element in items(section.get("elements")) {
            let known = ["name", "optionFlags", "options"];
            let present: Vec<_> = known.into_iter().filter(|key| element.get(key).is_some()).collect();
            assert_eq!(keys(element), present);
            let flag = element.get("optionFlags");
            assert!(flag.is_none_or(|flag| [0.0, 1.0].map(Json::Number).contains(flag)));
        }
    }
}

fn keys(object: &Json) -> Vec<&str> {
    match object {
        Json::Object(entries) => entries.iter().map(|(key, _)| &**key).collect(),
        _ => panic!("{object:?} is no object"),
    }
}

/// Whether there are sections, and everything has a name that is not blank. A card never is without sections.
fn is_layout(answer: &Json) -> bool {
    let is_element = |element: &&Json| name(element).is_some();
    let is_section = |section: &&Json| is_element(section) && items(section.get("elements")).iter().all(is_element);
    let sections = items(Some(answer));
    !sections.is_empty() && sections.iter().all(is_section)
}

fn name(json: &Json) -> Option<String> {
    let is_blank = |name: &String| name.trim_matches([' ', '\t', '\n', '\r', '\0', '\x0B']).is_empty();
    json.get("name").and_then(text).filter(|name| !is_blank(name))
}

/// A list's items; PHP sends a list with gaps as an object.
fn items(list: Option<&Json>) -> Vec<&Json> {
    match list {
        Some(Json::Array(items)) => items.iter().collect(),
        Some(Json::Object(entries)) => entries.iter().map(|(_, item)| item).collect(),
        _ => Vec::new(),
    }
}
