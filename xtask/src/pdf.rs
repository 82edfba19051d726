//! Reads the words of a PDF, with the program `pdftotext`.

use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// In which order the words of a page are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As they stand on the page, with the gaps between columns.
    Place,
    /// As they were written into the file.
    File,
}

/// The words of each page of a PDF that the browser gave in Base64.
///
/// # Errors
/// If this is no Base64, or `pdftotext` is not there or cannot read the PDF.
pub fn pages(base64: &str, order: Order) -> Result<Vec<String>> {
    let pdf = STANDARD.decode(base64).context("the PDF is not in Base64")?;
    let order = match order {
        Order::Place => "-layout",
        Order::File => "-raw",
    };
    let mut child = Command::new("pdftotext")
        .args([order, "-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start `pdftotext`: run `cargo xtask tools`")?;
    let mut input = child.stdin.take().context("`pdftotext` takes no input")?;
    // On a thread of its own, so that neither side waits for the other.
    let writer = std::thread::spawn(move || input.write_all(&pdf));
    let output = child.wait_with_output().context("`pdftotext` gives no output")?;
    if !output.status.success() || !matches!(writer.join(), Ok(Ok(()))) {
        bail!("`pdftotext` cannot read the PDF");
    }
    let text = String::from_utf8(output.stdout).context("the words are not in UTF-8")?;
    Ok(text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_pdf_is_refused() {
        assert!(pages("???", Order::File).is_err());
        assert!(pages(&STANDARD.encode("no PDF"), Order::Place).is_err());
    }
}
