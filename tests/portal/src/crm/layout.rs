//! The rules for a layout, and the form it is stored in.

use crate::php::{Array, Value, is_numeric, to_text, trim};
use crate::rest::{Failure, RestError};

/// The sections inside a stored layout: the first column's, where there are columns.
pub(crate) fn unwrap_column(value: &Value) -> Value {
    let Some(layout) = value.as_array() else { return value.clone() };
    match first_column(layout) {
        Some(column) => Value::Array(elements_of(column)),
        None => value.clone(),
    }
}

/// Checks `data` and gives back what is stored: one column with the sections.
pub(crate) fn check(data: Option<&Value>) -> Result<Value, Failure> {
    let data = data.and_then(Value::as_array).ok_or_else(|| RestError::method("Parameter 'data' must be array."))?;
    let sections = first_column(data).map_or_else(|| data.clone(), elements_of);
    if sections.is_empty() {
        return Err(RestError::method("There are no data to write.").into());
    }
    if !sections.is_list() {
        return Err(RestError::method("The data must be indexed array.").into());
    }
    let checked = sections.values().enumerate().map(|(index, section)| check_section(index, section));
    let checked = checked.collect::<Result<Vec<_>, _>>()?;
    let column: Array = [
        ("name", Value::from("default_column")),
        ("type", Value::from("column")),
        ("elements", Value::Array((0..).zip(checked).collect())),
    ]
    .into_iter()
    .collect();
    Ok(Value::Array([(0, column)].into_iter().collect()))
}

/// The first entry, if it is a column.
fn first_column(data: &Array) -> Option<&Array> {
    let first = data.get(0).and_then(Value::as_array)?;
    first.get("type").is_some_and(|kind| kind.is_exactly("column")).then_some(first)
}

/// PHP's `(array)` of a column's elements: nothing becomes empty, a scalar an array with that scalar.
fn elements_of(column: &Array) -> Array {
    match column.isset("elements") {
        None => Array::new(),
        Some(Value::Array(elements)) => elements.clone(),
        Some(scalar) => [(0, scalar.clone())].into_iter().collect(),
    }
}

fn check_section(index: usize, section: &Value) -> Result<Array, Failure> {
    let section = match section {
        Value::Array(section) => section.clone(),
        // PHP makes an array of null and false when the type is put in, and fails with any other scalar.
        Value::Null | Value::Bool(false) => Array::new(),
        _ => return Err(Failure::Crash),
    };
    let kind = section.isset("type").filter(|kind| !matches!(is_blank(kind), Ok(true)));
    if let Some(kind) = kind {
        is_blank(kind)?;
        if !kind.is_exactly("section") {
            return Err(wrong_type(index, kind));
        }
    }
    let name = section.isset("name").ok_or_else(|| section_lacks(index, "name"))?;
    if is_blank(name)? {
        return Err(section_lacks(index, "name"));
    }
    let title = section.isset("title").filter(|title| title.as_text().is_some());
    let title = title.ok_or_else(|| section_lacks(index, "title"))?;
    let elements = section.isset("elements").and_then(Value::as_array).cloned().unwrap_or_default();
    let stored: Array = [
        ("type", Value::from("section")),
        ("name", name.clone()),
        ("title", title.clone()),
        ("elements", Value::Array(check_elements(index, &elements)?)),
    ]
    .into_iter()
    .collect();
    Ok(stored)
}

/// Elements are looked for under 0, 1, … : a map has none of them.
fn check_elements(section: usize, elements: &Array) -> Result<Array, Failure> {
    let mut stored = Array::new();
    for index in (0..).take(elements.len()) {
        let lacks_name =
            || RestError::method(format!("Element at index {index} in section at index {section} does not have name."));
        let element = elements.get(index).and_then(Value::as_array).ok_or_else(lacks_name)?;
        let name = element.isset("name").ok_or_else(lacks_name)?;
        if is_blank(name)? {
            return Err(lacks_name().into());
        }
        stored.push(store_element(element, name));
    }
    Ok(stored)
}

/// Flags as they came if they are numeric, options if they are an array; nothing else.
fn store_element(element: &Array, name: &Value) -> Array {
    let mut stored: Array = [("name", name.clone())].into_iter().collect();
    if let Some(flags) = element.isset("optionFlags").filter(|flags| is_numeric(flags)) {
        stored.insert("optionFlags", flags.clone());
    }
    if let Some(options) = element.isset("options").filter(|options| options.as_array().is_some()) {
        stored.insert("options", options.clone());
    }
    stored
}

/// PHP's `trim(…) === ''`, which fails with an array.
fn is_blank(value: &Value) -> Result<bool, Failure> {
    to_text(value).map(|text| trim(&text).is_empty()).ok_or(Failure::Crash)
}

fn section_lacks(index: usize, what: &str) -> Failure {
    RestError::method(format!("Section at index {index} does not have {what}.")).into()
}

fn wrong_type(index: usize, kind: &Value) -> Failure {
    let kind = to_text(kind).unwrap_or_default();
    let before = format!("Section at index {index} have type '");
    RestError::method([before.as_bytes(), &kind, b"'. The expected type is 'section'."].concat()).into()
}
