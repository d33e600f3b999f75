//! The installer, in the frame of a portal.

use crate::support::{ADMIN, Stage, USER};
use page::{Browser, Engine, Result, in_every_engine};
use serde_json::{Value, json};

in_every_engine!(
    installs_for_everyone,
    an_uploaded_archive_is_installed_used_and_removed,
    outside_a_portal_it_installs_nothing,
    [
        says_what_to_do_about_each_failure,
        a_portal_that_hangs_is_not_waited_for_without_end,
        the_tab_can_be_removed_and_added_again
    ];
    awaited an_installation_ends_though_nobody_is_there,
);

const TAB: &str = "CRM_CONTACT_DETAIL_TAB";

/// The languages that the tab has a title in.
const LANGUAGES: [&str; 10] = ["ar", "br", "de", "en", "fr", "la", "pl", "ru", "tr", "ua"];

fn binding(placement: &str, handler: &str) -> Value {
    json!({ "placement": placement, "handler": handler })
}

async fn installs_for_everyone(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let earlier = [binding(TAB, "https://app.example/1/index.html"), binding("LEFT_MENU", "https://app.example/")];
    stage.begin_installation(&json!(earlier))?;
    stage.open_portal(&format!("/placement?user={USER}")).await?;
    browser.wait_for_text("body", "not fully installed yet").await?;

    stage.start_installer(ADMIN, "").await?;
    let application = stage.installed().await?;
    let bindings = application["bindings"].as_array().expect("a list");
    assert_eq!(bindings.len(), 2, "{application}");
    assert_eq!(bindings[0]["placement"], "LEFT_MENU", "what is bound elsewhere stays");
    assert_eq!(bindings[1]["handler"], json!(format!("{}index.html", stage.page_address())));
    let titles = bindings[1]["languages"].as_object().expect("titles by language");
    assert!(titles.keys().eq(LANGUAGES), "{titles:?}");
    assert_eq!(titles["ru"][0], "Вид карточки");

    // Again, also where the portal does not tell that it is bound: nothing is bound twice.
    for told in [None, Some(json!([]))] {
        stage.begin_installation(&json!(bindings))?;
        if let Some(told) = told {
            stage.answer(&["placement.get"], &told)?;
        }
        stage.start_installer(ADMIN, "").await?;
        assert_eq!(stage.installed().await?, application);
    }
    assert_eq!([stage.calls("placement.bind")?, stage.calls("placement.unbind")?], [2, 1]);

    use_the_tab(&stage).await
}

/// Opens the application as an ordinary user does: by the tab of a contact's card.
async fn use_the_tab(stage: &Stage) -> Result<()> {
    let browser = &stage.browser;
    stage.open_portal(&format!("/contact?user={USER}")).await?;
    browser.wait_for_text("#tabs", "Card view").await?;
    browser.click("#tabs a").await?;
    browser.enter_frame("iframe").await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    Ok(())
}

async fn says_what_to_do_about_each_failure(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let refused = |status: u16, code: &str, description: &str| json!({ "status": status, "body": { "error": code, "error_description": description } });
    let scopes = |left_out: &str| {
        let scopes = ["crm", "placement", "user_brief", "department"]
            .map(|scope| if scope.starts_with(left_out) { "task" } else { scope });
        json!({ "status": 200, "body": { "result": scopes } })
    };
    let empty = json!({ "status": 200, "body": "" });
    let wrong = refused(400, "ERROR_WRONG_HANDLER_URL", "Wrong handler URL");
    let cases = [
        ("scope", scopes("crm"), "#step-permissions", "missing: \u{2068}crm\u{2069}. Tick"),
        ("scope", scopes("placement"), "#step-permissions", "missing: \u{2068}placement\u{2069}. Tick"),
        ("scope", scopes("user"), "#step-permissions", "missing: \u{2068}user\u{2069}. Tick"),
        ("scope", scopes("department"), "#step-permissions", "missing: \u{2068}department\u{2069}. Tick"),
        ("placement.get", refused(401, "insufficient_scope", "Higher"), "#step-lookup", "lacks a permission"),
        ("placement.unbind", refused(400, "ERROR_CORE", "No luck"), "#step-outdated", "Message: No luck · ERROR_CORE"),
        ("placement.bind", wrong, "#step-tab", "does not accept this address"),
        ("placement.bind", refused(403, "ACCESS_DENIED", "Denied"), "#step-tab", "Ask an administrator"),
        ("placement.bind", refused(400, "ERROR_UNSUPPORTED_PROTOCOL", "No"), "#step-tab", "over HTTPS"),
        ("placement.bind", empty.clone(), "#step-tab", "Try again"),
        ("placement.unbind", empty.clone(), "#step-outdated", "Try again"),
        ("scope", empty, "#step-permissions", "Try again"),
    ];
    for (method, then, step, advice) in cases {
        stage.begin_installation(&json!([binding(TAB, "https://app.example/1/index.html")]))?;
        stage.fail_methods(&[method], &then)?;
        stage.open_installer(ADMIN).await?;
        browser.wait_for_text(step, advice).await?;
        assert_eq!(stage.application()?["installed"], false, "there is time to read");
        if advice.contains("department") {
            stage.assert_accessible().await?;
            stage.picture("installation-failed").await?;
        }
        press(browser, "finish").await?;
        stage.installed().await?;
    }
    stage.mend()?;

    // Who is no administrator, and a host without a dot.
    stage.begin_installation(&json!([]))?;
    stage.open_installer(USER).await?;
    browser.wait_for_text("#step-administrator", "Ask an administrator").await?;
    browser.wait_for_text("#step-tab", "Not tried").await?;
    let address = stage.installer_address().replace("127.0.0.1", "localhost");
    stage.open_portal(&format!("/placement?user={ADMIN}&install=wizard&app={address}")).await?;
    browser.enter_frame("iframe").await?;
    browser.wait_for_text("#step-address", "has no dot").await?;
    browser.wait_for_text("#step-tab", "Not tried").await?;
    assert_eq!(stage.application()?["bindings"], json!([]));

    // What can be mended is tried again.
    stage.fail_methods(&["placement.bind"], &refused(400, "ERROR_CORE", "No luck"))?;
    stage.open_installer(ADMIN).await?;
    browser.wait_for_text("#step-tab", "No luck").await?;
    stage.mend()?;
    press(browser, "retry").await?;
    assert_eq!(stage.installed().await?["bindings"].as_array().map(Vec::len), Some(1));

    let body = "const { checkAddress } = await import(new URL('src/install/tab.js', location.href));
        const advice = (address) => { try { checkAddress(address) } catch (problem) { return problem.advice } return 'good' };
        return ['https://app.example/' + 'a'.repeat(235), 'https://app.example/' + 'a'.repeat(236), 'https://intranet/'].map(advice)";
    browser.goto(&stage.installer_address()).await?;
    assert_eq!(browser.run_async(body, vec![]).await?, json!(["good", "advice-length", "advice-host"]));
    Ok(())
}

/// Clicks a button with which the page comes to its end: drivers wait in vain for what follows a click of their own.
async fn press(browser: &Browser, id: &str) -> Result<()> {
    let body = "document.getElementById(arguments[0]).click()";
    browser.wait_for_text("#buttons", "Finish").await?;
    browser.run(body, vec![json!(id)]).await.map(drop)
}

async fn a_portal_that_hangs_is_not_waited_for_without_end(engine: Engine) -> Result<()> {
    let stage = Stage::set_in_scaled_time(engine).await?;
    stage.begin_installation(&json!([]))?;
    stage.fail_methods(&["scope"], &json!({ "hang": true }))?;
    stage.open_installer(ADMIN).await?;
    stage.browser.wait_for_text("#step-permissions", "did not answer in time").await?;
    press(&stage.browser, "finish").await?;
    stage.installed().await?;

    // A portal's page that answers nothing at all.
    stage.begin_installation(&json!([]))?;
    stage.start_installer(ADMIN, "&mute=getInitData").await?;
    stage.installed().await?;
    Ok(())
}

async fn an_installation_ends_though_nobody_is_there() -> Result<()> {
    let stage = Stage::set_in_time_scaled_by(8, Engine::WebKit).await?;
    stage.begin_installation(&json!([]))?;
    stage.fail_methods(&["app.info", "placement.*"], &json!({ "hang": true }))?;
    stage.start_installer(ADMIN, "").await?;
    stage.installed().await?;
    Ok(())
}

async fn the_tab_can_be_removed_and_added_again(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    stage.begin_installation(&json!([]))?;
    stage.start_installer(ADMIN, "").await?;
    stage.installed().await?;

    open_from_the_application(&stage).await?;
    browser.wait_for_text("#status", "contacts have the tab").await?;
    browser.click("#remove").await?;
    stage.assert_accessible().await?;
    stage.picture("installation-remove").await?;
    browser.click("#cancel").await?;
    browser.click("#remove").await?;
    browser.click("#confirm-remove").await?;
    browser.wait_for_text("#status", "is removed").await?;
    let application = stage.application()?;
    assert_eq!([&application["installed"], &application["bindings"]], [&json!(true), &json!([])]);

    // Whoever opens the installer has not asked for the tab.
    open_from_the_application(&stage).await?;
    browser.wait_for_text("#status", "do not have the tab").await?;
    assert_eq!(stage.application()?["bindings"], json!([]));
    browser.click("#add").await?;
    browser.wait_for_text("#status", "contacts have the tab").await?;
    browser.click("#check").await?;
    browser.wait_for_text("#step-tab", "Done").await?;
    browser.wait_for_text("#status", "contacts have the tab").await?;
    stage.picture("installation-done").await?;
    assert_eq!(stage.application()?["bindings"].as_array().map(Vec::len), Some(1));
    assert_eq!(stage.calls("placement.bind")?, 2);
    assert_eq!(browser.run("return window.consoleLines", vec![]).await?, json!([]), "nothing was forbidden");
    stage.assert_accessible().await?;
    browser.click("#application").await?;
    browser.wait_for_text("#card", "First name").await?;
    stage.assert_accessible().await?;

    stage.open(USER).await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    assert!(!browser.is_shown("#installation").await?);
    stage.open_portal(&format!("/placement?user={USER}&app={}", stage.installer_address())).await?;
    browser.enter_frame("iframe").await?;
    browser.wait_for_text("#status", "Only an administrator").await?;
    Ok(())
}

/// As a portal hosts it: by GET, under a path that follows from the archive.
async fn an_uploaded_archive_is_installed_used_and_removed(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    for _ in ["for the first time", "again"] {
        let pages = stage.upload_application()?["pages"].clone();
        let index = pages["index"].as_str().expect("an address").to_owned();
        assert!(index.contains("/app_local/"), "{pages}");
        stage.open_portal(&format!("/placement?user={USER}")).await?;
        browser.wait_for_text("body", "not fully installed yet").await?;
        stage.open_portal(&format!("/placement?user={ADMIN}")).await?;
        let bindings = stage.installed().await?["bindings"].clone();
        assert_eq!(bindings.as_array().map(Vec::len), Some(1), "{bindings}");
        assert_eq!([&bindings[0]["placement"], &bindings[0]["handler"]], [&json!(TAB), &json!(index)]);

        use_the_tab(&stage).await?;
    }
    stage.remove_application()?;
    stage.open_portal(&format!("/contact?user={USER}")).await?;
    browser.wait_for_text("body", "Contact 1").await?;
    assert_eq!(browser.run("return document.querySelectorAll('#tabs a').length", vec![]).await?, 0);
    Ok(())
}

/// Opens the installer as an administrator does after the installation.
async fn open_from_the_application(stage: &Stage) -> Result<()> {
    stage.open(ADMIN).await?;
    stage.browser.wait_for_text("#card", "First name").await?;
    // Not by a click of a driver: some cannot scroll the window around the frame to what is at its end.
    stage.browser.run("document.getElementById('installation').click()", vec![]).await.map(drop)
}

async fn outside_a_portal_it_installs_nothing(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    browser.goto(&stage.installer_address()).await?;
    browser.wait_for_text("#status", "Opened by itself it installs nothing").await?;
    let languages =
        [("ar", "داخل", ["ar", "rtl"]), ("ua", "всередині", ["uk", "ltr"]), ("kz", "inside", ["en", "ltr"])];
    for (language, word, expected) in languages {
        browser.goto(&format!("{}?LANG={language}", stage.installer_address())).await?;
        browser.wait_for_text("#status", word).await?;
        let shown = "const { lang, dir } = document.documentElement; return [lang, dir]";
        assert_eq!(browser.run(shown, vec![]).await?, json!(expected));
    }
    assert_eq!(stage.calls("placement.bind")?, 0);

    // What a portal says is shown, but for the token.
    let body = "const { call } = await import(new URL('src/portal.js', location.href));
        const error = { error: 'CODE', error_description: 'not with tok_secret' };
        const callMethod = (method, parameters, done) => done({ error: () => ({ getError: () => error }) });
        const getAuth = () => ({ access_token: 'tok_secret' });
        return await call({ callMethod, getAuth }, 'scope').catch(({ code, description }) => [code, description])";
    assert_eq!(browser.run_async(body, vec![]).await?, json!(["CODE", "not with …"]));
    Ok(())
}
