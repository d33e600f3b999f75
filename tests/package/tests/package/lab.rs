//! A placement with nothing in it but the library and the package, and a portal for each way to call one.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use page::{Browser, Engine, Error, Result, console_recorder, lease, scaled_time};
use portal::{Options, Portal};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::stage::{cards, start};

const PACKAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../pkg/bx24-contact-card.js");

const CONTROL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/projects/control.mjs");

const SHARED: &str = include_str!("lab.js");

/// How long the calls of one page may take in all.
const PATIENCE: Duration = Duration::from_mins(3);

/// How much faster time passes in a page with [`Time::Scaled`].
pub(crate) const FASTER: u32 = 10;

/// How fast time passes in a page: for its timers and clocks, and so for the package and the library. A portal and the
/// network take as long as ever.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Time {
    Real,
    Scaled,
}

impl Time {
    /// The page of the application in which it passes like this.
    const fn page(self) -> &'static str {
        match self {
            Self::Real => "index.html",
            Self::Scaled => "scaled.html",
        }
    }
}

/// A way to call a portal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Connection {
    Bx24,
    Webhook,
    OAuth,
}

impl Connection {
    pub(crate) const ALL: [Self; 3] = [Self::Bx24, Self::Webhook, Self::OAuth];

    /// The name it has in the scripts.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Bx24 => "bx24",
            Self::Webhook => "webhook",
            Self::OAuth => "oauth",
        }
    }
}

/// A browser, the portals of [`Connection::ALL`], the first of which has the placement, and one that nobody is to ask.
pub(crate) struct Lab {
    browser: Arc<Browser>,
    portals: Vec<Arc<Portal>>,
    elsewhere: Arc<Portal>,
    _app: TempDir,
}

impl Lab {
    pub(crate) async fn set(engine: Engine) -> Result<Self> {
        // First, so that no portals stand idle meanwhile.
        let browser = lease(engine).await?;
        let app = TempDir::new().map_err(|error| failed(&error))?;
        let (first, _) = start(Options { app_dir: Some(app.path().into()), ..Options::default() }).await?;
        let mut portals = vec![first];
        while portals.len() < Connection::ALL.len() {
            portals.push(start(Options::default()).await?.0);
        }
        let (elsewhere, _) = start(Options::default()).await?;
        fs::copy(PACKAGE, app.path().join("bx24-contact-card.js")).map_err(|error| {
            Error::new(format!("copying pkg/bx24-contact-card.js: {error}: run `cargo xtask build` first"))
        })?;
        fs::copy(CONTROL, app.path().join("control.mjs")).map_err(|error| failed(&error))?;
        for (time, script) in [(Time::Real, String::new()), (Time::Scaled, scaled_time(FASTER))] {
            let page = format!(
                "<!doctype html><title>Lab</title>{}{script}<body>\
                 <script src='{}/api/v1/'></script><script src='bx24-contact-card.js'></script>",
                console_recorder(),
                portals[0].url()
            );
            fs::write(app.path().join(time.page()), page).map_err(|error| failed(&error))?;
        }
        Ok(Self { browser, portals, elsewhere, _app: app })
    }

    /// Opens the placement anew, as the administrator.
    pub(crate) async fn open(&self, time: Time) -> Result<()> {
        self.open_with(time, "").await
    }

    /// The same with more parameters of the placement's address, such as `&expires=1`.
    pub(crate) async fn open_with(&self, time: Time, parameters: &str) -> Result<()> {
        let portal = &self.portals[0];
        let app = portal.app_url().expect("it was started with an application");
        let page = time.page();
        self.browser.goto(&format!("{}/placement?app={app}/app/{page}{parameters}", portal.url())).await?;
        self.browser.enter_frame("iframe").await
    }

    pub(crate) fn portal(&self, connection: Connection) -> &str {
        self.portals[connection as usize].url()
    }

    pub(crate) fn elsewhere(&self) -> &str {
        self.elsewhere.url()
    }

    /// Runs the body of an async function in the page, with what `lab.js` has.
    pub(crate) async fn call(&self, body: &str, arguments: Vec<Value>) -> Result<Value> {
        self.browser.run_async(&[SHARED, body].concat(), arguments).await
    }

    /// The same for a script that works in the background, for longer than a driver waits, until its result is there.
    pub(crate) async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        const RESULT: &str = "return window.result";
        // Until then no more than that: results are long, and asking for them takes the page's time.
        const ENDED: &str = "return window.result.done ? window.result : {}";
        self.call(script, arguments).await?;
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            let result = self.browser.run(ENDED, vec![]).await?;
            if result["done"] == json!(true) {
                return match result["failed"].as_str() {
                    None => Ok(result),
                    Some(failed) => Err(Error::new(failed.to_owned())),
                };
            }
            tokio::time::sleep(Duration::from_millis(250)).await;
        }
        Err(Error::new(format!("the page is not done after {PATIENCE:?}: {}", self.browser.run(RESULT, vec![]).await?)))
    }
}

/// Runs the body of an async function in a placement that is opened with more parameters of its address. Its portal's address
/// is `portal`, and has the cards of [`USERS`].
pub(crate) async fn in_placement(engine: Engine, time: Time, parameters: &str, body: &str) -> Result<Value> {
    // Not awaited by the driver: WebKit's has its patience counted by the page's timers, which may be scaled.
    const BEGIN: &str = "
        const outcome = {};
        inBackground(outcome, async () => {
          const [portal, cards] = arguments;
          await control(portal, 'PUT', 'rows', cards);
          outcome.told = await (async () => {";
    const END: &str = "})(); });";
    let lab = Lab::set(engine).await?;
    lab.open_with(time, parameters).await?;
    let arguments = vec![json!(lab.portal(Connection::Bx24)), cards(&USERS)];
    let mut outcome = lab.run(&[BEGIN, body, END].concat(), arguments).await?;
    Ok(outcome["told"].take())
}

/// Those with a card in [`in_placement`].
pub(crate) const USERS: [u32; 4] = [5, 6, 7, 8];

fn failed(error: &std::io::Error) -> Error {
    Error::new(format!("making the page: {error}"))
}
