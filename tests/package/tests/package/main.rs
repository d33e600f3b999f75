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
