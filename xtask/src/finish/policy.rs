//! What a page may do, as a browser is told: in the page itself, for hosts that send no headers, and
//! as a header. Both come from here.

use xtask::name;

/// What one page may load and run. All its scripts and styles stand in it, and nothing else runs.
pub(super) struct Policy {
    scripts: String,
    styles: String,
    /// Files beside the page, or none.
    files: &'static str,
    pictures: &'static str,
}

impl Policy {
    /// For a page beside its files.
    pub(super) fn hosted(scripts: &[&str], style: &str) -> Self {
        let scripts = format!("'wasm-unsafe-eval' {}", hashes(scripts));
        Self { scripts, styles: hashes(&[style]), files: "'self'", pictures: "'self' data:" }
    }

    /// For a page without scripts.
    pub(super) fn still(style: &str) -> Self {
        Self { scripts: "'none'".to_owned(), ..Self::alone(&[], style) }
    }

    /// For a page that is all there is: it can ask nobody for anything.
    pub(super) fn alone(scripts: &[&str], style: &str) -> Self {
        Self { files: "'none'", pictures: "data:", ..Self::hosted(scripts, style) }
    }

    /// As the page says it.
    pub(super) fn in_page(&self) -> String {
        let Self { scripts, styles, files, pictures } = self;
        format!(
            "default-src 'none'; script-src {scripts}; style-src {styles}; \
             img-src {pictures}; connect-src {files}; manifest-src {files}; worker-src {files}; \
             base-uri 'none'; form-action 'none'"
        )
    }

    /// As a header says it: here alone a page can be kept out of frames.
    pub(super) fn in_header(&self) -> String {
        format!("{}; frame-ancestors 'none'", self.in_page())
    }
}

fn hashes(texts: &[&str]) -> String {
    texts.iter().map(|text| name::source(text)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_page_is_allowed_by_its_hash() {
        let policy = Policy::hosted(&["one", "two"], "a{}").in_page();
        for text in ["one", "two", "a{}"] {
            assert!(policy.contains(&name::source(text)), "{policy}");
        }
        assert!(policy.contains("connect-src 'self';"), "{policy}");
    }

    #[test]
    fn a_page_that_is_alone_asks_nobody() {
        let policy = Policy::alone(&["one"], "a{}").in_page();
        assert!(policy.contains("connect-src 'none';") && !policy.contains("'self'"), "{policy}");
    }

    #[test]
    fn nothing_unsafe_is_allowed_and_nobody_frames_it() {
        let still = Policy::still("a{}");
        assert!(still.in_page().contains("script-src 'none';"), "{}", still.in_page());
        for policy in [Policy::hosted(&["one"], "a{}"), Policy::alone(&["one"], "a{}"), still] {
            let header = policy.in_header();
            assert!(!header.contains("'unsafe-"), "{header}");
            assert!(header.ends_with("; frame-ancestors 'none'"), "{header}");
        }
    }
}
