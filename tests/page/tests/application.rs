//! The application as its own page: its screens, who has them, and help.

use crate::support::{ADMIN, Stage, USER, denied, focused, reset, tab_to};
use page::{Browser, Engine, Key, Result, in_every_engine};
use serde_json::{Value, json};

in_every_engine!(
    screens_are_chosen_by_tabs_and_remembered,
    [
        screens_of_administrators_are_for_who_may_change_settings,
        colours_are_light_unless_the_person_chooses,
        help_says_what_there_is_and_the_version,
        a_screen_that_is_left_goes_on,
        a_screen_that_is_chosen_again_says_the_same_until_there_is_more_to_say
    ]
);

/// Who may change settings of CRM without being an administrator of the portal.
const HEAD_OF_SALES: u32 = 12;

const ALL: [&str; 5] = ["My view", "Common view", "People", "Backups", "Help"];
const OWN: [&str; 3] = ["My view", "Backups", "Help"];

async fn screens_are_chosen_by_tabs_and_remembered(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    stage.open(ADMIN).await?;
    browser.wait_for_text("#card", "About the person").await?;
    assert!(!browser.is_shown("nav").await?, "a contact's tab is my view alone");

    stage.open_main(ADMIN).await?;
    browser.wait_for_text("#card", "About the person").await?;
    assert_eq!(tabs(browser).await?, json!([ALL, "My view"]));
    browser.run("window.focus()", vec![]).await?;
    tab_to(browser, "tab-common-view").await?;
    browser.press(Key::Enter).await?;
    browser.wait_for_text("#card", "Everybody's").await?;
    assert_eq!(tabs(browser).await?, json!([ALL, "Common view"]));
    assert_eq!(focused(browser).await?, "tab-common-view", "the tab keeps the focus");
    stage.assert_accessible().await?;
    browser.click("#tab-backups").await?;
    browser.wait_for_text("h1", "Backups").await?;
    browser.run("history.back()", vec![]).await?;
    browser.wait_for_text("h1", "Common form view").await?;

    // The frame is loaded again, and then the portal's page around it. Firefox asks the person before it sends the form again.
    if engine != Engine::Firefox {
        browser.run("window.isOld = true; location.reload()", vec![]).await?;
        let is_new = "return !window.isOld && document.querySelector('#card') !== null";
        browser
            .until("a new page", async || Ok((browser.run(is_new, vec![]).await? == json!(true)).then_some(())))
            .await?;
        browser.wait_for_text("h1", "Common form view").await?;
    }
    stage.open_main(ADMIN).await?;
    browser.wait_for_text("h1", "Common form view").await?;

    // Who has no such screen sees the first one.
    stage.open_main(USER).await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    assert_eq!(tabs(browser).await?, json!([OWN, "My view"]));
    Ok(())
}

/// The tabs, and that which is shown.
async fn tabs(browser: &Browser) -> Result<Value> {
    let body =
        "const texts = (selector) => [...document.querySelectorAll(selector)].map((tab) => tab.textContent.trim());
        return [texts('nav a'), texts('nav [aria-current=page]').join()]";
    browser.run(body, vec![]).await
}

async fn screens_of_administrators_are_for_who_may_change_settings(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    stage.open_main(HEAD_OF_SALES).await?;
    browser.wait_for_text("#card", "Everybody's").await?;
    assert_eq!(tabs(browser).await?[0], json!(ALL), "she is no administrator of the portal");
    assert_eq!(stage.calls("user.admin")?, 0);

    // A portal that does not tell is one that refuses later.
    stage.fail("get", 1, &json!({ "status": 400, "body": { "error": "ERROR_CORE", "error_description": "No." } }))?;
    stage.open_main(USER).await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    assert_eq!(tabs(browser).await?[0], json!(ALL));
    browser.click("#tab-common-view").await?;
    browser.wait_for_text("#card", "Everybody's").await?;
    stage.fail("reset", 1, &denied())?;
    reset(browser).await?;
    browser.wait_for_text("#message", "The common view was not reset").await?;
    Ok(())
}

async fn colours_are_light_unless_the_person_chooses(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let ground = "return getComputedStyle(document.body).backgroundColor";
    let light = json!("rgb(241, 244, 246)");
    stage.open(USER).await?;
    both_views_are_there(&stage).await?;
    browser.wait_for_text("#scheme", "Dark colours").await?;
    assert_eq!(browser.run(ground, vec![]).await?, light);
    browser.click("#scheme").await?;
    browser.wait_for_text("#scheme", "Light colours").await?;
    stage.open_main(USER).await?;
    both_views_are_there(&stage).await?;
    browser.wait_for_text("#scheme", "Light colours").await?;
    assert_ne!(browser.run(ground, vec![]).await?, light);
    browser.click("#scheme").await?;
    assert_eq!(browser.run(ground, vec![]).await?, light);
    Ok(())
}

/// Waits for what the page has above its foot, which moves the foot as it comes.
async fn both_views_are_there(stage: &Stage) -> Result<()> {
    stage.browser.wait_for_text("#after", "Everybody's").await?;
    stage.frame_fits().await
}

async fn help_says_what_there_is_and_the_version(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    for (user, topics) in [(ADMIN, 8), (USER, 5)] {
        stage.open_main(user).await?;
        browser.click("#tab-help").await?;
        browser.wait_for_text("#topics", concat!("Contact card ", env!("CARGO_PKG_VERSION"))).await?;
        let shown = browser.run("return document.querySelectorAll('#topics section').length", vec![]).await?;
        assert_eq!(shown, json!(topics), "user {user}");
        stage.inspect(&format!("help-{user}")).await?;
    }
    Ok(())
}

async fn a_screen_that_is_left_goes_on(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    stage.open_main(ADMIN).await?;
    browser.wait_for_text("#card", "About the person").await?;
    stage.fail("reset", 1, &json!({ "delayMs": 1500 }))?;
    reset(browser).await?;
    browser.click("#tab-help").await?;
    browser.wait_for_text("h1", "Help").await?;
    assert!(browser.is_shown("#tab-my-view .busy").await?, "the tab says that something goes on");
    let quiet = async || Ok((!browser.is_shown("#tab-my-view .busy").await?).then_some(()));
    browser.until("the end of the reset", quiet).await?;
    browser.click("#tab-my-view").await?;
    browser.wait_for_text("#message", "Your view is reset").await?;
    Ok(())
}

async fn a_screen_that_is_chosen_again_says_the_same_until_there_is_more_to_say(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    let choose_again = async || {
        browser.click("#tab-help").await?;
        browser.wait_for_text("h1", "Help").await?;
        browser.click("#tab-my-view").await
    };
    stage.open_main(ADMIN).await?;
    reset(browser).await?;
    browser.click("#undo").await?;
    browser.wait_for_text("#message", "Your view is back").await?;

    // Nothing has changed elsewhere, or it cannot be known.
    choose_again().await?;
    browser.wait_for_text("#message", "Your view is back").await?;
    stage.fail("get", 9, &denied())?;
    choose_again().await?;
    browser.wait_for_text("#message", "Your view is back").await?;

    // Who resets it while that is looked at is asked, and told nothing beside it.
    stage.fail("get", 9, &json!({ "delayMs": 2000 }))?;
    choose_again().await?;
    browser.wait_for_text("#status", "Reading your view").await?;
    stage.mend()?;
    browser.click("#reset").await?;
    browser.wait_for_text("#question", "Reset your view?").await?;
    assert!(!browser.is_shown("#message").await?, "what was said is over");

    // What was said ends as well where another view was saved elsewhere.
    browser.click("#confirm-reset").await?;
    browser.wait_for_text("#message", "Your view is reset").await?;
    stage.replace_rows(&before)?;
    choose_again().await?;
    browser.wait_for_text("#card", "About the person").await?;
    assert!(!browser.is_shown("#message").await?, "the view is there");
    Ok(())
}
