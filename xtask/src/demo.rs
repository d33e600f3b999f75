//! The application at work in a local portal: installed from its archive, used by an ordinary user, and 300 people at once.
//! What it claims is looked up in what the portal stores.

mod preparation;
mod progress;
mod store;

use std::env;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{ExitCode, Stdio};

use anyhow::{Context, Result, bail, ensure};
use page::{Browser, Engine, Window};
use serde_json::{Value, json};

use crate::build;
use crate::portal::Portal;
use crate::project::Project;
use crate::setup;

pub(crate) use self::preparation::prepare;
use self::preparation::{LOG, prepare_apart};
use self::progress::{Line, step, step_async};
use self::store::Store;

/// The administrator who installs the application.
const ADMINISTRATOR: u32 = 1;

/// The user who opens it; may reset the own card only.
const CALLER: u32 = 5;

/// A colleague, whose card stays as it is.
const COLLEAGUE: u32 = 6;

/// The first of those whose cards are reset together.
const FIRST: u32 = 101;

/// How many they are.
const PEOPLE: u32 = 300;

/// Where the application is to be bound.
const TAB: &str = "CRM_CONTACT_DETAIL_TAB";

/// The size of the browser's window.
const WINDOW: (u32, u32) = (1200, 900);

/// The folder of the pictures, from the checkout.
const PICTURES: &str = "target/demo";

/// Shows it all, and ends with a verdict.
pub(crate) fn run(project: &Project, headless: bool) -> Result<ExitCode> {
    announce(project)?;
    let window = window(headless);
    let mut pictures = Vec::new();
    let outcome = perform(project, window, &mut pictures);
    if !pictures.is_empty() {
        println!("\nPictures: {}", pictures.join(", "));
    }
    match outcome {
        Ok(claims) => {
            println!("The portal by hand: cargo run -p portal -- --app-zip target/bx24-contact-card-app.zip");
            println!(
                "\n✓ The demo has shown what it said: {claims} claims, each checked against what the portal stores."
            );
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            println!("\n✗ The demo has failed: {error:#}");
            Ok(ExitCode::FAILURE)
        }
    }
}

fn announce(project: &Project) -> Result<()> {
    let missing = setup::missing_for_demo(project)?;
    let installs = if missing.is_empty() { "nothing: all it needs is there".to_owned() } else { missing.join("; ") };
    println!(
        "This demo needs no Bitrix24 account. It
  1. builds the package, the application and a local portal from this checkout
  2. installs the application in the portal from its archive, by its installation page, as an administrator
  3. opens it in a contact's card as an ordinary user, resets the user's card there, and undoes that
  4. resets the cards of {PEOPLE} people over a webhook
It installs {installs}.
It takes about 10 seconds where everything is compiled already, a minute where the package is built anew, more the first time.
Compilers and installers write to {LOG}.
"
    );
    Ok(())
}

/// A window, where there is a display and somebody wants one.
fn window(headless: bool) -> Window {
    let has_display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some());
    if !headless && !has_display {
        println!("There is no display: the browser runs without a window, as with --headless.\n");
    }
    if headless || !has_display { Window::Hidden } else { Window::Visible }
}

/// Gives the number of claims that were checked.
fn perform(project: &Project, window: Window, pictures: &mut Vec<String>) -> Result<usize> {
    step("build the package, the application and the portal", |line| prepare_apart(project, line))?;
    let archive = fs::read(project.app_archive()).context("could not read the application's archive")?;
    let portal = step("start the local portal", |_| Portal::start(project, None))?;
    populate(&portal)?;
    let folder = project.root.join(PICTURES);
    build::empty(&folder)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let claims = runtime.block_on(async {
        let browser = step_async("start the browser", async |_| {
            let browser = Browser::start(Engine::Chromium, window).await?;
            browser.resize(WINDOW.0, WINDOW.1).await?;
            Ok(browser)
        })
        .await?;
        let mut stage = Stage { portal: &portal, browser, folder, pictures, claims: 0 };
        stage.install(archive).await?;
        stage.open().await?;
        stage.reset_and_undo().await?;
        anyhow::Ok(stage.claims)
    })?;
    Ok(claims + reset_many(project, &portal)?)
}

/// Adds the people, and gives everybody concerned a card.
fn populate(portal: &Portal) -> Result<()> {
    let mut users = portal.control.users()?;
    let users_list = users.as_array_mut().context("the portal gave no list of users")?;
    users_list.extend(people().map(|id| json!({ "id": id, "name": "Person", "lastName": id.to_string() })));
    portal.control.replace_users(&users)?;
    Store::fill(&portal.control, [ADMINISTRATOR, CALLER, COLLEAGUE].into_iter().chain(people()))
}

fn people() -> impl Iterator<Item = u32> {
    FIRST..FIRST + PEOPLE
}

/// The browser, and the portal that it shows.
struct Stage<'a> {
    portal: &'a Portal,
    browser: Browser,
    folder: PathBuf,
    pictures: &'a mut Vec<String>,
    claims: usize,
}

impl Stage<'_> {
    /// Uploads the application, and has its installation page install it.
    async fn install(&mut self, archive: Vec<u8>) -> Result<()> {
        let Self { portal, browser, .. } = self;
        let uploaded = portal.control.upload(archive)?;
        ensure!(uploaded["pages"]["install"].is_string(), "the application's archive has no install.html");
        step_async("upload the application: others wait until it is installed", async |_| {
            browser.goto(&format!("{}/placement?user={CALLER}", portal.url)).await?;
            browser.wait_for_text("main", "not fully installed yet").await?;
            ensure!(uploaded["installed"] == false, "the portal takes it for installed");
            Ok(())
        })
        .await?;
        step_async("install it: the installation page binds it to contacts' cards", async |_| {
            browser.goto(&format!("{}/placement?user={ADMINISTRATOR}", portal.url)).await?;
            let done = async || Ok(is_installed(&portal.control.application().unwrap_or_default()).then_some(()));
            Ok(browser.until("the end of the installation", done).await?)
        })
        .await?;
        self.claims += 2;
        Ok(())
    }

    /// Opens it as an ordinary user does: in a contact's card.
    async fn open(&mut self) -> Result<()> {
        let Self { portal, browser, .. } = &*self;
        step_async("open it in a contact's card as an ordinary user", async |_| {
            browser.goto(&format!("{}/contact?user={CALLER}", portal.url)).await?;
            browser.click("#tabs a").await?;
            browser.enter_frame("iframe").await?;
            browser.until("the user's card", async || Ok(browser.is_shown("#reset").await?.then_some(()))).await?;
            Ok(())
        })
        .await?;
        self.picture("1-before.png").await?;
        self.claims += 1;
        Ok(())
    }

    /// Resets the user's card in the page, and undoes it there.
    async fn reset_and_undo(&mut self) -> Result<()> {
        let before = Store::of(&self.portal.control)?;
        let Self { portal, browser, .. } = &*self;
        step_async("reset the card in the page: the portal has lost this card and no other", async |_| {
            browser.click("#reset").await?;
            browser.click("#confirm-reset").await?;
            browser.until("an undo", async || Ok(browser.is_shown("#undo").await?.then_some(()))).await?;
            Store::of(&portal.control)?.is_without(&before, &[CALLER])
        })
        .await?;
        self.picture("2-reset.png").await?;
        let Self { portal, browser, .. } = &*self;
        step_async("undo it in the page: the portal stores what it stored before", async |_| {
            browser.click("#undo").await?;
            let is_back = async || Ok(Store::of(&portal.control).and_then(|now| now.is(&before)).ok());
            browser.until("the same cards in the portal", is_back).await?;
            browser.until("the card", async || Ok(browser.is_shown("#reset").await?.then_some(()))).await?;
            Ok(())
        })
        .await?;
        self.picture("3-undone.png").await?;
        self.claims += 2;
        Ok(())
    }

    async fn picture(&mut self, name: &str) -> Result<()> {
        self.browser.screenshot(&self.folder.join(name)).await?;
        self.pictures.push(format!("{PICTURES}/{name}"));
        Ok(())
    }
}

fn is_installed(application: &Value) -> bool {
    let bindings = application["bindings"].as_array();
    application["installed"] == true && bindings.is_some_and(|all| all.iter().any(|one| one["placement"] == TAB))
}

/// Resets the cards of many people over an administrator's webhook, in Node. Gives the number of claims that were checked.
fn reset_many(project: &Project, portal: &Portal) -> Result<usize> {
    let before = Store::of(&portal.control)?;
    portal.control.clear_log()?;
    let name = format!("reset the cards of {PEOPLE} people over a webhook: the portal has lost theirs and no others");
    let requests = step(&name, |line| {
        let report = report_of(project, portal, line)?;
        let ids: Vec<u32> = people().collect();
        let wanted = json!({ "done": ids, "failed": 0, "pending": 0, "stopped": null });
        ensure!(report == wanted, "the report should have all {PEOPLE} as done, and is {report}");
        Store::of(&portal.control)?.is_without(&before, &ids)?;
        Ok(portal.control.log()?.len())
    })?;
    println!("  {requests} requests for {PEOPLE} people");
    Ok(1)
}

/// Runs the package and shows its progress; gives its report.
fn report_of(project: &Project, portal: &Portal, line: &Line) -> Result<Value> {
    let mut node = project.command("node");
    node.arg("xtask/src/demo/reset-many.mjs").arg(project.package().join("index.mjs"));
    node.args(people().map(|id| id.to_string())).env("WEBHOOK", format!("{}/rest/1/adm1secret/", portal.url));
    let mut process = node.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().context("could not start Node")?;
    let mut report = Value::Null;
    for printed in BufReader::new(process.stdout.take().context("Node has an output")?).lines() {
        let mut printed: Value = serde_json::from_str(&printed?).context("the script printed no JSON")?;
        match (printed["done"].as_u64(), printed["total"].as_u64()) {
            (Some(done), Some(total)) => line.count(done, total),
            _ => report = printed["report"].take(),
        }
    }
    let output = process.wait_with_output()?;
    if !output.status.success() {
        bail!("the script ended with {}: {}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(report)
}
