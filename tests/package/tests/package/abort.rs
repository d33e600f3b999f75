//! Calls that are aborted, at every moment, over each connection and in each engine.

use page::{Engine, Result, in_every_engine};
use serde_json::json;

use crate::lab::{Connection, Lab};
use crate::stage::cards;

in_every_engine!(an_abort_ends_a_call_at_any_moment);

const ABORTS: &str = include_str!("abort.js");

async fn an_abort_ends_a_call_at_any_moment(engine: Engine) -> Result<()> {
    let lab = Lab::set(engine).await?;
    for connection in Connection::ALL {
        lab.open().await?;
        let arguments = vec![json!(connection.name()), json!(lab.portal(connection)), cards(&[6])];
        let aborts = lab.run(ABORTS, arguments).await?;
        assert_eq!(aborts["wrong"], json!([]), "over {} in {engine}", connection.name());
        assert!(aborts["checks"].as_u64().unwrap() > 50, "{aborts}");
    }
    Ok(())
}
