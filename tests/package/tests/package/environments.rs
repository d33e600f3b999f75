//! Test environments: Jest and Vitest, with jsdom, happy-dom and Node's own globals. `cargo xtask test --full` runs them.
//!
//! The scripts of projects/environments/ are bodies of test files. Each is tried as an ES module and as `CommonJS`.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::project::{HERE, Project};

page::tests!(
    blocking jest_with_jsdom,
    blocking jest_with_happy_dom,
    blocking jest_with_node,
    blocking vitest_with_jsdom,
    blocking vitest_with_happy_dom,
    blocking vitest_with_node,
    blocking jest_with_mocks_of_fetch,
    blocking vitest_with_mocks_of_fetch,
);

const SCRIPTS: &[&str] = &["calls", "timers"];

fn jest_with_jsdom() {
    jest("jsdom", SCRIPTS);
}

fn jest_with_happy_dom() {
    jest("@happy-dom/jest-environment", SCRIPTS);
}

fn jest_with_node() {
    jest("node", SCRIPTS);
}

fn vitest_with_jsdom() {
    vitest("jsdom", SCRIPTS);
}

fn vitest_with_happy_dom() {
    vitest("happy-dom", SCRIPTS);
}

fn vitest_with_node() {
    vitest("node", SCRIPTS);
}

fn jest_with_mocks_of_fetch() {
    jest("jsdom", &["mocks"]);
}

fn vitest_with_mocks_of_fetch() {
    vitest("jsdom", &["mocks"]);
}

/// What Jest's test files begin with.
const JEST: [(&str, &str); 2] = [
    (
        "cjs",
        "const card = require('bx24-contact-card'); const slim = require('bx24-contact-card/slim');
const tool = jest; const everything = undefined;",
    ),
    (
        "mjs",
        "import * as card from 'bx24-contact-card'; import * as slim from 'bx24-contact-card/slim';
import { jest as tool } from '@jest/globals'; const everything = undefined;",
    ),
];

/// What Vitest's begin with. Its default leaves some timers real.
const VITEST: [(&str, &str); 2] = [
    (
        "mjs",
        "import * as card from 'bx24-contact-card'; import * as slim from 'bx24-contact-card/slim'; import { vi as tool } from 'vitest';
const everything = { toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'setInterval', 'Date', 'performance', 'queueMicrotask'] };",
    ),
    (
        "require.mjs",
        "import { createRequire } from 'node:module'; import { vi as tool } from 'vitest';
const require = createRequire(import.meta.url); const everything = undefined;
const card = require('bx24-contact-card'); const slim = require('bx24-contact-card/slim');",
    ),
];

fn jest(environment: &str, scripts: &[&str]) {
    let project = project(&JEST, scripts);
    let settings = json!({
        "testEnvironment": environment,
        "testMatch": ["**/*.test.*"],
        "moduleFileExtensions": ["mjs", "cjs", "js", "json"],
        // What is written is what runs.
        "transform": {},
    });
    fs::write(project.path().join("jest.config.json"), settings.to_string()).unwrap();
    project.environment("jest", &["--ci"], &[("NODE_OPTIONS", "--experimental-vm-modules")]);
}

fn vitest(environment: &str, scripts: &[&str]) {
    project(&VITEST, scripts).environment("vitest", &["run", "--globals", "--environment", environment], &[]);
}

fn project(kinds: &[(&str, &str)], scripts: &[&str]) -> Project {
    let project = Project::with_environments(&[]);
    for script in scripts {
        let body = Path::new(HERE).join("projects/environments").join(script).with_extension("js");
        let body = fs::read_to_string(body).unwrap();
        for (kind, head) in kinds {
            let file = project.path().join(format!("{script}.test.{kind}"));
            fs::write(file, [head, "\n", &body].concat()).unwrap();
        }
    }
    project
}
