//! The parts of PHP that show through in the portal's answers: loosely typed values, ordered arrays that are lists and
//! maps at once, casts, query strings and JSON.

mod cast;
mod json;
mod query;
mod value;

pub(crate) use cast::{Parameter, is_numeric, readable_text, to_int, to_text, trim, truthy};
pub(crate) use json::{decode, encode, readable};
pub(crate) use query::{parse_pairs, parse_str, percent_decode};
pub(crate) use value::{Array, Key, Value};
