//! Renders the pages to HTML for the build, as JSON on standard output. A mistake in the content ends
//! it with a message and a failing exit code.

mod symbols;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use headphones_or_iems::app::prerender;
use headphones_or_iems::content::{Content, Embedded, Files};
use serde_json::{Value, json};

/// What the page is about, for search engines and link previews.
const DESCRIPTION: &str = "Compare types of headphones and in-ear monitors, then answer a short \
    quiz: which type suits you, why, and what speaks against it. No tracking, no affiliate links.";
const TITLE: &str = "Headphones or in-ear monitors: which should you get? – Headphones or IEMs";

/// Takes the folder of the checkout to render; that of this crate if none is given.
fn main() -> ExitCode {
    let root = std::env::args().nth(1).unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").to_owned());
    match rendered(Path::new(&root)) {
        Ok(pages) => {
            println!("{pages}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn rendered(root: &Path) -> Result<Value, Box<dyn Error>> {
    let files = Files::read(root)?;
    let content: &'static Content = Box::leak(Box::new(Content::read(&files)?));
    let guide = Box::leak(Box::new(content.read_guide(&files)?));
    let ids = content.quiz.device_types.iter().map(|device_type| device_type.id.as_str());
    let symbols = symbols::all(root, ids)?;
    Ok(json!({
        "index": symbols + &prerender::index(content, guide),
        "method": prerender::method(content),
        "quiz": prerender::quiz(content),
        "questions": prerender::questions(content),
        "paper": prerender::paper(content),
        "content": content.embed()?,
        "details": content.details().embed()?,
        "title": TITLE,
        "description": DESCRIPTION,
    }))
}
