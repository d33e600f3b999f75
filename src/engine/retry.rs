use crate::error::{Error, Retry};

/// The pause before the first retry, in milliseconds. Each later pause is twice as long.
const FIRST_PAUSE: f64 = 500.0;
/// How often a failed server is asked again, whatever the caller allows (docs/portal.md §2).
const SERVER_RETRIES: u32 = 2;
/// The shortest pause after the operating limit, in milliseconds, where the portal does not tell when it ends.
const OPERATING_PAUSE: f64 = 10_000.0;

/// The retries that are left to a request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RetryPolicy {
    left: u32,
    server_left: u32,
    pause: f64,
    renewed: bool,
}

/// What to do after a failure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum RetryDecision {
    /// Report the failure.
    GiveUp,
    /// Send the request again after so many milliseconds.
    Wait(f64),
    /// Renew the access token, then send the request again.
    RenewToken,
    /// Send the request again at once: there is a newer token.
    SendAgain,
}

impl RetryPolicy {
    /// A policy with as many retries as the caller allows.
    pub(crate) const fn new(retries: u32) -> Self {
        Self { left: retries, server_left: SERVER_RETRIES, pause: FIRST_PAUSE, renewed: false }
    }

    /// Decides what helps after `error`.
    ///
    /// `is_outdated` tells that the token of the request has been renewed since. The first renewal, by whomever, costs no retry;
    /// a token that changes again and again costs one each time. `limit_ends_in` is in milliseconds, where it is known when the
    /// operating limit ends. `jitter` gives a random number from 0 to 1, which keeps many clients from coming back at the same
    /// moment.
    pub(crate) fn decide(
        &mut self,
        error: &Error,
        is_outdated: bool,
        limit_ends_in: Option<f64>,
        jitter: impl FnOnce() -> f64,
    ) -> RetryDecision {
        match error.retry {
            Retry::Never => return RetryDecision::GiveUp,
            Retry::TokenRenewal if !self.renewed => {
                self.renewed = true;
                return if is_outdated { RetryDecision::SendAgain } else { RetryDecision::RenewToken };
            }
            Retry::TokenRenewal if !is_outdated => return RetryDecision::GiveUp,
            Retry::Server => match self.server_left.checked_sub(1) {
                Some(left) => self.server_left = left,
                None => return RetryDecision::GiveUp,
            },
            Retry::TokenRenewal | Retry::Backoff | Retry::OperatingLimit => {}
        }
        let Some(left) = self.left.checked_sub(1) else { return RetryDecision::GiveUp };
        self.left = left;
        if error.retry == Retry::TokenRenewal {
            return RetryDecision::SendAgain;
        }
        let pause = self.pause * (0.5 + jitter());
        self.pause *= 2.0;
        RetryDecision::Wait(match (error.retry, limit_ends_in) {
            (Retry::OperatingLimit, Some(ends_in)) if ends_in > 0.0 => ends_in + pause,
            (Retry::OperatingLimit, _) => OPERATING_PAUSE + pause,
            _ => pause,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Error, Retry, RetryDecision, RetryPolicy};
    use crate::error::ErrorKind;
    use alloc::vec;
    use alloc::vec::Vec;
    use core::ops::RangeInclusive;
    use proptest::prelude::*;

    fn error(retry: Retry) -> Error {
        Error::new(ErrorKind::Rejected, "", "").with_retry(retry)
    }

    /// The pauses before each retry until giving up, with the least and with the greatest jitter.
    fn pauses(retries: u32, retry: Retry, limit_ends_in: Option<f64>) -> Vec<RangeInclusive<f64>> {
        let (mut early, mut late) = (RetryPolicy::new(retries), RetryPolicy::new(retries));
        let mut pauses = Vec::new();
        loop {
            let decide =
                |policy: &mut RetryPolicy, jitter| policy.decide(&error(retry), false, limit_ends_in, || jitter);
            match (decide(&mut early, 0.0), decide(&mut late, 1.0)) {
                (RetryDecision::Wait(shortest), RetryDecision::Wait(longest)) => pauses.push(shortest..=longest),
                (RetryDecision::GiveUp, RetryDecision::GiveUp) => return pauses,
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn pauses_double() {
        assert_eq!(pauses(3, Retry::Backoff, None), [250.0..=750.0, 500.0..=1500.0, 1000.0..=3000.0]);
        assert_eq!(pauses(0, Retry::Backoff, None), []);
    }

    #[test]
    fn a_failed_server_is_asked_twice_more_at_most() {
        assert_eq!(pauses(9, Retry::Server, None).len(), 2);
        assert_eq!(pauses(1, Retry::Server, None).len(), 1);
    }

    #[test]
    fn the_operating_limit_is_waited_for() {
        assert_eq!(pauses(1, Retry::OperatingLimit, Some(30_000.0)), [30_250.0..=30_750.0]);
        // The limit should have ended, and has not.
        assert_eq!(pauses(1, Retry::OperatingLimit, Some(0.0)), [10_250.0..=10_750.0]);
        assert_eq!(pauses(1, Retry::OperatingLimit, Some(-9.0)), [10_250.0..=10_750.0]);
        assert_eq!(pauses(1, Retry::OperatingLimit, None), [10_250.0..=10_750.0]);
    }

    #[test]
    fn what_cannot_help_is_not_tried() {
        assert_eq!(pauses(9, Retry::Never, None), []);
    }

    #[test]
    fn a_token_is_renewed_once_and_costs_no_retry() {
        let mut policy = RetryPolicy::new(0);
        assert_eq!(policy.decide(&error(Retry::TokenRenewal), false, None, || 0.0), RetryDecision::RenewToken);
        assert_eq!(policy.decide(&error(Retry::TokenRenewal), false, None, || 0.0), RetryDecision::GiveUp);
    }

    #[test]
    fn a_token_that_others_renew_costs_nothing_once_and_then_a_retry() {
        let mut policy = RetryPolicy::new(2);
        let decisions = [(); 4].map(|()| policy.decide(&error(Retry::TokenRenewal), true, None, || 0.0));
        let again = RetryDecision::SendAgain;
        assert_eq!(decisions, [again, again, again, RetryDecision::GiveUp]);
    }

    proptest! {
        #[test]
        fn whatever_fails_it_ends_and_waits_at_least_a_moment(
            failures in prop::collection::vec((
                prop::sample::select(vec![
                    Retry::Never, Retry::Backoff, Retry::Server, Retry::TokenRenewal, Retry::OperatingLimit,
                ]),
                prop::option::of(any::<f64>()),
            ), 0..40),
            retries in 0_u32..12,
            jitter in 0.0..1.0_f64,
        ) {
            let mut policy = RetryPolicy::new(retries);
            let decisions: Vec<_> =
                failures.iter().map(|(retry, ends_in)| policy.decide(&error(*retry), false, *ends_in, || jitter)).collect();
            prop_assert!(
                decisions.iter().filter(|it| matches!(it, RetryDecision::Wait(_))).count() <= retries as usize
            );
            prop_assert!(decisions.iter().filter(|it| matches!(it, RetryDecision::RenewToken)).count() <= 1);
            for (decision, (retry, _)) in decisions.into_iter().zip(failures) {
                match decision {
                    RetryDecision::Wait(pause) => prop_assert!(pause >= 250.0, "{pause}"),
                    RetryDecision::RenewToken => prop_assert_eq!(retry, Retry::TokenRenewal),
                    RetryDecision::GiveUp => {}
                    RetryDecision::SendAgain => prop_assert!(false, "the token is in force"),
                }
            }
        }
    }
}
