//! A table's first column as bars, in SVG. It is on paper of its own, so that it can be read on any page.

use std::fmt::Write;

use crate::contenders::FULL;
use crate::report::{Cell, Table};

const WIDTH: f64 = 720.0;
const ROW: f64 = 30.0;
const MARGIN: f64 = 12.0;
/// Where bars begin, and the most they take.
const LEFT: f64 = 260.0;
const LONGEST: f64 = 340.0;

const STYLE: &str = "\
.paper { fill: #ffffff } text { font: 14px system-ui, sans-serif; fill: #24292f } .title { font-weight: 600 }
.other { fill: #8c959f } .own { fill: #0969da } .quartiles { stroke: #24292f }
@media (prefers-color-scheme: dark) {
  .paper { fill: #161b22 } text { fill: #e6edf3 } .other { fill: #6e7681 } .own { fill: #4493f8 } .quartiles { stroke: #e6edf3 }
}";

/// The file of a table's chart, where it has one: tables of contenders have.
pub(crate) fn file_of(table: &Table) -> Option<String> {
    table.first(FULL)?;
    let words = table.title.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    Some(format!("{}.svg", words.collect::<Vec<_>>().join("-").to_lowercase()))
}

/// The chart.
pub(crate) fn of(table: &Table) -> String {
    let column = &table.columns[0];
    let title = format!("{}: {}{}", table.title, column.title, column.unit.suffix());
    let highest = |cell: &Cell| match cell {
        Cell::Many(summary) => Some(summary.high),
        cell => cell.number(),
    };
    let most = table.rows.iter().filter_map(|row| highest(&row.cells[0])).fold(f64::MIN_POSITIVE, f64::max);
    let place = |number: f64| LEFT + number / most * LONGEST;
    let height = 2.0 * MARGIN + ROW * (table.rows.len() + 1) as f64;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\">\n\
         <title>{title}</title>\n<style>\n{STYLE}\n</style>\n\
         <rect class=\"paper\" width=\"100%\" height=\"100%\" rx=\"6\"/>\n\
         <text class=\"title\" x=\"{MARGIN}\" y=\"{}\">{title}</text>\n",
        MARGIN + 15.0
    );
    for (index, row) in table.rows.iter().enumerate() {
        let Some(number) = row.cells[0].number() else { continue };
        let top = MARGIN + ROW * (index + 1) as f64;
        let class = if row.title.starts_with(FULL) { "own" } else { "other" };
        let (text, bar, middle) = (top + 19.0, ROW - 10.0, top + ROW / 2.0);
        let end = place(number);
        // Writing to a String cannot fail.
        let _ = writeln!(svg, "<text x=\"{MARGIN}\" y=\"{text}\">{}</text>", row.title);
        let _ = writeln!(
            svg,
            "<rect class=\"{class}\" x=\"{LEFT}\" y=\"{}\" width=\"{:.1}\" height=\"{bar}\" rx=\"2\"/>",
            top + 5.0,
            end - LEFT
        );
        if let Cell::Many(summary) = &row.cells[0] {
            let [low, high] = [summary.low, summary.high].map(place);
            let _ = writeln!(svg, "<path class=\"quartiles\" d=\"M{low:.1} {middle}H{high:.1}\"/>");
        }
        let label = highest(&row.cells[0]).map_or(end, place) + 8.0;
        let _ = writeln!(svg, "<text x=\"{label:.1}\" y=\"{text}\">{}</text>", column.unit.text(number));
    }
    svg.push_str("</svg>\n");
    svg
}

#[cfg(test)]
mod tests {
    use super::{file_of, of};
    use crate::contenders::{BY_HAND, FULL};
    use crate::report::{Table, Unit};

    #[test]
    fn bars_are_as_long_as_the_figures_say() {
        let mut table = Table::new("A call in Node, 64 at once", &[("a call", Unit::Milliseconds)]);
        table.push(BY_HAND, [2.0]);
        assert_eq!(file_of(&table), None);
        table.push(FULL, [1.0]);
        assert_eq!(file_of(&table).as_deref(), Some("a-call-in-node-64-at-once.svg"));
        let chart = of(&table);
        assert!(chart.contains("class=\"other\" x=\"260\" y=\"47\" width=\"340.0\""), "{chart}");
        assert!(chart.contains("class=\"own\" x=\"260\" y=\"77\" width=\"170.0\""), "{chart}");
        assert!(chart.contains(">1.00</text>"), "{chart}");
    }
}
