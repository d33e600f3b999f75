//! Calls that are aborted, at every moment, over all connections beside each other, and in each engine.

use page::{Engine, Result, in_every_engine};
use serde_json::json;

use crate::lab::{Connection, Lab, Time};
use crate::stage::cards;

in_every_engine!(an_abort_ends_a_call_at_any_moment);

const ABORTS: &str = include_str!("abort.js");

async fn an_abort_ends_a_call_at_any_moment(engine: Engine) -> Result<()> {
    let lab = Lab::set(engine).await?;
    lab.open(Time::Real).await?;
    let lanes =
        Connection::ALL.map(|connection| json!({ "name": connection.name(), "portal": lab.portal(connection) }));
    let aborts = lab.run(ABORTS, vec![json!(lanes), cards(&[6])]).await?;
    assert_eq!(aborts["wrong"], json!([]), "in {engine}");
    for connection in Connection::ALL {
        assert!(aborts["checks"][connection.name()].as_u64().unwrap() > 50, "{aborts}");
    }
    Ok(())
}
