//! The browser kills the page's process right after a click.

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::session::Setup;

/// Crashes the renderer process of the page. The crashed tab stays open.
fn kill(page: &Page) {
    let crash = async {
        // A crashed process never replies, so the result means nothing.
        let _ = page.driver().cdp().send_raw("Page.crash", json!({})).await;
        Ok(())
    };
    page.run(crash);
}

#[test]
fn answers_survive_a_crash_right_after_the_click() {
    let questions = &content::questions()[..5];
    Setup::default().noisy().run(|page| {
        // chromedriver cannot open a new tab once the current one has crashed, so open all of them
        // first.
        let tabs = questions.iter().map(|_| page.add_tab());
        let mut tabs = tabs.collect::<Vec<_>>().into_iter();
        for question in questions {
            page.open(&format!("#/quiz/{}", question.id));
            let control = format!("input[name='{}']", question.id);
            page.eval::<()>("document.querySelector(a[0]).click()", json!([control]));
            kill(page);
            let tab = tabs.next().expect("a tab should be left");
            page.switch(&tab);
        }
        for question in questions {
            page.open(&format!("#/quiz/{}", question.id));
            assert_eq!(page.chosen(&question.id), [question.options[0].id.as_str()]);
        }
    });
}
