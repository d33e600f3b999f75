//! The harness itself, in every engine: the other tests are worth what it is worth.

use std::cell::RefCell;
use std::ffi::OsString;
use std::future::pending;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::rc::Rc;

use page::{Browser, Engine, Key, Result, Window, in_every_engine, lease, until};
use serde_json::json;
use sysinfo::{ProcessRefreshKind, ProcessesToUpdate, System, UpdateKind};
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::task::{LocalSet, spawn_local};

in_every_engine!(
    scaled_time_is_scaled_by_every_clock,
    a_renewed_browser_has_nothing_of_the_test_before,
    [
        clicks_types_and_reads_inside_a_frame,
        clicks_nothing_else_in_a_page_that_moves,
        scripts_return_values_and_reasons,
        a_screenshot_is_a_picture,
        nothing_outlives_a_browser,
        nothing_outlives_a_panic,
        nothing_outlives_a_killed_test
    ];
    awaited a_failure_shows_the_page,
    awaited devtools_take_commands,
    blocking engines_have_names,
);

/// Browsers beside the shared ones are started one after another: more are slow to start, all of them.
static TURN: Semaphore = Semaphore::const_new(1);

async fn turn() -> SemaphorePermit<'static> {
    TURN.acquire().await.expect("it is never closed")
}

const COUNTER: &str = "data:text/html,<iframe srcdoc='<button>0</button><p hidden>secret</p><script>
    document.querySelector(`button`).onclick = event => event.target.textContent++</script>'></iframe>";

async fn clicks_types_and_reads_inside_a_frame(engine: Engine) -> Result<()> {
    let browser = lease(engine).await?;
    browser.goto(COUNTER).await?;
    assert!(!browser.is_shown("button").await?, "the button is in the frame, not in the page");
    browser.enter_frame("iframe").await?;
    browser.click("button").await?;
    browser.wait_for_text("button", "1").await?;
    browser.press(Key::Enter).await?;
    assert_eq!(browser.wait_for_text("button", "2").await?, "2");
    assert!(browser.is_shown("button").await?);
    assert!(!browser.is_shown("p").await?, "a hidden element is not shown");
    browser.leave_frame().await?;
    assert!(browser.is_shown("iframe").await?);
    Ok(())
}

/// The page's second button takes the place of the first once that is looked for.
async fn clicks_nothing_else_in_a_page_that_moves(engine: Engine) -> Result<()> {
    const PAGE: &str =
        "data:text/html,<body><button id=first>first</button><button id=second>second</button><p></p><script>
        onclick = ({ target }) => document.querySelector('p').append(target.id, '.');
        onwheel = () => { onwheel = null; setTimeout(() => document.body.prepend(second)); }</script>";
    let browser = lease(engine).await?;
    browser.goto(PAGE).await?;
    browser.click("#first").await?;
    assert_eq!(browser.text("p").await?, "first.");
    Ok(())
}

/// Chromium's alone.
async fn devtools_take_commands() -> Result<()> {
    let browser = lease(Engine::Chromium).await?;
    let evaluated = browser.devtools("Runtime.evaluate", json!({ "expression": "6 * 7" })).await?;
    assert_eq!(evaluated["result"]["value"], json!(42));
    let refused = browser.devtools("Emulation.setNothing", json!({})).await.unwrap_err().to_string();
    assert!(refused.contains("Emulation.setNothing"), "{refused}");
    Ok(())
}

async fn scripts_return_values_and_reasons(engine: Engine) -> Result<()> {
    let browser = lease(engine).await?;
    browser.goto("data:text/html,<title>scripts</title>").await?;
    assert_eq!(
        browser.run("return [document.title, arguments[0] + 1]", vec![json!(41)]).await?,
        json!(["scripts", 42])
    );
    assert_eq!(
        browser.run_async("return await Promise.resolve(arguments[0])", vec![json!("later")]).await?,
        json!("later")
    );
    let thrown = browser.run("throw new Error('no luck')", vec![]).await.unwrap_err().to_string();
    assert!(thrown.contains("no luck"), "{thrown}");
    let rejected = browser.run_async("throw new Error('no luck')", vec![]).await.unwrap_err().to_string();
    assert!(rejected.contains("no luck"), "{rejected}");
    Ok(())
}

async fn a_screenshot_is_a_picture(engine: Engine) -> Result<()> {
    let browser = lease(engine).await?;
    browser.goto(COUNTER).await?;
    let file = browser.profile().join("screenshot.png");
    browser.screenshot(&file).await?;
    let picture = std::fs::read(&file).expect("the screenshot was written");
    assert!(picture.starts_with(b"\x89PNG\r\n"), "it begins as a PNG file does");
    Ok(())
}

fn engines_have_names() {
    for engine in Engine::ALL {
        assert_eq!(engine.to_string().parse::<Engine>().expect("its own name"), engine);
    }
    let refused = "safari".parse::<Engine>().unwrap_err().to_string();
    for word in ["\"safari\"", "chromium", "firefox", "webkit"] {
        assert!(refused.contains(word), "{refused}");
    }
}

async fn nothing_outlives_a_browser(engine: Engine) -> Result<()> {
    let _turn = turn().await;
    let browser = Browser::start(engine, Window::Hidden).await?;
    let profile = browser.profile().to_owned();
    assert!(processes_in(&profile) > 1, "a driver and a browser at least");
    drop(browser);
    assert_nothing_left(&profile);
    Ok(())
}

async fn nothing_outlives_a_panic(engine: Engine) -> Result<()> {
    let _turn = turn().await;
    let profile = Rc::new(RefCell::new(PathBuf::new()));
    let seen = Rc::clone(&profile);
    let failing = LocalSet::new()
        .run_until(async {
            spawn_local(async move {
                let browser = Browser::start(engine, Window::Hidden).await.expect("the engine starts");
                browser.profile().clone_into(&mut seen.borrow_mut());
                panic!("as a failing assertion does");
            })
            .await
        })
        .await;
    assert!(failing.is_err_and(|failure| failure.is_panic()));
    let profile = profile.take();
    assert_nothing_left(&profile);
    Ok(())
}

/// Runs itself a second time, as the victim.
async fn nothing_outlives_a_killed_test(engine: Engine) -> Result<()> {
    const VICTIM: &str = "KILLED_TEST";
    if std::env::var_os(VICTIM).is_some() {
        let browser = Browser::start(engine, Window::Hidden).await?;
        println!("\nprofile {}", browser.profile().display());
        return pending().await;
    }
    let _turn = turn().await;
    let mut victim = Command::new(std::env::current_exe().expect("the test knows its program"))
        .args([
            "--exact",
            "--include-ignored",
            "--nocapture",
            &format!("harness::{engine}::nothing_outlives_a_killed_test"),
        ])
        .env(VICTIM, "")
        .stdout(Stdio::piped())
        .spawn()
        .expect("the test can run itself");
    let lines = BufReader::new(victim.stdout.take().expect("it is piped")).lines();
    let profile = lines
        .map_while(std::result::Result::ok)
        .find_map(|line| line.strip_prefix("profile ").map(PathBuf::from))
        .expect("the victim has a browser");
    assert!(processes_in(&profile) > 1, "a driver and a browser at least");
    victim.kill().expect("it can be killed");
    victim.wait().expect("it was started here");
    until("the guard to end the browser", async || Ok((processes_in(&profile) == 0).then_some(()))).await?;
    until("the profile to be removed", async || Ok((!profile.exists()).then_some(()))).await
}

fn assert_nothing_left(profile: &Path) {
    assert_eq!(processes_in(profile), 0, "processes left in {}", profile.display());
    assert!(!profile.exists(), "{} is left", profile.display());
}

/// How many processes have the profile in their environment.
fn processes_in(profile: &Path) -> usize {
    let mut mark = OsString::from("TMPDIR=");
    mark.push(profile);
    let mut system = System::new().expect("the machine tells of its processes");
    let environment = ProcessRefreshKind::nothing().with_environ(UpdateKind::Always);
    system.refresh_processes_specifics(ProcessesToUpdate::All, true, environment);
    system.processes().values().filter(|process| process.environ().contains(&mark)).count()
}

/// A page of which everything passes faster: in it a tenth of a second is a second, by every clock and timer it has.
async fn scaled_time_is_scaled_by_every_clock(engine: Engine) -> Result<()> {
    const MEASURE: &str = "
        // A driver's script can have a Date of its own: the page's is the window's.
        const clocks = () => [performance.now(), window.Date.now(), new window.Date().getTime()];
        // What the browser itself stamps passes as ever.
        const really = () => new Event('now').timeStamp;
        const [before, start] = [clocks(), really()];
        await new Promise((over) => setTimeout(over, 2000));
        let ticks = 0;
        await new Promise((over) => setInterval(() => { ticks += 1; if (ticks === 2) over(); }, 500));
        await new Promise((over) => { AbortSignal.timeout(1000).onabort = over; });
        const passed = clocks().map((now, index) => now - before[index]);
        const real = really() - start;
        performance.mark('now');
        const [mark] = performance.getEntriesByName('now');
        return { passed, real, apart: Math.abs(performance.now() - mark.startTime) };";
    let browser = lease(engine).await?;
    browser.goto(&format!("data:text/html,{}", percent(&page::scaled_time(10)))).await?;
    let measured = browser.run_async(MEASURE, vec![]).await?;
    let real = measured["real"].as_f64().expect("milliseconds");
    // Four seconds of the page's time, and whatever the machine adds.
    for passed in measured["passed"].as_array().expect("a list") {
        let passed = passed.as_f64().expect("milliseconds");
        assert!(passed >= 3990.0 && (5.0..20.0).contains(&(passed / real)), "{passed} ms, {real} ms really");
    }
    assert!(measured["apart"].as_f64().is_some_and(|apart| apart < 1000.0), "{measured}");
    Ok(())
}

/// The text in a `data:` address.
fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |encoded, byte| encoded + &format!("%{byte:02X}"))
}

/// What a failed test says: the picture's file, the page's text and what it printed.
async fn a_failure_shows_the_page() -> Result<()> {
    const FAILS: &str = "FAILING_TEST";
    if std::env::var_os(FAILS).is_some() {
        let browser = lease(Engine::Chromium).await?;
        let page = [&page::console_recorder(), "<body>Look at me<script>console.warn('a warning')</script>"].concat();
        browser.goto(&format!("data:text/html,{}", percent(&page))).await?;
        page::on_failure(|| "what a portal saw".to_owned());
        panic!("as a failing assertion does");
    }
    let _turn = turn().await;
    let output = Command::new(std::env::current_exe().expect("the test knows its program"))
        .args(["--exact", "harness::a_failure_shows_the_page"])
        .env(FAILS, "")
        .env_remove("JUNIT_REPORT")
        .output()
        .expect("the test can run itself");
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stdout);
    for part in ["as a failing assertion does", "harness.rs:", "Look at me", "warn: a warning", "what a portal saw"] {
        assert!(said.contains(part), "{part:?} is not in:\n{said}");
    }
    let picture = said.lines().find_map(|line| line.split_once(" looked like ")).expect("a picture").1;
    assert!(std::fs::read(picture).expect("the picture's file").starts_with(b"\x89PNG\r\n"));
    Ok(())
}

/// Each test finds a browser as if it were new.
async fn a_renewed_browser_has_nothing_of_the_test_before(engine: Engine) -> Result<()> {
    const STORED: &str = "return [window.name, history.length, sessionStorage.getItem('mine')]";
    let browser = lease(engine).await?;
    let portal = portal::Portal::start(portal::Options::default()).await.expect("a free port");
    browser.goto(portal.url()).await?;
    let first = browser.run(STORED, vec![]).await?;
    browser.run("window.name = 'mine'; sessionStorage.setItem('mine', 'mine'); open('about:blank')", vec![]).await?;
    browser.renew().await?;
    browser.goto(portal.url()).await?;
    assert_eq!(browser.run(STORED, vec![]).await?, first);
    Ok(())
}
