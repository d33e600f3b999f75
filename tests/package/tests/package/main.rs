//! The packed npm package, installed in small projects as users have them.

mod bundlers;
mod contents;
mod facade;
mod node;
mod page_scripts;
mod project;
mod readme;
mod stage;
mod typescript;
