//! The token of a placement: before the library has one, when it has expired, and while it is being renewed.

use page::{Engine, Result, in_every_engine};
use serde_json::{Value, json};

use crate::lab::{Time, in_placement};

in_every_engine!(
    nothing_is_sent_late_where_the_library_starts_late,
    a_library_that_starts_late_is_waited_for,
    calls_work_within_an_installation,
    a_renewal_of_an_expired_token_is_waited_for,
    a_renewal_that_the_library_begins_is_waited_for,
    many_calls_with_an_expired_token_renew_it_once,
    [
        an_expired_token_is_renewed_for_a_layout_with_numbers,
        a_renewal_that_never_ends_is_waited_for_to_the_timeout,
        a_token_that_has_been_renewed_meanwhile_is_not_renewed_again,
        a_token_that_others_renew_again_and_again_is_followed
    ]
);

/// A layout that a form would change.
const SECTIONS: &str = "
    const sections = (number) => [{ type: 'section', name: 'main', title: 'Main', elements: [
      { name: 'ADDRESS', optionFlags: 1, options: { defaultAddressType: number } },
    ] }];
    const savedNumbers = async () => (await control(portal, 'GET', 'rows'))
      .filter(({ user, value }) => user > 100 && value)
      .map(({ user, value }) => [user, JSON.stringify(value).match(/\"defaultAddressType\":([^}]*)}/)?.[1]]);";

fn unsent(kind: &str, code: &str) -> Value {
    json!({ "kind": kind, "code": code, "outcome": "unchanged", "attempts": 0 })
}

async fn nothing_is_sent_late_where_the_library_starts_late(engine: Engine) -> Result<()> {
    const BODY: &str = "
        const started = new Promise((ready) => BX24.init(ready));
        const isEarly = BX24.getAuth() === false;
        const controller = new AbortController();
        const calls = [
          outcomeOf(BX24ContactCard.resetContactCard('P', 6, { timeout: 500 })),
          outcomeOf(BX24ContactCard.resetContactCard('P', 7, { signal: controller.signal })),
        ];
        const bulk = BX24ContactCard.resetContactCards([5, 6, 7], { timeout: 500 });
        await later(300);
        controller.abort();
        const outcomes = await Promise.all(calls);
        const { pending, stopped } = await bulk;
        const isStillEarly = BX24.getAuth() === false;
        await started;
        await later(1000);
        return { early: [isEarly, isStillEarly], outcomes, pending, stopped: stopped.kind, requests: await logged(portal), left: await left(portal) };";
    let told = in_placement(engine, Time::Real, "&delay=getInitData:5000", BODY).await?;
    let expected = json!({
        "early": [true, true], "outcomes": [unsent("timeout", "TIMEOUT"), unsent("aborted", "ABORTED")],
        "pending": [5, 6, 7], "stopped": "timeout", "requests": [], "left": [5, 6, 7, 8, 0],
    });
    assert_eq!(told, expected, "{engine}");
    Ok(())
}

async fn a_library_that_starts_late_is_waited_for(engine: Engine) -> Result<()> {
    const BODY: &str = "
        const isEarly = BX24.getAuth() === false;
        const calls = [6, 7].map((user) => outcomeOf(BX24ContactCard.resetContactCard('P', user, { timeout: 10_000 })));
        const { done } = await BX24ContactCard.resetContactCards([5, 8], { timeout: 10_000 });
        const outcomes = await Promise.all(calls);
        await later(300);
        const requests = (await logged(portal)).map(inShort).map(({ method, type }) => `${method} ${type}`).sort();
        return { isEarly, outcomes, done, requests, left: await left(portal) };";
    let told = in_placement(engine, Time::Real, "&delay=getInitData:3000", BODY).await?;
    let expected = json!({
        "isEarly": true, "outcomes": vec![json!({ "result": true }); 2], "done": [5, 8],
        "requests": ["batch json", "reset form", "reset form"], "left": [0],
    });
    assert_eq!(told, expected, "{engine}");
    Ok(())
}

/// The callbacks of `init` come after the installation only.
async fn calls_work_within_an_installation(engine: Engine) -> Result<()> {
    const BODY: &str = "
        let isInitialised = false;
        BX24.init(() => { isInitialised = true; });
        const begun = outcomeOf(BX24ContactCard.getContactCard('P', 8, { timeout: 10000 }));
        await new Promise((installs) => BX24.install(installs));
        const early = await begun;
        const read = await outcomeOf(BX24ContactCard.getContactCard('P', 6, { timeout: 5000 }));
        const outcomes = [await outcomeOf(BX24ContactCard.resetContactCard('P', 6, { timeout: 5000 }))];
        const { done } = await BX24ContactCard.resetContactCards([5, 7], { timeout: 5000 });
        const isInstalling = !isInitialised;
        BX24.installFinish();
        while (!isInitialised) await later(20);
        outcomes.push(await outcomeOf(BX24ContactCard.resetContactCard('P', 8, { timeout: 5000 })));
        return { isInstalling, early: early.result?.length, read: read.result?.length, outcomes, done, left: await left(portal) };";
    let told = in_placement(engine, Time::Real, "&install=1&delay=getInitData:3000", BODY).await?;
    let expected = json!({
        "isInstalling": true, "early": 1, "read": 1, "outcomes": vec![json!({ "result": true }); 2], "done": [5, 7], "left": [0],
    });
    assert_eq!(told, expected, "{engine}");
    Ok(())
}

/// What the log tells of renewals and changes, in order.
const IN_ORDER: &str = "
    const inOrder = async () => (await logged(portal, /refreshAuth|reset|set|batch/))
      .map(inShort).map(({ method, user, type, status }) => [method, user, type, status].filter((part) => part !== undefined && part !== null).join(' '));
    const expired = async () => {
      await new Promise((ready) => BX24.init(ready));
      while (BX24.getAuth() !== false) await later(50);
    };
    const sorted = async () => (await left(portal)).sort((one, other) => one - other);
    const delayedRenewal = { match: 'refreshAuth', times: 1, then: { delayMs: 3000 } };";

async fn a_renewal_of_an_expired_token_is_waited_for(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await expired();
        await control(portal, 'PUT', 'faults', [delayedRenewal]);
        const { ms, ...outcome } = await timed(BX24ContactCard.resetContactCard('P', 6, { timeout: 10_000 }));
        await later(1500);
        return { isLate: ms > 2900, outcome, requests: await inOrder(), left: await left(portal) };";
    let told = in_placement(engine, Time::Real, "&expires=1", &[IN_ORDER, BODY].concat()).await?;
    let expected = json!({
        "isLate": true, "outcome": { "result": true },
        "requests": ["refreshAuth form 200", "reset 6 form 200"], "left": [5, 7, 8, 0],
    });
    assert_eq!(told, expected, "{engine}");
    Ok(())
}

/// The portal has refused the token, and the library renews it and sends the request again.
async fn a_renewal_that_the_library_begins_is_waited_for(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await new Promise((ready) => BX24.init(ready));
        await control(portal, 'PUT', 'faults', [{ match: '*.reset', times: 1, then: { error: 'expired_token' } }, delayedRenewal]);
        const { ms, ...outcome } = await timed(BX24ContactCard.resetContactCard('P', 6, { timeout: 10_000 }));
        await later(1500);
        return { isLate: ms > 2900, outcome, requests: await inOrder(), left: await left(portal) };";
    let told = in_placement(engine, Time::Real, "", &[IN_ORDER, BODY].concat()).await?;
    let expected = json!({
        "isLate": true, "outcome": { "result": true },
        "requests": ["reset 6 form 401", "refreshAuth form 200", "reset 6 form 200"], "left": [5, 7, 8, 0],
    });
    assert_eq!(told, expected, "{engine}");
    Ok(())
}

async fn an_expired_token_is_renewed_for_a_layout_with_numbers(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await expired();
        const outcome = await outcomeOf(BX24ContactCard.setContactCard(sections(11), 'P', 101, { timeout: 10_000 }));
        await later(300);
        return { outcome, requests: await inOrder(), saved: await savedNumbers() };";
    let told = in_placement(engine, Time::Real, "&expires=1", &[IN_ORDER, SECTIONS, BODY].concat()).await?;
    let expected = json!({
        "outcome": { "result": true }, "requests": ["refreshAuth form 200", "set 101 json 200"], "saved": [[101, "11"]],
    });
    assert_eq!(told, expected, "{engine}");
    Ok(())
}

async fn a_renewal_that_never_ends_is_waited_for_to_the_timeout(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await expired();
        const calls = [
          timed(BX24ContactCard.resetContactCard('P', 6, { timeout: 2000 })),
          timed(BX24ContactCard.setContactCard(sections(11), 'P', 101, { timeout: 2000 })),
        ];
        const bulk = BX24ContactCard.resetContactCards([5, 6, 7], { timeout: 2000 });
        const outcomes = await Promise.all(calls);
        const { done, pending, stopped } = await bulk;
        await later(1500);
        return { outcomes, done, pending, stopped: stopped.kind, requests: await logged(portal), left: await left(portal) };";
    let body = [IN_ORDER, SECTIONS, BODY].concat();
    let mut told = in_placement(engine, Time::Real, "&expires=1&mute=refreshAuth", &body).await?;
    for outcome in told["outcomes"].as_array_mut().expect("a list") {
        let took = outcome.as_object_mut().and_then(|outcome| outcome.remove("ms")).and_then(|ms| ms.as_f64());
        assert!((2000.0..3500.0).contains(&took.unwrap()), "{engine}: {took:?} ms");
    }
    let expected = json!({
        "outcomes": [unsent("timeout", "TIMEOUT"), unsent("timeout", "TIMEOUT")],
        "done": [], "pending": [5, 6, 7], "stopped": "timeout", "requests": [], "left": [5, 6, 7, 8, 0],
    });
    assert_eq!(told, expected, "{engine}");
    Ok(())
}

/// A request with the old token is under way while the page has the library renew it, and is refused afterwards.
async fn a_token_that_has_been_renewed_meanwhile_is_not_renewed_again(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await new Promise((ready) => BX24.init(ready));
        const late = { error: 'expired_token', delayMs: 1500 };
        await control(portal, 'PUT', 'faults', [
          { match: '*.set', times: 1, then: late }, { match: 'batch', times: 1, then: late },
        ]);
        const single = outcomeOf(BX24ContactCard.setContactCard(sections(11), 'P', 101, { timeout: 10_000 }));
        const bulk = BX24ContactCard.resetContactCards([5, 6, 7], { timeout: 10_000 });
        await untilHit(portal);
        await new Promise((renewed) => BX24.refreshAuth(renewed));
        const outcome = await single;
        const { done } = await bulk;
        return { outcome, done, requests: (await inOrder()).sort(), left: await sorted() };";
    let told = in_placement(engine, Time::Real, "", &[IN_ORDER, SECTIONS, BODY].concat()).await?;
    let requests = ["batch json 200", "batch json 401", "refreshAuth form 200", "set 101 json 200", "set 101 json 401"];
    let expected =
        json!({ "outcome": { "result": true }, "done": [5, 6, 7], "requests": requests, "left": [0, 8, 101] });
    assert_eq!(told, expected, "{engine}");
    Ok(())
}

/// Each request is refused after the page has had the library renew the token it was sent with.
async fn a_token_that_others_renew_again_and_again_is_followed(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await new Promise((ready) => BX24.init(ready));
        const late = { match: '*.set', times: 1, then: { error: 'expired_token', delayMs: 1500 } };
        await control(portal, 'PUT', 'faults', [late, late, late]);
        const call = outcomeOf(BX24ContactCard.setContactCard(sections(11), 'P', 101, { timeout: 10_000 }));
        for (const toCome of [2, 1, 0]) {
          while ((await control(portal, 'GET', 'faults')).length > toCome) await later(20);
          await new Promise((renewed) => BX24.refreshAuth(renewed));
        }
        return { outcome: await call, requests: (await inOrder()).sort() };";
    let told = in_placement(engine, Time::Real, "", &[IN_ORDER, SECTIONS, BODY].concat()).await?;
    let mut requests = vec!["refreshAuth form 200"; 3];
    requests.push("set 101 json 200");
    requests.extend(["set 101 json 401"; 3]);
    assert_eq!(told, json!({ "outcome": { "result": true }, "requests": requests }), "{engine}");
    Ok(())
}

async fn many_calls_with_an_expired_token_renew_it_once(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await expired();
        const calls = [
          ...[101, 102, 103].map((user) => BX24ContactCard.setContactCard(sections(11), 'P', user)),
          ...[5, 6].map((user) => BX24ContactCard.resetContactCard('P', user)),
        ];
        const bulk = BX24ContactCard.resetContactCards([7, 8]);
        const outcomes = await Promise.all(calls.map(outcomeOf));
        const { done } = await bulk;
        await later(300);
        const requests = await inOrder();
        return { outcomes, done, first: requests[0], requests: requests.sort(), left: await sorted() };";
    let told = in_placement(engine, Time::Real, "&expires=1", &[IN_ORDER, SECTIONS, BODY].concat()).await?;
    let sets = [101, 102, 103].map(|user| format!("set {user} json 200"));
    let mut requests = vec![
        "batch json 200".to_owned(),
        "refreshAuth form 200".into(),
        "reset 5 form 200".into(),
        "reset 6 form 200".into(),
    ];
    requests.extend(sets);
    let expected = json!({
        "outcomes": vec![json!({ "result": true }); 5], "done": [7, 8], "first": "refreshAuth form 200",
        "requests": requests, "left": [0, 101, 102, 103],
    });
    assert_eq!(told, expected, "{engine}");
    Ok(())
}
