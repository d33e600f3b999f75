//! The placement page, the way people use it: in a browser, in the frame of a portal.

use crate::support::{ADMIN, Stage, USER, WITHOUT_CARD, WITHOUT_CRM, comparable, rows_without};
use page::{Browser, Engine, Key, Result, in_every_engine};
use serde_json::{Value, json};

in_every_engine!(
    shows_the_card_and_resets_it,
    the_dialog_names_what_is_removed,
    undo_puts_the_card_back,
    undo_is_offered_until_it_is_done,
    undo_needs_no_storage,
    only_the_callers_own_backup_is_taken_from_storage,
    the_library_of_this_machine_is_for_pages_of_this_machine,
    any_name_is_a_name_and_any_text_a_text,
    a_portal_that_tells_nothing_of_fields_and_people_is_no_error,
    an_undo_that_is_refused_can_be_had_later,
    a_portal_that_is_down_can_be_asked_for_the_undo_again,
    a_doubtful_undo_is_not_called_failed,
    a_doubtful_reset_can_be_put_back,
    cancel_sends_nothing,
    works_by_keyboard_alone,
    says_that_access_is_denied,
    a_refused_reset_leaves_the_card,
    a_portal_that_is_down_can_be_tried_again,
    a_lost_answer_is_not_noticed,
    an_unanswered_reset_is_not_called_failed,
    needs_no_more_than_its_policy,
    a_silent_portal_is_not_waited_for_without_end,
    outside_a_portal_it_says_so,
    every_kind_of_error_has_its_words,
    a_call_over_bx24_keeps_the_portals_words,
    a_call_over_bx24_that_is_never_answered_ends_in_time,
);

async fn shows_the_card_and_resets_it(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    stage.open(USER).await?;

    let card = browser.wait_for_text("#card", "First name").await?;
    for shown in ["What I sell by", "Phone", "always shown", "UF_CRM_1700000000"] {
        assert!(card.contains(shown), "{shown:?} is not in the card:\n{card}");
    }
    assert!(card.contains("<b>Not bold</b>"), "a title is text, whatever it looks like:\n{card}");

    browser.click("#reset").await?;
    assert_eq!(stage.resets_sent()?, 0, "nothing is sent before the confirmation");
    browser.click("#confirm-reset").await?;
    browser.wait_for_text("#message", "Your card is reset").await?;

    browser.wait_for_text("#card", "The default layout").await?;
    assert!(!browser.is_shown("#reset").await?, "there is nothing left to reset");
    assert_eq!(stage.rows()?, rows_without(USER));
    assert_eq!(stage.resets_sent()?, 1);

    stage.open(USER).await?;
    browser.wait_for_text("#card", "The default layout").await?;
    Ok(())
}

async fn the_dialog_names_what_is_removed(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    stage.open(USER).await?;
    browser.click("#reset").await?;
    browser.wait_for_text("dialog", "2 sections with 5 fields").await?;
    // Not as it is shown: WebKit's driver leaves out what could be cut short.
    let dialog = browser.run("return document.querySelector('dialog').textContent", vec![]).await?;
    let dialog = dialog.as_str().expect("the dialog has a text");
    let named = ["What I sell by", "4 fields", "<b>Not bold</b>", "1 field", "You can undo this"];
    assert!(in_order(dialog, &named), "{named:?} should be in:\n{dialog}");
    assert!(!has_attribute(browser, "#confirm-sections", "tabindex").await?, "there is nothing to scroll");
    browser.press(Key::Escape).await?;

    // More than there is room for.
    stage.replace_rows(&json!([crate::support::long_row(USER)]))?;
    stage.open(USER).await?;
    browser.click("#reset").await?;
    browser.wait_for_text("dialog", "40 sections with no fields").await?;
    for shown in ["#confirm-title", "#confirm-sections", "#confirm-rest", "#cancel", "#confirm-reset"] {
        let body = "const { top, bottom, left, right } = document.querySelector(arguments[0]).getBoundingClientRect();
                    return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth";
        assert_eq!(browser.run(body, vec![json!(shown)]).await?, json!(true), "{shown} is out of sight");
    }
    tab_to(browser, "confirm-sections").await?;
    let scrolled = "return document.querySelector('#confirm-sections').scrollTop";
    browser.press(Key::End).await?;
    browser
        .until("the list to scroll by keyboard", async || {
            Ok(browser.run(scrolled, vec![]).await?.as_f64().filter(|top| *top > 0.0))
        })
        .await?;
    browser.press(Key::Escape).await?;
    dialog_is_closed(browser).await?;
    assert_eq!(stage.resets_sent()?, 0);
    Ok(())
}

async fn undo_puts_the_card_back(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    stage.open(USER).await?;
    reset(browser).await?;
    browser.wait_for_text("#message", "Your card is reset").await?;
    assert_eq!(stage.rows()?, rows_without(USER));

    assert_eq!(browser.text("#undo").await?, "Undo");
    browser.click("#undo").await?;
    browser.wait_for_text("#message", "Your card is back").await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    assert!(!browser.is_shown("#undo").await?, "there is nothing left to undo");
    assert!(browser.is_shown("#reset").await?, "it can be reset again");
    assert_eq!(stage.resets_sent()?, 1);
    Ok(())
}

async fn undo_is_offered_until_it_is_done(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    stage.open(USER).await?;
    reset(browser).await?;
    browser.wait_for_text("#message", "Your card is reset").await?;

    // Somebody else, in the same tab.
    stage.open(WITHOUT_CARD).await?;
    browser.wait_for_text("#card", "The default layout").await?;
    stage.profile_told(WITHOUT_CARD).await?;
    assert!(!browser.is_shown("#message").await?, "the card was another user's");

    stage.open(USER).await?;
    let message = browser.wait_for_text("#message", "You can still put it back").await?;
    assert!(message.contains("20"), "it says when that was: {message}");
    browser.click("#undo").await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));

    // What was put back is not offered once more, should the card be reset elsewhere.
    stage.replace_rows(&rows_without(USER))?;
    stage.open(USER).await?;
    browser.wait_for_text("#card", "The default layout").await?;
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
    let denied = "try { return String(sessionStorage) } catch (error) { return error.name }";
    assert_eq!(browser.run(denied, vec![]).await?, json!("SecurityError"));

    reset(browser).await?;
    browser.wait_for_text("#message", "Your card is reset").await?;
    browser.click("#undo").await?;
    browser.wait_for_text("#message", "Your card is back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    Ok(())
}

async fn only_the_callers_own_backup_is_taken_from_storage(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    stage.browser.goto(&stage.page_address()).await?;
    let body = "const { keep, kept } = await import(new URL('src/card/kept.js', location.href));
        const portal = 'https://portal.example';
        const sections = [{ name: 'main', title: 'About', elements: [{ name: 'NAME' }] }];
        const good = { version: 1, portal, scope: 'P', takenAt: '2026-11-26T10:00:00Z', sections };
        const found = (backup) => { keep('me', backup); return kept('me', portal) !== undefined };
        return [found(good), ...[
            { ...good, portal: 'https://other.example' }, { ...good, scope: 'C' }, { ...good, userId: 6 },
            { ...good, sections: null }, { ...good, sections: [null] }, { ...good, sections: 'x' }, { ...good, takenAt: 'x' },
            { ...good, sections: [{ ...sections[0], elements: [{ name: 5 }] }] }, [], 'text', 5, true,
        ].map(found)]";
    let found = stage.browser.run_async(body, vec![]).await?;
    assert_eq!(found[0], json!(true));
    assert_eq!(found.as_array().map(|found| found[1..].to_vec()), Some(vec![json!(false); 12]));
    Ok(())
}

async fn the_library_of_this_machine_is_for_pages_of_this_machine(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    stage.browser.goto(&stage.page_address()).await?;
    let body = "const { libraryAddress } = await import(new URL('src/portal.js', location.href));
        const pages = ['127.0.0.1:8025', 'localhost', 'app.example'], portals = ['localhost:8024', 'portal.bitrix24.com'];
        return pages.map((page) => portals.map((portal) => libraryAddress(portal, '0', page)))";
    let public = "https://api.bitrix24.com/api/v1/";
    let local = "http://localhost:8024/api/v1/";
    let expected = json!([[local, public], [local, public], [public, public]]);
    assert_eq!(stage.browser.run_async(body, vec![]).await?, expected);
    Ok(())
}

async fn any_name_is_a_name_and_any_text_a_text(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    stage.browser.goto(&stage.page_address()).await?;
    let body = r"const { showCard } = await import(new URL('src/card/card.js', location.href));
        const place = document.createElement('div');
        const elements = ['constructor', '__proto__', 'toString', 'NAME'].map((name) => ({ name }));
        showCard(place, [{ name: 'main', title: '\u202Eabout', elements }], new Map([['NAME', '\u202Ename']]));
        return [[...place.querySelectorAll('li')].map((item) => item.textContent),
            [...place.querySelectorAll('h2, li')].every((item) => item.querySelector('bdi'))]";
    let shown = stage.browser.run_async(body, vec![]).await?;
    assert_eq!(shown, json!([["constructor", "__proto__", "toString", "\u{202E}name"], true]));
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

async fn an_undo_that_is_refused_can_be_had_later(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    let refusal = json!({ "status": 400, "body": { "error": "", "error_description": "Access denied." } });
    stage.fail("set", 1, &refusal)?;
    stage.open(USER).await?;
    reset(browser).await?;
    browser.click("#undo").await?;

    let message = browser.wait_for_text("#message", "You have no access").await?;
    assert!(message.contains("Your card was not put back."), "{message}");
    assert!(message.contains("“Access denied.”"), "{message}");
    assert_eq!(focused(browser).await?, "message");
    assert_eq!(stage.rows()?, rows_without(USER));

    // Asking again at once would not help; the way back is not lost for that.
    assert!(!browser.is_shown("#undo").await?);
    assert_eq!(browser.text("#again").await?, "Look at the card");
    browser.click("#again").await?;
    browser.wait_for_text("#message", "You can still put it back").await?;
    browser.click("#undo").await?;
    browser.wait_for_text("#message", "Your card is back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    Ok(())
}

async fn a_portal_that_is_down_can_be_asked_for_the_undo_again(engine: Engine) -> Result<()> {
    let stage = Stage::set_in_scaled_time(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    stage.fail("set", 9, &json!({ "status": 429, "body": { "error": "QUERY_LIMIT_EXCEEDED" } }))?;
    stage.open(USER).await?;
    reset(browser).await?;
    browser.click("#undo").await?;

    let message = browser.wait_for_text("#message", "Bitrix24 is busy").await?;
    assert!(message.contains("Your card was not put back."), "{message}");
    assert_eq!(browser.text("#again").await?, "Try again");
    stage.mend()?;
    browser.click("#again").await?;
    browser.wait_for_text("#message", "Your card is back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    Ok(())
}

async fn a_doubtful_undo_is_not_called_failed(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    stage.fail("set", 1, &doubtful())?;
    stage.open(USER).await?;
    reset(browser).await?;
    browser.click("#undo").await?;

    browser.wait_for_text("#message", "not known whether your card is back").await?;
    assert_eq!(browser.text("#again").await?, "Look at the card");
    // It was put back, after all.
    stage.replace_rows(&before)?;
    browser.click("#again").await?;
    browser.wait_for_text("#card", "What I sell by").await?;
    assert!(!browser.is_shown("#message").await?, "the doubt is gone");
    Ok(())
}

async fn a_doubtful_reset_can_be_put_back(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    stage.fail("reset", 1, &doubtful())?;
    stage.open(USER).await?;
    reset(browser).await?;

    let message = browser.wait_for_text("#message", "not known whether your card was reset").await?;
    assert!(message.contains("put it back"), "{message}");
    assert_eq!(browser.text("#again").await?, "Look at the card");
    // It was reset, after all.
    stage.replace_rows(&rows_without(USER))?;
    browser.click("#undo").await?;
    browser.wait_for_text("#message", "Your card is back").await?;
    assert_eq!(comparable(stage.rows()?), comparable(before));
    Ok(())
}

/// What leaves it unknown what the portal did.
fn doubtful() -> Value {
    json!({ "status": 200, "body": { "result": false } })
}

async fn cancel_sends_nothing(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    stage.open(USER).await?;

    browser.click("#reset").await?;
    browser.click("#cancel").await?;
    dialog_is_closed(browser).await?;
    browser.click("#reset").await?;
    browser.press(Key::Escape).await?;
    dialog_is_closed(browser).await?;

    browser.wait_for_text("#card", "What I sell by").await?;
    assert_eq!(stage.resets_sent()?, 0);
    assert!(!browser.is_shown("#message").await?, "there is nothing to say");

    // Escape after a reset was confirmed once must not count as that answer.
    stage.fail(
        "reset",
        1,
        &json!({ "status": 400, "body": { "error": "", "error_description": "Access denied." } }),
    )?;
    browser.click("#reset").await?;
    browser.click("#confirm-reset").await?;
    browser.wait_for_text("#message", "no access").await?;
    browser.click("#reset").await?;
    browser.press(Key::Escape).await?;
    dialog_is_closed(browser).await?;
    assert_eq!(stage.resets_sent()?, 1);
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
    assert_eq!(focused(browser).await?, "cancel", "the harmless answer is the first");
    tab_to(browser, "confirm-reset").await?;
    browser.press(Key::Enter).await?;

    browser.wait_for_text("#message", "Your card is reset").await?;
    assert_eq!(focused(browser).await?, "message", "the outcome has the focus, so that it is read out");
    assert_eq!(stage.rows()?, rows_without(ADMIN));

    tab_to(browser, "undo").await?;
    browser.press(Key::Enter).await?;
    browser.wait_for_text("#message", "Your card is back").await?;
    assert_eq!(focused(browser).await?, "message", "the button is gone, the focus is not");
    browser.wait_for_text("#card", "About the person").await?;
    tab_to(browser, "reset").await?;
    Ok(())
}

async fn says_that_access_is_denied(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let before = stage.rows()?;
    stage.open(WITHOUT_CRM).await?;

    let message = stage.browser.wait_for_text("#message", "You have no access").await?;
    assert!(message.contains("“Access denied.”"), "the portal's own words are there: {message}");
    assert!(message.contains("administrator"), "what to do is there: {message}");
    assert!(!stage.browser.is_shown("#again").await?, "trying again would not help");
    assert!(!stage.browser.is_shown("#reset").await?, "there is no card to reset");
    assert_eq!(stage.rows()?, before);
    Ok(())
}

async fn a_refused_reset_leaves_the_card(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    let before = stage.rows()?;
    let refusal = json!({ "status": 401, "body": { "error": "insufficient_scope", "error_description":
        "The request requires higher privileges than provided by the access token" } });
    stage.fail("reset", 1, &refusal)?;
    stage.open(USER).await?;
    browser.click("#reset").await?;
    browser.click("#confirm-reset").await?;

    let message = browser.wait_for_text("#message", "did not accept this application").await?;
    assert!(message.contains("Your card is as it was."), "{message}");
    assert!(message.contains("insufficient_scope"), "{message}");
    browser.wait_for_text("#card", "What I sell by").await?;
    assert_eq!(stage.rows()?, before);

    let token = browser.run("return window.BX24.getAuth().access_token", vec![]).await?;
    let token = token.as_str().expect("the library has a token");
    let page = browser.run("return document.documentElement.outerHTML", vec![]).await?.to_string();
    assert!(!page.contains(token), "the token is on the page");
    Ok(())
}

async fn a_portal_that_is_down_can_be_tried_again(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    // The library never tells of a 502. The package notices, and asks again until it is clear that this is no accident.
    stage.fail("get", 9, &json!({ "status": 502, "body": "<h1>Down</h1>" }))?;
    stage.open(USER).await?;

    let message = browser.wait_for_text("#message", "Bitrix24 is not available").await?;
    assert!(!message.contains("Down"), "a proxy's page is nobody's words: {message}");
    assert_eq!(browser.text("#again").await?, "Try again");
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
    browser.wait_for_text("#message", "Your card is reset").await?;
    assert_eq!(stage.rows()?, rows_without(USER));
    assert_eq!(stage.resets_sent()?, 2);
    Ok(())
}

async fn an_unanswered_reset_is_not_called_failed(engine: Engine) -> Result<()> {
    let stage = Stage::set_in_scaled_time(engine).await?;
    let browser = &stage.browser;
    // To the page the same as a reset that was done while its answer was lost, which the rows below stand for.
    stage.fail("reset", 1, &json!({ "hang": true }))?;
    stage.open(USER).await?;
    browser.click("#reset").await?;
    browser.click("#confirm-reset").await?;

    let message = browser.wait_for_text("#message", "Bitrix24 did not answer").await?;
    assert!(message.contains("not known whether your card was reset"), "{message}");
    assert_eq!(browser.text("#again").await?, "Look at the card");
    stage.replace_rows(&rows_without(USER))?;
    browser.click("#again").await?;
    browser.wait_for_text("#card", "The default layout").await?;
    browser.wait_for_text("#message", "You can still put it back").await?;
    assert_eq!(stage.resets_sent()?, 1, "looking is not resetting");
    Ok(())
}

async fn needs_no_more_than_its_policy(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    let browser = &stage.browser;
    stage.open(USER).await?;
    browser.click("#reset").await?;
    browser.click("#confirm-reset").await?;
    browser.wait_for_text("#message", "Your card is reset").await?;
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

async fn a_silent_portal_is_not_waited_for_without_end(engine: Engine) -> Result<()> {
    let stage = Stage::set_in_scaled_time(engine).await?;
    stage.open_in_silence().await?;
    stage.browser.wait_for_text("#status", "Connecting to Bitrix24").await?;
    stage.browser.wait_for_text("#message", "Bitrix24 does not answer this page").await?;
    assert!(!stage.browser.is_shown("#reset").await?);
    Ok(())
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
    browser.goto(&format!("{}?DOMAIN=127.0.0.1:1&PROTOCOL=0&LANG=en&APP_SID=0", stage.page_address())).await?;
    browser.wait_for_text("#message", "Bitrix24 could not be reached").await?;
    Ok(())
}

async fn every_kind_of_error_has_its_words(engine: Engine) -> Result<()> {
    let stage = Stage::set(engine).await?;
    stage.browser.goto(&stage.page_address()).await?;
    let kinds = crate::support::error_kinds();
    assert!(kinds.len() >= 12, "the package's types name its kinds: {kinds:?}");
    let body = "const { inWords } = await import(new URL('src/card/words.js', location.href));
                return arguments[0].map(kind => inWords({ kind }).title)";
    let titles = stage.browser.run_async(body, vec![json!(kinds)]).await?;
    let titles: Vec<&str> = titles.as_array().into_iter().flatten().filter_map(Value::as_str).collect();

    // Both are faults of the page or the package: a person can do nothing but report them.
    let faults = ["invalid-argument", "internal"];
    let fault = kinds.iter().position(|kind| kind == "internal").map(|place| titles[place]);
    for (kind, title) in kinds.iter().zip(&titles) {
        assert_eq!(Some(*title) == fault, faults.contains(&kind.as_str()), "{kind} is called {title:?}");
        let alike = titles.iter().filter(|other| *other == title).count();
        assert!(alike == 1 || faults.contains(&kind.as_str()), "{alike} kinds are called {title:?}");
    }
    Ok(())
}

async fn reset(browser: &Browser) -> Result<()> {
    browser.click("#reset").await?;
    browser.click("#confirm-reset").await
}

/// Whether the parts are in the text, each after the one before it.
fn in_order(text: &str, parts: &[&str]) -> bool {
    let mut rest = text;
    parts.iter().all(|part| match rest.split_once(part) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}

async fn has_attribute(browser: &Browser, selector: &str, name: &str) -> Result<bool> {
    let body = "return document.querySelector(arguments[0]).hasAttribute(arguments[1])";
    Ok(browser.run(body, vec![json!(selector), json!(name)]).await? == json!(true))
}

async fn dialog_is_closed(browser: &Browser) -> Result<()> {
    browser.until("the dialog to close", async || Ok((!browser.is_shown("dialog").await?).then_some(()))).await
}

/// The id of what has the focus.
async fn focused(browser: &Browser) -> Result<String> {
    let id = browser.run("return document.activeElement.id", vec![]).await?;
    Ok(id.as_str().unwrap_or_default().to_owned())
}

/// Presses Tab until the element `id` has the focus.
async fn tab_to(browser: &Browser, id: &str) -> Result<()> {
    for _ in 0..5 {
        browser.press(Key::Tab).await?;
        if focused(browser).await? == id {
            return Ok(());
        }
    }
    panic!("#{id} cannot be reached with Tab; the focus is on #{}", focused(browser).await?);
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
