//! The portal in a real browser: the BX24 stand-in, the official SDK, the start page.

mod bx24;
#[expect(dead_code, reason = "the other tests use more of it")]
#[path = "../it/http.rs"]
mod http;
mod sdk;
mod start;

use http::Running;
use page::{Browser, Engine, Result, lease};
use portal::Options;
use std::process::ExitCode;
use std::sync::Arc;

fn main() -> ExitCode {
    let tests = [bx24::tests(), sdk::tests(), start::tests()];
    page::suite::run(tests.into_iter().flatten())
}

/// A portal that serves these tests' pages, and a browser with one of them open in a placement.
async fn placement(page: &str, user: i64) -> Result<(Running, Arc<Browser>)> {
    placement_with(page, &format!("user={user}")).await
}

/// The same with other parameters of the placement.
async fn placement_with(page: &str, parameters: &str) -> Result<(Running, Arc<Browser>)> {
    let options = Options { app_dir: Some(env!("CARGO_MANIFEST_DIR").into()), ..Options::default() };
    let browser = lease(Engine::Chromium).await?;
    let running = Running::start_with(options).await;
    let app = format!("{}/app/tests/browser/{page}", running.portal.app_url().expect("an application"));
    browser
        .goto(&format!("{}/placement?app={app}&placement=CRM_CONTACT_DETAIL_TAB&{parameters}", running.portal.url()))
        .await?;
    browser.enter_frame("iframe").await?;
    Ok((running, browser))
}
