//! The start page, as a developer uses it.

use crate::http::{Running, card};
use page::{Engine, Result, lease, until};
use serde_json::json;

page::tests!(awaited the_start_page_shows_and_switches);

async fn the_start_page_shows_and_switches() -> Result<()> {
    let running = Running::start().await;
    let sections = json!([{"type": "section", "name": "s", "title": "<b>Main</b>", "elements": [{"name": "PHONE"}]}]);
    running.put("rows", json!([card(6, &sections)])).await;
    let browser = lease(Engine::Chromium).await?;
    browser.goto(running.portal.url()).await?;
    browser.wait_for_text("#users", "/rest/1/adm1secret/").await?;
    let cards = browser.wait_for_text("#cards", "PHONE").await?;
    assert!(cards.contains("Clara Novak") && cards.contains("<b>Main</b>"), "{cards}");

    running.call("/rest/5/usr5secret/profile", json!({"note": "<i>"})).await;
    browser.wait_for_text("#log", "<i>").await?;

    browser.click("#fault-kinds button").await?;
    browser.wait_for_text("#faults", "QUERY_LIMIT_EXCEEDED").await?;
    let refused = running.call("/rest/5/usr5secret/crm.contact.fields", json!({})).await;
    assert_eq!(refused.status, 503);
    browser.click("[name=deleted]").await?;
    browser.click("[name=deleted][aria-pressed=true]").await?;
    browser.click("[name=deleted][aria-pressed=false]").await?;
    browser.click("#heal").await?;
    browser.click("[name=deleted][aria-pressed=false]").await?;
    browser.click("#heal").await?;

    browser.click("#cards button").await?;
    until("the card is gone", async || Ok((running.get("rows").await == json!([])).then_some(()))).await?;
    Ok(())
}
