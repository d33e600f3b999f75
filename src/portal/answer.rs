use crate::card::{Json, Layout, Section};
use crate::portal::{Error, ErrorKind, ResponseTime, Retry};
use alloc::format;
use alloc::string::{String, ToString};
use serde::Serialize;

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
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer<T> {
    /// What the method promises.
    pub result: T,
    /// When and for how long the portal worked, where it says so.
    #[serde(skip_serializing_if = "Option::is_none")]
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
            match key.as_str() {
                "result" => result = Some(value),
                "time" => time = ResponseTime::read(Some(value)),
                "error" => code = Some(code_text(value)),
                "error_description" => {
                    if let Json::Text(text) = value {
                        description = text;
                    }
                }
                _ => {}
            }
        }
        if let Some(code) = code {
            return Err(Error::answered(code, description, status).let_go_at(time));
        }
        match (failed, result) {
            (Some(error), _) => Err(error),
            (None, Some(result)) if !matches!(status, Some(400..)) => Ok(Answer { result, time }),
            (None, Some(_)) => Err(unexpected(status, "The answer has a result, but the status of an error.")),
            (None, None) => Err(unexpected(status, "The answer has neither a result nor an error.")),
        }
    }
}

impl Error {
    /// A method blocked by the operating limit is free again when the answer's `time` says.
    fn let_go_at(mut self, time: Option<ResponseTime>) -> Self {
        if let (Retry::Late(at), Some(ResponseTime { operating_reset_at: Some(seconds), .. })) = (&mut self.retry, time)
        {
            *at = Some(seconds * 1000.0);
        }
        self
    }
}

/// Success is the literal `true` and nothing else.
pub(crate) fn confirmation(answer: Answer<Json>) -> Result<Answer<bool>, Error> {
    match answer.result {
        Json::Bool(true) => Ok(Answer { result: true, time: answer.time }),
        _ => Err(unexpected(None, "The portal answered, but not with true.")),
    }
}

/// A layout, or `None` where the portal's default is in force.
pub(crate) fn layout(answer: Answer<Json>) -> Result<Answer<Option<Layout>>, Error> {
    let result = match answer.result {
        Json::Null => None,
        layout => Some(
            Section::read_layout(layout)
                .map_err(|error| unexpected(None, format!("The answer is no layout: {error}.")))?,
        ),
    };
    Ok(Answer { result, time: answer.time })
}

fn unexpected(status: Option<u16>, description: impl Into<alloc::borrow::Cow<'static, str>>) -> Error {
    Error {
        status,
        ..Error::after_sending(ErrorKind::UnexpectedAnswer, "UNEXPECTED_ANSWER", description, Retry::Never)
    }
}

/// A code is a string, or a number; anything else says nothing.
fn code_text(code: Json) -> String {
    match code {
        Json::Text(text) => text,
        Json::Number(number) => crate::card::whole(number).map(|number| number.to_string()).unwrap_or_default(),
        _ => String::new(),
    }
}
