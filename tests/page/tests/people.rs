//! The screen “People”: everybody's views, and what is done with those of many.

use crate::support::{
    ADMIN, KEEP_FILES, Stage, USER, WITHOUT_CRM, card_row, comparable, confirm_for_many, crowd, focused, rows_without,
    says, section, tab_to,
};
use page::{Browser, Engine, Key, Result, in_every_engine};
use serde_json::{Value, json};

in_every_engine!(
    shows_whose_view_is_what,
    a_run_that_loses_its_page_is_known_afterwards,
    two_tabs_do_not_take_each_others_views,
    [
        a_view_is_given_to_many,
        many_are_reset_and_put_back,
        views_are_backed_up,
        a_view_that_is_not_there_is_not_given,
        people_are_selected_by_ids_and_in_the_portal,
        more_than_a_handful_takes_the_number,
        a_question_is_about_those_it_was_asked_for,
        undo_asks_about_newer_views,
        a_report_says_who_was_refused_and_why,
        a_report_is_saved_as_json_and_as_a_table,
        a_run_that_goes_offline_goes_on_later,
        a_run_needs_no_storage,
        a_run_can_be_stopped,
        views_are_compared_side_by_side,
        a_list_that_is_slow_or_in_part_can_be_read_on,
        works_by_keyboard_alone,
        a_thousand_people_are_shown_page_by_page
    ]
);

/// Opens the screen as an administrator does, and waits for all rows.
async fn open_people(stage: &Stage) -> Result<()> {
    stage.open_main(ADMIN).await?;
    stage.browser.click("#tab-people").await?;
    all_read(&stage.browser).await
}

/// Waits until there are rows, and each says what is known.
async fn all_read(browser: &Browser) -> Result<()> {
    browser
        .until("everybody's views to be read", async || {
            let rows = table(browser).await?;
            let rows = rows.as_array().map(Vec::as_slice).unwrap_or_default();
            let is_busy = browser.is_shown("#status.busy").await?;
            Ok((!is_busy && !rows.is_empty() && rows.iter().all(|row| row[1] != "…")).then_some(()))
        })
        .await
}

/// What the table says: of each person the name, and the cells.
async fn table(browser: &Browser) -> Result<Value> {
    let body = "return [...document.querySelectorAll('#people tbody tr')].map((row) => [
        row.querySelector('th bdi').textContent,
        ...[...row.cells].slice(1).map((cell) => cell.lastElementChild.textContent.replace(/[\\u2068\\u2069]/g, ''))])";
    browser.run(body, vec![]).await
}

/// The names in the table.
async fn names(browser: &Browser) -> Result<Vec<String>> {
    let rows = table(browser).await?;
    Ok(rows.as_array().into_iter().flatten().filter_map(|row| Some(row[0].as_str()?.to_owned())).collect())
}

/// Waits until the table has these people, in any order.
async fn has_people(browser: &Browser, expected: &[&str]) -> Result<()> {
    browser.until(&format!("{expected:?}"), async || Ok((names(browser).await? == expected).then_some(()))).await
}

async fn select(browser: &Browser, users: &[u32]) -> Result<()> {
    for user in users {
        browser.click(&format!("#select-{user}")).await?;
    }
    Ok(())
}

/// Selects the whole crowd, and resets it.
async fn reset_crowd(browser: &Browser, people: u32) -> Result<()> {
    browser.write("#query", "Person").await?;
    browser.click("#select-page").await?;
    browser.click("#select-found").await?;
    says(browser, "#selection", &format!("{people} people selected")).await?;
    browser.click("#reset-many").await?;
    confirm_for_many(browser, &people.to_string(), "#confirm-reset-many").await
}

async fn shows_whose_view_is_what(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let other = json!([{ "type": "section", "name": "person", "title": "Other", "elements": [{ "name": "UTM" }] }]);
    let mut rows = stage.rows()?.as_array().cloned().unwrap_or_default();
    rows[2] = card_row(6, &rows[3]["value"][0]["elements"]);
    rows.push(card_row(12, &other));
    stage.replace_rows(&json!(rows))?;
    open_people(&stage).await?;
    let size = "2 sections, 5 fields";
    let expected = json!([
        ["Anna Berg", "Yes", size, "Yes"],
        ["Boris Lind", "Yes", size, "Yes"],
        ["Felix Moreau", "No", "—", "—"],
        ["Clara Novak", "Yes", size, "No"],
        ["Grace Okafor", "Yes", "1 section, 1 field", "Yes"],
        ["Elena Rossi", "No", "—", "—"],
        ["David Sommer", "No", "—", "—"],
    ]);
    assert_eq!(table(browser).await?, expected);
    says(browser, "#found", "7 people").await?;
    stage.inspect("people").await?;

    // On a phone each row is a card in which each value has its label, and is a row all the same.
    stage.set_frame_width("320px").await?;
    assert!(!stage.is_cut().await?);
    browser.wait_for_text("#people tbody tr", "Contents").await?;
    let cards = "const [first, second] = document.querySelectorAll('#people tbody tr');
        return [first.role, second.offsetTop > first.offsetTop + 80]";
    assert_eq!(browser.run(cards, vec![]).await?, json!(["row", true]));
    stage.assert_accessible().await?;
    stage.set_frame_width("").await?;

    browser.click("#own-only").await?;
    has_people(browser, &["Anna Berg", "Boris Lind", "Clara Novak", "Grace Okafor"]).await?;
    browser.write("#query", "sales man").await?;
    has_people(browser, &["Boris Lind", "Clara Novak"]).await?;
    browser.write("#query", "nobody at all").await?;
    browser.wait_for_text(".empty", "Nobody is found").await?;
    stage.inspect("people-empty").await?;
    browser.click("#find-everybody").await?;
    has_people(browser, &names_of(&expected)).await?;
    assert_eq!(focused(browser).await?, "query");
    // The company, and what belongs to it.
    browser.choose("#department option[value='4']").await?;
    has_people(browser, &["Felix Moreau"]).await?;
    browser.choose("#department option[value='1']").await?;
    has_people(browser, &names_of(&expected)).await?;
    Ok(())
}

fn names_of(rows: &Value) -> Vec<&str> {
    rows.as_array().into_iter().flatten().filter_map(|row| row[0].as_str()).collect()
}

async fn many_are_reset_and_put_back(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    open_people(&stage).await?;
    select(browser, &[USER, 6, WITHOUT_CRM]).await?;
    says(browser, "#selection", "3 people selected").await?;
    stage.inspect("people-selected").await?;
    browser.click("#reset-many").await?;
    says(browser, "#question", "Reset the views of 3 people?").await?;
    assert_eq!(focused(browser).await?, "cancel");
    stage.inspect("people-question").await?;
    browser.press(Key::Escape).await?;
    browser.until("no question", async || Ok((!browser.is_shown("#question").await?).then_some(()))).await?;
    assert_eq!(focused(browser).await?, "reset-many");
    assert_eq!(stage.resets_sent()?, 0);

    browser.click("#reset-many").await?;
    browser.click("#confirm-reset-many").await?;
    says(browser, "#report", "The views are reset").await?;
    says(browser, "#report", "Done for 2 people").await?;
    says(browser, "#report", "Nothing to do for 1 person").await?;
    assert_eq!(focused(browser).await?, "report");
    assert!(!browser.is_shown("#retry-rest").await?, "nothing is left");
    assert_eq!(comparable(stage.rows()?), comparable(json!([before[3], before[0]])));
    all_read(browser).await?;
    assert_eq!(table(browser).await?[1], json!(["Boris Lind", "No", "—", "—"]));
    stage.inspect("people-report").await?;

    browser.click("#undo-all").await?;
    says(browser, "#report", "The views are back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    browser.click("#close").await?;
    assert!(!browser.is_shown("#report").await?);
    Ok(())
}

async fn a_view_is_given_to_many(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    let given = |user| card_row(user, &before[1]["value"][0]["elements"]);
    open_people(&stage).await?;
    select(browser, &[6, WITHOUT_CRM]).await?;
    browser.click("#give-many").await?;
    browser.click("#source-person").await?;
    browser.write("#person-query", "nobody at all").await?;
    browser.wait_for_text(".picker", "Nobody is found").await?;
    browser.write("#person-query", "lind").await?;
    stage.inspect("give-person").await?;
    browser.click("#choose-5").await?;
    browser.wait_for_text("#chosen", "Boris Lind").await?;
    browser.click("#accept").await?;
    says(browser, "#question", "Give this view to 2 people?").await?;
    browser.wait_for_text("#question", "What I sell by").await?;
    stage.inspect("give-question").await?;
    browser.click("#confirm-give-many").await?;
    says(browser, "#report", "Done for 2 people").await?;
    let given_to_both = json!([before[0], before[1], given(6), given(WITHOUT_CRM), before[3]]);
    assert_eq!(comparable(stage.rows()?), comparable(given_to_both.clone()));

    // Who had none has none again.
    browser.click("#undo-all").await?;
    says(browser, "#report", "The views are back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before.clone()));

    // The one that was replaced by the undo is among the backups.
    browser.click("#close").await?;
    browser.click("#give-many").await?;
    browser.click("#source-backup").await?;
    stage.set_frame_width("320px").await?;
    assert!(!stage.is_cut().await?);
    stage.set_frame_width("").await?;
    stage.inspect("give-backup").await?;
    browser.wait_for_text("#backup", "Clara Novak").await?;
    browser.click("#accept").await?;
    browser.click("#confirm-give-many").await?;
    says(browser, "#report", "The view is given").await?;
    assert_eq!(comparable(stage.rows()?), comparable(given_to_both));
    Ok(())
}

async fn a_run_that_loses_its_page_is_known_afterwards(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = crowd(&stage, 60)?;
    open_people(&stage).await?;
    // Reading 50 views, resetting them, and reading ten.
    stage.fail_methods_after(3, "batch", &json!({ "hang": true }))?;
    reset_crowd(browser, 60).await?;
    says(browser, "#run", "50 of 60").await?;
    says(browser, "#status", "50 of 60").await?;
    stage.inspect("run").await?;
    let is_kept = async || Ok((stage.calls("batch")? >= 5).then_some(()));
    browser.until("the last request", is_kept).await?;

    stage.mend()?;
    stage.open_main(ADMIN).await?;
    says(browser, "#report", "Done for 50 people").await?;
    says(browser, "#report", "Not done for 10 people").await?;
    stage.inspect("run-interrupted").await?;
    assert_eq!(comparable(stage.rows()?).as_array().map(Vec::len), Some(10));
    browser.click("#retry-rest").await?;
    says(browser, "#report", "Done for 60 people").await?;
    assert_eq!(stage.rows()?, json!([]));
    browser.click("#undo-all").await?;
    says(browser, "#report", "The views are back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));

    // What has ended well is not shown again.
    stage.open_main(ADMIN).await?;
    all_read(browser).await?;
    assert!(!browser.is_shown("#report").await?);
    Ok(())
}

async fn two_tabs_do_not_take_each_others_views(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    open_people(&stage).await?;
    select(browser, &[USER, 6]).await?;
    browser.open_window().await?;
    open_people(&stage).await?;
    // A run that waits is the other tab's, and no lost one.
    stage.fail_methods_after(1, "batch", &json!({ "delayMs": 3000 }))?;
    select(browser, &[USER, 6]).await?;
    browser.click("#reset-many").await?;
    browser.click("#confirm-reset-many").await?;
    stage.enter_other_window().await?;
    says(browser, "#selection", "2 people selected").await?;
    assert!(!browser.is_shown("#report").await?);
    stage.enter_other_window().await?;
    says(browser, "#report", "Done for 2 people").await?;
    stage.mend()?;

    // The other tab does not know of it, and asks the portal.
    stage.enter_other_window().await?;
    browser.click("#reset-many").await?;
    browser.click("#confirm-reset-many").await?;
    says(browser, "#report", "Nothing to do for 2 people").await?;
    assert!(!browser.is_shown("#undo-all").await?, "there is nothing to undo");
    stage.enter_other_window().await?;
    browser.click("#undo-all").await?;
    says(browser, "#report", "The views are back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    Ok(())
}

async fn views_are_backed_up(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    open_people(&stage).await?;
    browser.click("#select-page").await?;
    browser.click("#back-up").await?;
    says(browser, "#report", "The views are backed up They are under “Backups”.").await?;
    says(browser, "#report", "Done for 3 people").await?;
    says(browser, "#report", "Nothing to do for 4 people").await?;
    assert!(!browser.is_shown("#undo-all").await?, "nothing was changed");
    assert_eq!(stage.rows()?, before);
    browser.click("#tab-backups").await?;
    for name in ["Anna Berg", "Boris Lind", "Clara Novak"] {
        browser.wait_for_text("main", name).await?;
    }
    // A screen that is shown again asks the portal again.
    stage.replace_rows(&json!([]))?;
    browser.click("#tab-people").await?;
    all_read(browser).await?;
    assert_eq!(table(browser).await?[0], json!(["Anna Berg", "No", "—", "—"]));
    Ok(())
}

async fn a_view_that_is_not_there_is_not_given(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    stage.replace_rows(&json!([stage.rows()?[1]]))?;
    open_people(&stage).await?;
    select(browser, &[6]).await?;
    browser.click("#give-many").await?;
    browser.click("#accept").await?;
    browser.wait_for_text("#message", "There is no common view").await?;
    browser.click("#source-person").await?;
    // It looks disabled, and has the focus nevertheless.
    browser.run("document.querySelector('#accept[aria-disabled=true]').click()", vec![]).await?;
    assert!(!browser.is_shown("#question").await?, "nobody is chosen");
    browser.click("#choose-7").await?;
    browser.click("#accept").await?;
    browser.wait_for_text("#message", "This person has no view of their own").await?;
    stage.fail("get", 9, &json!({ "status": 401, "body": { "error": "insufficient_scope" } }))?;
    browser.click("#accept").await?;
    browser.wait_for_text("#message", "lacks a permission").await?;
    stage.mend()?;
    browser.run("document.querySelector('#source-title').focus()", vec![]).await?;
    browser.press(Key::Escape).await?;
    assert_eq!(focused(browser).await?, "give-many");
    assert_eq!(stage.calls("batch")?, 1, "only the table was read");
    Ok(())
}

async fn people_are_selected_by_ids_and_in_the_portal(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    open_people(&stage).await?;
    browser.click("#select-ids").await?;
    assert_eq!(focused(browser).await?, "ids-text");
    browser.write("#ids-text", "5; 6,\n99 and 0007").await?;
    stage.inspect("ids").await?;
    browser.click("#select-these").await?;
    has_people(browser, &["Boris Lind", "Clara Novak", "David Sommer"]).await?;
    says(browser, "#message", "Nobody has these IDs: 99.").await?;
    says(browser, "#selection", "3 people selected").await?;

    browser.click("#select-in-portal").await?;
    browser.leave_frame().await?;
    browser.click("#people-list [value='12']").await?;
    browser.click("#people-select").await?;
    browser.enter_frame("iframe").await?;
    has_people(browser, &["Boris Lind", "Clara Novak", "Grace Okafor", "David Sommer"]).await?;
    browser.click("#select-nobody").await?;
    says(browser, "#found", "7 people").await?;
    assert_eq!(focused(browser).await?, "query");
    Ok(())
}

async fn more_than_a_handful_takes_the_number(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    open_people(&stage).await?;
    browser.click("#select-page").await?;
    browser.click("#reset-many").await?;
    says(browser, "#question", "Type 7 to confirm").await?;
    assert_eq!(focused(browser).await?, "number");
    for wrong in ["", "6", "70"] {
        confirm_for_many(browser, wrong, "#confirm-reset-many").await?;
        assert_eq!(focused(browser).await?, "number");
        assert_eq!(browser.run("return document.activeElement.ariaInvalid", vec![]).await?, "true");
    }
    stage.inspect("number").await?;
    assert_eq!(stage.resets_sent()?, 0);
    browser.write("#number", "٧").await?;
    browser.press(Key::Enter).await?;
    says(browser, "#report", "Done for 3 people").await?;
    assert_eq!(stage.rows()?.as_array().map(Vec::len), Some(1));
    Ok(())
}

async fn a_question_is_about_those_it_was_asked_for(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    open_people(&stage).await?;
    select(browser, &[USER]).await?;
    browser.click("#reset-many").await?;
    says(browser, "#question", "Reset the view of 1 person?").await?;
    browser.click("#select-page").await?;
    browser.click("#confirm-reset-many").await?;
    says(browser, "#report", "Done for 1 person").await?;
    assert_eq!(comparable(stage.rows()?), comparable(rows_without(USER)));
    Ok(())
}

async fn undo_asks_about_newer_views(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    open_people(&stage).await?;
    select(browser, &[USER, 6]).await?;
    browser.click("#reset-many").await?;
    browser.click("#confirm-reset-many").await?;
    says(browser, "#report", "Done for 2 people").await?;
    let newer = json!([before[0], before[3], card_row(6, &section("Newer"))]);
    stage.replace_rows(&newer)?;
    browser.click("#undo-all").await?;
    says(browser, "#question", "1 person has arranged another view since").await?;
    says(browser, "#question", "Clara Novak").await?;
    stage.inspect("undo-newer").await?;
    browser.click("#cancel").await?;
    assert_eq!(focused(browser).await?, "undo-all");
    assert_eq!(stage.rows()?, newer);

    browser.click("#undo-all").await?;
    browser.click("#undo-others").await?;
    says(browser, "#report", "Done for 1 person").await?;
    let expected = json!([before[0], before[1], before[3], newer[2]]);
    assert_eq!(comparable(stage.rows()?), comparable(expected));
    Ok(())
}

async fn a_report_says_who_was_refused_and_why(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    open_people(&stage).await?;
    select(browser, &[USER, 6]).await?;
    let refused = json!({ "error": "ERROR_ARGUMENT" });
    stage.fail("reset", 1, &refused)?;
    browser.click("#reset-many").await?;
    browser.click("#confirm-reset-many").await?;
    says(browser, "#report", "Not all views are reset").await?;
    says(browser, "#report", "Refused for 1 person").await?;
    browser.click(".reason summary").await?;
    says(browser, ".reason", "Invalid argument").await?;
    says(browser, ".reason", "Boris Lind").await?;
    stage.inspect("refused-one").await?;
    assert_eq!(comparable(stage.rows()?), comparable(json!([before[0], before[1], before[3]])));
    // What was not changed needs no backup.
    browser.click("#tab-backups").await?;
    let kept = browser.wait_for_text("#backups", "Clara Novak").await?;
    assert!(!kept.contains("Boris Lind"), "{kept}");
    browser.click("#tab-people").await?;
    all_read(browser).await?;
    browser.click("#retry-rest").await?;
    says(browser, "#report", "Done for 2 people").await?;
    assert_eq!(comparable(stage.rows()?), comparable(json!([before[0], before[3]])));

    // Who may not do it at all is told so, for everybody.
    let denied =
        json!({ "status": 401, "body": { "error": "insufficient_scope", "error_description": "More is needed" } });
    stage.fail_methods(&["batch"], &denied)?;
    browser.click("#undo-all").await?;
    browser.wait_for_text("#message", "lacks a permission").await?;
    stage.mend()?;
    browser.click("#again").await?;
    says(browser, "#report", "The views are back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    Ok(())
}

async fn a_report_is_saved_as_json_and_as_a_table(engine: Engine) -> Result<()> {
    let stage = Stage::set_with_head(engine, KEEP_FILES).await?;
    let browser = &stage.browser;
    let users = json!([
        { "id": ADMIN, "name": "Anna", "lastName": "Berg", "admin": true, "settings": true },
        { "id": 5, "name": "=1+1", "lastName": "a" },
        { "id": 6, "name": "She is \"B\",", "lastName": "b" },
        { "id": 9, "name": "@SUM(A1)", "lastName": "c" },
    ]);
    stage.replace_users(&users)?;
    open_people(&stage).await?;
    select(browser, &[USER, 6, WITHOUT_CRM]).await?;
    browser.click("#reset-many").await?;
    browser.click("#confirm-reset-many").await?;
    says(browser, "#report", "Done for 2 people").await?;
    let saved = "const { name, blob } = savedFiles.at(-1); return [name.replace(/\\d+/g, '0'), await blob.text()]";
    browser.click("#report-csv").await?;
    let table = browser.run_async(saved, vec![]).await?;
    assert_eq!(table[0], "contact-cards-0-0-0T0-0-0.csv");
    let expected = "\"userId\",\"name\",\"outcome\",\"kind\",\"code\",\"description\"\r\n\
        \"5\",\"'=1+1 a\",\"done\",\"\",\"\",\"\"\r\n\
        \"6\",\"She is \"\"B\"\", b\",\"done\",\"\",\"\",\"\"\r\n\
        \"9\",\"'@SUM(A1) c\",\"nothing\",\"\",\"\",\"\"\r\n";
    assert_eq!(table[1], expected);
    browser.click("#report-json").await?;
    let report = browser.run_async(saved, vec![]).await?;
    let report: Value = serde_json::from_str(report[1].as_str().unwrap_or_default()).expect("it is JSON");
    assert_eq!(report["action"], "reset");
    assert_eq!(report["people"][0], json!({ "userId": 5, "name": "=1+1 a", "outcome": "done" }));
    Ok(())
}

async fn a_run_that_goes_offline_goes_on_later(engine: Engine) -> Result<()> {
    let stage = Stage::set_in_scaled_time(engine).await?;
    let browser = &stage.browser;
    crowd(&stage, 60)?;
    open_people(&stage).await?;
    stage.fail_methods_after(3, "batch", &json!({ "reset": true }))?;
    reset_crowd(browser, 60).await?;
    says(browser, "#report", "Not all views are reset").await?;
    says(browser, "#report", "The connection to Bitrix24 failed").await?;
    says(browser, "#details", "network").await?;
    says(browser, "#report", "Done for 50 people").await?;
    says(browser, "#report", "Not known for 10 people").await?;
    stage.inspect("run-offline").await?;
    stage.mend()?;
    browser.click("#look-again").await?;
    says(browser, "#report", "Not done for 10 people").await?;
    browser.click("#tab-backups").await?;
    says(browser, "#backups", "50 people").await?;
    browser.click("#tab-people").await?;
    all_read(browser).await?;
    browser.click("#retry-rest").await?;
    says(browser, "#report", "Done for 60 people").await?;
    assert_eq!(stage.rows()?, json!([]));
    browser.click("#tab-backups").await?;
    says(browser, "#backups", "60 people").await?;
    Ok(())
}

/// A browser that lets nobody else's frame store anything.
const NO_STORAGE: &str = "<script>
    const denied = { get() { throw new DOMException('Denied.', 'SecurityError') } };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, denied);
    LockManager.prototype.request = () => Promise.reject(new DOMException('Denied.', 'SecurityError'));
</script>";

async fn a_run_needs_no_storage(engine: Engine) -> Result<()> {
    let stage = Stage::set_with_head(engine, NO_STORAGE).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    open_people(&stage).await?;
    select(browser, &[USER, 6]).await?;
    browser.click("#back-up").await?;
    says(browser, "#report", "The views are backed up").await?;
    // The browser has refused to store them.
    stage.fail_methods(&["batch"], &json!({ "delayMs": 1500 }))?;
    browser.click("#reset-many").await?;
    browser.click("#confirm-reset-many").await?;
    says(browser, "#run", "Keep this page open").await?;
    says(browser, "#report", "The views are reset").await?;
    assert_eq!(comparable(stage.rows()?), comparable(json!([before[0], before[3]])));
    browser.click("#undo-all").await?;
    says(browser, "#report", "The views are back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    Ok(())
}

async fn a_run_can_be_stopped(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    crowd(&stage, 110)?;
    open_people(&stage).await?;
    stage.fail_methods(&["batch"], &json!({ "delayMs": 1200 }))?;
    reset_crowd(browser, 110).await?;
    browser.click("#stop").await?;
    browser.wait_for_text("#stop", "Stop at once").await?;
    says(browser, "#report", "Done for 50 people").await?;
    says(browser, "#report", "Not done for 60 people").await?;

    // In the middle of a request.
    stage.fail_methods_after(1, "batch", &json!({ "hang": true }))?;
    browser.click("#retry-rest").await?;
    browser.click("#stop").await?;
    browser.wait_for_text("#stop", "Stop at once").await?;
    browser.click("#stop").await?;
    says(browser, "#report", "You cancelled it").await?;
    says(browser, "#report", "Done for 50 people").await?;
    stage.mend()?;
    browser.click("#retry-rest").await?;
    says(browser, "#report", "Done for 110 people").await?;
    assert_eq!(stage.rows()?, json!([]));
    Ok(())
}

async fn views_are_compared_side_by_side(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let view = json!([
        { "type": "section", "name": "person", "title": "Person", "elements": [{ "name": "LAST_NAME" }, { "name": "NAME" }, { "name": "EMAIL" }] },
    ]);
    let mut rows = stage.rows()?;
    rows[1] = card_row(USER, &rows[3]["value"][0]["elements"]);
    rows[2] = card_row(6, &view);
    stage.replace_rows(&rows)?;
    open_people(&stage).await?;
    select(browser, &[USER, 6]).await?;
    browser.click("#compare").await?;
    browser.wait_for_text("#before", "Boris Lind").await?;
    browser.wait_for_text("#after", "Clara Novak").await?;
    assert_eq!(focused(browser).await?, "comparison");
    let marked = "return [...document.querySelectorAll('#after li')].map((place) =>
        [place.querySelector('bdi').textContent, place.querySelector('.mark')?.textContent.trim()])";
    let expected = json!([
        ["Last name", "↕ Moved"],
        ["First name", "≠ Changed"],
        ["E-mail", "+ Added"],
        ["Phone", "− Missing"],
        ["UF_CRM_1700000000", "− Missing"],
        ["Comment", "− Missing"],
    ]);
    assert_eq!(browser.run(marked, vec![]).await?, expected);
    stage.inspect("comparison").await?;
    browser.click("#swap").await?;
    browser.wait_for_text("#before", "Clara Novak").await?;
    browser.click("#compare-other").await?;
    browser.click("#accept").await?;
    browser.wait_for_text("#after", "Everybody's").await?;
    browser.click("#back").await?;
    assert_eq!(focused(browser).await?, "compare");

    // One person is compared with everybody.
    select(browser, &[6]).await?;
    browser.click("#compare").await?;
    browser.wait_for_text("#after", "Common form view").await?;
    browser.wait_for_text("#after", "same fields in the same places").await?;
    Ok(())
}

async fn a_list_that_is_slow_or_in_part_can_be_read_on(engine: Engine) -> Result<()> {
    // Slower than others, so that there is time to cancel before the call ends by itself.
    let stage = Stage::set_in_time_scaled_by(3, engine).await?;
    let browser = &stage.browser;
    crowd(&stage, 60)?;
    stage.fail_methods(&["user.get"], &json!({ "hang": true }))?;
    stage.open_main(ADMIN).await?;
    browser.click("#tab-people").await?;
    browser.wait_for_text("#status", "Reading who is there").await?;
    browser.until("a way out", async || Ok(browser.is_shown("#cancel").await?.then_some(()))).await?;
    stage.shot("people-slow").await?;
    browser.click("#cancel").await?;
    browser.wait_for_text("#message", "You cancelled it").await?;
    assert!(!browser.is_shown("#people").await?);

    let refused =
        json!({ "status": 401, "body": { "error": "insufficient_scope", "error_description": "More is needed" } });
    stage.fail_methods(&["user.get"], &refused)?;
    browser.click("#again").await?;
    browser.wait_for_text("#message", "lacks a permission").await?;
    says(browser, "#details", "More is needed").await?;
    stage.inspect("people-refused").await?;
    stage.fail_methods_after(1, "user.get", &json!({ "status": 400, "body": { "error": "ERROR_CORE" } }))?;
    browser.click("#again").await?;
    browser.wait_for_text("#message", "Not everybody could be read").await?;
    all_read(browser).await?;
    says(browser, "#found", "50 of 61 people have been read").await?;
    stage.inspect("people-partial").await?;
    stage.mend()?;
    browser.click("#again").await?;
    says(browser, "#found", "61 people").await?;
    all_read(browser).await?;
    assert!(!browser.is_shown("#message").await?);

    // Views that cannot be read are told apart from those that are not there.
    stage.fail("get", 1, &json!({ "error": "ERROR_ARGUMENT" }))?;
    browser.click("#next").await?;
    all_read(browser).await?;
    assert_eq!(table(browser).await?[0], json!(["Person 0151", "Not readable", "—", "—"]));
    Ok(())
}

async fn works_by_keyboard_alone(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    open_people(&stage).await?;
    browser.run("window.focus()", vec![]).await?;
    tab_to(browser, "select-5").await?;
    browser.press(Key::Space).await?;
    says(browser, "#selection", "1 person selected").await?;
    browser.run("document.querySelector('#query').focus()", vec![]).await?;
    tab_to(browser, "reset-many").await?;
    browser.press(Key::Enter).await?;
    browser.until("the harmless answer", async || Ok((focused(browser).await? == "cancel").then_some(()))).await?;
    tab_to(browser, "confirm-reset-many").await?;
    browser.press(Key::Enter).await?;
    says(browser, "#report", "Done for 1 person").await?;
    tab_to(browser, "undo-all").await?;
    browser.press(Key::Enter).await?;
    says(browser, "#report", "The views are back").await?;
    tab_to(browser, "close").await?;
    browser.press(Key::Enter).await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    Ok(())
}

/// Adds up what keeps the page from answering, in milliseconds.
const LONG_TASKS: &str = "<script>
    window.longTasks = [];
    new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
</script>";

async fn a_thousand_people_are_shown_page_by_page(engine: Engine) -> Result<()> {
    let stage = Stage::set_with_head(engine, LONG_TASKS).await?;
    let browser = &stage.browser;
    crowd(&stage, 1000)?;
    open_people(&stage).await?;
    says(browser, "#found", "1,001 people").await?;
    assert_eq!(names(browser).await?.len(), 50);
    says(browser, ".pages", "1–50 of 1,001").await?;
    stage.inspect("people-thousand").await?;
    browser.click("#next").await?;
    says(browser, ".pages", "51–100 of 1,001").await?;
    all_read(browser).await?;
    assert_eq!(focused(browser).await?, "next");
    // Two pages have been read, by a batch each.
    assert_eq!(stage.calls("batch")?, 2);
    browser.write("#query", "0555").await?;
    has_people(browser, &["Person 0555"]).await?;
    // As long as views are read, somebody may be found.
    stage.fail_methods(&["batch"], &json!({ "delayMs": 1000 }))?;
    browser.click("#own-only").await?;
    browser.write("#query", "0666").await?;
    browser.wait_for_text(".empty", "Nobody is found so far").await?;
    has_people(browser, &["Person 0666"]).await?;
    stage.mend()?;
    browser.write("#query", "Person").await?;
    says(browser, "#found", "1,000 people").await?;
    assert!(stage.calls("batch")? <= 23);
    println!("long tasks: {}", browser.run("return longTasks", vec![]).await?);
    Ok(())
}
