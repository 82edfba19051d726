//! What a host says beside each file: one list of rules, written as the file `_headers` that Netlify
//! and Cloudflare Pages read, and as the settings of a location of nginx.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::policy::Policy;

/// For everything, also for what is not there.
const ALWAYS: [(&str, &str); 6] = [
    ("Strict-Transport-Security", "max-age=63072000"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
         magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
];

const POLICY: &str = "Content-Security-Policy";
const CACHE: &str = "Cache-Control";
const SHARING: &str = "Cross-Origin-Resource-Policy";

/// A file whose name has its hash never changes; any other is asked for again each time, and comes
/// only if it has changed.
const FOREVER: &str = "public, max-age=31536000, immutable";
const ASK: &str = "no-cache";

/// What is no page has nothing to load, nor to frame.
const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'";

/// What a service worker needs.
const WORKER: &str = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";
/// The service worker, and the one that takes its place to switch it off.
const WORKERS: [&str; 2] = ["sw.js", "sw-off.js"];

/// Only this site may load it into its pages.
const OWN: &str = "same-origin";

/// What is said of one file.
pub(super) struct Rule {
    name: String,
    policy: String,
    cache: &'static str,
    sharing: &'static str,
}

impl Rule {
    /// Of a page that no other page may frame.
    pub(super) fn page(name: &str, policy: &Policy) -> Self {
        let policy = policy.in_header();
        Self { name: name.to_owned(), policy, cache: ASK, sharing: OWN }
    }

    /// Of any other file of the site.
    pub(super) fn file(name: &str) -> Self {
        let cache = if has_hash(name) { FOREVER } else { ASK };
        Self { name: name.to_owned(), policy: NOTHING.to_owned(), cache, sharing: OWN }
    }

    /// Of a service worker, which asks for the files that it keeps.
    fn worker(name: &str) -> Self {
        Self { policy: WORKER.to_owned(), ..Self::file(name) }
    }

    /// With leave for pages of other sites to load it; its policy still says who may frame it.
    pub(super) fn shared(self) -> Self {
        Self { sharing: "cross-origin", ..self }
    }

    /// What differs from the usual, as nginx is told.
    fn as_variables(&self) -> String {
        let mut said = String::new();
        for (name, value, usual) in [
            ("policy", self.policy.as_str(), NOTHING),
            ("cache", self.cache, ASK),
            ("sharing", self.sharing, OWN),
        ] {
            if value != usual {
                // Writing to a string cannot fail.
                let _ = writeln!(said, "        set ${name} \"{value}\";");
            }
        }
        said
    }

    /// The addresses of the file: that of a page may also lack its ending.
    fn paths(&self) -> Vec<String> {
        let named = format!("/{}", self.name);
        match self.name.strip_suffix(".html") {
            Some("index") => vec!["/".to_owned(), named],
            Some(short) => vec![format!("/{short}"), named],
            None => vec![named],
        }
    }
}

/// The rules for all files of the site but its pages.
pub(super) fn of_others(site: &Path) -> Result<Vec<Rule>> {
    let mut names = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(site.join(&folder));
        for entry in entries.with_context(|| format!("cannot read the folder `{folder}`"))? {
            let path = entry?.path();
            let name = format!("{folder}{}", path.file_name().unwrap_or_default().display());
            match path.extension() {
                _ if path.is_dir() => folders.push(format!("{name}/")),
                Some(kind) if kind == "html" => {}
                _ => names.push(name),
            }
        }
    }
    names.sort();
    let rule = |name: &String| {
        if WORKERS.contains(&name.as_str()) { Rule::worker(name) } else { Rule::file(name) }
    };
    Ok(names.iter().map(rule).collect())
}

/// Whether a name ends in eight hexadecimal digits, before its ending.
fn has_hash(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() == 8 && hash.chars().all(|c| c.is_ascii_hexdigit())
}

/// As the file `_headers`. No two rules say the same header of an address: hosts would join them.
pub(super) fn listed(rules: &[Rule]) -> String {
    let mut text = String::from("# Read by Netlify and Cloudflare Pages. Made by the build.\n/*\n");
    for (name, value) in ALWAYS {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {name}: {value}");
    }
    for rule in rules {
        for path in rule.paths() {
            let _ = writeln!(text, "{path}");
            for (name, value) in
                [(POLICY, rule.policy.as_str()), (CACHE, rule.cache), (SHARING, rule.sharing)]
            {
                let _ = writeln!(text, "  {name}: {value}");
            }
        }
    }
    text
}

/// The kinds of file, since a location that names one has to name all.
const TYPES: &str = "    types {
        text/html html;
        text/css css;
        text/javascript js;
        text/plain txt;
        application/json json;
        application/manifest+json webmanifest;
        application/wasm wasm;
        image/svg+xml svg;
        image/png png;
        image/x-icon ico;
    }
    default_type application/octet-stream;
    charset utf-8;
";

/// As settings of a location of nginx, whatever its path: `include` it there.
pub(super) fn nginx(rules: &[Rule]) -> String {
    let mut text = String::from(
        "# Settings for the location of nginx that serves this folder. Made by the build.\n\
         #     location / { root /srv/site; include /srv/site/nginx.conf; }\n\
         #     location /a/b/ { alias /srv/site/; include /srv/site/nginx.conf; }\n\n",
    );
    text += TYPES;
    text += "\n    gzip_static on;\n    \
             # With the module of that name, which compresses better:\n    \
             # brotli_static on;\n\n";
    let _ = write!(text, "    set $policy \"{NOTHING}\";\n    set $cache \"{ASK}\";\n");
    let _ = writeln!(text, "    set $sharing \"{OWN}\";");
    for rule in rules {
        let name = rule.name.replace('.', "\\.");
        let path = if rule.name == "index.html" { format!("({name})?") } else { name };
        let said = rule.as_variables();
        if !said.is_empty() {
            let _ = write!(text, "    if ($uri ~ \"/{path}$\") {{\n{said}    }}\n");
        }
    }
    // What is meant for hosts is for no visitor.
    text += "    if ($uri ~ \"/(_headers|nginx\\.conf)$\") {\n        return 404;\n    }\n\n";
    for (name, value) in ALWAYS.into_iter().chain([(POLICY, "$policy"), (SHARING, "$sharing")]) {
        let _ = writeln!(text, "    add_header {name} \"{value}\" always;");
    }
    // Not always: nobody is to remember for a year that a file was missing.
    let _ = writeln!(text, "    add_header {CACHE} \"$cache\";");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> [Rule; 3] {
        let policy = Policy::hosted(&["one"], "a{}");
        [
            Rule::page("index.html", &policy),
            Rule::page("b.html", &policy),
            Rule::file("a-0123abcd.wasm"),
        ]
    }

    #[test]
    fn every_address_has_its_rule() {
        let listed = listed(&rules());
        let paths: Vec<&str> = listed.lines().filter(|line| line.starts_with('/')).collect();
        assert_eq!(paths, ["/*", "/", "/index.html", "/b", "/b.html", "/a-0123abcd.wasm"]);
        assert!(!listed.contains("'unsafe-"), "{listed}");
        // Cloudflare takes no longer lines.
        assert!(listed.lines().all(|line| line.len() < 2000));
    }

    #[test]
    fn only_what_has_its_hash_in_its_name_is_kept_for_ever() {
        for (name, is_kept) in [
            ("a-0123abcd.wasm", true),
            ("a-b-0123abcd.js", true),
            ("a.wasm", false),
            ("headphones-or-iems.html", false),
            ("a-0123abcg.wasm", false),
        ] {
            assert_eq!(Rule::file(name).cache == FOREVER, is_kept, "{name}");
        }
    }

    #[test]
    fn nginx_is_told_what_differs_and_sends_it_always() {
        let told = nginx(&rules());
        assert!(
            told.contains("if ($uri ~ \"/(index\\.html)?$\") {\n        set $policy \"default")
        );
        assert!(
            told.contains("if ($uri ~ \"/a-0123abcd\\.wasm$\") {\n        set $cache \"public")
        );
        let sent = told.lines().filter(|line| line.trim_start().starts_with("add_header"));
        assert_eq!(sent.clone().count(), ALWAYS.len() + 3);
        let sometimes: Vec<&str> = sent.filter(|line| !line.ends_with(" always;")).collect();
        assert_eq!(sometimes, ["    add_header Cache-Control \"$cache\";"]);
    }
}
