//! The public URL of the site, for link previews, which need absolute URLs.

use std::env;

use anyhow::{Result, bail};

/// The variable that gives the URL to a build, such as `https://example.org/headphones/`.
const VARIABLE: &str = "SITE_ADDRESS";

/// Puts the page's canonical URL, and the absolute URL of its preview image, into the page. Without
/// `SITE_ADDRESS` the page stays as it is.
pub(super) fn fill(html: &str) -> Result<String> {
    match env::var(VARIABLE) {
        Ok(address) if !address.is_empty() => with(html, &address),
        _ => Ok(html.to_owned()),
    }
}

fn with(html: &str, address: &str) -> Result<String> {
    let is_plain = address.chars().all(|c| c.is_ascii_graphic() && !"\"'<>&".contains(c));
    if !address.starts_with("https://") || !is_plain {
        bail!("`{VARIABLE}` is `{address}`: give the whole URL, starting with `https://`");
    }
    let address = format!("{}/", address.trim_end_matches('/'));
    let own = format!(
        "<link rel=\"canonical\" href=\"{address}\"><meta property=\"og:url\" content=\"{address}\">"
    );
    let html =
        html.replacen("<meta property=\"og:type\"", &format!("{own}<meta property=\"og:type\""), 1);
    Ok(html.replace("\"preview.png\"", &format!("\"{address}preview.png\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "<meta property=\"og:type\"><meta content=\"preview.png\">{\"image\":\"preview.png\"}";

    #[test]
    fn the_image_gets_an_absolute_url_and_the_page_a_canonical_one() -> Result<()> {
        for address in ["https://example.org/a", "https://example.org/a/"] {
            let html = with(PAGE, address)?;
            assert_eq!(html.matches("\"https://example.org/a/preview.png\"").count(), 2, "{html}");
            assert!(html.starts_with("<link rel=\"canonical\" href=\"https://example.org/a/\">"));
        }
        Ok(())
    }

    #[test]
    fn an_invalid_url_is_refused() {
        for address in ["example.org", "http://example.org", "https://a\"b", "https://a b"] {
            assert!(with(PAGE, address).is_err(), "{address}");
        }
    }
}
