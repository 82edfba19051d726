//! Every view by its link, the single file in a folder, and the site without a network.

use std::{fs, panic};

use serde_json::json;
use xtask::server::Server;

use crate::content;
use crate::fixture::{self, Folder};
use crate::journey::WEIGHTS;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::{self, visit};
use crate::views::{VIEWS, View};

const SINGLE_FILE: &str = "headphones-or-iems.html";

/// The heading of the view at a hash. That of a result depends on the answers.
fn heading(hash: &str) -> Option<String> {
    let known = match hash.trim_start_matches("#/") {
        "" => content::guide().title,
        "noise" => "Noise".to_owned(),
        "method" => "How it works".to_owned(),
        "data" => "Your data".to_owned(),
        "nonsense" => "There is no such page".to_owned(),
        "quiz/all" => "All questions on one page".to_owned(),
        "quiz/importance" => WEIGHTS.to_owned(),
        other => {
            let step = other.strip_prefix("quiz/")?;
            content::steps().into_iter().find(|(id, _)| id == step)?.1
        }
    };
    Some(known)
}

/// Reloads as a visitor does. The driver's command for it passes the service worker by.
#[track_caller]
fn reload(page: &Page) {
    page.eval::<()>("window.isOld = true; location.reload()", json!([]));
    let is_ready = "!window.isOld && document.documentElement.dataset.app === 'ready'";
    page.until("the app is ready again", is_ready);
}

#[test]
fn every_view_opens_by_its_link() {
    visit("#/", |page| {
        for View { hash, visitor } in VIEWS {
            let persona = visitor.map(Persona::named);
            if let Some(persona) = &persona {
                page.come_back_with(&persona.document());
            }
            page.open(hash);
            page.until_shown(hash);
            if let Some(heading) = heading(hash) {
                assert_eq!(page.heading(), heading, "{hash}");
            }
            assert!(page.title().ends_with(" – Headphones or IEMs"), "{hash}");
            if let Some(persona) = persona.filter(|_| hash == "#/result") {
                persona.fits(&page.reading());
            }
        }
    });
}

#[test]
fn single_file_works_from_a_folder_and_keeps_answers() {
    let parent = Folder::new("single-file");
    let folder = parent.path().join("my files");
    fs::create_dir_all(&folder).expect("the folder should be created");
    fs::copy(fixture::dist().join(SINGLE_FILE), folder.join(SINGLE_FILE))
        .expect("the single-file build should exist in dist/");
    let path = folder.join(SINGLE_FILE).to_string_lossy().replace(' ', "%20");
    session::at(format!("file://{path}"), |page, _| {
        page.open("");
        page.click_named("main a", "Find your type");
        let persona = Persona::named("28-light-traveller");
        let reading = page.walk(&persona);
        persona.fits(&reading);
        page.reload();
        assert_eq!(page.reading(), reading);
        page.open("#/method");
        page.until_view("method");
        page.open("#/result");
        assert_eq!(page.reading(), reading);
    });
}

#[test]
fn second_visit_works_without_a_network() {
    let server = Server::start(&fixture::dist(), 0).expect("the server should start");
    session::at(server.address(), |page, _| {
        page.open("#/");
        let is_active = "return navigator.serviceWorker.ready.then((it) => Boolean(it.active))";
        assert!(page.eval::<bool>(is_active, json!([])));
        drop(server);
        page.open("#/");
        let other = "return fetch('./other').then(() => 'there', () => 'gone')";
        assert_eq!(page.eval::<String>(other, json!([])), "gone");
        page.click_named("#guide a", "Find your type");
        let persona = Persona::named("28-light-traveller");
        let reading = page.walk(&persona);
        persona.fits(&reading);
        reload(page);
        assert_eq!(page.reading(), reading);
        page.open("#/method");
        page.until_shown("#/method");
    });
}

#[test]
fn error_in_the_console_fails_the_test_that_causes_it() {
    let report = "reportError(new Error('deliberate'))";
    let failed = panic::catch_unwind(|| visit("#/", |page| page.eval::<()>(report, json!([]))));
    assert!(failed.is_err(), "the error should be noticed");
}
