use crate::api::arguments::{invalid, named_values, shown};
use crate::api::connected::Connected;
use crate::connection::property;
use crate::portal::{Error, Family};
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

/// `CallOptions`, as far as they are given.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    pub(crate) connection: Option<Connected>,
    pub(crate) family: Option<Family>,
    pub(crate) signal: Option<AbortSignal>,
    pub(crate) timeout: Option<f64>,
    pub(crate) retries: Option<u32>,
}

impl Options {
    /// Reads `options`; `undefined` gives none.
    pub(crate) fn read(options: &JsValue) -> Result<Self, Error> {
        let mut read = Self::default();
        if options.is_undefined() {
            return Ok(read);
        }
        for (name, value) in
            named_values(options, "options", &["connection", "family", "signal", "timeout", "retries"])?
        {
            match name.as_str() {
                "connection" => read.connection = Some(Connected::read(&value)?),
                "family" => read.family = Some(family(&value)?),
                "signal" => read.signal = Some(signal(value)?),
                "timeout" => read.timeout = Some(timeout(&value)?),
                _ => read.retries = Some(retries(&value)?),
            }
        }
        Ok(read)
    }

    /// These options, and where they say nothing, the others.
    pub(crate) fn or(self, others: Self) -> Self {
        Self {
            connection: self.connection.or(others.connection),
            family: self.family.or(others.family),
            signal: self.signal.or(others.signal),
            timeout: self.timeout.or(others.timeout),
            retries: self.retries.or(others.retries),
        }
    }
}

fn family(value: &JsValue) -> Result<Family, Error> {
    match value.as_string().as_deref() {
        Some("contact") => Ok(Family::Contact),
        Some("item") => Ok(Family::Item),
        _ => Err(refused("family must be 'contact' or 'item'", value)),
    }
}

/// A signal of any realm, known by what it can do.
fn signal(value: JsValue) -> Result<AbortSignal, Error> {
    if property(&value, "aborted").as_bool().is_some() && property(&value, "addEventListener").is_function() {
        Ok(value.unchecked_into())
    } else {
        Err(refused("signal must be an AbortSignal", &value))
    }
}

/// Up to what a timer takes; a longer one would fire at once.
fn timeout(value: &JsValue) -> Result<f64, Error> {
    value
        .as_f64()
        .filter(|timeout| *timeout > 0.0 && *timeout <= f64::from(i32::MAX))
        .ok_or_else(|| refused("timeout must be a positive number of milliseconds up to 2147483647", value))
}

fn retries(value: &JsValue) -> Result<u32, Error> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number in range")]
    let whole = value
        .as_f64()
        .filter(|retries| retries.fract() == 0.0 && (0.0..=100.0).contains(retries))
        .map(|retries| retries as u32);
    whole.ok_or_else(|| refused("retries must be a whole number from 0 to 100", value))
}

fn refused(accepted: &str, value: &JsValue) -> Error {
    invalid("INVALID_OPTION", &[accepted, ", not ", &shown(value), "."])
}
