//! How long it takes under the limits of a portal to reset, to read and to undo the resets of many cards of 40 fields, beside the
//! resets of the official SDK: `cargo bench -p package-tests`.
//!
//! `cargo bench -p package-tests --bench bulk -- read undo` does only these.
//!
//! Nothing can be faster than a limit's own floor, (requests − burst) / rate. Each client has a process and a portal of its
//! own, which answers each request after the time given to 50 commands.

use std::path::Path;
use std::process::Stdio;
use std::{env, fs};

use portal::{Options, Portal};
use serde_json::{Value, json};
use tokio::process::Command;

const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// How much longer than the floor and one answer ours should take at most.
const PROMISED: f64 = 1.05;

/// How many a batch holds, and the milliseconds that each is given.
const BATCH: u32 = 50;
const COMMAND: u32 = 26;

const OURS: &str = "../../pkg/index.mjs";
const SDK: &str = "../portal/sdk/node_modules/@bitrix24/b24jssdk/dist/esm/index.mjs";

/// What is done, the requests that 50 users take, and the client's module.
const TASKS: [(&str, u32, &str); 4] = [("reset", 1, OURS), ("read", 1, OURS), ("undo", 3, OURS), ("sdk", 1, SDK)];

struct Bench {
    plan: &'static str,
    burst: u32,
    per_second: u32,
    users: u32,
}

/// Enough users of each for the rate to matter, not only the burst.
static BENCHES: [Bench; 2] = [
    Bench { plan: "cloud", burst: 50, per_second: 2, users: 10_000 },
    Bench { plan: "Enterprise", burst: 250, per_second: 5, users: 20_000 },
];

#[tokio::main]
async fn main() {
    println!(
        "promised: ours at most {PROMISED} of the floor and one answer; sdk resets, undo resets with backups and restores"
    );
    let chosen: Vec<_> = env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let tasks = TASKS.into_iter().filter(|(what, ..)| chosen.is_empty() || chosen.iter().any(|name| name == what));
    let runs = BENCHES.iter().flat_map(|bench| tasks.clone().map(move |task| (bench, task)));
    let runs: Vec<_> = runs.map(|(bench, task)| (bench, task, tokio::spawn(bench.run(task)))).collect();
    for (bench, task, result) in runs {
        let result = result.await.expect("a run");
        let number = |name: &str| result[name].as_f64().unwrap_or_default();
        let (seconds, floor) = (number("seconds"), bench.floor(task.1));
        println!(
            "{:<10} {:<5} {} users: {seconds:.2} s, {:.3} of {floor:.1} s; {:.0} MiB, of it the module's {:.0} MiB",
            bench.plan,
            task.0,
            bench.users,
            seconds / floor,
            number("process"),
            number("module"),
        );
    }
}

impl Bench {
    /// The seconds that nobody can go below: the limit's own, and one answer.
    fn floor(&self, requests: u32) -> f64 {
        let requests = self.users / BATCH * requests;
        f64::from(requests - self.burst) / f64::from(self.per_second) + f64::from(BATCH * COMMAND) / 1000.0
    }

    /// What a client's run has come to.
    async fn run(&self, (what, _, module): (&str, u32, &str)) -> Value {
        let portal = Portal::start(Options { tls: true, ..Options::default() }).await.expect("a free port");
        let certificate = tempfile::NamedTempFile::new().expect("a temporary file");
        fs::write(certificate.path(), portal.certificate().expect("a certificate")).expect("a temporary file");
        let limit = json!({ "burst": self.burst, "perSecond": self.per_second });
        let faults = json!([{ "match": "batch", "times": 1_000_000, "then": { "delayMs": BATCH * COMMAND } }]);
        let module = Path::new(HERE).join(module);
        assert!(module.exists(), "{}: run `cargo xtask setup` and `cargo xtask build`", module.display());
        let mut node = Command::new("node");
        node.arg(Path::new(HERE).join("projects/bulk-bench.mjs"));
        node.arg(what).arg(module).arg(portal.url()).arg(self.users.to_string()).arg(limit.to_string());
        node.arg(faults.to_string());
        node.env("NODE_EXTRA_CA_CERTS", certificate.path()).stderr(Stdio::inherit());
        let output = node.output().await.expect("Node");
        assert!(output.status.success(), "{what}: {}", output.status);
        let printed = String::from_utf8(output.stdout).expect("text");
        printed.lines().last().and_then(|line| serde_json::from_str(line).ok()).expect("a result")
    }
}
