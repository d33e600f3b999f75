use std::fmt::Display;
use std::time::Duration;

use tokio::time::{Instant, sleep, timeout, timeout_at};

use crate::error::Doing;
use crate::{Error, Result};

/// How long anything is waited for. Long enough for a busy machine: a test that passes never spends it.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// The first pause between two looks. Each one takes the time of a driver, a browser and a page, so that the pauses grow.
const PAUSE: Duration = Duration::from_millis(20);
const LONGEST_PAUSE: Duration = Duration::from_millis(250);

/// Calls `look` until it finds something.
///
/// An error of `look` counts as "not yet": an element may vanish between two questions about it.
///
/// # Errors
/// After [`PATIENCE`]: `what` was waited for, and the last error of `look`, if its last answer was one.
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let deadline = Instant::now() + PATIENCE;
    let mut pause = PAUSE;
    loop {
        let last = match timeout_at(deadline, look()).await {
            Ok(Ok(Some(found))) => return Ok(found),
            Ok(Ok(None)) => String::new(),
            Ok(Err(error)) => format!("; the last try said: {error}"),
            Err(_) => "; the last try had no answer".to_owned(),
        };
        if Instant::now() >= deadline {
            let seconds = PATIENCE.as_secs();
            return Err(Error::new(format!("waited {seconds} s for {what}, in vain{last}")));
        }
        sleep(pause).await;
        pause = LONGEST_PAUSE.min(pause * 3 / 2);
    }
}

/// Awaits one command to the browser, called `what` should it fail: a browser that hangs must not hang the tests.
pub(crate) async fn answer<T, E: Display>(
    what: impl Display,
    command: impl Future<Output = Result<T, E>>,
) -> Result<T> {
    match timeout(PATIENCE, command).await {
        Ok(outcome) => outcome.doing(what),
        Err(_) => Err(Error::new(format!("{what}: no answer in {} s", PATIENCE.as_secs()))),
    }
}
