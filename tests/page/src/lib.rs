//! Real browsers, driven over `WebDriver`, for everything here that must be seen to work in one.
//!
//! ```no_run
//! # async fn demo() -> page::Result<()> {
//! use page::{Browser, Engine, Window};
//!
//! let browser = Browser::start(Engine::Firefox, Window::Hidden).await?;
//! browser.goto("http://127.0.0.1:8080/placement?user=1").await?;
//! browser.enter_frame("iframe").await?;
//! browser.click("#reset").await?;
//! assert_eq!(browser.text("h1").await?, "Contact card");
//! # Ok(()) }
//! ```
//!
//! [`Browser::start`] finds the engine's driver on `PATH` or in `target/tools/bin`, starts it on a free port with a
//! profile of its own, and opens a session. Dropping the [`Browser`], in a panic too, ends the driver, the browser and
//! every process they started, and removes the profile; so does, on Linux, the end of a test that is killed.
//!
//! Whatever names an element takes a CSS selector and waits for it, up to [`PATIENCE`]: a page may still be loading.
//! The tests themselves lie in `tests/`.

mod browser;
mod driver;
mod engine;
mod error;
mod guard;
mod processes;
mod until;

pub use browser::{Browser, Window};
pub use engine::Engine;
pub use error::{Error, Result};
pub use fantoccini::key::Key;
pub use until::{PATIENCE, until};

/// Makes three tests of each `async fn(Engine)`, one for every engine: `chromium::name`, `firefox::name`, `webkit::name`.
///
/// `cargo test -p page firefox` runs those of one engine. An engine that the machine lacks fails its tests.
#[macro_export]
macro_rules! in_every_engine {
    ($($test:ident),+ $(,)?) => {
        $crate::in_every_engine!(@engine chromium Chromium $($test)+);
        $crate::in_every_engine!(@engine firefox Firefox $($test)+);
        $crate::in_every_engine!(@engine webkit WebKit $($test)+);
    };
    (@engine $module:ident $engine:ident $($test:ident)+) => {
        mod $module {
            $(
                #[tokio::test]
                async fn $test() -> $crate::Result<()> {
                    super::$test($crate::Engine::$engine).await
                }
            )+
        }
    };
}
