//! Other versions of the site, as deploys make them.

use std::fs;
use std::path::Path;

use xtask::name;

use crate::failure::file;

/// Writes `old.html` beside the page: one that asks for a script that is gone.
pub fn write_old_page(site: &Path) {
    let script = file(site, "js");
    let script = script.file_name().expect("it has a name").to_string_lossy().into_owned();
    let page = fs::read_to_string(site.join("index.html")).expect("it is built");
    let old = allowed(&page.replace(&script, "headphones-or-iems-00000000.js"));
    fs::write(site.join("old.html"), old).expect("it can be written");
}

/// The page with a policy that allows its boot script as it is now.
fn allowed(page: &str) -> String {
    let (_, after) = page.split_once("<script>").expect("it has a boot script");
    let (script, _) = after.split_once("</script>").expect("which ends");
    let (before, rest) = page.split_once("'sha256-").expect("it has a policy");
    let (_, after) = rest.split_once('\'').expect("with a hash");
    format!("{before}{}{after}", name::source(script))
}
