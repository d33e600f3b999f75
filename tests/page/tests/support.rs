//! A portal of one's own for each test, with the page in it.

use std::env;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use page::{Browser, Engine, Error, Key, Result, console_recorder, lease, on_failure, scaled_time, until};
use portal::{Options, Portal};
use portal_control::{Control, method_of};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Where `cargo xtask build` puts the application and its archive, and what its scripts are made of.
const APP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/app");

const ARCHIVE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/bx24-contact-card-app.zip");

const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/src");

/// Where `cargo xtask example` puts the placement in Rust.
const RUST_APP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/rust-app");

/// What finds faults of accessibility; `cargo xtask setup` installs it.
const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js");

/// The pictures of the documentation.
const PICTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/images");

/// The pictures of the page's states, for whoever changes its look.
const SCREENSHOTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/screenshots");

/// The colours that a person can choose from. The first are those that the page has by itself.
const SCHEMES: [&str; 2] = ["light", "dark"];

/// How much faster time passes where a test does little but wait for the end of the page's patience.
const FASTER: u32 = 5;

/// The portal's users, by what they may.
pub(crate) const ADMIN: u32 = 1;
pub(crate) const USER: u32 = 5;
pub(crate) const WITHOUT_CARD: u32 = 7;
pub(crate) const WITHOUT_CRM: u32 = 9;

/// A portal with the page in it, and a browser to open it in.
pub(crate) struct Stage {
    pub(crate) browser: Arc<Browser>,
    portal: Arc<Portal>,
    control: Control,
    _app: TempDir,
}

impl Stage {
    /// Starts the portal; it has [`rows`].
    pub(crate) async fn set(engine: Engine) -> Result<Self> {
        Self::set_with_head(engine, "").await
    }

    /// The same, with a page in which time passes faster.
    pub(crate) async fn set_in_scaled_time(engine: Engine) -> Result<Self> {
        Self::set_in_time_scaled_by(FASTER, engine).await
    }

    /// The same, with a page in which time passes this much faster.
    pub(crate) async fn set_in_time_scaled_by(factor: u32, engine: Engine) -> Result<Self> {
        Self::set_with_head(engine, &scaled_time(factor)).await
    }

    /// The same, with the page in a browser that lets nobody else's frame store anything.
    pub(crate) async fn set_without_storage(engine: Engine) -> Result<Self> {
        let denied = "get() { throw new DOMException('Denied.', 'SecurityError') }";
        let script = format!(
            "for (const name of ['sessionStorage', 'indexedDB', 'BroadcastChannel'])
                Object.defineProperty(window, name, {{ {denied} }})"
        );
        Self::set_with_head(engine, &format!("<script>{script}</script>")).await
    }

    /// The same, with the placement in Rust in place of the page.
    pub(crate) async fn set_in_rust(engine: Engine) -> Result<Self> {
        if !Path::new(RUST_APP).join("index.html").is_file() {
            return Err(Error::new("target/rust-app is missing: run `cargo xtask example` first"));
        }
        Self::start(engine, Path::new(RUST_APP), "").await
    }

    /// The same, with `more` at the beginning of each page's head.
    pub(crate) async fn set_with_head(engine: Engine, more: &str) -> Result<Self> {
        if !Path::new(APP).join("index.html").is_file() {
            return Err(Error::new("target/app is missing: run `cargo xtask build` first"));
        }
        Self::start(engine, Path::new(APP), more).await
    }

    async fn start(engine: Engine, app: &Path, more: &str) -> Result<Self> {
        // First, so that no portal stands idle meanwhile.
        let browser = lease(engine).await?;
        let app = copy_with_head(app, &[&console_recorder(), more].concat())
            .map_err(|error| Error::new(format!("copying the page: {error}")))?;
        let options = Options { app_dir: Some(app.path().to_owned()), ..Options::default() };
        let portal = Portal::start(options).await.map_err(|error| Error::new(error.to_string()))?;
        let (control, portal) = (Control::of(portal.url()), Arc::new(portal));
        // The portal is to be there still when it is asked.
        let (seen, running) = (control.clone(), Arc::clone(&portal));
        on_failure(move || {
            let _running = running;
            seen.summary()
        });
        let stage = Self { browser, portal, control, _app: app };
        stage.replace_rows(&rows())?;
        Ok(stage)
    }

    /// Opens the placement as `user` does, and enters the page in it.
    pub(crate) async fn open(&self, user: u32) -> Result<()> {
        self.open_with(&format!("user={user}")).await
    }

    /// The same, in a portal of another language.
    pub(crate) async fn open_in(&self, user: u32, language: &str) -> Result<()> {
        self.open_with(&format!("user={user}&lang={language}")).await
    }

    /// Opens the application's own page, that of its menu item, as `user` does, and enters it.
    pub(crate) async fn open_main(&self, user: u32) -> Result<()> {
        self.open_main_in(user, "en").await
    }

    /// The same, in a portal of another language.
    pub(crate) async fn open_main_in(&self, user: u32, language: &str) -> Result<()> {
        self.open_with(&format!("placement=DEFAULT&user={user}&lang={language}")).await
    }

    /// The same, in a portal whose page never tells the frame who is asking.
    pub(crate) async fn open_in_silence(&self) -> Result<()> {
        self.open_with("mute=getInitData").await
    }

    /// Opens the installer as `user` does in an installation, and enters the page in it.
    pub(crate) async fn open_installer(&self, user: u32) -> Result<()> {
        self.start_installer(user, "").await?;
        self.browser.enter_frame("iframe").await
    }

    /// The same, without entering a page that may be gone by then: with the end of an installation another is opened in its
    /// place. The query can have more.
    pub(crate) async fn start_installer(&self, user: u32, more: &str) -> Result<()> {
        let app = self.installer_address();
        self.open_portal(&format!("/placement?user={user}&install=wizard&app={app}{more}")).await
    }

    async fn open_with(&self, query: &str) -> Result<()> {
        self.browser.goto(&format!("{}/placement?{query}", self.portal.url())).await?;
        self.browser.enter_frame("iframe").await
    }

    /// Goes to the page in the browser's other window.
    pub(crate) async fn enter_other_window(&self) -> Result<()> {
        self.browser.enter_other_window().await?;
        self.browser.enter_frame("iframe").await
    }

    /// The address of the installer.
    pub(crate) fn installer_address(&self) -> String {
        format!("{}install.html", self.page_address())
    }

    /// Writes what the window shows into the documentation, in Chromium, where `SCREENSHOTS` is in the environment.
    pub(crate) async fn picture(&self, name: &str) -> Result<()> {
        if self.browser.engine() != Engine::Chromium || env::var_os("SCREENSHOTS").is_none() {
            return Ok(());
        }
        self.browser.resize(960, 920).await?;
        // The frame's new height is there with the next frame.
        tokio::time::sleep(Duration::from_millis(300)).await;
        self.browser.screenshot(&Path::new(PICTURES).join(name).with_extension("png")).await
    }

    /// Takes this state of the page as one of those that people see: there are pictures of it, and no fault of accessibility.
    pub(crate) async fn inspect(&self, name: &str) -> Result<()> {
        self.assert_accessible().await?;
        self.shot(name).await
    }

    /// Writes what the page shows on a phone and on a desk, in light and in dark colours, into `target/screenshots/`, in Chromium, where
    /// `SCREENSHOTS` is in the environment.
    pub(crate) async fn shot(&self, name: &str) -> Result<()> {
        if self.browser.engine() != Engine::Chromium || env::var_os("SCREENSHOTS").is_none() {
            return Ok(());
        }
        fs::create_dir_all(SCREENSHOTS).map_err(told)?;
        for width in [320, 900] {
            self.browser.resize(width, 1400).await?;
            // The frame's new height is there with the next frame.
            tokio::time::sleep(Duration::from_millis(300)).await;
            for scheme in SCHEMES.into_iter().rev() {
                self.choose_scheme(scheme).await?;
                let file = format!("{name}-{width}-{scheme}.png");
                self.browser.screenshot(&Path::new(SCREENSHOTS).join(file)).await?;
            }
        }
        Ok(())
    }

    /// Shows the page in these colours.
    async fn choose_scheme(&self, scheme: &str) -> Result<()> {
        self.browser.run("document.documentElement.dataset.scheme = arguments[0]", vec![json!(scheme)]).await.map(drop)
    }

    /// Fails where axe finds a fault of accessibility in what the page shows, in dark or in light colours. It is asked in Chromium alone.
    pub(crate) async fn assert_accessible(&self) -> Result<()> {
        if self.browser.engine() == Engine::Chromium {
            self.choose_scheme("dark").await?;
            self.assert_accessible_as_it_is().await?;
            // All else is the same in both.
            self.choose_scheme("light").await?;
            self.assert_rules(json!({ "runOnly": ["color-contrast", "link-in-text-block"] })).await?;
        }
        Ok(())
    }

    /// The same in the colours that it has.
    pub(crate) async fn assert_accessible_as_it_is(&self) -> Result<()> {
        self.assert_rules(json!({})).await
    }

    /// The same by the rules that these options of axe choose.
    async fn assert_rules(&self, options: Value) -> Result<()> {
        const RUN: &str = "const { passes, violations } = await axe.run(arguments[0]);
            if (passes.length === 0) throw new Error('axe has looked at nothing');
            return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])";
        if self.browser.run("return !window.axe", vec![]).await? == true {
            let axe = fs::read_to_string(AXE).map_err(|error| Error::new(format!("{AXE}: {error}")))?;
            self.browser.run(&axe, vec![]).await?;
        }
        let found = self.browser.run_async(RUN, vec![options]).await?;
        assert_eq!(found, json!([]));
        Ok(())
    }

    /// Waits until the frame is as high as the page in it: before, what is in it may move.
    pub(crate) async fn frame_fits(&self) -> Result<()> {
        let body = "return Math.abs(innerHeight - document.body.getBoundingClientRect().height)";
        self.browser
            .until("the frame to be as high as the page", async || {
                let gap = self.browser.run(body, vec![]).await?;
                Ok(gap.as_f64().is_some_and(|gap| gap <= 1.0).then_some(()))
            })
            .await
    }

    /// Makes the frame as wide as `width`, in CSS, and waits until it is as high as the page in it.
    pub(crate) async fn set_frame_width(&self, width: &str) -> Result<()> {
        self.browser.leave_frame().await?;
        self.browser.run("document.querySelector('#stage').style.width = arguments[0]", vec![json!(width)]).await?;
        self.browser.enter_frame("iframe").await?;
        self.frame_fits().await
    }

    /// Whether something in the page is wider than the frame, or than the part of the page that it is in.
    pub(crate) async fn is_cut(&self) -> Result<bool> {
        // A form's field may be as wide as its longest option, which the form hides.
        let body = "const parts = document.querySelectorAll('main :is(section, .preview, li, td, p):not(.unseen, #status, .form)');
            return [document.documentElement, ...parts].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)";
        Ok(self.browser.run(body, vec![]).await? == json!(true))
    }

    /// Opens a page of the portal itself.
    pub(crate) async fn open_portal(&self, path: &str) -> Result<()> {
        self.browser.goto(&format!("{}{path}", self.portal.url())).await
    }

    /// The page's own address, with which it is opened outside a portal.
    pub(crate) fn page_address(&self) -> String {
        format!("{}/app/", self.portal.app_url().expect("the portal was started with an application"))
    }

    /// Host and port of the portal.
    pub(crate) fn portal_host(&self) -> &str {
        self.portal.url().trim_start_matches("http://")
    }

    /// Makes the portal store `rows` instead.
    pub(crate) fn replace_rows(&self, rows: &Value) -> Result<()> {
        self.control.replace_rows(rows).map_err(told)
    }

    /// Makes the portal have these people instead.
    pub(crate) fn replace_users(&self, users: &Value) -> Result<()> {
        self.control.replace_users(users).map_err(told)
    }

    /// Makes the next `times` requests of an operation on a card, or of any (`*`), fail with `then`.
    ///
    /// After the own view the page reads the common one, for which nothing waits: of a `get` after that, one is not enough.
    pub(crate) fn fail(&self, operation: &str, times: u32, then: &Value) -> Result<()> {
        let pattern = format!("crm.*.details.configuration.{operation}");
        self.control.replace_faults(&json!([{ "match": pattern, "times": times, "then": then }])).map_err(told)
    }

    /// Lets one request of an operation on a card through, and makes those after it fail with `then`.
    pub(crate) fn fail_after_one(&self, operation: &str, then: &Value) -> Result<()> {
        self.fail_methods_after(1, &format!("crm.*.details.configuration.{operation}"), then)
    }

    /// Makes the portal answer each of these methods with `result`.
    pub(crate) fn answer(&self, methods: &[&str], result: &Value) -> Result<()> {
        self.fail_methods(methods, &json!({ "status": 200, "body": { "result": result } }))
    }

    /// Makes each of these methods fail with `then`.
    pub(crate) fn fail_methods(&self, methods: &[&str], then: &Value) -> Result<()> {
        let faults = methods.iter().map(|method| json!({ "match": method, "times": 100, "then": then }));
        self.control.replace_faults(&faults.collect()).map_err(told)
    }

    /// Lets the next requests to a method through, this many, and makes those after them fail with `then`.
    pub(crate) fn fail_methods_after(&self, passes: u32, method: &str, then: &Value) -> Result<()> {
        let faults = json!([
            { "match": method, "times": passes, "then": { "delayMs": 0 } },
            { "match": method, "times": 100, "then": then },
        ]);
        self.control.replace_faults(&faults).map_err(told)
    }

    /// Waits until requests have met all that the portal was made to do: the last of them has reached it, though it may not be answered.
    pub(crate) async fn faults_met(&self) -> Result<()> {
        let met = async || Ok((self.control.faults().map_err(told)? == json!([])).then_some(()));
        self.browser.until("the request to reach the portal", met).await
    }

    /// Makes the portal work again.
    pub(crate) fn mend(&self) -> Result<()> {
        self.control.replace_faults(&json!([])).map_err(told)
    }

    /// What the portal stores now.
    pub(crate) fn rows(&self) -> Result<Value> {
        self.control.rows().map_err(told)
    }

    /// Whether the application's installation is finished, and where it is bound.
    pub(crate) fn application(&self) -> Result<Value> {
        self.control.application().map_err(told)
    }

    /// Uploads the application's archive, as an administrator does, and tells what the portal makes of it.
    pub(crate) fn upload_application(&self) -> Result<Value> {
        let archive = fs::read(ARCHIVE).map_err(|error| Error::new(format!("{ARCHIVE}: {error}")))?;
        self.control.upload(archive).map_err(told)
    }

    /// Removes the application that was uploaded.
    pub(crate) fn remove_application(&self) -> Result<()> {
        self.control.remove_application().map_err(told)
    }

    /// Makes the application's installation begin, with what is bound from earlier ones.
    pub(crate) fn begin_installation(&self, bindings: &Value) -> Result<()> {
        self.control.replace_application(&json!({ "installed": false, "bindings": bindings })).map_err(told)
    }

    /// Waits until the application's installation is finished.
    pub(crate) async fn installed(&self) -> Result<Value> {
        self.browser
            .until("the end of the installation", async || {
                Ok(Some(self.application()?).filter(|application| application["installed"] == true))
            })
            .await
    }

    /// How many requests for a method have reached the portal.
    pub(crate) fn calls(&self, method: &str) -> Result<usize> {
        self.count(|entry| method_of(entry) == method)
    }

    /// How many requests to reset a card have reached the portal.
    pub(crate) fn resets_sent(&self) -> Result<usize> {
        self.count(|entry| method_of(entry).ends_with("configuration.reset"))
    }

    /// Waits until the portal has told the page which user is asking, and the page has had a moment to act on it.
    pub(crate) async fn profile_told(&self, user: u32) -> Result<()> {
        let asked = |entry: &Value| method_of(entry) == "profile" && entry["user"] == user;
        until("the page to ask who is asking", async || Ok((self.count(asked)? > 0).then_some(()))).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        Ok(())
    }

    fn count(&self, counts: impl Fn(&Value) -> bool) -> Result<usize> {
        Ok(self.control.log().map_err(told)?.iter().filter(|entry| counts(entry)).count())
    }
}

fn told(error: impl std::fmt::Display) -> Error {
    Error::new(error.to_string())
}

/// A copy of an application's folder, with `head` at the beginning of each page's head, and the sources of the pages in it.
fn copy_with_head(folder: &Path, head: &str) -> std::io::Result<TempDir> {
    let copy = tempfile::tempdir()?;
    copy_files(folder, copy.path())?;
    copy_files(Path::new(SOURCES), &copy.path().join("src"))?;
    for file in fs::read_dir(copy.path())? {
        let file = file?.path();
        if file.extension().is_some_and(|extension| extension == "html") {
            let page = fs::read_to_string(&file)?;
            let page_with_head = page.replacen("<head>", &format!("<head>{head}"), 1);
            assert_ne!(page, page_with_head, "the page has a <head>");
            fs::write(&file, page_with_head)?;
        }
    }
    Ok(copy)
}

/// Copies the files of a folder, and of the folders in it.
fn copy_files(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let copy = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_files(&entry.path(), &copy)?;
        } else {
            fs::copy(entry.path(), copy)?;
        }
    }
    Ok(())
}

/// Keeps the files that the page has saved: its policy lets nobody fetch them, and drivers do not tell where they are.
pub(crate) const KEEP_FILES: &str = "<script>
    window.savedFiles = [];
    const blobs = new Map();
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => blobs.set(make(blob), blob) && [...blobs.keys()].at(-1);
    HTMLAnchorElement.prototype.click = function () { savedFiles.push({ name: this.download, blob: blobs.get(this.href) }) };
</script>";

/// The JSON in the file that a click saves. The stage has [`KEEP_FILES`].
pub(crate) async fn saved(browser: &Browser, button: &str) -> Result<Value> {
    let body = "const { name, blob } = savedFiles.at(-1);
        if (!/^contact-card-.*\\d{4}-\\d\\d-\\d\\d\\.json$/.test(name)) throw new Error(name);
        return JSON.parse(await blob.text())";
    browser.click(button).await?;
    browser.run_async(body, vec![]).await
}

/// A refusal.
pub(crate) fn denied() -> Value {
    json!({ "status": 400, "body": { "error": "", "error_description": "Access denied." } })
}

/// Asks for a reset of the view that the screen is about, and confirms it.
pub(crate) async fn reset(browser: &Browser) -> Result<()> {
    browser.click("#reset").await?;
    browser.click("#confirm-reset").await
}

/// What is there for administrators.
pub(crate) async fn details(browser: &Browser) -> Result<String> {
    let text = browser.run("return document.querySelector('#details').textContent", vec![]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// The id of what has the focus.
pub(crate) async fn focused(browser: &Browser) -> Result<String> {
    let id = browser.run("return document.activeElement.id", vec![]).await?;
    Ok(id.as_str().unwrap_or_default().to_owned())
}

/// Presses Tab until the element `id` has the focus.
pub(crate) async fn tab_to(browser: &Browser, id: &str) -> Result<()> {
    for _ in 0..20 {
        browser.press(Key::Tab).await?;
        if focused(browser).await? == id {
            return Ok(());
        }
    }
    panic!("#{id} cannot be reached with Tab; the focus is on #{}", focused(browser).await?);
}

/// Waits for a text, whether it is in sight or not. Numbers in it are isolated from what is written around them.
pub(crate) async fn says(browser: &Browser, selector: &str, wanted: &str) -> Result<()> {
    const LOOK: &str = "const text = document.querySelector(arguments[0])?.textContent.replace(/[\\u2068\\u2069]/g, '').replace(/\\s+/g, ' ');
        return text?.includes(arguments[1])";
    browser
        .until_found(&format!("{wanted:?} in {selector}"), LOOK, vec![json!(selector), json!(wanted)])
        .await
        .map(drop)
}

/// Types how many people it concerns, and confirms it.
pub(crate) async fn confirm_for_many(browser: &Browser, people: &str, confirm: &str) -> Result<()> {
    browser.write("#number", people).await?;
    browser.click(confirm).await
}

/// Waits until a person sees all of an element, through the window around the frame too.
pub(crate) async fn in_sight(browser: &Browser, selector: &str) -> Result<()> {
    let body = "return await new Promise((seen) => new IntersectionObserver(([{ intersectionRatio }]) =>
        seen(intersectionRatio)).observe(document.querySelector(arguments[0])))";
    browser
        .until(&format!("{selector} to be in sight"), async || {
            let ratio = browser.run_async(body, vec![json!(selector)]).await?;
            Ok((ratio.as_f64() > Some(0.98)).then_some(()))
        })
        .await
}

/// Every kind of error the package's types name.
pub(crate) fn error_kinds() -> Vec<String> {
    const TYPES: &str = include_str!("../../../pkg-template/index.d.ts");
    let (_, kinds) = TYPES.split_once("type ErrorKind =").expect("the types have ErrorKind");
    let (kinds, _) = kinds.split_once("';").expect("a declaration ends");
    kinds
        .lines()
        .filter_map(|line| line.trim().strip_prefix("| '"))
        .filter_map(|line| line.split('\'').next())
        .map(str::to_owned)
        .collect()
}

/// The administrator's card, two users' and the one common to all.
fn rows() -> Value {
    json!([
        row(ADMIN, "About the person"),
        row(USER, "What I sell by"),
        row(6, "Somebody else's"),
        row(0, "Everybody's"),
    ])
}

/// What is left of [`rows`] once the `user`'s card is reset.
pub(crate) fn rows_without(user: u32) -> Value {
    rows().as_array().into_iter().flatten().filter(|row| row["user"] != user).cloned().collect()
}

/// The same rows in one order, and their flags as texts: a row that was put back is the newest, a portal stores a flag as it
/// came, and the BX24 library sends nothing but texts.
pub(crate) fn comparable(mut rows: Value) -> Value {
    if let Some(rows) = rows.as_array_mut() {
        rows.sort_by_key(|row| row["user"].as_u64());
    }
    for row in rows.as_array_mut().into_iter().flatten() {
        for section in row["value"][0]["elements"].as_array_mut().into_iter().flatten() {
            for element in section["elements"].as_array_mut().into_iter().flatten() {
                if let Some(flag) = element.get_mut("optionFlags").filter(|flag| flag.is_number()) {
                    *flag = json!(flag.to_string());
                }
            }
        }
    }
    rows
}

/// A card of forty sections.
pub(crate) fn long_row(user: u32) -> Value {
    let title =
        |number| format!("Section {number} with a title that needs more than one line, as some people's titles do");
    let section =
        |number| json!({ "type": "section", "name": format!("s{number}"), "title": title(number), "elements": [] });
    let sections: Vec<_> = (1..=40).map(section).collect();
    card_row(user, &json!(sections))
}

/// A row with a card of these sections: a user's, or with 0 the common one.
pub(crate) fn card_row(user: u32, sections: &Value) -> Value {
    let common = user == 0;
    let name = if common { "contact_details_common" } else { "contact_details" };
    let value = json!([{ "name": "default_column", "type": "column", "elements": sections }]);
    json!({ "user": user, "name": name, "common": common, "value": value })
}

/// A section of one field.
pub(crate) fn section(title: &str) -> Value {
    json!([{ "type": "section", "name": "main", "title": title, "elements": [{ "name": "PHONE" }] }])
}

/// Makes the portal have so many people beside its administrator, each with a view.
pub(crate) fn crowd(stage: &Stage, people: u32) -> Result<Value> {
    let mut users = vec![json!({ "id": ADMIN, "name": "Anna", "lastName": "Berg", "admin": true, "settings": true })];
    let ids = || 101..101 + people;
    users.extend(ids().map(|id| json!({ "id": id, "name": "Person", "lastName": format!("{id:04}") })));
    stage.replace_users(&json!(users))?;
    let rows: Value = ids().map(|id| card_row(id, &section(&format!("View {id}")))).collect();
    stage.replace_rows(&rows)?;
    Ok(rows)
}

fn row(user: u32, title: &str) -> Value {
    let person = json!([
        { "name": "NAME", "optionFlags": 1 },
        { "name": "LAST_NAME", "optionFlags": "1" },
        { "name": "PHONE", "options": { "defaultCountry": "GB" } },
        { "name": "UF_CRM_1700000000" },
    ]);
    let sections = json!([
        { "type": "section", "name": "person", "title": title, "elements": person },
        { "type": "section", "name": "markup", "title": "<b>Not bold</b>", "elements": [{ "name": "COMMENTS" }] },
    ]);
    card_row(user, &sections)
}
