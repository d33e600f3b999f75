/// How many requests a portal takes, from one address and over all its methods: a leaky bucket (portal facts §4).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// At once.
    pub burst: f64,
    /// In each second after that.
    pub per_second: f64,
}

impl Limit {
    /// All plans but one.
    pub const CLOUD: Self = Self { burst: 50.0, per_second: 2.0 };
    /// The plan Enterprise.
    pub const ENTERPRISE: Self = Self { burst: 250.0, per_second: 5.0 };

    /// What a portal that has taken `requests` in no time at all would have had to wait for, in milliseconds.
    #[cfg(test)]
    pub(crate) fn floor(self, requests: f64) -> f64 {
        ((requests - self.burst) / self.per_second * 1000.0).max(0.0)
    }
}

/// The portal's bucket, as far as it can be known from here: requests of other pages and programs fill it too.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pace {
    pub(crate) limit: Limit,
    level: f64,
    at: f64,
}

/// Room left in the bucket, since requests that are sent evenly do not arrive evenly.
const MARGIN: f64 = 1.0;

impl Pace {
    /// An empty bucket.
    pub(crate) const fn new(limit: Limit) -> Self {
        Self { limit, level: 0.0, at: 0.0 }
    }

    /// Milliseconds until one more request fits.
    pub(crate) fn wait(self, now: f64) -> f64 {
        let over = self.level_at(now) + 1.0 + MARGIN - self.limit.burst;
        (over / self.limit.per_second * 1000.0).max(0.0)
    }

    /// A request is sent, with or without waiting.
    pub(crate) fn count(&mut self, now: f64) {
        self.level = (self.level_at(now) + 1.0).min(self.limit.burst);
        self.at = now;
    }

    /// The portal has said that its bucket is full.
    pub(crate) const fn fill(&mut self, now: f64) {
        self.level = self.limit.burst;
        self.at = now;
    }

    fn level_at(self, now: f64) -> f64 {
        (self.level - (now - self.at).max(0.0) / 1000.0 * self.limit.per_second).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Limit, Pace};

    #[test]
    fn a_burst_then_an_even_stream() {
        let (mut pace, mut now) = (Pace::new(Limit::CLOUD), 1_000_000.0);
        let mut waits = alloc::vec::Vec::new();
        for _ in 0..52 {
            let wait = pace.wait(now);
            now += wait;
            waits.push(wait);
            pace.count(now);
        }
        assert!(waits.iter().take(49).all(|wait| *wait == 0.0), "{waits:?}");
        assert!(waits.iter().skip(49).all(|wait| (wait - 500.0).abs() < 1e-6), "{waits:?}");
        assert!(pace.wait(now + 60_000.0) == 0.0);
    }

    #[test]
    fn a_full_bucket_is_waited_for() {
        let mut pace = Pace::new(Limit::ENTERPRISE);
        pace.fill(5000.0);
        assert!((pace.wait(5000.0) - 400.0).abs() < 1e-6);
        assert!((pace.wait(5100.0) - 300.0).abs() < 1e-6);
    }

    #[test]
    fn requests_that_do_not_wait_make_others_wait_no_longer_than_the_bucket_is_deep() {
        let mut pace = Pace::new(Limit::CLOUD);
        (0..1000).for_each(|_| pace.count(0.0));
        assert!((pace.wait(0.0) - 1000.0).abs() < 1e-6);
    }
}
