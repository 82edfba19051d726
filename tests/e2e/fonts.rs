//! Fixed fonts for the browser: text has the same size on every machine, whatever fonts it has.

use std::fs;
use std::path::PathBuf;

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

    /// Writes a fontconfig file that knows this family and no other, and returns its path.
    pub fn write_config(self) -> PathBuf {
        let folder = fixture::root().join("target/fonts");
        fs::create_dir_all(&folder).expect("the folder should be created");
        let path = folder.join(format!("{self:?}.conf"));
        let family = self.family();
        let config = format!(
            "<?xml version=\"1.0\"?>
<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix=\"xdg\">fonts</dir>
  <cachedir>{}</cachedir>
  <selectfont>
    <acceptfont><pattern><patelt name=\"family\"><string>{family}</string></patelt></pattern></acceptfont>
    <rejectfont><glob>*</glob></rejectfont>
  </selectfont>
  <match target=\"pattern\">
    <edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>{family}</string></edit>
  </match>
</fontconfig>
",
            folder.join("cache").display()
        );
        fs::write(&path, config).expect("the file should be written");
        path
    }
}
