//! A folder as a zip archive, the same whenever it is made of the same.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::entries;

/// Archives the files of a folder that has no folders in it, in the order of their names.
pub(crate) fn write(folder: &Path, archive: &Path) -> Result<()> {
    let mut names = entries(folder)?;
    names.sort();
    let file = File::create(archive).with_context(|| format!("could not make {}", archive.display()))?;
    let mut writer = ZipWriter::new(file);
    // The date is the format's first, and the permissions are not those of this machine.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for name in names {
        writer.start_file(name.to_str().context("a name is not UTF-8")?, options)?;
        writer.write_all(&fs::read(folder.join(&name))?)?;
    }
    writer.finish()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::write;
    use std::fs;
    use std::time::{Duration, SystemTime};

    #[test]
    fn archives_of_the_same_files_are_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let [one, another, files] = ["one.zip", "another.zip", "files"].map(|name| folder.path().join(name));
        fs::create_dir(&files).unwrap();
        for name in ["b.js", "a.html"] {
            fs::write(files.join(name), name).unwrap();
        }
        write(&files, &one).unwrap();
        let earlier = SystemTime::now() - Duration::from_hours(24);
        fs::File::options().write(true).open(files.join("a.html")).unwrap().set_modified(earlier).unwrap();
        write(&files, &another).unwrap();
        assert_eq!(fs::read(one).unwrap(), fs::read(another).unwrap());
    }
}
