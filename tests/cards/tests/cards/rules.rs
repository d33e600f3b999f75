//! The local portal as the judge of what this crate lets pass and what it refuses.

use crate::connection::Encoding;
use crate::json::{from_value, to_value};
use crate::layouts::any_layout;
use crate::stage::Stage;
use bx24_contact_card::card::{Card, Layout};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

/// How often each property is tried.
const CASES: u32 = 600;

fn check<S: Strategy>(cases: S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new(config).run(&cases, test).unwrap_or_else(|failure| panic!("{failure}"));
}

/// What the portal says to a layout: its text, or none where it broke.
fn verdict(stage: &Stage, data: &Value) -> Result<(), Option<String>> {
    let body = json!({ "data": data }).to_string();
    let path = "/rest/1/adm1secret/crm.contact.details.configuration.set";
    let (status, answer) = stage.post(path, "application/json", &body);
    match status {
        200 => Ok(()),
        400 => {
            let answer: Value = serde_json::from_str(&answer).unwrap();
            Err(answer["error_description"].as_str().map(String::from))
        }
        _ => Err(None),
    }
}

/// A mistake that the portal notices, made somewhere in a layout.
#[derive(Clone, Debug)]
enum Mistake {
    /// A section is something else.
    Section(Value),
    /// A property of a section is something else, or is not there.
    InSection(&'static str, Option<Value>),
    /// An element is something else.
    Element(Value),
    /// The name of an element is something else, or is not there.
    ElementName(Option<Value>),
}

fn any_mistake() -> impl Strategy<Value = Mistake> {
    let blank = || prop::option::of(select(vec![json!(""), json!(" "), json!("\t\r\n"), Value::Null]));
    let kind = select(vec![json!("column"), json!("included_area"), json!("Section"), json!(5)]);
    let title = prop::option::of(select(vec![json!(5), Value::Null, json!(["About"]), json!(true)]));
    prop_oneof![
        select(vec![Value::Null, json!(false), json!([]), json!({})]).prop_map(Mistake::Section),
        select(vec![json!(5), json!("main"), json!(true)]).prop_map(Mistake::Section),
        kind.prop_map(|kind| Mistake::InSection("type", Some(kind))),
        blank().prop_map(|name| Mistake::InSection("name", name)),
        title.prop_map(|title| Mistake::InSection("title", title)),
        select(vec![json!("NAME"), json!(5), Value::Null, json!([]), json!({})]).prop_map(Mistake::Element),
        blank().prop_map(Mistake::ElementName),
    ]
}

impl Mistake {
    fn make(self, sections: &mut [Value], section: Index, element: Index) {
        let at = section.index(sections.len());
        // The portal unwraps a column that comes first, and judges what is in it.
        let at = if matches!(&self, Self::InSection("type", Some(kind)) if kind == "column") && at == 0 {
            return;
        } else {
            at
        };
        let section = &mut sections[at];
        match self {
            Self::Section(other) => *section = other,
            Self::InSection(name, value) => change(section, name, value),
            Self::Element(other) => {
                if let Some(place) = pick(section, element) {
                    *place = other;
                }
            }
            Self::ElementName(name) => {
                if let Some(place) = pick(section, element) {
                    change(place, "name", name);
                }
            }
        }
    }
}

/// One of a section's elements, where it has any.
fn pick(section: &mut Value, which: Index) -> Option<&mut Value> {
    let elements = section.get_mut("elements")?.as_array_mut()?;
    if elements.is_empty() {
        return None;
    }
    let at = which.index(elements.len());
    elements.get_mut(at)
}

fn change(object: &mut Value, name: &str, value: Option<Value>) {
    if let Value::Object(entries) = object {
        entries.shift_remove(name);
        entries.extend(value.map(|value| (name.into(), value)));
    }
}

#[test]
fn what_the_portal_refuses_is_refused_here_in_its_very_words() {
    let stage = Stage::set();
    let mistakes = prop::collection::vec((any_mistake(), any::<Index>(), any::<Index>()), 1..4);
    check((any_layout(), mistakes), |(layout, mistakes)| {
        let mut data = to_value(&layout.into_json());
        for (mistake, section, element) in mistakes {
            mistake.make(data.as_array_mut().unwrap(), section, element);
        }
        let here = Layout::new(from_value(data.clone())).map(drop).map_err(|error| error.to_string());
        match verdict(&stage, &data) {
            Ok(()) => prop_assert_eq!(here, Ok(()), "no mistake was made"),
            Err(Some(text)) => prop_assert_eq!(here, Err(text)),
            Err(None) => prop_assert!(here.is_err(), "the portal breaks of it"),
        }
        Ok(())
    });
}

/// JSON that has to do with layouts, and is mostly none.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0..3).prop_map(Value::from),
        select(vec!["", " ", "a", "b", "section", "column"]).prop_map(Value::from),
    ];
    let key = select(vec!["name", "name", "title", "title", "type", "elements", "options", "optionFlags", "0", "1"]);
    leaf.prop_recursive(6, 40, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key.clone(), inner, 0..6).prop_map(|entries| {
                Value::Object(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
            }),
        ]
    })
}

/// A layout into which something strange was put, in one place or several.
fn strange_layout() -> impl Strategy<Value = Value> {
    let key = select(vec!["name", "title", "type", "elements", "more"]);
    let element_key = select(vec!["name", "optionFlags", "options", "more"]);
    let changes =
        prop::collection::vec((any::<Index>(), any::<Index>(), key, element_key, any::<bool>(), anything()), 0..3);
    (any_layout(), changes).prop_map(|(layout, changes)| {
        let mut data = to_value(&layout.into_json());
        for (section, element, key, element_key, deep, value) in changes {
            let sections = data.as_array_mut().unwrap();
            let at = section.index(sections.len());
            match pick(&mut sections[at], element).filter(|_| deep) {
                Some(element) => change(element, element_key, Some(value)),
                None => change(&mut sections[at], key, Some(value)),
            }
        }
        data
    })
}

#[test]
fn what_is_accepted_here_is_accepted_there_and_comes_back() {
    let stage = Stage::set();
    let client = stage.client(Encoding::Json);
    check(
        prop_oneof![3 => strange_layout(), 1 => prop::collection::vec(anything(), 0..3).prop_map(Value::from)],
        |data| {
            if let Ok(layout) = Layout::new(from_value(data.clone())) {
                prop_assert_eq!(verdict(&stage, &data), Ok(()));
                let read = stage.wait(client.get(Card::Personal(None))).unwrap().result;
                prop_assert_eq!(read, Some(layout));
            }
            Ok(())
        },
    );
}
