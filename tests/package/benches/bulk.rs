//! How long bulk resets take under the limits of a portal, beside the official SDK: `cargo bench -p package-tests`.
//!
//! Nothing can be faster than a limit's own floor, (requests − burst) / rate. Each client has a process and a portal of its
//! own, which answers each request after the time given to 50 commands.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use portal::{Options, Portal};
use serde_json::json;
use tokio::process::Command;

const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// How much of the floor ours should take at most.
const PROMISED: f64 = 1.05;

/// How many a batch holds, and the milliseconds that each is given.
const BATCH: u32 = 50;
const COMMAND: u32 = 26;

const CLIENTS: [(&str, &str); 2] =
    [("ours", "../../pkg/index.mjs"), ("sdk", "../portal/sdk/node_modules/@bitrix24/b24jssdk/dist/esm/index.mjs")];

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
    println!("promised: ours at most {PROMISED} of the floor");
    let runs = BENCHES.iter().flat_map(|bench| CLIENTS.map(|client| (bench, client)));
    let runs: Vec<_> = runs.map(|(bench, client)| (bench, client.0, tokio::spawn(bench.run(client)))).collect();
    for (bench, whose, seconds) in runs {
        let seconds = seconds.await.expect("a run");
        println!(
            "{:<10} {whose:<4} {} users: {seconds:.2} s, {:.3} of the floor of {:.0} s",
            bench.plan,
            bench.users,
            seconds / bench.floor(),
            bench.floor()
        );
    }
}

impl Bench {
    fn floor(&self) -> f64 {
        f64::from(self.users / BATCH - self.burst) / f64::from(self.per_second)
    }

    /// The seconds that a client takes.
    async fn run(&self, (whose, module): (&str, &str)) -> f64 {
        let portal = Portal::start(Options { tls: true, ..Options::default() }).await.expect("a free port");
        let certificate = tempfile::NamedTempFile::new().expect("a temporary file");
        fs::write(certificate.path(), portal.certificate().expect("a certificate")).expect("a temporary file");
        let limit = json!({ "burst": self.burst, "perSecond": self.per_second });
        let faults = json!([{ "match": "batch", "times": 1_000_000, "then": { "delayMs": BATCH * COMMAND } }]);
        let module = Path::new(HERE).join(module);
        assert!(module.exists(), "{}: run `cargo xtask setup` and `cargo xtask build`", module.display());
        let mut node = Command::new("node");
        node.arg(Path::new(HERE).join("projects/bulk-bench.mjs"));
        node.arg(whose).arg(module).arg(portal.url()).arg(self.users.to_string()).arg(limit.to_string());
        node.arg(faults.to_string());
        node.env("NODE_EXTRA_CA_CERTS", certificate.path()).stderr(Stdio::inherit());
        let output = node.output().await.expect("Node");
        assert!(output.status.success(), "{whose}: {}", output.status);
        let printed = String::from_utf8(output.stdout).expect("text");
        printed.lines().last().and_then(|line| line.parse().ok()).expect("seconds")
    }
}
