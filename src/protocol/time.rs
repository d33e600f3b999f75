use crate::card::Json;

/// When and for how long the portal worked, in its own words. Portals omit fields, so every one is optional.
#[derive(Clone, Debug, PartialEq)]
pub struct ResponseTime(Json);

impl ResponseTime {
    /// The answer's `time`, if that is what it is.
    pub(crate) fn read(time: Json) -> Option<Self> {
        matches!(time, Json::Object(_)).then_some(Self(time))
    }

    #[cfg(all(target_family = "wasm", feature = "npm"))]
    pub(crate) fn into_json(self) -> Json {
        self.0
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
        self.date("date_start")
    }

    /// End, in ISO 8601 with the portal's offset.
    #[must_use]
    pub fn date_finish(&self) -> Option<&str> {
        self.date("date_finish")
    }

    /// Run time that counts towards the operating limit, in seconds (docs/portal.md §4).
    #[must_use]
    pub fn operating(&self) -> Option<f64> {
        self.number("operating")
    }

    /// When this run time counts no longer, in seconds since 1970 by the portal's clock.
    #[must_use]
    pub fn operating_reset_at(&self) -> Option<f64> {
        self.number("operating_reset_at")
    }

    /// How long the operating limit lasts, in milliseconds from this answer on. Both times are of the portal's clock, which
    /// may differ from the clock of this machine.
    pub(crate) fn operating_limit_ends_in(&self) -> Option<f64> {
        Some((self.operating_reset_at()? - self.finish()?) * 1000.0)
    }

    fn number(&self, name: &str) -> Option<f64> {
        match self.0.get(name) {
            Some(Json::Number(number)) => Some(*number),
            _ => None,
        }
    }

    fn date(&self, name: &str) -> Option<&str> {
        match self.0.get(name) {
            Some(Json::String(date)) => Some(date),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ResponseTime;
    use crate::card::Json;
    use alloc::vec::Vec;

    #[test]
    fn each_field_is_what_the_portal_said_or_nothing() {
        let numbers = ["start", "finish", "duration", "processing", "operating", "operating_reset_at"];
        let dates = ["date_start", "date_finish"];
        let mut fields = Vec::new();
        for (value, name) in (1_u8..).zip(numbers) {
            fields.push((name.into(), Json::Number(value.into())));
        }
        for name in dates {
            fields.push((name.into(), Json::String(name.into())));
        }
        let told = |time: &ResponseTime| {
            let numbers = [time.start(), time.finish(), time.duration(), time.processing()];
            (
                numbers,
                [time.operating(), time.operating_reset_at()],
                [time.date_start(), time.date_finish()].map(|it| it.map(Into::into)),
            )
        };
        let time = ResponseTime::read(Json::Object(fields)).unwrap();
        let dates = dates.map(|name| Some(alloc::string::String::from(name)));
        assert_eq!(told(&time), ([1.0, 2.0, 3.0, 4.0].map(Some), [5.0, 6.0].map(Some), dates));
        let time = ResponseTime::read(Json::Object(Vec::new())).unwrap();
        assert_eq!(told(&time), ([None; 4], [None; 2], [None, None]));
        assert_eq!(ResponseTime::read(Json::Number(5.0)), None);
    }

    #[test]
    fn the_operating_limit_is_measured_by_the_portals_clock() {
        let ends_in = |fields: &[(&str, f64)]| {
            let fields = fields.iter().map(|(name, seconds)| ((*name).into(), Json::Number(*seconds)));
            ResponseTime::read(Json::Object(fields.collect())).unwrap().operating_limit_ends_in()
        };
        assert_eq!(ends_in(&[("operating_reset_at", 1090.0), ("finish", 1000.5)]), Some(89_500.0));
        assert_eq!(ends_in(&[("operating_reset_at", 990.0), ("finish", 1000.0)]), Some(-10_000.0));
        assert_eq!(ends_in(&[("operating_reset_at", 1090.0)]), None, "there is nothing to compare it with");
        assert_eq!(ends_in(&[("finish", 1000.0)]), None);
    }
}
