//! Pages that load the package without a bundler.

use std::fs;

use crate::npm_readme;
use crate::project::package;
use crate::stage::Stage;

page::tests!(
    awaited two_script_tags_and_three_lines_reset_a_card,
    awaited a_polluted_page_resets_the_card_that_was_asked_for,
    awaited a_module_script_resets_a_card,
    awaited a_page_that_serves_the_module_as_a_file_resets_a_card,
    awaited nothing_is_left_of_a_call_in_a_page,
    awaited a_content_security_policy_with_wasm_unsafe_eval_is_enough,
    awaited a_content_security_policy_without_it_is_named_in_the_error,
);

async fn two_script_tags_and_three_lines_reset_a_card() -> page::Result<()> {
    runs("two-tags.html", &["bx24-contact-card.js"]).await
}

async fn a_polluted_page_resets_the_card_that_was_asked_for() -> page::Result<()> {
    runs("polluted.html", &["bx24-contact-card.js"]).await
}

async fn a_module_script_resets_a_card() -> page::Result<()> {
    runs("module.html", &["index.mjs"]).await
}

async fn a_page_that_serves_the_module_as_a_file_resets_a_card() -> page::Result<()> {
    let stage = Stage::set().await;
    for file in ["slim.mjs", "bx24-contact-card.wasm"] {
        fs::copy(package().join(file), stage.app().join(file)).unwrap();
    }
    let example = npm_readme::example("html slim");
    stage.page(&example.replace("https://api.bitrix24.com/api/v1/", "{portal}/api/v1/").replace("/assets/", "./"));
    stage.open_placement().await?.wait_for_text("body", "Done.").await?;
    stage.assert_reset();
    Ok(())
}

/// Chromium collects when it is told to.
async fn nothing_is_left_of_a_call_in_a_page() -> page::Result<()> {
    let (_, said) = answer_of("left.html", &["index.mjs", "../hostile/kinds.mjs"]).await?;
    assert_eq!(said, "[]");
    Ok(())
}

async fn a_content_security_policy_with_wasm_unsafe_eval_is_enough() -> page::Result<()> {
    runs("policy.html", &["bx24-contact-card.js", "policy.js"]).await
}

async fn a_content_security_policy_without_it_is_named_in_the_error() -> page::Result<()> {
    let (stage, said) = answer_of("strict-policy.html", &["bx24-contact-card.js", "policy.js"]).await?;
    assert!(said.starts_with("internal LOAD_FAILED unchanged CompileError"), "{said}");
    assert!(said.contains("'wasm-unsafe-eval'"), "{said}");
    stage.assert_untouched();
    Ok(())
}

async fn runs(page: &str, scripts: &[&str]) -> page::Result<()> {
    let (stage, said) = answer_of(page, scripts).await?;
    assert_eq!(said, "true");
    stage.assert_reset();
    Ok(())
}

/// Opens `page` in a placement; gives what it shows in the end.
async fn answer_of(page: &str, scripts: &[&str]) -> page::Result<(Stage, String)> {
    let stage = Stage::set().await;
    let pages = std::path::Path::new(crate::project::HERE).join("projects/pages");
    for script in scripts {
        let own = pages.join(script);
        let script_path = if own.exists() { own } else { package().join(script) };
        fs::copy(&script_path, stage.app().join(script_path.file_name().unwrap())).unwrap();
    }
    stage.page(&fs::read_to_string(pages.join(page)).unwrap());
    let browser = stage.open_placement().await?;
    let said = browser.text("output").await?;
    Ok((stage, said))
}
