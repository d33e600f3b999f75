use crate::card::{Json, Layout, string_or_integer};
use crate::error::{Error, ErrorKind};
use crate::protocol::ResponseTime;
use crate::strings::concat;
use alloc::string::String;

/// What came back for one request.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// The HTTP status, where the connection tells.
    pub status: Option<u16>,
    /// The body.
    pub body: Body,
}

/// The body of a reply.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// It is JSON, as every answer of a portal; what is no object has none of the fields.
    Json(Fields),
    /// There is none.
    Empty,
    /// It is something else, such as the HTML page of a server in front of the portal, or JSON that is too deep or too long.
    NotJson,
}

/// The fields of an answer that are looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields {
    /// `result`
    pub result: Option<Json>,
    /// `error`: there only when it failed.
    pub error: Option<Json>,
    /// `error_description`
    pub error_description: Option<Json>,
    /// `time`
    pub time: Option<Json>,
}

/// A successful answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer<T> {
    /// What the method promises.
    pub result: T,
    /// When and for how long the portal worked, where it says so.
    pub time: Option<ResponseTime>,
}

impl Reply {
    /// Replaces a secret of the request in the texts of the errors, where a portal, or a proxy before it, may repeat it. One of
    /// eight bytes or less may be a part of any word, and stays.
    pub fn hide(&mut self, secret: &str) {
        let Body::Json(fields) = &mut self.body else { return };
        let of_batch = match &mut fields.result {
            Some(Json::Object(members)) => members.iter_mut().find(|(name, _)| name == "result_error"),
            _ => None,
        };
        let of_batch = of_batch.map(|(_, errors)| errors);
        let errors = [fields.error.as_mut(), fields.error_description.as_mut(), of_batch];
        if secret.len() > 8 {
            errors.into_iter().flatten().for_each(|error| hide(error, secret));
        }
    }

    /// Tells an answer from an error. The key `error` makes it one, whatever its value and the status (docs/portal.md §1).
    ///
    /// # Errors
    ///
    /// The portal's error, or `unexpected-answer` where there is neither an error nor a result.
    pub fn read(self) -> Result<Answer<Json>, Error> {
        let Self { status, mut body } = self;
        let failed = match status {
            Some(status @ (429 | 500..)) => Error::from_status(status),
            _ => None,
        };
        let nothing = &mut Fields::default();
        let (fields, otherwise) = match &mut body {
            Body::Json(fields) => (fields, "The answer is neither a result nor an error."),
            Body::Empty => (nothing, "The answer is empty."),
            Body::NotJson => (nothing, "The answer is not the JSON of a portal."),
        };
        let time = fields.time.take().and_then(ResponseTime::read);
        if let Some(code) = fields.error.take() {
            // A code is a string, or a number; anything else says nothing.
            let description = fields.error_description.take().and_then(string_or_integer).unwrap_or_default();
            let mut error = Error::from_portal(string_or_integer(code).unwrap_or_default(), description, status);
            error.retry_after = time.as_ref().and_then(ResponseTime::operating_limit_ends_in);
            return Err(error);
        }
        if let Some(error) = failed {
            return Err(error);
        }
        match fields.result.take() {
            Some(_) if matches!(status, Some(400..)) => {
                Err(unexpected(status, "The answer is a result with the status of an error."))
            }
            Some(result) => Ok(Answer { result, time }),
            None => Err(unexpected(status, otherwise)),
        }
    }
}

fn hide(value: &mut Json, secret: &str) {
    match value {
        Json::String(text) => *text = without(text, secret),
        Json::Array(items) => items.iter_mut().for_each(|item| hide(item, secret)),
        Json::Object(members) => members.iter_mut().for_each(|(_, member)| hide(member, secret)),
        _ => {}
    }
}

/// A text with asterisks for a secret, which is not empty. The standard library's own replacement can panic, for all the compiler
/// can tell.
fn without(text: &str, secret: &str) -> String {
    let (mut shown, mut rest) = (String::new(), text.chars());
    loop {
        if let Some(after) = rest.as_str().strip_prefix(secret) {
            shown.push_str("***");
            rest = after.chars();
        } else if let Some(character) = rest.next() {
            shown.push(character);
        } else {
            return shown;
        }
    }
}

/// The result of a method that changes a card: the literal `true`, and nothing else, is success.
pub(crate) fn read_confirmation(result: &Json) -> Result<(), Error> {
    match result {
        Json::Bool(true) => Ok(()),
        _ => Err(unexpected(None, "The answer is not true.")),
    }
}

/// The result of a method that reads a card: a layout, or `None` where the portal's default is in force.
pub(crate) fn read_layout(result: Json) -> Result<Option<Layout>, Error> {
    match result {
        Json::Null => Ok(None),
        layout => match Layout::read(layout) {
            Ok(layout) => Ok(Some(layout)),
            Err(error) => Err(unexpected(None, &concat(&["The answer is no layout: ", error.message(), "."]))),
        },
    }
}

fn unexpected(status: Option<u16>, description: &str) -> Error {
    let mut error = Error::new(ErrorKind::UnexpectedAnswer, "UNEXPECTED_ANSWER", description).with_unknown_outcome();
    error.status = status;
    error
}

#[cfg(test)]
mod tests {
    use super::{Answer, Body, Fields, Reply, read_confirmation, read_layout};
    use crate::card::Json;
    use crate::error::{Error, ErrorKind, Outcome};
    use alloc::string::ToString;
    use alloc::vec;
    use proptest::prelude::*;

    fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
        Json::Object(entries.map(|(key, value)| (key.to_string(), value)).into())
    }

    fn read(status: u16, body: Body) -> Result<Answer<Json>, Error> {
        Reply { status: Some(status), body }.read()
    }

    fn text(text: &str) -> Json {
        Json::String(text.into())
    }

    fn result(result: Json) -> Body {
        Body::Json(Fields { result: Some(result), ..Fields::default() })
    }

    fn error(code: Json, description: &str) -> Fields {
        Fields { error: Some(code), error_description: Some(text(description)), ..Fields::default() }
    }

    #[test]
    fn a_secret_is_hidden_in_errors_and_in_nothing_else() {
        let said = "€ The code adm1secret, adm1adm1secretadm1secret, is adm1secre";
        let hidden = "€ The code ***, adm1******, is adm1secre";
        let batch = |description| {
            let error = object([("error", text("")), ("error_description", text(description))]);
            object([("result", text(said)), ("result_error", object([("1", Json::Array(vec![error]))]))])
        };
        let body =
            |description, code| Body::Json(Fields { result: Some(batch(description)), ..error(code, description) });
        let mut reply = Reply { status: Some(401), body: body(said, text("E_adm1secret")) };
        reply.hide("secret");
        reply.hide("m1secret");
        reply.hide("");
        assert_eq!(reply.body, body(said, text("E_adm1secret")), "too short to be one");
        reply.hide("adm1secret");
        assert_eq!(reply.body, body(hidden, text("E_***")));
        let mut other = Reply { status: None, body: Body::NotJson };
        other.hide("adm1secret");
        assert_eq!(other, Reply { status: None, body: Body::NotJson });
    }

    #[test]
    fn success_is_true_with_or_without_time() {
        let bare = read(200, result(Json::Bool(true))).unwrap();
        assert!(read_confirmation(&bare.result).is_ok());
        assert_eq!(bare.time, None);

        let time = object([("start", Json::Number(5.0)), ("duration", text("0.1")), ("date_start", text("2026"))]);
        let fields = Fields { result: Some(Json::Bool(true)), time: Some(time), ..Fields::default() };
        let timed = read(200, Body::Json(fields)).unwrap().time.unwrap();
        assert_eq!((timed.start(), timed.date_start()), (Some(5.0), Some("2026")));
        assert_eq!((timed.duration(), timed.finish(), timed.date_finish()), (None, None, None));
    }

    #[test]
    fn nothing_but_true_is_success() {
        let results = [
            Json::Bool(false),
            Json::Number(1.0),
            text("true"),
            text("yes"),
            Json::Null,
            Json::Array(vec![]),
            object([]),
        ];
        for result in results {
            let error = read_confirmation(&result).unwrap_err();
            assert_eq!((error.kind, error.outcome), (ErrorKind::UnexpectedAnswer, Outcome::Unknown), "{result:?}");
        }
    }

    #[test]
    fn an_error_beside_a_result_is_an_error() {
        let body = Fields { result: Some(Json::Bool(true)), ..error(text(""), "Access denied.") };
        for status in [200, 400] {
            let error = read(status, Body::Json(body.clone())).unwrap_err();
            assert_eq!((error.kind, error.code.as_str(), error.status), (ErrorKind::AccessDenied, "", Some(status)));
        }
    }

    #[test]
    fn codes_can_be_numbers_or_nothing() {
        for (code, expected) in [(Json::Number(100.0), "100"), (Json::Null, ""), (object([]), "")] {
            let error = read(400, Body::Json(error(code, "text"))).unwrap_err();
            assert_eq!((&*error.code, error.kind), (expected, ErrorKind::Rejected));
        }
    }

    #[test]
    fn what_is_no_answer_is_told_by_its_status() {
        let bodies = [Body::Empty, Body::NotJson, Body::Json(Fields::default())];
        for body in bodies {
            let kind = |status| read(status, body.clone()).unwrap_err().kind;
            for status in [200, 204, 401, 403, 404] {
                assert_eq!(kind(status), ErrorKind::UnexpectedAnswer, "{status} {body:?}");
            }
            assert_eq!(kind(500), ErrorKind::Unavailable, "{body:?}");
            assert_eq!(kind(503), ErrorKind::RateLimit, "{body:?}");
            assert_eq!(kind(429), ErrorKind::RateLimit, "{body:?}");
        }
    }

    #[test]
    fn a_result_with_the_status_of_an_error_is_no_success() {
        let body = result(Json::Bool(true));
        assert_eq!(read(404, body.clone()).unwrap_err().kind, ErrorKind::UnexpectedAnswer);
        assert_eq!(read(500, body.clone()).unwrap_err().kind, ErrorKind::Unavailable);
        assert!(Reply { status: None, body }.read().is_ok());
    }

    #[test]
    fn the_operating_limit_says_when_it_lets_go() {
        let time = [("operating_reset_at", 1_700_000_060.5), ("finish", 1_700_000_000.25)];
        let time = object(time.map(|(name, seconds)| (name, Json::Number(seconds))));
        let body = Fields { time: Some(time), ..error(text("OPERATION_TIME_LIMIT"), "blocked") };
        assert_eq!(read(429, Body::Json(body)).unwrap_err().retry_after, Some(60_250.0));
    }

    #[test]
    fn a_card_is_a_layout_or_null() {
        assert_eq!(read_layout(Json::Null).unwrap(), None);
        let one = Json::Array(vec![object([("name", text("main"))])]);
        assert!(read_layout(one).unwrap().is_some_and(|layout| layout.sections().count() == 1));
        let error = read_layout(object([])).unwrap_err();
        assert_eq!(error.kind, ErrorKind::UnexpectedAnswer);
        assert_eq!(error.description, "The answer is no layout: the card is not a list of sections.");
    }

    fn any_value() -> impl Strategy<Value = Json> {
        prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::Bool),
            any::<f64>().prop_map(Json::Number),
            ".{0,20}".prop_map(Json::String),
            Just(Json::Array(vec![])),
            Just(object([("start", Json::Number(5.0))])),
        ]
    }

    proptest! {
        #[test]
        fn every_reply_is_read(
            status in prop::option::of(any::<u16>()),
            result in prop::option::of(any_value()),
            error in prop::option::of(any_value()),
            error_description in prop::option::of(any_value()),
            time in prop::option::of(any_value()),
        ) {
            let success = result.is_some() && error.is_none() && !matches!(status, Some(400..));
            let body = Body::Json(Fields { result, error, error_description, time });
            prop_assert_eq!(Reply { status, body }.read().is_ok(), success);
        }
    }
}
