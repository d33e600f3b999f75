use crate::card::{Json, Layout, Section};
use crate::portal::{Error, ErrorKind, ResponseTime};
use alloc::borrow::Cow;
use alloc::string::{String, ToString};

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
    /// It is JSON, as every answer of a portal.
    Json(Json),
    /// There is none.
    Empty,
    /// It is something else, such as the HTML page of a server in front of the portal, or beyond all measure.
    NotJson,
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
    /// Tells an answer from an error. The key `error` makes it one, whatever its value and the status (portal facts §1).
    ///
    /// # Errors
    ///
    /// The portal's error, or `unexpected-answer` where there is neither an error nor a result.
    pub fn read(self) -> Result<Answer<Json>, Error> {
        let Self { status, body } = self;
        let failed = match status {
            Some(status @ (429 | 500..)) => Error::status_alone(status),
            _ => None,
        };
        let entries = match body {
            Body::Json(Json::Object(entries)) => entries,
            Body::Json(_) => return Err(failed.unwrap_or(unexpected(status, "The answer is JSON, but no object."))),
            Body::Empty => return Err(failed.unwrap_or(unexpected(status, "The answer is empty."))),
            Body::NotJson => {
                return Err(failed.unwrap_or(unexpected(status, "The answer is not the JSON of a portal.")));
            }
        };
        let (mut result, mut time, mut code, mut description) = (None, None, None, String::new());
        for (key, value) in entries {
            match (key.as_str(), value) {
                ("result", value) => result = Some(value),
                ("time", value) => time = ResponseTime::read(value),
                ("error", value) => code = Some(code_text(value)),
                ("error_description", Json::Text(text)) => description = text,
                _ => {}
            }
        }
        if let Some(code) = code {
            let mut error = Error::answered(code, description, status);
            error.free_at = time.and_then(|time| time.operating_reset_at()).map(|seconds| seconds * 1000.0);
            return Err(error);
        }
        match (failed, result) {
            (Some(error), _) => Err(error),
            (None, Some(result)) if !matches!(status, Some(400..)) => Ok(Answer { result, time }),
            (None, Some(_)) => Err(unexpected(status, "The answer has a result, but the status of an error.")),
            (None, None) => Err(unexpected(status, "The answer has neither a result nor an error.")),
        }
    }
}

/// Success is the literal `true` and nothing else.
pub(crate) fn confirmation(result: &Json) -> Result<(), Error> {
    match result {
        Json::Bool(true) => Ok(()),
        _ => Err(unexpected(None, "The portal answered, but not with true.")),
    }
}

/// A layout, or `None` where the portal's default is in force.
pub(crate) fn layout(result: Json) -> Result<Option<Layout>, Error> {
    match result {
        Json::Null => Ok(None),
        layout => match Section::read_layout(layout) {
            Ok(layout) => Ok(Some(layout)),
            Err(error) => Err(unexpected(None, ["The answer is no layout: ", &error.to_string(), "."].concat())),
        },
    }
}

fn unexpected(status: Option<u16>, description: impl Into<Cow<'static, str>>) -> Error {
    let mut error = Error::new(ErrorKind::UnexpectedAnswer, "UNEXPECTED_ANSWER", description).in_doubt();
    error.status = status;
    error
}

/// A code is a string, or a number; anything else says nothing.
fn code_text(code: Json) -> String {
    match code {
        Json::Text(text) => text,
        Json::Number(number) => crate::card::whole(number).map(|number| number.to_string()).unwrap_or_default(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Body, Reply, confirmation, layout};
    use crate::card::Json;
    use crate::portal::{Error, ErrorKind, Outcome};
    use alloc::string::{String, ToString};
    use alloc::vec;
    use alloc::vec::Vec;
    use proptest::prelude::*;

    fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
        Json::Object(entries.map(|(key, value)| (key.to_string(), value)).into())
    }

    fn read(status: u16, body: Body) -> Result<Answer<Json>, Error> {
        Reply { status: Some(status), body }.read()
    }

    fn text(text: &str) -> Json {
        Json::Text(text.into())
    }

    #[test]
    fn success_is_true_with_or_without_time() {
        let bare = read(200, Body::Json(object([("result", Json::Bool(true))]))).unwrap();
        assert!(confirmation(&bare.result).is_ok());
        assert_eq!(bare.time, None);

        let time = object([("start", Json::Number(5.0)), ("duration", text("0.1")), ("date_start", text("2026"))]);
        let timed =
            read(200, Body::Json(object([("result", Json::Bool(true)), ("time", time)]))).unwrap().time.unwrap();
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
            Json::List(vec![]),
            object([]),
        ];
        for result in results {
            let error = confirmation(&result).unwrap_err();
            assert_eq!((error.kind, error.outcome), (ErrorKind::UnexpectedAnswer, Outcome::Unknown), "{result:?}");
        }
    }

    #[test]
    fn an_error_beside_a_result_is_an_error() {
        let body =
            object([("result", Json::Bool(true)), ("error", text("")), ("error_description", text("Access denied."))]);
        for status in [200, 400] {
            let error = read(status, Body::Json(body.clone())).unwrap_err();
            assert_eq!((error.kind, &*error.code, error.status), (ErrorKind::AccessDenied, "", Some(status)));
        }
    }

    #[test]
    fn codes_can_be_numbers_or_nothing() {
        for (code, expected) in [(Json::Number(100.0), "100"), (Json::Null, ""), (object([]), "")] {
            let error = read(400, Body::Json(object([("error", code)]))).unwrap_err();
            assert_eq!((&*error.code, error.kind), (expected, ErrorKind::Rejected));
        }
    }

    #[test]
    fn what_is_no_answer_is_told_by_its_status() {
        let bodies = [
            Body::Empty,
            Body::NotJson,
            Body::Json(Json::Null),
            Body::Json(Json::List(vec![])),
            Body::Json(object([])),
        ];
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
        let body = Body::Json(object([("result", Json::Bool(true))]));
        assert_eq!(read(404, body.clone()).unwrap_err().kind, ErrorKind::UnexpectedAnswer);
        assert_eq!(read(500, body.clone()).unwrap_err().kind, ErrorKind::Unavailable);
        assert!(Reply { status: None, body }.read().is_ok());
    }

    #[test]
    fn the_operating_limit_says_when_it_lets_go() {
        let time = object([("operating_reset_at", Json::Number(1_700_000_000.0))]);
        let body = object([("error", text("OPERATION_TIME_LIMIT")), ("time", time)]);
        assert_eq!(read(429, Body::Json(body)).unwrap_err().free_at, Some(1_700_000_000_000.0));
    }

    #[test]
    fn a_card_is_a_layout_or_null() {
        assert_eq!(layout(Json::Null).unwrap(), None);
        assert_eq!(layout(Json::List(vec![])).unwrap(), Some(vec![]));
        let error = layout(object([])).unwrap_err();
        assert_eq!(error.kind, ErrorKind::UnexpectedAnswer);
        assert_eq!(error.description, "The answer is no layout: the card is an empty object.");
    }

    proptest! {
        #[test]
        fn every_reply_is_read(
            status in prop::option::of(any::<u16>()),
            entries in prop::collection::vec((
                prop_oneof![Just("result"), Just("error"), Just("error_description"), Just("time"), Just("next")],
                prop_oneof![Just(Json::Null), any::<bool>().prop_map(Json::Bool), ".{0,20}".prop_map(Json::Text),
                    any::<f64>().prop_map(Json::Number), Just(Json::List(vec![])), Just(Json::Object(vec![]))],
            ), 0..6),
        ) {
            let has_error = entries.iter().any(|(key, _)| *key == "error");
            let entries: Vec<(String, Json)> = entries.into_iter().map(|(key, value)| (key.into(), value)).collect();
            let has_result = entries.iter().any(|(key, _)| key == "result");
            let read = Reply { status, body: Body::Json(Json::Object(entries)) }.read();
            prop_assert_eq!(read.is_ok(), has_result && !has_error && !matches!(status, Some(400..)));
        }
    }
}
