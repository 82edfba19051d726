//! Fixed fonts for the browser: text has the same size on every machine, whatever fonts it has.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fixture;

/// A font family that the set-up installs, in which a test runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Fonts {
    /// Wide. The default of all tests.
    #[default]
    DejaVu,
    /// Narrow, with the metrics of Arial.
    Liberation,
    /// Tall lines.
    Noto,
}

impl Fonts {
    pub const ALL: [Self; 3] = [Self::DejaVu, Self::Liberation, Self::Noto];

    /// The name of the family.
    pub fn family(self) -> &'static str {
        match self {
            Self::DejaVu => "DejaVu Sans",
            Self::Liberation => "Liberation Sans",
            Self::Noto => "Noto Sans",
        }
    }

    /// The file of its regular style.
    fn file(self) -> &'static str {
        match self {
            Self::DejaVu => "DejaVuSans.ttf",
            Self::Liberation => "LiberationSans-Regular.ttf",
            Self::Noto => "NotoSans-Regular.ttf",
        }
    }

    /// Writes a fontconfig file that uses this family for every text, and returns its path.
    ///
    /// # Panics
    ///
    /// If the family is not installed.
    pub fn write_config(self) -> PathBuf {
        let fonts = folder_with(Path::new("/usr/share/fonts"), self.file())
            .unwrap_or_else(|| panic!("{} is missing: run `cargo xtask tools`", self.family()));
        let folder = fixture::root().join("target/fonts");
        fs::create_dir_all(&folder).expect("the folder should be created");
        let path = folder.join(format!("{self:?}.conf"));
        let config = format!(
            "<?xml version=\"1.0\"?>
<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">
<fontconfig>
  <dir>{}</dir>
  <cachedir>{}</cachedir>
  <match target=\"pattern\">
    <edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>{}</string></edit>
  </match>
</fontconfig>
",
            fonts.display(),
            folder.join("cache").display(),
            self.family(),
        );
        fs::write(&path, config).expect("the file should be written");
        path
    }
}

/// The folder at or below `folder` that has a file of this name.
fn folder_with(folder: &Path, name: &str) -> Option<PathBuf> {
    if folder.join(name).is_file() {
        return Some(folder.to_owned());
    }
    let entries = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    entries.filter(|path| path.is_dir()).find_map(|path| folder_with(&path, name))
}
