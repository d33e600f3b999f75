//! The screen “Backups”: what is kept in the browser, and what is done with it.

use crate::support::{
    ADMIN, KEEP_FILES, Stage, USER, card_row, comparable, confirm_for_many, in_sight, reset, rows_without, saved, says,
};
use page::{Browser, Engine, Key, Result, in_every_engine};
use serde_json::{Value, json};

in_every_engine!(
    a_backup_outlasts_the_tab_and_is_put_back,
    what_is_said_is_in_sight,
    [
        a_reset_that_loses_its_page_can_be_undone,
        what_is_restored_here_is_seen_elsewhere,
        chosen_people_are_put_back,
        backups_go_by_file_to_another_browser,
        a_file_without_backups_and_one_of_another_portal_say_so,
        a_newer_view_is_asked_about_and_kept,
        what_is_refused_says_why,
        who_is_signed_in_can_be_asked_again,
        two_tabs_see_the_same,
        without_storage_it_says_so
    ]
);

/// Opens the screen.
async fn open_backups(stage: &Stage, user: u32) -> Result<()> {
    stage.open_main(user).await?;
    stage.browser.click("#tab-backups").await?;
    stage.browser.wait_for_text("h1", "Backups").await?;
    Ok(())
}

/// Resets the own view of a user.
async fn reset_own(stage: &Stage, user: u32) -> Result<()> {
    let browser = &stage.browser;
    stage.open_main(user).await?;
    browser.click("#tab-my-view").await?;
    reset_and_see(browser).await
}

/// Resets the own view, and waits until the page says so.
async fn reset_and_see(browser: &Browser) -> Result<()> {
    reset(browser).await?;
    browser.wait_for_text("#message", "Your view is reset").await.map(drop)
}

/// Drops everybody's own view.
async fn set_for_everyone(stage: &Stage) -> Result<()> {
    let browser = &stage.browser;
    stage.open_main(ADMIN).await?;
    browser.click("#tab-common-view").await?;
    browser.click("#common-everyone").await?;
    confirm_for_many(browser, "3", "#confirm-everyone").await?;
    browser.wait_for_text("#message", "Everybody has the common view").await?;
    Ok(())
}

/// Gives the page a file to read.
async fn read_file(browser: &Browser, name: &str, content: &str) -> Result<()> {
    let body = "const input = document.querySelector('#import'), files = new DataTransfer();
        files.items.add(new File([arguments[1]], arguments[0]));
        input.files = files.files;
        input.dispatchEvent(new Event('change'))";
    browser.run(body, vec![json!(name), json!(content)]).await.map(drop)
}

async fn a_backup_outlasts_the_tab_and_is_put_back(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    open_backups(&stage, USER).await?;
    browser.wait_for_text("main", "There are no backups yet").await?;
    stage.inspect("backups-none").await?;
    reset_own(&stage, USER).await?;

    browser.renew().await?;
    open_backups(&stage, USER).await?;
    let list = browser.wait_for_text("#backups", "My form view").await?;
    assert!(list.contains("Before a reset") && list.contains("20"), "why and when: {list}");
    browser.click("#preview-0").await?;
    browser.wait_for_text(".preview", "What I sell by").await?;
    stage.inspect("backups").await?;
    browser.click("#restore-0").await?;
    browser.wait_for_text("#question", "It is put back as it was on").await?;
    assert_eq!(stage.rows()?, rows_without(USER));
    stage.inspect("backups-question").await?;
    browser.click("#confirm-restore").await?;
    browser.wait_for_text("#message", "The view is restored").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    stage.inspect("backups-restored").await?;
    browser.click("#undo").await?;
    let undone = async || Ok((stage.rows()? == rows_without(USER)).then_some(()));
    browser.until("the undo of the restoration", undone).await?;
    browser.wait_for_text("#message", "The view is restored").await?;

    // Somebody else in the same browser has none of it.
    open_backups(&stage, ADMIN).await?;
    browser.wait_for_text("main", "There are no backups yet").await?;

    // What is deleted by mistake is kept after all.
    open_backups(&stage, USER).await?;
    browser.click("#delete-0").await?;
    browser.wait_for_text("#message", "The backup is deleted").await?;
    browser.wait_for_text("main", "There are no backups yet").await?;
    browser.click("#undo").await?;
    browser.wait_for_text("#backups", "Before a reset").await?;
    Ok(())
}

async fn a_reset_that_loses_its_page_can_be_undone(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    stage.open(USER).await?;
    stage.fail("reset", 1, &json!({ "delayMs": 1000 }))?;
    reset(browser).await?;
    browser.wait_for_text("#status", "Resetting your view").await?;
    stage.faults_met().await?;
    open_backups(&stage, USER).await?;
    browser
        .until("the portal to have done it", async || Ok((stage.rows()? == rows_without(USER)).then_some(())))
        .await?;
    stage.open(USER).await?;
    browser.click("#undo").await?;
    browser.wait_for_text("#message", "Your view is back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    Ok(())
}

async fn what_is_restored_here_is_seen_elsewhere(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    reset_own(&stage, USER).await?;
    browser.click("#tab-backups").await?;
    browser.click("#restore-0").await?;
    browser.click("#confirm-restore").await?;
    browser.wait_for_text("#message", "The view is restored").await?;
    browser.click("#tab-my-view").await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    assert!(!browser.is_shown("#message").await?, "the reset is no longer news");
    assert_eq!(comparable(stage.rows()?), comparable(before));

    // Every deletion can be undone, not the latest alone.
    browser.click("#tab-backups").await?;
    browser.click("#delete-1").await?;
    browser.wait_for_text("#message", "The backup is deleted").await?;
    browser.click("#delete-0").await?;
    browser.wait_for_text("main", "There are no backups yet").await?;
    browser.click("#undo").await?;
    browser.click("#preview-1").await?;
    browser.wait_for_text(".preview", "What I sell by").await?;
    Ok(())
}

/// Backups of three people's views, which the common one has replaced, in a page that keeps the files it saves.
async fn with_backups_of_people(engine: Engine) -> Result<(Stage, Value)> {
    let stage = Stage::set_with_head(engine, KEEP_FILES).await?;
    let before = stage.rows()?;
    set_for_everyone(&stage).await?;
    stage.browser.click("#tab-backups").await?;
    says(&stage.browser, "#backups", "3 people").await?;
    Ok((stage, before))
}

async fn chosen_people_are_put_back(engine: Engine) -> Result<()> {
    let (stage, before) = with_backups_of_people(engine).await?;
    let browser = &stage.browser;
    browser.click("#open-0").await?;
    browser.click("#choose-0-2").await?;
    browser.click("#preview-0-2").await?;
    browser.wait_for_text(".preview", "Somebody else's").await?;
    stage.inspect("backups-people").await?;
    let file = saved(browser, "#save-0").await?;
    assert_eq!([&file["userId"], &file["name"]], [&json!(6), &json!("Clara Novak")]);
    says(browser, "#restore-0", "Restore 1 view…").await?;
    browser.click("#restore-0").await?;
    browser.click("#confirm-restore").await?;
    browser.wait_for_text("#message", "The view is restored").await?;
    assert_eq!(comparable(stage.rows()?), comparable(json!([before[2], before[3]])));
    // Until then the page moves.
    in_sight(browser, "#message").await?;

    // The backup is there still. All of them at once have a report.
    // WebKit's driver misses what lies at the edge of the window.
    browser.run("document.querySelector('#choose-1-2').focus()", vec![]).await?;
    browser.press(Key::Space).await?;
    browser.click("#restore-1").await?;
    says(browser, "#question", "Restore 3 views?").await?;
    browser.click("#confirm-restore").await?;
    says(browser, "#report", "Done for 2 people").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    stage.inspect("backups-report").await?;
    Ok(())
}

async fn backups_go_by_file_to_another_browser(engine: Engine) -> Result<()> {
    let (stage, before) = with_backups_of_people(engine).await?;
    let browser = &stage.browser;
    let file = saved(browser, "#save-all").await?;
    assert_eq!(file.as_array().map(Vec::len), Some(3));
    browser.click("#delete-0").await?;
    browser.wait_for_text("main", "There are no backups yet").await?;

    read_file(browser, "cards.json", &file.to_string()).await?;
    says(browser, "#message", "3 backups were read").await?;
    browser.wait_for_text("#backups", "From a file").await?;
    stage.inspect("backups-imported").await?;
    read_file(browser, "cards.json", &file.to_string()).await?;
    says(browser, "#message", "There is nothing new in the file All 3 backups in it are here already").await?;
    browser.click("#open-0").await?;
    browser.wait_for_text("#backups", "Clara Novak").await?;
    browser.click("#restore-0").await?;
    browser.click("#confirm-restore").await?;
    says(browser, "#report", "Done for 3 people").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    Ok(())
}

async fn a_file_without_backups_and_one_of_another_portal_say_so(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    open_backups(&stage, ADMIN).await?;
    for (index, content) in ["", "{", "[]", "null", r#"[{"version":1}]"#, "\u{0}PNG"].into_iter().enumerate() {
        let name = format!("photo-{index}.png");
        read_file(browser, &name, content).await?;
        says(browser, "#message", &format!("There is no backup in the file “{name}” holds no view")).await?;
    }
    stage.inspect("backups-no-file").await?;
    let sections = json!([{ "name": "main", "title": "Main", "type": "section", "elements": [{ "name": "NAME" }] }]);
    let foreign = json!({ "version": 1, "portal": "https://other.bitrix24.com", "scope": "C", "takenAt": "2026-11-26T10:00:00Z",
        "sections": sections });
    read_file(browser, "other.json", &foreign.to_string()).await?;
    browser.wait_for_text("#message", "Some come from another Bitrix24").await?;
    browser.wait_for_text("#backups", "another Bitrix24, \u{2068}other.bitrix24.com\u{2069}").await?;
    assert!(!browser.is_shown("#restore-0").await?, "it cannot be restored here");
    stage.inspect("backups-foreign").await?;
    Ok(())
}

async fn what_is_said_is_in_sight(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    open_backups(&stage, USER).await?;
    let sections = json!([{ "name": "main", "title": "Main", "type": "section", "elements": [{ "name": "NAME" }] }]);
    let kept = |minute| {
        json!({ "version": 1, "portal": "https://other.bitrix24.com", "scope": "C",
        "takenAt": format!("2026-11-26T10:{minute}:00Z"), "sections": sections })
    };
    let many: Value = (10..30).map(kept).collect();
    read_file(browser, "many.json", &many.to_string()).await?;
    says(browser, "#message", "20 backups were read").await?;
    in_sight(browser, "#message").await?;
    browser.click("#delete-19").await?;
    says(browser, "#message", "The backup is deleted").await?;
    in_sight(browser, "#message").await
}

async fn a_newer_view_is_asked_about_and_kept(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let newer = json!([{ "type": "section", "name": "new", "title": "Newer work", "elements": [{ "name": "POST" }] }]);
    reset_own(&stage, USER).await?;
    stage.replace_rows(&json!([card_row(USER, &newer)]))?;
    browser.click("#tab-backups").await?;
    browser.click("#restore-0").await?;
    browser.wait_for_text("#question", "By now there is another view").await?;
    stage.inspect("backups-newer").await?;
    browser.click("#confirm-restore").await?;
    browser.wait_for_text("#backups", "Before another view took its place").await?;
    browser.click("#undo").await?;
    let undone = async || Ok((comparable(stage.rows()?) == comparable(json!([card_row(USER, &newer)]))).then_some(()));
    browser.until("the newer view", undone).await
}

async fn what_is_refused_says_why(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let denied = json!({ "status": 400, "body": { "error": "", "error_description": "Access denied." } });
    reset_own(&stage, USER).await?;
    browser.click("#tab-backups").await?;
    stage.fail("get", 1, &denied)?;
    browser.click("#restore-0").await?;
    browser.wait_for_text("#message", "The view was not restored").await?;
    stage.fail("set", 1, &denied)?;
    browser.click("#again").await?;
    browser.click("#confirm-restore").await?;
    browser.wait_for_text("#message", "Your account has no access").await?;
    stage.inspect("backups-refused").await?;
    browser.click("#again").await?;
    browser.click("#confirm-restore").await?;
    browser.wait_for_text("#message", "The view is restored").await?;
    Ok(())
}

async fn who_is_signed_in_can_be_asked_again(engine: Engine) -> Result<()> {
    let stage = Stage::set_in_scaled_time(engine).await?;
    let browser = &stage.browser;
    let refused = json!({ "status": 400, "body": { "error": "ERROR_CORE", "error_description": "No." } });
    stage.fail_methods(&["profile"], &refused)?;
    stage.open_main(USER).await?;
    reset_and_see(browser).await?;
    browser.wait_for_text("#message", "only as long as this page is open").await?;
    browser.click("#tab-backups").await?;
    browser.wait_for_text("#message", "Your backups could not be read").await?;
    browser.wait_for_text("#message", "refused the request").await?;
    browser.wait_for_text("header", "kept only as long as this page is open").await?;
    browser.wait_for_text("#backups", "Before a reset").await?;
    stage.inspect("backups-unread").await?;

    // As long as nobody answers no file is asked for, and one that was chosen before waits.
    stage.fail_methods(&["profile"], &json!({ "hang": true }))?;
    browser.click("#again").await?;
    browser.wait_for_text(".button:has([aria-disabled])", "Read from a file").await?;
    read_file(browser, "photo.png", "").await?;
    stage.mend()?;
    says(browser, "#message", "There is no backup in the file").await?;
    browser.click("#tab-my-view").await?;
    browser.click("#tab-backups").await?;
    let said = async || Ok((!browser.is_shown("#message, .warning").await?).then_some(()));
    browser.until("nothing to say", said).await?;
    // What was kept meanwhile outlasts the page.
    open_backups(&stage, USER).await?;
    browser.wait_for_text("#backups", "Before a reset").await?;

    // Where nothing is known, nothing is said to be missing.
    stage.fail_methods(&["profile"], &json!({ "status": 200, "body": { "result": null } }))?;
    open_backups(&stage, USER).await?;
    browser.wait_for_text("#message", "an answer that makes no sense").await?;
    assert!(!browser.is_shown(".empty").await?);
    Ok(())
}

async fn two_tabs_see_the_same(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    open_backups(&stage, USER).await?;
    browser.wait_for_text("main", "There are no backups yet").await?;
    browser.open_window().await?;
    reset_own(&stage, USER).await?;
    stage.enter_other_window().await?;
    browser.wait_for_text("#backups", "Before a reset").await?;
    browser.click("#delete-0").await?;
    browser.wait_for_text("main", "There are no backups yet").await?;
    // The other tab has its undo still: what it has is its own.
    stage.enter_other_window().await?;
    browser.click("#undo").await?;
    browser.wait_for_text("#message", "Your view is back").await?;
    Ok(())
}

async fn without_storage_it_says_so(engine: Engine) -> Result<()> {
    let stage = Stage::set_without_storage(engine).await?;
    let browser = &stage.browser;
    reset_own(&stage, USER).await?;
    browser.click("#tab-backups").await?;
    browser.wait_for_text("header", "lets the page store nothing").await?;
    browser.wait_for_text("#backups", "Before a reset").await?;
    stage.inspect("backups-not-lasting").await?;
    Ok(())
}
