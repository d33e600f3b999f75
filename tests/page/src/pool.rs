//! The browsers that the tests of a program share.

use std::env;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::Doing;
use crate::{Browser, Engine, Result, Window};

/// Browsers of each engine at most, where `BROWSERS` in the environment does not say.
const BROWSERS: usize = 2;

/// Browsers of one engine, started when they are first needed.
pub(crate) struct Pool {
    engine: Engine,
    free: Arc<Semaphore>,
    idle: Mutex<Vec<Arc<Browser>>>,
}

/// A browser that nobody else has until this is dropped.
pub(crate) struct Lease {
    pub(crate) browser: Arc<Browser>,
    _permit: OwnedSemaphorePermit,
}

impl Pool {
    pub(crate) fn new(engine: Engine) -> Self {
        let most = env::var("BROWSERS").map_or(BROWSERS, |most| most.parse().expect("BROWSERS is a number"));
        Self { engine, free: Arc::new(Semaphore::new(most)), idle: Mutex::default() }
    }

    /// Waits for a browser, and opens a new tab in it, or starts one.
    pub(crate) async fn lease(&self) -> Result<Lease> {
        let permit = Arc::clone(&self.free).acquire_owned().await.doing("waiting for a browser")?;
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let browser = match idle {
            Some(browser) if browser.renew().await.is_ok() => browser,
            // One that does not even open a tab is given up.
            _ => Arc::new(Browser::start(self.engine, Window::Hidden).await?),
        };
        Ok(Lease { browser, _permit: permit })
    }

    /// Takes a browser back for the next test.
    pub(crate) fn give_back(&self, lease: Lease) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(lease.browser);
    }

    /// Ends the browsers that are idle.
    pub(crate) fn clear(&self) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
