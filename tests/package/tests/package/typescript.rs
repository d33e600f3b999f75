//! `TypeScript`, at its strictest, and with the declarations themselves checked.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::project::{HERE, Project, package};
use crate::sdk::sdk;

page::tests!(
    blocking an_es_module_compiles,
    blocking commonjs_compiles,
    blocking a_project_for_bundlers_compiles,
    blocking a_project_for_node_without_the_dom_compiles,
    blocking a_project_without_any_platform_compiles,
    blocking the_address_of_the_module_is_a_text,
    blocking the_oldest_compiler_compiles_the_same,
    blocking the_global_is_typed,
    blocking the_global_of_an_import_is_typed,
    blocking every_member_has_a_description,
    blocking the_examples_of_pages_and_declarations_compile,
    blocking the_declarations_say_what_was_agreed_on,
    blocking each_wrong_call_is_an_error,
);

/// The two compilers are packages of the same program, which has one name in `.bin`.
const NEWEST: &str = "../typescript/bin/tsc";
const OLDEST: &str = "../typescript-oldest/bin/tsc";

const NO_PLATFORM: &str = r#""lib": ["es2022"], "types": []"#;

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
    Calls::named("calls.mts").compile(&with_node(r#""lib": ["es2022"]"#), "nodenext");
}

/// Settings with the types of Node.
fn with_node(libraries: &str) -> String {
    let roots = Path::new(HERE).join("node_modules/@types");
    format!(r#"{libraries}, "types": ["node"], "typeRoots": [{}]"#, json!(roots))
}

/// Without `dom` and without `node`: what comes from the platform is described by its shape.
fn a_project_without_any_platform_compiles() {
    let imports = "import * as all from 'bx24-contact-card';
        import * as slim from 'bx24-contact-card/slim';
        import compiled from 'bx24-contact-card/bx24-contact-card.wasm';
        import queried from 'bx24-contact-card/bx24-contact-card.wasm?module';
        export default [all, slim, slim.init(compiled), slim.init(queried)];";
    let project = Project::with(&[]);
    fs::write(project.path().join("bare.mts"), imports).unwrap();
    let calls = Calls { project, files: vec!["bare.mts".to_owned()] };
    calls.compile(NO_PLATFORM, "nodenext");
}

/// To projects that declare `*?url`, as Vite's types do: what package.json resolves outranks that.
fn the_address_of_the_module_is_a_text() {
    let declared = "declare module '*?url' { const address: string; export default address; }";
    let imports = "import { init } from 'bx24-contact-card/slim';
        import address from 'bx24-contact-card/bx24-contact-card.wasm?url';
        const text: string = address;
        export default init(text);";
    let project = Project::with(&[]);
    fs::write(project.path().join("url.d.ts"), declared).unwrap();
    fs::write(project.path().join("address.ts"), imports).unwrap();
    let calls = Calls { project, files: vec!["url.d.ts".to_owned(), "address.ts".to_owned()] };
    calls.compile(NO_PLATFORM, "bundler");
}

/// 5.4 is the first with `NoInfer`.
fn the_oldest_compiler_compiles_the_same() {
    let calls = Calls::named("calls.mts");
    calls.configure(BROWSER, "nodenext");
    calls.project.tool(OLDEST, &["--pretty", "false"]);
}

/// In a module that imports the script for script tags, or requires it.
fn the_global_of_an_import_is_typed() {
    let calls =
        "BX24ContactCard.resetContactCard('P', 6).then(({ result }) => { const yes: true = result; return yes; });
        // @ts-expect-error no such scope
        BX24ContactCard.resetContactCard('X');";
    let project = Project::with(&[]);
    let imports = "import 'bx24-contact-card/bx24-contact-card.js';";
    fs::write(project.path().join("import.mts"), [imports, calls].join("\n")).unwrap();
    let requires = "import script = require('bx24-contact-card/bx24-contact-card.js'); void script;";
    fs::write(project.path().join("require.cts"), [requires, calls].join("\n")).unwrap();
    let calls = Calls { project, files: vec!["import.mts".to_owned(), "require.cts".to_owned()] };
    calls.compile(NO_PLATFORM, "nodenext");
    calls.project.tool(OLDEST, &["--pretty", "false"]);
}

/// In a script of a page that has `bx24-contact-card.js` in a script tag.
fn the_global_is_typed() {
    let script = "/// <reference types=\"bx24-contact-card/bx24-contact-card.js\" />
        BX24ContactCard.resetContactCard('P', 6).then(({ result }) => { const yes: true = result; return yes; });
        const section: import('bx24-contact-card').NewCardSection = { name: 'a', title: 'A' }; void section;
        // @ts-expect-error no such scope
        BX24ContactCard.resetContactCard('X');";
    let project = Project::with(&[]);
    fs::write(project.path().join("script.ts"), script).unwrap();
    let calls = Calls { project, files: vec!["script.ts".to_owned()] };
    calls.compile(NO_PLATFORM, "bundler");
}

/// What editors show of a member when the mouse is over it.
fn every_member_has_a_description() {
    for file in ["index.d.ts", "slim.d.ts"] {
        let text = fs::read_to_string(package().join(file)).unwrap();
        let lines: Vec<_> = text.lines().map(str::trim).collect();
        let is_member = |line: &str| {
            let name = line.trim_start_matches("readonly ").trim_start_matches(char::is_alphanumeric);
            let is_named = name.len() < line.len() && name.starts_with(['?', ':', '(', '_']);
            is_named && line.ends_with([';', '{']) && !line.contains("import")
        };
        let members: Vec<_> = lines.windows(2).filter(|lines| is_member(lines[1])).collect();
        assert!(!members.is_empty(), "{file}");
        let bare: Vec<_> = members.iter().filter(|lines| !lines[0].ends_with("*/")).map(|lines| lines[1]).collect();
        assert!(bare.is_empty(), "{file}: {bare:#?} of {} members", members.len());
    }
}

/// As they stand, each as a module of its own. Where an example imports nothing, what it uses is declared.
fn the_examples_of_pages_and_declarations_compile() {
    let pages = ["calls", "cards", "bulk"].map(|page| Path::new(HERE).join(format!("../../docs/{page}.md")));
    let pages: Vec<_> = pages.iter().flat_map(|page| examples_in(page, "")).collect();
    let index = examples_in(&package().join("index.d.ts"), " * ");
    let slim = examples_in(&package().join("slim.d.ts"), " * ");
    let global = examples_in(&package().join("bx24-contact-card.d.ts"), " * ");
    assert!(pages.len() > 4 && index.len() > 8 && !slim.is_empty(), "{} {} {}", pages.len(), index.len(), slim.len());
    let surroundings = "import type * as B24 from 'bx24-contact-card';
        declare const BX24: B24.BX24Like, $b24: B24.B24Like, accessToken: string;
        declare const userIds: number[], bar: HTMLProgressElement;";
    let project = Project::with(&[]);
    let mut files = Vec::new();
    for (index, example) in pages.into_iter().chain(index).chain(slim).chain(global).enumerate() {
        let imports = format!("import {{ {EVERYTHING} }} from 'bx24-contact-card';\n{surroundings}");
        let imports = if example.contains("import ") { "" } else { &imports };
        let file = format!("example{index}.mts");
        fs::write(project.path().join(&file), [imports, &example].join("\n")).unwrap();
        files.push(file);
    }
    // The SDK's declarations take Node's.
    Calls { project, files }.compile(&with_node(r#""lib": ["es2022", "dom"]"#), "nodenext");
}

/// What the examples in the declarations use.
const EVERYTHING: &str = "configure, type Connection, crmCard, editContactCard, forceCommonContactCard, getContactCard, getContactCards, \
    isContactCardError, resetContactCard, resetContactCards, restoreContactCard, restoreContactCards, setContactCard";

/// The code blocks of JavaScript and TypeScript in a file, without what begins each line.
fn examples_in(file: &Path, margin: &str) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let blocks = text.split("```").skip(1).step_by(2);
    let code = blocks.filter(|block| block.starts_with("js") || block.starts_with("ts"));
    code.map(|block| {
        block.lines().skip(1).map(|line| line.trim_start_matches(margin.trim_end()).to_owned() + "\n").collect()
    })
    .collect()
}

fn the_declarations_say_what_was_agreed_on() {
    let calls = Calls {
        project: Project::with(&["typescript/contract.d.ts", "typescript/same-as-contract.ts"]),
        files: vec!["same-as-contract.ts".to_owned()],
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
    let errors = calls.project.refusal_of(NEWEST, &["--pretty", "false"]);
    let errors: Vec<_> = errors.lines().filter(|line| line.starts_with("calls.mts(")).collect();
    assert_eq!(errors.len(), expected.len(), "{errors:#?}");
}

/// A project and the files of it that are compiled, whose names decide which kind of module they are.
struct Calls {
    project: Project,
    files: Vec<String>,
}

impl Calls {
    fn named(name: &'static str) -> Self {
        let project = Project::with(&["typescript/calls.ts"]);
        fs::rename(project.path().join("calls.ts"), project.path().join(name)).unwrap();
        Self { project, files: vec![name.to_owned()] }
    }

    fn compile(&self, libraries: &str, resolution: &str) {
        self.configure(libraries, resolution);
        self.project.tool(NEWEST, &["--pretty", "false"]);
    }

    fn configure(&self, libraries: &str, resolution: &str) {
        let module = if resolution == "bundler" { "esnext" } else { resolution };
        // What an example imports beside the package.
        let paths = json!({ "@bitrix24/b24jssdk": [sdk().join("esm/index.d.ts")] });
        let settings = format!(
            r#"{{ "files": {}, "compilerOptions": {{
                "strict": true, "exactOptionalPropertyTypes": true, "noUncheckedIndexedAccess": true,
                "skipLibCheck": false, "skipDefaultLibCheck": true, "noEmit": true, "target": "es2022",
                "module": "{module}", "moduleResolution": "{resolution}", "paths": {paths}, {libraries} }} }}"#,
            json!(self.files)
        );
        fs::write(self.project.path().join("tsconfig.json"), settings).unwrap();
    }
}
