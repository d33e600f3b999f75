//! The matrix: whatever the portal answers, over each connection and in each engine, a call settles and tells the truth.

pub(crate) mod document;
pub(crate) mod kinds;
mod table;

use page::{Engine, Result, in_every_engine};
use serde_json::{Value, json};

use self::table::{Row, Told, sections};
use crate::lab::{Connection, Lab, Time};
use crate::stage::cards;

in_every_engine!(every_call_settles_and_tells_the_truth);

const CALLS: &str = include_str!("calls.js");

/// The library sends 90 requests at once, and two a second after that: as many rows for each page.
const ROWS_A_PAGE: usize = 60;

/// The one whose card is reset, and one whose card is not.
const USERS: [u32; 2] = [6, 7];

/// What came of the calls, for the last line.
#[derive(Default)]
struct Figures {
    cells: usize,
    requests: u64,
    latest: f64,
}

async fn every_call_settles_and_tells_the_truth(engine: Engine) -> Result<()> {
    let lab = Lab::set(engine).await?;
    let rows: Vec<_> = sections(lab.elsewhere()).into_iter().flat_map(|section| section.rows).collect();
    let (mut figures, mut wrong) = (Figures::default(), Vec::new());
    let [scaled, real] =
        [Time::Scaled, Time::Real].map(|time| rows.iter().filter(|row| row.times.contains(&time)).collect::<Vec<_>>());
    let pages = scaled.chunks(ROWS_A_PAGE).map(|rows| (Time::Scaled, rows));
    // A library that goes on by itself uses up its requests: no row follows in its page.
    let real = real.split_inclusive(|row| row.lingers).flat_map(|rows| rows.chunks(ROWS_A_PAGE));
    for (time, rows) in pages.chain(real.map(|rows| (Time::Real, rows))) {
        let expected = Connection::ALL
            .map(|connection| rows.iter().filter_map(|row| Some((row, row.told(connection)?))).collect::<Vec<_>>());
        let lanes: Vec<_> = Connection::ALL
            .iter()
            .zip(&expected)
            .map(|(connection, cells)| {
                let cells: Vec<_> = cells.iter().map(|(row, _)| cell(row)).collect();
                json!({ "connection": connection.name(), "portal": lab.portal(*connection), "cells": cells })
            })
            .collect();
        lab.open(time).await?;
        let arguments = vec![json!(lanes), cards(&USERS), json!(lab.elsewhere())];
        let matrix = lab.run(CALLS, arguments).await?;
        assert!(matrix["said"].as_u64() >= Some(rows.len() as u64), "of every error it is looked what it says");
        assert_eq!(matrix["leaks"], 0, "a secret was shown");
        assert_eq!(matrix["elsewhere"], json!([]), "another portal was asked");
        for ((connection, cells), told) in Connection::ALL.iter().zip(&expected).zip(matrix["told"].as_array().unwrap())
        {
            let told = told.as_array().unwrap();
            assert_eq!(told.len(), cells.len(), "every cell is told");
            for ((row, expected), told) in cells.iter().zip(told) {
                figures.add(row, told);
                let (expected, told) = (as_told(expected), without_measures(told, expected));
                if expected != told {
                    wrong.push(format!(
                        "{} over {} in {time:?} time\n  expected {expected}\n  told     {told}",
                        row.happens,
                        connection.name()
                    ));
                }
            }
        }
    }
    println!("{engine}: {figures}");
    assert!(
        wrong.is_empty(),
        "{} of {} cells are wrong in {engine}:\n{}",
        wrong.len(),
        figures.cells,
        wrong.join("\n")
    );
    Ok(())
}

fn cell(row: &Row) -> Value {
    json!({
        "faults": row.faults,
        "options": { "retries": row.retries, "timeout": row.timeout },
        "refresh": row.refresh,
        "wait": row.wait,
        "lingers": row.lingers,
    })
}

/// What a call comes to, as the page tells it.
fn as_told(told: &Told) -> Value {
    let settled = match &told.error {
        None => json!({ "result": true }),
        Some(error) => json!({
            "kind": error.kind,
            "code": error.code,
            "description": error.description,
            "status": error.status,
            "outcome": error.outcome,
            "retryable": error.retryable,
            "attempts": error.attempts,
        }),
    };
    let gone = if told.reset { USERS[0] } else { 0 };
    let left: Vec<_> = USERS.into_iter().filter(|user| *user != gone).chain([0]).collect();
    json!({ "settled": settled, "requests": told.requests, "left": left })
}

fn without_measures(told: &Value, expected: &Told) -> Value {
    let requests = expected.requests.map(|_| &told["requests"]);
    json!({ "settled": told["settled"], "requests": requests, "left": told["left"] })
}

impl Figures {
    fn add(&mut self, row: &Row, told: &Value) {
        self.cells += 1;
        self.requests += told["requests"].as_u64().expect("a number");
        self.latest = self.latest.max(told["ms"].as_f64().expect("a number") - f64::from(row.timeout));
    }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { cells, requests, latest } = self;
        write!(out, "{cells} cells, {requests} requests, settled at most {latest:.0} ms after the timeout")
    }
}
