use crate::card::{Json, UserId, string_or_integer};
use crate::error::{Error, ErrorKind};
use crate::protocol::answer::{Answer, Body, Fields, Reply};
use crate::protocol::{Call, Family, Request, fits_a_form};
use crate::strings::{concat, decimal, has_any, push_hexadecimal};
use alloc::string::String;
use alloc::vec::Vec;

/// Calls for the personal cards of several users, in one request (docs/portal.md §5).
///
/// Not every layout can be saved so. A command is a query, in which every value is a text, and PHP reads no more than 1,000 of
/// them; and the portal replaces `$result[x]` and its like in every text.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    family: Family,
    /// A method with its query for each call, under the key of its user.
    commands: Vec<(String, Json)>,
    /// The bytes of all commands.
    length: usize,
}

impl Batch {
    /// The portal takes no more commands at once.
    pub const MAX: usize = 50;
    /// The method's name.
    pub const METHOD: &str = "batch";
    /// The most bytes of all commands. PHP takes bodies of 8 MB where nothing else is set, and a form can write a byte as three.
    const MAX_LENGTH: usize = 1_000_000;

    /// A batch without calls.
    #[must_use]
    pub const fn new(family: Family) -> Self {
        Self { family, commands: Vec::new(), length: 0 }
    }

    /// Adds the call for this user's card, and answers whether there was a place for it: `false` in a full batch, and for a
    /// layout that would be changed.
    ///
    /// The keys of the commands begin with a letter: with numbers, the portal would make lists of the answer's containers.
    #[must_use]
    pub fn push(&mut self, user: UserId, call: &Call) -> bool {
        if self.commands.len() >= Self::MAX {
            return false;
        }
        let parameters = call.parameters(self.family);
        if !fits_a_form(&parameters) {
            return false;
        }
        let mut command = String::from(call.method(self.family));
        if let Json::Object(parameters) = &parameters {
            for (name, value) in parameters {
                write_query(name, value, &mut command);
            }
        }
        let length = self.length.saturating_add(command.len());
        let fits = length <= Self::MAX_LENGTH && !has_macro(&command);
        if fits {
            self.length = length;
            self.commands.push((key(user), Json::String(command)));
        }
        fits
    }

    /// The request that asks for all of it. One that fails does not keep the others from being done.
    #[must_use]
    pub fn request(self) -> Request {
        let mut parameters = Json::Object(Vec::with_capacity(2));
        parameters.put("halt", Json::Number(0.0));
        parameters.put("cmd", Json::Object(self.commands));
        Request { method: Self::METHOD, parameters }
    }
}

/// Takes a user's own answer out of the containers of a batch's answer. An error wins over a result beside it. A user in
/// neither container has no answer.
pub(crate) fn take_answer(containers: &mut Json, user: UserId) -> Result<Answer<Json>, Error> {
    let key = key(user);
    let mut take = |container: &str| containers.get_mut(container)?.take(&key);
    let mut fields = Fields { time: take("result_time"), ..Fields::default() };
    match take("result_error") {
        Some(mut error) => {
            fields.error = Some(error.take("error").unwrap_or(Json::Null));
            fields.error_description = error.take("error_description");
        }
        None => fields.result = take("result"),
    }
    let answer = Reply { status: None, body: Body::Json(fields) }.read();
    answer.map_err(|error| if error.kind == ErrorKind::UnexpectedAnswer { missing() } else { error })
}

fn key(user: UserId) -> String {
    concat(&["u", &decimal(user.get().into())])
}

fn missing() -> Error {
    Error::new(ErrorKind::UnexpectedAnswer, "UNEXPECTED_ANSWER", "The answer of the batch has none for this user.")
        .with_unknown_outcome()
}

/// Writes a value of this name to a query, as PHP reads it.
fn write_query(name: &str, value: &Json, query: &mut String) {
    let mut write_item = |key: &str, item| write_query(&concat(&[name, "[", key, "]"]), item, query);
    match value {
        Json::Array(items) => {
            for (index, item) in (0..u64::MAX).zip(items) {
                write_item(&decimal(index), item);
            }
        }
        Json::Object(entries) => {
            for (key, item) in entries {
                write_item(&encoded(key), item);
            }
        }
        value => {
            let separator = if has_any(query, b"?") { "&" } else { "?" };
            let value = encoded(&string_or_integer(value.clone()).unwrap_or_default());
            query.push_str(&concat(&[separator, name, "=", &value]));
        }
    }
}

/// A text as it stands in a query, a `$` as it is. The crate `percent-encoding` does the same, and is not proved to be without panics.
fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for (at, byte) in (0..usize::MAX).zip(text.bytes()) {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'$' | b'-' | b'.' | b'_') {
            encoded.push_str(text.get(at..=at).unwrap_or_default());
        } else {
            encoded.push('%');
            push_hexadecimal(&mut encoded, byte);
        }
    }
    encoded
}

/// Whether the portal could find something in a command that it replaces: `$result[x]`, `$next[x]`, `$total[x]`, `$time[x]` or
/// `$error[x]`, in any case. What begins like one counts.
fn has_macro(command: &str) -> bool {
    let mut before = 0;
    for byte in command.bytes() {
        if before == b'$' && b"entr".contains(&byte.to_ascii_lowercase()) {
            return true;
        }
        before = byte;
    }
    false
}

#[cfg(test)]
mod tests;
