//! Answers on their way: by a link, and by a file.

use std::fs;

use xtask::server::Server;

use crate::fixture;
use crate::persona::Persona;
use crate::session::{self, visit};

#[test]
fn link_opens_the_same_verdict_and_leaves_own_answers_alone() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("28-light-traveller").document());
        let theirs = page.reading();
        let link = page.wait("the link is shown", || page.attribute("#link", "value"));
        let (_, hash) = link.split_once('#').expect("the link should have a hash");
        let own = Persona::named("02-commuter");
        page.come_back_with(&own.document());
        let mine = page.reading();
        assert_ne!(mine, theirs);
        page.open(&format!("#{hash}"));
        assert_eq!((page.count("#shared"), page.reading()), (1, theirs));
        assert_eq!(page.stored_text(), Some(own.document()));
        page.click_named("a", "Show my own result");
        page.until("the notice is gone", "all('#shared').length === 0");
        assert_eq!(page.reading(), mine);
    });
}

#[test]
fn exported_file_brings_erased_answers_back() {
    let server = Server::start(&fixture::dist(), 0).expect("the server should start");
    session::at(server.address(), |page, downloads| {
        page.open("#/result");
        page.come_back_with(&Persona::named("36-places-double").document());
        let before = page.reading();
        page.go("#/data");
        page.until_view("data");
        page.click("main a.button[download]");
        let name = page.attribute("main a.button[download]", "download").expect("it has a name");
        let file = downloads.join(name);
        let export = || fs::read_to_string(&file).ok().filter(|text| !text.is_empty());
        let export = page.wait("the file is saved", export);
        page.click_named("button", "Erase everything");
        page.click_named("button", "Yes, erase everything");
        page.go("#/result");
        page.until_view("result");
        assert_eq!(page.until_other_than(&before).verdict, "undecided");
        page.go("#/data");
        page.until_view("data");
        page.choose_file("#data-file", &file);
        page.until("the preview is shown", "all('#offer h3').length === 1");
        page.click_named("button", "Import");
        page.until("the preview is closed", "all('#offer h3').length === 0");
        fs::remove_file(&file).expect("the file can be removed");
        page.click("main a.button[download]");
        let again = || fs::read_to_string(&file).ok().filter(|text| !text.is_empty());
        assert_eq!(page.wait("the file is saved again", again), export);
        page.go("#/result");
        page.until_view("result");
        assert_eq!(page.reading(), before);
    });
}
