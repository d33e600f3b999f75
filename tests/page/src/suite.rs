//! A test program whose tests share browsers: [`tests!`](crate::tests) and [`in_every_engine!`](crate::in_every_engine)
//! name the tests of a module, [`run`] runs those of a program.
//!
//! `cargo test` starts such a program like any other, with the same arguments. What fails says what the page looked like,
//! what it printed, and whatever [`on_failure`] adds. With `JUNIT_REPORT` in the environment, a file of that name lists
//! the tests with the seconds they took.

use std::any::Any;
use std::cell::RefCell;
use std::env;
use std::fmt::Write;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use libtest_mimic::{Arguments, Failed, Trial};
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};
use tokio::runtime::Runtime;
use tokio::sync::Semaphore;

use crate::pool::{Lease, Pool};
use crate::{Browser, Engine, Error, Result};

/// Tests at a time that are not of one engine: they use processors. Those of an engine mostly wait, for one of its browsers,
/// for a portal, or for time to pass.
const WITHOUT_ENGINE: usize = 3;

static PROCESSORS: Semaphore = Semaphore::const_new(WITHOUT_ENGINE);

/// Where the pictures of failed tests go.
const PICTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/failures");

/// One for all tests: what is started by one, such as a browser, goes on for the next.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("the machine has threads and sockets")
});

static POOLS: OnceLock<[Pool; 3]> = OnceLock::new();

thread_local! {
    /// What the test on this thread holds, while there is one.
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
}

#[derive(Default)]
struct Held {
    leases: Vec<Lease>,
    evidence: Vec<Box<dyn FnOnce() -> String>>,
    /// What the last panic said, and where.
    panic: Option<String>,
    /// How long was waited for browsers that others had.
    waited: Duration,
}

/// A test with its name.
pub struct Test {
    name: String,
    /// A browser of this one is what it waits for, not its turn among the tests without an engine.
    engine: Option<Engine>,
    /// It runs with `--include-ignored` only.
    is_ignored: bool,
    body: Box<dyn FnOnce() -> Result<()> + Send>,
}

/// What a test's function returns.
pub trait Outcome {
    /// The same as a result.
    ///
    /// # Errors
    /// The test failed.
    fn result(self) -> Result<()>;
}

impl Outcome for () {
    fn result(self) -> Result<()> {
        Ok(())
    }
}

impl Outcome for Result<()> {
    fn result(self) -> Result<()> {
        self
    }
}

impl Test {
    /// A test that runs on its own thread.
    pub fn blocking<O: Outcome>(module: &str, name: &str, test: impl FnOnce() -> O + Send + 'static) -> Self {
        Self { name: name_in(module, name), engine: None, is_ignored: false, body: Box::new(|| test().result()) }
    }

    /// A test that is awaited.
    pub fn awaited<O: Outcome, F: Future<Output = O>>(
        module: &str,
        name: &str,
        test: impl FnOnce() -> F + Send + 'static,
    ) -> Self {
        Self::blocking(module, name, || RUNTIME.block_on(test()))
    }

    /// The same of a test that takes long: it is left out where ignored tests are.
    pub fn thorough<O: Outcome, F: Future<Output = O>>(
        module: &str,
        name: &str,
        test: impl FnOnce() -> F + Send + 'static,
    ) -> Self {
        Self { is_ignored: true, ..Self::awaited(module, name, test) }
    }

    /// A test that is awaited, in one engine.
    pub fn in_engine<F: Future<Output = Result<()>>>(
        module: &str,
        name: &str,
        engine: Engine,
        test: impl FnOnce(Engine) -> F + Send + 'static,
    ) -> Self {
        Self { engine: Some(engine), ..Self::awaited(module, &format!("{engine}::{name}"), move || test(engine)) }
    }

    /// The same of what engines have alike: where ignored tests are left out, Chromium speaks for the others.
    pub fn alike_in_engine<F: Future<Output = Result<()>>>(
        module: &str,
        name: &str,
        engine: Engine,
        test: impl FnOnce(Engine) -> F + Send + 'static,
    ) -> Self {
        Self { is_ignored: engine != Engine::Chromium, ..Self::in_engine(module, name, engine, test) }
    }
}

/// The name without the program's: `placement::firefox::cancel_sends_nothing`.
fn name_in(module: &str, name: &str) -> String {
    match module.split_once("::") {
        Some((_, module)) => format!("{module}::{name}"),
        None => name.to_owned(),
    }
}

/// The browser that the running test has for itself, of this engine: the same each time it asks.
///
/// It has one new tab, and nothing stored for an origin that no test before has used.
///
/// # Errors
/// The engine is missing, or does not start.
pub async fn lease(engine: Engine) -> Result<Arc<Browser>> {
    let held = with_held(|held| {
        let mut browsers = held.leases.iter().map(|lease| &lease.browser);
        browsers.find(|browser| browser.engine() == engine).cloned()
    });
    if let Some(browser) = held {
        return Ok(browser);
    }
    let start = Instant::now();
    let lease = pool(engine).lease().await?;
    let browser = Arc::clone(&lease.browser);
    with_held(|held| {
        held.waited += start.elapsed();
        held.leases.push(lease);
    });
    Ok(browser)
}

fn pool(engine: Engine) -> &'static Pool {
    &POOLS.get().expect("tests run")[engine as usize]
}

/// What the running test is to add to its report should it fail, such as what a portal has seen.
pub fn on_failure(evidence: impl FnOnce() -> String + 'static) {
    with_held(|held| held.evidence.push(Box::new(evidence)));
}

fn with_held<T>(with: impl FnOnce(&mut Held) -> T) -> T {
    HELD.with_borrow_mut(|held| with(held.as_mut().expect("a test runs on this thread")))
}

/// Runs tests as the program's arguments say.
#[must_use]
pub fn run(tests: impl IntoIterator<Item = Test>) -> ExitCode {
    panic::set_hook(Box::new(keep_panic));
    let mut arguments = Arguments::from_args();
    let tests: Vec<_> = tests.into_iter().collect();
    let includes = |test: &&Test| !test.is_ignored || arguments.include_ignored || arguments.ignored;
    let tests_of = |engine| tests.iter().filter(includes).filter(|test| test.engine == Some(engine)).count();
    let pools = POOLS.get_or_init(|| Engine::ALL.map(|engine| Pool::new(engine, tests_of(engine))));
    let cases = Arc::new(Mutex::new(Vec::new()));
    let trials = tests.into_iter().map(|Test { name, engine, is_ignored, body }| {
        let (cases, case) = (Arc::clone(&cases), name.clone());
        let trial = Trial::test(name, move || {
            let _turn = engine.is_none().then(|| RUNTIME.block_on(PROCESSORS.acquire()));
            let start = Instant::now();
            let (outcome, waited) = perform(&case, body);
            let took = start.elapsed().saturating_sub(waited);
            cases.lock().unwrap_or_else(PoisonError::into_inner).push(report_of(&case, outcome.as_ref().err(), took));
            outcome.map_err(Failed::from)
        });
        trial.with_ignored_flag(is_ignored)
    });
    let trials: Vec<_> = trials.collect();
    // They wait for what they use, each in its own thread.
    arguments.test_threads.get_or_insert(trials.len());
    let conclusion = libtest_mimic::run(&arguments, trials);
    pools.iter().for_each(Pool::clear);
    let cases = std::mem::take(&mut *cases.lock().unwrap_or_else(PoisonError::into_inner));
    if let Some(Err(error)) = env::var_os("JUNIT_REPORT").map(|file| write_report(Path::new(&file), cases)) {
        eprintln!("the report cannot be written: {error}");
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}

/// Runs one test; what it held goes back, or into the message of its failure. Says how long it waited for browsers.
fn perform(name: &str, body: Box<dyn FnOnce() -> Result<()> + Send>) -> (Result<(), String>, Duration) {
    HELD.set(Some(Held::default()));
    let outcome = catch_unwind(AssertUnwindSafe(body));
    let Held { leases, evidence, panic, waited } = HELD.take().unwrap_or_default();
    let failure = match outcome {
        Ok(Ok(())) => {
            for lease in leases {
                pool(lease.browser.engine()).give_back(lease);
            }
            return (Ok(()), waited);
        }
        Ok(Err(error)) => error.to_string(),
        Err(payload) => panic.unwrap_or_else(|| text_of(&*payload)),
    };
    let mut message = failure;
    for lease in &leases {
        // Writing to a String cannot fail.
        let _ = write!(message, "\n\n{}", RUNTIME.block_on(appearance(name, &lease.browser)));
    }
    for evidence in evidence {
        let _ = write!(message, "\n\n{}", evidence());
    }
    // The browsers end with their leases: nobody knows what state they are in.
    (Err(message), waited)
}

/// What a browser shows and has printed.
async fn appearance(test: &str, browser: &Browser) -> String {
    const PAGE: &str = "return [location.href, document.body?.innerText, window.consoleLines?.join('\\n')]";
    let engine = browser.engine();
    let mut told = match picture(test, browser).await {
        Ok(file) => format!("{engine} looked like {}", file.display()),
        Err(error) => format!("{engine} could not be pictured: {error}"),
    };
    let page = browser.run(PAGE, vec![]).await.unwrap_or_else(|error| error.to_string().into());
    for (index, what) in ["its address", "its text", "its console"].into_iter().enumerate() {
        let _ = write!(told, "\n{what}: {}", page[index].as_str().unwrap_or("unknown"));
    }
    told
}

async fn picture(test: &str, browser: &Browser) -> Result<PathBuf> {
    let folder = PathBuf::from(PICTURES);
    std::fs::create_dir_all(&folder).map_err(|error| Error::new(error.to_string()))?;
    let file = folder.join(test.replace("::", "-")).with_extension("png");
    browser.screenshot(&file).await?;
    Ok(file)
}

/// Keeps what a panic of a test says for its report. Those of other threads are printed.
fn keep_panic(info: &PanicHookInfo<'_>) {
    let kept = HELD.try_with(|held| {
        let Ok(mut held) = held.try_borrow_mut() else { return false };
        held.as_mut().map(|held| held.panic = Some(info.to_string())).is_some()
    });
    if kept != Ok(true) {
        eprintln!("{info}");
    }
}

fn text_of(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref().cloned()).unwrap_or_else(|| "it panicked".to_owned())
}

fn report_of(name: &str, failure: Option<&String>, took: Duration) -> TestCase {
    let status = match failure {
        None => TestCaseStatus::success(),
        Some(message) => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status.set_message(message.as_str());
            status
        }
    };
    let mut case = TestCase::new(name, status);
    case.set_time(took);
    case
}

fn write_report(file: &Path, cases: Vec<TestCase>) -> Result<()> {
    let mut suite = TestSuite::new("tests");
    suite.add_test_cases(cases);
    let mut report = Report::new("tests");
    report.add_test_suite(suite);
    let text = report.to_string().map_err(|error| Error::new(error.to_string()))?;
    std::fs::write(file, text).map_err(|error| Error::new(error.to_string()))
}

/// Lists a module's tests in a function `tests`: `tests!(blocking a_function, awaited an_async_function)`.
#[macro_export]
macro_rules! tests {
    ($($kind:ident $test:ident),+ $(,)?) => {
        pub(crate) fn tests() -> Vec<$crate::Test> {
            vec![$($crate::Test::$kind(module_path!(), stringify!($test), $test)),+]
        }
    };
}

/// Lists three tests of each `async fn(Engine)` in a function `tests`, one for every engine: `chromium::name`,
/// `firefox::name`, `webkit::name`.
///
/// `cargo test -p page firefox` runs those of one engine. An engine that the machine lacks fails its tests. In brackets are
/// tests of what engines have alike, which Firefox and `WebKit` run with `--include-ignored` only. After a semicolon follow
/// tests without an engine, as [`tests!`](crate::tests) takes them: `in_every_engine!(one, [another]; blocking a_third)`.
#[macro_export]
macro_rules! in_every_engine {
    ($($test:ident),+ $(,)? $(; $($others:tt)+)?) => {
        $crate::in_every_engine!($($test,)+ [] $(; $($others)+)?);
    };
    ($($test:ident,)* [$($alike:ident),* $(,)?] $(,)? $(; $($kind:ident $other:ident),+ $(,)?)?) => {
        pub(crate) fn tests() -> Vec<$crate::Test> {
            let mut tests = Vec::new();
            for engine in $crate::Engine::ALL {
                $(tests.push($crate::Test::in_engine(module_path!(), stringify!($test), engine, $test));)*
                $(tests.push($crate::Test::alike_in_engine(module_path!(), stringify!($alike), engine, $alike));)*
            }
            $($(tests.push($crate::Test::$kind(module_path!(), stringify!($other), $other));)+)?
            tests
        }
    };
}
