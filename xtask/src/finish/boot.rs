//! The boot script: what runs in the page before, beside and after the app, without it.

use anyhow::Result;

use super::{read_text, script};
use crate::project;

/// The parts of the script, in `src/boot/`, in the order in which they run.
const PARTS: [&str; 6] = ["root", "embed", "failed", "worker", "compare", "start"];

/// The parts as one function, so that none of their words is seen outside, and as small as it goes.
pub(super) fn bundle() -> Result<String> {
    let folder = project::root().join("src/boot");
    let mut text = "\"use strict\";\n".to_owned();
    for part in PARTS {
        text += &read_text(&folder.join(format!("{part}.js")))?;
    }
    script::minify(&format!("(() => {{\n{text}}})();\n"))
}
