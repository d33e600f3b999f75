//! An application as a zip archive: read whole into memory, within bounds, and refused where Bitrix24 would refuse it or
//! where a file could be written or served that nobody meant to publish.

use hyper::body::Bytes;
use ring::digest::{SHA256, digest};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;
use zip::read::ZipFile;

/// More files than an application has.
const MAX_FILES: usize = 2_000;

/// The unpacked files together, in bytes.
const MAX_BYTES: u64 = 64 << 20;

/// The page that Bitrix24 opens.
pub(crate) const INDEX: &str = "index.html";

/// The installation page. An application that has it is installed once that says so.
pub(crate) const INSTALL: &str = "install.html";

/// The files of an application.
#[derive(Debug)]
pub(crate) struct Archive {
    files: BTreeMap<String, Bytes>,
    hash: String,
}

impl Archive {
    /// Unpacks. The error says what is wrong with the archive.
    pub(crate) fn read(zip: &[u8]) -> Result<Self, String> {
        let mut archive =
            ZipArchive::new(Cursor::new(zip)).map_err(|error| format!("this is no zip archive: {error}"))?;
        if archive.len() > MAX_FILES {
            return Err(format!("the archive has {} entries, and {MAX_FILES} are accepted", archive.len()));
        }
        let mut files = BTreeMap::new();
        let mut left = MAX_BYTES;
        for index in 0..archive.len() {
            let entry = archive.by_index(index).map_err(|error| format!("entry {index} of the archive: {error}"))?;
            if let Some((name, content)) = unpack(entry, left)? {
                left -= content.len() as u64;
                files.insert(name, content);
            }
        }
        if !files.contains_key(INDEX) {
            return Err(format!("the archive has no {INDEX} in its root"));
        }
        Ok(Self { files, hash: short_hash(zip) })
    }

    /// The file with this path, such as `words/en.js`.
    pub(crate) fn file(&self, path: &str) -> Option<&Bytes> {
        self.files.get(path)
    }

    /// Whether it has an installation page.
    pub(crate) fn has_installer(&self) -> bool {
        self.files.contains_key(INSTALL)
    }

    /// Another for each content.
    pub(crate) fn hash(&self) -> &str {
        &self.hash
    }
}

/// Name and content of a file, none of a directory.
fn unpack(entry: ZipFile<'_, Cursor<&[u8]>>, left: u64) -> Result<Option<(String, Bytes)>, String> {
    let name = std::str::from_utf8(entry.name_raw())
        .map_err(|_| "a file of the archive has a name that is not UTF-8".to_owned())?
        .to_owned();
    check_name(name.strip_suffix('/').unwrap_or(&name))?;
    if entry.is_symlink() {
        return Err(format!("'{name}' is a link: the archive may have files and folders"));
    }
    if entry.is_dir() {
        return Ok(None);
    }
    // What is declared need not be true: what comes out is counted.
    let mut content = Vec::new();
    entry.take(left + 1).read_to_end(&mut content).map_err(|error| format!("'{name}' cannot be unpacked: {error}"))?;
    if content.len() as u64 > left {
        return Err(format!("the files are larger than {} MiB together", MAX_BYTES >> 20));
    }
    Ok(Some((name, content.into())))
}

/// A path within the archive: relative, with slashes, and without hidden parts.
fn check_name(name: &str) -> Result<(), String> {
    if name.contains('\\') || name.chars().any(char::is_control) {
        return Err(format!("{name:?} has a backslash or a control character in its name"));
    }
    if name.starts_with('/') || name.split('/').next().is_some_and(|first| first.contains(':')) {
        return Err(format!("'{name}' is absolute: give paths within the archive"));
    }
    for part in name.split('/') {
        if part.is_empty() || part == ".." || part == "." {
            return Err(format!("'{name}' is no plain path: give one without '.', '..' and empty parts"));
        }
        if part.starts_with('.') {
            return Err(format!("'{name}' is hidden: leave out what begins with a dot"));
        }
    }
    Ok(())
}

/// The first 16 hexadecimal digits of SHA-256.
fn short_hash(content: &[u8]) -> String {
    digest(&SHA256, content).as_ref().iter().take(8).fold(String::new(), |mut digits, byte| {
        // Writing to a String does not fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
