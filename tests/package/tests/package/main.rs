//! The packed npm package, installed in small projects as users have them.

mod abort;
mod bulk;
mod bundlers;
mod contents;
mod facade;
mod faults;
mod lab;
mod matrix;
mod node;
mod page_scripts;
mod placement;
mod project;
mod readme;
mod recordings;
mod soak;
mod stage;
mod typescript;

use std::process::ExitCode;

fn main() -> ExitCode {
    let tests = [
        // The longest first.
        matrix::tests(),
        soak::tests(),
        bulk::tests(),
        abort::tests(),
        faults::tests(),
        placement::tests(),
        recordings::tests(),
        page_scripts::tests(),
        readme::tests(),
        bundlers::tests(),
        typescript::tests(),
        node::tests(),
        facade::tests(),
        contents::tests(),
        matrix::document::tests(),
    ];
    page::suite::run(tests.into_iter().flatten())
}
