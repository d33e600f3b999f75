//! The errors kind by kind, as readers see them in ERRORS.md: by the rows of the table, and by the errors that are made here,
//! which projects/errors/kinds.mjs brings about.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

use expect_test::expect_file;
use serde_json::Value;

use super::table::{Told, sections};
use crate::lab::Connection;
use crate::project::{HERE, Project};

page::tests!(blocking the_kinds_are_in_the_documentation);

const INTRODUCTION: &str = "\
# Errors, kind by kind

Every rejection is a `ContactCardError`, which `isContactCardError(error)` knows across copies of the package, formats and realms.
Decide by `kind`, and say it in your own words: `description` has the portal's, which by its documentation are not intended to be shown to
the end user in their raw form.

| field | |
|---|---|
| `kind` | what went wrong: one of the words below |
| `code` | the portal's code, verbatim, which is `''` for “Access denied.”; of an error made here an upper-case constant |
| `description` | the portal's text, verbatim, or a sentence of this package |
| `message` | for logs: the description, with the code and the method |
| `outcome` | `'unchanged'`: the card is as it was. `'unknown'`: a request may have run. Read the card, or call again: to reset, set or restore it twice does what doing it once does |
| `retryable` | whether the same call can succeed later |
| `attempts` | requests sent |
| `status` | the HTTP status, where there was an answer that had one |
| `method` | the portal's method, where a request was sent |
| `backup` | of an edit, or of a reset with `backup: true`, whose `outcome` is `'unknown'`: the card from before |
| `cause` | the error underneath, where there is one; where that holds the webhook or the token, a copy without them |
| `name` | `'ContactCardError'`; `'TimeoutError'` and `'AbortError'` of the kinds `timeout` and `aborted` |

`JSON.stringify(error)` has all of it but `cause`. The stack begins with the line of the call.

What can help is tried again before a call rejects, `retries` times at most and within the call's `timeout`: after a pause that doubles, too
many requests and a lost connection; twice at most, a server that failed; once the portal's `operating_reset_at` has passed, the
operating limit; once, with a renewed token, an expired one. After a timeout or an abort nothing more is sent.

In the tables each request meets the same, with `retries: 1` where nothing else is said, so that two `requests` mean that it was tried again;
of “Method not found!” by the other family of methods. They are over a webhook or a token; what is different by the BX24 library is in [ANSWERS.md](ANSWERS.md), which lists every answer, tried over every connection in three
engines. This page is made of the same table and of errors that a test brings about.
";

/// What helps.
const ADVICE: &[(&str, &str)] = &[
    (
        "invalid-argument",
        "Mend the call as the message says. Users come to see this kind only of what they hand in, such as a backup from a file.",
    ),
    (
        "no-connection",
        "Open the page inside a portal, load the library in it, or pass a `connection`. A page that is also opened by itself can tell its user so.",
    ),
    (
        "access-denied",
        "Tell the user that the right is missing: “Allow to change settings” in CRM for others' cards and for the common one, any access to CRM for \
         the own card.",
    ),
    (
        "auth",
        "Get a new token or webhook, or give the application the scope `crm`. A connection with `refresh`, and a placement, renew an expired token \
         by themselves.",
    ),
    (
        "rejected",
        "Read `code` and `description`: they say what the portal does not take. The same call is refused again.",
    ),
    ("conflict", "Call again later. The edit may have been saved and saved over: `backup` has the card from before."),
    (
        "rate-limit",
        "Call again later, and make fewer calls at once: for many users there is one call, `resetContactCards`, which keeps to the limit by itself.",
    ),
    (
        "unavailable",
        "Call again later where `retryable` is true. Where it is not, `description` says what stands in the way: the plan, a block, or that the \
         portal is gone.",
    ),
    (
        "network",
        "Look at the connection, at the address, and at the policy of the page. In a browser an answer without CORS headers, such as that of a \
         proxy, looks like none.",
    ),
    (
        "unexpected-answer",
        "Read the card: `outcome` is `'unknown'`. If it happens again, something stands in front of the portal.",
    ),
    ("timeout", "Read the card, or call again: with a longer `timeout` where the connection is slow."),
    ("aborted", "Nothing: it was your `signal`, whose reason is the `cause`."),
    (
        "internal",
        "With code `LOAD_FAILED` or `NOT_INITIALIZED`, do what the message says. Anything else is a fault of this package: report it, with its \
         `cause`.",
    ),
];

/// The table's example of a code that nothing documents.
const UNKNOWN_CODE: &str = "NEVER_SEEN_BEFORE";

/// How many of what leads to an error are named.
const NAMED: usize = 4;

/// An error as its caller sees it.
struct Seen {
    happens: String,
    kind: String,
    code: String,
    status: Option<u16>,
    outcome: String,
    retryable: bool,
    attempts: u64,
}

/// With `UPDATE_EXPECT=1` in the environment the page is written anew.
fn the_kinds_are_in_the_documentation() {
    expect_file!["../../../../../ERRORS.md"].assert_eq(&document());
}

fn document() -> String {
    let seen: Vec<_> = of_the_table().into_iter().chain(made_here()).collect();
    let kinds = kinds();
    let advised: Vec<_> = ADVICE.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds.iter().map(|(kind, _)| kind.as_str()).collect::<Vec<_>>(), advised);
    let mut document = INTRODUCTION.to_owned();
    for ((kind, meaning), (_, advice)) in kinds.iter().zip(ADVICE) {
        let _ = write!(document, "\n## `{kind}`\n\n{meaning}\n\n**What to do.** {advice}\n\n{HEAD}\n");
        let seen: Vec<_> = seen.iter().filter(|seen| seen.kind == *kind).collect();
        assert!(!seen.is_empty(), "nothing leads to {kind}");
        for row in rows(&seen) {
            let _ = writeln!(document, "| {} |", row.join(" | "));
        }
    }
    document
}

const HEAD: &str = "\
| what happens | status | `code` | `outcome` | `retryable` | requests |
|---|---|---|---|---|---|";

/// One for all that differ in nothing but the status and what leads to them.
fn rows(seen: &[&Seen]) -> Vec<[String; 6]> {
    let alike = |seen: &Seen| {
        let code = if seen.code.is_empty() { "`''`".to_owned() } else { format!("`{}`", seen.code) };
        let retryable = if seen.retryable { "yes" } else { "no" };
        [code, format!("`{}`", seen.outcome), retryable.to_owned(), seen.attempts.to_string()]
    };
    let mut rows: Vec<[String; 4]> = Vec::new();
    for row in seen.iter().map(|seen| alike(seen)) {
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    let rows = rows.into_iter().map(|row| {
        let alike = seen.iter().filter(|seen| alike(seen) == row);
        let statuses: BTreeSet<_> = alike.clone().filter_map(|seen| seen.status).collect();
        let statuses: Vec<_> = statuses.iter().map(u16::to_string).collect();
        let mut happens: Vec<&str> = Vec::new();
        for seen in alike {
            if !happens.contains(&seen.happens.as_str()) {
                happens.push(&seen.happens);
            }
        }
        let others = happens.len().saturating_sub(NAMED);
        let mut named = happens.into_iter().take(NAMED).collect::<Vec<_>>().join("; ");
        if others > 0 {
            let _ = write!(named, "; and {others} more");
        }
        let [code, outcome, retryable, requests] = row;
        [named, statuses.join(", "), code, outcome, retryable, requests]
    });
    rows.collect()
}

/// Over a token, or by the BX24 library what happens there alone.
fn of_the_table() -> Vec<Seen> {
    let rows = sections("").into_iter().flat_map(|section| section.rows);
    let seen = rows.filter_map(|row| {
        let by_fetch = row.told(Connection::OAuth);
        let by = if by_fetch.is_none() { ", by the BX24 library" } else { "" };
        let Told { error, .. } = by_fetch.or_else(|| row.told(Connection::Bx24))?;
        let failure = error?;
        let is_known = failure.code != UNKNOWN_CODE;
        Some(Seen {
            happens: if is_known { row.happens + by } else { "a code that nothing documents".into() },
            kind: failure.kind.into(),
            code: if is_known { failure.code } else { "…".into() },
            status: failure.status,
            outcome: failure.outcome.into(),
            retryable: failure.retryable,
            attempts: failure.attempts.into(),
        })
    });
    seen.collect()
}

fn made_here() -> Vec<Seen> {
    let told = Project::with(&["errors/kinds.mjs"]).node("kinds.mjs", &[]);
    let told: Value = serde_json::from_str(&told).unwrap();
    let seen = told.as_array().unwrap().iter().map(|error| {
        let text = |name: &str| error[name].as_str().unwrap().to_owned();
        Seen {
            happens: text("happens"),
            kind: text("kind"),
            code: text("code"),
            status: None,
            outcome: text("outcome"),
            retryable: error["retryable"].as_bool().unwrap(),
            attempts: error["attempts"].as_u64().unwrap(),
        }
    });
    seen.collect()
}

/// The kinds, and what the declarations say of each.
fn kinds() -> Vec<(String, String)> {
    let types = fs::read_to_string(format!("{HERE}/../../pkg-template/index.d.ts")).unwrap();
    let (_, types) = types.split_once("export type ErrorKind =").expect("the type is declared");
    let (types, _) = types.split_once("';").expect("it ends with a kind");
    // What stands before a kind is its comment.
    let mut parts = types.split("| '");
    let mut comment = parts.next().unwrap_or_default();
    let kinds = parts.map(|part| {
        let (kind, next) = part.split_once('\'').unwrap_or((part, ""));
        (kind.to_owned(), plain(std::mem::replace(&mut comment, next)))
    });
    kinds.collect()
}

/// A comment without what makes it one; what it links to is named.
fn plain(comment: &str) -> String {
    let words = comment.split_whitespace().filter(|word| !["/**", "*", "*/"].contains(word));
    let text = words.collect::<Vec<_>>().join(" ");
    let mut parts = text.split("{@link ");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').expect("a link ends");
        let _ = write!(plain, "`{}`{rest}", name.rsplit('.').next().unwrap_or(name));
    }
    plain
}
