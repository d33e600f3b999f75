//! The screen “Common view”: it is reset, becomes what a person has, and everybody's.

use crate::support::{
    ADMIN, KEEP_FILES, Stage, USER, card_row, comparable, confirm_for_many, crowd, denied, details, focused,
    rows_without, saved, says, tab_to,
};
use page::{Browser, Engine, Key, Result, in_every_engine, scaled_time};
use serde_json::{Value, json};

in_every_engine!(
    becomes_what_a_person_has_and_then_everybodys,
    [
        is_reset_and_put_back,
        what_cannot_be_read_or_saved_says_why,
        what_is_slow_can_be_cancelled_and_a_lost_network_is_named,
        an_undo_asks_where_there_is_another_view_by_now,
        nobody_loses_a_view_that_is_not_backed_up,
        what_is_arranged_while_the_question_is_read_is_asked_about,
        who_stops_before_it_is_set_for_everyone_is_asked_again,
        what_ends_before_it_is_set_for_everyone_leaves_nothing,
        where_nobody_has_a_view_nobody_loses_one,
        what_was_set_for_everyone_can_be_undone_later,
        works_by_keyboard_alone
    ]
);

/// Opens the screen as an administrator does.
async fn open_common_view(stage: &Stage) -> Result<()> {
    stage.open_main(ADMIN).await?;
    stage.browser.click("#tab-common-view").await?;
    stage.browser.wait_for_text("h1", "Common form view").await?;
    Ok(())
}

/// The common row with the sections of a user's.
fn with_common_of(rows: &Value, user: u32) -> Value {
    let sections = |user: u32| {
        rows.as_array()
            .into_iter()
            .flatten()
            .find(|row| row["user"] == user)
            .map(|row| row["value"][0]["elements"].clone())
    };
    let others = rows.as_array().into_iter().flatten().filter(|row| row["user"] != 0).cloned();
    others.chain([card_row(0, &sections(user).unwrap_or_default())]).collect()
}

async fn becomes_what_a_person_has_and_then_everybodys(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    open_common_view(&stage).await?;
    browser.wait_for_text("#card", "Everybody's").await?;
    stage.inspect("common-view").await?;

    browser.click("#common-give").await?;
    browser.wait_for_text("#source", "Which view should become the common one?").await?;
    browser.write("#person-query", "clara").await?;
    browser.click("#choose-6").await?;
    stage.inspect("common-view-choose").await?;
    browser.click("#accept").await?;
    says(browser, "#question", "“Clara Novak” takes the place").await?;
    browser.wait_for_text("#after", "Somebody else's").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before.clone()), "nothing is saved before the confirmation");
    stage.inspect("common-view-question").await?;
    browser.click("#confirm-give").await?;
    browser.wait_for_text("#message", "The common view is set").await?;
    browser.wait_for_text("#card", "Somebody else's").await?;
    assert_eq!(comparable(stage.rows()?), comparable(with_common_of(&before, 6)));
    stage.inspect("common-view-set").await?;
    browser.click("#undo").await?;
    browser.wait_for_text("#message", "The common view is back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before.clone()));

    browser.click("#common-everyone").await?;
    says(browser, "#question-text", "3 people lose their own views").await?;
    let losing = browser.text("#losing").await?;
    for name in ["Anna Berg", "Boris Lind", "Clara Novak"] {
        assert!(losing.contains(name), "{name} is not in {losing}");
    }
    stage.inspect("everyone-question").await?;
    confirm_for_many(browser, "2", "#confirm-everyone").await?;
    assert_eq!(focused(browser).await?, "number", "it is another number");
    assert_eq!(comparable(stage.rows()?), comparable(before.clone()));
    confirm_for_many(browser, "3", "#confirm-everyone").await?;
    says(browser, "#message", "3 own views are gone").await?;
    assert_eq!(comparable(stage.rows()?), comparable(json!([before[3]])));
    stage.inspect("everyone-done").await?;
    browser.click("#undo").await?;
    says(browser, "#report", "Done for 3 people").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    stage.inspect("everyone-undone").await?;
    Ok(())
}

async fn is_reset_and_put_back(engine: Engine) -> Result<()> {
    let stage = Stage::set_with_head(engine, KEEP_FILES).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    open_common_view(&stage).await?;
    browser.wait_for_text("#card", "Everybody's").await?;
    assert_eq!(saved(browser, "#download").await?["scope"], "C");
    browser.click("#reset").await?;
    says(browser, "#question-text", "2 sections, 5 fields").await?;
    stage.inspect("common-view-reset").await?;
    browser.click("#confirm-reset").await?;
    browser.wait_for_text("#message", "The common view is reset").await?;
    browser.wait_for_text(".views", "There is no common view").await?;
    assert_eq!(stage.rows()?, rows_without(0));
    stage.inspect("common-view-none").await?;

    // A page that is opened anew offers it still, and without a common view a person's can be given all the same.
    open_common_view(&stage).await?;
    browser.wait_for_text("#message", "The common view was reset").await?;
    browser.click("#undo").await?;
    browser.wait_for_text("#card", "Everybody's").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before.clone()));
    stage.replace_rows(&rows_without(0))?;
    browser.click("#reset").await?;
    browser.wait_for_text("#message", "There is nothing to reset").await?;
    give(browser, 6).await?;
    browser.click("#confirm-give").await?;
    browser.wait_for_text("#card", "Somebody else's").await?;
    browser.click("#undo").await?;
    browser.wait_for_text("#message", "The common view is back").await?;
    assert_eq!(stage.rows()?, rows_without(0));

    // Who has no view has none to give.
    browser.click("#common-give").await?;
    browser.click("#choose-7").await?;
    browser.click("#accept").await?;
    browser.wait_for_text("#message", "This person has no view of their own").await?;
    Ok(())
}

/// Chooses the view of a person, up to the question.
async fn give(browser: &Browser, user: u32) -> Result<()> {
    browser.click("#common-give").await?;
    browser.click(&format!("#choose-{user}")).await?;
    browser.click("#accept").await?;
    browser.wait_for_text("#question", "Make this the common view?").await?;
    Ok(())
}

async fn what_cannot_be_read_or_saved_says_why(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    open_common_view(&stage).await?;
    browser.wait_for_text("#card", "Everybody's").await?;

    stage.fail("get", 9, &denied())?;
    browser.click("#reset").await?;
    browser.wait_for_text("#message", "The common view was not reset").await?;
    assert!(details(browser).await?.contains("“Access denied.”"));
    stage.mend()?;
    browser.click("#again").await?;
    browser.click("#cancel").await?;
    assert_eq!(focused(browser).await?, "reset");

    give(browser, 6).await?;
    stage.fail("set", 1, &denied())?;
    browser.click("#confirm-give").await?;
    browser.wait_for_text("#message", "The common view was not set").await?;
    assert!(browser.text("#message").await?.contains("Your account has no access"));
    stage.assert_accessible().await?;
    browser.click("#again").await?;
    browser.wait_for_text("#message", "The common view is set").await?;
    // What can be undone is there still for who has been elsewhere.
    browser.click("#tab-help").await?;
    browser.click("#tab-common-view").await?;
    stage.fail("set", 1, &denied())?;
    browser.click("#undo").await?;
    browser.wait_for_text("#message", "The common view was not put back").await?;
    browser.click("#again").await?;
    browser.wait_for_text("#message", "The common view is back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before.clone()));

    // Of what failed nothing is left among the backups.
    stage.fail("forceCommonScopeForAll", 9, &json!({ "status": 403, "body": { "error": "PORTAL_DELETED" } }))?;
    browser.click("#common-everyone").await?;
    confirm_for_many(browser, "3", "#confirm-everyone").await?;
    browser.wait_for_text("#message", "The common view was not set for everyone").await?;
    assert!(browser.text("#message").await?.contains("has been deleted"));
    assert_eq!(comparable(stage.rows()?), comparable(before));
    nothing_is_kept(browser).await?;

    stage.fail("forceCommonScopeForAll", 9, &json!({ "status": 200, "body": { "result": [] } }))?;
    browser.click("#again").await?;
    confirm_for_many(browser, "3", "#confirm-everyone").await?;
    browser.wait_for_text("#message", "It is not known whether everybody has the common view").await?;
    assert_eq!(browser.text("#again").await?, "Try again");

    stage.fail_after_one("get", &denied())?;
    open_common_view(&stage).await?;
    browser.wait_for_text("#message", "The common view could not be read").await?;
    stage.inspect("common-view-refused").await?;
    Ok(())
}

async fn what_is_slow_can_be_cancelled_and_a_lost_network_is_named(engine: Engine) -> Result<()> {
    // Slower than others, so that there is time to cancel before the call ends by itself.
    let stage = Stage::set_in_time_scaled_by(3, engine).await?;
    let browser = &stage.browser;
    stage.open_main(ADMIN).await?;
    browser.wait_for_text("#card", "About the person").await?;
    stage.fail("get", 9, &json!({ "hang": true }))?;
    browser.click("#tab-common-view").await?;
    browser.wait_for_text("#status", "Reading the common view").await?;
    browser.until("a way out", async || Ok(browser.is_shown("#cancel").await?.then_some(()))).await?;
    stage.shot("common-view-slow").await?;
    browser.click("#cancel").await?;
    browser.wait_for_text("#message", "You cancelled it").await?;
    stage.mend()?;
    browser.click("#again").await?;
    browser.wait_for_text("#card", "Everybody's").await?;

    browser.run("Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })", vec![]).await?;
    stage.fail_methods(&["*"], &json!({ "reset": true }))?;
    browser.click("#common-everyone").await?;
    browser.wait_for_text("#message", "Your device is offline").await?;
    stage.inspect("common-view-offline").await?;
    stage.mend()?;
    browser.run("delete navigator.onLine", vec![]).await?;
    browser.click("#again").await?;
    browser.wait_for_text("#question", "Set the common view for everyone?").await?;
    Ok(())
}

async fn an_undo_asks_where_there_is_another_view_by_now(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let newer = json!([{ "type": "section", "name": "new", "title": "Newer work", "elements": [{ "name": "POST" }] }]);
    let before = stage.rows()?;
    open_common_view(&stage).await?;
    give(browser, 6).await?;
    // Somebody saves another one before the answer, and one more before the undo. Each is kept.
    stage.replace_rows(&json!([before[0], before[1], before[2], card_row(0, &newer)]))?;
    browser.click("#confirm-give").await?;
    browser.wait_for_text("#message", "The common view is set").await?;
    stage.replace_rows(&json!([
        before[0],
        before[1],
        before[2],
        card_row(0, &json!([{ "name": "x", "title": "Newest work", "type": "section" }]))
    ]))?;
    browser.click("#undo").await?;
    browser.wait_for_text("#question", "Replace the common view of now?").await?;
    browser.wait_for_text("#card", "Newest work").await?;
    browser.click("#confirm-replace").await?;
    browser.wait_for_text("#message", "The common view is back").await?;
    browser.wait_for_text("#card", "Newer work").await?;

    // The same with everybody's.
    stage.replace_rows(&before)?;
    browser.click("#common-everyone").await?;
    confirm_for_many(browser, "3", "#confirm-everyone").await?;
    browser.wait_for_text("#message", "Everybody has the common view").await?;
    stage.replace_rows(&json!([before[3], card_row(USER, &newer)]))?;
    browser.click("#undo").await?;
    says(browser, "#question-text", "By now there is another view").await?;
    browser.press(Key::Escape).await?;
    browser.wait_for_text("#message", "Everybody has the common view").await?;
    assert_eq!(focused(browser).await?, "undo");
    browser.click("#undo").await?;
    says(browser, "#question-text", "By now there is another view").await?;
    assert_eq!(stage.rows()?, json!([before[3], card_row(USER, &newer)]));
    browser.click("#confirm-restore").await?;
    says(browser, "#report", "Done for 3 people").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));

    browser.click("#tab-backups").await?;
    let list = browser.wait_for_text("#backups", "Before another view took its place").await?;
    assert_eq!(list.matches("Common form view").count(), 2, "the two views of somebody else's are kept:\n{list}");
    assert!(list.contains("Boris Lind"), "so is his newer one:\n{list}");
    Ok(())
}

async fn nobody_loses_a_view_that_is_not_backed_up(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    open_common_view(&stage).await?;
    browser.wait_for_text("#card", "Everybody's").await?;
    // The list of people is read, and their views are not.
    stage.fail_methods(
        &["batch"],
        &json!({ "status": 403, "body": { "error": "ERROR_CORE", "error_description": "No." } }),
    )?;
    browser.click("#common-everyone").await?;
    browser.wait_for_text("#report", "Not all views are backed up").await?;
    assert!(!browser.is_shown("#confirm-everyone").await?);
    stage.inspect("everyone-not-backed-up").await?;
    stage.mend()?;
    browser.click("#retry-rest").await?;
    says(browser, "#question-text", "3 people lose their own views").await?;
    browser.click("#cancel").await?;
    assert_eq!(focused(browser).await?, "common-everyone");
    assert_eq!(comparable(stage.rows()?), comparable(before));
    // Nothing was done, and nothing is left of it.
    nothing_is_kept(browser).await
}

/// Looks at the list of backups, and comes back.
async fn nothing_is_kept(browser: &Browser) -> Result<()> {
    browser.click("#tab-backups").await?;
    browser.wait_for_text("main", "There are no backups yet").await?;
    browser.click("#tab-common-view").await?;
    browser.wait_for_text("h1", "Common form view").await.map(drop)
}

async fn what_is_arranged_while_the_question_is_read_is_asked_about(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    open_common_view(&stage).await?;
    browser.click("#common-everyone").await?;
    says(browser, "#question-text", "3 people lose their own views").await?;
    let late = json!([{ "type": "section", "name": "late", "title": "Late", "elements": [{ "name": "NAME" }] }]);
    let arranged = json!([card_row(ADMIN, &late), before[1], before[2], before[3]]);
    stage.replace_rows(&arranged)?;
    confirm_for_many(browser, "3", "#confirm-everyone").await?;
    browser.wait_for_text("#message", "Somebody has arranged another view meanwhile").await?;
    assert_eq!(stage.rows()?, arranged, "nothing is set before it is asked about");
    says(browser, "#question-text", "3 people lose their own views").await?;
    stage.inspect("everyone-changed").await?;
    confirm_for_many(browser, "3", "#confirm-everyone").await?;
    browser.wait_for_text("#message", "Everybody has the common view").await?;
    assert_eq!(stage.rows()?, json!([before[3]]));
    browser.click("#undo").await?;
    says(browser, "#report", "Done for 3 people").await?;
    assert_eq!(comparable(stage.rows()?), comparable(arranged));
    // Of whoever had two views in the meantime, the earlier is not kept.
    browser.click("#tab-backups").await?;
    let kept = browser.wait_for_text("main", "Before another view took its place").await?;
    assert!(!kept.contains("Before setting the common view for everyone"), "{kept}");
    Ok(())
}

async fn who_stops_before_it_is_set_for_everyone_is_asked_again(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    open_common_view(&stage).await?;
    browser.click("#common-everyone").await?;
    browser.wait_for_text("#number", "").await?;
    // One of the three has none by then, which nobody is to get back.
    stage.replace_rows(&json!([before[0], before[1], before[3]]))?;
    stage.fail_methods(&["batch"], &json!({ "delayMs": 2000 }))?;
    confirm_for_many(browser, "3", "#confirm-everyone").await?;
    browser.click("#stop").await?;
    says(browser, "#question-text", "2 people lose their own views").await?;
    assert_eq!(stage.rows()?, json!([before[0], before[1], before[3]]));
    stage.mend()?;
    confirm_for_many(browser, "2", "#confirm-everyone").await?;
    browser.wait_for_text("#message", "Everybody has the common view").await?;
    browser.click("#undo").await?;
    says(browser, "#report", "Done for 2 people").await?;
    assert_eq!(comparable(stage.rows()?), comparable(json!([before[0], before[1], before[3]])));
    Ok(())
}

async fn what_ends_before_it_is_set_for_everyone_leaves_nothing(engine: Engine) -> Result<()> {
    // In a page that is opened again, the screen is entered once more while the backups are forgotten.
    const ENTER_AGAIN: &str = "<script>if (sessionStorage.length > 0) {
        const { delete: remove } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.delete = function (...given) {
            IDBObjectStore.prototype.delete = remove;
            dispatchEvent(new Event('hashchange'));
            return remove.apply(this, given);
        };
    }</script>";
    // Slower than others, so that there is time to look at what hangs.
    let stage = Stage::set_with_head(engine, &(scaled_time(2) + ENTER_AGAIN)).await?;
    let browser = &stage.browser;
    let before = crowd(&stage, 60)?;
    let offline = json!({ "reset": true });
    open_common_view(&stage).await?;

    // Offline in the middle, and then put away.
    stage.fail_methods_after(1, "batch", &offline)?;
    browser.click("#common-everyone").await?;
    says(browser, "#report", "The connection to Bitrix24 failed").await?;
    says(browser, "#report", "Done for 50 people").await?;
    browser.click("#close").await?;
    nothing_is_kept(browser).await?;

    // Offline in the second look, after which it goes on.
    stage.mend()?;
    browser.click("#common-everyone").await?;
    says(browser, "#question-text", "60 people lose their own views").await?;
    stage.fail_methods_after(1, "batch", &offline)?;
    confirm_for_many(browser, "60", "#confirm-everyone").await?;
    says(browser, "#report", "The connection to Bitrix24 failed").await?;
    says(browser, "#report", "This changes nobody’s view").await?;
    stage.inspect("everyone-offline").await?;
    stage.mend()?;
    browser.click("#retry-rest").await?;
    says(browser, "#question-text", "60 people lose their own views").await?;

    // The page is closed in the second look.
    stage.fail_methods_after(1, "batch", &json!({ "hang": true }))?;
    confirm_for_many(browser, "60", "#confirm-everyone").await?;
    says(browser, "#run", "50 of 61").await?;
    says(browser, "#run", "This changes nobody’s view").await?;
    stage.inspect("everyone-run").await?;
    stage.mend()?;
    open_common_view(&stage).await?;
    browser.wait_for_text("#message", "Nobody’s view was changed").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    stage.inspect("everyone-closed").await?;
    nothing_is_kept(browser).await?;
    browser.click("#again").await?;
    says(browser, "#question-text", "60 people lose their own views").await
}

async fn where_nobody_has_a_view_nobody_loses_one(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let common = json!([stage.rows()?[3]]);
    stage.replace_rows(&common)?;
    open_common_view(&stage).await?;
    browser.click("#common-everyone").await?;
    browser.wait_for_text("#question", "Nobody has a view of their own").await?;
    assert!(!browser.is_shown("#number").await?);
    browser.click("#confirm-everyone").await?;
    browser.wait_for_text("#message", "Nobody had a view of their own").await?;
    assert!(!browser.is_shown("#undo").await?);
    assert_eq!(stage.rows()?, common);
    Ok(())
}

async fn what_was_set_for_everyone_can_be_undone_later(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    open_common_view(&stage).await?;
    browser.click("#common-everyone").await?;
    // The page is loaded again before the portal has answered.
    stage.fail("forceCommonScopeForAll", 1, &json!({ "delayMs": 1000 }))?;
    confirm_for_many(browser, "3", "#confirm-everyone").await?;
    browser.wait_for_text("#status", "Setting the common view for everyone").await?;
    stage.faults_met().await?;
    open_common_view(&stage).await?;
    browser
        .until("the portal to have done it", async || Ok((stage.rows()? == json!([before[3]])).then_some(())))
        .await?;
    browser.click("#tab-backups").await?;
    browser.wait_for_text("#backups", "Before setting the common view for everyone").await?;
    browser.click("#restore-0").await?;
    browser.click("#confirm-restore").await?;
    says(browser, "#report", "Done for 3 people").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    Ok(())
}

async fn works_by_keyboard_alone(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    open_common_view(&stage).await?;
    browser.wait_for_text("#card", "Everybody's").await?;
    tab_to(browser, "common-give").await?;
    browser.press(Key::Enter).await?;
    tab_to(browser, "person-query").await?;
    browser.press(Key::Escape).await?;
    assert_eq!(focused(browser).await?, "common-give");
    tab_to(browser, "common-everyone").await?;
    browser.press(Key::Enter).await?;
    let first = async || Ok((focused(browser).await? == "number").then_some(()));
    browser.until("what is to be typed to have the focus", first).await?;
    tab_to(browser, "confirm-everyone").await?;
    browser.press(Key::Escape).await?;
    assert_eq!(focused(browser).await?, "common-everyone");
    Ok(())
}
