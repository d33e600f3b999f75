//! What only a placement's own library brings with it, in each engine: batches with its token, and calls beside each other.

use page::{Engine, Result, in_every_engine};
use serde_json::{Value, json};

use crate::lab::{Connection, Lab, Time};
use crate::stage::cards;

in_every_engine!([
    many_cards_are_reset_in_a_placement,
    a_batch_that_is_refused_as_a_whole_ends_it,
    a_batch_that_is_lost_is_sent_again,
    anothers_failure_is_not_taken_for_its_own
]);

const USERS: u32 = 120;

async fn many_cards_are_reset_in_a_placement(engine: Engine) -> Result<()> {
    let report = reset_many(engine, json!([])).await?;
    assert_eq!(report, json!({ "done": USERS, "failed": 0, "pending": 0, "batches": 3, "left": [0] }), "{engine}");
    Ok(())
}

async fn a_batch_that_is_refused_as_a_whole_ends_it(engine: Engine) -> Result<()> {
    let refused = json!([{ "match": "batch", "times": 99, "then": { "error": "INVALID_CREDENTIALS" } }]);
    let mut report = reset_many(engine, refused).await?;
    let sent = report["batches"].take();
    let left: Vec<_> = (1..=USERS).chain([0]).collect();
    let stopped =
        json!({ "kind": "auth", "code": "INVALID_CREDENTIALS", "description": "Invalid request credentials" });
    let expected =
        json!({ "done": 0, "failed": 0, "pending": USERS, "stopped": stopped, "batches": null, "left": left });
    assert_eq!(report, expected, "{engine}");
    assert_eq!(sent, 3, "in {engine}: no batch is sent again");
    Ok(())
}

async fn a_batch_that_is_lost_is_sent_again(engine: Engine) -> Result<()> {
    let broken = json!([{ "match": "batch", "times": 1, "then": { "status": 502, "body": "<html>" } }]);
    let report = reset_many(engine, broken).await?;
    assert_eq!(report, json!({ "done": USERS, "failed": 0, "pending": 0, "batches": 4, "left": [0] }), "{engine}");
    Ok(())
}

/// Resets everybody's card in a placement, and tells how many came out how.
async fn reset_many(engine: Engine, faults: Value) -> Result<Value> {
    const BODY: &str = "
        const [portal, cards, faults, users] = arguments;
        await new Promise((ready) => BX24.init(ready));
        await control(portal, 'PUT', 'rows', cards);
        await control(portal, 'PUT', 'faults', faults);
        const ids = Array.from({ length: users }, (_, index) => index + 1);
        const { done, failed, pending, stopped } = await BX24ContactCard.resetContactCards(ids);
        const { kind, code, description } = stopped ?? {};
        const counts = { done: done.length, failed: failed.length, pending: pending.length };
        const report = { ...counts, batches: await sent(portal, /batch/), left: await left(portal) };
        return stopped ? { ...report, stopped: { kind, code, description } } : report;";
    let lab = Lab::set(engine).await?;
    lab.open(Time::Real).await?;
    let users: Vec<_> = (1..=USERS).collect();
    let portal = lab.portal(Connection::Bx24);
    lab.call(BODY, vec![json!(portal), cards(&users), faults, json!(USERS)]).await
}

/// The library throws at the window, and does not say for which call.
async fn anothers_failure_is_not_taken_for_its_own(engine: Engine) -> Result<()> {
    const BODY: &str = "
        const [portal, cards] = arguments;
        await new Promise((ready) => BX24.init(ready));
        await control(portal, 'PUT', 'rows', cards);
        await control(portal, 'PUT', 'faults', [
            { match: '*.get', times: 1, then: { status: 502, body: '<html>' } },
            { match: '*.reset', times: 1, then: { delayMs: 700 } },
        ]);
        const reset = BX24ContactCard.resetContactCard('P', 6, { retries: 1 });
        const failure = await BX24ContactCard.getContactCard('P', 6, { retries: 0 }).catch((error) => error);
        const { result } = await reset;
        await later(1000); // until the first has been answered as well
        const [gets, resets] = [await sent(portal, /configuration.get/), await sent(portal, /configuration.reset/)];
        return { failed: failure.code, result, gets, resets };";
    let lab = Lab::set(engine).await?;
    lab.open(Time::Real).await?;
    let told = lab.call(BODY, vec![json!(lab.portal(Connection::Bx24)), cards(&[6])]).await?;
    assert_eq!(told, json!({ "failed": "BX24_SILENT", "result": true, "gets": 1, "resets": 1 }), "{engine}");
    Ok(())
}
