//! The application's page, the way people use it: in a browser, in the frame of a portal.

use crate::support::{
    ADMIN, KEEP_FILES, Stage, USER, WITHOUT_CARD, WITHOUT_CRM, card_row, comparable, denied, details, focused,
    in_sight, long_row, reset, rows_without, saved, says, tab_to,
};
use page::{Browser, Engine, Key, Result, in_every_engine};
use serde_json::json;

in_every_engine!(
    shows_the_view_and_what_a_reset_makes_of_it,
    a_reset_can_be_undone,
    a_question_is_in_sight_and_the_frame_fits,
    works_by_keyboard_alone,
    [
        without_an_own_view_the_common_one_is_shown,
        a_question_shows_the_view_as_it_is_by_then,
        undo_needs_no_storage,
        a_lost_answer_is_not_noticed,
        outside_a_portal_it_says_so,
        undo_is_offered_until_it_is_done,
        any_name_is_a_name_and_any_text_a_text,
        speaks_the_users_language,
        a_portal_that_tells_nothing_of_fields_and_people_is_no_error,
        an_undo_that_fails_can_be_had_later,
        what_is_doubtful_is_not_called_failed,
        says_that_access_is_denied,
        a_refused_reset_leaves_the_view,
        every_failure_has_its_cause_and_a_way_on,
        a_portal_that_is_down_can_be_tried_again,
        what_takes_long_can_be_cancelled,
        an_unanswered_reset_is_not_called_failed,
        a_silent_portal_is_not_waited_for_without_end,
        a_call_over_bx24_keeps_the_portals_words,
        a_call_over_bx24_that_is_never_answered_ends_in_time
    ]
);

async fn shows_the_view_and_what_a_reset_makes_of_it(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    stage.open(USER).await?;

    let card = browser.wait_for_text("#card", "First name").await?;
    for shown in ["As it is now", "What I sell by", "Phone", "Show always", "UF_CRM_1700000000"] {
        assert!(card.contains(shown), "{shown:?} is not in the card:\n{card}");
    }
    assert!(card.contains("<b>Not bold</b>"), "a title is text, whatever it looks like:\n{card}");
    // The common view has the same fields, and other titles.
    browser.wait_for_text("#after", "What differs from your view is marked").await?;

    let common = json!([
        { "type": "section", "name": "more", "title": "More", "elements": [{ "name": "UTM" }, { "name": "COMMENTS" }] },
        { "type": "section", "name": "person", "title": "Person",
            "elements": [{ "name": "LAST_NAME" }, { "name": "NAME" }, { "name": "EMAIL" }] },
    ]);
    stage.replace_rows(&json!([stage.rows()?[1], card_row(0, &common)]))?;
    stage.open(USER).await?;
    browser.wait_for_text("#after", "More").await?;
    browser.wait_for_text("#card", "First name").await?;
    let marked = "return [...document.querySelectorAll('#after h3, #after li')].map((place) =>
        [place.querySelector('bdi')?.textContent, place.querySelector('.mark')?.textContent.trim()])";
    let expected = json!([
        ["More", "+ Added"],
        ["UTM parameters", "+ Added"],
        ["Comment", "↕ Moved"],
        ["Person", "≠ Changed"],
        ["Last name", "↕ Moved"],
        ["First name", "≠ Changed"],
        ["E-mail", "+ Added"],
        [null, null],
        ["Phone", "− Missing"],
        ["UF_CRM_1700000000", "− Missing"],
    ]);
    assert_eq!(browser.run(marked, vec![]).await?, expected);
    let tops = "return ['#card .card', '#after .card'].map((card) => document.querySelector(card).getBoundingClientRect().top)";
    let tops = browser.run(tops, vec![]).await?;
    assert_eq!(tops[0], tops[1], "the cards begin side by side");
    stage.inspect("view").await?;

    stage.replace_rows(&json!([stage.rows()?[0]]))?;
    stage.open(USER).await?;
    browser.wait_for_text("#after", "There is no common view").await?;
    stage.inspect("view-without-common").await?;

    // The own view can be had without the common one.
    stage.fail_after_one("get", &denied())?;
    stage.open(USER).await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    browser.wait_for_text("#after", "could not be read").await?;
    stage.inspect("view-common-unread").await?;
    stage.mend()?;
    browser.click("#again-common").await?;
    browser.wait_for_text("#after", "There is no common view").await?;
    Ok(())
}

async fn without_an_own_view_the_common_one_is_shown(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    stage.open(WITHOUT_CARD).await?;
    let card = browser.wait_for_text("#card", "Everybody's").await?;
    for shown in ["Common form view", "You have no view of your own", "First name"] {
        assert!(card.contains(shown), "{shown:?} is not in the card:\n{card}");
    }
    for absent in ["#reset", "#download", "#after"] {
        assert!(!browser.is_shown(absent).await?, "{absent} is there");
    }
    stage.inspect("common").await?;

    stage.replace_rows(&json!([]))?;
    stage.open(WITHOUT_CARD).await?;
    browser.wait_for_text("#card", "and there is no common view").await?;
    stage.inspect("empty").await?;
    Ok(())
}

async fn a_reset_can_be_undone(engine: Engine) -> Result<()> {
    let stage = Stage::set_with_head(engine, KEEP_FILES).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    stage.open(USER).await?;
    assert_eq!(saved(browser, "#download").await?["sections"][0]["title"], "What I sell by");

    for cancels in ["#cancel", "Escape", "Escape"] {
        browser.click("#reset").await?;
        asks_about(browser, "2 sections, 5 fields").await?;
        match cancels {
            "Escape" => browser.press(Key::Escape).await?,
            button => browser.click(button).await?,
        }
        question_is_gone(browser).await?;
        assert_eq!(focused(browser).await?, "reset", "the focus is where the question came from");
    }
    assert_eq!(stage.resets_sent()?, 0, "nothing is sent before the confirmation");
    assert!(!browser.is_shown("#message").await?, "there is nothing to say");

    reset(browser).await?;
    browser.wait_for_text("#message", "Your view is reset").await?;
    browser.wait_for_text("#card", "Everybody's").await?;
    assert!(!browser.is_shown("#reset").await?, "there is nothing left to reset");
    assert_eq!(stage.rows()?, rows_without(USER));
    assert_eq!(stage.resets_sent()?, 1);
    assert_eq!(saved(browser, "#download").await?["sections"][0]["title"], "What I sell by", "what was removed");
    stage.inspect("reset-done").await?;

    assert_eq!(browser.text("#undo").await?, "Undo");
    browser.click("#undo").await?;
    browser.wait_for_text("#message", "Your view is back").await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    assert!(!browser.is_shown("#undo").await?, "there is nothing left to undo");
    assert!(browser.is_shown("#reset").await?, "it can be reset again");
    assert_eq!(stage.resets_sent()?, 1);
    stage.inspect("undo-done").await?;

    let styled = "return getComputedStyle(document.querySelector('main')).maxWidth !== 'none'";
    assert_eq!(browser.run(styled, vec![]).await?, json!(true), "the style sheet is applied");
    assert_eq!(browser.run("return window.consoleLines", vec![]).await?, json!([]), "nothing was forbidden");
    let blocked = "const script = document.createElement('script');
                   script.src = arguments[0];
                   const ended = new Promise((ended) => { script.onload = script.onerror = ({ type }) => ended(type) });
                   document.head.append(script);
                   return await ended";
    let forbidden = json!("data:text/javascript,globalThis.ran=true");
    // Where there are Trusted Types, the address is refused before it is loaded.
    let outcome = browser.run_async(blocked, vec![forbidden]).await;
    assert!(!matches!(&outcome, Ok(ended) if ended == "load"), "the policy is in force");
    assert_eq!(browser.run("return globalThis.ran === undefined", vec![]).await?, json!(true));
    Ok(())
}

async fn a_question_shows_the_view_as_it_is_by_then(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    let newer = json!([{ "type": "section", "name": "new", "title": "Newer work", "elements": [{ "name": "POST" }] }]);
    let with_newer = json!([card_row(USER, &newer)]);

    // Before a reset.
    stage.open(USER).await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    stage.replace_rows(&with_newer)?;
    browser.click("#reset").await?;
    asks_about(browser, "1 section, 1 field").await?;
    assert!(browser.text("#card").await?.contains("Newer work"));
    stage.inspect("question").await?;
    browser.click("#cancel").await?;
    stage.replace_rows(&json!([]))?;
    browser.click("#reset").await?;
    browser.wait_for_text("#message", "There is nothing to reset").await?;
    assert_eq!(stage.resets_sent()?, 0);

    // Before an undo.
    stage.replace_rows(&before)?;
    stage.open(USER).await?;
    reset(browser).await?;
    browser.wait_for_text("#message", "Your view is reset").await?;
    stage.replace_rows(&with_newer)?;
    browser.click("#undo").await?;
    browser.wait_for_text("#question", "Replace the view you have now?").await?;
    assert!(browser.text("#card").await?.contains("Newer work"));
    stage.inspect("question-replace").await?;
    browser.press(Key::Escape).await?;
    browser.wait_for_text("#message", "You can still put it back").await?;
    assert_eq!(focused(browser).await?, "undo");
    assert_eq!(stage.rows()?, with_newer);
    browser.click("#undo").await?;
    browser.click("#confirm-replace").await?;
    browser.wait_for_text("#message", "Your view is back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(json!([before[1]])));
    Ok(())
}

async fn undo_is_offered_until_it_is_done(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    stage.open(USER).await?;
    reset(browser).await?;
    browser.wait_for_text("#message", "Your view is reset").await?;

    // Somebody else, in the same tab.
    stage.open(WITHOUT_CARD).await?;
    browser.wait_for_text("#card", "You have no view of your own").await?;
    stage.profile_told(WITHOUT_CARD).await?;
    assert!(!browser.is_shown("#message").await?, "the card was another user's");

    stage.open(USER).await?;
    let message = browser.wait_for_text("#message", "You can still put it back").await?;
    assert!(message.contains("20"), "it says when that was: {message}");
    stage.inspect("undo-offered").await?;
    browser.click("#undo").await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));

    // What was put back is not offered once more, should the card be reset elsewhere.
    stage.replace_rows(&rows_without(USER))?;
    stage.open(USER).await?;
    browser.wait_for_text("#card", "You have no view of your own").await?;
    stage.profile_told(USER).await?;
    assert!(!browser.is_shown("#message").await?, "there is nothing left to undo");
    Ok(())
}

async fn undo_needs_no_storage(engine: Engine) -> Result<()> {
    let stage = Stage::set_without_storage(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    stage.open(USER).await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    let denied = "return ['sessionStorage', 'indexedDB', 'BroadcastChannel'].map((name) => {
        try { return String(window[name]) } catch (error) { return error.name }
    })";
    assert_eq!(browser.run(denied, vec![]).await?, json!(vec!["SecurityError"; 3]));

    reset(browser).await?;
    browser.wait_for_text("#message", "only as long as this page is open").await?;
    browser.click("#undo").await?;
    browser.wait_for_text("#message", "Your view is back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    Ok(())
}

async fn a_question_is_in_sight_and_the_frame_fits(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    stage.replace_rows(&json!([long_row(USER)]))?;
    stage.open(USER).await?;
    browser.wait_for_text("#card", "Section 40").await?;
    stage.frame_fits().await?;
    // As wide as a phone, or as a window at 200 %.
    stage.set_frame_width("320px").await?;
    assert!(!stage.is_cut().await?, "it is too wide");

    browser.click("#reset").await?;
    asks_about(browser, "40 sections, 0 fields").await?;
    assert_eq!(focused(browser).await?, "cancel");
    for shown in ["#question-title", "#question-text", "#cancel", "#confirm-reset"] {
        in_sight(browser, shown).await?;
    }
    let tall = browser.run("return innerHeight", vec![]).await?.as_f64();
    browser.click("#confirm-reset").await?;
    browser.wait_for_text("#message", "Your view is reset").await?;
    stage.frame_fits().await?;
    assert!(browser.run("return innerHeight", vec![]).await?.as_f64() < tall, "the frame has shrunk");
    Ok(())
}

async fn works_by_keyboard_alone(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    stage.open(ADMIN).await?;
    browser.wait_for_text("#card", "About the person").await?;

    // A frame has the focus once it is clicked or tabbed into; a driver can only tab from inside it.
    browser.run("window.focus()", vec![]).await?;
    tab_to(browser, "reset").await?;
    browser.press(Key::Enter).await?;
    let harmless = async || Ok((focused(browser).await? == "cancel").then_some(()));
    browser.until("the harmless answer to have the focus", harmless).await?;
    tab_to(browser, "confirm-reset").await?;
    browser.press(Key::Enter).await?;

    browser.wait_for_text("#message", "Your view is reset").await?;
    assert_eq!(focused(browser).await?, "message", "the outcome has the focus, so that it is read out");
    assert_eq!(stage.rows()?, rows_without(ADMIN));

    tab_to(browser, "undo").await?;
    browser.press(Key::Enter).await?;
    browser.wait_for_text("#message", "Your view is back").await?;
    assert_eq!(focused(browser).await?, "message", "the button is gone, the focus is not");
    browser.wait_for_text("#card", "About the person").await?;
    tab_to(browser, "reset").await?;
    Ok(())
}

async fn any_name_is_a_name_and_any_text_a_text(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let names = ["constructor", "__proto__", "toString", "NAME", "COMPANY", "REQUISITES", "OBSERVER", "UTM"];
    let elements = names.map(|name| json!({ "name": name }));
    let sections = json!([{ "type": "section", "name": "__proto__", "title": "\u{202E}about", "elements": elements },
        { "type": "section", "name": "constructor", "title": " ", "elements": [] }]);
    stage.replace_rows(&json!([card_row(USER, &sections)]))?;
    let title = json!({ "NAME": { "formLabel": "\u{202E}name", "title": "NAME" } });
    stage.answer(&["crm.contact.fields"], &title)?;
    stage.open(USER).await?;
    browser.wait_for_text("#card", "name").await?;
    browser.wait_for_text("#after", "no common view").await?;
    let body = "const texts = (selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent);
        return [texts('#card h3 bdi'), texts('#card li bdi')]";
    let expected = json!([
        ["\u{202E}about", "Untitled section"],
        ["constructor", "__proto__", "toString", "\u{202E}name", "Company", "Details", "Observers", "UTM parameters"]
    ]);
    assert_eq!(browser.run(body, vec![]).await?, expected);

    // What the portal has saved once can be put back, also where it is nothing that the package would save for another.
    let before = stage.rows()?;
    reset(browser).await?;
    browser.click("#undo").await?;
    browser.wait_for_text("#message", "Your view is back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    Ok(())
}

async fn speaks_the_users_language(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let languages = [
        ("ru", ["Сейчас", "Показывать всегда"], "2 раздела, 5 полей", ["ru", "ltr"]),
        ("ar", ["كما هو الآن", "إظهار دائمًا"], "قسمان", ["ar", "rtl"]),
    ];
    for (language, words, loss, direction) in languages {
        stage.open_in(USER, language).await?;
        for word in words {
            browser.wait_for_text("#card", word).await?;
        }
        stage.inspect(&format!("view-{language}")).await?;
        browser.click("#reset").await?;
        asks_about(browser, loss).await?;
        let shown = "const { lang, dir } = document.documentElement; return [lang, dir]";
        assert_eq!(browser.run(shown, vec![]).await?, json!(direction));
        stage.assert_accessible().await?;
    }
    Ok(())
}

async fn a_portal_that_tells_nothing_of_fields_and_people_is_no_error(engine: Engine) -> Result<()> {
    for told in [json!(null), json!([]), json!({ "NAME": null }), json!(false)] {
        let stage = Stage::set(engine).await?;
        let browser = &stage.browser;
        stage.answer(&["crm.contact.fields", "profile"], &told)?;
        stage.open(USER).await?;
        browser.wait_for_text("#card", "NAME").await?;
        assert!(!browser.is_shown("#message").await?, "{told}");
        assert_eq!(browser.run("return window.consoleLines ?? []", vec![]).await?, json!([]), "{told}");
    }
    Ok(())
}

async fn an_undo_that_fails_can_be_had_later(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    stage.fail("set", 1, &denied())?;
    stage.open(USER).await?;
    reset(browser).await?;
    browser.click("#undo").await?;

    browser.wait_for_text("#message", "Your view was not put back").await?;
    assert!(browser.text("#message").await?.contains("Your account has no access"));
    assert!(details(browser).await?.contains("“Access denied.”"));
    assert_eq!(focused(browser).await?, "message");
    assert_eq!(stage.rows()?, rows_without(USER));
    stage.assert_accessible().await?;

    // The way back is not lost for that, here or on a page that is opened anew.
    stage.open(USER).await?;
    browser.wait_for_text("#message", "You can still put it back").await?;
    stage.fail("get", 9, &denied())?;
    browser.click("#undo").await?;
    browser.wait_for_text("#message", "Your view was not put back").await?;
    assert_eq!(browser.text("#again").await?, "Try again");
    stage.mend()?;
    browser.click("#again").await?;
    browser.wait_for_text("#message", "Your view is back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    Ok(())
}

async fn what_is_doubtful_is_not_called_failed(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    let doubtful = json!({ "status": 200, "body": { "result": false } });
    stage.fail("reset", 1, &doubtful)?;
    stage.open(USER).await?;
    reset(browser).await?;

    browser.wait_for_text("#message", "not known whether your view was reset").await?;
    let details_told = details(browser).await?;
    assert!(details_told.contains("UNEXPECTED_ANSWER"), "{details_told}");
    assert!(!details_told.contains("Bitrix24 said"), "our own words are not Bitrix24's: {details_told}");
    assert_eq!(browser.text("#again").await?, "Look at the view");
    stage.inspect("reset-unknown").await?;
    // It was reset, after all.
    stage.replace_rows(&rows_without(USER))?;
    browser.click("#again").await?;
    browser.wait_for_text("#message", "You can still put it back").await?;

    stage.fail("set", 1, &doubtful)?;
    browser.click("#undo").await?;
    browser.wait_for_text("#message", "not known whether your view is back").await?;
    // It was put back, after all.
    stage.replace_rows(&before)?;
    browser.click("#again").await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    browser.until("the end of the doubt", async || Ok((!browser.is_shown("#message").await?).then_some(()))).await?;
    Ok(())
}

async fn says_that_access_is_denied(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    stage.open(WITHOUT_CRM).await?;

    let message = browser.wait_for_text("#message", "Your view could not be read").await?;
    assert!(message.contains("administrator"), "what to do is there: {message}");
    assert!(!browser.is_shown("#reset").await?, "there is no view to reset");
    browser.click("#details summary").await?;
    stage.inspect("refused").await?;
    let told = browser.text("#facts").await?;
    assert!(told.contains("Bitrix24 said: “Access denied.”"), "the portal's own words are there: {told}");
    assert_eq!(browser.run("return document.querySelector('#facts bdi').textContent", vec![]).await?, "Access denied.");
    // A browser that lets nobody copy has the text selected instead.
    browser.click("#copy").await?;
    let copied = "return document.querySelector('#copy').textContent === 'Copied' || String(getSelection()).includes('HTTP 400')";
    browser.until("a copy", async || Ok((browser.run(copied, vec![]).await? == json!(true)).then_some(()))).await?;
    stage.assert_accessible().await?;
    assert_eq!(stage.rows()?, before);
    Ok(())
}

async fn a_refused_reset_leaves_the_view(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    let refusal = json!({ "status": 401, "body": { "error": "insufficient_scope", "error_description":
        "The request requires higher privileges than provided by the access token" } });
    stage.fail("reset", 1, &refusal)?;
    stage.open(USER).await?;
    reset(browser).await?;

    let message = browser.wait_for_text("#message", "Your view was not reset").await?;
    assert!(message.contains("lacks a permission"), "{message}");
    assert!(details(browser).await?.contains("insufficient_scope"), "{message}");
    browser.wait_for_text("#card", "What I sell by").await?;
    assert_eq!(stage.rows()?, before);

    let token = browser.run("return window.BX24.getAuth().access_token", vec![]).await?;
    let token = token.as_str().expect("the library has a token");
    let page = browser.run("return document.documentElement.outerHTML", vec![]).await?.to_string();
    assert!(!page.contains(token), "the token is on the page");

    // Another try asks again.
    browser.click("#again").await?;
    browser.wait_for_text("#question", "Reset your view?").await?;
    assert_eq!(stage.resets_sent()?, 1);
    Ok(())
}

async fn every_failure_has_its_cause_and_a_way_on(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let refused =
        |status: u16, code: &str| json!({ "status": status, "body": { "error": code, "error_description": "Text" } });
    let plan = "REST is available only on commercial plans.";
    let unpaid = json!({ "status": 401, "body": { "error": "ACCESS_DENIED", "error_description": plan } });
    let cases = [
        (unpaid, "plan of your Bitrix24"),
        (refused(403, "PORTAL_DELETED"), "has been deleted"),
        (refused(401, "OVERLOAD_LIMIT"), "because of overload"),
        (refused(429, "OPERATION_TIME_LIMIT"), "up to ten minutes"),
        (refused(401, "insufficient_scope"), "lacks a permission"),
        (refused(401, "NO_AUTH_FOUND"), "did not accept the application"),
        (refused(400, "ERROR_CORE"), "refused the request"),
    ];
    stage.fail("get", 100, &cases[0].0)?;
    stage.open(USER).await?;
    for (index, (_, cause)) in cases.iter().enumerate() {
        let message = browser.wait_for_text("#message", cause).await?;
        assert!(message.contains("Your view could not be read"), "{message}");
        assert!(!message.contains("few minutes"), "{message}");
        match cases.get(index + 1) {
            Some((next, _)) => stage.fail("get", 100, next)?,
            None => stage.mend()?,
        }
        browser.click("#again").await?;
    }
    browser.wait_for_text("#card", "What I sell by").await?;
    Ok(())
}

async fn a_portal_that_is_down_can_be_tried_again(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    // The library never tells of a 502. The package notices, and asks again until it is clear that this is no accident.
    stage.fail("get", 9, &json!({ "status": 502, "body": "<h1>Down</h1>" }))?;
    stage.open(USER).await?;

    let message = browser.wait_for_text("#message", "down or overloaded").await?;
    assert!(!message.contains("Down"), "a proxy's page is nobody's words: {message}");
    assert!(!details(browser).await?.contains("Bitrix24 said"), "our own words are not Bitrix24's");
    stage.inspect("unavailable").await?;
    assert_eq!(browser.text("#again").await?, "Try again");
    // Without a network the cause is here.
    browser.run("Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })", vec![]).await?;
    // Browsers send what was reset twice themselves.
    stage.fail("get", 100, &json!({ "reset": true }))?;
    browser.click("#again").await?;
    browser.wait_for_text("#message", "Your device is offline").await?;
    stage.inspect("offline").await?;
    browser.run("delete navigator.onLine", vec![]).await?;
    stage.mend()?;
    browser.click("#again").await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    assert!(!browser.is_shown("#message").await?, "the message went with its cause");
    assert_eq!(focused(browser).await?, "status", "the focus did not go with the message");
    Ok(())
}

async fn a_lost_answer_is_not_noticed(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    stage.fail("*", 1, &json!({ "status": 503, "body": "<h1>Busy</h1>" }))?;
    stage.open(USER).await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    assert!(!browser.is_shown("#message").await?);

    stage.fail("reset", 1, &json!({ "status": 503, "body": "<h1>Busy</h1>" }))?;
    reset(browser).await?;
    browser.wait_for_text("#message", "Your view is reset").await?;
    assert_eq!(stage.rows()?, rows_without(USER));
    assert_eq!(stage.resets_sent()?, 2);
    Ok(())
}

async fn what_takes_long_can_be_cancelled(engine: Engine) -> Result<()> {
    // Slower than others, so that there is time to look at what can be cancelled.
    let stage = Stage::set_in_time_scaled_by(2, engine).await?;
    let browser = &stage.browser;
    stage.fail("get", 1, &json!({ "hang": true }))?;
    stage.open(USER).await?;
    browser.wait_for_text("#status", "Reading your view").await?;
    browser.until("a way out", async || Ok(browser.is_shown("#cancel").await?.then_some(()))).await?;
    stage.inspect("slow").await?;
    browser.click("#cancel").await?;
    browser.wait_for_text("#message", "You cancelled it").await?;
    assert_eq!(focused(browser).await?, "message");
    browser.click("#again").await?;
    browser.wait_for_text("#card", "What I sell by").await?;

    // The portal's page is not waited for either.
    stage.open_in_silence().await?;
    browser.click("#cancel").await?;
    browser.wait_for_text("#message", "You cancelled it").await?;
    assert_eq!(browser.text("#again").await?, "Try again");
    Ok(())
}

async fn an_unanswered_reset_is_not_called_failed(engine: Engine) -> Result<()> {
    let stage = Stage::set_in_scaled_time(engine).await?;
    let browser = &stage.browser;
    // To the page the same as a reset that was done while its answer was lost, which the rows below stand for.
    stage.fail("reset", 1, &json!({ "hang": true }))?;
    stage.open(USER).await?;
    reset(browser).await?;

    let message = browser.wait_for_text("#message", "not known whether your view was reset").await?;
    assert!(message.contains("did not answer in time"), "{message}");
    assert_eq!(browser.text("#again").await?, "Look at the view");
    stage.replace_rows(&rows_without(USER))?;
    browser.click("#again").await?;
    browser.wait_for_text("#card", "You have no view of your own").await?;
    browser.wait_for_text("#message", "You can still put it back").await?;
    assert_eq!(stage.resets_sent()?, 1, "looking is not resetting");
    Ok(())
}

async fn a_silent_portal_is_not_waited_for_without_end(engine: Engine) -> Result<()> {
    let stage = Stage::set_in_scaled_time(engine).await?;
    let browser = &stage.browser;
    stage.open_in_silence().await?;
    browser.wait_for_text("#status", "Connecting to Bitrix24").await?;
    stage.inspect("connecting").await?;
    browser.wait_for_text("#message", "Bitrix24 did not answer this page").await?;
    assert!(!browser.is_shown("#reset").await?);
    stage.assert_accessible().await?;
    starts_anew(browser).await
}

/// Presses the button that has the page start anew.
async fn starts_anew(browser: &Browser) -> Result<()> {
    browser.run("window.isOld = true", vec![]).await?;
    browser.click("#again").await?;
    let is_new = "return !window.isOld && document.querySelector('#status') !== null";
    browser.until("a new page", async || Ok((browser.run(is_new, vec![]).await? == json!(true)).then_some(()))).await
}

async fn outside_a_portal_it_says_so(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    browser.goto(&stage.page_address()).await?;
    browser.wait_for_text("#message", "This page works inside Bitrix24").await?;
    assert!(!browser.is_shown("#reset").await?);
    // The same where only the address pretends to be a portal's.
    let portal = stage.portal_host();
    browser.goto(&format!("{}?DOMAIN={portal}&PROTOCOL=0&LANG=en&APP_SID=0", stage.page_address())).await?;
    browser.wait_for_text("#message", "This page works inside Bitrix24").await?;
    // Nothing listens on port 1.
    browser.goto(&format!("{}?DOMAIN=127.0.0.1:1&PROTOCOL=0&LANG=en&APP_SID=0#/help", stage.page_address())).await?;
    browser.wait_for_text("#message", "library did not load").await?;
    starts_anew(browser).await?;
    browser.wait_for_text("#message", "library did not load").await?;
    stage.inspect("not-loaded").await?;
    Ok(())
}

/// Waits for a question about as many sections and fields.
async fn asks_about(browser: &Browser, counts: &str) -> Result<()> {
    says(browser, "#question-text", counts).await
}

async fn question_is_gone(browser: &Browser) -> Result<()> {
    browser.until("the question to go", async || Ok((!browser.is_shown("#question").await?).then_some(()))).await
}

/// What a call from the placement's page rejects with, over the BX24 library that the page has loaded.
const REJECTION: &str = "
    const [userId, options] = arguments;
    const start = performance.now();
    const error = await BX24ContactCard.resetContactCard('P', userId, options).then(() => ({}), (error) => error);
    const { name, kind, code, description, status, outcome, attempts } = error;
    return { name, kind, code, description, status, outcome, attempts, ms: performance.now() - start };";

async fn a_call_over_bx24_keeps_the_portals_words(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    stage.open(USER).await?;
    stage.browser.wait_for_text("#card", "What I sell by").await?;

    let mut rejection = stage.browser.run_async(REJECTION, vec![json!(6), json!({})]).await?;
    rejection["ms"].take();
    assert_eq!(
        rejection,
        json!({
            "name": "ContactCardError", "kind": "access-denied", "code": "", "description": "Access denied.",
            "status": 400, "outcome": "unchanged", "attempts": 1, "ms": null,
        })
    );
    Ok(())
}

async fn a_call_over_bx24_that_is_never_answered_ends_in_time(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    stage.open(USER).await?;
    stage.browser.wait_for_text("#card", "What I sell by").await?;

    stage.fail("reset", 9, &json!({ "hang": true }))?;
    let rejection = stage.browser.run_async(REJECTION, vec![json!(USER), json!({ "timeout": 700 })]).await?;
    let told = ["name", "kind", "outcome"].map(|field| rejection[field].as_str().unwrap());
    assert_eq!(told, ["TimeoutError", "timeout", "unknown"]);
    let took = rejection["ms"].as_f64().unwrap();
    // Half a second late at most when nothing else runs; here six browsers share the machine.
    assert!((699.0..3000.0).contains(&took), "{took} ms");
    Ok(())
}
