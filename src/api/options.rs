use crate::api::arguments::{INVALID_OPTION, Named, invalid, shown};
use crate::api::connected::Connected;
use crate::connection::{BrowserClock, Client, property};
use crate::portal::{Error, Family};
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

/// `CallOptions`, checked.
#[derive(Default)]
pub(crate) struct Options {
    connection: Option<Connected>,
    family: Option<Family>,
    signal: Option<AbortSignal>,
    timeout: Option<f64>,
    retries: Option<f64>,
}

impl Options {
    /// Reads `options`, and where they say nothing, the `defaults`; either may be `undefined`.
    pub(crate) fn read(options: &JsValue, defaults: &JsValue) -> Result<Self, Error> {
        let mut read =
            if defaults.is_undefined() { Self::default() } else { Self::read(defaults, &JsValue::UNDEFINED)? };
        if options.is_undefined() {
            return Ok(read);
        }
        let named = Named::read(options, "options", &["connection", "family", "signal", "timeout", "retries"])?;
        let connection = named.get("connection");
        if !connection.is_undefined() {
            read.connection = Some(Connected::read(&connection)?);
        }
        let family = named.get("family");
        if !family.is_undefined() {
            read.family = Some(read_family(&family)?);
        }
        let signal = named.get("signal");
        if !signal.is_undefined() {
            read.signal = Some(read_signal(signal)?);
        }
        // Up to what a timer takes; a longer one would fire at once.
        let accepted = "a number of milliseconds from 1 to 2147483647";
        read_number(&named, "timeout", accepted, &mut read.timeout, |timeout| {
            (1.0..=f64::from(i32::MAX)).contains(&timeout)
        })?;
        read_number(&named, "retries", "a whole number from 0 to 100", &mut read.retries, |retries| {
            (0.0..=100.0).contains(&retries) && retries.fract() == 0.0
        })?;
        Ok(read)
    }

    /// The client they ask for, and the signal it is to heed.
    pub(crate) fn client(self) -> Result<(Client<Connected, BrowserClock>, Option<AbortSignal>), Error> {
        let connection = match self.connection {
            Some(connection) => connection,
            None => Connected::of_page()?,
        };
        let mut client = Client::new(connection, BrowserClock);
        client.family = self.family.unwrap_or(client.family);
        client.timeout = self.timeout.unwrap_or(client.timeout);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "read as a whole number up to 100")]
        if let Some(retries) = self.retries {
            client.retries = retries as u32;
        }
        Ok((client, self.signal))
    }
}

fn read_family(value: &JsValue) -> Result<Family, Error> {
    match value.as_string().as_deref() {
        Some("contact") => Ok(Family::Contact),
        Some("item") => Ok(Family::Item),
        _ => Err(refused("family", "'contact' or 'item'", value)),
    }
}

/// A signal of any realm, known by what it can do.
fn read_signal(value: JsValue) -> Result<AbortSignal, Error> {
    if property(&value, "aborted").as_bool().is_some() && property(&value, "addEventListener").is_function() {
        Ok(value.unchecked_into())
    } else {
        Err(refused("signal", "an AbortSignal", &value))
    }
}

fn read_number(
    named: &Named,
    name: &str,
    accepted: &str,
    into: &mut Option<f64>,
    valid: fn(f64) -> bool,
) -> Result<(), Error> {
    let value = named.get(name);
    match value.as_f64() {
        Some(number) if valid(number) => *into = Some(number),
        None if value.is_undefined() => {}
        _ => return Err(refused(name, accepted, &value)),
    }
    Ok(())
}

fn refused(name: &str, accepted: &str, value: &JsValue) -> Error {
    invalid(INVALID_OPTION, &[name, " must be ", accepted, ", not ", &shown(value), "."])
}
