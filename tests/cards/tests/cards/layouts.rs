//! Layouts of every kind, for properties.

use bx24_contact_card::card::{Json, Layout};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeMap;

/// Any text, and what has meant something to somebody on the way.
pub(crate) fn any_text() -> impl Strategy<Value = String> + Clone {
    let special = select(vec![
        "$result[x]",
        "$RESULT[get][0][title]",
        "$error[$result[a]]",
        "'\"<b>&amp;</b>\\/",
        "О контакте",
        "関係者",
        "عنوان",
        "👩‍👩‍👧‍👦",
        "e\u{301}",
        "\u{FEFF}",
        "\u{2028}",
        "\u{0}",
        "\r\n\t",
        "%41+%20",
        "&a[b]=c",
        "{{title}}",
        "null",
        "1e3",
        " both ends ",
    ]);
    prop_oneof![r"\PC{0,8}", "[a-zA-Z _.-]{0,8}", special.prop_map(String::from), any::<String>()]
}

/// A name, or a title: there is something in it.
fn any_name() -> impl Strategy<Value = String> + Clone {
    any_text().prop_map(|text| {
        let blank = text.trim_matches([' ', '\t', '\n', '\r', '\0', '\x0B']).is_empty();
        if blank { format!("{text}a") } else { text }
    })
}

/// What [`any_options`] is made of.
fn any_value() -> impl Strategy<Value = Json> + Clone {
    let number = prop_oneof![
        any::<i32>().prop_map(f64::from),
        prop::num::f64::NORMAL | prop::num::f64::SUBNORMAL | prop::num::f64::ZERO,
        select(vec![0.1, 1e21, 1e-7, 9_007_199_254_740_991.0, 9.3e18, f64::MAX, f64::MIN_POSITIVE]),
    ];
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        number.prop_map(Json::Number),
        any_text().prop_map(Json::String),
    ];
    leaf.prop_recursive(4, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::Array),
            prop::collection::btree_map(any_key(), inner, 1..4).prop_map(|map| object(not_a_list(map))),
        ]
    })
}

/// Keys, those that look like numbers among them.
fn any_key() -> impl Strategy<Value = String> + Clone {
    let special = select(vec![
        "0",
        "1",
        "2",
        "-1",
        "-0",
        "00",
        "1.5",
        "1e3",
        " 1",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "",
        " ",
        "a.b c",
        "a[b]",
        "]",
        "ключ",
        "\u{0}",
        "=&",
        "length",
        "constructor",
    ]);
    prop_oneof!["[a-z]{1,4}", special.prop_map(String::from), any_text()]
}

/// Options that JSON carries.
fn any_options() -> impl Strategy<Value = Json> + Clone {
    prop::collection::btree_map(any_key(), any_value(), 0..4).prop_map(object)
}

/// Options that a form carries: texts, under keys without brackets.
fn form_options() -> impl Strategy<Value = Json> + Clone {
    let key = || {
        any_key().prop_filter("a key of a form", |key| !key.contains(['[', ']', '\0']) && !key.trim_ascii().is_empty())
    };
    let value = any_text().prop_map(Json::String).prop_recursive(3, 8, 3, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(Json::Array),
            prop::collection::btree_map(key(), inner, 1..4).prop_map(|map| object(not_a_list(map))),
        ]
    });
    prop::collection::btree_map(key(), value, 1..4).prop_map(object)
}

/// Entries in JavaScript's order: indices first, by number.
fn object(entries: BTreeMap<String, Json>) -> Json {
    let index = |key: &str| key.parse().ok().filter(|index: &u32| index.to_string() == key && *index < u32::MAX);
    let mut entries: Vec<_> = entries.into_iter().collect();
    entries.sort_by_key(|(key, _)| index(key).map_or((true, 0), |index| (false, index)));
    Json::Object(entries)
}

/// With another key where all are those of a list: the portal would make one of it, so no layout may have it.
fn not_a_list(mut entries: BTreeMap<String, Json>) -> BTreeMap<String, Json> {
    if (0..entries.len()).all(|index| entries.contains_key(&index.to_string())) {
        entries.insert("no list".into(), Json::String(String::new()));
    }
    entries
}

/// Any layout that may be saved.
pub(crate) fn any_layout() -> impl Strategy<Value = Layout> + Clone {
    layouts(any_options())
}

/// Any layout that may be saved through a form.
pub(crate) fn form_layout() -> impl Strategy<Value = Layout> + Clone {
    layouts(form_options())
}

fn layouts(options: impl Strategy<Value = Json> + Clone) -> impl Strategy<Value = Layout> + Clone {
    let details = (prop::option::of(any::<bool>()), prop::option::of(options));
    let elements = prop::collection::btree_map(any_name(), details, 0..8);
    // The names of a card's elements differ, so they are dealt out to its sections.
    let sections = prop::collection::btree_map(any_name(), any_name(), 1..4);
    (sections, elements, any::<u64>()).prop_map(|(sections, elements, deal)| {
        let count = sections.len();
        let mut dealt = vec![Vec::new(); count];
        for (index, (name, (flag, options))) in elements.into_iter().enumerate() {
            let hand = usize::try_from(deal >> (index * 8) & 0xFF).expect("a byte");
            dealt[hand % count].push(element(name, flag, options));
        }
        let sections = sections.into_iter().zip(dealt).map(|((name, title), elements)| {
            entries([
                ("name", Some(Json::String(name))),
                ("title", Some(Json::String(title))),
                ("elements", Some(Json::Array(elements))),
            ])
        });
        Layout::new(Json::Array(sections.collect())).expect("a layout")
    })
}

fn element(name: String, flag: Option<bool>, options: Option<Json>) -> Json {
    let flag = flag.map(|flag| Json::Number(f64::from(u8::from(flag))));
    entries([("name", Some(Json::String(name))), ("optionFlags", flag), ("options", options)])
}

fn entries<const N: usize>(entries: [(&str, Option<Json>); N]) -> Json {
    Json::Object(entries.into_iter().filter_map(|(key, value)| Some((key.into(), value?))).collect())
}
