//! The packed npm package, installed in small projects as users have them.

mod abort;
mod arguments;
mod bulk;
mod bundlers;
mod compatibility;
mod contents;
mod documentation;
mod edits;
mod environments;
mod environments_frameworks;
mod environments_servers;
mod errors;
mod facade;
mod faults;
mod format;
mod hostile;
mod interleavings;
mod isolation;
mod lab;
mod matrix;
mod migrating;
mod network;
mod node;
mod npm_readme;
mod page_scripts;
mod placement;
mod placement_clocks;
mod placement_limits;
mod placement_losses;
mod placement_tokens;
mod placement_transports;
mod project;
mod recordings;
mod reference;
mod sdk;
mod server;
mod soak;
mod stage;
mod typescript;
mod workers;

use std::process::ExitCode;

fn main() -> ExitCode {
    let tests = [
        // The longest first.
        environments_servers::tests(),
        environments_frameworks::tests(),
        environments::tests(),
        matrix::tests(),
        soak::tests(),
        bulk::tests(),
        edits::tests(),
        interleavings::tests(),
        abort::tests(),
        arguments::tests(),
        faults::tests(),
        placement::tests(),
        placement_limits::tests(),
        placement_clocks::tests(),
        placement_losses::tests(),
        placement_tokens::tests(),
        placement_transports::tests(),
        recordings::tests(),
        page_scripts::tests(),
        workers::tests(),
        isolation::tests(),
        documentation::tests(),
        npm_readme::tests(),
        migrating::tests(),
        bundlers::tests(),
        typescript::tests(),
        network::tests(),
        hostile::tests(),
        sdk::tests(),
        node::tests(),
        facade::tests(),
        errors::tests(),
        contents::tests(),
        compatibility::tests(),
        format::tests(),
        matrix::document::tests(),
        matrix::kinds::tests(),
        reference::tests(),
    ];
    page::suite::run(tests.into_iter().flatten())
}
