//! The harness, and the pages in it.

mod app;
mod application;
mod backups;
mod common_view;
mod harness;
mod install;
mod languages;
mod modules;
mod people;
mod placement;
mod rust_placement;
mod support;

use std::process::ExitCode;

fn main() -> ExitCode {
    let tests = [
        modules::tests(),
        placement::tests(),
        application::tests(),
        common_view::tests(),
        backups::tests(),
        people::tests(),
        languages::tests(),
        install::tests(),
        app::tests(),
        rust_placement::tests(),
        harness::tests(),
    ];
    page::suite::run(tests.into_iter().flatten())
}
