//! Values generated from a fuzzer's bytes. Without more bytes each of them ends, at its simplest.

use arbitrary::{Result, Unstructured};
use bx24_contact_card::card::Json;
use bx24_contact_card::protocol::{Body, Fields, Reply};
use bx24_contact_card::{Card, CardType, Error, Family, Transports, UserId};

/// Texts that mean something to the crate, which a fuzzer would be long in finding.
const WORDS: [&str; 24] = [
    "",
    "0",
    "1",
    "-0.0",
    "10e0",
    "true",
    "main",
    "Access denied.",
    "ACCESS_DENIED",
    "REST is available only on commercial plans.",
    "expired_token",
    "invalid_token",
    "insufficient_scope",
    "INVALID_CREDENTIALS",
    "QUERY_LIMIT_EXCEEDED",
    "OPERATION_TIME_LIMIT",
    "INTERNAL_SERVER_ERROR",
    "ERROR_UNEXPECTED_ANSWER",
    "CONNECTION_ERROR",
    "OVERLOAD_LIMIT",
    "PORTAL_DELETED",
    "ERROR_METHOD_NOT_FOUND",
    "ERROR_CORE",
    "100",
];

/// Likewise, keys of objects.
const KEYS: [&str; 9] =
    ["name", "title", "elements", "optionFlags", "options", "type", "start", "date_start", "operating_reset_at"];

/// Likewise, parts of addresses.
const PARTS: [&str; 20] = [
    "/",
    "https://",
    "http://",
    "portal.bitrix24.com",
    "localhost",
    "127.",
    "0.0.1",
    "[::1]",
    ".",
    ":8080",
    "rest",
    "1",
    "2147483648",
    "code",
    "@",
    "?",
    "#",
    "%2F",
    "..",
    "\\",
];

/// In bytes; more would be more of the same.
const LONGEST_ADDRESS: usize = 80;

const STATUSES: [u16; 11] = [200, 204, 302, 400, 401, 403, 404, 429, 500, 502, 503];

/// How deep lists and objects lie in each other.
const DEPTH: u32 = 5;

pub(crate) fn json(input: &mut Unstructured<'_>) -> Result<Json> {
    json_within(input, DEPTH)
}

fn json_within(input: &mut Unstructured<'_>, depth: u32) -> Result<Json> {
    Ok(match input.int_in_range(0..=if depth == 0 { 4 } else { 6 })? {
        0 => Json::Null,
        1 => Json::Bool(input.arbitrary()?),
        2 => Json::Number(input.arbitrary::<i8>()?.into()),
        // JSON knows no others.
        3 => Json::Number(Some(input.arbitrary()?).filter(|number: &f64| number.is_finite()).unwrap_or_default()),
        4 => Json::String(text(input)?),
        5 => {
            Json::Array((0..input.int_in_range(0..=3)?).map(|_| json_within(input, depth - 1)).collect::<Result<_>>()?)
        }
        _ => {
            let entries = (0..input.int_in_range(0..=4)?).map(|_| Ok((key(input)?, json_within(input, depth - 1)?)));
            Json::Object(entries.collect::<Result<_>>()?)
        }
    })
}

fn key(input: &mut Unstructured<'_>) -> Result<String> {
    word_or_any(input, &KEYS)
}

fn text(input: &mut Unstructured<'_>) -> Result<String> {
    word_or_any(input, &WORDS)
}

fn word_or_any(input: &mut Unstructured<'_>, words: &[&str]) -> Result<String> {
    let index: usize = input.int_in_range(0..=words.len())?;
    words.get(index).map_or_else(|| input.arbitrary(), |word| Ok((*word).to_owned()))
}

/// Parts of addresses, and other characters.
pub(crate) fn address(input: &mut Unstructured<'_>) -> Result<String> {
    let mut address = String::new();
    while !input.is_empty() && address.len() < LONGEST_ADDRESS {
        match PARTS.get(input.int_in_range(0..=PARTS.len())?) {
            Some(part) => address.push_str(part),
            None => address.push(input.arbitrary()?),
        }
    }
    Ok(address)
}

pub(crate) fn reply(input: &mut Unstructured<'_>) -> Result<Reply> {
    let status = match input.int_in_range(0..=3)? {
        0 => None,
        1 => Some(input.arbitrary()?),
        _ => Some(*input.choose(&STATUSES)?),
    };
    let body = match input.int_in_range(0..=7)? {
        0 => Body::Empty,
        1 => Body::NotJson,
        2 => said(Some(Json::Bool(true)), None),
        3..=4 => said(None, Some(Json::String(text(input)?))),
        _ => Body::Json(Fields {
            result: perhaps(input, json)?,
            error: perhaps(input, json)?,
            error_description: perhaps(input, json)?,
            time: perhaps(input, json)?,
        }),
    };
    Ok(Reply { status, body })
}

fn said(result: Option<Json>, error: Option<Json>) -> Body {
    Body::Json(Fields { result, error, ..Fields::default() })
}

fn perhaps<T>(
    input: &mut Unstructured<'_>,
    make: impl FnOnce(&mut Unstructured<'_>) -> Result<T>,
) -> Result<Option<T>> {
    if input.arbitrary()? { make(input).map(Some) } else { Ok(None) }
}

/// The error of one command of a batch.
pub(crate) fn error(input: &mut Unstructured<'_>) -> Result<Json> {
    Ok(Json::Object(vec![
        ("error".into(), Json::String(text(input)?)),
        ("error_description".into(), Json::String(text(input)?)),
    ]))
}

/// The error of a portal that says no.
pub(crate) fn refused(status: u16, code: &str) -> Error {
    let reply = Reply { status: Some(status), body: said(None, Some(Json::String(code.into()))) };
    reply.read().expect_err("it says no")
}

pub(crate) fn card(input: &mut Unstructured<'_>) -> Result<Card> {
    Ok(match input.int_in_range(0..=2)? {
        0 => Card::Common,
        1 => Card::Personal(None),
        _ => Card::Personal(UserId::try_from(input.arbitrary::<u32>()?).ok()),
    })
}

/// A family of methods, and the kind of cards that they are asked for.
pub(crate) fn family(input: &mut Unstructured<'_>) -> Result<Family> {
    let card_type = match input.int_in_range(0..=3)? {
        0 => return Ok(Family::Contact),
        1 => Some(CardType::CONTACT),
        2 => Some(CardType::deal(input.arbitrary()?)),
        _ => CardType::smart_process(input.arbitrary()?, Some(input.arbitrary()?)),
    };
    Ok(Family::Item(card_type.unwrap_or(CardType::REPEAT_LEAD)))
}

pub(crate) fn transports(input: &mut Unstructured<'_>) -> Result<Transports> {
    Ok(match input.int_in_range(0..=5)? {
        0..=2 => Transports::Fetch,
        3 => Transports::Library,
        4 => Transports::LibraryAndFetch,
        _ => Transports::NoToken { can_await: input.arbitrary()?, can_renew: input.arbitrary()? },
    })
}
