use crate::card::Json;
use alloc::string::String;
use serde::Serialize;

/// When and for how long the portal worked, as it says itself. Portals omit fields, so every one is optional.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ResponseTime {
    /// Start, in seconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<f64>,
    /// End, in seconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finish: Option<f64>,
    /// The whole request, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<f64>,
    /// The method alone, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub processing: Option<f64>,
    /// Start, in ISO 8601 with the portal's offset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_start: Option<String>,
    /// End, in ISO 8601 with the portal's offset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_finish: Option<String>,
    /// Run time that counts towards the operating limit, in seconds (portal facts §4).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operating: Option<f64>,
    /// When the operating limit lets go of it, in seconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operating_reset_at: Option<f64>,
}

impl ResponseTime {
    /// Reads the answer's `time`; what is not of the expected type counts as omitted.
    pub(crate) fn read(time: Option<Json>) -> Option<Self> {
        let Some(Json::Object(entries)) = time else { return None };
        let mut read = Self::default();
        for (key, value) in entries {
            match (key.as_str(), value) {
                ("start", Json::Number(seconds)) => read.start = Some(seconds),
                ("finish", Json::Number(seconds)) => read.finish = Some(seconds),
                ("duration", Json::Number(seconds)) => read.duration = Some(seconds),
                ("processing", Json::Number(seconds)) => read.processing = Some(seconds),
                ("date_start", Json::Text(date)) => read.date_start = Some(date),
                ("date_finish", Json::Text(date)) => read.date_finish = Some(date),
                ("operating", Json::Number(seconds)) => read.operating = Some(seconds),
                ("operating_reset_at", Json::Number(seconds)) => read.operating_reset_at = Some(seconds),
                _ => {}
            }
        }
        Some(read)
    }
}
