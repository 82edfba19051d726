//! The address of the published site, for those who read a page without visiting it: previews in
//! messages take no relative address for their picture.

use std::env;

use anyhow::{Result, bail};

/// What names the address for a build, such as `https://example.org/headphones/`.
const VARIABLE: &str = "SITE_ADDRESS";

/// The page with its own address and that of its picture, if the builder gave one.
pub(super) fn fill(html: &str) -> Result<String> {
    match env::var(VARIABLE) {
        Ok(address) if !address.is_empty() => with(html, &address),
        _ => Ok(html.to_owned()),
    }
}

fn with(html: &str, address: &str) -> Result<String> {
    let is_plain = address.chars().all(|c| c.is_ascii_graphic() && !"\"'<>&".contains(c));
    if !address.starts_with("https://") || !is_plain {
        bail!("`{VARIABLE}` is `{address}`: give the whole address, from `https://` on");
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
    fn the_picture_gets_a_whole_address_and_the_page_its_own() -> Result<()> {
        for address in ["https://example.org/a", "https://example.org/a/"] {
            let html = with(PAGE, address)?;
            assert_eq!(html.matches("\"https://example.org/a/preview.png\"").count(), 2, "{html}");
            assert!(html.starts_with("<link rel=\"canonical\" href=\"https://example.org/a/\">"));
        }
        Ok(())
    }

    #[test]
    fn an_address_that_is_none_is_refused() {
        for address in ["example.org", "http://example.org", "https://a\"b", "https://a b"] {
            assert!(with(PAGE, address).is_err(), "{address}");
        }
    }
}
