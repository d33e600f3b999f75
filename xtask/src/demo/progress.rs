//! Progress of a step: a line that moves on a terminal, plain lines elsewhere.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How often the line moves on a terminal.
const TICK: Duration = Duration::from_millis(100);

/// After so long without a word a step says elsewhere that it goes on.
const SILENCE: Duration = Duration::from_secs(10);

/// A step under way. Dropped without [`Self::end`], it has failed.
pub(crate) struct Line {
    name: String,
    start: Instant,
    bar: ProgressBar,
    /// What plain lines are told by. On a terminal nobody listens.
    told: Sender<String>,
    has_ended: bool,
}

impl Line {
    /// Begins a step.
    pub(crate) fn begin(name: &str) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stdout());
        bar.set_style(style("{spinner} {elapsed:>4}  {wide_msg}"));
        bar.set_message(name.to_owned());
        let (told, news) = mpsc::channel::<String>();
        if bar.is_hidden() {
            println!("▸ {name}");
            let name = name.to_owned();
            thread::spawn(move || {
                let start = Instant::now();
                let mut doing = name;
                loop {
                    match news.recv_timeout(SILENCE) {
                        Ok(next) => doing = next,
                        Err(RecvTimeoutError::Timeout) => println!("  … {doing}, {} s", start.elapsed().as_secs()),
                        Err(RecvTimeoutError::Disconnected) => break,
                    }
                }
            });
        } else {
            bar.enable_steady_tick(TICK);
        }
        Self { name: name.to_owned(), start: Instant::now(), bar, told, has_ended: false }
    }

    /// Says what the step is doing now.
    pub(crate) fn say(&self, doing: &str) {
        self.bar.set_message(format!("{}: {doing}", self.name));
        self.tell(doing);
    }

    /// Says how much of the step is done.
    pub(crate) fn count(&self, done: u64, total: u64) {
        if self.bar.length().is_none() {
            self.bar.set_style(style("{spinner} {elapsed:>4}  {bar:20} {pos} of {len}  {wide_msg}"));
            self.bar.set_length(total);
        }
        self.bar.set_position(done);
        self.tell(&format!("{done} of {total}"));
    }

    /// Ends the step, which has gone well.
    pub(crate) fn end(mut self) {
        self.has_ended = true;
        self.finish('✓');
    }

    fn tell(&self, doing: &str) {
        if self.bar.is_hidden() {
            println!("  {doing}");
            // The listener ends with the step.
            let _ = self.told.send(doing.to_owned());
        }
    }

    fn finish(&self, mark: char) {
        self.bar.finish_and_clear();
        println!("{mark} {}  {:.1} s", self.name, self.start.elapsed().as_secs_f64());
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if !self.has_ended {
            self.finish('✗');
        }
    }
}

fn style(template: &str) -> ProgressStyle {
    // The templates are written here: one that cannot be read is shown as it is by default.
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// Does `work` as a step.
pub(crate) fn step<T>(name: &str, work: impl FnOnce(&Line) -> Result<T>) -> Result<T> {
    let line = Line::begin(name);
    let outcome = work(&line)?;
    line.end();
    Ok(outcome)
}

/// The same for work that is awaited.
pub(crate) async fn step_async<T>(name: &str, work: impl AsyncFnOnce(&Line) -> Result<T>) -> Result<T> {
    let line = Line::begin(name);
    let outcome = work(&line).await?;
    line.end();
    Ok(outcome)
}
