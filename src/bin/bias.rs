//! Counts what answers at random lead to, and writes it to `src/content/bias.json`.

use std::process::ExitCode;

use headphones_or_iems::audit::Bias;
use headphones_or_iems::content::Content;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/content/bias.json");

fn main() -> ExitCode {
    match write() {
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

fn write() -> Result<String, Box<dyn std::error::Error>> {
    let report = Bias::count(&Content::built_in()?.quiz).to_json();
    std::fs::write(FILE, &report)?;
    Ok(report)
}
