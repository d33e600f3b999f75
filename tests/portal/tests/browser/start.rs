//! The start page, as a developer uses it.

use crate::http::{Running, card};
use page::{Browser, Engine, Result, lease, until};
use serde_json::{Value, json};
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::sync::Arc;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

page::tests!(
    awaited the_start_page_shows_and_switches,
    awaited an_application_is_uploaded_installed_and_opened,
    awaited credentials_are_copied_whole_and_not_logged,
    awaited every_preset_of_a_fault_is_accepted,
    awaited nothing_spills_and_axe_finds_nothing_in_either_scheme,
);

async fn start_page(running: &Running) -> Result<Arc<Browser>> {
    let browser = lease(Engine::Chromium).await?;
    browser.goto(running.portal.url()).await?;
    browser.wait_for_text("#users", "/rest/1/adm1secret/").await?;
    Ok(browser)
}

async fn the_start_page_shows_and_switches() -> Result<()> {
    let running = Running::start().await;
    let sections = json!([{"type": "section", "name": "s", "title": "<b>Main</b>", "elements": [{"name": "PHONE"}]}]);
    running.put("rows", json!([card(6, &sections)])).await;
    let browser = start_page(&running).await?;
    let cards = browser.wait_for_text("#cards", "PHONE").await?;
    assert!(cards.contains("Clara Novak") && cards.contains("<b>Main</b>"), "{cards}");

    running.call("/rest/5/usr5secret/profile", json!({"note": "<i>"})).await;
    browser.wait_for_text("#log", "<i>").await?;

    browser.run("document.querySelector('[name=error]').value = 'QUERY_LIMIT_EXCEEDED'", vec![]).await?;
    browser.click("#system-error").await?;
    browser.wait_for_text("#faults", "QUERY_LIMIT_EXCEEDED").await?;
    let refused = running.call("/rest/5/usr5secret/crm.contact.fields", json!({})).await;
    assert_eq!(refused.status, 503);
    browser.click("[name=deleted]").await?;
    browser.click("[name=deleted][aria-pressed=true]").await?;
    browser.click("[name=deleted][aria-pressed=false]").await?;
    browser.click("#heal").await?;
    browser.click("[name=deleted][aria-pressed=false]").await?;
    browser.click("#heal").await?;

    browser.click("#cards button").await?;
    until("the card is gone", async || Ok((running.get("rows").await == json!([])).then_some(()))).await?;
    browser.click("#fill").await?;
    let cards = browser.wait_for_text("#cards", "REQUISITES").await?;
    let fields = running.admin("crm.contact.fields", json!({})).await.1["result"].clone();
    for name in ["COMPANY", "REQUISITES", "OBSERVER", "UTM"] {
        assert!(cards.contains(name) && fields.get(name).is_none(), "{name} is on the card alone");
    }
    Ok(())
}

/// An archive whose installation page binds the index to contacts' cards.
fn archive() -> Vec<u8> {
    let library = "<script>
        const query = new URLSearchParams(location.search);
        document.head.append(Object.assign(document.createElement('script'), {
            src: `http://${query.get('DOMAIN')}/api/v1/`, onload: () => BX24.init(begin),
        }));
    </script>";
    let install = "<!doctype html><title>Installation</title><p id=state>Installing</p><script>
        const handler = location.origin + location.pathname.replace('install', 'index');
        const begin = () => BX24.callMethod('placement.bind',
            { PLACEMENT: 'CRM_CONTACT_DETAIL_TAB', HANDLER: handler, TITLE: 'Uploaded' }, () => BX24.installFinish());
    </script>";
    let index = "<!doctype html><title>Index</title><p id=state>Index</p><script>
        const begin = () => BX24.callMethod('profile', {}, (answer) => {
            state.textContent = `${BX24.placement.info().placement} of ${answer.data().NAME}`;
        });
    </script>";
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [("index.html", index), ("install.html", install)] {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(format!("{content}{library}").as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

async fn an_application_is_uploaded_installed_and_opened() -> Result<()> {
    let running = Running::start().await;
    let browser = start_page(&running).await?;
    browser.wait_for_text("#application-state", "None.").await?;
    // A file input takes a path from a person, or files from a script.
    let choose = "
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(arguments[0])], 'app.zip'));
        document.querySelector('[name=archive]').files = files.files;
    ";
    browser.run(choose, vec![json!(b"text")]).await?;
    browser.click("#upload button").await?;
    browser.wait_for_text("#notice", "this is no zip archive").await?;
    browser.run(choose, vec![json!(archive())]).await?;
    browser.click("#upload button").await?;
    browser.wait_for_text("#application-state", "not finished").await?;
    browser.click("#application-state a").await?;
    let opened = "return document.querySelector('iframe')?.src.includes('/index.html') || null;";
    browser.until("the index in the frame", async || Ok(browser.run(opened, vec![]).await?.as_bool())).await?;
    browser.enter_frame("iframe").await?;
    browser.wait_for_text("#state", "DEFAULT of Anna").await?;

    browser.goto(running.portal.url()).await?;
    browser.wait_for_text("#application-state", "Hosted by the portal. Bound to CRM_CONTACT_DETAIL_TAB.").await?;
    browser.click("a[href='/contact?user=5']").await?;
    browser.click("#tabs a").await?;
    browser.enter_frame("iframe").await?;
    browser.wait_for_text("#state", "CRM_CONTACT_DETAIL_TAB of Boris").await?;

    browser.goto(running.portal.url()).await?;
    browser.click("#scopes [name=placement][aria-pressed=true]").await?;
    browser.wait_for_text("#scopes [name=placement][aria-pressed=false]", "placement").await?;
    let state = running.get("application").await;
    assert_eq!((&state["scopes"], &state["installed"]), (&json!(["crm", "user", "department"]), &json!(true)));
    browser.click("#uninstall").await?;
    browser.wait_for_text("#application-state", "None.").await?;
    Ok(())
}

async fn credentials_are_copied_whole_and_not_logged() -> Result<()> {
    let running = Running::start().await;
    let browser = start_page(&running).await?;
    let copied = "
        window.copied = [];
        Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => copied.push(text) } });
    ";
    browser.run(copied, vec![]).await?;
    for name in ["webhook of Anna Berg", "token of Boris Lind"] {
        browser.click(&format!("[aria-label='Copy the {name}']")).await?;
        browser.wait_for_text("#said", &format!("The {name} is copied.")).await?;
    }
    let copied = browser.run("return copied;", vec![]).await?;
    assert_eq!(copied, json!([format!("{}/rest/1/adm1secret/", running.portal.url()), "tok_user5"]));

    let webhook = copied[0].as_str().unwrap();
    running.call(&format!("{}profile", webhook.strip_prefix(running.portal.url()).unwrap()), json!({})).await;
    running.call("/rest/profile", json!({"auth": "tok_user5", "note": "last"})).await;
    let log = browser.wait_for_text("#log", "last").await?;
    assert!(!log.contains("adm1secret") && !log.contains("tok_user5"), "{log}");
    Ok(())
}

async fn every_preset_of_a_fault_is_accepted() -> Result<()> {
    let running = Running::start().await;
    let browser = start_page(&running).await?;
    let presets = browser
        .run_async(
            "const { FAULTS } = await import('/start/presets.js');
             return Object.values(FAULTS).flat().map(([label, then, method]) => ({ match: method ?? 'crm.*', then }));",
            vec![],
        )
        .await?;
    let count = presets.as_array().unwrap().len();
    assert_eq!(browser.run("return document.querySelectorAll('#fault-kinds button').length", vec![]).await?, count);
    running.put("faults", presets).await;
    assert_eq!(running.get("faults").await.as_array().unwrap().len(), count);
    running.put("faults", json!([])).await;
    // One after the other: requests at a time may arrive in any order.
    let presses = "
        const { fetch } = window;
        let asked;
        window.fetch = (...request) => asked = fetch(...request);
        for (const preset of document.querySelectorAll('#fault-kinds button, #conditions button, #limits button')) {
            preset.click();
            await asked;
        }
        window.fetch = fetch;
    ";
    browser.run_async(presses, vec![]).await?;
    browser.wait_for_text("#limits [aria-pressed=true]", "Operating limit").await?;
    assert!(!browser.is_shown("#notice").await?);
    Ok(())
}

/// Shows a page in a frame, since a window has a least width, and as in a dark scheme if told to.
async fn framed(browser: &Browser, portal: &str, path: &str, width: u32, is_dark: bool) -> Result<()> {
    // A page of the portal with nothing to load.
    browser.goto(&format!("{portal}/portal.css")).await?;
    let frame = "
        const frame = document.createElement('iframe');
        Object.assign(frame, { src: arguments[0], width: arguments[1], height: 2000 });
        document.body.replaceChildren(frame);
        return new Promise((loaded) => frame.addEventListener('load', () => loaded(true)));
    ";
    browser.run_async(frame, vec![json!(path), json!(width)]).await?;
    browser.enter_frame("iframe").await?;
    let scheme = "
        for (const rule of document.styleSheets[0].cssRules) {
            if (rule.conditionText?.includes('prefers-color-scheme')) rule.media.mediaText = arguments[0] ? 'all' : 'not all';
        }
        document.documentElement.style.colorScheme = arguments[0] ? 'dark' : 'light';
        return getComputedStyle(document.body).backgroundColor;
    ";
    let background = browser.run(scheme, vec![json!(is_dark)]).await?;
    assert_eq!(background == "rgb(17, 23, 30)", is_dark, "{background}");
    Ok(())
}

/// What sticks out of the page, and what axe-core objects to.
async fn objections(browser: &Browser, axe: &str) -> Result<Value> {
    let spills = "
        const width = document.documentElement.clientWidth;
        const spilling = [...document.querySelectorAll('body *')].filter((element) => {
            const { left, right } = element.getBoundingClientRect();
            return !element.closest('.unseen') && (right > width + 0.5 || left < -0.5);
        });
        return [document.documentElement.scrollWidth - width, spilling.map((element) => element.outerHTML.slice(0, 80))];
    ";
    let spills = browser.run(spills, vec![]).await?;
    browser.run(&format!("{axe}; window.axe = axe;"), vec![]).await?;
    let violations = "
        const { violations } = await axe.run(document);
        return violations.map(({ id, nodes }) => [id, nodes.map(({ html, any }) => [html, any[0]?.message])]);
    ";
    Ok(json!([spills, browser.run_async(violations, vec![]).await?]))
}

async fn nothing_spills_and_axe_finds_nothing_in_either_scheme() -> Result<()> {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("sdk/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&axe).expect("axe-core: run `npm ci` in tests/portal/sdk");
    let running = Running::start().await;
    let browser = lease(Engine::Chromium).await?;
    let long = "long".repeat(80);
    running.put("rows", json!([card(6, &json!([{"title": long, "elements": [{"name": long}]}]))])).await;
    running.call("/rest/5/usr5secret/crm.contact.details.configuration.reset", json!({ "userId": long })).await;
    running.put("faults", json!([{"match": long, "then": {"status": 500, "body": long}}])).await;
    running.put("conditions", json!({"overload": true})).await;
    running.request("PUT", "/__portal/application/archive").send(archive()).await;
    let nothing = json!([[0, []], []]);
    for (width, is_dark) in [(320, false), (800, true), (1400, false), (1600, true), (320, true)] {
        framed(&browser, running.portal.url(), "/", width, is_dark).await?;
        browser.wait_for_text("#log", "crm.contact.details.configuration.reset").await?;
        assert_eq!(objections(&browser, &axe).await?, nothing, "at {width} px, dark: {is_dark}");
    }
    for (installed, path) in [(false, "/placement?user=5"), (true, "/placement?user=5"), (true, "/contact?user=5")] {
        let tab = json!({"placement": "CRM_CONTACT_DETAIL_TAB", "handler": "http://127.0.0.1/", "title": long});
        running.put("application", json!({"installed": installed, "bindings": [tab]})).await;
        for is_dark in [false, true] {
            framed(&browser, running.portal.url(), path, 320, is_dark).await?;
            assert_eq!(objections(&browser, &axe).await?, nothing, "{path}, dark: {is_dark}");
        }
    }
    Ok(())
}
