use core::fmt;

/// How many requests a portal takes, from one address and over all its methods: a leaky bucket (docs/portal.md §4).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateLimit {
    burst: f64,
    per_second: f64,
}

/// Not a [`RateLimit`]: the burst is not from 2 to 1,000,000, the rate is not from 0.01 to 1,000,000 a second, or the burst
/// takes longer than a timer, 2,147,483 seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidRateLimit;

impl RateLimit {
    /// All plans but Enterprise: 50 requests at once, and 2 in each second.
    pub const CLOUD: Self = Self { burst: 50.0, per_second: 2.0 };
    /// The plan Enterprise: 250 requests at once, and 5 in each second.
    pub const ENTERPRISE: Self = Self { burst: 250.0, per_second: 5.0 };

    /// A limit of `burst` requests at once and `per_second` requests in each second.
    ///
    /// ```
    /// use bx24_contact_card::{InvalidRateLimit, RateLimit};
    ///
    /// assert_eq!(RateLimit::new(250.0, 5.0), Ok(RateLimit::ENTERPRISE));
    /// assert_eq!(RateLimit::new(1.0, 5.0), Err(InvalidRateLimit)); // one request is kept in reserve
    /// assert_eq!(RateLimit::new(50.0, 0.0), Err(InvalidRateLimit));
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidRateLimit`] for a burst under 2 or over 1,000,000, for a rate under 0.01 or over 1,000,000, and for a burst
    /// that at this rate takes over 2,147,483 seconds: no timer is that long.
    pub fn new(burst: f64, per_second: f64) -> Result<Self, InvalidRateLimit> {
        // One request of the burst is kept in reserve, so that a burst of one would never be sent.
        if (2.0..=1e6).contains(&burst) && (0.01..=1e6).contains(&per_second) && burst / per_second <= 2_147_483.0 {
            Ok(Self { burst, per_second })
        } else {
            Err(InvalidRateLimit)
        }
    }

    /// Requests at once.
    #[must_use]
    pub const fn burst(self) -> f64 {
        self.burst
    }

    /// Requests in each second after the burst.
    #[must_use]
    pub const fn per_second(self) -> f64 {
        self.per_second
    }

    /// The milliseconds in which the bucket loses so many requests.
    const fn milliseconds(self, requests: f64) -> f64 {
        requests / self.per_second * 1000.0
    }

    /// Milliseconds for which `requests` must wait that are sent in no time at all.
    #[cfg(test)]
    pub(crate) fn floor(self, requests: f64) -> f64 {
        ((requests - self.burst) / self.per_second * 1000.0).max(0.0)
    }
}

impl fmt::Display for InvalidRateLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a rate limit has a burst from 2 to 1000000, a rate per second from 0.01 to 1000000, and a burst of 2147483 seconds at the most")
    }
}

impl core::error::Error for InvalidRateLimit {}

/// The bucket of a portal, as far as it can be known here: other pages and programs fill it too.
///
/// Times are monotonic, in milliseconds. Each call names the limit that it knows of: the limit belongs to a call, and the
/// requests that were sent belong to the portal.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct TokenBucket {
    /// When the bucket is empty, if no more requests are sent.
    empty_at: f64,
    /// The earliest moment of the next turn.
    next_turn: f64,
    /// The portal has refused a request, and the bucket has not been empty since.
    is_congested: bool,
}

/// Room that is left in the bucket, because requests that are sent evenly do not arrive evenly.
const RESERVE: f64 = 1.0;

impl TokenBucket {
    /// A request is sent, whether it has waited or not.
    pub(crate) fn count_request(&mut self, limit: RateLimit, now: f64) {
        self.is_congested = self.is_congested(now);
        // Requests that a portal refuses do not fill its bucket. What a call with a wider limit has counted stays.
        let full = now + limit.milliseconds(limit.burst);
        self.empty_at = (self.empty_at.max(now) + limit.milliseconds(1.0)).min(full.max(self.empty_at));
    }

    /// The portal has refused a request because its bucket is full.
    pub(crate) const fn mark_full(&mut self, limit: RateLimit, now: f64) {
        self.empty_at = now + limit.milliseconds(limit.burst);
        self.is_congested = true;
    }

    /// Whether single requests have to wait for their turn.
    pub(crate) const fn is_congested(&self, now: f64) -> bool {
        self.is_congested && now < self.empty_at
    }

    /// Takes the next turn, and tells in how many milliseconds it comes. Turns are evenly spaced, so that requests that
    /// wait side by side do not leave at the same moment. A turn that is not used is lost.
    pub(crate) fn take_turn(&mut self, limit: RateLimit, now: f64) -> f64 {
        let wait = self.time_to_turn(limit, now);
        if wait > 0.0 {
            self.next_turn = now + wait + limit.milliseconds(1.0);
        }
        wait
    }

    /// In how many milliseconds the next turn comes.
    pub(crate) fn time_to_turn(&self, limit: RateLimit, now: f64) -> f64 {
        let full = limit.milliseconds(limit.burst);
        let room = limit.milliseconds(1.0 + RESERVE);
        ((self.empty_at - now).min(full) + room - full).max(self.next_turn - now).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{InvalidRateLimit, RateLimit, TokenBucket};
    use alloc::string::ToString;
    use alloc::vec::Vec;

    #[test]
    fn a_burst_then_an_even_stream() {
        let (mut bucket, mut now) = (TokenBucket::default(), 1_000_000.0);
        let mut waits = Vec::new();
        for _ in 0..52 {
            let wait = bucket.take_turn(RateLimit::CLOUD, now);
            now += wait;
            waits.push(wait);
            bucket.count_request(RateLimit::CLOUD, now);
        }
        assert!(waits.iter().take(49).all(|wait| *wait == 0.0), "{waits:?}");
        assert!(waits.iter().skip(49).all(|wait| (wait - 500.0).abs() < 1e-6), "{waits:?}");
        assert!(bucket.time_to_turn(RateLimit::CLOUD, now + 60_000.0) == 0.0);
    }

    #[test]
    fn a_full_bucket_is_waited_for() {
        let mut bucket = TokenBucket::default();
        bucket.mark_full(RateLimit::ENTERPRISE, 5000.0);
        assert!((bucket.time_to_turn(RateLimit::ENTERPRISE, 5000.0) - 400.0).abs() < 1e-6);
        assert!((bucket.time_to_turn(RateLimit::ENTERPRISE, 5100.0) - 300.0).abs() < 1e-6);
    }

    #[test]
    fn requests_that_do_not_wait_make_others_wait_no_longer_than_the_bucket_is_deep() {
        let mut bucket = TokenBucket::default();
        (0..1000).for_each(|_| bucket.count_request(RateLimit::CLOUD, 0.0));
        assert!((bucket.time_to_turn(RateLimit::CLOUD, 0.0) - 1000.0).abs() < 1e-6);
    }

    #[test]
    fn turns_of_requests_that_wait_side_by_side_are_evenly_spaced() {
        let mut bucket = TokenBucket::default();
        bucket.mark_full(RateLimit::CLOUD, 0.0);
        let turns: Vec<_> = (0..5).map(|_| bucket.take_turn(RateLimit::CLOUD, 0.0)).collect();
        assert_eq!(turns, [1000.0, 1500.0, 2000.0, 2500.0, 3000.0]);
        bucket.count_request(RateLimit::CLOUD, 1000.0);
        assert!((bucket.take_turn(RateLimit::CLOUD, 1000.0) - 2500.0).abs() < 1e-6, "behind those that wait");
    }

    #[test]
    fn a_portal_is_congested_from_a_refusal_until_its_bucket_is_empty() {
        let mut bucket = TokenBucket::default();
        (0..60).for_each(|_| bucket.count_request(RateLimit::CLOUD, 0.0));
        assert!(!bucket.is_congested(0.0), "it has refused nothing");
        bucket.mark_full(RateLimit::CLOUD, 0.0);
        assert!(bucket.is_congested(24_999.0));
        assert!(!bucket.is_congested(25_000.0));
        (0..60).for_each(|_| bucket.count_request(RateLimit::CLOUD, 25_000.0));
        assert!(!bucket.is_congested(25_000.0), "it has refused nothing since");

        bucket.mark_full(RateLimit::CLOUD, 100_000.0);
        (0..4).for_each(|_| bucket.count_request(RateLimit::CLOUD, 110_000.0));
        assert!(bucket.is_congested(126_999.0) && !bucket.is_congested(127_000.0), "each request fills it again");
    }

    #[test]
    fn a_wide_limit_of_one_call_does_not_hold_up_another_call_for_longer_than_its_own_bucket() {
        let mut bucket = TokenBucket::default();
        (0..250).for_each(|_| bucket.count_request(RateLimit::ENTERPRISE, 0.0));
        assert!((bucket.time_to_turn(RateLimit::CLOUD, 0.0) - 1000.0).abs() < 1e-6);
        bucket.count_request(RateLimit::CLOUD, 0.0);
        assert!(
            (bucket.time_to_turn(RateLimit::ENTERPRISE, 0.0) - 400.0).abs() < 1e-6,
            "nor does it forget the wide limit's count"
        );
    }

    #[test]
    fn only_limits_that_let_requests_through_exist() {
        for (burst, per_second) in [(2.0, 0.01), (1e6, 1e6), (2.5, 0.5), (1e6, 0.5)] {
            let limit = RateLimit::new(burst, per_second).map(|limit| (limit.burst(), limit.per_second()));
            assert_eq!(limit, Ok((burst, per_second)));
        }
        let nan = f64::NAN;
        for (burst, per_second) in
            [(1.0, 2.0), (0.0, 2.0), (1e7, 2.0), (nan, 2.0), (50.0, 0.0), (50.0, -1.0), (50.0, nan), (1e6, 0.4)]
        {
            assert_eq!(RateLimit::new(burst, per_second), Err(InvalidRateLimit), "{burst} {per_second}");
        }
        assert!(InvalidRateLimit.to_string().starts_with("a rate limit has a burst from 2"));
    }
}
