//! Clocks that are set while calls wait, and portals whose clock shows another time.

use page::{Engine, Result, in_every_engine};
use serde_json::json;

use crate::lab::{Time, in_placement};

in_every_engine!(
    a_clock_that_is_set_holds_up_no_bulk_reset,
    a_clock_that_is_set_costs_no_retry,
    [
        an_operating_limit_is_waited_for_by_the_clock_of_the_portal,
        what_an_earlier_answer_told_of_the_limit_holds_by_the_clock_of_the_portal
    ]
);

/// Sets the page's clock, and nothing that counts how long something takes.
const SET_CLOCK: &str = "
    const { Date: Original } = window;
    const setClock = (hours) => {
      const now = () => Original.now() + hours * 3_600_000;
      window.Date = new Proxy(Original, {
        get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
        construct: (date, given, target) => Reflect.construct(date, given.length > 0 ? given : [now()], target),
        apply: () => new Original(now()).toString(),
      });
    };
    const told = {};
    await new Promise((ready) => BX24.init(ready));";

async fn a_clock_that_is_set_holds_up_no_bulk_reset(engine: Engine) -> Result<()> {
    const BODY: &str = "
        const users = Array.from({ length: 120 }, (_, index) => index + 1);
        for (const hours of [-1, 1]) {
          const time = { finish: 1_000_000_000.5, operating_reset_at: 1_000_000_002.5 };
          const body = { error: 'OPERATION_TIME_LIMIT', error_description: 'Method is blocked due to operation time limit.', time };
          await control(portal, 'DELETE', 'log');
          await control(portal, 'PUT', 'faults', [{ match: 'batch', times: 3, then: { status: 429, body } }]);
          const start = performance.now();
          const call = BX24ContactCard.resetContactCards(users, { timeout: 60_000 });
          await untilHit(portal);
          await later(300);
          setClock(hours);
          const { done, stopped } = await call;
          const ms = performance.now() - start;
          told[hours] = { done: done.length, stopped: stopped?.code, batches: await sent(portal, /batch/), onTime: ms > 2000 && ms < 30_000 ? true : ms };
          setClock(0);
        }
        return told;";
    let told = in_placement(engine, Time::Real, "", &[SET_CLOCK, BODY].concat()).await?;
    let report = json!({ "done": 120, "stopped": null, "batches": 6, "onTime": true });
    assert_eq!(told, json!({ "-1": report, "1": report }), "{engine}");
    Ok(())
}

async fn a_clock_that_is_set_costs_no_retry(engine: Engine) -> Result<()> {
    const BODY: &str = "
        const connections = { bx24: { bx24: BX24 }, webhook: { webhook: `${portal}/rest/1/adm1secret/` } };
        for (const hours of [-1, 1]) {
          for (const [name, connection] of Object.entries(connections)) {
            await control(portal, 'PUT', 'rows', cards);
            await control(portal, 'DELETE', 'log');
            await control(portal, 'PUT', 'faults', [{ match: '*.reset', times: 3, then: { error: 'QUERY_LIMIT_EXCEEDED' } }]);
            const call = timed(BX24ContactCard.resetContactCard('P', 6, { connection, timeout: 300_000 }));
            while (await sent(portal, /reset/) === 0) await later(50);
            await later(300);
            setClock(hours);
            const { ms, ...outcome } = await call;
            told[`${name} ${hours}`] = { ...outcome, requests: await sent(portal, /reset/), onTime: ms > 800 && ms < 200_000 ? true : ms };
            setClock(0);
          }
        }
        return told;";
    let told = in_placement(engine, Time::Scaled, "", &[SET_CLOCK, BODY].concat()).await?;
    let outcome = json!({ "result": true, "requests": 4, "onTime": true });
    let expected = json!({ "bx24 -1": outcome, "bx24 1": outcome, "webhook -1": outcome, "webhook 1": outcome });
    assert_eq!(told, expected, "{engine}");
    Ok(())
}

/// A quarter of an hour off, in either direction. The limit ends in 40 s: later than the pause where that is not
/// told, and earlier than by the page's clock. A busy machine costs the page ten times what it costs others.
async fn an_operating_limit_is_waited_for_by_the_clock_of_the_portal(engine: Engine) -> Result<()> {
    const BODY: &str = "
        const told = {};
        await new Promise((ready) => BX24.init(ready));
        await BX24ContactCard.getContactCard('P', 5);
        const blocked = (off) => {
          const finish = Date.now() / 1000 + off;
          const time = { finish, operating_reset_at: Math.round(finish + 40) };
          return { error: 'OPERATION_TIME_LIMIT', error_description: 'Method is blocked due to operation time limit.', time };
        };
        for (const off of [-900, 900]) {
          for (const [match, call] of [
            ['*.reset', () => BX24ContactCard.resetContactCard('P', 6, { timeout: 300_000 })],
            ['batch', () => BX24ContactCard.resetContactCards([5, 6, 7], { timeout: 300_000 })],
          ]) {
            await control(portal, 'PUT', 'rows', cards);
            await control(portal, 'DELETE', 'log');
            await control(portal, 'PUT', 'faults', [{ match, times: 1, then: { status: 429, body: blocked(off) } }]);
            const start = performance.now();
            const { result, done } = await call();
            const ms = performance.now() - start;
            const requests = await sent(portal, /reset|batch/);
            told[`${match} ${off}`] = { result: result ?? done.length, requests, onTime: ms > 39_000 && ms < 200_000 ? true : ms };
          }
        }
        return told;";
    let told = in_placement(engine, Time::Scaled, "", BODY).await?;
    let single = json!({ "result": true, "requests": 2, "onTime": true });
    let bulk = json!({ "result": 3, "requests": 2, "onTime": true });
    let expected = json!({ "*.reset -900": single, "*.reset 900": single, "batch -900": bulk, "batch 900": bulk });
    assert_eq!(told, expected, "{engine}");
    Ok(())
}

/// A refusal does not tell when the limit ends. Each answer before it does.
async fn what_an_earlier_answer_told_of_the_limit_holds_by_the_clock_of_the_portal(engine: Engine) -> Result<()> {
    const BODY: &str = "
        const told = {};
        await new Promise((ready) => BX24.init(ready));
        for (const off of [-900, 900]) {
          const finish = Date.now() / 1000 + off;
          const time = { finish, operating_reset_at: Math.round(finish + 40) };
          await control(portal, 'DELETE', 'log');
          await control(portal, 'PUT', 'faults', [
            { match: '*.reset', times: 1, then: { status: 200, body: { result: true, time } } },
            { match: '*.reset', times: 1, then: { error: 'OPERATION_TIME_LIMIT' } },
          ]);
          await BX24ContactCard.resetContactCard('P', 5);
          const start = performance.now();
          await later(10_000);
          const { result } = await BX24ContactCard.resetContactCard('P', 6, { timeout: 300_000 });
          const ms = performance.now() - start;
          told[off] = { result, requests: await sent(portal, /reset/), onTime: ms > 39_000 && ms < 200_000 ? true : ms };
        }
        return told;";
    let told = in_placement(engine, Time::Scaled, "", BODY).await?;
    let outcome = json!({ "result": true, "requests": 3, "onTime": true });
    assert_eq!(told, json!({ "-900": outcome, "900": outcome }), "{engine}");
    Ok(())
}
