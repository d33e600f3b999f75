//! What the package is tried in, as its readers see it, in docs/compatibility.md: each with its version and its test.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::process::Command;

use expect_test::expect_file;
use serde_json::Value;

use crate::project::HERE;

page::tests!(blocking the_table_is_in_the_documentation, blocking every_row_is_tried);

/// A tool, how it takes the package, and the test that tries it.
type Row = (&'static str, Version, &'static str, &'static str);

enum Version {
    /// Of a package that tests/package pins.
    Of(&'static str),
    /// Of a package that tests/package/environments pins.
    InEnvironments(&'static str),
    /// Of the machine that runs the tests.
    Installed,
}

use Version::{InEnvironments, Installed, Of};

const INTRODUCTION: &str = "\
# Where the package is tried

Each line is a project into which npm has installed the packed package: nothing is configured for it, and it resets a card of a local
portal. `cargo xtask test` runs the lines whose test does not begin with `environments`, and `cargo xtask test --full` all of them.
Nothing is left out: a tool that is missing fails its test.

The browsers are Chromium, Firefox and WebKit, as the machine has them. A row that names one is tried in that one.
";

const SECTIONS: &[(&str, &[Row])] = &[
    (
        "Bundlers",
        &[
            ("esbuild", Of("esbuild"), "build", "bundlers::esbuild"),
            ("Rollup", Of("rollup"), "build", "bundlers::rollup"),
            ("Rolldown", Of("rolldown"), "build", "bundlers::rolldown"),
            ("webpack", Of("webpack"), "build", "bundlers::webpack"),
            ("Rspack", Of("@rspack/core"), "build", "bundlers::rspack"),
            ("Rsbuild", Of("@rsbuild/core"), "build", "bundlers::rsbuild"),
            ("Parcel", Of("parcel"), "build", "bundlers::parcel"),
            ("Vite", Of("vite"), "build", "bundlers::vite"),
            ("Vite", Of("vite"), "development server, also `slim`", "bundlers::vite_in_development"),
            ("Vite", Of("vite"), "build, `slim`", "bundlers::vite_with_the_module_as_a_file"),
            ("webpack", Of("webpack"), "build, `slim`", "bundlers::webpack_with_the_module_as_a_file"),
            ("Rspack", Of("@rspack/core"), "build, `slim`", "bundlers::rspack_with_the_module_as_a_file"),
            (
                "esbuild",
                Of("esbuild"),
                "`import` of the script for script tags",
                "node::bundlers_keep_an_import_of_the_script_for_script_tags",
            ),
            (
                "Rollup",
                Of("rollup"),
                "`import` of the script for script tags",
                "node::bundlers_keep_an_import_of_the_script_for_script_tags",
            ),
            (
                "webpack",
                Of("webpack"),
                "`import` of the script for script tags",
                "node::bundlers_keep_an_import_of_the_script_for_script_tags",
            ),
        ],
    ),
    (
        "Frameworks",
        &[
            (
                "Next.js",
                InEnvironments("next"),
                "server component",
                "environments_servers::next_renders_a_card_ahead_of_time",
            ),
            (
                "Next.js",
                InEnvironments("next"),
                "client component, server action",
                "environments_frameworks::next_in_a_client_component_and_a_server_action",
            ),
            (
                "Next.js",
                InEnvironments("next"),
                "edge runtime, `slim`",
                "environments_servers::next_at_the_edge_takes_the_slim_package",
            ),
            (
                "Nuxt",
                InEnvironments("nuxt"),
                "server route, plugin for browsers",
                "environments_frameworks::nuxt_on_the_server_and_in_a_page",
            ),
            (
                "Astro",
                InEnvironments("astro"),
                "page at build time, script",
                "environments_frameworks::astro_on_the_server_and_in_a_page",
            ),
            ("Angular", InEnvironments("@angular/core"), "component", "environments_frameworks::angular_in_a_page"),
        ],
    ),
    (
        "Pages without a bundler",
        &[
            ("all browsers", Installed, "import map", "workers::firefox::an_import_map"),
            ("Chromium", Installed, "module script", "page_scripts::a_module_script_resets_a_card"),
            ("Chromium", Installed, "script tag", "page_scripts::two_script_tags_and_three_lines_reset_a_card"),
            (
                "Chromium",
                Installed,
                "script tag with `integrity`",
                "npm_readme::the_script_tag_has_the_hash_of_the_script",
            ),
            (
                "Chromium",
                Installed,
                "`slim`, the module as a file",
                "page_scripts::a_page_that_serves_the_module_as_a_file_resets_a_card",
            ),
            (
                "all browsers",
                Installed,
                "`slim`, compiled while it arrives, and with another content type",
                "workers::firefox::a_module_as_a_file",
            ),
            ("all browsers", Installed, "module worker", "workers::firefox::a_module_worker"),
            ("all browsers", Installed, "classic worker", "workers::firefox::a_classic_worker"),
            ("all browsers", Installed, "service worker", "workers::firefox::a_service_worker"),
        ],
    ),
    (
        "Policies and isolation",
        &[
            (
                "all browsers",
                Installed,
                "`script-src` with `'wasm-unsafe-eval'`, and without it (`LOAD_FAILED`)",
                "isolation::firefox::a_policy_with_and_without_wasm_unsafe_eval",
            ),
            (
                "all browsers",
                Installed,
                "`connect-src` with the portal, and without it (`BLOCKED_BY_POLICY`)",
                "network::firefox::a_policy_is_named_in_a_page",
            ),
            ("all browsers", Installed, "Trusted Types", "isolation::firefox::trusted_types"),
            (
                "all browsers",
                Installed,
                "frame with `sandbox=\"allow-scripts\"`",
                "isolation::firefox::a_sandboxed_frame",
            ),
            ("all browsers", Installed, "COOP and COEP", "isolation::firefox::a_page_isolated_by_coop_and_coep"),
        ],
    ),
    (
        "Runtimes",
        &[
            ("Node", InEnvironments("node-18"), "`import`, `require`, `slim`", "environments_frameworks::node_18"),
            ("Node", InEnvironments("node-20"), "`import`, `require`, `slim`", "environments_frameworks::node_20"),
            ("Node", InEnvironments("node-22"), "`import`, `require`, `slim`", "environments_frameworks::node_22"),
            ("Node", InEnvironments("node-24"), "`import`, `require`, `slim`", "environments_frameworks::node_24"),
            (
                "Node",
                InEnvironments("node-newest"),
                "`import`, `require`, `slim`",
                "environments_frameworks::the_newest_node",
            ),
            ("Bun", InEnvironments("bun"), "`import`, `require`, `slim`", "environments_servers::bun"),
            ("Deno", InEnvironments("deno"), "`import`, `slim`", "environments_servers::deno"),
            ("workerd", InEnvironments("workerd"), "`slim`", "environments_servers::workerd_takes_the_slim_package"),
            (
                "edge-runtime",
                InEnvironments("edge-runtime"),
                "`slim`",
                "environments_servers::the_edge_runtime_is_told_what_to_take",
            ),
        ],
    ),
    (
        "Test runners",
        &[
            ("Jest", InEnvironments("jest"), "jsdom", "environments::jest_with_jsdom"),
            ("Jest", InEnvironments("jest"), "happy-dom", "environments::jest_with_happy_dom"),
            ("Jest", InEnvironments("jest"), "Node", "environments::jest_with_node"),
            ("Vitest", InEnvironments("vitest"), "jsdom", "environments::vitest_with_jsdom"),
            ("Vitest", InEnvironments("vitest"), "happy-dom", "environments::vitest_with_happy_dom"),
            ("Vitest", InEnvironments("vitest"), "Node", "environments::vitest_with_node"),
            ("Node's", Installed, "`node --test`", "npm_readme::the_example_of_a_test"),
        ],
    ),
    (
        "Types and format",
        &[
            (
                "TypeScript",
                Of("typescript-oldest"),
                "`nodenext` resolution, strict",
                "typescript::the_oldest_compiler_compiles_the_same",
            ),
            ("TypeScript", Of("typescript"), "the same", "typescript::an_es_module_compiles"),
            (
                "TypeScript",
                Of("typescript"),
                "`bundler` resolution, strict",
                "typescript::a_project_for_bundlers_compiles",
            ),
            ("publint", Of("publint"), "`--strict`, without a remark", "format::publint_has_no_remark"),
            (
                "Are the types wrong?",
                Of("@arethetypeswrong/cli"),
                "every entry, without a remark",
                "format::every_entry_has_types_of_its_own_kind",
            ),
        ],
    ),
];

/// With `UPDATE_EXPECT=1` in the environment the table is written anew.
fn the_table_is_in_the_documentation() {
    expect_file!["../../../../docs/compatibility.md"].assert_eq(&document());
}

fn every_row_is_tried() {
    let tests = names_of_tests();
    for (.., test) in SECTIONS.iter().flat_map(|(_, rows)| *rows) {
        assert!(tests.contains(*test), "no test is {test}");
    }
}

/// The names of all tests of this program.
pub(crate) fn names_of_tests() -> BTreeSet<String> {
    let listed = Command::new(std::env::current_exe().unwrap()).args(["--list", "--format=terse"]).output().unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    let tests: BTreeSet<_> = listed.lines().filter_map(|line| Some(line.strip_suffix(": test")?.to_owned())).collect();
    assert!(!tests.is_empty());
    tests
}

pub(crate) fn document() -> String {
    let [own, environments] = ["package.json", "environments/package.json"].map(|file| {
        let manifest: Value = serde_json::from_str(&fs::read_to_string(format!("{HERE}/{file}")).unwrap()).unwrap();
        move |name: &str| {
            let version = manifest["devDependencies"][name].as_str().unwrap_or_else(|| panic!("{file} pins no {name}"));
            // Those under another name are `npm:NAME@VERSION`.
            version.rsplit('@').next().unwrap().to_owned()
        }
    });
    let mut document = INTRODUCTION.to_owned();
    for (title, rows) in SECTIONS {
        let _ = write!(document, "\n## {title}\n\n| in | version | how | test |\n|---|---|---|---|\n");
        for (tool, version, how, test) in *rows {
            let version = match version {
                Of(name) => own(name),
                InEnvironments(name) => environments(name),
                Installed => "the machine's".into(),
            };
            let _ = writeln!(document, "| {tool} | {version} | {how} | `{test}` |");
        }
    }
    document
}
