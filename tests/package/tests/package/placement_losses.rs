//! Answers that the library loses, beside healthy ones: each call is told of its own request and of no other.

use page::{Engine, Result, in_every_engine};
use serde_json::{Value, json};

use crate::lab::{Time, in_placement};

in_every_engine!(
    slow_calls_are_not_lost_because_others_have_ended,
    slow_batches_are_not_lost_because_others_have_ended,
    losses_of_the_page_confuse_no_call,
    losses_of_calls_confuse_no_call_of_the_page,
    a_lost_answer_beside_slow_calls_is_noticed_at_once,
    a_request_that_the_library_paces_is_waited_for,
    a_request_after_a_renewal_is_waited_for,
    a_request_whose_renewal_fails_is_waited_for,
    the_page_keeps_its_constructor,
    constructors_of_the_page_are_kept,
);

async fn slow_calls_are_not_lost_because_others_have_ended(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await new Promise((ready) => BX24.init(ready));
        await control(portal, 'PUT', 'faults', [{ match: '*.reset', times: 1, then: { delayMs: 900 } }]);
        const calls = [5, 6, 7, 8].map((user) => BX24ContactCard.resetContactCard('P', user, { retries: 0 }));
        const outcomes = await Promise.all(calls.map(outcomeOf));
        await later(300);
        const log = (await logged(portal, /reset/)).map(inShort).sort((one, other) => one.user - other.user);
        return { outcomes, log, left: await left(portal) };";
    let told = in_placement(engine, Time::Real, "", BODY).await?;
    let log: Vec<_> = [5, 6, 7, 8].map(reset_by_form).into();
    assert_eq!(told, json!({ "outcomes": vec![json!({ "result": true }); 4], "log": log, "left": [0] }), "{engine}");
    Ok(())
}

/// A reset in the log that was sent by the library and carried out.
fn reset_by_form(user: u32) -> Value {
    json!({ "method": "reset", "user": user, "type": "form", "status": 200 })
}

/// Batches go by fetch, and by the library where it does not tell its token.
async fn slow_batches_are_not_lost_because_others_have_ended(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await new Promise((ready) => BX24.init(ready));
        const connections = [{ bx24: BX24 }, { bx24: { callMethod: BX24.callMethod.bind(BX24) } }];
        const reports = [];
        for (const connection of connections) {
          await control(portal, 'DELETE', 'log');
          await control(portal, 'PUT', 'faults', [{ match: 'batch', times: 1, then: { delayMs: 2000 } }]);
          const users = Array.from({ length: 500 }, (_, index) => index + 1);
          const { done, failed, pending } = await BX24ContactCard.resetContactCards(users, { connection, retries: 0 });
          const [{ contentType }] = await logged(portal, /batch/);
          reports.push({
            done: done.length, failed: failed.length, pending: pending.length,
            batches: await sent(portal, /batch/), json: /json/.test(contentType),
          });
        }
        return reports;";
    let told = in_placement(engine, Time::Real, "", BODY).await?;
    let report = |json| json!({ "done": 500, "failed": 0, "pending": 0, "batches": 10, "json": json });
    assert_eq!(told, json!([report(true), report(false)]), "{engine}");
    Ok(())
}

/// The page asks for the same method by the same library, and loses answers.
async fn losses_of_the_page_confuse_no_call(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await new Promise((ready) => BX24.init(ready));
        const own = [];
        await control(portal, 'PUT', 'faults', [
          { match: '*.reset', times: 2, then: { status: 502, body: '<html>', delayMs: 600 } },
          { match: '*.reset', times: 1, then: { delayMs: 500 } },
        ]);
        for (const user of [101, 102, 103]) ownCall(RESET, { scope: 'P', userId: user }).then((answer) => own.push(answer));
        await untilHit(portal);
        await control(portal, 'PUT', 'faults', [{ match: '*.reset', times: 3, then: { delayMs: 1500 } }]);
        const calls = [5, 6, 7].map((user) => BX24ContactCard.resetContactCard('P', user, { retries: 0 }));
        const outcomes = await Promise.all(calls.map(outcomeOf));
        await later(300);
        const statuses = {};
        for (const { user, status } of (await logged(portal, /reset/)).map(inShort)) (statuses[user] ??= []).push(status);
        const lost = [101, 102, 103].filter((user) => statuses[user].includes(502)).length;
        return { outcomes, own, lost, five: statuses[5], six: statuses[6], seven: statuses[7] };";
    let told = in_placement(engine, Time::Real, "", BODY).await?;
    let outcomes = vec![json!({ "result": true }); 3];
    let expected =
        json!({ "outcomes": outcomes, "own": [true], "lost": 2, "five": [200], "six": [200], "seven": [200] });
    assert_eq!(told, expected, "{engine}");
    Ok(())
}

async fn losses_of_calls_confuse_no_call_of_the_page(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await new Promise((ready) => BX24.init(ready));
        const told = [];
        for (const retries of [0, 1]) {
          await control(portal, 'DELETE', 'log');
          await control(portal, 'PUT', 'faults', [{ match: '*.reset', times: 2, then: { delayMs: 1500 } }]);
          const own = [101, 102].map((user) => ownCall(RESET, { scope: 'P', userId: user }));
          await untilHit(portal);
          await control(portal, 'PUT', 'faults', [{ match: '*.reset', times: 1, then: { status: 502, body: '<html>' } }]);
          const outcome = await outcomeOf(BX24ContactCard.resetContactCard('P', 6, { retries }));
          const answers = await Promise.all(own);
          await later(300);
          const log = (await logged(portal, /reset/)).map(inShort);
          told.push({ outcome, answers, own: log.filter(({ user }) => user > 100).length, calls: log.filter(({ user }) => user === 6) });
        }
        return told;";
    let told = in_placement(engine, Time::Real, "", BODY).await?;
    let lost = json!({ "method": "reset", "user": 6, "type": "form", "status": 502 });
    let again = json!({ "method": "reset", "user": 6, "type": "json", "status": 200 });
    let failure = json!({ "kind": "unavailable", "code": "BX24_SILENT", "outcome": "unknown", "attempts": 1 });
    let report = |outcome: &Value, calls: &[&Value]| json!({ "outcome": outcome, "answers": [true, true], "own": 2, "calls": calls });
    let expected = [report(&failure, &[&lost]), report(&json!({ "result": true }), &[&lost, &again])];
    assert_eq!(told, json!(expected), "{engine}");
    Ok(())
}

async fn a_lost_answer_beside_slow_calls_is_noticed_at_once(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await new Promise((ready) => BX24.init(ready));
        const losses = [{ status: 502, body: '<html>' }, { status: 200, body: '<html>' }, { reset: true }, { status: 200, body: null }];
        const told = [];
        for (const then of losses) {
          await control(portal, 'PUT', 'rows', cards);
          await control(portal, 'DELETE', 'log');
          await control(portal, 'PUT', 'faults', [{ match: '*.reset', times: 3, then: { delayMs: 2500 } }]);
          let slowEnded = 0;
          const slow = [5, 7, 8].map(async (user) => {
            const outcome = await outcomeOf(BX24ContactCard.resetContactCard('P', user, { retries: 0 }));
            slowEnded += 1;
            return outcome;
          });
          await untilHit(portal);
          await control(portal, 'PUT', 'faults', [{ match: '*.reset', times: 99, then }]);
          const lost = await outcomeOf(BX24ContactCard.resetContactCard('P', 6, { retries: 0 }));
          const isFirst = slowEnded === 0;
          const answered = await Promise.all(slow);
          const healthy = (await logged(portal, /reset/)).filter(({ params }) => params.userId !== '6').length;
          told.push({ isFirst, lost, slow: answered, healthy, left: await left(portal) });
        }
        return told;";
    let told = in_placement(engine, Time::Real, "", BODY).await?;
    let expected = ["unavailable", "unexpected-answer", "network", "unexpected-answer"].map(|kind| {
        let lost = json!({ "kind": kind, "code": "BX24_SILENT", "outcome": "unknown", "attempts": 1 });
        json!({ "isFirst": true, "lost": lost, "slow": vec![json!({ "result": true }); 3], "healthy": 3, "left": [6, 0] })
    });
    assert_eq!(told, json!(expected), "{engine}");
    Ok(())
}

/// The library sends 90 requests at once. It creates the request of a later one when its turn has come, unobserved.
async fn a_request_that_the_library_paces_is_waited_for(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await new Promise((ready) => BX24.init(ready));
        await BX24ContactCard.getContactCard('P', 5);
        await control(portal, 'PUT', 'faults', [{ match: '*.reset', times: 1, then: FAULT }]);
        for (let call = 0; call < 93; call++) ownCall('server.time', {});
        const { ms, ...outcome } = await timed(BX24ContactCard.resetContactCard('P', 6, { timeout: 6000 }));
        await later(500);
        return { ms, outcome, log: (await logged(portal, /reset/)).map(inShort), left: await left(portal) };";
    let paced = async |fault: Value| {
        let mut told = in_placement(engine, Time::Real, "", &BODY.replace("FAULT", &fault.to_string())).await?;
        Result::Ok((told["ms"].take().as_f64().expect("a number"), told))
    };
    let told = |outcome, status, left: &[u32]| {
        let log = json!([{ "method": "reset", "user": 6, "type": "form", "status": status }]);
        json!({ "ms": null, "outcome": outcome, "log": log, "left": left })
    };
    let (ms, healthy) = paced(json!({ "delayMs": 10 })).await?;
    assert_eq!(healthy, told(json!({ "result": true }), 200, &[5, 7, 8, 0]), "{engine}");
    assert!(ms > 900.0, "{engine}: the library holds it up, for {ms} ms");
    let (ms, lost) = paced(json!({ "status": 502, "body": "<html>" })).await?;
    assert_eq!(lost, told(timed_out(1), 502, &[5, 6, 7, 8, 0]), "{engine}");
    // Timers and performance.now() are not in step to the millisecond.
    assert!(ms >= 5950.0, "{engine}: to the end of the timeout, not {ms} ms");
    Ok(())
}

fn timed_out(attempts: u32) -> Value {
    json!({ "kind": "timeout", "code": "TIMEOUT", "outcome": "unknown", "attempts": attempts })
}

async fn a_request_after_a_renewal_is_waited_for(engine: Engine) -> Result<()> {
    let lost = json!({ "status": 502, "body": "<html>" });
    let faults = json!([once("*.reset", &json!({ "error": "expired_token" })), once("*.reset", &lost)]);
    assert_eq!(reset_in_vain(engine, &faults).await?, json!([401, null, 502]), "{engine}");
    Ok(())
}

async fn a_request_whose_renewal_fails_is_waited_for(engine: Engine) -> Result<()> {
    let faults =
        json!([once("*.reset", &json!({ "error": "expired_token" })), once("refreshAuth", &json!({ "status": 503 })),]);
    assert_eq!(reset_in_vain(engine, &faults).await?, json!([401, null]), "{engine}");
    Ok(())
}

fn once(method: &str, then: &Value) -> Value {
    json!({ "match": method, "times": 1, "then": then })
}

/// Resets a card beside a healthy call, to the end of its timeout. The result is the status of each request for that card,
/// with nothing for a renewal.
async fn reset_in_vain(engine: Engine, faults: &Value) -> Result<Value> {
    const BODY: &str = "
        await new Promise((ready) => BX24.init(ready));
        await BX24ContactCard.getContactCard('P', 5);
        await control(portal, 'DELETE', 'log');
        await control(portal, 'PUT', 'faults', FAULTS);
        const call = timed(BX24ContactCard.resetContactCard('P', 6, { timeout: 2500 }));
        // By no token that a renewal outdates.
        const connection = { webhook: `${portal}/rest/1/adm1secret/` };
        const read = await outcomeOf(BX24ContactCard.getContactCard('P', 5, { connection, retries: 0 }));
        const { ms, ...outcome } = await call;
        await later(700);
        const log = (await logged(portal)).filter(({ method }) => !/get$/.test(method));
        const statuses = log.map(({ method, status }) => (method === 'refreshAuth' ? null : status));
        return { ms, outcome, read: Array.isArray(read.result), statuses, left: await left(portal) };";
    let mut told = in_placement(engine, Time::Real, "", &BODY.replace("FAULTS", &faults.to_string())).await?;
    let ms = told["ms"].take().as_f64().unwrap();
    assert!(ms >= 2450.0, "{engine}: to the end of the timeout, not {ms} ms");
    let statuses = told["statuses"].take();
    let left = [5, 6, 7, 8, 0];
    let expected = json!({ "ms": null, "outcome": timed_out(1), "read": true, "statuses": null, "left": left });
    assert_eq!(told, expected, "{engine}");
    Ok(statuses)
}

async fn the_page_keeps_its_constructor(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await new Promise((ready) => BX24.init(ready));
        const described = () => Object.getOwnPropertyDescriptor(window, 'XMLHttpRequest');
        const before = described();
        const changes = [];
        const check = (moment) => {
          const after = described();
          for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
            if (before[key] !== after[key]) changes.push(`${moment}: ${key}`);
          }
        };
        const calls = [BX24ContactCard.resetContactCard('P', 6), BX24ContactCard.resetContactCard('P', 7)];
        check('as soon as they are called');
        calls.push(later(0).then(() => check('a moment later')), later(15).then(() => check('while they are sent')));
        await Promise.all(calls);
        check('after an answer');
        await control(portal, 'PUT', 'faults', [{ match: '*.reset', times: 1, then: { status: 502, body: '<html>' } }]);
        const lost = await outcomeOf(BX24ContactCard.resetContactCard('P', 6, { retries: 0 }));
        check('after a loss');
        const library = (callMethod) => ({ connection: { bx24: { callMethod } }, timeout: 500, retries: 0 });
        const thrown = await outcomeOf(BX24ContactCard.resetContactCard('P', 6, library(() => { throw new Error('no'); })));
        check('after a library that throws');
        const made = () => { new XMLHttpRequest(); new XMLHttpRequest(); throw new Error('no'); };
        await outcomeOf(BX24ContactCard.resetContactCard('P', 6, library(made)));
        check('after a library that makes requests and throws');
        class Own extends XMLHttpRequest {}
        await outcomeOf(BX24ContactCard.resetContactCard('P', 6, library(() => { window.XMLHttpRequest = Own; })));
        const kept = window.XMLHttpRequest === Own;
        return { changes, lost: lost.code, thrown: thrown.code, kept };";
    let told = in_placement(engine, Time::Real, "", BODY).await?;
    let expected = json!({ "changes": [], "lost": "BX24_SILENT", "thrown": "BX24_FAILED", "kept": true });
    assert_eq!(told, expected, "{engine}");
    Ok(())
}

/// A page may have replaced the constructor itself, in any way that leaves the library working.
async fn constructors_of_the_page_are_kept(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await new Promise((ready) => BX24.init(ready));
        const Original = XMLHttpRequest;
        const original = Object.getOwnPropertyDescriptor(window, 'XMLHttpRequest');
        let made = 0;
        class Subclass extends Original { constructor() { super(); made++; } }
        function Wrapper() { made++; return new Original(); }
        const proxy = new Proxy(Original, { construct: (target, given, as) => { made++; return Reflect.construct(target, given, as); } });
        const replacements = {
          subclass: { ...original, value: Subclass },
          wrapper: { ...original, value: Wrapper },
          proxy: { ...original, value: proxy },
          hidden: { ...original, enumerable: true, value: Subclass },
          readonly: { ...original, writable: false, value: Subclass },
          accessor: { configurable: true, enumerable: false, get: () => Subclass, set: undefined },
        };
        const told = {};
        for (const [name, replacement] of Object.entries(replacements)) {
          await control(portal, 'PUT', 'rows', cards);
          Object.defineProperty(window, 'XMLHttpRequest', replacement);
          made = 0;
          const outcome = await outcomeOf(BX24ContactCard.resetContactCard('P', 6, { retries: 0 }));
          await control(portal, 'PUT', 'faults', [{ match: '*.reset', times: 1, then: { status: 502, body: '<html>' } }]);
          const lost = await outcomeOf(BX24ContactCard.resetContactCard('P', 7, { retries: 0, timeout: 1500 }));
          const after = Object.getOwnPropertyDescriptor(window, 'XMLHttpRequest');
          const changed = Object.keys(after).filter((key) => after[key] !== Object(replacement)[key]);
          told[name] = { result: outcome.result, lost: lost.code, made, changed, left: await left(portal) };
          Object.defineProperty(window, 'XMLHttpRequest', original);
        }
        return told;";
    let told = in_placement(engine, Time::Real, "", BODY).await?;
    let kept = |lost| json!({ "result": true, "lost": lost, "made": 2, "changed": [], "left": [5, 7, 8, 0] });
    let (noticed, waited_for) = (kept("BX24_SILENT"), kept("TIMEOUT"));
    let expected = json!({
        "subclass": noticed, "wrapper": noticed, "proxy": noticed, "hidden": noticed,
        // Nothing can stand in for these.
        "readonly": waited_for, "accessor": waited_for,
    });
    assert_eq!(told, expected, "{engine}");
    Ok(())
}
