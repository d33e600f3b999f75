//! How long it takes from nothing to the first result.

use anyhow::Result;
use page::{Browser, Engine, Window};
use portal::{Options, Portal};
use serde_json::{Value, json};

use crate::contenders::{ALL, FULL, SDK, by_token};
use crate::progress;
use crate::report::{Cell, Section, Table, Unit};
use crate::stage::Stage;
use crate::statistics::Summary;
use crate::workshop::{Workshop, number, result_of};

const TEXT: &str = "\
The application of [Bytes](#bytes) in a placement in Chromium: each time in a new tab, without a cache, and of an origin that the browser has
never seen. *Settled* is when the first call has its result, counted from the request for the page; everything is downloaded over loopback.
*Evaluated* is how long the script itself ran when it was there, and *compiled* how long the module was made ready, which goes on beside other
work. Once more it is measured with the processor slowed to a quarter, as DevTools do it: work beside the page's own thread is not slowed. In
Node a fresh process imports the package, unbundled, and makes a call. The contenders take turns.";

/// What a page tells of its start, in milliseconds.
const TIMES: &str = "
    const { settled, evaluated, loaded, fetched, compiled } = times;
    return { settled, evaluated: evaluated - Math.max(loaded, fetched), compiled };";

pub(crate) async fn measure(workshop: &Workshop, is_quick: bool) -> Result<Section> {
    let rounds = if is_quick { 5 } else { 30 };
    let mut section = Section { title: "Start".into(), text: TEXT.into(), ..Section::default() };

    let scripts = workshop.bundles("app.mjs")?;
    let browser = Browser::start(Engine::Chromium, Window::Hidden).await?;
    for (place, slowdown) in [("in Chromium", 1), ("in Chromium, at a quarter of the speed", 4)] {
        let progress = progress::of(&format!("starts {place}"), rounds);
        let mut starts = vec![Vec::new(); scripts.len()];
        for round in 0..rounds {
            for turn in 0..scripts.len() {
                let index = (turn + round) % scripts.len();
                let (contender, script) = &scripts[index];
                let stage = Stage::set(workshop, contender, script).await?;
                starts[index].push(start(&browser, &stage, slowdown).await?);
            }
            progress.inc(1);
        }
        add(&mut section, place, ["settled", "evaluated", "compiled"], ALL.iter().map(|one| one.title).zip(starts))?;
    }

    let portal = Portal::start(Options::default()).await?;
    let progress = progress::of("starts in Node", rounds);
    let contenders: Vec<_> = by_token().collect();
    let mut starts = vec![Vec::new(); contenders.len()];
    for round in 0..rounds {
        for turn in 0..contenders.len() {
            let index = (turn + round) % contenders.len();
            let node = workshop.node("start.mjs", &[contenders[index].name, portal.url()]);
            starts[index].push(result_of(node).await?);
        }
        progress.inc(1);
    }
    add(&mut section, "in Node", ["settled", "imported"], contenders.iter().map(|one| one.title).zip(starts))?;
    Ok(section)
}

/// Opens a contender's page for the first time.
async fn start(browser: &Browser, stage: &Stage, slowdown: u32) -> Result<Value> {
    browser.renew().await?;
    browser.devtools("Network.clearBrowserCache", json!({})).await?;
    browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": slowdown })).await?;
    stage.open(browser).await?;
    browser.wait_for_text("output", "The card is reset.").await?;
    Ok(browser.run(TIMES, vec![]).await?)
}

/// Adds a table of what each start was told to take.
fn add<const N: usize>(
    section: &mut Section,
    place: &str,
    columns: [&str; N],
    starts: impl IntoIterator<Item = (&'static str, Vec<Value>)>,
) -> Result<()> {
    let mut table =
        Table::new(&format!("The first result {place}"), &columns.map(|column| (column, Unit::Milliseconds)));
    for (contender, starts) in starts {
        let cells = columns.into_iter().map(|column| {
            let figures = starts.iter().map(|start| number(start, column)).collect::<Result<Vec<_>>>()?;
            // A contender without a module compiles none.
            let is_there = figures.iter().any(|figure| *figure > 0.0);
            Ok(if is_there { Summary::of(figures).into() } else { Cell::Nothing })
        });
        table.push(contender, cells.collect::<Result<Vec<_>>>()?);
    }
    section.aim(&table, FULL, SDK, 0.5);
    table.add_ratios_to(SDK);
    section.tables.push(table);
    Ok(())
}
