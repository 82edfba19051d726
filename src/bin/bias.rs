//! Regenerates the bias report: counts how often each type leads for random answers and writes the
//! result to `src/content/bias.json`.

use std::process::ExitCode;

use headphones_or_iems::audit::Bias;
use headphones_or_iems::content::Content;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/content/bias.json");

fn main() -> ExitCode {
    match write_report() {
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

fn write_report() -> Result<String, Box<dyn std::error::Error>> {
    let report = Bias::count(&Content::built_in()?.quiz).to_json();
    std::fs::write(FILE, &report)?;
    Ok(report)
}
