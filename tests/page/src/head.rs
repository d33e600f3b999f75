//! What tests put at the beginning of a page's head.

/// A script that keeps what the page prints, which a failed test shows.
#[must_use]
pub fn console_recorder() -> String {
    script(include_str!("console.js"))
}

/// A script that lets time pass `factor` times faster in the page: for its timers, for its clocks, and in its resource
/// timing entries. What others do, such as the portal, takes as long as ever.
#[must_use]
pub fn scaled_time(factor: u32) -> String {
    script(&include_str!("scaled_time.js").replace("(FACTOR)", &format!("({factor})")))
}

fn script(source: &str) -> String {
    format!("<script>{source}</script>")
}
