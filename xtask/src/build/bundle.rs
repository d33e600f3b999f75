//! The scripts, one for each way a page or a program takes a package in.

use std::fs;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{copy, module::Bound, streams};
use crate::project::Project;
use crate::run;

/// Entry in pkg-template/, output in pkg/, its format.
const SCRIPTS: [(&str, &str, Format); 5] = [
    ("index.mjs", "index.mjs", Format::Module),
    ("index.mjs", "index.cjs", Format::CommonJs),
    ("index.mjs", "bx24-contact-card.js", Format::Global),
    ("slim.mjs", "slim.mjs", Format::Module),
    ("slim.mjs", "slim.cjs", Format::CommonJs),
];

/// How a script offers what it exports.
#[derive(Clone, Copy)]
enum Format {
    /// As an ECMAScript module.
    Module,
    /// As `module.exports`.
    CommonJs,
    /// As properties of the global `BX24ContactCard`, also where it is imported as a module, whose variables are its own.
    Global,
}

impl Format {
    /// An ECMAScript module in this format. It stays strict code. esbuild's own conversion makes sloppy code, which reads
    /// `Object.prototype` when it is loaded. None where the module does not end with its exports.
    fn of(self, module: &str) -> Option<String> {
        let (code, exports) = module.trim_end().strip_suffix("};")?.rsplit_once("export{")?;
        let properties = exports.split(',').map(|export| {
            let mut names = export.split_whitespace();
            let (local, exported) = (names.next()?, names.next_back());
            Some(exported.map_or(local.to_owned(), |exported| format!("{exported}:{local}")))
        });
        let properties = properties.collect::<Option<Vec<_>>>()?.join(",");
        Some(match self {
            Self::Module => module.to_owned(),
            Self::CommonJs => format!("\"use strict\";{code}module.exports={{{properties}}};\n"),
            Self::Global => {
                format!(
                    "var BX24ContactCard=globalThis.BX24ContactCard=(()=>{{\"use strict\";{code}return{{{properties}}}}})();\n"
                )
            }
        })
    }
}

/// zopfli's rounds: more than these save no byte.
const ROUNDS: NonZeroU64 = NonZeroU64::new(30).expect("it is not zero");

/// The longest line of code, nearly: esbuild breaks lines between tokens.
const LINE: usize = 400;

/// Bundles each of the scripts into the folder `package`, and puts the module beside them.
pub(crate) fn scripts(project: &Project, bound: &Bound, module: &Path, work: &Path, package: &Path) -> Result<()> {
    copy(module, &package.join(module.file_name().context("the module has a name")?))?;
    let deflated = deflate(module, work)?;
    for (entry, output, format) in SCRIPTS {
        let mut esbuild = project.build_tool("esbuild");
        esbuild.arg(project.root.join("pkg-template").join(entry));
        esbuild.args(["--bundle", "--minify", "--target=es2022", "--legal-comments=none", "--log-level=warning"]);
        esbuild.arg(format!("--line-limit={LINE}"));
        esbuild.args(["--format=esm", "--loader:.deflate=base64"]).arg(option("--outfile=", &package.join(output)));
        esbuild.arg(option("--alias:#bindings=", &bound.glue));
        esbuild.arg(option("--alias:#error=", &error_class(&bound.folder)?));
        esbuild.arg(option("--alias:#text=", &project.root.join("pkg-template/text.mjs")));
        run::show(esbuild.arg(option("--alias:#module=", &deflated)))?;
        let script = package.join(output);
        let code = format.of(&fs::read_to_string(&script)?).context("a bundle does not end with its exports")?;
        fs::write(&script, with_short_lines(&code))?;
    }
    Ok(())
}

/// The script with the module, which is one long string, on a line of its own. A runtime prints the line of code that an
/// uncaught error comes from.
fn with_short_lines(script: &str) -> String {
    // esbuild has broken the string too.
    let script = script.replace("\\\n", "");
    let is_base64 = |text: &&str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte));
    match script.split('"').filter(is_base64).max_by_key(|text| text.len()) {
        Some(module) if module.len() > LINE => {
            let module = format!("\"{module}\"");
            script.replacen(&module, &format!("\n{module}\n"), 1)
        }
        _ => script,
    }
}

/// In zlib's format: browsers and Node learned "deflate" years before "deflate-raw", and it costs six bytes.
fn deflate(module: &Path, work: &Path) -> Result<PathBuf> {
    let options = zopfli::Options { iteration_count: ROUNDS, ..zopfli::Options::default() };
    let mut deflated = Vec::new();
    zopfli::compress(options, zopfli::Format::Zlib, &*streams::apart(&fs::read(module)?)?, &mut deflated)?;
    let path = work.join("module.deflate");
    fs::write(&path, deflated)?;
    Ok(path)
}

/// The error class in the very file the glue imports, so that a bundle has one copy of it.
fn error_class(bindings: &Path) -> Result<PathBuf> {
    let snippets = bindings.join("snippets");
    let folders = fs::read_dir(&snippets).context("the bindings import no JavaScript of the crate's own")?;
    let mut files = folders.filter_map(|folder| Some(folder.ok()?.path().join("src/api/error.js")));
    files.find(|file| file.is_file()).context("the bindings do not import src/api/error.js")
}

fn option(name: &str, path: &Path) -> std::ffi::OsString {
    let mut option = std::ffi::OsString::from(name);
    option.push(path);
    option
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn each_format_offers_the_exports_of_the_module() {
        let module = "let a=1;export{a as one,b,\nc as\nthree};\n";
        let common = "\"use strict\";let a=1;module.exports={one:a,b,three:c};\n";
        let global = "var BX24ContactCard=globalThis.BX24ContactCard=(()=>{\"use strict\";let a=1;return{one:a,b,three:c}})();\n";
        assert_eq!(Format::Module.of(module).as_deref(), Some(module));
        assert_eq!(Format::CommonJs.of(module).as_deref(), Some(common));
        assert_eq!(Format::Global.of(module).as_deref(), Some(global));
        assert_eq!(Format::Global.of("let a=1;"), None);
    }
}
