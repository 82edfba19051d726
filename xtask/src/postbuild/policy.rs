//! The Content-Security-Policy of each page. It is written into the page, for hosts that send no
//! headers, and as a header.

use xtask::hash;

/// What one page may load and run. Scripts and styles are inline, or put into the page by the app, and
/// allowed by their hashes.
pub(super) struct Policy {
    scripts: String,
    styles: String,
    /// Where files may be loaded from.
    files: &'static str,
    images: &'static str,
}

impl Policy {
    /// For a page with files beside it.
    pub(super) fn hosted(script: &str, styles: &[&str]) -> Self {
        let styles: Vec<String> = styles.iter().map(|style| hash::csp_source(style)).collect();
        Self {
            scripts: format!("'wasm-unsafe-eval' {}", hash::csp_source(script)),
            styles: styles.join(" "),
            files: "'self'",
            images: "'self' data:",
        }
    }

    /// For the single-file build: no network access.
    pub(super) fn single_file(script: &str, style: &str) -> Self {
        Self { files: "'none'", images: "data:", ..Self::hosted(script, &[style]) }
    }

    /// For a page that runs no script.
    pub(super) fn without_scripts(style: &str) -> Self {
        Self { scripts: "'none'".to_owned(), ..Self::single_file("", style) }
    }

    /// The policy for a `<meta>` element.
    pub(super) fn in_page(&self) -> String {
        let Self { scripts, styles, files, images } = self;
        format!(
            "default-src 'none'; script-src {scripts}; style-src {styles}; \
             img-src {images}; connect-src {files}; manifest-src {files}; worker-src {files}; \
             base-uri 'none'; form-action 'none'"
        )
    }

    /// The policy for a header, which alone can forbid framing.
    pub(super) fn in_header(&self) -> String {
        format!("{}; frame-ancestors 'none'", self.in_page())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn script_and_styles_are_allowed_by_their_hashes() {
        let policy = Policy::hosted("one", &["a{}", "b{}"]).in_page();
        for text in ["one", "a{}", "b{}"] {
            assert!(policy.contains(&hash::csp_source(text)), "{policy}");
        }
        assert!(policy.contains("connect-src 'self';"), "{policy}");
    }

    #[test]
    fn a_single_file_has_no_network_access() {
        let policy = Policy::single_file("one", "a{}").in_page();
        assert!(policy.contains("connect-src 'none';") && !policy.contains("'self'"), "{policy}");
    }

    #[test]
    fn no_policy_allows_anything_unsafe_or_framing() {
        let static_page = Policy::without_scripts("a{}");
        assert!(static_page.in_page().contains("script-src 'none';"), "{}", static_page.in_page());
        let hosted = Policy::hosted("one", &["a{}"]);
        for policy in [hosted, Policy::single_file("one", "a{}"), static_page] {
            let header = policy.in_header();
            assert!(!header.contains("'unsafe-"), "{header}");
            assert!(header.ends_with("; frame-ancestors 'none'"), "{header}");
        }
    }
}
