//! The site on an unmodified nginx, at the root of a host and under a path without rewrites.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::content;
use crate::fixture;
use crate::header_grade;
use crate::nginx::{Answer, Nginx};
use crate::page::Page;
use crate::persona::Persona;
use crate::session::Setup;

/// Gathers what the policy refuses, and what fails to load.
const WATCH: &str = "
    window.refused = [];
    addEventListener('securitypolicyviolation', (e) => refused.push(e.violatedDirective + e.blockedURI));
    addEventListener('error', (e) => refused.push(String(e.target?.src ?? e.message)), true);
";

const VIEWS: [&str; 9] = [
    "",
    "#/guide/sound",
    "#/method",
    "#/quiz/all",
    "#/quiz/importance",
    "#/result",
    "#/result/answers",
    "#/data",
    "#/no-such-page",
];

/// Every view, the whole quiz, and what the network saw of it.
fn every_view_works(path: &str) {
    let nginx = Nginx::start(path);
    let address = format!("{}{}", nginx.address(), path.trim_end_matches('/'));
    Setup::default().at(address.clone()).inject(WATCH).run(|page| {
        let nothing_is_refused = |page: &Page| {
            let refused: Vec<String> = page.eval("return window.refused", json!([]));
            assert_eq!(refused, Vec::<String>::new(), "{}", page.hash());
        };
        for view in VIEWS {
            page.open(view);
            nothing_is_refused(page);
        }
        for (step, _) in content::steps() {
            page.go(&format!("#/quiz/{step}"));
        }
        page.open("#/quiz");
        let persona = Persona::named("28-light-traveller");
        persona.fits(&page.walk(&persona));
        page.reload();
        persona.fits(&page.reading());
        nothing_is_refused(page);
        page.load("paper.html");
        page.until("it is styled", "getComputedStyle(all('table')[0]).tableLayout === 'fixed'");
        nothing_is_refused(page);
        let traffic = page.traffic();
        assert!(traffic.len() > VIEWS.len(), "{traffic:?}");
        for (url, status) in traffic {
            assert!(url.starts_with(&address), "{url} is elsewhere");
            assert!([200, 304].contains(&status), "{url} has status {status}");
        }
    });
}

#[test]
fn every_view_works_on_nginx_at_the_root() {
    every_view_works("/");
}

#[test]
fn every_view_works_on_nginx_under_a_path() {
    every_view_works("/a/b/");
}

/// Files of the site, as a visitor may ask for them.
fn files() -> Vec<String> {
    let is_for_visitors = |path: &Path| {
        let is_other =
            path.extension().is_some_and(|it| ["br", "gz", "conf"].iter().any(|kind| it == *kind));
        path.is_file() && !is_other && !path.ends_with("_headers")
    };
    let mut names = Vec::new();
    for folder in ["", "icon/"] {
        let files = fs::read_dir(fixture::dist().join(folder)).expect("it is built");
        let paths = files.map(|file| file.unwrap().path()).filter(|path| is_for_visitors(path));
        names.extend(
            paths.map(|path| format!("{folder}{}", path.file_name().unwrap_or_default().display())),
        );
    }
    names
}

/// What `_headers` says of an address: pairs of header and value.
fn listed(address: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(fixture::dist().join("_headers")).expect("it is built");
    let (mut applies, mut said) = (false, Vec::new());
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.trim().split_once(": ").filter(|_| line.starts_with(' ')) {
            Some((name, value)) if applies => said.push((name.to_owned(), value.to_owned())),
            Some(_) => {}
            None => applies = line == "/*" || line == address,
        }
    }
    said
}

#[test]
fn nginx_and_header_file_give_the_same_headers() {
    let nginx = Nginx::start("/");
    let names = files();
    assert!(names.len() >= 3, "{names:?}");
    for name in names.iter().map(String::as_str).chain([""]) {
        let address = format!("/{name}");
        let answer = nginx.ask(&address, "identity");
        assert_eq!(answer.status, 200, "{address}");
        let listed = listed(&address);
        assert!(listed.len() >= 9, "{address} has no rule of its own: {listed:?}");
        for (header, value) in listed {
            assert_eq!(answer.one(&header), value, "{header} of {address}");
        }
    }
}

#[test]
fn compressed_files_are_sent_unchanged() {
    let nginx = Nginx::start("/a/b/");
    for name in files() {
        let plain = nginx.ask(&format!("/a/b/{name}"), "identity");
        assert_eq!(plain.body, fs::read(fixture::dist().join(&name)).unwrap(), "{name}");
        let Ok(_) = fs::metadata(fixture::dist().join(format!("{name}.gz"))) else { continue };
        for (encoding, ending) in nginx.encodings() {
            let small = nginx.ask(&format!("/a/b/{name}"), encoding);
            assert_eq!(small.one("Content-Encoding"), *encoding, "{name}");
            let built = fs::read(fixture::dist().join(format!("{name}{ending}"))).unwrap();
            assert_eq!(small.body, built, "{name}");
            assert_eq!(small.one("Content-Type"), plain.one("Content-Type"), "{name}");
        }
    }
}

#[test]
fn errors_are_not_cached_and_host_files_are_not_served() {
    let nginx = Nginx::start("/");
    for path in ["/headphones-or-iems_bg-00000000.wasm", "/nginx.conf", "/_headers", "/none/"] {
        let answer = nginx.ask(path, "identity");
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.all("Cache-Control"), [""; 0], "{path}");
        assert_eq!(answer.one("X-Content-Type-Options"), "nosniff", "{path}");
    }
}

#[test]
fn headers_get_the_best_grade() {
    let nginx = Nginx::start("/");
    let answer: Answer = nginx.ask("/", "identity");
    let grade = header_grade::of(&answer);
    assert_eq!((grade.letter(), grade.penalties()), ("A+", 0), "{grade:?}");
}
