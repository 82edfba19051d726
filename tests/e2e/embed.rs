//! The quiz embedded in an article on another site, as the README describes it: what works in the frame,
//! and where its links lead.

use std::fs;

use serde_json::json;
use xtask::server::Server;

use crate::article::{code, in_article};
use crate::content;
use crate::fixture::{self, Folder};
use crate::persona::Persona;
use crate::session::Setup;

#[test]
fn quiz_works_in_a_cross_site_frame_that_resizes_to_fit() {
    in_article(Setup::default(), |page| {
        page.until_heading(&content::context_question().title);
        assert_eq!(
            page.count("#head, #foot, #guide, .skip"),
            0,
            "the frame should show the quiz alone"
        );
        let first = page.until_fits(0);
        let persona = Persona::named("28-light-traveller");
        persona.fits(&page.walk(&persona));
        page.until_fits(0);
        page.click("[aria-labelledby=result-shop] > summary");
        page.until("the part is open", "document.querySelector('.fold[open]')");
        let last = page.until_fits(0);
        assert!(
            (last - first).abs() > 100.0,
            "the frame height should change: {first}, then {last}"
        );
        let scrolls = "return document.documentElement.scrollHeight - innerHeight";
        assert!(page.eval::<f64>(scrolls, json!([])) < 2.0, "the frame should not scroll");
        page.resize(500, 900);
        page.until_fits(0);
    });
}

#[test]
fn frame_without_storage_shows_a_notice_and_the_quiz_works() {
    let setup = Setup::default().pref("profile.default_content_setting_values.cookies", 2);
    in_article(setup, |page| {
        let notice = page.text("main .notice");
        assert!(notice.contains("not kept"), "the notice is “{notice}”");
        let persona = Persona::named("28-light-traveller");
        persona.fits(&page.walk(&persona));
    });
}

#[test]
fn quiz_works_when_third_party_storage_is_blocked() {
    let setup = Setup::default()
        .pref("profile.block_third_party_cookies", true)
        .pref("profile.cookie_controls_mode", 1);
    in_article(setup, |page| {
        let persona = Persona::named("28-light-traveller");
        persona.fits(&page.walk(&persona));
    });
}

#[test]
fn frame_registers_no_service_worker_and_loads_no_manifest() {
    in_article(Setup::default(), |page| {
        page.walk(&Persona::named("28-light-traveller"));
        let workers = "return navigator.serviceWorker.getRegistrations().then((all) => all.length)";
        assert_eq!(page.eval::<usize>(workers, json!([])), 0);
        assert!(page.requests().iter().all(|url| !url.contains("manifest")));
    });
}

#[test]
fn links_away_from_the_quiz_open_the_full_site_in_a_new_tab() {
    in_article(Setup::default(), |page| {
        page.walk(&Persona::named("28-light-traveller"));
        let before = page.run(page.driver().windows());
        let site: String = page.eval("return location.origin", json!([]));
        // Links between sections of the result stay in the frame.
        page.go("#/result/shop");
        page.until("the part is open", "document.activeElement?.closest('details')?.open");
        let away = "const hrefs = all('main a[href]').map((a) => a.getAttribute('href'));
                    return hrefs.filter((href) => !/^#.(quiz|result)/.test(href)).length";
        assert!(page.eval::<usize>(away, json!([])) > 3, "there should be links to other views");
        let link = "main a[href^='#/method'], main a[href^='#/guide']";
        page.click(link);
        let tab = page.wait("a new tab is open", || {
            let windows = page.run(page.driver().windows());
            windows.into_iter().find(|window| !before.contains(window))
        });
        page.until_view("result");
        page.switch(&tab);
        page.until("the full site is ready", "document.documentElement.dataset.app === 'ready'");
        assert_eq!(page.count("#head nav"), 1);
        let at: String = page.eval("return location.href", json!([]));
        assert!(at.starts_with(&format!("{site}/#/")), "{at}");
    });
}

#[test]
fn other_routes_in_the_frame_redirect_to_the_quiz() {
    in_article(Setup::default(), |page| {
        page.go("#/method");
        page.until_view("quiz");
        assert_eq!(page.hash(), "#/quiz");
    });
}

#[test]
fn other_routes_of_embed_outside_a_frame_redirect_to_the_full_site() {
    Setup::default().run(|page| {
        page.open("embed.html#/method");
        page.until_view("method");
        let at: String = page.eval("return location.href", json!([]));
        assert_eq!(at, format!("{}/#/method", fixture::site()));
        page.open("embed.html");
        page.until_view("quiz");
        assert_eq!(
            page.count("#head, #foot"),
            0,
            "the quiz itself should stay without header and footer"
        );
    });
}

/// The URL is that of the copy, without hash and query.
#[test]
fn result_and_method_show_the_embed_code_of_the_readme_with_their_own_url() {
    let site = Folder::new("copy");
    let folder = site.path().join("a&b/deep");
    fs::create_dir_all(&folder).expect("a folder can be made");
    fixture::copy_site(&folder);
    let server = Server::start(site.path(), 0).expect("it can be served");
    let at = format!("{}/a&b/deep", server.address());
    // In the code, the URL is in an attribute. The README's style removes the border.
    let expected = code(&at.replace('&', "&amp;")).replace(" style=\"border: 0\"", "");
    Setup::default().at(at).run(|page| {
        page.open("#/result");
        page.come_back_with(&Persona::named("02-commuter").document());
        for (hash, view) in [("?x=/y/#/result", "result"), ("index.html#/method/sum", "method")] {
            page.open(hash);
            page.until_view(view);
            assert_eq!(page.count("#live code"), 0);
            page.click_named("#live summary", "The quiz in a page of your own");
            let shown: String = page.eval("return all('#live code')[0].textContent", json!([]));
            assert_eq!(shown.trim(), expected.trim(), "{view}");
        }
    });
    assert!(fixture::dist().join("embed.html").is_file());
}
