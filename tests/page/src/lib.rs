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
//! [`Browser::start`] finds the engine's driver on `PATH` or in the user's cache, starts it on a free port with a
//! profile of its own, and opens a session. Dropping the [`Browser`], in a panic too, ends the driver, the browser and
//! every process they started, and removes the profile; so does, on Linux, the end of a test that is killed.
//!
//! Tests do not start browsers of their own: [`lease`] gives each test, for as long as it runs, one of those that the
//! program's tests share. [`suite`] is what runs such tests.
//!
//! Whatever names an element takes a CSS selector and waits for it, up to [`PATIENCE`]: a page may still be loading.
//! The tests themselves lie in `tests/`.

mod browser;
mod devtools;
mod display;
mod driver;
mod engine;
mod error;
mod guard;
mod head;
mod pool;
mod processes;
pub mod suite;
mod tools;
mod until;

pub use browser::{Browser, Window};
pub use engine::Engine;
pub use error::{Error, Result};
pub use fantoccini::key::Key;
pub use head::{console_recorder, scaled_time};
pub use suite::{Test, lease, on_failure};
pub use tools::{GECKODRIVER, headless_shell, on_path, root_of};
pub use until::{PATIENCE, until};
