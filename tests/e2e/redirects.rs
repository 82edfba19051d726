//! Hosts that move pages to other addresses: every kept file opens, with a network and without.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;

use crate::faulty::{Fault, Faulty};
use crate::fixture;
use crate::offline::first_visit;
use crate::page::Page;
use crate::session::Setup;

/// The pages of the site with the starts of their titles.
const PAGES: [(&str, &str); 5] = [
    ("", "Headphones or"),
    ("index.html", "Headphones or"),
    ("method.html", "How it works"),
    ("quiz.html", "All questions"),
    ("paper.html", "The quiz on paper"),
];

/// Takes `.html` off, as Cloudflare Pages does.
fn without_extension(path: &str) -> Fault {
    match path {
        "/index.html" => Fault::Moved("/"),
        "/method.html" => Fault::Moved("/method"),
        "/quiz.html" => Fault::Moved("/quiz"),
        "/paper.html" => Fault::Moved("/paper"),
        "/method" => Fault::Other("method.html"),
        "/quiz" => Fault::Other("quiz.html"),
        "/paper" => Fault::Other("paper.html"),
        _ => Fault::None,
    }
}

/// Makes a folder of each page.
fn with_slash(path: &str) -> Fault {
    match path {
        "/method.html" | "/method" => Fault::Moved("/method/"),
        "/quiz.html" | "/quiz" => Fault::Moved("/quiz/"),
        "/paper.html" | "/paper" => Fault::Moved("/paper/"),
        "/method/" => Fault::Other("method.html"),
        "/quiz/" => Fault::Other("quiz.html"),
        "/paper/" => Fault::Other("paper.html"),
        _ => Fault::None,
    }
}

/// Shows the name of the file.
fn with_index(path: &str) -> Fault {
    if path == "/" { Fault::Moved("/index.html") } else { Fault::None }
}

/// Also moves files that are not pages.
fn with_folder(path: &str) -> Fault {
    match path {
        "/app.webmanifest" => Fault::Moved("/files/app"),
        "/files/app" => Fault::Other("app.webmanifest"),
        _ => Fault::None,
    }
}

/// Visits the site on a host, and runs `test`, which can take the host away with the flag.
fn on_host(host: fn(&str) -> Fault, test: impl FnOnce(&Page, &AtomicBool)) {
    let is_gone = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&is_gone);
    let server = Faulty::start(&fixture::dist(), move |asked| {
        if flag.load(Ordering::SeqCst) { Fault::Gone } else { host(&asked.path) }
    });
    Setup::default().at(server.address()).noisy().run(|page| {
        first_visit(page);
        test(page, &is_gone);
    });
}

#[track_caller]
fn opens(page: &Page, address: &str, title: &str) {
    page.load(address);
    let found = page.title();
    assert!(found.starts_with(title), "`{address}` shows “{found}”, not “{title}”");
}

/// The kept files that the worker does not answer itself, with status 200.
fn missing(page: &Page) -> Vec<String> {
    let script = "
        const [name] = await caches.keys();
        const kept = await (await caches.open(name)).keys();
        const answers = await Promise.all(kept.map(({ url }) => fetch(url)));
        return [kept.length < 6 && 'too few are kept',
            ...answers.map((it, at) => (it.status !== 200 || it.redirected) && kept[at].url),
        ].filter(Boolean);";
    page.eval(&format!("return (async () => {{ {script} }})()"), json!([]))
}

fn every_kept_file_opens(host: fn(&str) -> Fault) {
    on_host(host, |page, is_gone| {
        for gone in [false, true] {
            is_gone.store(gone, Ordering::SeqCst);
            for (address, title) in PAGES {
                opens(page, address, title);
            }
            page.open("#/quiz");
            assert_eq!(missing(page), [""; 0]);
        }
    });
}

#[test]
fn kept_files_open_on_a_host_that_takes_the_extension_off() {
    every_kept_file_opens(without_extension);
}

#[test]
fn kept_files_open_on_a_host_that_adds_a_slash() {
    every_kept_file_opens(with_slash);
}

#[test]
fn kept_files_open_on_a_host_that_shows_the_name_of_the_index() {
    every_kept_file_opens(with_index);
}

#[test]
fn kept_files_open_on_a_host_that_moves_other_files() {
    every_kept_file_opens(with_folder);
}

#[test]
fn addresses_of_other_hosts_open_without_a_network_and_their_links_work() {
    for host in [without_extension, with_slash] {
        on_host(host, |page, is_gone| {
            is_gone.store(true, Ordering::SeqCst);
            for (address, title) in &PAGES[2..] {
                let short = address.replace(".html", "");
                for address in [short.clone(), format!("{short}/"), format!("{address}?from=post")]
                {
                    opens(page, &address, title);
                }
                page.click("a[href^='./']");
                page.until("the app is ready", "document.documentElement.dataset.app === 'ready'");
            }
            page.open("index#/quiz");
        });
    }
}

/// The short address may belong to another page of the host.
#[test]
fn short_address_belongs_to_the_host_while_there_is_a_network() {
    let host = |path: &str| match path {
        "/quiz" | "/paper/" => Fault::Other("method.html"),
        _ => Fault::None,
    };
    on_host(host, |page, is_gone| {
        opens(page, "quiz", "How it works");
        opens(page, "paper/", "How it works");
        // The host has no such page, but the site has.
        opens(page, "paper", "The quiz on paper");
        is_gone.store(true, Ordering::SeqCst);
        opens(page, "quiz", "All questions");
    });
}
