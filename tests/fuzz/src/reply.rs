//! A reply is a success, or an error that says what the portal said.

use arbitrary::Unstructured;
use bx24_contact_card::card::Json;
use bx24_contact_card::protocol::{Body, Fields, Reply, ResponseTime};
use bx24_contact_card::{ErrorKind, Outcome};

use crate::generate;

pub(crate) fn check(input: &[u8]) {
    let Ok(reply) = generate::reply(&mut Unstructured::new(input)) else { return };
    match (reply.clone().read(), success(&reply)) {
        (Ok(answer), Some(result)) => {
            assert_eq!(answer.result, *result);
            check_time(answer.time.as_ref(), &reply);
        }
        (Err(error), None) => {
            assert_eq!((error.status, error.attempts, error.method), (reply.status, 0, None));
            assert!(!error.to_string().is_empty());
            if let Some((code, description)) = refusal(&reply) {
                assert_eq!((error.code.as_str(), error.description.as_str()), (&*code, &*description));
                assert!(error.kind != ErrorKind::UnexpectedAnswer);
            } else {
                assert_eq!(error.outcome, Outcome::Unknown);
                let expected = match reply.status {
                    Some(429 | 503) => ErrorKind::RateLimit,
                    Some(500..) => ErrorKind::Unavailable,
                    _ => ErrorKind::UnexpectedAnswer,
                };
                assert_eq!(error.kind, expected);
            }
        }
        (read, expected) => panic!("read as {read:?}, and it is {expected:?}"),
    }
}

fn check_time(time: Option<&ResponseTime>, reply: &Reply) {
    let sent = fields(reply).and_then(|fields| fields.time.as_ref()).filter(|time| matches!(time, Json::Object(_)));
    assert_eq!(time.is_some(), sent.is_some());
    let (Some(time), Some(sent)) = (time, sent) else { return };
    assert_eq!(time.start().map(Json::Number).as_ref(), sent.get("start").filter(|start| is_number(start)));
    let date = sent.get("date_start").filter(|date| matches!(date, Json::String(_)));
    assert_eq!(time.date_start().map(|date| Json::String(date.into())).as_ref(), date);
}

fn is_number(json: &Json) -> bool {
    matches!(json, Json::Number(_))
}

fn fields(reply: &Reply) -> Option<&Fields> {
    match &reply.body {
        Body::Json(fields) => Some(fields),
        Body::Empty | Body::NotJson => None,
    }
}

/// The result, where the reply is a success: no key `error`, and not the status of one (docs/portal.md §1).
pub(crate) fn success(reply: &Reply) -> Option<&Json> {
    let fields = fields(reply).filter(|fields| fields.error.is_none())?;
    fields.result.as_ref().filter(|_| reply.status.is_none_or(|status| status < 400))
}

/// The portal's code and text, where it refuses: they are strings or whole numbers, and anything else says nothing.
pub(crate) fn refusal(reply: &Reply) -> Option<(String, String)> {
    let Fields { error, error_description, .. } = fields(reply)?;
    let text = |json: &Json| text(json).unwrap_or_default();
    Some((text(error.as_ref()?), error_description.as_ref().map(text).unwrap_or_default()))
}

/// A string, or a whole number that a double holds exactly.
pub(crate) fn text(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone()),
        #[expect(clippy::cast_possible_truncation, reason = "whole, and far below the limit")]
        Json::Number(number) if number.fract() == 0.0 && number.abs() < 2_f64.powi(53) => {
            Some((*number as i64).to_string())
        }
        _ => None,
    }
}
