//! Renders the guide and the static copies to text for the built page, as JSON on standard output.
//! A mistake in the content ends it with the message and a failing exit code.

use std::process::ExitCode;
use std::sync::Arc;

use headphones_or_iems::app::{App, AppProps, StillCopies, StillCopiesProps};
use headphones_or_iems::content::Content;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;

/// What the page is about, for search engines and previews.
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
    let app = render(move || App(AppProps { content, is_mounting: false }).into_any());
    let still = render(move || StillCopies(StillCopiesProps { content }).into_any());
    let page = serde_json::json!({
        "app": app, "still": still, "title": TITLE, "description": DESCRIPTION,
    });
    println!("{page}");
    ExitCode::SUCCESS
}

/// Renders a view as the server would, with the marks that hydration looks for.
fn render(view: impl FnOnce() -> AnyView + 'static) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    owner.with(|| view().to_html())
}
