//! What goes by which way in a placement: batches by fetch with the token of the library, where it tells it.

use page::{Engine, Result, in_every_engine};
use serde_json::{Value, json};

use crate::lab::{Time, in_placement};

in_every_engine!(
    batches_go_by_fetch_with_the_token_of_the_library,
    batches_go_by_the_library_where_it_tells_no_token,
    [
        many_cards_are_read_reset_and_restored_over_every_connection,
        a_signal_that_is_aborted_already_ends_a_bulk_reset_with_a_report
    ]
);

/// Resets 120 cards as a user who is no administrator, and tells the requests, and which methods of the library were called.
async fn reset_many(engine: Engine, connection: &str) -> Result<Value> {
    const BODY: &str = "
        await new Promise((ready) => BX24.init(ready));
        const called = [];
        const { callMethod, callBatch } = BX24;
        BX24.callMethod = (method, ...given) => { called.push(method); callMethod(method, ...given); };
        BX24.callBatch = (...given) => { called.push('callBatch'); callBatch(...given); };
        const users = Array.from({ length: 120 }, (_, index) => index + 1);
        const options = { connection: CONNECTION, backup: true };
        const { done, backups, stopped } = await BX24ContactCard.resetContactCards(users, options);
        const requests = (await logged(portal, /batch/)).map(({ user, ...request }) => ({ as: user, ...inShort(request) }));
        return { done: done.length, backups: backups.length, stopped: stopped?.code, requests, called, left: await left(portal) };";
    in_placement(engine, Time::Real, "&user=12", &BODY.replace("CONNECTION", connection)).await
}

fn report(called: usize, kind: &str) -> Value {
    let request = json!({ "as": 12, "method": "batch", "type": kind, "status": 200 });
    json!({
        "done": 120, "backups": 120, "stopped": null, "requests": vec![request; 6], "called": vec!["batch"; called], "left": [0],
    })
}

async fn batches_go_by_fetch_with_the_token_of_the_library(engine: Engine) -> Result<()> {
    assert_eq!(reset_many(engine, "{ bx24: BX24 }").await?, report(0, "json"), "{engine}");
    Ok(())
}

async fn batches_go_by_the_library_where_it_tells_no_token(engine: Engine) -> Result<()> {
    const WRAPPED: &str = "{ bx24: { callMethod: BX24.callMethod.bind(BX24) } }";
    const WITHOUT: &str = "(delete BX24.getAuth, { bx24: BX24 })";
    for connection in [WRAPPED, WITHOUT] {
        assert_eq!(reset_many(engine, connection).await?, report(6, "form"), "{engine}: {connection}");
    }
    Ok(())
}

/// What a batch would change goes alone; by the library where there is nothing else, and a form holds it.
async fn many_cards_are_read_reset_and_restored_over_every_connection(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await new Promise((ready) => BX24.init(ready));
        const layout = (title, options) => [{
          name: 'main', title, type: 'section', elements: [{ name: 'PHONE', optionFlags: 1, ...(options && { options }) }],
        }];
        const layouts = [layout('A & B'), layout('$result[x]'), layout('C', { defaultAddressType: 1 }), layout('D', { defaultCountry: 'GB' }), null];
        const users = Array.from({ length: 60 }, (_, index) => index + 1);
        const expected = users.map((userId) => ({ userId, sections: layouts[userId > 55 ? userId - 56 : 0] }));
        const { callMethod } = BX24;
        const connections = {
          webhook: { webhook: `${portal}/rest/1/adm1secret/` }, token: { portal, accessToken: 'tok_admin' }, library: { bx24: BX24 },
          silent: { bx24: { callMethod: callMethod.bind(BX24) } },
        };
        const told = {};
        for (const [name, connection] of Object.entries(connections)) {
          await control(portal, 'PUT', 'rows', cards);
          const given = await BX24ContactCard.restoreContactCards(
            expected.map((card) => ({ version: 1, portal: name === 'silent' ? '' : portal, scope: 'P', takenAt: '', ...card })), { connection });
          await control(portal, 'DELETE', 'log');
          const { done, cards: read, backups } = await BX24ContactCard.getContactCards(users, { connection, backup: true });
          const reset = await BX24ContactCard.resetContactCards(users, { connection });
          const without = (await left(portal)).filter((user) => user > 0);
          const restored = await BX24ContactCard.restoreContactCards(backups, { connection });
          const again = await BX24ContactCard.getContactCards(users, { connection });
          const sorted = (cards) => cards.toSorted((one, other) => one.userId - other.userId);
          const failed = ({ failed, done, stopped }) => [done.length, ...failed.map(({ userId, error }) => [userId, error.code]), stopped?.code];
          told[name] = {
            given: failed(given), read: done.length, reset: failed(reset), without, restored: failed(restored),
            same: JSON.stringify(sorted(again.cards)) === JSON.stringify(sorted(read)),
            changed: sorted(read).filter((card, index) => JSON.stringify(card) !== JSON.stringify(expected[index])).map(({ userId }) => userId),
            sets: (await logged(portal, /[.]set$/)).map(inShort).sort((one, other) => one.user - other.user),
          };
        }
        return told;";
    let told = in_placement(engine, Time::Real, "", BODY).await?;
    let set = |user: u32, kind: &str| json!({ "method": "set", "user": user, "type": kind, "status": 200 });
    let report = |sets: Value| {
        json!({
            "given": [60, null], "read": 60, "reset": [60, null], "without": [], "restored": [60, null], "same": true, "changed": [],
            "sets": sets,
        })
    };
    for name in ["webhook", "token", "library"] {
        assert_eq!(told[name], report(json!([set(57, "json"), set(58, "json")])), "{engine}: {name}");
    }
    let mut silent = report(json!([set(57, "form")]));
    // There it cannot be sent, so that user 58 has no card of their own.
    silent["given"] = json!([59, [58, "INVALID_LAYOUT"], null]);
    silent["changed"] = json!([58]);
    assert_eq!(told["silent"], silent, "{engine}");
    Ok(())
}

async fn a_signal_that_is_aborted_already_ends_a_bulk_reset_with_a_report(engine: Engine) -> Result<()> {
    const BODY: &str = "
        await new Promise((ready) => BX24.init(ready));
        const reason = new Error('mine');
        const signal = AbortSignal.abort(reason);
        const connections = [{ bx24: BX24 }, { bx24: { callMethod: BX24.callMethod.bind(BX24) } }, { webhook: `${portal}/rest/1/adm1secret/` }];
        const reports = [];
        for (const connection of connections) {
          for (const backup of [false, true]) {
            const report = await BX24ContactCard.resetContactCards([8, 5, 6], { connection, signal, backup });
            const { done, failed, pending, backups, stopped } = report;
            reports.push({ done, failed, pending, backups, kind: stopped?.kind, cause: stopped?.cause === reason });
          }
        }
        await later(500);
        return { reports, requests: await logged(portal), left: await left(portal) };";
    let told = in_placement(engine, Time::Real, "", BODY).await?;
    let report =
        json!({ "done": [], "failed": [], "pending": [8, 5, 6], "backups": [], "kind": "aborted", "cause": true });
    assert_eq!(told, json!({ "reports": vec![report; 6], "requests": [], "left": [5, 6, 7, 8, 0] }), "{engine}");
    Ok(())
}
