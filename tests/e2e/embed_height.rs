//! The height of the frame in an article: what the frame says about it, and what fills it if the app
//! does not start.

use std::fs;

use serde_json::{Value, json};
use xtask::server::Server;

use crate::article::{Article, code, embeddable, in_article, in_article_with};
use crate::content;
use crate::failure::app_file;
use crate::faulty::{Fault, Faulty};
use crate::fixture;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::Setup;

/// Keeps every message that the article receives.
const LISTEN: &str = "if (top === self) {
    window.messages = [];
    addEventListener('message', (event) => messages.push(event.data));
}";

/// The heights that the article has received. Nothing else may be in a message.
#[track_caller]
fn heights(page: &Page) -> Vec<u64> {
    page.leave();
    let messages: Vec<Value> = page.eval("return window.messages", json!([]));
    page.enter(0);
    let height = |message: Value| {
        let height = message["height"].as_u64().expect("the height should be a whole number");
        assert_eq!(message, json!({ "type": "headphones-or-iems", "height": height }));
        height
    };
    messages.into_iter().map(height).collect()
}

#[test]
fn article_receives_only_heights_and_never_a_collapsed_one() {
    in_article(Setup::default().inject(LISTEN), |page| {
        page.walk(&Persona::named("28-light-traveller"));
        page.until_fits(0);
        let heights = heights(page);
        assert!(heights.len() > 3, "{heights:?}");
        // Every step has a heading and a few options.
        assert!(heights.iter().all(|height| *height > 300), "{heights:?}");
    });
}

#[test]
fn each_of_several_frames_gets_its_own_height() {
    let twice = |site: &str| code(site).repeat(2);
    // The second frame has the code of the first.
    let added = |site: &str| {
        format!("<iframe src='{site}/embed.html' frameborder='0'></iframe>{}", code(site))
    };
    let all: [&dyn Fn(&str) -> String; 2] = [&twice, &added];
    for code in all {
        in_article_with(Setup::default(), code, |page| {
            page.until_fits(0);
            let before = page.until_fits(1);
            page.until("the quiz is ready", "document.documentElement.dataset.app === 'ready'");
            page.click_named("form.step button", "Skip");
            page.until_heading(&content::questions()[0].title);
            let after = page.until_fits(1);
            assert!((after - before).abs() > 100.0, "{before}, {after}");
            // The first has followed what is stored, and says so once it is in the viewport again.
            page.leave();
            page.eval::<()>("scrollTo(0, 0)", json!([]));
            page.until_fits(0);
        });
    }
}

#[test]
fn listener_that_comes_late_asks_for_the_height() {
    let late = |site: &str| code(site).replace("<script>", "<script type='text/late'>");
    in_article_with(Setup::default().inject(LISTEN), late, |page| {
        page.wait("the frame has said its height", || heights(page).last().copied());
        page.leave();
        let height = "return document.querySelector('iframe').getBoundingClientRect().height";
        assert!((page.eval::<f64>(height, json!([])) - 800.0).abs() < 0.1);
        let listen = "const late = document.createElement('script');
            late.textContent = document.querySelector('[type=\"text/late\"]').textContent;
            document.body.append(late)";
        page.eval::<()>(listen, json!([]));
        page.until_fits(0);
    });
}

/// Only the page around the frame gets an answer, and only to this question.
#[test]
fn other_messages_get_no_answer() {
    in_article(Setup::default().inject(LISTEN), |page| {
        page.until_fits(0);
        let before = heights(page).len();
        page.leave();
        let ask = "const frame = document.querySelector('iframe').contentWindow;
            for (const data of [null, 'height', { type: 'other', ask: 'height' },
                { type: 'headphones-or-iems' }, { type: 'headphones-or-iems', ask: 'answers' },
                { type: 'headphones-or-iems', ask: 'height' }])
                frame.postMessage(data, '*')";
        page.eval::<()>(ask, json!([]));
        page.enter(0);
        page.wait("the last one is answered", || (heights(page).len() > before).then_some(()));
        assert_eq!(heights(page).len(), before + 1);
    });
}

/// The code that the README had before.
#[test]
fn listener_of_the_former_code_still_works() {
    let former = |site: &str| {
        format!(
            "<iframe id='headphones-or-iems' src='{site}/embed.html' width='100%' height='800' frameborder='0'>\
             </iframe><script>
             addEventListener('message', ({{ source, data }}) => {{
                 const frame = document.getElementById('headphones-or-iems');
                 if (source === frame.contentWindow && data.type === 'headphones-or-iems')
                     frame.height = data.height;
             }});
             </script>"
        )
    };
    in_article_with(Setup::default(), former, |page| {
        page.until_fits(0);
    });
}

#[track_caller]
fn has_every_question(page: &Page) {
    let titles = page.texts("fieldset.question legend");
    for (_, title) in content::steps() {
        assert!(titles.contains(&title), "“{title}” is not in {titles:?}");
    }
}

/// Checks that the frame shows the notice and the questions, and nothing else of the site.
#[track_caller]
fn shows_notice_and_questions(page: &Page) {
    page.until_late("the failure message is shown", "all('#failed').length");
    page.until("the questions are shown", "all('fieldset').length > 3");
    assert_eq!(page.text("#failed h2"), "The quiz could not start");
    has_every_question(page);
    assert_eq!(page.count("#head, #foot, #guide, #without"), 0);
    let height = page.until_fits(0);
    assert!(height < 15_000.0, "the frame is {height} px high");
    let heights = heights(page);
    assert!(heights.iter().all(|height| *height > 300), "{heights:?}");
}

#[test]
fn frame_of_a_failed_start_shows_notice_and_questions() {
    let site = embeddable();
    fs::remove_file(app_file(site.path(), "wasm")).expect("the wasm file should be removed");
    let server = Server::start(site.path(), 0).expect("the server should start");
    let article = Article::of(&server.address());
    Setup::default().noisy().inject(LISTEN).at(article.address.clone()).run(|page| {
        page.load("");
        page.enter(0);
        shows_notice_and_questions(page);
    });
}

/// Opens an article whose frame shows `path` of a site that serves its wasm with a fault.
fn with_fault(fault: Fault, path: &'static str, test: impl FnOnce(&Page)) {
    let server = Faulty::start(&fixture::dist(), move |asked| {
        let is_app = asked.name.starts_with("headphones-or-iems_bg-");
        if is_app { fault } else { Fault::None }
    });
    let article = Article::with(&code(&server.address()).replace("embed.html", path));
    let setup = Setup::default().noisy().endless().inject(LISTEN).at(article.address.clone());
    setup.run(|page| {
        page.load("");
        page.until("the frame is there", "document.querySelector('iframe')?.contentWindow");
        page.enter(0);
        test(page);
    });
}

/// The frame keeps its height while nothing is there to show.
#[test]
fn frame_whose_wasm_never_arrives_shows_notice_and_questions() {
    with_fault(Fault::Stall, "embed.html", |page| {
        page.until("the page has come", "document.getElementById('without')");
        assert_eq!(heights(page), [0; 0]);
        shows_notice_and_questions(page);
    });
}

#[test]
fn frame_of_the_whole_site_that_fails_shows_notice_and_questions() {
    with_fault(Fault::Cut, "index.html#/quiz?embed", shows_notice_and_questions);
    with_fault(Fault::Bit, "#/result?embed", shows_notice_and_questions);
}

/// A panic later on: the notice and the questions take the place of the quiz.
#[test]
fn frame_whose_app_stops_shows_the_questions() {
    in_article(Setup::default().inject(LISTEN), |page| {
        page.until_fits(0);
        page.eval::<()>("document.documentElement.dataset.app = 'failed'", json!([]));
        page.until("the questions are shown", "all('fieldset').length > 3");
        assert_eq!(page.text("#failed h2"), "The page has stopped working");
        assert_eq!(page.count("#guide, #without"), 0);
        assert!(page.until_fits(0) < 15_000.0);
    });
}

/// Without JavaScript, `embed.html` shows the questions, with links that work in a frame.
#[test]
fn embedded_page_without_javascript_shows_the_questions() {
    let setup = Setup::default().pref("profile.managed_default_content_settings.javascript", 2);
    setup.run(|page| {
        page.load("embed.html");
        has_every_question(page);
        assert_eq!(page.count("#head, #foot, #without, .compare"), 0);
        let targets = page.attributes("article a[href^='./']", "target");
        assert!(!targets.is_empty() && targets.iter().all(|target| target == "_blank"));
    });
}
