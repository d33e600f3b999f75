//! Random calls beside each other over the BX24 library, with random losses, delays and renewals: whatever comes together,
//! each call settles by its deadline, sends nothing twice without need, and agrees with the portal.

use std::collections::BTreeMap;
use std::env;
use std::fmt::{self, Display};
use std::time::{Duration, Instant};

use page::{Engine, Result, in_every_engine};
use serde_json::{Value, json};

use crate::lab::{Connection, FASTER, Lab, Time};
use crate::project::seed;
use crate::stage::cards;

in_every_engine!(calls_agree_with_the_portal_however_they_interleave);

const INTERLEAVINGS: &str = include_str!("interleavings.js");
const CHANCE: &str = include_str!("../../projects/chance.mjs");

/// Interleavings of one page. The library sends 90 requests at once, and observably only those: some pages use them up.
const A_PAGE: usize = 6;

/// What came of the calls, for the last line.
#[derive(Default)]
struct Figures {
    interleavings: usize,
    calls: u64,
    requests: u64,
    outcomes: BTreeMap<String, u64>,
    latest: f64,
    slow: u64,
    outdated: u64,
    took: Duration,
}

/// `INTERLEAVINGS` asks for more, such as 1000, `SEED` for the same again.
async fn calls_agree_with_the_portal_however_they_interleave(engine: Engine) -> Result<()> {
    let count = env::var("INTERLEAVINGS").map_or(24, |count| count.parse().expect("a number"));
    let first: u32 = seed().parse().expect("a number");
    let script = [&CHANCE.replace("export ", ""), INTERLEAVINGS].concat();
    let seeds: Vec<_> = (0..count).map(|index: u32| first.wrapping_add(index)).collect();
    let lab = Lab::set(engine).await?;
    let (mut figures, mut wrong, start) = (Figures::default(), Vec::new(), Instant::now());
    for seeds in seeds.chunks(A_PAGE) {
        lab.open_with(Time::Scaled, &parameters(seeds[0])).await?;
        let template = cards(&[1])[0].take();
        let arguments = vec![json!(lab.portal(Connection::Bx24)), json!(seeds), json!(FASTER), template];
        let told = lab.run(&script, arguments).await?;
        figures.add(seeds.len(), &told);
        for told in told["wrong"].as_array().expect("a list") {
            let index = told["index"].as_u64().expect("a number") + 1;
            wrong.push(format!("SEED={} INTERLEAVINGS={index}: {told:#}", seeds[0]));
        }
    }
    figures.took = start.elapsed();
    println!("{engine}: {figures}, from SEED={first}");
    assert!(wrong.is_empty(), "{} of {count} are wrong in {engine}:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// What the parent window does in the page that begins with this seed.
fn parameters(seed: u32) -> String {
    // Neighbouring seeds are to differ.
    let mut chance = seed.wrapping_mul(0x9E37_79B9) ^ 0x5BD1_E995;
    let mut draw = |parameters: &[&'static str]| {
        chance = chance.rotate_left(9).wrapping_mul(0x85EB_CA6B);
        parameters[usize::try_from(chance >> 8).unwrap_or_default() % parameters.len()]
    };
    [draw(&["", "", "&expires=5", "&expires=20"]), draw(&["", "", "&delay=refreshAuth:200", "&delay=getInitData:400"])]
        .concat()
}

impl Figures {
    fn add(&mut self, interleavings: usize, told: &Value) {
        self.interleavings += interleavings;
        let number = |name: &str| told[name].as_u64().expect("a number");
        self.calls += number("calls");
        self.requests += number("requests");
        self.slow += number("slow");
        self.outdated += number("outdated");
        self.latest = self.latest.max(told["latest"].as_f64().expect("a number"));
        for (outcome, count) in told["outcomes"].as_object().expect("numbers") {
            *self.outcomes.entry(outcome.clone()).or_default() += count.as_u64().expect("a number");
        }
    }
}

impl Display for Figures {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { interleavings, calls, requests, outcomes, latest, slow, outdated, took } = self;
        let late = latest / f64::from(FASTER);
        write!(
            out,
            "{interleavings} interleavings in {took:.0?}, {calls} calls, {requests} requests, settled at most {late:.0} ms \
             after the timeout, {slow} healthy answers too late for it, {outdated} tokens outdated twice: {outcomes:?}"
        )
    }
}
