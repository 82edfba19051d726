//! Renders the HTML that the build puts into the page and prints it to standard output as one JSON
//! object.
//!
//! If the content has a mistake, the program prints the message to standard error and exits with a
//! failure code.

use std::process::ExitCode;

use headphones_or_iems::app::{paper, prerendered, static_fallback};
use headphones_or_iems::content::Content;
use leptos::prelude::*;

/// The meta description, which search engines and link previews show.
const DESCRIPTION: &str = "Compare seven types of headphones and in-ear monitors, then answer a \
    short quiz: which type suits you, why, and what speaks against it. No tracking, no affiliate \
    links.";
const TITLE: &str = "Headphones or in-ear monitors: which should you get? – Headphones or IEMs";

fn main() -> ExitCode {
    let content: &'static Content = match Content::built_in() {
        Ok(content) => Box::leak(Box::new(content)),
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    let guide = match content.built_in_guide() {
        Ok(guide) => Box::leak(Box::new(guide)),
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    let bias = match content.built_in_bias() {
        Ok(bias) => bias,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    let app = Owner::new().with(|| prerendered(content, guide).to_html());
    let static_fallback = Owner::new().with(|| static_fallback(content, &bias).to_html());
    let paper = paper(content).to_html();
    let page = serde_json::json!({
        "app": app,
        "still": static_fallback,
        "paper": paper,
        "content": content.packed(),
        "title": TITLE,
        "description": DESCRIPTION,
    });
    println!("{page}");
    ExitCode::SUCCESS
}
