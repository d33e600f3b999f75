use std::fmt::{self, Display};
use std::process::Command;
use std::str::FromStr;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use crate::browser::Window;
use crate::tools::headless_shell;
use crate::{Error, Result};

/// A browser engine: together the three are what nearly everybody's browser is built on.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Engine {
    /// Chromium through `chromedriver`: Chrome, Edge, Opera, Yandex.
    Chromium,
    /// Firefox through `geckodriver`.
    Firefox,
    /// `WebKitGTK`'s `MiniBrowser` through `WebKitWebDriver`: the nearest thing to Safari outside macOS.
    WebKit,
}

impl Engine {
    /// All of them, in the order in which to try.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The driver's program.
    pub(crate) fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    /// How to get the driver and the browser.
    pub(crate) fn remedy(self) -> &'static str {
        match self {
            Self::Chromium => {
                "Debian, Ubuntu: `apt install chromium chromium-driver`; elsewhere Chrome and the chromedriver of the same version"
            }
            Self::Firefox => {
                "`cargo xtask setup` in the project, or `cargo install --locked geckodriver`, and Firefox (Debian: `apt install firefox-esr`)"
            }
            Self::WebKit => {
                "Debian, Ubuntu: `apt install webkit2gtk-driver xvfb`; Fedora: `dnf install webkitgtk6.0-driver xorg-x11-server-Xvfb`"
            }
        }
    }

    /// The driver's command, listening on `port` of the loopback address.
    pub(crate) fn command(self, program: &std::path::Path, port: u16) -> Command {
        let mut command = Command::new(program);
        match self {
            Self::Chromium | Self::WebKit => command.arg(format!("--port={port}")),
            Self::Firefox => command.args(["--port", &port.to_string()]),
        };
        command
    }

    /// What the session is asked to be.
    pub(crate) fn capabilities(self, window: Window) -> Capabilities {
        let (name, options) = match self {
            Self::Chromium => ("goog:chromeOptions", chromium_options(window)),
            Self::Firefox => {
                ("moz:firefoxOptions", json!({ "args": firefox_arguments(window), "prefs": firefox_preferences() }))
            }
            // It has no headless mode: hidden means on a display that nobody sees.
            Self::WebKit => ("webkitgtk:browserOptions", Value::Null),
        };
        let mut capabilities = Capabilities::new();
        if !options.is_null() {
            capabilities.insert(name.to_owned(), options);
        }
        if self == Self::Chromium {
            // Or its driver would ask before and after each command whether the page still loads, which takes as long as the command.
            capabilities.insert("pageLoadStrategy".to_owned(), json!("none"));
        }
        capabilities
    }
}

fn chromium_options(window: Window) -> Value {
    let mut options = json!({ "args": chromium_arguments(window) });
    if let Some(shell) = headless_shell().filter(|_| window == Window::Hidden) {
        options["binary"] = json!(shell);
    }
    options
}

/// Quiet, and without what a sandboxed or busy machine cannot give.
fn chromium_arguments(window: Window) -> Vec<&'static str> {
    let mut arguments = vec![
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        // Pages of tests can collect garbage.
        "--js-flags=--expose-gc",
        "--no-first-run",
    ];
    if window == Window::Hidden {
        arguments.push("--headless");
    }
    if is_root() {
        // Chromium refuses to start as root otherwise; containers and CI machines often are.
        arguments.push("--no-sandbox");
    }
    arguments
}

fn firefox_arguments(window: Window) -> Vec<&'static str> {
    match window {
        Window::Hidden => vec!["-headless"],
        Window::Visible => vec![],
    }
}

/// No processes in advance, for pages that are never opened: each takes as long to start as one that is used.
fn firefox_preferences() -> Value {
    json!({ "dom.ipc.processPrelaunch.enabled": false })
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

impl Display for Engine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

impl FromStr for Engine {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|engine| engine.to_string() == name).ok_or_else(|| {
            Error::new(format!("no browser engine is called {name:?}: there are chromium, firefox and webkit"))
        })
    }
}
