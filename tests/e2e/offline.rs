//! The service worker: using the site offline, updating to a new version, and the kill switch.

use std::fs;

use serde_json::json;
use xtask::server::Server;

use crate::content;
use crate::faulty::{Fault, Faulty};
use crate::fixture::{self, Folder};
use crate::page::Page;
use crate::persona::Persona;
use crate::session::Setup;
use crate::version;

/// A copy of the site that a test may change.
pub fn copy() -> Folder {
    let copy = Folder::new("versions");
    fixture::copy_site(copy.path());
    copy
}

/// Opens the site and waits until the service worker has cached everything and is active.
#[track_caller]
pub fn first_visit(page: &Page) {
    page.open("#/");
    let is_active = "return navigator.serviceWorker.ready.then((it) => Boolean(it.active))";
    assert!(page.eval::<bool>(is_active, json!([])));
}

/// The version of the page that is open: `None` for the original, "2" for the deployed one.
pub fn version(page: &Page) -> Option<String> {
    page.attribute("html", "data-version")
}

pub fn caches(page: &Page) -> Vec<String> {
    page.eval("return caches.keys()", json!([]))
}

#[test]
fn whole_quiz_works_offline_after_one_visit() {
    let server = Server::start(&fixture::dist(), 0).expect("the server should start");
    Setup::default().at(server.address()).run(|page| {
        first_visit(page);
        drop(server);
        page.open("#/");
        page.click_named("main a", "Find your type");
        let persona = Persona::named("28-light-traveller");
        persona.fits(&page.walk(&persona));
        page.reload();
        persona.fits(&page.reading());
    });
}

#[test]
fn deep_links_open_offline_in_new_tabs() {
    let server = Server::start(&fixture::dist(), 0).expect("the server should start");
    Setup::default().at(server.address()).run(|page| {
        first_visit(page);
        drop(server);
        let question = &content::questions()[4];
        for hash in
            [&format!("#/quiz/{}", question.id), "#/method", "#/result", "?from=post#/quiz/all"]
        {
            page.switch(&page.add_tab());
            page.open(hash);
        }
        page.open("index.html#/quiz");
        page.until_heading(&content::context_question().title);
        // For a URL that is not part of the site, the worker must not answer with a cached file.
        let other = "return fetch('./other').then(() => 'there', () => 'gone')";
        assert_eq!(page.eval::<String>(other, json!([])), "gone");
        page.errors();
    });
}

/// Deploys a new version while the old one is open, and runs `test` once the old version's service
/// worker has found it. Fails if any request got another status than 200.
fn with_a_new_version(test: impl FnOnce(&Page, &Faulty)) {
    let site = copy();
    let server = Faulty::start(site.path(), |_| Fault::None);
    Setup::default().at(server.address()).run(|page| {
        first_visit(page);
        page.open("#/quiz");
        page.select("scene-flight", "often");
        version::deploy(site.path());
        page.go_on();
        page.until_heading(&content::questions()[0].title);
        page.reload();
        page.until("the new version is found", "all('#update').length");
        test(page, &server);
        let failed = server.seen().into_iter().filter(|asked| asked.status != 200);
        assert_eq!(failed.map(|asked| asked.name).collect::<Vec<_>>(), [""; 0]);
    });
}

#[test]
fn new_version_is_used_only_after_consent() {
    with_a_new_version(|page, _| {
        for _ in 0..2 {
            page.reload();
            assert_eq!(version(page), None, "the new version was used without consent");
            page.until("the update is offered again", "all('#update').length");
        }
        page.click_named("#update button", "Use it now");
        page.until("the new version is open", "document.documentElement.dataset.version === '2'");
        page.until("the app is ready", "document.documentElement.dataset.app === 'ready'");
        page.until_heading(&content::questions()[0].title);
        assert_eq!(page.count("#update"), 0);
        page.wait("the old cache is deleted", || (caches(page).len() == 1).then_some(()));
        page.go("#/quiz/scene");
        page.until_chosen("scene-flight", &["often"]);
        page.reload();
        assert_eq!(version(page).as_deref(), Some("2"));
    });
}

#[test]
fn deploy_during_a_visit_breaks_no_request() {
    with_a_new_version(|page, server| {
        page.go("#/quiz/scene");
        let persona = Persona::named("28-light-traveller");
        persona.fits(&page.walk(&persona));
        page.reload();
        persona.fits(&page.reading());
        let requests = server.seen();
        let is_cached = requests.iter().any(|asked| asked.name.contains("-22222222."));
        assert!(is_cached, "the new version should be cached");
        let navigations = requests.iter().filter(|asked| asked.is_visit).count();
        assert_eq!(navigations, 1, "after the first visit, the worker should serve the page");
    });
}

#[test]
fn update_button_works_in_each_open_tab() {
    with_a_new_version(|page, _| {
        let [first, second] = [page.tab(), page.add_tab()];
        page.switch(&second);
        page.open("#/");
        page.until("the update is offered", "all('#update').length");
        page.click_named("#update button", "Use it now");
        page.until("the new version is open", "document.documentElement.dataset.version === '2'");
        page.switch(&first);
        assert_eq!(version(page), None, "a tab should not reload by itself");
        page.select(&content::questions()[0].id, &content::questions()[0].options[0].id);
        page.click_named("#update button", "Use it now");
        page.until("the new version is open", "document.documentElement.dataset.version === '2'");
    });
}

/// A broken version must not stay cached, so reloading after a failure updates without asking.
#[test]
fn reloading_after_a_failure_takes_the_new_version() {
    with_a_new_version(|page, _| {
        page.eval::<()>("document.documentElement.dataset.app = 'failed'", json!([]));
        page.click_named("#failed button", "Reload");
        page.until("the new version is open", "document.documentElement.dataset.version === '2'");
        page.until("the app is ready", "document.documentElement.dataset.app === 'ready'");
    });
}

/// The worker checks for updates during a deploy, when the page is new but one file is incomplete.
#[test]
fn incomplete_deploy_is_not_cached() {
    let site = copy();
    let server = Faulty::start(site.path(), |_| Fault::None);
    Setup::default().at(server.address()).noisy().run(|page| {
        first_visit(page);
        version::deploy(site.path());
        fs::write(site.path().join("headphones-or-iems_bg-22222222.wasm"), "half").unwrap();
        page.reload();
        page.wait("the worker has requested the new version", || {
            let requests = server.seen();
            requests.iter().any(|asked| asked.name.ends_with("22222222.wasm")).then_some(())
        });
        page.wait("the worker has given the update up", || {
            let is_pending = "return navigator.serviceWorker.getRegistration()
                .then((it) => Boolean(it.installing || it.waiting))";
            (!page.eval::<bool>(is_pending, json!([]))).then_some(())
        });
        page.reload();
        assert_eq!((version(page), page.count("#update")), (None, 0));
    });
}

#[test]
fn kill_switch_removes_the_worker_and_its_caches() {
    let site = copy();
    let server = Faulty::start(site.path(), |_| Fault::None);
    Setup::default().at(server.address()).run(|page| {
        first_visit(page);
        page.eval::<()>("return caches.open('theirs').then(() => {})", json!([]));
        version::deploy(site.path());
        fs::copy(site.path().join("sw-off.js"), site.path().join("sw.js")).unwrap();
        page.reload();
        let gone = "return navigator.serviceWorker.getRegistration().then((it) => !it)";
        page.wait("the worker is unregistered", || {
            page.eval::<bool>(gone, json!([])).then_some(())
        });
        assert_eq!(caches(page), ["theirs"]);
        page.reload();
        assert_eq!(version(page).as_deref(), Some("2"), "the page should come from the network");
    });
}

/// Chromium installs nothing from a context of its own, as in its private mode.
#[test]
fn site_can_be_installed() {
    Setup::default().alone().run(|page| {
        page.open("#/");
        let manifest: serde_json::Value = page.eval(
            "return fetch(document.querySelector('[rel=manifest]').href).then((it) => it.json())",
            json!([]),
        );
        for icon in manifest["icons"].as_array().expect("the manifest should list icons") {
            let size = "return new Promise((done, fail) => {
                const picture = new Image();
                picture.onload = () =>
                    done([picture.naturalWidth, picture.naturalHeight].join('x'));
                picture.onerror = fail;
                picture.src = a[0];
            })";
            let (address, stated) =
                (icon["src"].as_str().unwrap(), icon["sizes"].as_str().unwrap());
            let size: String = page.eval(size, json!([address]));
            assert!(stated == "any" || stated == size, "{address} is {size}, not {stated}");
        }
        let cdp = page.driver().cdp();
        let found = page.run(cdp.send_raw("Page.getInstallabilityErrors", json!({})));
        // Headless Chromium cannot install an app, so only ask for reasons against installing it.
        let errors =
            found["installabilityErrors"].as_array().expect("there should be a list").iter();
        let errors: Vec<_> = errors.map(|error| error["errorId"].as_str().unwrap()).collect();
        assert_eq!(errors, [""; 0]);
    });
}
