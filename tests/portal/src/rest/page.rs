//! Lists, of which a call gives a page.

use crate::php::{Array, Value};

/// How many items a page has.
const SIZE: usize = 50;

/// A page of a list, with what is said beside its items.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) items: Array,
    /// The items of the whole list.
    pub(crate) total: usize,
    /// Where the next page begins.
    pub(crate) next: Option<usize>,
}

impl Page {
    /// The page of a list in which the item number `start` is, counted from 0.
    pub(crate) fn of<T>(list: &[T], start: i64, describe: impl Fn(&T) -> Array) -> Self {
        let begin = usize::try_from(start).unwrap_or_default() / SIZE * SIZE;
        let items: Vec<_> = list.iter().skip(begin).take(SIZE).map(|item| Value::Array(describe(item))).collect();
        let end = begin.saturating_add(SIZE);
        Self { items: (0..).zip(items).collect(), total: list.len(), next: (end < list.len()).then_some(end) }
    }
}
