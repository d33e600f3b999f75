use crate::portal::error::{Error, Retry};

/// The pause before the first retry, in milliseconds; each one after it is twice as long.
const FIRST_PAUSE: f64 = 500.0;
/// How often a broken server is asked again, whatever the caller allows (portal facts §2).
const SERVER_RETRIES: u32 = 2;
/// The shortest pause after the operating limit, in milliseconds, when the portal names no time.
const OPERATING_PAUSE: f64 = 10_000.0;

/// The retries a call has left.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attempts {
    left: u32,
    server_left: u32,
    pause: f64,
    renewed: bool,
}

/// What to do after a failure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Next {
    /// Report it.
    GiveUp,
    /// Ask again after so many milliseconds.
    Wait(f64),
    /// Renew the access token, then ask again.
    Renew,
}

impl Attempts {
    /// As many as the caller allows.
    pub(crate) const fn new(retries: u32) -> Self {
        Self { left: retries, server_left: SERVER_RETRIES, pause: FIRST_PAUSE, renewed: false }
    }

    /// What helps after `error`. `now` is in milliseconds since 1970, `chance` a random number from 0 to 1 that keeps
    /// many clients from coming back at the same moment.
    pub(crate) fn after(&mut self, error: &Error, now: f64, chance: f64) -> Next {
        match error.retry {
            Retry::Never => return Next::GiveUp,
            // The token of the caller was stale, which is no fault of the portal: it costs none of the retries.
            Retry::Renewed if self.renewed => return Next::GiveUp,
            Retry::Renewed => {
                self.renewed = true;
                return Next::Renew;
            }
            Retry::Server => match self.server_left.checked_sub(1) {
                Some(left) => self.server_left = left,
                None => return Next::GiveUp,
            },
            Retry::Backoff | Retry::Late => {}
        }
        let Some(left) = self.left.checked_sub(1) else { return Next::GiveUp };
        self.left = left;
        let pause = self.pause * (0.5 + chance);
        self.pause *= 2.0;
        Next::Wait(match (error.retry, error.free_at) {
            (Retry::Late, Some(free_at)) if free_at > now => free_at - now + pause,
            (Retry::Late, _) => OPERATING_PAUSE + pause,
            _ => pause,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Attempts, Error, Next, Retry};
    use crate::portal::ErrorKind;
    use alloc::vec;
    use alloc::vec::Vec;
    use core::ops::RangeInclusive;
    use proptest::prelude::*;

    fn error(retry: Retry, free_at: Option<f64>) -> Error {
        let mut error = Error::new(ErrorKind::Rejected, "", "").helped_by(retry);
        error.free_at = free_at;
        error
    }

    /// The pauses before each retry until giving up, with the shortest and with the longest chance.
    fn pauses(retries: u32, retry: Retry, free_at: Option<f64>) -> Vec<RangeInclusive<f64>> {
        let now = 60_000.0;
        let (mut early, mut late) = (Attempts::new(retries), Attempts::new(retries));
        let mut pauses = Vec::new();
        loop {
            match (early.after(&error(retry, free_at), now, 0.0), late.after(&error(retry, free_at), now, 1.0)) {
                (Next::Wait(shortest), Next::Wait(longest)) => pauses.push(shortest..=longest),
                (Next::GiveUp, Next::GiveUp) => return pauses,
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn backing_off_doubles() {
        assert_eq!(pauses(3, Retry::Backoff, None), [250.0..=750.0, 500.0..=1500.0, 1000.0..=3000.0]);
        assert_eq!(pauses(0, Retry::Backoff, None), []);
    }

    #[test]
    fn a_broken_server_is_asked_twice_more_at_most() {
        assert_eq!(pauses(9, Retry::Server, None).len(), 2);
        assert_eq!(pauses(1, Retry::Server, None).len(), 1);
    }

    #[test]
    fn the_operating_limit_is_waited_for() {
        assert_eq!(pauses(1, Retry::Late, Some(90_000.0)), [30_250.0..=30_750.0]);
        // A time that has come and did not help.
        assert_eq!(pauses(1, Retry::Late, Some(60_000.0)), [10_250.0..=10_750.0]);
        assert_eq!(pauses(1, Retry::Late, Some(50_000.0)), [10_250.0..=10_750.0]);
        assert_eq!(pauses(1, Retry::Late, None), [10_250.0..=10_750.0]);
    }

    #[test]
    fn what_cannot_help_is_not_tried() {
        assert_eq!(pauses(9, Retry::Never, None), []);
    }

    #[test]
    fn a_token_is_renewed_once_and_costs_no_retry() {
        let mut attempts = Attempts::new(0);
        assert_eq!(attempts.after(&error(Retry::Renewed, None), 0.0, 0.0), Next::Renew);
        assert_eq!(attempts.after(&error(Retry::Renewed, None), 0.0, 0.0), Next::GiveUp);
    }

    proptest! {
        #[test]
        fn whatever_fails_it_ends_and_waits_at_least_a_moment(
            failures in prop::collection::vec((
                prop::sample::select(vec![Retry::Never, Retry::Backoff, Retry::Server, Retry::Renewed, Retry::Late]),
                prop::option::of(any::<f64>()),
            ), 0..40),
            retries in 0_u32..12,
            now in 0.0..4e12_f64,
            chance in 0.0..1.0_f64,
        ) {
            let mut attempts = Attempts::new(retries);
            let next: Vec<_> = failures.iter().map(|(retry, free_at)| attempts.after(&error(*retry, *free_at), now, chance)).collect();
            prop_assert!(next.iter().filter(|next| matches!(next, Next::Wait(_))).count() <= retries as usize);
            prop_assert!(next.iter().filter(|next| matches!(next, Next::Renew)).count() <= 1);
            for (next, (retry, _)) in next.into_iter().zip(failures) {
                match next {
                    Next::Wait(pause) => prop_assert!(pause >= 250.0, "{pause}"),
                    Next::Renew => prop_assert_eq!(retry, Retry::Renewed),
                    Next::GiveUp => {}
                }
            }
        }
    }
}
