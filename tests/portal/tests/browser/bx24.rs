//! The BX24 stand-in, its vices included.

use crate::http::{Running, card};
use crate::{placement, placement_with};
use page::{Browser, Result, until};
use serde_json::{Value, json};
use std::time::Duration;

page::tests!(
    awaited a_call_gives_what_the_original_gives,
    awaited values_become_text_on_the_way,
    awaited what_the_original_never_reports_is_never_reported,
    awaited a_request_without_end_and_a_failed_renewal_raise_no_error,
    awaited a_request_is_opened_within_the_call_and_sent_later,
    awaited a_locally_expired_token_is_renewed_before_a_request_is_made,
    awaited a_call_whose_token_has_expired_is_paced_twice,
    awaited a_renewal_may_be_late,
    awaited a_call_waits_for_a_parent_that_is_late,
    awaited init_calls_back_later_once_the_parent_has_answered,
    awaited init_waits_for_the_handlers_of_a_first_start,
    awaited an_installer_gives_way_to_the_application,
    awaited an_expired_token_is_renewed_without_bound,
    awaited a_batch_gives_results_under_the_same_keys,
    awaited calls_are_paced_after_the_first_ninety,
    awaited the_parent_window_serves_the_application,
    awaited strangers_are_met_with_silence,
    awaited outside_a_portal_bx24_is_null,
    awaited a_parent_may_answer_twice_or_never,
);

const PREFIX: &str = "crm.contact.details.configuration";

/// Waits for BX24, then runs the body of an async function with `call` and `batch` at hand, which resolve with what
/// their callback gets.
async fn run(browser: &Browser, body: &str, arguments: Vec<Value>) -> Result<Value> {
    let setup = "
        while (!window.BX24) await new Promise((resolve) => setTimeout(resolve, 10));
        await new Promise((resolve) => BX24.init(resolve));
        const call = (method, params) => new Promise((resolve) => BX24.callMethod(method, params, resolve));
        const batch = (calls, halt) => new Promise((resolve) => BX24.callBatch(calls, resolve, halt));
        const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms, 'silence'));
    ";
    browser.run_async(&format!("{setup}{body}"), arguments).await
}

/// Method and status of each request so far, in the log's order.
async fn methods_and_statuses(running: &Running) -> Vec<Value> {
    let log = running.get("log").await;
    log.as_array().unwrap().iter().map(|entry| json!([entry["method"], entry["status"]])).collect()
}

fn renewals(log: &[Value]) -> usize {
    log.iter().filter(|entry| entry[0] == "refreshAuth").count()
}

/// Runs a statement in the application after which the portal opens it again, and enters the new frame.
async fn reopen(browser: &Browser, statement: &str) -> Result<()> {
    browser.run(&format!("setTimeout(() => {{ {statement} }}, 300);"), vec![]).await?;
    browser.leave_frame().await?;
    browser.run("document.querySelector('iframe').id = 'old';", vec![]).await?;
    browser.enter_frame("iframe:not(#old)").await?;
    let loaded = async || Ok((browser.run("return Boolean(window.BX24);", vec![]).await? == true).then_some(()));
    until("the application to be open again", loaded).await
}

async fn a_call_gives_what_the_original_gives() -> Result<()> {
    let (running, browser) = placement("bx24.html", 5).await?;
    running.put("rows", json!([card(5, &json!([]))])).await;
    let found = run(&browser, "
        const good = await call(arguments[0] + '.reset', { scope: 'P' });
        const bad = await call(arguments[0] + '.reset', { scope: 'P', userId: 6 });
        const error = bad.error();
        let cyclic = false;
        try { JSON.stringify(error); } catch { cyclic = error.ex.ex === error; }
        return {
            data: good.data(), none: typeof good.error(), own: Object.keys(good), time: typeof good.answer.time,
            status: error.status, code: error.ex.error, text: error.ex.error_description, instance: error instanceof Error,
            bad: typeof bad.data(), cyclic, printed: String(error), description: bad.error_description(),
            info: BX24.placement.info(), domain: BX24.getDomain(), lang: BX24.getLang(), admin: BX24.isAdmin(),
            future: BX24.getAuth().expires_in > Date.now(),
        };
    ", vec![json!(PREFIX)]).await?;
    let host = running.portal.url().trim_start_matches("http://");
    assert_eq!(
        found,
        json!({
            "data": true, "none": "undefined", "own": ["answer", "query", "status"], "time": "object",
            "status": 400, "code": "", "text": "Access denied.", "instance": false,
            "bad": "undefined", "cyclic": true, "printed": ": Access denied. (400)", "description": "Access denied.",
            "info": {"placement": "CRM_CONTACT_DETAIL_TAB", "options": []}, "domain": host, "lang": "en", "admin": false,
            "future": true,
        })
    );
    assert_eq!(running.get("rows").await, json!([]));
    Ok(())
}

async fn values_become_text_on_the_way() -> Result<()> {
    let (running, browser) = placement("bx24.html", 5).await?;
    let thrown = run(
        &browser,
        "
        const params = { u: undefined, f: false, n: null, o: {}, a: [], l: [1, { x: 'y z' }], start: 7, b: 5n };
        await call('profile', params);
        await call('profile', new Map([['scope', 'P']]));
        const throws = (params) => { try { BX24.callMethod('profile', params); } catch { return true; } return false; };
        return [
            'start' in params, throws(Object.assign(Object.create(null), { a: 1 })), throws({ a: '\\ud800' }),
            throws({ a: Symbol() }),
        ];
    ",
        vec![],
    )
    .await?;
    assert_eq!(thrown, json!([false, true, true, true]));
    let log = running.get("log").await;
    assert_eq!(log[0]["path"], "/rest/profile.json");
    assert_eq!(log[0]["contentType"], "text/plain;charset=UTF-8");
    let mut params = log[0]["params"].clone();
    params.as_object_mut().unwrap().remove("auth");
    assert_eq!(params, json!({"u": "undefined", "f": "false", "a": "", "b": "5", "l": ["1", {"x": "y z"}]}));
    assert_eq!(log[1]["params"].as_object().unwrap().keys().collect::<Vec<_>>(), ["auth"], "a Map sends nothing");
    assert_eq!(log.as_array().unwrap().len(), 2, "what throws is not sent");
    Ok(())
}

async fn what_the_original_never_reports_is_never_reported() -> Result<()> {
    let (running, browser) = placement("bx24.html", 5).await?;
    for then in [
        json!({"status": 503, "body": "busy"}),
        json!({"status": 500, "body": {"error": "INTERNAL_SERVER_ERROR"}}),
        json!({"status": 200, "body": "<html>"}),
        json!({"status": 200, "body": null}),
        json!({"status": 404, "body": "not found"}),
        json!({"status": 403, "body": "denied", "cors": false}),
        json!({"truncate": 9}),
        json!({"reset": true}),
    ] {
        // The browser itself sends a request twice where a connection it had kept is reset.
        running.put("faults", json!([{"match": "profile", "times": 2, "then": then}])).await;
        let found = run(
            &browser,
            "
            complaints.length = 0;
            const callback = call('profile', {}).then(() => 'callback');
            const complaint = (async () => { while (complaints.length === 0) await pause(10); return 'complaint'; })();
            const first = await Promise.race([callback, complaint]);
            return [first, await Promise.race([callback, pause(100)]), complaints[0]];
        ",
            vec![],
        )
        .await?;
        assert_eq!(found, json!(["complaint", "silence", "Script error."]), "{then}");
    }
    for status in [200, 202, 404, 429] {
        running.put("faults", json!([{"match": "profile", "then": {"status": status}}])).await;
        let found =
            run(&browser, "const r = await call('profile', {}); return [r.data(), typeof r.error()];", vec![]).await?;
        assert_eq!(found, json!([{}, "undefined"]), "an empty body passes for success with status {status}");
    }
    Ok(())
}

async fn a_request_without_end_and_a_failed_renewal_raise_no_error() -> Result<()> {
    let (running, browser) = placement("bx24.html", 5).await?;
    for faults in [
        json!([{"match": "profile", "then": {"hang": true}}]),
        json!([{"match": "profile", "then": {"error": "expired_token"}}, {"match": "refreshAuth", "then": {"status": 500}}]),
        json!([{"match": "profile", "then": {"error": "expired_token"}}, {"match": "refreshAuth", "then": {"truncate": 9}}]),
    ] {
        running.put("faults", faults.clone()).await;
        let found = run(
            &browser,
            "
            complaints.length = 0;
            return [await Promise.race([call('profile', {}), pause(500)]), complaints];
        ",
            vec![],
        )
        .await?;
        assert_eq!(found, json!(["silence", []]), "{faults}");
        assert_eq!(running.get("faults").await, json!([]), "the faults are used up");
    }
    Ok(())
}

async fn a_request_is_opened_within_the_call_and_sent_later() -> Result<()> {
    let (_running, browser) = placement("bx24.html", 5).await?;
    let found = run(
        &browser,
        "
        const happened = [];
        const times = {};
        const note = (event) => { happened.push(event); times[event] = performance.now(); };
        const { open, send } = XMLHttpRequest.prototype;
        XMLHttpRequest.prototype.open = function (...parts) { note('open'); return open.apply(this, parts); };
        XMLHttpRequest.prototype.send = function (body) {
            note('send');
            times.body = body;
            this.addEventListener('loadend', () => note('loadend'));
            return send.call(this, body);
        };
        const { access_token: token } = BX24.getAuth();
        BX24.callMethod('profile', { a: 1 }, () => note('callback'));
        note('returned');
        while (!happened.includes('loadend')) await pause(10);
        const [entry] = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/rest/profile.json'));
        return [happened, times.send - times.open >= 9, times.body === `auth=${token}&a=1`, entry.startTime > times.returned];
    ",
        vec![],
    )
    .await?;
    assert_eq!(found, json!([["open", "returned", "send", "callback", "loadend"], true, true, true]));
    Ok(())
}

async fn a_locally_expired_token_is_renewed_before_a_request_is_made() -> Result<()> {
    let (running, browser) = placement_with("bx24.html", "user=6&expires=0").await?;
    let found = run(
        &browser,
        "
        const before = BX24.getAuth();
        const result = await call('profile', {});
        return [before, result.data().ID, BX24.getAuth().expires_in > Date.now() + 3_000_000];
    ",
        vec![],
    )
    .await?;
    assert_eq!(found, json!([false, "6", true]));
    assert_eq!(
        methods_and_statuses(&running).await,
        [json!(["refreshAuth", 200]), json!(["profile", 200])],
        "the old token is not tried"
    );
    Ok(())
}

async fn a_call_whose_token_has_expired_is_paced_twice() -> Result<()> {
    let (running, browser) = placement_with("bx24.html", "user=5&expires=0").await?;
    run(&browser, "for (let n = 0; n < 100; n += 1) BX24.callMethod('scope', {}, () => {});", vec![]).await?;
    let ninety = async || Ok((renewals(&methods_and_statuses(&running).await) >= 90).then_some(()));
    until("ninety renewals", ninety).await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let log = methods_and_statuses(&running).await;
    assert!(renewals(&log) < 95, "calls beyond the first ninety wait for their turn before they look at the token");
    assert!(log.len() < 100, "{} calls went out beyond the first ninety", log.len() - 90);
    Ok(())
}

async fn a_renewal_may_be_late() -> Result<()> {
    let late = json!({"match": "refreshAuth", "then": {"delayMs": 700}});
    let expired = json!({"match": "profile", "then": {"error": "expired_token"}});
    let renewed = "
        const start = performance.now();
        const result = await call('profile', {});
        return [result.data().ID, performance.now() - start >= 700];
    ";
    for (parameters, faults) in [("user=6", json!([expired, late])), ("user=6&delay=refreshAuth:700", json!([expired]))]
    {
        let (running, browser) = placement_with("bx24.html", parameters).await?;
        running.put("faults", faults).await;
        assert_eq!(run(&browser, renewed, vec![]).await?, json!(["6", true]), "{parameters}");
        assert_eq!(
            methods_and_statuses(&running).await,
            [json!(["profile", 401]), json!(["refreshAuth", 200]), json!(["profile", 200])],
            "{parameters}"
        );
    }
    Ok(())
}

async fn a_call_waits_for_a_parent_that_is_late() -> Result<()> {
    let (running, browser) = placement_with("bx24.html", "user=6&delay=getInitData:3000,getInterface:1").await?;
    let found = browser
        .run_async(
            "
        while (!window.BX24) await new Promise((resolve) => setTimeout(resolve, 10));
        const opened = [];
        const { open } = XMLHttpRequest.prototype;
        XMLHttpRequest.prototype.open = function (...parts) { opened.push(parts[1]); return open.apply(this, parts); };
        let renewed = false;
        BX24.refreshAuth(() => { renewed = true; });
        const called = new Promise((resolve) => BX24.callMethod('profile', {}, resolve));
        const before = [BX24.getAuth(), opened.length];
        const result = await called;
        return [...before, result.data().ID, opened.length, renewed];
    ",
            vec![],
        )
        .await?;
    assert_eq!(found, json!([false, 0, "6", 1, false]));
    assert_eq!(methods_and_statuses(&running).await, [json!(["profile", 200])]);
    Ok(())
}

async fn init_calls_back_later_once_the_parent_has_answered() -> Result<()> {
    let (_running, browser) = placement("bx24.html", 5).await?;
    let found = run(
        &browser,
        "
        const start = performance.now();
        let returned = false;
        const init = new Promise((resolve) => BX24.init(() => resolve([returned, performance.now() - start >= 9])));
        returned = true;
        return init;
    ",
        vec![],
    )
    .await?;
    assert_eq!(found, json!([true, true]));
    Ok(())
}

async fn init_waits_for_the_handlers_of_a_first_start() -> Result<()> {
    let (running, browser) = placement_with("install.html", "user=5&install=1").await?;
    let happened = async |count: usize| {
        let look = async || browser.run("return window.happened ?? [];", vec![]).await;
        let enough = |found: &Value| found.as_array().is_some_and(|found| found.len() >= count);
        until("the handlers", async || Ok(Some(look().await?).filter(enough))).await?;
        tokio::time::sleep(Duration::from_millis(100)).await;
        look().await
    };
    let first = json!(["first handler, authorized", "call as 5"]);
    assert_eq!(happened(2).await?, first);
    let finish = "happened.length = 0; BX24.installFinish();";
    browser.run(finish, vec![]).await?;
    assert_eq!(happened(1).await?, json!(["second handler"]));
    browser.run(finish, vec![]).await?;
    assert_eq!(happened(2).await?, json!(["init", "init from the first handler"]));
    browser.run(finish, vec![]).await?;
    assert_eq!(happened(0).await?, json!([]), "there is nothing left to finish");
    assert_eq!(methods_and_statuses(&running).await, [json!(["profile", 200])]);

    reopen(&browser, "BX24.reloadWindow();").await?;
    assert_eq!(happened(1).await?, json!(["init"]), "the second start is not the first");
    Ok(())
}

async fn an_installer_gives_way_to_the_application() -> Result<()> {
    let (_running, browser) = placement_with("bx24.html", "user=1&install=wizard").await?;
    let stages = "
        const [, , sid] = window.name.split('|');
        return new Promise((resolve) => {
            window.addEventListener('message', ({ data }) => {
                if (!data.startsWith('stages:')) return;
                const { FIRST_RUN, INSTALL } = JSON.parse(data.slice('stages:'.length));
                resolve({ FIRST_RUN, INSTALL });
            });
            window.parent.postMessage(`getInitData:stages:${sid}`, '*');
        });
    ";
    assert_eq!(run(&browser, stages, vec![]).await?, json!({"FIRST_RUN": false, "INSTALL": true}));
    reopen(&browser, "BX24.installFinish();").await?;
    assert_eq!(run(&browser, stages, vec![]).await?, json!({"FIRST_RUN": false, "INSTALL": false}));
    Ok(())
}

async fn an_expired_token_is_renewed_without_bound() -> Result<()> {
    let (running, browser) = placement("bx24.html", 6).await?;
    running.put("faults", json!([{"match": "profile", "times": 40, "then": {"error": "expired_token"}}])).await;
    let found = run(
        &browser,
        "
        const before = BX24.getAuth().access_token;
        const result = await call('profile', {});
        return [result.data().ID, before !== BX24.getAuth().access_token, before];
    ",
        vec![],
    )
    .await?;
    assert_eq!((&found[0], &found[1]), (&json!("6"), &json!(true)));
    let log = methods_and_statuses(&running).await;
    assert_eq!((log.len(), renewals(&log)), (81, 40));
    let old = running.call("/rest/profile", json!({"auth": found[2]})).await;
    assert_eq!(old.json()["error"], "expired_token");

    running.put("faults", json!([
        {"match": "profile", "then": {"error": "expired_token"}}, {"match": "refreshAuth", "then": {"status": 500}},
    ])).await;
    let silent = run(&browser, "return Promise.race([call('profile', {}), pause(500)]);", vec![]).await?;
    assert_eq!(silent, "silence");
    browser.leave_frame().await?;
    browser.wait_for_text("#notice", "could not be renewed").await?;
    Ok(())
}

async fn a_batch_gives_results_under_the_same_keys() -> Result<()> {
    let (running, browser) = placement("bx24.html", 5).await?;
    let found = run(
        &browser,
        "
        const show = (r) => r && [r.data(), r.error() && [r.error().status, r.error().ex.error_description]];
        const named = await batch({ card: [arguments[0] + '.get', { scope: 'C' }],
            no: { method: arguments[0] + '.reset', params: { scope: 'C' } }, me: ['user.admin', {}] });
        const halted = await batch([[arguments[0] + '.reset', { userId: 6 }], ['user.admin']], true);
        const empty = await Promise.race([batch({}), pause(200)]);
        return {
            named: Object.fromEntries(Object.entries(named).map(([key, r]) => [key, show(r)])),
            halted: [Array.isArray(halted), halted.length, show(halted[0])], empty,
        };
    ",
        vec![json!(PREFIX)],
    )
    .await?;
    assert_eq!(
        found,
        json!({
            "named": {"card": [null, null], "no": [{}, [200, "Access denied."]], "me": [false, null]},
            "halted": [true, 1, [{}, [200, "Access denied."]]],
            "empty": "silence",
        })
    );
    let log = running.get("log").await;
    assert_eq!((log[0]["params"]["halt"].as_str(), log[1]["params"]["halt"].as_str()), (Some("0"), Some("1")));
    running.put("faults", json!([{"match": "batch", "then": {"error": "user_access_error"}}])).await;
    let refused = run(&browser, "return Promise.race([batch(['scope'].map((m) => [m])), pause(500)]);", vec![]).await?;
    assert_eq!(refused, "silence", "a batch refused whole is not reported");
    Ok(())
}

async fn calls_are_paced_after_the_first_ninety() -> Result<()> {
    let (running, browser) = placement("bx24.html", 5).await?;
    run(&browser, "for (let n = 0; n < 500; n += 1) BX24.callMethod('scope', {}, () => {});", vec![]).await?;
    let sent = until("the first ninety calls", async || {
        let sent = running.get("log").await.as_array().unwrap().len();
        Ok((sent >= 90).then_some(sent))
    })
    .await?;
    assert!(sent < 500, "{sent} calls at once");
    Ok(())
}

async fn the_parent_window_serves_the_application() -> Result<()> {
    let (_running, browser) = placement("bx24.html", 1).await?;
    let found = run(
        &browser,
        "
        const ask = (run) => new Promise(run);
        await ask((resolve) => BX24.userOption.set('colour', 'red', resolve));
        await ask((resolve) => BX24.appOption.set('size', 5, resolve));
        document.body.style.height = '777px';
        const fitted = await ask((resolve) => BX24.fitWindow(resolve));
        const squeezed = await ask((resolve) => BX24.resizeWindow(300, '100%', resolve));
        await ask((resolve) => BX24.setTitle('New: title', resolve));
        const able = await ask((resolve) => BX24.placement.getInterface(resolve));
        return [BX24.userOption.get('colour'), BX24.appOption.get('size'), fitted.height >= 777, squeezed.width,
            squeezed.height, able.command.includes('resizeWindow')];
    ",
        vec![],
    )
    .await?;
    assert_eq!(found, json!(["red", 5, true, 300, 100, true]));
    run(&browser, "BX24.selectUsers((users) => { window.chosen = users; });", vec![]).await?;
    browser.leave_frame().await?;
    assert_eq!(browser.text("#title").await?, "New: title");
    browser.click("#people-list label:nth-child(2) input").await?;
    browser.click("#people-list label:nth-child(3) input").await?;
    browser.click("#people-select").await?;
    browser.enter_frame("iframe").await?;
    let chosen =
        run(&browser, "while (!window.chosen) await pause(10); return chosen.map((user) => user.id);", vec![]).await?;
    assert_eq!(chosen, json!(["5", "6"]));
    Ok(())
}

async fn strangers_are_met_with_silence() -> Result<()> {
    let (_running, browser) = placement("bx24.html", 5).await?;
    let found = run(&browser, "
        const [, , sid] = window.name.split('|');
        const ask = (message) => new Promise((resolve) => {
            window.addEventListener('message', (event) => resolve(event.data.split(':')[0]), { once: true });
            window.parent.postMessage(message, '*');
            setTimeout(resolve, 200, 'silence');
        });
        return [
            await ask('getInitData:cb1:' + sid), await ask('getInitData::cb2:' + sid), await ask('getInitData:{}:cb3:' + sid),
            await ask('getInitData:cb4:0' + sid), await ask('nonsense::cb5:' + sid), await ask('constructor::cb6:' + sid),
            await ask('getInitData:{:cb7:' + sid), await ask({ method: 'getInterface', params: '', callback: 'cb8', appSid: sid }),
            await ask(null), await ask(7),
        ];
    ", vec![]).await?;
    assert_eq!(
        found,
        json!(["cb1", "cb2", "cb3", "silence", "silence", "silence", "silence", "cb8", "silence", "silence"])
    );
    Ok(())
}

async fn outside_a_portal_bx24_is_null() -> Result<()> {
    let (running, browser) = placement("bx24.html", 5).await?;
    browser.leave_frame().await?;
    let app = running.portal.app_url().expect("an application").to_owned();
    browser.goto(&format!("{app}/app/tests/browser/bx24.html?portal={}", running.portal.url())).await?;
    let found = browser.run("return [typeof BX24, BX24 === null, complaints.length];", vec![]).await?;
    assert_eq!(found, json!(["object", true, 1]));
    Ok(())
}

async fn a_parent_may_answer_twice_or_never() -> Result<()> {
    let (running, browser) = placement_with("bx24.html", "user=5&twice=refreshAuth").await?;
    running.put("faults", json!([{"match": "profile", "then": {"error": "expired_token"}}])).await;
    let calls = run(
        &browser,
        "
        let calls = 0;
        await new Promise((resolve) => BX24.callMethod('profile', {}, () => { calls += 1; if (calls === 2) resolve(); }));
        return calls;
    ",
        vec![],
    )
    .await?;
    assert_eq!(calls, 2);

    let (running, browser) = placement_with("bx24.html", "user=5&mute=getInitData").await?;
    let found = browser
        .run_async(
            "
        while (!window.BX24) await new Promise((resolve) => setTimeout(resolve, 10));
        const called = new Promise((resolve) => BX24.callMethod('profile', {}, () => resolve('callback')));
        return [BX24.getAuth(), await Promise.race([called, new Promise((r) => setTimeout(r, 300, 'silence'))])];
    ",
            vec![],
        )
        .await?;
    assert_eq!(found, json!([false, "silence"]));
    assert_eq!(running.get("log").await, json!([]));
    Ok(())
}
