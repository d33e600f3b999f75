//! Whether a build would make what is there already.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result};

/// What a build is made of, what it makes, and the file in which that is noted.
pub(crate) struct Stamp {
    file: PathBuf,
    inputs: Vec<PathBuf>,
    outputs: Vec<PathBuf>,
}

impl Stamp {
    /// Inputs and outputs are files or folders. This program is an input as well.
    pub(crate) fn new(file: PathBuf, inputs: Vec<PathBuf>, outputs: Vec<PathBuf>) -> Self {
        Self { file, inputs, outputs }
    }

    /// Whether inputs and outputs are those of the build that was noted.
    pub(crate) fn is_current(&self) -> bool {
        self.outputs.iter().all(|output| output.exists())
            && fs::read_to_string(&self.file).is_ok_and(|noted| self.text().is_ok_and(|text| text == noted))
    }

    /// Notes a build.
    pub(crate) fn note(&self) -> Result<()> {
        fs::write(&self.file, self.text()?).with_context(|| format!("could not write {}", self.file.display()))
    }

    fn text(&self) -> Result<String> {
        let program = std::env::current_exe()?.metadata()?;
        let mut hasher = DefaultHasher::new();
        program.len().hash(&mut hasher);
        program.modified()?.duration_since(UNIX_EPOCH)?.hash(&mut hasher);
        for path in self.inputs.iter().chain(&self.outputs) {
            hash(path, &mut hasher)?;
        }
        Ok(format!("{:016x}", hasher.finish()))
    }
}

/// The names and contents of all files in a folder, or of one.
fn hash(path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    path.file_name().hash(hasher);
    if path.is_dir() {
        let mut entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        entries.sort();
        entries.len().hash(hasher);
        return entries.iter().try_for_each(|entry| hash(entry, hasher));
    }
    fs::read(path).with_context(|| format!("could not read {}", path.display()))?.hash(hasher);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_an_input_or_an_output_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let [input, output, file] = ["input", "output", "stamp"].map(|name| folder.path().join(name));
        fs::create_dir(&output).unwrap();
        fs::write(&input, "made of this").unwrap();
        fs::write(output.join("one"), "made").unwrap();
        let stamp = Stamp::new(file, vec![input.clone()], vec![output.clone()]);
        assert!(!stamp.is_current(), "nothing is noted");
        stamp.note().unwrap();
        assert!(stamp.is_current());

        fs::write(&input, "made of that").unwrap();
        assert!(!stamp.is_current());
        fs::write(&input, "made of this").unwrap();
        assert!(stamp.is_current());
        fs::write(output.join("two"), "").unwrap();
        assert!(!stamp.is_current());
        fs::remove_dir_all(&output).unwrap();
        assert!(!stamp.is_current());
    }
}
