//! The grade that Mozilla's HTTP Observatory would give to a response, by its published rules:
//! <https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring>. Every site starts with
//! 100 points. Each failed test takes points off, and bonus points count if at least 90 are left.
//!
//! The redirect from `http:` and the certificate are left out, because they depend on the host. For
//! cookies and cross-origin sharing, of which the site has none, only their absence is tested.

use crate::nginx::Answer;

/// The score of each test: a bonus if positive, a penalty if negative.
#[derive(Debug)]
pub struct Grade(Vec<(&'static str, i32)>);

impl Grade {
    /// The sum of all penalties, 0 or less.
    pub fn penalties(&self) -> i32 {
        self.0.iter().map(|(_, points)| points.min(&0)).sum()
    }

    fn score(&self) -> i32 {
        let left = 100 + self.penalties();
        let bonus: i32 = self.0.iter().map(|(_, points)| points.max(&0)).sum();
        if left >= 90 { left + bonus } else { left.max(0) }
    }

    /// The letter grade, from "A+" to "F".
    pub fn letter(&self) -> &'static str {
        match self.score() {
            100.. => "A+",
            90..100 => "A",
            85..90 => "A-",
            80..85 => "B+",
            70..80 => "B",
            65..70 => "B-",
            60..65 => "C+",
            50..60 => "C",
            45..50 => "C-",
            40..45 => "D+",
            30..40 => "D",
            25..30 => "D-",
            _ => "F",
        }
    }
}

/// Grades a response by its headers and by the script tags in its body.
pub fn of(answer: &Answer) -> Grade {
    let header = |name| answer.all(name).join(", ");
    let policy = header("Content-Security-Policy");
    Grade(vec![
        ("Content-Security-Policy", of_policy(&policy)),
        ("Cookies", if header("Set-Cookie").is_empty() { 0 } else { -40 }),
        ("Sharing", if header("Access-Control-Allow-Origin").is_empty() { 0 } else { -50 }),
        ("Referrer-Policy", of_referrer(&header("Referrer-Policy"))),
        ("Strict-Transport-Security", of_transport(&header("Strict-Transport-Security"))),
        (
            "X-Content-Type-Options",
            if header("X-Content-Type-Options") == "nosniff" { 0 } else { -5 },
        ),
        ("X-Frame-Options", of_framing(&policy, &header("X-Frame-Options"))),
        ("Cross-Origin-Resource-Policy", of_resource(&header("Cross-Origin-Resource-Policy"))),
        ("Integrity", of_scripts(&String::from_utf8_lossy(&answer.body))),
    ])
}

/// The sources that a policy lists for a directive.
fn sources<'a>(policy: &'a str, directive: &str) -> Option<Vec<&'a str>> {
    let mut all = policy.split(';').map(str::split_whitespace);
    let mut found = all.find_map(|mut it| (it.next() == Some(directive)).then_some(it))?;
    Some(found.by_ref().collect())
}

/// Whether a source allows any host.
fn is_broad(source: &str) -> bool {
    let schemes = ["ftp:", "http:", "https:"];
    schemes.contains(&source)
        || ["*", "http://*", "https://*"].contains(&source)
        || source.ends_with("://*.*")
}

fn of_policy(policy: &str) -> i32 {
    if policy.is_empty() {
        return -25;
    }
    let of = |directive: &str| {
        let fallback = || sources(policy, "default-src");
        sources(policy, directive).or_else(fallback).unwrap_or_else(|| vec!["*"])
    };
    let (script, style, object) = (of("script-src"), of("style-src"), of("object-src"));
    let is_unsafe =
        |source: &&str| is_broad(source) || ["'unsafe-inline'", "data:"].contains(source);
    let is_insecure = |source: &&str| source.starts_with("http:") || source.starts_with("ftp:");
    let passive = [of("img-src"), of("media-src")].concat();
    let active = [&script[..], &style, &object, &of("connect-src")].concat();
    let is_evaluated = [&script[..], &style].concat().contains(&"'unsafe-eval'");
    let is_open = script.iter().any(is_unsafe) || object.iter().any(|source| is_broad(source));
    if is_open || active.iter().any(is_insecure) {
        -20
    } else if is_evaluated || passive.iter().any(is_insecure) {
        -10
    } else if style.iter().any(is_unsafe) {
        0
    } else if sources(policy, "default-src").is_some_and(|it| it == ["'none'"]) {
        10
    } else {
        5
    }
}

fn of_referrer(value: &str) -> i32 {
    // Of several values, the last that the browser knows applies.
    match value.rsplit(',').next().unwrap_or_default().trim() {
        "no-referrer" | "same-origin" | "strict-origin" | "strict-origin-when-cross-origin" => 5,
        "" => 0,
        _ => -5,
    }
}

fn of_transport(value: &str) -> i32 {
    let mut parts = value.split(';').map(str::trim);
    let age = parts.find_map(|part| part.strip_prefix("max-age=")?.parse::<u32>().ok());
    match age {
        None => -20,
        // Six months, in seconds.
        Some(0..15_768_000) => -10,
        Some(_) => 0,
    }
}

fn of_framing(policy: &str, header: &str) -> i32 {
    match sources(policy, "frame-ancestors") {
        Some(sources) if !sources.iter().any(|source| is_broad(source)) => 5,
        _ if ["DENY", "SAMEORIGIN"].contains(&header) => 0,
        _ => -20,
    }
}

fn of_resource(value: &str) -> i32 {
    match value {
        "same-origin" | "same-site" => 10,
        "" | "cross-origin" => 0,
        _ => -5,
    }
}

/// Only scripts from other hosts need Subresource Integrity.
fn of_scripts(html: &str) -> i32 {
    let scripts = html.split("<script").skip(1).filter_map(|it| it.split('>').next());
    let elsewhere = scripts.filter(|tag| tag.contains("src=http") || tag.contains("src=\"http"));
    elsewhere.map(|tag| if tag.contains("integrity=") { 0 } else { -5 }).min().unwrap_or(0)
}

#[test]
fn each_mistake_lowers_the_grade() {
    for (policy, points) in [
        ("", -25),
        ("default-src 'self'", 5),
        ("default-src 'none'; script-src 'self'", 10),
        ("default-src 'none'; script-src 'self' 'unsafe-inline'", -20),
        ("default-src 'none'; script-src data:", -20),
        ("default-src 'none'; script-src 'unsafe-eval'", -10),
        ("default-src 'none'; script-src 'wasm-unsafe-eval'", 10),
        ("default-src 'none'; style-src 'unsafe-inline'", 0),
        ("default-src 'none'; img-src http://a.example", -10),
        ("script-src 'self'", -20),
    ] {
        assert_eq!(of_policy(policy), points, "{policy}");
    }
    assert_eq!(
        [of_transport("max-age=1"), of_transport(""), of_transport("max-age=63072000")],
        [-10, -20, 0]
    );
    assert_eq!(
        [of_framing("frame-ancestors 'none'", ""), of_framing("", "DENY"), of_framing("", "")],
        [5, 0, -20]
    );
    assert_eq!([of_referrer("no-referrer"), of_referrer("unsafe-url")], [5, -5]);
    assert_eq!(
        [of_resource("same-origin"), of_resource("cross-origin"), of_resource("x")],
        [10, 0, -5]
    );
    assert_eq!(
        [of_scripts("<script src=./a.js>"), of_scripts("<script src=https://a.example/a.js>")],
        [0, -5]
    );
    let grade = |points| Grade(vec![("", points)]).letter();
    assert_eq!([grade(0), grade(-5), grade(-20), grade(-100)], ["A+", "A", "B+", "F"]);
}
