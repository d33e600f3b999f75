//! How far a measurement is, on a terminal.

use indicatif::{ProgressBar, ProgressStyle};

/// A line that vanishes at the end.
pub(crate) fn of(title: &str, steps: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{prefix}  {wide_bar} {pos} of {len}, {eta}").expect("it is one");
    ProgressBar::new(steps as u64).with_style(style).with_prefix(title.to_owned())
}
