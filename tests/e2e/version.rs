//! Other versions of the site, as deploys make them.

use std::fs;
use std::path::Path;

use xtask::{hash, service_worker};

use crate::bench;
use crate::failure::{file, part};

/// Writes `old.html` beside the page: one whose files are gone.
pub fn write_old_page(site: &Path) {
    let wasm = file(site, "wasm");
    let wasm = wasm.file_name().expect("it has a name").to_string_lossy().into_owned();
    let page = fs::read_to_string(site.join("index.html")).expect("it is built");
    let (name, _) = wasm.rsplit_once('-').expect("it has a hash");
    let page = page.replace(&wasm, &format!("{name}-00000000.wasm"));
    let old = allowed(&page);
    fs::write(site.join("old.html"), old).expect("it can be written");
}

/// Puts another version in the place of the one in the folder: all files whose names have a hash get
/// other names, and the page says `data-version="2"`.
pub fn deploy(site: &Path) {
    let mut pages = ["index.html", "embed.html"].map(|name| {
        let page = fs::read_to_string(site.join(name)).expect("it is built");
        (name, page.replace(" data-app=", " data-version=\"2\" data-app="))
    });
    for extension in ["css", "js", "wasm"] {
        let Some(old) = part(site, extension) else { continue };
        let old_name = old.file_name().expect("it has a name").to_string_lossy().into_owned();
        let (start, _) = old_name.rsplit_once('-').expect("it has a hash");
        let new_name = format!("{start}-22222222.{extension}");
        fs::rename(&old, site.join(&new_name)).expect("it can be renamed");
        for (_, page) in &mut pages {
            *page = page.replace(&old_name, &new_name);
        }
    }
    for (name, page) in pages {
        fs::write(site.join(name), allowed(&page)).expect("it can be written");
    }
    let worker = bench::root().join("src/service_worker/sw.js");
    let worker = fs::read_to_string(worker).expect("it is there");
    let worker = service_worker::filled(&worker, site).expect("the files are there");
    fs::write(site.join("sw.js"), worker).expect("it can be written");
}

/// The page with a policy that allows its boot script as it is now.
fn allowed(page: &str) -> String {
    let (_, after) = page.split_once("<script>").expect("it has a boot script");
    let (script, _) = after.split_once("</script>").expect("which ends");
    let (before, rest) = page.split_once("'sha256-").expect("it has a policy");
    let (_, after) = rest.split_once('\'').expect("with a hash");
    format!("{before}{}{after}", hash::csp_source(script))
}
