//! The application in each of its languages.

use crate::support::{ADMIN, Stage, card_row};
use page::{Engine, Result};
use serde_json::json;

page::tests!(
    awaited the_longest_words_and_the_other_direction_fit_and_are_accessible,
    thorough every_other_language_fits_and_is_accessible,
);

/// The other languages that there are texts in, as a portal names them.
const OTHERS: [&str; 8] = ["en", "ru", "la", "br", "fr", "pl", "tr", "ua"];

async fn the_longest_words_and_the_other_direction_fit_and_are_accessible() -> Result<()> {
    fit_and_are_accessible(&["de", "ar"]).await
}

async fn every_other_language_fits_and_is_accessible() -> Result<()> {
    fit_and_are_accessible(&OTHERS).await
}

/// Where there is most to read: a question beside a card with differences, one about everybody, one above the list of people, and the list of backups.
async fn fit_and_are_accessible(languages: &[&str]) -> Result<()> {
    let stage = Stage::set(Engine::Chromium).await?;
    let browser = &stage.browser;
    let common = json!([
        { "type": "section", "name": "more", "title": "More", "elements": [{ "name": "UTM" }, { "name": "COMMENTS" }] },
        { "type": "section", "name": "person", "title": "Person", "elements": [{ "name": "LAST_NAME" }, { "name": "NAME" }] },
    ]);
    let rows = stage.rows()?;
    stage.replace_rows(&json!([rows[0], rows[1], rows[2], card_row(0, &common)]))?;
    for language in languages {
        stage.open_main_in(ADMIN, language).await?;
        browser.click("#tab-my-view").await?;
        browser.wait_for_text("#after .mark", "").await?;
        browser.click("#reset").await?;
        assert_fits(&stage, "#question", "my-view", language).await?;
        browser.click("#tab-common-view").await?;
        browser.click("#common-everyone").await?;
        // What is backed up for that is in the list.
        assert_fits(&stage, "#losing", "everyone", language).await?;
        browser.click("#tab-people").await?;
        browser.click("#select-page").await?;
        browser.click("#reset-many").await?;
        assert_fits(&stage, "#question", "people", language).await?;
        browser.click("#tab-backups").await?;
        browser.click("#open-0").await?;
        browser.click("#preview-0-0").await?;
        assert_fits(&stage, ".preview", "backups", language).await?;
    }
    Ok(())
}

/// Waits for an element, and looks whether all fits the width of a phone.
async fn assert_fits(stage: &Stage, awaited: &str, name: &str, language: &str) -> Result<()> {
    stage.browser.wait_for_text(awaited, "").await?;
    stage.set_frame_width("320px").await?;
    assert!(!stage.is_cut().await?, "{name} is too wide in {language}");
    stage.assert_accessible_as_it_is().await?;
    stage.set_frame_width("").await?;
    stage.shot(&format!("{name}-{language}")).await
}
