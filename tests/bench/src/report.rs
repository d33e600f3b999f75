//! What was measured: sections with tables of figures. It is kept in JSON, and printed from there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::contenders::{BY_HAND, FULL, LIBRARY, SDK, SLIM};
use crate::machine::Machine;
use crate::statistics::Summary;

/// One run.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Report {
    pub(crate) machine: Machine,
    /// Whether it took few samples only.
    pub(crate) is_quick: bool,
    /// Whether it measured everything.
    pub(crate) is_whole: bool,
    /// Instructions by what was called, where they could be counted: the next commit is compared with them.
    pub(crate) instructions: Option<BTreeMap<String, u64>>,
    pub(crate) sections: Vec<Section>,
}

/// The figures of one question.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub(crate) struct Section {
    pub(crate) title: String,
    /// What was measured, and how.
    pub(crate) text: String,
    pub(crate) tables: Vec<Table>,
    pub(crate) goals: Vec<Goal>,
}

/// A figure that ought to be no larger than it was said to be.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Goal {
    pub(crate) what: String,
    pub(crate) at_most: f64,
    pub(crate) figure: f64,
}

/// Figures, of which the first column is what is compared.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Table {
    pub(crate) title: String,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
}

/// What a column has.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Column {
    pub(crate) title: String,
    pub(crate) unit: Unit,
}

/// What the figures of a column are. Of all but texts, less is better.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Unit {
    Text,
    Bytes,
    Memory,
    Milliseconds,
    Seconds,
    Ratio,
    Count,
}

/// A contender or a case, and its figures.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Row {
    pub(crate) title: String,
    pub(crate) cells: Vec<Cell>,
}

/// A figure.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum Cell {
    Nothing,
    Number(f64),
    Text(String),
    Many(Summary),
}

impl Cell {
    /// The figure that stands for the cell.
    pub(crate) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Many(summary) => Some(summary.median),
            Self::Nothing | Self::Text(_) => None,
        }
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Summary> for Cell {
    fn from(summary: Summary) -> Self {
        Self::Many(summary)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Table {
    /// A table without rows.
    pub(crate) fn new(title: &str, columns: &[(&str, Unit)]) -> Self {
        let columns = columns.iter().map(|(title, unit)| Column { title: (*title).to_owned(), unit: *unit });
        Self { title: title.to_owned(), columns: columns.collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub(crate) fn push(&mut self, title: &str, cells: impl IntoIterator<Item = impl Into<Cell>>) {
        let cells: Vec<_> = cells.into_iter().map(Into::into).collect();
        assert_eq!(cells.len(), self.columns.len(), "{title}");
        self.rows.push(Row { title: title.to_owned(), cells });
    }

    /// The figure of a row in the first column.
    pub(crate) fn first(&self, row: &str) -> Option<f64> {
        self.rows.iter().find(|other| other.title == row)?.cells.first()?.number()
    }

    /// How many times the first figure of `row` that of `other` is.
    pub(crate) fn ratio(&self, row: &str, other: &str) -> Option<f64> {
        Some(self.first(row)? / self.first(other)?)
    }

    /// Adds a column with what the first figure of each row is beside that of `row`.
    pub(crate) fn add_ratios_to(&mut self, row: &str) {
        self.columns.insert(1, Column { title: format!("× {row}"), unit: Unit::Ratio });
        let base = self.first(row);
        for row in &mut self.rows {
            let ratio = row.cells[0].number().zip(base).map_or(Cell::Nothing, |(own, base)| Cell::Number(own / base));
            row.cells.insert(1, ratio);
        }
    }
}

impl Section {
    /// Adds what the first figure of `row` ought to be beside that of `other`, at most.
    pub(crate) fn aim(&mut self, table: &Table, row: &str, other: &str, at_most: f64) {
        if let Some(figure) = table.ratio(row, other) {
            self.goals.push(Goal { what: format!("{}: {row} ÷ {other}", table.title), at_most, figure });
        }
    }
}

impl Report {
    /// What ours takes of each figure, beside the others.
    pub(crate) fn comparison(&self) -> Table {
        let others = [LIBRARY, BY_HAND, SDK];
        let mut comparison = Table::new("Beside the others", &others.map(|other| (other, Unit::Ratio)));
        let tables = self.sections.iter().flat_map(|section| &section.tables);
        for table in tables.filter(|table| !matches!(table.columns[0].unit, Unit::Text | Unit::Count)) {
            for ours in [FULL, SLIM] {
                let ratios = others.map(|other| table.ratio(ours, other).map_or(Cell::Nothing, Cell::Number));
                if ratios.iter().any(|ratio| *ratio != Cell::Nothing) {
                    comparison.push(&format!("{}: `{ours}`", table.title), ratios);
                }
            }
        }
        comparison
    }

    /// What was aimed at.
    pub(crate) fn goals(&self) -> Table {
        let columns = [("measured", Unit::Ratio), ("at most", Unit::Ratio), ("", Unit::Text)];
        let mut goals = Table::new("What was aimed at", &columns);
        for Goal { what, at_most, figure } in self.sections.iter().flat_map(|section| &section.goals) {
            let verdict = if figure <= at_most { "reached" } else { "**missed**" };
            goals.push(what, [Cell::from(*figure), (*at_most).into(), verdict.to_owned().into()]);
        }
        goals
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::new("A call", &[("ms", Unit::Milliseconds)]);
        for (contender, figure) in [(BY_HAND, 2.0), (SDK, 10.0), (FULL, 3.0)] {
            table.push(contender, [figure]);
        }
        table
    }

    fn report() -> Report {
        let mut section = Section { title: "Calls".into(), ..Section::default() };
        section.aim(&table(), FULL, BY_HAND, 1.3);
        section.aim(&table(), FULL, SDK, 0.5);
        section.aim(&table(), FULL, LIBRARY, 1.0);
        section.tables.push(table());
        Report {
            machine: Machine::default(),
            is_quick: false,
            is_whole: true,
            instructions: None,
            sections: vec![section],
        }
    }

    #[test]
    fn ratios_are_to_one_row() {
        let mut table = table();
        table.add_ratios_to(BY_HAND);
        let ratios: Vec<_> = table.rows.iter().map(|row| row.cells[1].number()).collect();
        assert_eq!(ratios, [Some(1.0), Some(5.0), Some(1.5)]);
        assert_eq!(table.first(FULL), Some(3.0));
    }

    #[test]
    fn what_is_lost_stands_beside_what_is_won() {
        let comparison = report().comparison();
        assert_eq!(comparison.rows.len(), 1);
        assert_eq!(comparison.rows[0].cells, [Cell::Nothing, Cell::Number(1.5), Cell::Number(0.3)]);
    }

    #[test]
    fn a_goal_is_reached_or_missed() {
        let verdicts: Vec<_> = report().goals().rows.into_iter().map(|row| row.cells[2].clone()).collect();
        assert_eq!(verdicts, ["**missed**", "reached"].map(|verdict| Cell::Text(verdict.into())));
    }

    #[test]
    fn a_report_comes_out_of_json_as_it_went_in() {
        let mut report = report();
        let cells = [Cell::Nothing, Cell::Number(0.1), Cell::Text("a".into()), Summary::of(vec![1.0, 2.5]).into()];
        for cell in cells {
            report.sections[0].tables[0].rows[0].cells = vec![cell];
            let json = serde_json::to_string(&report).unwrap();
            assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
        }
    }
}
