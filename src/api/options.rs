use crate::api::arguments::{self, INVALID_OPTION, Properties, invalid};
use crate::api::connection::ConnectionHandle;
use crate::card::CardType;
use crate::connection::{property, shown};
use crate::engine::{RETRIES, RateLimit, TIMEOUT};
use crate::error::Error;
use crate::protocol::Family;
use js_sys::Function;
use wasm_bindgen::prelude::*;

/// `CallOptions`, checked.
pub(crate) struct Options {
    /// None: that of the page.
    connection: Option<ConnectionHandle>,
    pub(crate) family: Family,
    /// An `AbortSignal`.
    pub(crate) signal: Option<JsValue>,
    /// Milliseconds.
    pub(crate) timeout: f64,
    pub(crate) retries: u32,
    /// Of a reset: to read the card first. Of a reading: to give it as a backup too.
    pub(crate) backup: bool,
    /// Of a bulk operation: milliseconds for all of it; infinite without a bound.
    pub(crate) total_timeout: f64,
    /// Of a bulk operation: what the portal takes.
    pub(crate) limit: RateLimit,
    /// Of a bulk operation: told how far it is. Of an edit, which has it as an argument: makes the layout that is to be saved.
    pub(crate) listener: Option<Function>,
}

impl Options {
    /// Reads `options`, and where they say nothing, the `defaults`; either may be `undefined`. `accepted` are the names of
    /// the options.
    pub(crate) fn read(options: &JsValue, defaults: &JsValue, accepted: &[&'static str]) -> Result<Self, Error> {
        let mut given = Properties::none();
        for (object, accepted) in [(defaults, DEFAULTS), (options, accepted)] {
            if !object.is_undefined() {
                given.add(object, "options", accepted)?;
            }
        }
        let option = |name| given.get(name);
        let family = read_family(&option("family"), &option("type"))?;
        let timeout = read_number("timeout", &option("timeout"), TIMEOUT, &MILLISECONDS)?;
        let total_timeout = read_number("totalTimeout", &option("totalTimeout"), f64::INFINITY, &MILLISECONDS)?;
        let retries = read_number("retries", &option("retries"), f64::from(RETRIES), &RETRY_COUNT)?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number up to 100")]
        let retries = retries as u32;
        let limit = read_limit(&option("limit"))?;
        let on_progress = option("onProgress");
        if !on_progress.is_undefined() && !on_progress.is_function() {
            return Err(refused("onProgress", "a function", &on_progress));
        }
        let listener = on_progress.dyn_into().ok();
        let backup = read_switch("backup", &option("backup"))?;
        let signal = read_signal(option("signal"))?;
        let connection = option("connection");
        let connection = if connection.is_undefined() { None } else { Some(ConnectionHandle::read(&connection)?) };
        Ok(Self { connection, family, signal, timeout, retries, backup, total_timeout, limit, listener })
    }

    /// Takes the connection: the given one, or that of the page.
    pub(crate) fn take_connection(&mut self) -> Result<ConnectionHandle, Error> {
        self.connection.take().map_or_else(ConnectionHandle::of_page, ConnectionHandle::usable)
    }
}

/// All options. Those of each function are a part of them.
static NAMES: [&str; 9] =
    ["totalTimeout", "limit", "onProgress", "connection", "family", "signal", "timeout", "retries", "backup"];
/// The options of a bulk reset and of a bulk reading.
pub(crate) static BULK_BACKUP: &[&str] = &NAMES;
/// The options of a bulk restoring.
pub(crate) static BULK: &[&str] = NAMES.split_at(8).0;
/// The options of a reset and of a reading.
pub(crate) static BACKUP: &[&str] = NAMES.split_at(3).1;
/// The options of every call.
pub(crate) static CALL: &[&str] = BULK.split_at(3).1;
/// What holds where a call says nothing: options of every call, and the type of `crmCard`.
static DEFAULTS: &[&str] = &["connection", "family", "signal", "timeout", "retries", "type"];

fn read_switch(name: &str, value: &JsValue) -> Result<bool, Error> {
    let switch = if value.is_undefined() { Some(false) } else { value.as_bool() };
    switch.ok_or_else(|| refused(name, "true or false", value))
}

/// A range of numbers that are accepted.
struct Range {
    least: f64,
    most: f64,
    is_whole: bool,
    /// The range in words.
    accepted: &'static str,
}

/// Up to what a timer takes; a longer time would be over at once.
const MILLISECONDS: Range = Range {
    least: 1.0,
    most: 2_147_483_647.0,
    is_whole: false,
    accepted: "a number of milliseconds from 1 to 2147483647",
};

const RETRY_COUNT: Range = Range { least: 0.0, most: 100.0, is_whole: true, accepted: "a whole number from 0 to 100" };

fn read_number(name: &str, value: &JsValue, otherwise: f64, range: &Range) -> Result<f64, Error> {
    if value.is_undefined() {
        return Ok(otherwise);
    }
    let is_valid =
        |number: &f64| (range.least..=range.most).contains(number) && (!range.is_whole || number.fract() == 0.0);
    value.as_f64().filter(is_valid).ok_or_else(|| refused(name, range.accepted, value))
}

fn read_limit(value: &JsValue) -> Result<RateLimit, Error> {
    if value.is_undefined() {
        return Ok(RateLimit::CLOUD);
    }
    let properties = Properties::read(value, "limit", &["burst", "perSecond"])?;
    let number = |name| properties.get(name).as_f64().unwrap_or_default();
    RateLimit::new(number("burst"), number("perSecond")).map_err(|_| refused("limit", LIMIT, value))
}

/// A timer cannot wait for longer until the bucket is empty.
const LIMIT: &str = "{ burst, perSecond }, numbers from 2 and from 0.01 up to 1000000, burst / perSecond up to 2147483";

/// `card_type` is `undefined` for contacts.
fn read_family(value: &JsValue, card_type: &JsValue) -> Result<Family, Error> {
    if !card_type.is_undefined() {
        let is_accepted = value.is_undefined() || *value == "item";
        let family = || arguments::card_type(card_type).map(Family::Item);
        return if is_accepted { family() } else { Err(refused("family", "'item' with crmCard", value)) };
    }
    if value.is_undefined() || *value == "contact" {
        Ok(Family::Contact)
    } else if *value == "item" {
        Ok(Family::Item(CardType::CONTACT))
    } else {
        Err(refused("family", "'contact' or 'item'", value))
    }
}

/// A signal of any realm, known by what it can do.
fn read_signal(value: JsValue) -> Result<Option<JsValue>, Error> {
    if value.is_undefined() {
        Ok(None)
    } else if property(&value, "aborted").as_bool().is_some() && property(&value, "addEventListener").is_function() {
        Ok(Some(value))
    } else {
        Err(refused("signal", "an AbortSignal", &value))
    }
}

fn refused(name: &str, accepted: &str, value: &JsValue) -> Error {
    invalid(INVALID_OPTION, &[name, " must be ", accepted, ", not ", &shown(value), "."])
}
