//! Makes other versions of the built site, as a deploy would.

use std::fs;
use std::path::Path;

use xtask::{hash, service_worker};

use crate::failure::app_file;
use crate::fixture;

/// Writes `old.html` next to the page: an older page, whose wasm file no longer exists.
pub fn write_old_page(site: &Path) {
    let wasm = app_file(site, "wasm");
    let wasm =
        wasm.file_name().expect("the file should have a name").to_string_lossy().into_owned();
    let page = fs::read_to_string(site.join("index.html")).expect("the page should be built");
    let (name, _) = wasm.rsplit_once('-').expect("the name should contain a hash");
    let page = page.replace(&wasm, &format!("{name}-00000000.wasm"));
    let old = with_updated_policy(&page);
    fs::write(site.join("old.html"), old).expect("the file should be written");
}

/// Replaces the site in the folder with another version: all files with a hash in their names are
/// renamed, and the pages get the attribute `data-version="2"`.
pub fn deploy(site: &Path) {
    let mut pages = ["index.html", "embed.html"].map(|name| {
        let page = fs::read_to_string(site.join(name)).expect("the page should be built");
        (name, page.replace(" data-app=", " data-version=\"2\" data-app="))
    });
    for (old, start, extension) in hashed(site) {
        let new = format!("{start}-22222222.{extension}");
        fs::rename(site.join(&old), site.join(&new)).expect("the file should be renamed");
        for (_, page) in &mut pages {
            *page = page.replace(&old, &new);
        }
    }
    for (name, page) in pages {
        fs::write(site.join(name), with_updated_policy(&page)).expect("the file should be written");
    }
    let worker = fixture::root().join("src/service_worker/sw.js");
    let worker = fs::read_to_string(worker).expect("the worker's source should be readable");
    let worker =
        service_worker::filled(&worker, site).expect("the site's files should be readable");
    fs::write(site.join("sw.js"), worker).expect("the file should be written");
}

/// The files with a hash in their names: the name, what is before the hash, and the extension.
fn hashed(site: &Path) -> Vec<(String, String, String)> {
    let files = fs::read_dir(site).expect("the site should be readable");
    let names = files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned());
    let parts = names.filter_map(|name| {
        let (stem, extension) = name.rsplit_once('.')?;
        let (start, hash) = stem.rsplit_once('-')?;
        let is_hash = hash.len() == 8 && hash.chars().all(|c| c.is_ascii_hexdigit());
        is_hash.then(|| (name.clone(), start.to_owned(), extension.to_owned()))
    });
    let found: Vec<_> = parts.collect();
    assert!(!found.is_empty(), "no file has a hash in its name");
    found
}

/// Updates the policy of a page to the hash of its boot script.
fn with_updated_policy(page: &str) -> String {
    let (_, after) = page.split_once("<script>").expect("the page should have a boot script");
    let (script, _) = after.split_once("</script>").expect("the script should end");
    let (before, rest) = page.split_once("'sha256-").expect("the page should have a policy");
    let (_, after) = rest.split_once('\'').expect("the policy should contain a hash");
    format!("{before}{}{after}", hash::csp_source(script))
}
