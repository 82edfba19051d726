//! The service worker: the site without a network, and one version after another.

use std::fs;

use serde_json::json;
use xtask::server::Server;

use crate::bench::{self, Folder};
use crate::content;
use crate::faulty::{Fault, Faulty};
use crate::page::Page;
use crate::persona::Persona;
use crate::session::{Setup, visit};
use crate::version;

/// A copy of the site, to be changed.
fn copy() -> Folder {
    let copy = Folder::new("versions");
    bench::copy_site(copy.path());
    copy
}

/// The first visit, until the worker has kept everything.
#[track_caller]
fn first_visit(page: &Page) {
    page.open("#/");
    let kept = "return navigator.serviceWorker.ready.then((it) => Boolean(it.active))";
    assert!(page.eval::<bool>(kept, json!([])));
}

/// The version that is shown.
fn version(page: &Page) -> Option<String> {
    page.attribute("html", "data-version")
}

fn caches(page: &Page) -> Vec<String> {
    page.eval("return caches.keys()", json!([]))
}

#[test]
fn without_a_network_the_second_visit_goes_through_the_whole_quiz() {
    let server = Server::start(&bench::dist(), 0).expect("it can be served");
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
fn without_a_network_deep_links_open_in_any_tab() {
    let server = Server::start(&bench::dist(), 0).expect("it can be served");
    Setup::default().at(server.address()).run(|page| {
        first_visit(page);
        drop(server);
        let question = &content::questions()[4];
        for hash in
            [&format!("#/quiz/{}", question.id), "#/method", "#/result", "?from=post#/quiz/all"]
        {
            let tab = page.run(page.driver().new_tab());
            page.run(page.driver().switch_to_window(tab));
            page.open(hash);
        }
        page.open("index.html#/quiz");
        page.until_heading(&content::places().title);
        // Of others the worker has nothing, and it does not pretend to.
        let other = "return fetch('./other').then(() => 'there', () => 'gone')";
        assert_eq!(page.eval::<String>(other, json!([])), "gone");
        page.errors();
    });
}

/// A new version is deployed, and the worker of the old one has found it.
fn with_a_new_version(test: impl FnOnce(&Page, &Faulty)) {
    let site = copy();
    let server = Faulty::start(site.path(), |_| Fault::None);
    Setup::default().at(server.address()).run(|page| {
        first_visit(page);
        page.open("#/quiz");
        page.choose("scene-flight", "often");
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
fn a_new_version_waits_until_the_visitor_agrees() {
    with_a_new_version(|page, _| {
        for _ in 0..2 {
            page.reload();
            assert_eq!(version(page), None, "nobody has agreed");
            page.until("it is offered again", "all('#update').length");
        }
        page.click_named("#update button", "Use it now");
        page.until("it is there", "document.documentElement.dataset.version === '2'");
        page.until("it is ready", "document.documentElement.dataset.app === 'ready'");
        page.until_heading(&content::questions()[0].title);
        assert_eq!(page.count("#update"), 0);
        page.wait("the old one is gone", || (caches(page).len() == 1).then_some(()));
        page.go("#/quiz/scene");
        page.until_chosen("scene-flight", &["often"]);
        page.reload();
        assert_eq!(version(page).as_deref(), Some("2"));
    });
}

#[test]
fn a_deploy_under_an_open_tab_fails_no_request() {
    with_a_new_version(|page, server| {
        page.go("#/quiz/scene");
        let persona = Persona::named("28-light-traveller");
        persona.fits(&page.walk(&persona));
        page.reload();
        persona.fits(&page.reading());
        let asked = server.seen();
        assert!(asked.iter().any(|asked| asked.name.contains("-22222222.")), "the new one is kept");
        let visits = asked.iter().filter(|asked| asked.is_visit).count();
        assert_eq!(visits, 1, "but the first visit, the page came from the worker");
    });
}

#[test]
fn in_another_tab_too_the_button_takes_the_new_version() {
    with_a_new_version(|page, _| {
        let [first, second] = [page.run(page.driver().window()), page.run(page.driver().new_tab())];
        page.run(page.driver().switch_to_window(second));
        page.open("#/");
        page.until("it is offered", "all('#update').length");
        page.click_named("#update button", "Use it now");
        page.until("it is there", "document.documentElement.dataset.version === '2'");
        page.run(page.driver().switch_to_window(first));
        assert_eq!(version(page), None, "no tab is reloaded unasked");
        page.choose(&content::questions()[0].id, &content::questions()[0].options[0].id);
        page.click_named("#update button", "Use it now");
        page.until("it is there", "document.documentElement.dataset.version === '2'");
    });
}

/// An app that fails must not be kept for ever: whoever reloads it takes what is newer.
#[test]
fn the_reload_of_a_failure_takes_the_new_version() {
    with_a_new_version(|page, _| {
        page.eval::<()>("document.documentElement.dataset.app = 'failed'", json!([]));
        page.click_named("#failed button", "Reload");
        page.until("it is there", "document.documentElement.dataset.version === '2'");
        page.until("it is ready", "document.documentElement.dataset.app === 'ready'");
    });
}

/// A deploy that is caught half way: the page is there, and a file of it is not yet.
#[test]
fn half_a_deploy_is_not_kept() {
    let site = copy();
    let server = Faulty::start(site.path(), |_| Fault::None);
    Setup::default().at(server.address()).noisy().run(|page| {
        first_visit(page);
        version::deploy(site.path());
        fs::write(site.path().join("headphones-or-iems_bg-22222222.wasm"), "half").unwrap();
        page.reload();
        let tried = || server.seen().iter().any(|asked| asked.name.ends_with("22222222.wasm")).then_some(());
        page.wait("the new version was tried", tried);
        page.wait("it was given up", || {
            let waits = "return navigator.serviceWorker.getRegistration().then((it) => Boolean(it.installing || it.waiting))";
            (!page.eval::<bool>(waits, json!([]))).then_some(())
        });
        page.reload();
        assert_eq!((version(page), page.count("#update")), (None, 0));
    });
}

#[test]
fn the_kill_switch_removes_the_worker_and_all_that_it_kept() {
    let site = copy();
    let server = Faulty::start(site.path(), |_| Fault::None);
    Setup::default().at(server.address()).run(|page| {
        first_visit(page);
        page.eval::<()>("return caches.open('theirs').then(() => {})", json!([]));
        version::deploy(site.path());
        fs::copy(site.path().join("sw-off.js"), site.path().join("sw.js")).unwrap();
        page.reload();
        let gone = "return navigator.serviceWorker.getRegistration().then((it) => !it)";
        page.wait("it is gone", || page.eval::<bool>(gone, json!([])).then_some(()));
        assert_eq!(caches(page), ["theirs"]);
        page.reload();
        assert_eq!(version(page).as_deref(), Some("2"), "the page comes from the network");
    });
}

#[test]
fn two_copies_of_the_site_on_one_host_keep_their_own() {
    let host = Folder::new("host");
    for copy in ["one", "two"] {
        let folder = host.path().join(copy);
        fs::create_dir_all(&folder).unwrap();
        bench::copy_site(&folder);
    }
    let server = Faulty::start(host.path(), |_| Fault::None);
    Setup::default().at(server.address()).run(|page| {
        for copy in ["one/", "two/"] {
            page.load(copy);
            page.until("it is ready", "document.documentElement.dataset.app === 'ready'");
            assert!(
                page.eval::<bool>(
                    "return navigator.serviceWorker.ready.then(() => true)",
                    json!([])
                )
            );
        }
        assert_eq!(caches(page).len(), 2);
        version::deploy(&host.path().join("two"));
        page.reload();
        page.until("the new version is found", "all('#update').length");
        page.click_named("#update button", "Use it now");
        page.until("it is there", "document.documentElement.dataset.version === '2'");
        page.wait("the old one is gone", || (caches(page).len() == 2).then_some(()));
        assert_eq!(caches(page).iter().filter(|name| name.contains("/one/")).count(), 1);
    });
}

#[test]
fn the_site_can_be_installed() {
    visit("#/", |page| {
        let manifest: serde_json::Value = page.eval(
            "return fetch(document.querySelector('[rel=manifest]').href).then((it) => it.json())",
            json!([]),
        );
        for icon in manifest["icons"].as_array().expect("it has icons") {
            let size = "return new Promise((done, fail) => {
                const picture = new Image();
                picture.onload = () => done([picture.naturalWidth, picture.naturalHeight].join('x'));
                picture.onerror = fail;
                picture.src = a[0];
            })";
            let (address, said) = (icon["src"].as_str().unwrap(), icon["sizes"].as_str().unwrap());
            let size: String = page.eval(size, json!([address]));
            assert!(said == "any" || said == size, "{address} is {size}");
        }
        let cdp = page.driver().cdp();
        let found = page.run(cdp.send_raw("Page.getInstallabilityErrors", json!({})));
        // Headless Chromium has no windows to install into.
        let errors = found["installabilityErrors"].as_array().expect("it says").iter();
        let errors: Vec<_> = errors.map(|error| error["errorId"].as_str().unwrap()).collect();
        assert_eq!(errors, [""; 0]);
    });
}
