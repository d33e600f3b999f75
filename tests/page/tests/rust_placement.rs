//! The example of a placement in Rust alone, in the frame of a portal.

use crate::support::{Stage, USER, WITHOUT_CARD};
use page::{Engine, Result, in_every_engine};
use serde_json::{Value, json};

in_every_engine!(
    resets_the_card_and_puts_it_back,
    says_why_it_cannot,
    what_the_library_keeps_to_itself_is_asked_for_again,
    outside_a_portal_it_says_so,
);

async fn resets_the_card_and_puts_it_back(engine: Engine) -> Result<()> {
    let stage = Stage::set_in_rust(engine).await?;
    let browser = &stage.browser;
    // Its options are no texts: the library's form would save them changed.
    let mut rows = json!([card_with(&json!({ "defaultAddressType": 1, "nothing": null, "list": [true, 2.5] }))]);
    stage.replace_rows(&rows)?;
    stage.open(USER).await?;
    browser.wait_for_text("#card", "Where they live").await?;
    assert!(browser.text("#card").await?.contains("ADDRESS"));

    browser.click("#reset").await?;
    browser.wait_for_text("#status", "Your card is reset.").await?;
    assert_eq!(browser.text("#card").await?, "The default layout");
    assert!(!browser.is_shown("#reset").await?);
    assert_eq!(stage.rows()?, json!([]));

    // What goes beside the library has its token renewed all the same.
    let expired = json!({ "error": "expired_token", "error_description": "The access token provided has expired" });
    stage.fail("set", 1, &json!({ "status": 401, "body": expired }))?;
    browser.click("#undo").await?;
    browser.wait_for_text("#status", "Your card is back.").await?;
    browser.wait_for_text("#card", "Where they live").await?;
    assert!(!browser.is_shown("#undo").await?);
    assert_eq!(stage.rows()?, rows);

    // With texts only, the library is the way back too.
    rows = json!([card_with(&json!({ "defaultCountry": "GB" }))]);
    stage.replace_rows(&rows)?;
    stage.open(USER).await?;
    browser.click("#reset").await?;
    browser.click("#undo").await?;
    browser.wait_for_text("#status", "Your card is back.").await?;
    assert_eq!(stage.rows()?, rows);

    stage.open(WITHOUT_CARD).await?;
    browser.wait_for_text("#card", "The default layout").await?;
    assert!(!browser.is_shown("#reset").await?);
    Ok(())
}

async fn says_why_it_cannot(engine: Engine) -> Result<()> {
    let stage = Stage::set_in_rust(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    let denied = json!({ "status": 400, "body": { "error": "", "error_description": "Access denied." } });
    stage.fail("reset", 1, &denied)?;
    stage.open(USER).await?;
    browser.click("#reset").await?;
    let error = browser.wait_for_text("#error", "You have no access. Your card is as it was.").await?;
    assert!(error.contains("access-denied: Access denied."), "{error}");
    assert!(!browser.is_shown("#undo").await?, "there is nothing to undo");
    assert_eq!(stage.rows()?, before);

    // What may have been done can be undone.
    stage.fail("reset", 1, &json!({ "status": 200, "body": { "result": false } }))?;
    browser.click("#reset").await?;
    browser.wait_for_text("#error", "It is not known whether your card was changed.").await?;
    stage.replace_rows(&json!([]))?;
    browser.click("#undo").await?;
    browser.wait_for_text("#status", "Your card is back.").await?;
    assert_eq!(stage.rows()?.as_array().map(Vec::len), Some(1));

    // A card that could not be read is not shown as anything.
    stage.fail("get", 1, &denied)?;
    stage.open(USER).await?;
    browser.wait_for_text("#error", "You have no access.").await?;
    assert!(!browser.is_shown("#card").await?);
    Ok(())
}

/// A 5xx, of which the library tells nothing (docs/bx24.md §2).
async fn what_the_library_keeps_to_itself_is_asked_for_again(engine: Engine) -> Result<()> {
    let stage = Stage::set_in_rust(engine).await?;
    let browser = &stage.browser;
    let broken = json!({ "status": 502, "body": "<html>" });
    stage.fail("get", 1, &broken)?;
    stage.open(USER).await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    stage.open(USER).await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    stage.fail("reset", 1, &broken)?;
    browser.click("#reset").await?;
    browser.wait_for_text("#status", "Your card is reset.").await?;
    assert_eq!(stage.resets_sent()?, 2);
    Ok(())
}

async fn outside_a_portal_it_says_so(engine: Engine) -> Result<()> {
    let stage = Stage::set_in_rust(engine).await?;
    stage.browser.goto(&stage.page_address()).await?;
    stage.browser.wait_for_text("#status", "This page works inside Bitrix24.").await?;
    assert!(!stage.browser.is_shown("#reset").await?);
    Ok(())
}

fn card_with(options: &Value) -> Value {
    let elements = json!([{ "name": "ADDRESS", "options": options }]);
    let sections = json!([{ "type": "section", "name": "main", "title": "Where they live", "elements": elements }]);
    let value = json!([{ "name": "default_column", "type": "column", "elements": sections }]);
    json!({ "user": USER, "name": "contact_details", "common": false, "value": value })
}
