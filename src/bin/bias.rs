//! Regenerates the bias report: counts how often each type leads for random answers and writes the
//! result to `src/content/bias.json`.

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use headphones_or_iems::audit::Bias;
use headphones_or_iems::content::{Content, Files};

/// Takes the folder of the checkout; that of this crate if none is given.
fn main() -> ExitCode {
    let root = std::env::args().nth(1).unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").to_owned());
    match write(Path::new(&root)) {
        Ok(report) => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(root: &Path) -> Result<String, Box<dyn Error>> {
    // The report that is there may be about types that have changed since.
    let content = Content::without_bias(&Files::read(root)?)?;
    let report = Bias::count(&content.quiz).to_json();
    std::fs::write(root.join("src/content/bias.json"), &report)?;
    Ok(report)
}
