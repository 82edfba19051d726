//! Several copies of the site on one host, in folders of their own.

use std::fs;

use serde_json::{Value, json};

use crate::faulty::{Fault, Faulty};
use crate::fixture::{self, Folder};
use crate::offline::{caches, version};
use crate::page::Page;
use crate::session::Setup;
use crate::version;

/// A host with a copy of the site in each of these folders.
fn host(folders: &[&str]) -> (Folder, Faulty) {
    let host = Folder::new("host");
    for folder in folders {
        let folder = host.path().join(folder);
        fs::create_dir_all(&folder).unwrap();
        fixture::copy_site(&folder);
    }
    let server = Faulty::start(host.path(), |_| Fault::None);
    (host, server)
}

/// Opens a copy and waits until its own service worker is active.
#[track_caller]
fn visit(page: &Page, folder: &str) {
    page.open(folder);
    let own = "return navigator.serviceWorker.ready.then((it) => it.scope)";
    let scope: String = page.eval(own, json!([]));
    assert_eq!(scope, format!("{}/{folder}", page.address()));
}

/// The copies, by their folders, that have a cache.
fn with_cache(page: &Page) -> Vec<String> {
    let names = caches(page);
    let scopes = names.iter().filter_map(|name| name.split(' ').nth(1));
    let mut found: Vec<String> =
        scopes.map(|scope| scope.replace(&format!("{}/", page.address()), "")).collect();
    found.sort();
    found
}

#[test]
fn update_of_one_copy_leaves_the_cache_of_the_other() {
    for folders in [["one/", "two/"], ["", "one/"], ["one/", "one/two/"]] {
        let (host, server) = host(&folders);
        Setup::default().at(server.address()).run(|page| {
            for folder in [folders[1], folders[0]] {
                visit(page, folder);
            }
            version::deploy(&host.path().join(folders[0]));
            page.reload();
            page.until("the new version is found", "all('#update').length");
            page.click_named("#update button", "Use it now");
            page.until(
                "the new version is open",
                "document.documentElement.dataset.version === '2'",
            );
            page.wait("the old cache is deleted", || (caches(page).len() == 2).then_some(()));
            assert_eq!(with_cache(page), folders);
            page.open(folders[1]);
            assert_eq!(version(page), None);
        });
    }
}

#[test]
fn kill_switch_of_one_copy_leaves_the_other() {
    for folders in [["one/", "two/"], ["", "one/"]] {
        let (host, server) = host(&folders);
        Setup::default().at(server.address()).run(|page| {
            for folder in [folders[1], folders[0]] {
                visit(page, folder);
            }
            let site = host.path().join(folders[0]);
            fs::copy(site.join("sw-off.js"), site.join("sw.js")).unwrap();
            page.reload();
            page.wait("its cache is deleted", || (caches(page).len() == 1).then_some(()));
            assert_eq!(with_cache(page), [folders[1]]);
            visit(page, folders[1]);
        });
    }
}

/// The identity of an installed app is its start page, so that each copy can be installed.
#[test]
fn each_copy_is_an_app_of_its_own() {
    let folders = ["", "one/", "two/", "one/two/"];
    let (_host, server) = host(&folders);
    Setup::default().at(server.address()).alone().run(|page| {
        for folder in folders {
            page.open(folder);
            page.until("the manifest is linked", "document.querySelector('[rel=manifest]')");
            let address = format!("{}/{folder}", page.address());
            let found = page.wait("the manifest is read", || {
                let found = page.send("Page.getAppManifest", json!({}));
                found["manifest"]["startUrl"].is_string().then_some(found)
            });
            let id = page.send("Page.getAppId", json!({}));
            let url = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            assert_eq!(url(&found["manifest"]["startUrl"]), address);
            assert_eq!(url(&found["manifest"]["scope"]), address);
            assert_eq!(url(&id["appId"]), address);
        }
    });
}

/// The key in storage is part of the contract, and storage belongs to the whole host.
#[test]
fn copies_share_the_stored_answers() {
    let (_host, server) = host(&["one/", "two/"]);
    Setup::default().at(server.address()).run(|page| {
        page.open("one/#/quiz/scene");
        page.select("scene-flight", "often");
        page.open("two/#/quiz/scene");
        page.until_chosen("scene-flight", &["often"]);
        page.select("scene-flight", "sometimes");
        page.open("one/#/quiz/scene");
        page.until_chosen("scene-flight", &["sometimes"]);
    });
}
