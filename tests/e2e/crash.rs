//! The browser ends the page's process at the worst moment.

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::session::Setup;

/// Kills the process that shows the page, and leaves its tab.
fn kill(page: &Page) {
    let crash = async {
        // A process that is gone gives no answer.
        let _ = page.driver().cdp().send_raw("Page.crash", json!({})).await;
        Ok(())
    };
    page.run(crash);
}

#[test]
fn an_answer_is_stored_when_the_process_is_killed_right_after_the_click() {
    let questions = &content::questions()[..5];
    Setup::default().noisy().run(|page| {
        // A driver whose tab has crashed opens no other.
        let tabs = questions.iter().map(|_| page.run(page.driver().new_tab()));
        let mut tabs = tabs.collect::<Vec<_>>().into_iter();
        for question in questions {
            page.open(&format!("#/quiz/{}", question.id));
            let control = format!("input[name='{}']", question.id);
            page.eval::<()>("document.querySelector(a[0]).click()", json!([control]));
            kill(page);
            page.run(page.driver().switch_to_window(tabs.next().expect("a tab is left")));
        }
        for question in questions {
            page.open(&format!("#/quiz/{}", question.id));
            assert_eq!(page.chosen(&question.id), [question.options[0].id.as_str()]);
        }
    });
}
