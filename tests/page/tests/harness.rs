//! The harness itself, in every engine: the other tests are worth what it is worth.

use std::cell::RefCell;
use std::ffi::OsString;
use std::future::pending;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::rc::Rc;

use page::{Browser, Engine, Key, Result, Window, in_every_engine, until};
use serde_json::json;
use sysinfo::{ProcessRefreshKind, ProcessesToUpdate, System, UpdateKind};
use tokio::task::{LocalSet, spawn_local};

in_every_engine!(
    clicks_types_and_reads_inside_a_frame,
    scripts_return_values_and_reasons,
    a_screenshot_is_a_picture,
    nothing_outlives_a_browser,
    nothing_outlives_a_panic,
    nothing_outlives_a_killed_test,
);

const COUNTER: &str = "data:text/html,<iframe srcdoc='<button>0</button><p hidden>secret</p><script>
    document.querySelector(`button`).onclick = event => event.target.textContent++</script>'></iframe>";

async fn clicks_types_and_reads_inside_a_frame(engine: Engine) -> Result<()> {
    let browser = Browser::start(engine, Window::Hidden).await?;
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

async fn scripts_return_values_and_reasons(engine: Engine) -> Result<()> {
    let browser = Browser::start(engine, Window::Hidden).await?;
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
    let browser = Browser::start(engine, Window::Hidden).await?;
    browser.goto(COUNTER).await?;
    let file = browser.profile().join("screenshot.png");
    browser.screenshot(&file).await?;
    let picture = std::fs::read(&file).expect("the screenshot was written");
    assert!(picture.starts_with(b"\x89PNG\r\n"), "it begins as a PNG file does");
    Ok(())
}

#[test]
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
    let browser = Browser::start(engine, Window::Hidden).await?;
    let profile = browser.profile().to_owned();
    assert!(processes_in(&profile) > 1, "a driver and a browser at least");
    drop(browser);
    assert_nothing_left(&profile);
    Ok(())
}

async fn nothing_outlives_a_panic(engine: Engine) -> Result<()> {
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
    let mut victim = Command::new(std::env::current_exe().expect("the test knows its program"))
        .args(["--exact", "--nocapture", &format!("{engine}::nothing_outlives_a_killed_test")])
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
