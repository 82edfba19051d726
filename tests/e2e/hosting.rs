//! The site under other paths, and in pages that extensions or proxies have changed.

use std::fs;

use serde_json::json;
use xtask::server::Server;

use crate::fixture::{self, Folder};
use crate::persona::Persona;
use crate::session::Setup;

#[test]
fn site_works_under_any_path() {
    let host = Folder::new("host");
    let path = host.path().join("any/path");
    fs::create_dir_all(&path).expect("a folder can be made");
    fixture::copy_site(&path);
    let server = Server::start(host.path(), 0).expect("it can be served");
    Setup::default().at(format!("{}/any/path", server.address())).run(|page| {
        page.open("#/quiz");
        let persona = Persona::named("28-light-traveller");
        persona.fits(&page.walk(&persona));
        page.reload();
        persona.fits(&page.reading());
    });
}

/// What extensions and translators do to a page before its scripts run.
const ALTER: &str = "
    document.addEventListener('DOMContentLoaded', () => {
        document.body.prepend(document.createElement('grammar-helper'));
        document.body.append(document.createElement('style-helper'));
        const walk = (kind) => {
            const walker = document.createTreeWalker(document.body, kind);
            const nodes = [];
            while (walker.nextNode()) nodes.push(walker.currentNode);
            return nodes;
        };
        walk(NodeFilter.SHOW_COMMENT).forEach((comment) => comment.remove());
        for (const text of walk(NodeFilter.SHOW_TEXT)) {
            if (!text.data.trim() || text.parentNode.closest('script, svg')) continue;
            const font = document.createElement('font');
            text.replaceWith(font);
            font.append(text);
        }
        document.querySelectorAll('main p').forEach((p) => p.setAttribute('data-seen', ''));
    });
";

#[test]
fn page_altered_before_the_start_still_works() {
    Setup::default().inject(ALTER).run(|page| {
        page.open("#/");
        let altered: usize =
            page.eval("return document.querySelectorAll('main font').length", json!([]));
        assert!(altered > 100, "the page was altered");
        page.until_comparison_is_live();
        page.select("compare", "iem");
        page.select("compare", "open-back");
        page.until("two are compared", "all('table.compare .compare-types th').length === 2");
        page.click_named("main a", "Find your type");
        let persona = Persona::named("28-light-traveller");
        persona.fits(&page.walk(&persona));
    });
}
