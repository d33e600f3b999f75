//! How long a call takes.

use std::process::Stdio;

use anyhow::{Context, Result};
use page::{Browser, Engine, Window};
use portal::{Options, Portal};
use serde::Deserialize;
use serde_json::{from_str, from_value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout};

use crate::contenders::{BY_HAND, Contender, FULL, LIBRARY, by_token};
use crate::progress;
use crate::report::{Cell, Section, Table, Unit};
use crate::stage::{Isolated, Stage};
use crate::statistics::Summary;
use crate::workshop::Workshop;

const TEXT: &str = "\
Resets of a card over loopback, one after another and 64 at once. Each contender has a process, or a browser, of its own, and they take turns
in blocks. *A call* is from the call to its result, by its median; in brackets are the quartiles. *Each* is a block's time by the number of its
calls, and *CPU* what all threads of the process took by it. Calls go by an access token; those in a placement go by the BX24 library, which
sends each request 10 ms after it was asked for. The official SDK is without its limiter, which would hold it to two calls a second.";

const AT_ONCE: usize = 64;

/// Calls of a block, and how many of them are made at once.
type Block = (usize, usize);

const BLOCKS: [Block; 2] = [(100, 1), (4 * AT_ONCE, AT_ONCE)];

/// The library lets 90 calls of a page through before it slows down.
const BLOCKS_IN_PLACEMENT: [Block; 2] = [(24, 1), (AT_ONCE, AT_ONCE)];

/// What a page does for a block.
const IN_PAGE: &str = "
    const [portal, calls, atOnce] = arguments;
    const module = fetch('bx24-contact-card.wasm');
    window.reset ??= await (portal ? contender.byToken({ portal, accessToken: 'tok_admin', module }) : contender.inPlacement());
    return contender.measure(reset, calls, atOnce);";

/// What is measured of a block, in milliseconds.
#[derive(Deserialize)]
struct Measured {
    latencies: Vec<f64>,
    each: f64,
    cpu: Option<f64>,
}

/// Where a contender makes its calls.
enum Place {
    Node {
        _process: Child,
        input: ChildStdin,
        output: Lines<BufReader<ChildStdout>>,
    },
    Page {
        browser: Browser,
        stage: Box<Stage>,
        /// What serves the page, outside a placement.
        server: Option<Isolated>,
    },
}

impl Place {
    fn node(workshop: &Workshop, contender: &Contender, portal: &str) -> Result<Self> {
        let mut node = workshop.node("calls.mjs", &[contender.name, portal]);
        let mut process = node.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true).spawn()?;
        let (input, output) = process.stdin.take().zip(process.stdout.take()).context("it has both")?;
        Ok(Self::Node { _process: process, input, output: BufReader::new(output).lines() })
    }

    async fn page(stage: Stage) -> Result<Self> {
        let browser = Browser::start(Engine::Chromium, Window::Hidden).await?;
        let server = stage.isolated().await?;
        browser.goto(&server.url).await?;
        Ok(Self::Page { browser, stage: stage.into(), server: Some(server) })
    }

    async fn placement(stage: Stage) -> Result<Self> {
        let browser = Browser::start(Engine::Chromium, Window::Hidden).await?;
        Ok(Self::Page { browser, stage: stage.into(), server: None })
    }

    async fn block(&mut self, (calls, at_once): Block) -> Result<Measured> {
        match self {
            Self::Node { input, output, .. } => {
                input.write_all(format!("[{calls},{at_once}]\n").as_bytes()).await?;
                Ok(from_str(&output.next_line().await?.context("the script has ended")?)?)
            }
            Self::Page { browser, stage, server } => {
                // In a placement the library, which counts calls, begins anew.
                if server.is_none() && at_once == 1 {
                    stage.open(browser).await?;
                }
                let portal = server.as_ref().map(|_| stage.url());
                let arguments = vec![json!(portal), json!(calls), json!(at_once)];
                Ok(from_value(browser.run_async(IN_PAGE, arguments).await?)?)
            }
        }
    }
}

pub(crate) async fn measure(workshop: &Workshop, is_quick: bool) -> Result<Section> {
    let mut section = Section { title: "A call".into(), text: TEXT.into(), ..Section::default() };

    let portal = Portal::start(Options::default()).await?;
    let mut places = Vec::new();
    for contender in by_token() {
        places.push((contender, Place::node(workshop, contender, portal.url())?));
    }
    let rounds = if is_quick { 10 } else { 60 };
    in_turn(&mut section, "in Node", places, BLOCKS, rounds, (BY_HAND, Some(1.3))).await?;

    let scripts = workshop.bundles("page.mjs")?;
    let mut places = Vec::new();
    for (contender, script) in scripts.iter().filter(|(contender, _)| contender.by_token) {
        places.push((*contender, Place::page(Stage::set(workshop, contender, script).await?).await?));
    }
    in_turn(&mut section, "in Chromium", places, BLOCKS, rounds, (BY_HAND, Some(1.15))).await?;

    let mut places = Vec::new();
    for (contender, script) in scripts.iter().filter(|(contender, _)| !["fetch", "sdk"].contains(&contender.name)) {
        places.push((*contender, Place::placement(Stage::set(workshop, contender, script).await?).await?));
    }
    let rounds = if is_quick { 3 } else { 15 };
    in_turn(&mut section, "in a placement", places, BLOCKS_IN_PLACEMENT, rounds, (LIBRARY, None)).await?;
    Ok(section)
}

/// Lets contenders take turns, so that whatever else the machine does befalls all of them.
async fn in_turn(
    section: &mut Section,
    place: &str,
    mut places: Vec<(&'static Contender, Place)>,
    blocks: [Block; 2],
    rounds: usize,
    (base, at_most): (&str, Option<f64>),
) -> Result<()> {
    let progress = progress::of(&format!("calls {place}"), rounds + 1);
    let mut measured: Vec<[Vec<Measured>; 2]> = places.iter().map(|_| Default::default()).collect();
    for round in 0..=rounds {
        for turn in 0..places.len() {
            let contender = (turn + round) % places.len();
            for (kind, block) in blocks.into_iter().enumerate() {
                let block = places[contender].1.block(block).await?;
                // The first round warms up.
                if round > 0 {
                    measured[contender][kind].push(block);
                }
            }
        }
        progress.inc(1);
    }
    for (kind, (_, at_once)) in blocks.into_iter().enumerate() {
        let title = if at_once == 1 { format!("A call {place}") } else { format!("A call {place}, {at_once} at once") };
        let has_cpu = measured.iter().flat_map(|blocks| &blocks[kind]).any(|block| block.cpu.is_some());
        let columns = ["a call", "p95", "p99", "each", "CPU"].map(|title| (title, Unit::Milliseconds));
        let columns = if has_cpu { &columns[..] } else { &columns[..4] };
        let mut table = Table::new(&title, columns);
        for ((contender, _), measured) in places.iter().zip(&measured) {
            let blocks = &measured[kind];
            let call = Summary::of(blocks.iter().flat_map(|block| block.latencies.clone()).collect());
            let each = Summary::of(blocks.iter().map(|block| block.each).collect());
            let cpu: Vec<_> = blocks.iter().filter_map(|block| block.cpu).collect();
            let mut cells = vec![Cell::from(call), call.p95.into(), call.p99.into(), each.into()];
            cells.extend(has_cpu.then(|| Summary::of(cpu)).map(Cell::from));
            table.push(contender.title, cells);
        }
        if let Some(at_most) = at_most {
            section.aim(&table, FULL, base, at_most);
        }
        table.add_ratios_to(base);
        section.tables.push(table);
    }
    Ok(())
}
