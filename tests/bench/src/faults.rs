//! What becomes of a call when something goes wrong.

use std::time::Duration;

use anyhow::Result;
use page::{Browser, Engine, Window};
use portal_control::method_of;
use serde::Deserialize;
use serde_json::{Value, from_value, json};
use tokio::time::sleep;

use crate::contenders::ALL;
use crate::report::{Section, Table, Unit};
use crate::stage::Stage;
use crate::workshop::Workshop;

const TEXT: &str = "\
A reset in a placement in Chromium, while the portal, or what is between, fails. *Done* is a result, and the card is reset; *an error* is a
rejection, and in brackets is whether it tells the portal's reason, where there was one. *False* is a result though the card was not reset,
and *never* that nothing has come in 40 seconds: the package, the fetch by hand and the official SDK give a request 30 seconds, and the SDK
sends another one after that. The requests are those that reached the portal for the reset.";

/// How long a call is waited for. Timeouts are 30 seconds.
const PATIENCE: Duration = Duration::from_secs(40);

/// From the start of one call to that of the next, so that none waits for the processor.
const APART: Duration = Duration::from_millis(100);

/// Something that goes wrong.
struct Fault {
    what: &'static str,
    /// How many requests it befalls.
    times: u32,
    /// What they get.
    then: Value,
    /// What an error ought to tell.
    reason: &'static str,
}

fn faults() -> [Fault; 10] {
    let always = 1_000_000;
    let page = json!({ "status": 503, "body": "<html><h1>503 Service Temporarily Unavailable</h1></html>" });
    let denied = json!({ "status": 400, "body": { "error": "", "error_description": "Access denied." } });
    [
        Fault { what: "nothing goes wrong", times: 1, then: json!({ "delayMs": 1 }), reason: "" },
        Fault { what: "503 with HTML, once", times: 1, then: page.clone(), reason: "503" },
        Fault { what: "503 with HTML, always", times: always, then: page, reason: "503" },
        Fault { what: "an empty answer", times: always, then: json!({ "status": 200, "body": "" }), reason: "" },
        Fault { what: "a cut connection, once", times: 1, then: json!({ "reset": true }), reason: "" },
        Fault { what: "a cut connection, always", times: always, then: json!({ "reset": true }), reason: "" },
        Fault { what: "no answer", times: always, then: json!({ "hang": true }), reason: "" },
        Fault { what: "\"Access denied.\"", times: always, then: denied, reason: "Access denied" },
        Fault {
            what: "too many requests, once",
            times: 1,
            then: json!({ "error": "QUERY_LIMIT_EXCEEDED" }),
            reason: "Too many requests",
        },
        Fault {
            what: "an expired token, once",
            times: 1,
            then: json!({ "error": "expired_token" }),
            reason: "expired",
        },
    ]
}

/// What a call came to, as its page tells it.
#[derive(Debug, Deserialize)]
struct End {
    /// Milliseconds.
    after: f64,
    /// What the error says, where it is one.
    failure: Option<String>,
}

/// How good that is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Verdict {
    Done,
    /// A result, and the card is not reset.
    False,
    /// A rejection, and whether it tells the reason.
    Error(bool),
    Never,
}

impl Verdict {
    fn of(end: Option<&End>, is_reset: bool, reason: &str) -> Self {
        match end {
            None => Self::Never,
            Some(End { failure: None, .. }) if is_reset => Self::Done,
            Some(End { failure: None, .. }) => Self::False,
            Some(End { failure: Some(text), .. }) => Self::Error(text.to_lowercase().contains(&reason.to_lowercase())),
        }
    }

    fn text(self, has_reason: bool) -> &'static str {
        match self {
            Self::Done => "done",
            Self::False => "**false**",
            Self::Error(_) if !has_reason => "an error",
            Self::Error(true) => "an error (reason)",
            Self::Error(false) => "an error (no reason)",
            Self::Never => "**never**",
        }
    }
}

pub(crate) async fn measure(workshop: &Workshop) -> Result<Section> {
    let faults = faults();
    let mut stages = Vec::new();
    let scripts = workshop.bundles("fault.mjs")?;
    for Fault { times, then, .. } in &faults {
        for (contender, script) in &scripts {
            let stage = Stage::set(workshop, contender, script).await?;
            stage.control.replace_faults(&json!([{ "match": "*.reset", "times": times, "then": then }]))?;
            stages.push(stage);
        }
    }

    let browser = Browser::start(Engine::Chromium, Window::Hidden).await?;
    browser.goto(&stages[0].add(&workshop.path().join("faults.html"))?).await?;
    let placements = stages.iter().map(Stage::placement).collect::<Vec<_>>();
    browser.run("openAll(arguments[0])", vec![json!(placements)]).await?;
    let all = json!(stages.len());
    let are_ready = async || Ok((browser.run("return ready.length", vec![]).await? == all).then_some(()));
    browser.until("every application to be ready", are_ready).await?;
    browser.run("start(arguments[0])", vec![json!(APART.as_millis())]).await?;
    sleep(PATIENCE + APART * u32::try_from(stages.len())?).await;
    let ends: Vec<Option<End>> = from_value(browser.run("return ends", vec![]).await?)?;

    let mut section = Section { title: "Faults".into(), text: TEXT.into(), ..Section::default() };
    let mut table =
        Table::new("What becomes of a call", &ALL.each_ref().map(|contender| (contender.title, Unit::Text)));
    let mut verdicts = ALL.each_ref().map(|_| Vec::new());
    for (fault, (stages, ends)) in faults.iter().zip(stages.chunks(ALL.len()).zip(ends.chunks(ALL.len()))) {
        let mut cells = Vec::new();
        for ((stage, end), verdicts) in stages.iter().zip(ends).zip(&mut verdicts) {
            let requests = stage
                .control
                .log()?
                .iter()
                .filter(|request| method_of(request).rsplit('.').next() == Some("reset"))
                .count();
            let is_reset = stage.control.rows()? == json!([]);
            let verdict = Verdict::of(end.as_ref(), is_reset, fault.reason);
            verdicts.push(verdict);
            let after = end.as_ref().map(|end| format!(", {:.1} s", end.after / 1000.0)).unwrap_or_default();
            let requests = if requests == 1 { "1 request".to_owned() } else { format!("{requests} requests") };
            cells.push(format!("{}{after}, {requests}", verdict.text(!fault.reason.is_empty())));
        }
        table.push(fault.what, cells);
    }
    let columns = ["not done", "never settled", "said done and was not", "error without the portal's reason"];
    let mut counts = Table::new("How many ended badly", &columns.map(|column| (column, Unit::Count)));
    for (contender, verdicts) in ALL.iter().zip(&verdicts) {
        let count = |is: &dyn Fn(Verdict) -> bool| verdicts.iter().filter(|verdict| is(**verdict)).count() as f64;
        counts.push(
            contender.title,
            [
                count(&|verdict| verdict != Verdict::Done),
                count(&|verdict| verdict == Verdict::Never),
                count(&|verdict| verdict == Verdict::False),
                count(&|verdict| verdict == Verdict::Error(false)),
            ],
        );
    }
    section.tables = vec![table, counts];
    Ok(section)
}

#[cfg(test)]
mod tests {
    use super::{End, Verdict};

    #[test]
    fn what_a_page_tells_is_not_believed() {
        let end = |failure: Option<&str>| Some(End { after: 1.0, failure: failure.map(str::to_owned) });
        let cases = [
            (end(None), true, Verdict::Done),
            (end(None), false, Verdict::False),
            (end(Some("Error: access denied.")), false, Verdict::Error(true)),
            (end(Some("Request failed with status code 400")), false, Verdict::Error(false)),
            (None, true, Verdict::Never),
            (None, false, Verdict::Never),
        ];
        for (end, is_reset, verdict) in cases {
            assert_eq!(Verdict::of(end.as_ref(), is_reset, "Access denied"), verdict, "{end:?}, {is_reset}");
        }
    }
}
