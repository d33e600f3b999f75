//! Whose the project is and where it lives: what Cargo.toml and package.json say alike, from Cargo.toml.

use serde_json::{Value, json};

use crate::project::Project;

/// Each of these is empty where there is none yet.
#[derive(Debug, Default)]
pub(crate) struct Identity {
    /// A name, and where wanted an address of mail: `Name <name@example.com>`.
    author: String,
    /// The address of the project's page.
    homepage: String,
    /// The address of the repository, as a browser opens it.
    repository: String,
    /// The address for reports of faults.
    bugs: String,
}

impl Identity {
    /// As Cargo.toml has it.
    pub(crate) fn of(project: &Project) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Self {
            author: text(&project.field("authors")[0]),
            homepage: text(&project.field("homepage")),
            repository: text(&project.field("repository")),
            bugs: text(&project.metadata("bugs")),
        }
    }

    /// What is empty, and where it goes.
    pub(crate) fn missing(&self) -> Vec<&'static str> {
        let fields = [
            (&self.author, "authors in [workspace.package]"),
            (&self.homepage, "homepage in [workspace.package]"),
            (&self.repository, "repository in [workspace.package]"),
            (&self.bugs, "bugs in [workspace.metadata]"),
        ];
        fields.into_iter().filter(|(text, _)| text.is_empty()).map(|(_, field)| field).collect()
    }

    /// Writes into a package.json what is not empty.
    pub(crate) fn describe(&self, manifest: &mut Value) {
        let fields = [
            ("author", &self.author, json!(self.author)),
            ("homepage", &self.homepage, json!(self.homepage)),
            ("repository", &self.repository, json!({ "type": "git", "url": format!("git+{}.git", self.repository) })),
            ("bugs", &self.bugs, json!({ "url": self.bugs })),
        ];
        for (name, text, value) in fields {
            if !text.is_empty() {
                manifest[name] = value;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_told_and_left_out_of_the_manifest() {
        let identity = Identity { repository: "https://example.com/card".into(), ..Identity::default() };
        let missing = identity.missing();
        assert_eq!(missing.len(), 3);
        assert!(missing[1].starts_with("homepage") && missing[2].starts_with("bugs"), "{missing:?}");
        let mut manifest = json!({ "name": "card" });
        identity.describe(&mut manifest);
        let repository = json!({ "type": "git", "url": "git+https://example.com/card.git" });
        assert_eq!(manifest, json!({ "name": "card", "repository": repository }));
        assert_eq!(Identity::default().missing().len(), 4);
    }
}
