//! The package at work: two cards of a local portal are reset, one through BX24 and one through fetch, and shown before
//! and after.

use std::env;

use anyhow::{Context, Result, bail};
use page::{Browser, Engine, Window};
use portal_control::method_of;
use serde_json::{Value, json};

use crate::portal::Portal;
use crate::project::Project;
use crate::step::step;
use crate::{build, setup};

/// The user whose placement is opened; may reset the own card only.
const CALLER: u32 = 5;

/// The user whose card an administrator's webhook resets.
const COLLEAGUE: u32 = 6;

/// Runs in the application's page. Its connection is fetch, for it names a webhook.
const RESET_BY_WEBHOOK: &str = "
    const [webhook, userId] = arguments;
    const { resetContactCard } = BX24ContactCard;
    const { result } = await resetContactCard('P', userId, { connection: { webhook } });
    return result;";

/// Builds the package, and resets the two cards in a browser, which stays open if somebody can see it.
pub(crate) fn run(project: &Project, headless: bool) -> Result<()> {
    setup::for_demo(project)?;
    build::package(project)?;
    let portal = step("start the local portal", || {
        Portal::build(project)?;
        Portal::start(project, &project.app())
    })?;
    let has_display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some());
    if !headless && !has_display {
        eprintln!("There is no display: the browser runs without a window, as with --headless.");
    }
    let window = if headless || !has_display { Window::Hidden } else { Window::Visible };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(show(&portal, window))
}

async fn show(portal: &Portal, window: Window) -> Result<()> {
    let browser = Browser::start(Engine::Chromium, window).await?;
    portal.control.replace_rows(&cards())?;

    println!("\nThrough BX24: user {CALLER} opens the placement and resets the own card.");
    let before = cards_of(portal)?;
    browser.goto(&format!("{}/placement?user={CALLER}", portal.url)).await?;
    browser.enter_frame("iframe").await?;
    browser.click("#reset").await?;
    browser.click("#confirm-reset").await?;
    browser.wait_for_text("#message", "reset").await?;
    // The page reads the card again: that belongs to this part of the log.
    browser.wait_for_text("#card", "default layout").await?;
    report(portal, &before, CALLER)?;

    println!("\nThrough fetch: a webhook of user 1, an administrator, resets the card of user {COLLEAGUE}.");
    let before = cards_of(portal)?;
    let webhook = format!("{}/rest/1/adm1secret/", portal.url);
    let result = browser.run_async(RESET_BY_WEBHOOK, vec![webhook.into(), COLLEAGUE.into()]).await?;
    println!("  resetContactCard('P', {COLLEAGUE}) answered {result}");
    report(portal, &before, COLLEAGUE)?;

    if window == Window::Visible {
        println!("\nThe browser stays open. Enter ends the demo.");
        std::io::stdin().read_line(&mut String::new())?;
    }
    Ok(())
}

/// Prints what was sent since the last report, and the cards; fails unless exactly the card of `user` is gone.
fn report(portal: &Portal, before: &[String], user: u32) -> Result<()> {
    for request in portal.control.log()? {
        println!("  sent      {}", sent(&request));
    }
    portal.control.clear_log()?;
    let after = cards_of(portal)?;
    println!("  before    {}", before.join(", "));
    println!("  after     {}", after.join(", "));
    let expected: Vec<_> = before.iter().filter(|card| **card != card_of(user)).cloned().collect();
    if after != expected || after.len() + 1 != before.len() {
        bail!("the portal should store {}", expected.join(", "));
    }
    Ok(())
}

/// One request of the portal's log. A webhook's code is in its path, and a token among its parameters: neither is shown.
fn sent(request: &Value) -> String {
    let method = method_of(request);
    let (user, status) = (&request["user"], &request["status"]);
    let shown =
        ["scope", "userId", "entityTypeId"].iter().filter_map(|name| Some((*name, request["params"].get(*name)?)));
    let parameters: Vec<_> = shown.map(|(name, value)| format!("{name}={}", plain(value))).collect();
    format!("{method} {} as user {user}: {status}", parameters.join(" "))
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The cards that the portal stores, in words.
fn cards_of(portal: &Portal) -> Result<Vec<String>> {
    let rows = portal.control.rows()?;
    let rows = rows.as_array().context("the portal gave no list of rows")?;
    Ok(rows.iter().map(|row| row["user"].as_u64().map_or_else(|| row.to_string(), card_of)).collect())
}

fn card_of(user: impl Into<u64>) -> String {
    match user.into() {
        0 => "the common card".to_owned(),
        user => format!("card of user {user}"),
    }
}

/// A card for each of three users, and the common one.
fn cards() -> Value {
    let sections = json!([
        { "type": "section", "name": "main", "title": "About", "elements": [
            { "name": "NAME", "optionFlags": 1 }, { "name": "LAST_NAME" }, { "name": "PHONE" },
        ] },
        { "type": "section", "name": "more", "title": "More", "elements": [{ "name": "COMMENTS" }] },
    ]);
    let value = json!([{ "name": "default_column", "type": "column", "elements": sections }]);
    let card = |user: u32, name: &str| json!({ "user": user, "name": name, "common": user == 0, "value": value });
    let personal = [1, CALLER, COLLEAGUE].map(|user| card(user, "contact_details"));
    personal.into_iter().chain([card(0, "contact_details_common")]).collect()
}
