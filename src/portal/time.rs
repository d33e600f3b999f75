use crate::card::Json;
use alloc::string::String;
use alloc::vec::Vec;

/// When and for how long the portal worked, as it says itself. Portals omit fields, so every one is optional.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseTime(Vec<(String, Json)>);

const NUMBERS: [&str; 6] = ["start", "finish", "duration", "processing", "operating", "operating_reset_at"];
const DATES: [&str; 2] = ["date_start", "date_finish"];

impl ResponseTime {
    /// Reads the answer's `time`; what is not of the expected type counts as omitted.
    pub(crate) fn read(time: Json) -> Option<Self> {
        let Json::Object(mut entries) = time else { return None };
        entries.retain(|(key, value)| match value {
            Json::Number(_) => NUMBERS.contains(&key.as_str()),
            Json::Text(_) => DATES.contains(&key.as_str()),
            _ => false,
        });
        Some(Self(entries))
    }

    pub(crate) fn into_json(self) -> Json {
        Json::Object(self.0)
    }

    /// Start, in seconds since 1970.
    #[must_use]
    pub fn start(&self) -> Option<f64> {
        self.number("start")
    }

    /// End, in seconds since 1970.
    #[must_use]
    pub fn finish(&self) -> Option<f64> {
        self.number("finish")
    }

    /// The whole request, in seconds.
    #[must_use]
    pub fn duration(&self) -> Option<f64> {
        self.number("duration")
    }

    /// The method alone, in seconds.
    #[must_use]
    pub fn processing(&self) -> Option<f64> {
        self.number("processing")
    }

    /// Start, in ISO 8601 with the portal's offset.
    #[must_use]
    pub fn date_start(&self) -> Option<&str> {
        self.get("date_start").and_then(Json::as_text)
    }

    /// End, in ISO 8601 with the portal's offset.
    #[must_use]
    pub fn date_finish(&self) -> Option<&str> {
        self.get("date_finish").and_then(Json::as_text)
    }

    /// Run time that counts towards the operating limit, in seconds (portal facts §4).
    #[must_use]
    pub fn operating(&self) -> Option<f64> {
        self.number("operating")
    }

    /// When the operating limit lets go of it, in seconds since 1970.
    #[must_use]
    pub fn operating_reset_at(&self) -> Option<f64> {
        self.number("operating_reset_at")
    }

    fn number(&self, name: &str) -> Option<f64> {
        self.get(name).and_then(Json::as_number)
    }

    fn get(&self, name: &str) -> Option<&Json> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }
}
