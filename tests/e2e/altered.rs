//! Hosts that change the bytes of files. A version that does not arrive as it was built is not kept: the
//! page says so, and comes from the network until a version arrives whole.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use serde_json::json;

use crate::failure::app_file;
use crate::faulty::{Asked, Fault, Faulty};
use crate::fixture::{self, Folder};
use crate::offline::{caches, copy, first_visit, version};
use crate::page::Page;
use crate::session::Setup;
use crate::version;

/// The host sends the files as they are, alters them, or is gone.
const WHOLE: u8 = 0;
const ALTERING: u8 = 1;
const GONE: u8 = 2;

/// The notice that the page cannot update.
const NOTICE: &str = "all('#altered').length === 1";
const NO_NOTICE: &str = "all('#altered').length === 0";

struct Host {
    site: Folder,
    server: Faulty,
    state: Arc<AtomicU8>,
}

impl Host {
    /// A host with a copy of the site, which alters files as `alter` says.
    fn new(alter: fn(&Asked) -> Fault) -> Self {
        let (site, state) = (copy(), Arc::new(AtomicU8::new(WHOLE)));
        let now = Arc::clone(&state);
        let server = Faulty::start(site.path(), move |asked| match now.load(Ordering::SeqCst) {
            WHOLE => Fault::None,
            ALTERING => alter(asked),
            _ => Fault::Gone,
        });
        Self { site, server, state }
    }

    fn set(&self, state: u8) {
        self.state.store(state, Ordering::SeqCst);
    }

    fn visit(&self, test: impl FnOnce(&Page)) {
        Setup::default().at(self.server.address()).noisy().run(test);
    }

    /// Deploys a new version that is altered, to a visitor who has the old one.
    fn deploy_altered(&self, page: &Page) {
        first_visit(page);
        page.until("nothing is said", NO_NOTICE);
        version::deploy(self.site.path());
        self.set(ALTERING);
        page.reload();
        assert_eq!(version(page), None, "this visit has the old version");
    }
}

fn line_ends(asked: &Asked) -> Fault {
    if asked.name.rsplit('.').next() == Some("html") { Fault::LineEnds } else { Fault::None }
}

fn script_in_the_page(asked: &Asked) -> Fault {
    if asked.name == "index.html" { Fault::Script } else { Fault::None }
}

fn script_in_another_page(asked: &Asked) -> Fault {
    if asked.name == "method.html" { Fault::Script } else { Fault::None }
}

fn manifest(asked: &Asked) -> Fault {
    if asked.name == "app.webmanifest" { Fault::Bit } else { Fault::None }
}

/// As on a host that refuses files of a kind.
fn no_manifest(asked: &Asked) -> Fault {
    if asked.name == "app.webmanifest" { Fault::Other("none") } else { Fault::None }
}

fn wasm(asked: &Asked) -> Fault {
    if asked.name.ends_with("-22222222.wasm") { Fault::Bit } else { Fault::None }
}

fn all_but_the_worker_is_lost(asked: &Asked) -> Fault {
    if asked.name == "sw.js" { Fault::None } else { Fault::Gone }
}

/// The visitor gets the new version from the network, without a network the old one, and once it
/// arrives whole, the new one everywhere.
fn new_version_comes_from_the_network(alter: fn(&Asked) -> Fault) {
    let host = Host::new(alter);
    host.visit(|page| {
        host.deploy_altered(page);
        page.until("the page says so", NOTICE);
        assert!(page.text("#altered").contains("cannot update"));
        for _ in 0..2 {
            page.reload();
            assert_eq!(version(page).as_deref(), Some("2"), "the page comes from the network");
            page.until("the page still says so", NOTICE);
            assert_eq!(page.count("#update"), 0);
        }
        host.set(GONE);
        page.reload();
        assert_eq!(version(page), None, "without a network the old version opens");
        page.load("method.html");
        assert!(page.title().starts_with("How it works"));
        host.set(WHOLE);
        page.open("#/quiz");
        page.until("the update is offered", "all('#update').length === 1");
        page.until("nothing else is said", NO_NOTICE);
        assert_eq!(version(page).as_deref(), Some("2"), "there is no way back");
        page.click_named("#update button", "Use it now");
        page.wait("only the new version is kept", || (caches(page).len() == 1).then_some(()));
        host.set(GONE);
        page.open("#/quiz");
        assert_eq!((version(page).as_deref(), page.count("#altered")), (Some("2"), 0));
    });
}

#[test]
fn version_with_other_line_ends_comes_from_the_network() {
    new_version_comes_from_the_network(line_ends);
}

#[test]
fn version_with_a_script_of_the_host_comes_from_the_network() {
    new_version_comes_from_the_network(script_in_the_page);
}

#[test]
fn version_with_one_altered_page_comes_from_the_network() {
    new_version_comes_from_the_network(script_in_another_page);
}

#[test]
fn version_with_an_altered_manifest_comes_from_the_network() {
    new_version_comes_from_the_network(manifest);
}

#[test]
fn version_without_a_manifest_comes_from_the_network() {
    new_version_comes_from_the_network(no_manifest);
}

/// The new page could not start, so the old one stays.
#[test]
fn version_with_altered_code_is_reported_and_not_used() {
    let host = Host::new(wasm);
    host.visit(|page| {
        host.deploy_altered(page);
        page.until("the page says so", NOTICE);
        page.reload();
        assert_eq!(version(page), None);
        host.set(WHOLE);
        page.reload();
        page.until("the update is offered", "all('#update').length === 1");
    });
}

#[test]
fn site_that_is_altered_from_the_start_works_and_says_so() {
    for alter in [line_ends, script_in_the_page, manifest] {
        let host = Host::new(alter);
        host.set(ALTERING);
        host.visit(|page| {
            for _ in 0..2 {
                page.open("#/quiz");
                page.until("the page says so", NOTICE);
                let no_worker =
                    "return navigator.serviceWorker.getRegistration().then((it) => !it)";
                page.wait("the worker has given up", || {
                    page.eval::<bool>(no_worker, json!([])).then_some(())
                });
                assert_eq!(page.count("#altered"), 1);
            }
            page.select("scene-flight", "often");
            page.until_chosen("scene-flight", &["often"]);
            host.set(WHOLE);
            first_visit(page);
            page.until("nothing is said", NO_NOTICE);
            assert_eq!(caches(page).len(), 1);
        });
    }
}

/// The connection breaks while a new version is being fetched. Nobody needs to know.
#[test]
fn lost_network_is_not_reported() {
    for lost in [all_but_the_worker_is_lost, |asked: &Asked| {
        if asked.name.contains("_bg-22222222") { Fault::Gone } else { Fault::None }
    }] {
        let host = Host::new(lost);
        host.visit(|page| {
            host.deploy_altered(page);
            page.wait("the worker has asked for the new version", || {
                let seen = host.server.seen();
                seen.iter().any(|at| at.name.contains("-22222222") && at.status == 0).then_some(())
            });
            let is_over = "return navigator.serviceWorker.getRegistration()
                .then((it) => !it.installing && !it.waiting)";
            page.wait("the worker has given up", || {
                page.eval::<bool>(is_over, json!([])).then_some(())
            });
            page.reload();
            assert_eq!((version(page), page.count("#altered")), (None, 0));
            host.set(WHOLE);
            page.reload();
            page.until("the update is offered", "all('#update').length === 1");
            assert_eq!(page.count("#altered"), 0);
        });
    }
}

#[test]
fn notice_goes_when_the_old_version_is_deployed_again() {
    let host = Host::new(line_ends);
    host.visit(|page| {
        host.deploy_altered(page);
        page.until("the page says so", NOTICE);
        let wasm = app_file(host.site.path(), "wasm");
        fs::remove_file(wasm).unwrap();
        fixture::copy_site(host.site.path());
        host.set(WHOLE);
        page.reload();
        page.until("nothing is said", NO_NOTICE);
        assert_eq!((version(page), caches(page).len()), (None, 1));
    });
}
