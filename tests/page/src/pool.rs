//! The browsers that the tests of a program share.
//!
//! Programs that run beside each other share what the machine has room for: whichever has tests left gets what others do not use.

use std::fs::{self, File};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::sleep;

use crate::error::Doing;
use crate::{Browser, Engine, Result, Window};

/// Browsers of each engine that a program has at most.
const BROWSERS: usize = 2;

/// Tests for which a program starts no second Firefox, nor `WebKit`: a Firefox takes longer to start than two of them to run.
const ENOUGH_FOR_ONE: usize = 20;

/// Those of all engines and programs that are in use at a time: each holds the lock of a file. More of them keep two processors
/// no busier, and each takes longer.
const IN_USE: usize = 5;

/// Where these files are.
const LOCKS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/browsers");

/// How long to wait, while so many are in use, before the next look.
const PAUSE: Duration = Duration::from_millis(100);

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
    _lock: File,
}

impl Pool {
    /// For a program with this many tests of the engine.
    pub(crate) fn new(engine: Engine, tests: usize) -> Self {
        let browsers = if engine != Engine::Chromium && tests <= ENOUGH_FOR_ONE { 1 } else { BROWSERS };
        Self { engine, free: Arc::new(Semaphore::new(browsers)), idle: Mutex::default() }
    }

    /// Waits for a browser, and opens a new tab in it, or starts one.
    pub(crate) async fn lease(&self) -> Result<Lease> {
        let permit = Arc::clone(&self.free).acquire_owned().await.doing("waiting for a browser")?;
        let lock = lock().await?;
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let browser = match idle {
            Some(browser) if browser.renew().await.is_ok() => browser,
            // One that does not even open a tab is given up.
            _ => Arc::new(Browser::start(self.engine, Window::Hidden).await?),
        };
        Ok(Lease { browser, _permit: permit, _lock: lock })
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

/// Waits until other browsers leave room for one.
async fn lock() -> Result<File> {
    fs::create_dir_all(LOCKS).doing("making the folder of the browsers' locks")?;
    loop {
        for index in 0..IN_USE {
            let file = Path::new(LOCKS).join(index.to_string());
            let file = File::create(&file).doing(file.display())?;
            if file.try_lock().is_ok() {
                return Ok(file);
            }
        }
        sleep(PAUSE).await;
    }
}
