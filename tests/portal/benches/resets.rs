//! How many resets a second one portal answers: `cargo bench -p portal`. The clients run in the same process and on the
//! same processors, so the portal alone does better.

use http_body_util::{BodyExt as _, Full};
use hyper::Request;
use hyper::body::Bytes;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use portal::{Options, Portal};
use std::time::{Duration, Instant};

const CLIENTS: usize = 8;
const WARM_UP: Duration = Duration::from_millis(500);
const MEASURED: Duration = Duration::from_secs(5);

/// What a release build should reach on two processors.
const PROMISED: f64 = 5000.0;

#[tokio::main]
async fn main() {
    let portal = Portal::start(Options::default()).await.expect("a free port");
    resets(portal.url(), WARM_UP).await;
    let start = Instant::now();
    let answered = resets(portal.url(), MEASURED).await;
    let rate = f64::from(answered) / start.elapsed().as_secs_f64();
    println!("{rate:.0} resets/s ({CLIENTS} clients; at least {PROMISED:.0} expected of a release build)");
    portal.stop().await;
}

/// Resets from several connections at once for a while, and counts the successes.
async fn resets(url: &str, time: Duration) -> u32 {
    let clients = (0..CLIENTS).map(|_| tokio::spawn(client(url.to_owned(), Instant::now() + time)));
    let mut answered = 0;
    for client in clients.collect::<Vec<_>>() {
        answered += client.await.expect("a client");
    }
    answered
}

async fn client(url: String, until: Instant) -> u32 {
    let client = Client::builder(TokioExecutor::new()).build_http::<Full<Bytes>>();
    let mut answered = 0;
    while Instant::now() < until {
        let request = Request::post(format!("{url}/rest/1/adm1secret/crm.contact.details.configuration.reset"))
            .header("content-type", "application/json")
            .body(Full::from(r#"{"scope":"P","userId":6}"#))
            .expect("a request");
        let response = client.request(request).await.expect("an answer");
        let body = response.into_body().collect().await.expect("a body").to_bytes();
        assert!(body.starts_with(br#"{"result":true"#), "{body:?}");
        answered += 1;
    }
    answered
}
