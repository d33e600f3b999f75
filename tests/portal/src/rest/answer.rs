//! What a method returned, and the `time` object around it.

use super::Failure;
use crate::php::{Array, Value};
use serde::{Deserialize, Serialize};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

/// A method's result, or why there is none.
pub(crate) type Outcome = Result<Value, Failure>;

/// How `time` is given: portals differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct TimeShape {
    /// `start` and `processing` in whole seconds, as newer portals give them.
    pub(crate) integer_start: bool,
    /// `operating` and `operating_reset_at` even where no operating limit is set.
    pub(crate) operating: bool,
}

/// The figures of the operating limit for one method.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Operating {
    /// Seconds of run time used in the window.
    pub(crate) used: f64,
    /// When the oldest of them leaves it, in seconds since 1970.
    pub(crate) reset_at: Option<i64>,
}

/// When a call started and finished.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Timing {
    pub(crate) start: SystemTime,
    pub(crate) processing: Duration,
    pub(crate) operating: Option<Operating>,
}

impl Timing {
    /// The `time` object.
    pub(crate) fn to_array(self, shape: TimeShape) -> Array {
        let finish = SystemTime::now();
        let start = if shape.integer_start { whole(self.start) } else { seconds(self.start) };
        let processing = self.processing.as_secs_f64();
        let mut time: Array = [
            ("start", number(start, shape.integer_start)),
            ("finish", Value::Float(seconds(finish))),
            ("duration", Value::Float(seconds(finish) - start)),
            ("processing", number(processing, shape.integer_start)),
            ("date_start", Value::from(iso8601(self.start))),
            ("date_finish", Value::from(iso8601(finish))),
        ]
        .into_iter()
        .collect();
        let operating = self.operating.or(shape.operating.then_some(Operating {
            used: processing,
            reset_at: i64::try_from(RESET_AFTER.as_secs()).ok().map(|after| unix_seconds(finish) + after),
        }));
        if let Some(operating) = operating {
            if let Some(reset_at) = operating.reset_at {
                time.insert("operating_reset_at", reset_at);
            }
            time.insert("operating", operating.used);
        }
        time
    }
}

/// The window of the operating limit where none is configured.
const RESET_AFTER: Duration = Duration::from_mins(10);

/// The portal's own time zone, UTC+3.
const ZONE_HOURS: i8 = 3;

/// A moment the way the portal writes dates: seconds and an offset.
pub(crate) fn iso8601(at: SystemTime) -> String {
    let zone = UtcOffset::from_hms(ZONE_HOURS, 0, 0).unwrap_or(UtcOffset::UTC);
    let moment = OffsetDateTime::from_unix_timestamp(unix_seconds(at)).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    moment.to_offset(zone).format(&Rfc3339).unwrap_or_default()
}

pub(crate) fn unix_seconds(at: SystemTime) -> i64 {
    at.duration_since(UNIX_EPOCH).map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}

fn seconds(at: SystemTime) -> f64 {
    at.duration_since(UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64())
}

fn whole(at: SystemTime) -> f64 {
    seconds(at).trunc()
}

fn number(value: f64, integer: bool) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "whole seconds are what this shape gives")]
    if integer { Value::Int(value as i64) } else { Value::Float(value) }
}
