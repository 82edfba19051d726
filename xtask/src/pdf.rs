//! Extracts the text of a PDF with the program `pdftotext`.

use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The order in which the words of a page are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By their position on the page, with the gaps between columns.
    Place,
    /// As they were written into the file.
    File,
}

/// The text of each page of a PDF that the browser returned in Base64.
///
/// # Errors
/// If the input is not Base64, or `pdftotext` is missing or cannot read the PDF.
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
    // On its own thread, so that reading and writing cannot block each other.
    let writer = std::thread::spawn(move || input.write_all(&pdf));
    let output = child.wait_with_output().context("`pdftotext` gives no output")?;
    if !output.status.success() || !matches!(writer.join(), Ok(Ok(()))) {
        bail!("`pdftotext` cannot read the PDF");
    }
    let text = String::from_utf8(output.stdout).context("the text is not UTF-8")?;
    Ok(text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn input_that_is_not_a_pdf_is_an_error() {
        assert!(pages("???", Order::File).is_err());
        assert!(pages(&STANDARD.encode("no PDF"), Order::Place).is_err());
    }
}
