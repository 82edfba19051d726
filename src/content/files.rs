//! The content files as text, read from a checkout by the build and the tests.

use std::fs;
use std::path::Path;

use super::error::ContentError;

/// Files other than those in `types/`, by their names in `src/content/`.
const NAMES: [&str; 12] = [
    "rules.json",
    "criteria.json",
    "contexts.json",
    "questions.json",
    "shop.json",
    "signposts.json",
    "sources.json",
    "glossary.json",
    "guide.json",
    "noise.json",
    "shortlist.json",
    "bias.json",
];

/// The text of every content file, by its name below `src/content/`.
#[derive(Clone, Debug)]
pub struct Files(Vec<(String, String)>);

impl Files {
    /// Reads the content files of the checkout at `root`: the fixed ones, then every file in
    /// `types/`, in the order of their names.
    ///
    /// # Errors
    ///
    /// If a file or the folder `types/` cannot be read.
    pub fn read(root: &Path) -> Result<Self, ContentError> {
        let folder = root.join("src/content");
        let unreadable = |name: &str, error: &std::io::Error| ContentError {
            file: name.to_owned(),
            item: "the file".to_owned(),
            field: "text".to_owned(),
            rule: format!("cannot be read ({error}); restore it"),
        };
        let mut names: Vec<String> = NAMES.map(str::to_owned).to_vec();
        let types = fs::read_dir(folder.join("types")).map_err(|at| unreadable("types/", &at))?;
        for entry in types {
            let name = entry.map_err(|at| unreadable("types/", &at))?.file_name();
            let name = name.to_string_lossy();
            if name.ends_with(".json") {
                names.push(format!("types/{name}"));
            }
        }
        names[NAMES.len()..].sort();
        let read = |name: String| {
            let text = fs::read_to_string(folder.join(&name));
            let text = text.map_err(|error| unreadable(&name, &error))?;
            Ok((name, text))
        };
        Ok(Self(names.into_iter().map(read).collect::<Result<_, _>>()?))
    }

    /// The same files with the text of one replaced, or with one more.
    #[must_use]
    pub fn with(mut self, name: &str, text: &str) -> Self {
        match self.0.iter_mut().find(|file| file.0 == name) {
            Some(file) => text.clone_into(&mut file.1),
            None => self.0.push((name.to_owned(), text.to_owned())),
        }
        self
    }

    /// The text of a file; empty if there is none of that name.
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|file| file.0 == name).map_or("", |file| &file.1)
    }

    /// The name of every file.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|file| file.0.as_str())
    }
}
