//! What calls leave behind in memory.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::contenders::{FULL, by_token};
use crate::progress;
use crate::report::{Cell, Goal, Section, Table, Unit};
use crate::workshop::{Workshop, number, result_of};

const TEXT: &str = "\
Node's heap and the module's memory after 10,000 resets, 64 at once, with the garbage collected. The first five thousand warm up:
what a call leaves behind is counted from there.";

/// Thousands of calls, and how many of them warm up.
const THOUSANDS: usize = 10;
const WARM_UP: usize = 5;

/// Bytes of the heap that a call may leave behind. What V8 compiles meanwhile is counted as well.
const LEAVINGS: f64 = 64.0;

pub(crate) async fn measure(workshop: &Workshop) -> Result<Section> {
    let portal = portal::Portal::start(portal::Options::default()).await?;
    let mut section = Section { title: "Memory".into(), text: TEXT.into(), ..Section::default() };
    let columns = [
        ("heap", Unit::Memory),
        ("left by a call, bytes", Unit::Count),
        ("module", Unit::Memory),
        ("the module grew by", Unit::Bytes),
    ];
    let mut table = Table::new("Memory after 10,000 calls", &columns);
    let progress = progress::of("memory", by_token().count());
    for contender in by_token() {
        let node = workshop.node("leavings.mjs", &[contender.name, portal.url(), &THOUSANDS.to_string()]);
        let memory = result_of(node).await?;
        let memory: &[Value] = memory.as_array().context("a list")?;
        let (first, last) = memory.get(WARM_UP - 1).zip(memory.last()).context("it is measured after each thousand")?;
        let grown = |what| Ok::<_, anyhow::Error>(number(last, what)? - number(first, what)?);
        let left = grown("heap")? / (THOUSANDS - WARM_UP) as f64 / 1000.0;
        let of_module = if last["module"].is_null() { None } else { Some((number(last, "module")?, grown("module")?)) };
        if contender.title == FULL {
            section.goals.push(Goal { what: "Bytes left by a call".into(), at_most: LEAVINGS, figure: left });
            let grown = of_module.map_or(0.0, |(_, grown)| grown);
            section.goals.push(Goal { what: "Bytes by which the module grew".into(), at_most: 0.0, figure: grown });
        }
        let [module, grown] =
            of_module.map_or([Cell::Nothing, Cell::Nothing], |(module, grown)| [module.into(), grown.into()]);
        table.push(contender.title, [number(last, "heap")?.into(), left.into(), module, grown]);
        progress.inc(1);
    }
    section.tables.push(table);
    Ok(section)
}
