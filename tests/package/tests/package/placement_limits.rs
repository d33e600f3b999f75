//! A portal that takes 50 requests at once and two a second, as those of all plans but one do.

use page::{Engine, Result, in_every_engine};
use serde_json::{Value, json};

use crate::lab::{Connection, FASTER, Lab, Time};

in_every_engine!([a_limit_does_not_outlive_its_call, single_calls_wait_their_turn]);

/// What the page's script is preceded by: `portal` is the portal's address, `told` what comes back.
const STAGE: &str = "
    const [portal, perSecond] = arguments;
    const told = {};
    const refused = async () => (await logged(portal)).filter(({ status }) => status === 503).length;
    inBackground(told, async () => {
      await new Promise((ready) => BX24.init(ready));
      await control(portal, 'PUT', 'limits', { burst: 50, perSecond });";

/// In scaled time, the portal forgets requests as many times faster.
async fn in_limits(engine: Engine, time: Time, body: &str) -> Result<Value> {
    let lab = Lab::set(engine).await?;
    lab.open(time).await?;
    let per_second = if time == Time::Scaled { 2 * FASTER } else { 2 };
    lab.run(&[STAGE, body, "});"].concat(), vec![json!(lab.portal(Connection::Bx24)), json!(per_second)]).await
}

/// The requests of a call that keeps the portal's limit leave as fast as the portal forgets others, and one is kept in
/// reserve. The call before leaves the portal's bucket full, and the page knows of that.
const REFUSED_LATER: u64 = 1;

async fn a_limit_does_not_outlive_its_call(engine: Engine) -> Result<()> {
    const BODY: &str = "
        const users = (count) => Array.from({ length: count }, (_, index) => index + 1);
        const wide = await BX24ContactCard.resetContactCards(users(3100), { limit: { burst: 250, perSecond: 5 }, retries: 20 });
        told.wide = { done: wide.done.length, refused: await refused() };
        await control(portal, 'DELETE', 'log');
        const later = await BX24ContactCard.resetContactCards(users(500));
        told.later = { done: later.done.length, refused: await refused(), sent: await sent(portal, /batch/) };";
    let told = in_limits(engine, Time::Real, BODY).await?;
    println!("{engine}: {told}");
    assert_eq!(told["wide"]["done"], 3100, "{engine}");
    assert!(told["wide"]["refused"].as_u64() >= Some(1), "{engine}: too wide for this portal: {told}");
    assert_eq!(told["later"]["done"], 500, "{engine}");
    assert!(told["later"]["refused"].as_u64() <= Some(REFUSED_LATER), "{engine}: {told}");
    Ok(())
}

/// 120 at once are 70 more than the portal takes: those are refused once, and each waits for a turn of its own then.
const REFUSED_AT_ONCE: u64 = 75;

async fn single_calls_wait_their_turn(engine: Engine) -> Result<()> {
    const BODY: &str = "
        const connection = { webhook: `${portal}/rest/1/adm1secret/` };
        const calls = Array.from({ length: 120 }, (_, index) =>
          outcomeOf(BX24ContactCard.getContactCard('P', index + 1, { connection, timeout: 300_000 })));
        const outcomes = await Promise.all(calls);
        told.failures = outcomes.filter(({ kind }) => kind !== undefined);
        told.refused = await refused();
        told.sent = await sent(portal, /get/);";
    let told = in_limits(engine, Time::Scaled, BODY).await?;
    println!("{engine}: {told}");
    assert_eq!(told["failures"], json!([]), "{engine}: {told}");
    assert!(told["refused"].as_u64() <= Some(REFUSED_AT_ONCE), "{engine}: {told}");
    assert_eq!(told["sent"].as_u64(), told["refused"].as_u64().map(|refused| 120 + refused), "{engine}: {told}");
    Ok(())
}
