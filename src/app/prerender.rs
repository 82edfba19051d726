//! The pages that the build renders: the body of `index.html`, and the pages for readers without
//! JavaScript and for print.

use leptos::prelude::*;

use crate::components::icon::Defs;
use crate::components::persistence::PersistenceNotices;
use crate::content::Content;
use crate::model::Guide;
use crate::platform::BROWSER;
use crate::state::{Session, Theme};
use crate::views::guide::GuidePage;
use crate::views::link_notice::LinkNotice;
use crate::views::method::MethodPage;
use crate::views::quiz::all::QuizAll;
use crate::views::quiz::paper::QuizOnPaper;
use crate::views::shell::{Footer, Header};

/// The body of `index.html`: header, guide and footer, as they are before any script has run. What a link
/// with answers shows at once is there too, and hidden.
pub fn index(content: &'static Content, guide: &'static Guide) -> String {
    html(content, move || {
        view! {
            <Defs />
            <header class="head">
                <a class="skip" href="#main">
                    "Skip to the content"
                </a>
                <div id="head">
                    <Header />
                </div>
            </header>
            <main class="page" id="main" tabindex="-1" data-view="guide">
                <PersistenceNotices />
                <div id="coming" hidden>
                    <LinkNotice />
                </div>
                <div id="live"></div>
                <article id="guide">
                    <GuidePage guide />
                </article>
            </main>
            <footer class="foot" id="foot">
                <Footer current=Theme::default() />
            </footer>
        }
    })
}

/// "How it works", for readers without JavaScript.
pub fn method(content: &'static Content) -> String {
    html(content, || view! { <StaticPage view="method"><MethodPage /></StaticPage> })
}

/// The whole quiz, for readers without JavaScript.
pub fn quiz(content: &'static Content) -> String {
    html(content, || view! { <StaticPage view="quiz"><QuizAll is_static=true /></StaticPage> })
}

/// The questions of that page alone, for the page that other sites embed.
pub fn questions(content: &'static Content) -> String {
    html(content, || view! { <QuizAll is_static=true /> })
}

/// The quiz to fill in on paper.
pub fn paper(content: &'static Content) -> String {
    html(content, || view! { <QuizOnPaper quiz=&content.quiz /> })
}

/// A view without the app around it.
#[component]
fn StaticPage(view: &'static str, children: Children) -> impl IntoView {
    view! {
        <Defs />
        <nav class="page">
            <p>
                <a href="./">"Headphones or IEMs"</a>
            </p>
        </nav>
        <main class="page" data-view=view>
            <div id="live">{children()}</div>
        </main>
    }
}

/// A view as HTML, in an empty session. What Leptos adds for hydration is taken out, because nothing
/// hydrates it.
fn html<V: IntoView>(content: &'static Content, view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| {
        provide_context(Session::new(content, &BROWSER).with_verdict());
        view().to_html().replace("<!>", "")
    })
}
