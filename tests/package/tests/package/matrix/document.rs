//! The table as its readers see it, in ANSWERS.md: rows that differ in nothing but the status are one.

use std::fmt::Write;

use expect_test::expect_file;

use super::table::{Failure, Row, Section, Told, sections};
use crate::lab::Connection;

page::tests!(blocking the_table_is_in_the_documentation);

const INTRODUCTION: &str = "\
# What becomes of every answer

What a call is told when the portal, or something on the way to it, does this to each of its requests. It is a reset with
`retries: 1`, so that one that can be tried again is tried twice; by webhook or token, and in the last column by the BX24 library
where that differs. Every line is tried over every connection in Chromium, Firefox and WebKit by `cargo xtask test`, which compares
all of it: the error, the requests that reached the portal, the cards that are left, and that no secret was shown.

A request is only repeated where that can help and does no harm: setting, resetting and forcing a card twice does what doing it once
does. `outcome` is `unknown` as soon as one request may have run. Nothing under `requests` means that the browser, or the BX24 library,
repeats some of its own accord.

The functions of `crmCard` are told the same, by the methods for items. `editContactCard` is a reading, a saving and a reading, of which
each is told so; once it may have saved something, `outcome` is `unknown` whatever fails after that, and the error has the `backup`. Where
somebody else saves after each of its attempts, it is told `conflict`, code `CONFLICT`, `outcome` `unknown`, `retryable` yes.
";

fn the_table_is_in_the_documentation() {
    expect_file!["../../../../../ANSWERS.md"].assert_eq(&document());
}

fn document() -> String {
    let mut document = INTRODUCTION.to_owned();
    for Section { title, rows } in sections("") {
        let _ = write!(document, "\n## {title}\n\n{HEAD}\n");
        for row in merged(rows) {
            let _ = writeln!(document, "| {} |", row.join(" | "));
        }
    }
    document
}

const HEAD: &str = "\
| what happens | status | `kind` | `code` | `description` | `outcome` | `retryable` | requests | by BX24 |
|---|---|---|---|---|---|---|---|---|";

/// The column with the status.
const STATUS: usize = 1;

fn merged(rows: Vec<Row>) -> Vec<Vec<String>> {
    let mut merged: Vec<Vec<String>> = Vec::new();
    for mut cells in rows.into_iter().map(|row| cells(&row)) {
        let status = std::mem::take(&mut cells[STATUS]);
        let alike = merged.iter_mut().find(|other| {
            let rest = |row: &[String]| [&row[..STATUS], &row[STATUS + 1..]].concat();
            rest(other) == rest(&cells)
        });
        if let Some(alike) = alike {
            alike[STATUS] = format!("{}, {status}", alike[STATUS]);
        } else {
            cells[STATUS] = status;
            merged.push(cells);
        }
    }
    merged
}

fn cells(row: &Row) -> Vec<String> {
    let fetch = row.told(Connection::OAuth);
    let bx24 = row.told(Connection::Bx24);
    let told = fetch.as_ref().or(bx24.as_ref()).expect("it happens over some connection");
    let other = match (&fetch, &bx24) {
        (Some(fetch), Some(bx24)) => differences(fetch, bx24),
        (Some(_), None) => "–".into(),
        (None, _) => "only".into(),
    };
    let code = |text: &str| format!("`{text}`");
    let mut cells = vec![row.happens.clone()];
    cells.extend(match &told.error {
        None => ["", "resolves", "", "", "", ""].map(String::from),
        Some(Failure { kind, code: portals, description, status, outcome, retryable, .. }) => [
            status.map(|status| status.to_string()).unwrap_or_default(),
            code(kind),
            if portals.is_empty() { "`''`".into() } else { code(portals) },
            if row.happens.contains(description) { String::new() } else { description.clone() },
            code(outcome),
            retryable.to_string(),
        ],
    });
    cells.extend([requests(told), other]);
    cells
}

fn requests(told: &Told) -> String {
    told.requests.map(|requests| requests.to_string()).unwrap_or_default()
}

/// What is different by BX24.
fn differences(fetch: &Told, bx24: &Told) -> String {
    let mut differences = Vec::new();
    if fetch.requests != bx24.requests {
        differences.push(format!("{} requests", requests(bx24)));
    }
    if let (Some(fetch), Some(bx24)) = (&fetch.error, &bx24.error) {
        let both = [
            ("code", &*fetch.code, &*bx24.code),
            ("description", &fetch.description, &bx24.description),
            ("outcome", fetch.outcome, bx24.outcome),
        ];
        differences.extend(
            both.iter().filter(|(_, one, other)| one != other).map(|(name, _, other)| format!("{name} `{other}`")),
        );
    }
    differences.join(", ")
}
