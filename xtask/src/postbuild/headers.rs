//! The HTTP headers of each file. One list of rules is written as `_headers`, which Netlify and
//! Cloudflare Pages read, and as the configuration of an nginx location.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::policy::Policy;

/// Sent with every response, errors included.
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

/// A file with a hash in its name never changes. Others are revalidated on each use. No service on the
/// way may change a byte of either: the policy and the integrity hashes are those of the built files.
const FOREVER: &str = "public, max-age=31536000, immutable, no-transform";
const REVALIDATE: &str = "no-cache, no-transform";

/// For a file that is not a page, and so loads nothing.
const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'";

/// For a service worker, which fetches the files to precache.
const WORKER: &str = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";
/// The service worker, and its replacement that removes it.
const WORKERS: [&str; 2] = ["sw.js", "sw-off.js"];

/// Only this site's own pages may load the file.
const OWN: &str = "same-origin";

/// The headers of one file.
pub(super) struct Rule {
    name: String,
    policy: String,
    cache: &'static str,
    sharing: &'static str,
}

impl Rule {
    /// For a page.
    pub(super) fn page(name: &str, policy: &Policy) -> Self {
        let policy = policy.in_header();
        Self { name: name.to_owned(), policy, cache: REVALIDATE, sharing: OWN }
    }

    /// For any other file of the site.
    pub(super) fn file(name: &str) -> Self {
        let cache = if has_hash(name) { FOREVER } else { REVALIDATE };
        Self { name: name.to_owned(), policy: NOTHING.to_owned(), cache, sharing: OWN }
    }

    /// For a service worker.
    fn worker(name: &str) -> Self {
        Self { policy: WORKER.to_owned(), ..Self::file(name) }
    }

    /// Lets pages of other sites load the file. Its policy still decides who may frame it.
    pub(super) fn shared(self) -> Self {
        Self { sharing: "cross-origin", ..self }
    }

    /// The nginx variables that differ from their defaults.
    fn as_variables(&self) -> String {
        let mut settings = String::new();
        for (name, value, default) in [
            ("policy", self.policy.as_str(), NOTHING),
            ("cache", self.cache, REVALIDATE),
            ("sharing", self.sharing, OWN),
        ] {
            if value != default {
                // Writing to a string cannot fail.
                let _ = writeln!(settings, "        set ${name} \"{value}\";");
            }
        }
        settings
    }

    /// The paths of the file. Some hosts serve a page without its extension too.
    fn paths(&self) -> Vec<String> {
        let named = format!("/{}", self.name);
        match self.name.strip_suffix(".html") {
            Some("index") => vec!["/".to_owned(), named],
            Some(short) => vec![format!("/{short}"), named],
            None => vec![named],
        }
    }
}

/// The rules for all files of the site except its pages.
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

/// Whether a name ends in eight hexadecimal digits before its extension.
fn has_hash(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() == 8 && hash.chars().all(|c| c.is_ascii_hexdigit())
}

/// The text of `_headers`. No two rules set the same header for one path, because hosts would join
/// the values.
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

/// All content types, because a location that sets one loses the inherited ones.
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

/// The configuration of an nginx location, to be included in one with any path.
pub(super) fn nginx(rules: &[Rule]) -> String {
    let mut text = String::from(
        "# Configuration of the nginx location that serves this folder. Made by the build.\n\
         #     location / { root /srv/site; include /srv/site/nginx.conf; }\n\
         #     location /a/b/ { alias /srv/site/; include /srv/site/nginx.conf; }\n\n",
    );
    text += TYPES;
    text += "\n    gzip_static on;\n    \
             # With the brotli module, which compresses better:\n    \
             # brotli_static on;\n\n";
    let _ = write!(text, "    set $policy \"{NOTHING}\";\n    set $cache \"{REVALIDATE}\";\n");
    let _ = writeln!(text, "    set $sharing \"{OWN}\";");
    for rule in rules {
        let name = rule.name.replace('.', "\\.");
        let path = if rule.name == "index.html" { format!("({name})?") } else { name };
        let settings = rule.as_variables();
        if !settings.is_empty() {
            let _ = write!(text, "    if ($uri ~ \"/{path}$\") {{\n{settings}    }}\n");
        }
    }
    // These two are for hosts, not for visitors.
    text += "    if ($uri ~ \"/(_headers|nginx\\.conf)$\") {\n        return 404;\n    }\n\n";
    for (name, value) in ALWAYS.into_iter().chain([(POLICY, "$policy"), (SHARING, "$sharing")]) {
        let _ = writeln!(text, "    add_header {name} \"{value}\" always;");
    }
    // Without `always`, so that an error is never cached.
    let _ = writeln!(text, "    add_header {CACHE} \"$cache\";");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> [Rule; 3] {
        let policy = Policy::hosted("one", &["a{}", "b{}"]);
        [
            Rule::page("index.html", &policy),
            Rule::page("b.html", &policy),
            Rule::file("a-0123abcd.wasm"),
        ]
    }

    #[test]
    fn every_path_has_its_rule() {
        let listed = listed(&rules());
        let paths: Vec<&str> = listed.lines().filter(|line| line.starts_with('/')).collect();
        assert_eq!(paths, ["/*", "/", "/index.html", "/b", "/b.html", "/a-0123abcd.wasm"]);
        assert!(!listed.contains("'unsafe-"), "{listed}");
        let mut caching = listed.lines().filter(|line| line.trim().starts_with(CACHE));
        assert!(caching.all(|line| line.ends_with(", no-transform")), "{listed}");
        // The limit of Cloudflare Pages.
        assert!(listed.lines().all(|line| line.len() < 2000));
    }

    #[test]
    fn only_a_file_with_a_hash_in_its_name_is_cached_forever() {
        for (name, is_cached) in [
            ("a-0123abcd.wasm", true),
            ("a-b-0123abcd.js", true),
            ("a.wasm", false),
            ("headphones-or-iems.html", false),
            ("a-0123abcg.wasm", false),
        ] {
            assert_eq!(Rule::file(name).cache == FOREVER, is_cached, "{name}");
        }
    }

    #[test]
    fn nginx_sends_every_header_but_caches_no_error() {
        let configuration = nginx(&rules());
        assert!(
            configuration
                .contains("if ($uri ~ \"/(index\\.html)?$\") {\n        set $policy \"default")
        );
        assert!(
            configuration
                .contains("if ($uri ~ \"/a-0123abcd\\.wasm$\") {\n        set $cache \"public")
        );
        let sent = configuration.lines().filter(|line| line.trim_start().starts_with("add_header"));
        assert_eq!(sent.clone().count(), ALWAYS.len() + 3);
        let sometimes: Vec<&str> = sent.filter(|line| !line.ends_with(" always;")).collect();
        assert_eq!(sometimes, ["    add_header Cache-Control \"$cache\";"]);
    }
}
