//! `TypeScript`, at its strictest, and with the declarations themselves checked.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::project::{HERE, Project};

page::tests!(
    blocking an_es_module_compiles,
    blocking commonjs_compiles,
    blocking a_project_for_bundlers_compiles,
    blocking a_project_for_node_without_the_dom_compiles,
    blocking the_declarations_say_what_was_agreed_on,
    blocking each_wrong_call_is_an_error,
);

/// Settings of a project for browsers.
const BROWSER: &str = r#""lib": ["es2022", "dom"], "types": []"#;

fn an_es_module_compiles() {
    Calls::named("calls.mts").compile(BROWSER, "nodenext");
}

fn commonjs_compiles() {
    Calls::named("calls.cts").compile(BROWSER, "nodenext");
}

fn a_project_for_bundlers_compiles() {
    Calls::named("calls.ts").compile(BROWSER, "bundler");
}

fn a_project_for_node_without_the_dom_compiles() {
    let roots = Path::new(HERE).join("node_modules/@types");
    let libraries = format!(r#""lib": ["es2022"], "types": ["node"], "typeRoots": [{}]"#, json!(roots));
    Calls::named("calls.mts").compile(&libraries, "nodenext");
}

fn the_declarations_say_what_was_agreed_on() {
    let calls = Calls {
        project: Project::with(&["typescript/contract.d.ts", "typescript/same-as-contract.ts"]),
        name: "same-as-contract.ts",
    };
    calls.compile(BROWSER, "bundler");
}

fn each_wrong_call_is_an_error() {
    let calls = Calls::named("calls.mts");
    let path = calls.project.path().join("calls.mts");
    let text = fs::read_to_string(&path).unwrap();
    let expected: Vec<_> = text.lines().filter(|line| line.contains("@ts-expect-error")).collect();
    // An empty line in its place, so that the line numbers stay.
    fs::write(&path, text.replace("// @ts-expect-error", "//")).unwrap();
    calls.configure(BROWSER, "nodenext");
    let errors = calls.project.refusal_of("tsc", &["--pretty", "false"]);
    let errors: Vec<_> = errors.lines().filter(|line| line.starts_with("calls.mts(")).collect();
    assert_eq!(errors.len(), expected.len(), "{errors:#?}");
}

/// A project with the calls of projects/typescript/ under a name that decides which kind of module they are.
struct Calls {
    project: Project,
    name: &'static str,
}

impl Calls {
    fn named(name: &'static str) -> Self {
        let project = Project::with(&["typescript/calls.ts"]);
        fs::rename(project.path().join("calls.ts"), project.path().join(name)).unwrap();
        Self { project, name }
    }

    fn compile(&self, libraries: &str, resolution: &str) {
        self.configure(libraries, resolution);
        self.project.tool("tsc", &["--pretty", "false"]);
    }

    fn configure(&self, libraries: &str, resolution: &str) {
        let module = if resolution == "bundler" { "esnext" } else { resolution };
        let settings = format!(
            r#"{{ "files": ["{}"], "compilerOptions": {{
                "strict": true, "exactOptionalPropertyTypes": true, "noUncheckedIndexedAccess": true,
                "skipLibCheck": false, "noEmit": true, "target": "es2022",
                "module": "{module}", "moduleResolution": "{resolution}", {libraries} }} }}"#,
            self.name
        );
        fs::write(self.project.path().join("tsconfig.json"), settings).unwrap();
    }
}
