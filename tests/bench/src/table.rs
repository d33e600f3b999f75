//! Tables as text: Markdown whose columns are aligned, for a terminal and for a page.

use std::fmt::{self, Display, Formatter};

use crate::report::{Cell, Table, Unit};

impl Display for Table {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let heading = self.columns.iter().map(|column| format!("{}{}", column.title, column.unit.suffix()));
        let mut lines = vec![[String::new()].into_iter().chain(heading).collect::<Vec<_>>()];
        lines.extend(self.rows.iter().map(|row| {
            let cells = row.cells.iter().zip(&self.columns).map(|(cell, column)| text(cell, column.unit));
            [row.title.clone()].into_iter().chain(cells).collect()
        }));
        let widths: Vec<_> = (0..=self.columns.len())
            .map(|column| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or_default().max(3))
            .collect();
        let is_text = |column: usize| column == 0 || self.columns[column - 1].unit == Unit::Text;
        for (number, line) in lines.iter().enumerate() {
            for (column, (cell, width)) in line.iter().zip(&widths).enumerate() {
                let padding = " ".repeat(width - cell.chars().count());
                if is_text(column) { write!(out, "| {cell}{padding} ")? } else { write!(out, "| {padding}{cell} ")? }
            }
            out.write_str("|\n")?;
            if number == 0 {
                for (column, width) in widths.iter().enumerate() {
                    let line = "-".repeat(width + 1);
                    if is_text(column) { write!(out, "|{line}-")? } else { write!(out, "|{line}:")? }
                }
                out.write_str("|\n")?;
            }
        }
        Ok(())
    }
}

impl Unit {
    /// What a column's title ends with.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Self::Text | Self::Ratio | Self::Count => "",
            Self::Bytes => ", KB",
            Self::Memory => ", MB",
            Self::Milliseconds => ", ms",
            Self::Seconds => ", s",
        }
    }

    /// A figure in this unit.
    pub(crate) fn text(self, number: f64) -> String {
        match self {
            Self::Bytes => format!("{:.1}", number / 1e3),
            Self::Memory => format!("{:.1}", number / 1e6),
            Self::Ratio if number >= 10.0 => format!("{number:.1}"),
            Self::Ratio => format!("{number:.3}"),
            Self::Count => format!("{number:.0}"),
            Self::Text | Self::Milliseconds | Self::Seconds => {
                // Three digits, or all those before the point.
                let digits = if number >= 100.0 {
                    0
                } else if number >= 10.0 {
                    1
                } else if number >= 1.0 {
                    2
                } else {
                    3
                };
                format!("{number:.digits$}")
            }
        }
    }
}

/// The median, and in brackets the quartiles.
fn text(cell: &Cell, unit: Unit) -> String {
    match cell {
        Cell::Nothing => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => unit.text(*number),
        Cell::Many(summary) => {
            let [median, low, high] = [summary.median, summary.low, summary.high].map(|number| unit.text(number));
            format!("{median} ({low}–{high})")
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::report::{Cell, Table, Unit};
    use crate::statistics::Summary;

    #[test]
    fn columns_are_aligned() {
        let columns = [("gzip", Unit::Bytes), ("call", Unit::Milliseconds), ("× one", Unit::Ratio), ("", Unit::Text)];
        let mut table = Table::new("Some", &columns);
        let many = Summary::of(vec![0.2, 0.3, 0.4]);
        table.push("one", [Cell::Number(46_896.0), many.into(), Cell::Number(1.0), Cell::Text("yes".into())]);
        table.push("another", [Cell::Number(500.0), Cell::Number(123.4), Cell::Number(1.256), Cell::Nothing]);
        let lines: Vec<_> = table.to_string().lines().map(str::to_owned).collect();
        assert_eq!(lines[0], "|         | gzip, KB |            call, ms | × one |     |");
        assert_eq!(lines[1], "|---------|---------:|--------------------:|------:|-----|");
        assert!(lines[2].starts_with("| one     |     46.9 | 0.300 ("), "{}", lines[2]);
        assert_eq!(lines[3], "| another |      0.5 |                 123 | 1.256 |     |");
    }
}
