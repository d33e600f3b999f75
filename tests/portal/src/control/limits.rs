//! The limits on requests and on run time.

use crate::rest::Operating;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;
use std::time::{Duration, Instant, SystemTime};

/// Figures; a missing one is no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct LimitSettings {
    /// Requests at once from one address.
    pub(crate) burst: Option<f64>,
    /// How many of them are forgotten each second.
    pub(crate) per_second: Option<f64>,
    /// Run time booked for each command, milliseconds; without it the time really taken.
    pub(crate) cost_ms: Option<f64>,
    /// Run time one credential may use for one method within the window.
    pub(crate) operating_seconds: Option<f64>,
    /// The window; 600 without it.
    pub(crate) window_seconds: Option<f64>,
}

const DEFAULT_WINDOW_SECONDS: f64 = 600.0;

/// Shorter runs are not counted towards the operating limit.
const COUNTED_SECONDS: f64 = 0.1;

impl LimitSettings {
    /// What is wrong with the figures, for whoever wrote them.
    fn check(&self) -> Result<(), String> {
        let figures = [
            ("burst", self.burst),
            ("perSecond", self.per_second),
            ("costMs", self.cost_ms),
            ("operatingSeconds", self.operating_seconds),
            ("windowSeconds", self.window_seconds),
        ];
        match figures.into_iter().find(|(_, figure)| figure.is_some_and(|figure| !(0.0..=1e9).contains(&figure))) {
            Some((name, _)) => Err(format!("'{name}' must be a number from 0 to 1000000000, or null")),
            None => Ok(()),
        }
    }

    fn window(&self) -> Duration {
        Duration::from_secs_f64(self.window_seconds.unwrap_or(DEFAULT_WINDOW_SECONDS))
    }
}

/// The limits in force, and how far they are used.
#[derive(Debug, Default)]
pub(crate) struct Limits {
    settings: Option<LimitSettings>,
    buckets: HashMap<IpAddr, Bucket>,
    runs: HashMap<(String, &'static str), VecDeque<Run>>,
}

#[derive(Clone, Copy, Debug)]
struct Bucket {
    level: f64,
    at: Instant,
}

#[derive(Clone, Copy, Debug)]
struct Run {
    at: Instant,
    seconds: f64,
}

/// Whose run time of which method.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OperatingUse<'call> {
    pub(crate) credential: &'call str,
    pub(crate) method: &'static str,
}

impl OperatingUse<'_> {
    fn key(self) -> (String, &'static str) {
        (self.credential.to_owned(), self.method)
    }
}

impl Limits {
    /// Puts new figures in force; nothing is used of them yet.
    pub(crate) fn replace(&mut self, settings: Option<LimitSettings>) -> Result<(), String> {
        settings.as_ref().map_or(Ok(()), LimitSettings::check)?;
        *self = Self { settings, ..Self::default() };
        Ok(())
    }

    pub(crate) fn settings(&self) -> Option<LimitSettings> {
        self.settings
    }

    /// Pours one request into the bucket of its address; false if it does not fit.
    pub(crate) fn admit(&mut self, address: IpAddr, now: Instant) -> bool {
        let Some(LimitSettings { burst: Some(burst), per_second, .. }) = self.settings else { return true };
        let bucket = self.buckets.entry(address).or_insert(Bucket { level: 0.0, at: now });
        let leaked = now.saturating_duration_since(bucket.at).as_secs_f64() * per_second.unwrap_or(0.0);
        let level = (bucket.level - leaked).max(0.0);
        let fits = level + 1.0 <= burst;
        *bucket = Bucket { level: if fits { level + 1.0 } else { level }, at: now };
        fits
    }

    /// Whether the run time allowed for the method is used up.
    pub(crate) fn is_blocked(&mut self, of: OperatingUse<'_>, now: Instant) -> bool {
        let Some(limit) = self.settings.and_then(|settings| settings.operating_seconds) else { return false };
        self.used(of, now, SystemTime::now()).used >= limit
    }

    /// Books a run from `began` to `ended`: its time, and where there is an operating limit what is used of it now.
    pub(crate) fn register(
        &mut self,
        of: OperatingUse<'_>,
        began: Instant,
        ended: Instant,
    ) -> (Duration, Option<Operating>) {
        let taken = ended.saturating_duration_since(began);
        let Some(settings) = self.settings else { return (taken, None) };
        let taken = settings.cost_ms.map_or(taken, |cost| Duration::from_secs_f64(cost / 1000.0));
        if settings.operating_seconds.is_none() {
            return (taken, None);
        }
        let seconds = taken.as_secs_f64();
        if seconds > COUNTED_SECONDS {
            self.runs.entry(of.key()).or_default().push_back(Run { at: ended, seconds });
        }
        (taken, Some(self.used(of, ended, SystemTime::now())))
    }

    fn used(&mut self, of: OperatingUse<'_>, now: Instant, clock: SystemTime) -> Operating {
        let window = self.settings.unwrap_or_default().window();
        let Some(runs) = self.runs.get_mut(&of.key()) else { return Operating::default() };
        while runs.front().is_some_and(|run| now.saturating_duration_since(run.at) >= window) {
            runs.pop_front();
        }
        let remaining = |run: &Run| window.saturating_sub(now.saturating_duration_since(run.at));
        Operating {
            used: runs.iter().map(|run| run.seconds).sum(),
            reset_at: runs.front().map(|run| crate::rest::unix_seconds(clock + remaining(run)) + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    fn limits(json: &str) -> Limits {
        let mut limits = Limits::default();
        limits.replace(serde_json::from_str(json).unwrap()).unwrap();
        limits
    }

    #[test]
    fn a_bucket_takes_a_burst_and_leaks() {
        let mut limits = limits(r#"{"burst":50,"perSecond":2}"#);
        let start = Instant::now();
        assert_eq!((0..60).filter(|_| limits.admit(HOME, start)).count(), 50);
        let later = start + Duration::from_millis(1500);
        assert_eq!((0..60).filter(|_| limits.admit(HOME, later)).count(), 3);
        let other = IpAddr::V4(std::net::Ipv4Addr::new(10, 0, 0, 1));
        assert!(limits.admit(other, start), "every address has its own");
    }

    #[test]
    fn without_figures_nothing_is_limited() {
        let mut limits = limits("null");
        assert!((0..1000).all(|_| limits.admit(HOME, Instant::now())));
    }

    #[test]
    fn run_time_adds_up_until_it_leaves_the_window() {
        let mut limits = limits(r#"{"costMs":200,"operatingSeconds":0.5,"windowSeconds":10}"#);
        let of = OperatingUse { credential: "webhook", method: "a" };
        let start = Instant::now();
        for expected in [0.2, 0.4, 0.6] {
            assert!(!limits.is_blocked(of, start));
            let (taken, operating) = limits.register(of, start, start);
            assert_eq!(taken, Duration::from_millis(200));
            assert!((operating.unwrap().used - expected).abs() < 1e-9);
        }
        assert!(limits.is_blocked(of, start));
        assert!(!limits.is_blocked(OperatingUse { method: "b", ..of }, start));
        assert!(!limits.is_blocked(OperatingUse { credential: "other", ..of }, start));
        assert!(!limits.is_blocked(of, start + Duration::from_secs(10)));
    }

    #[test]
    fn short_runs_do_not_count() {
        let mut limits = limits(r#"{"costMs":100,"operatingSeconds":0.1}"#);
        let of = OperatingUse { credential: "webhook", method: "a" };
        let now = Instant::now();
        assert!((0..100).all(|_| limits.register(of, now, now).1.unwrap().reset_at.is_none()));
        assert!(!limits.is_blocked(of, now));
    }
}
