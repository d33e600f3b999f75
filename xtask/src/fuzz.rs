//! libFuzzer on the targets of `tests/fuzz`, with stable Rust: the counters by which it sees what an input reaches are
//! LLVM's, and only the sanitizers beside them would need a nightly. This code has nothing unsafe for them to find.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::build::empty;
use crate::project::Project;
use crate::step::step;
use crate::tally::Tally;
use crate::{run, setup};

/// For all code of the fuzzer's build. What is checked in debug builds is checked here as well.
const FLAGS: [&str; 6] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cdebug-assertions",
];

/// The longest input, in bytes: a few requests and their answers.
const LONGEST: u32 = 512;

/// An input that takes longer, in seconds, hangs.
const PATIENCE: u32 = 10;

/// Inputs for each target among the tests.
const FEW: u64 = 3_000;

/// One run of one target.
struct Ran {
    target: String,
    inputs: u64,
    /// The places in the code that were reached, and those and their counts together.
    places: u64,
    features: u64,
    per_second: u64,
}

/// Runs every target and prints what came of it. With `keep`, the inputs that reached something are kept.
pub(crate) fn everything(project: &Project, inputs: u64, keep: bool) -> Result<()> {
    let fuzzer = Fuzzer::build(project)?;
    let targets = fuzzer.targets()?;
    let share = inputs / targets.len() as u64;
    let rans = targets.iter().map(|target| step(target, || fuzzer.run(target, share, None)));
    let rans = rans.collect::<Result<Vec<_>>>()?;
    println!("\n{:12} {:>12} {:>9} {:>9} {:>10}", "", "inputs", "places", "features", "per second");
    for Ran { target, inputs, places, features, per_second } in rans {
        println!("{target:12} {inputs:>12} {places:>9} {features:>9} {per_second:>10}");
    }
    if keep {
        targets.iter().try_for_each(|target| step(&format!("keep {target}"), || fuzzer.keep(target)))
    } else {
        Ok(())
    }
}

/// Runs every target with the inputs that were kept and a few more, from the same seed each time.
pub(crate) fn briefly(project: &Project) -> Result<Tally> {
    let fuzzer = Fuzzer::build(project)?;
    let mut tally = Tally::default();
    for target in fuzzer.targets()? {
        match fuzzer.run(&target, FEW, Some(1)) {
            Ok(Ran { inputs, places, .. }) => {
                println!("{target}: {inputs} inputs reach {places} places");
                tally.passed += 1;
            }
            Err(error) => {
                eprintln!("{target}: {error:#}");
                tally.failed += 1;
            }
        }
    }
    Ok(tally)
}

/// The fuzzer, built.
struct Fuzzer<'a> {
    project: &'a Project,
    program: PathBuf,
    /// Its own folder among what is built.
    work: PathBuf,
}

impl<'a> Fuzzer<'a> {
    fn build(project: &'a Project) -> Result<Self> {
        setup::for_fuzzing(project)?;
        let about = run::output(project.command("rustc").arg("-vV"))?;
        let host = about.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
        let work = project.target.join("fuzz");
        let mut cargo = project.cargo();
        // A target, though it is the host: the flags are not for build scripts.
        cargo.args(["build", "--quiet", "--release", "--package=fuzz", "--features=engine", "--target", host]);
        cargo.arg("--target-dir").arg(&work).env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\x1f"));
        step("build the fuzzer", || run::show(&mut cargo))?;
        Ok(Self { project, program: work.join(host).join("release/fuzz"), work })
    }

    /// Each has a folder of inputs.
    fn targets(&self) -> Result<Vec<String>> {
        let folders = fs::read_dir(self.project.root.join("tests/fuzz/corpus"))?;
        let mut targets: Vec<_> =
            folders.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect::<Result<_>>()?;
        targets.sort();
        Ok(targets)
    }

    /// Tries so many inputs. With a seed they are much the same each time: libFuzzer minds the time they take as well.
    fn run(&self, target: &str, inputs: u64, seed: Option<u32>) -> Result<Ran> {
        let found = self.found(target);
        empty(&found)?;
        let failures = self.work.join("failures");
        fs::create_dir_all(&failures)?;
        let mut command = self.command(target);
        command.arg(format!("-runs={inputs}")).arg(format!("-timeout={PATIENCE}"));
        // 0 is libFuzzer's word for another one each time.
        command.arg(format!("-seed={}", seed.unwrap_or(0)));
        command.arg(format!("-artifact_prefix={}/{target}-", failures.display()));
        let printed = run_quietly(command.args([&found, &self.corpus(target)]))?;
        read(target, &printed).with_context(|| format!("the fuzzer printed no figures:\n{printed}"))
    }

    /// Keeps the fewest inputs, of the old and the new, that reach every place that any of them does, however often.
    fn keep(&self, target: &str) -> Result<()> {
        let merged = self.work.join("merged");
        empty(&merged)?;
        let corpus = self.corpus(target);
        let merge = ["-set_cover_merge=1", "-use_counters=0"];
        run_quietly(self.command(target).args(merge).args([&merged, &corpus, &self.found(target)]))?;
        empty(&corpus)?;
        for input in fs::read_dir(&merged)? {
            let input = input?;
            fs::copy(input.path(), corpus.join(input.file_name()))?;
        }
        Ok(())
    }

    fn command(&self, target: &str) -> Command {
        let mut command = self.project.command(&self.program);
        command.env("FUZZ_TARGET", target).arg(format!("-max_len={LONGEST}"));
        command
    }

    fn corpus(&self, target: &str) -> PathBuf {
        self.project.root.join("tests/fuzz/corpus").join(target)
    }

    fn found(&self, target: &str) -> PathBuf {
        self.work.join("found").join(target)
    }
}

/// Runs the fuzzer to its end; what it prints is returned, or shown where it failed.
fn run_quietly(command: &mut Command) -> Result<String> {
    let output = command.output().context("could not start the fuzzer")?;
    let printed = String::from_utf8_lossy(&output.stderr).into_owned();
    if !output.status.success() {
        bail!("{printed}\nthe fuzzer ended with {}", output.status);
    }
    Ok(printed)
}

/// Reads the last line: `#200000 DONE   cov: 9 ft: 9 corp: 3/10b lim: 4096 exec/s: 100000 rss: 27Mb`.
fn read(target: &str, printed: &str) -> Option<Ran> {
    let line = printed.lines().find(|line| line.split_whitespace().nth(1) == Some("DONE"))?;
    let number = |name| line.split_whitespace().skip_while(|word| *word != name).nth(1)?.parse().ok();
    Some(Ran {
        target: target.to_owned(),
        inputs: line.split_whitespace().next()?.strip_prefix('#')?.parse().ok()?,
        places: number("cov:")?,
        features: number("ft:")?,
        per_second: number("exec/s:")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures() {
        let printed = "INFO: Seed: 1\n#2\tINITED cov: 7 ft: 7 corp: 1/1b exec/s: 0 rss: 27Mb\n\
            #200000\tDONE   cov: 9 ft: 12 corp: 3/10b lim: 4096 exec/s: 100000 rss: 27Mb\nDone 200000 runs in 2 second(s)";
        let ran = read("layout", printed).unwrap();
        assert_eq!((ran.inputs, ran.places, ran.features, ran.per_second), (200_000, 9, 12, 100_000));
    }

    #[test]
    fn no_figures() {
        assert!(read("layout", "INFO: Seed: 1").is_none());
    }
}
