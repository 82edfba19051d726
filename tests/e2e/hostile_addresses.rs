//! Malformed and malicious hashes all lead to the same "not found" view.

use serde_json::json;

use crate::session::visit;

const MALFORMED: &[&str] = &[
    "#",
    "#/#",
    "#/guide/",
    "#quiz",
    "#/QUIZ",
    "#/Quiz",
    "#/quiz/Scene",
    "#/quiz/scene/extra",
    "#/quiz/../method",
    "#/./quiz",
    "#/quiz/scene#x",
    "#/%",
    "#/%%%",
    "#/%00",
    "#/quiz/%00",
    "#/%E0%A4%A",
    "#/%FF%FE",
    "#/quiz/%F0%9F%8E%A7",
    "#/🎧",
    "#/quiz/🎧",
    "#/\u{202e}ziuq",
    "#/quiz/é",
    "#/ﬁ",
    "#/\u{feff}quiz",
    "#/\u{0}",
    "#/<script>alert(1)</script>",
    "#/quiz/<img src=x onerror=alert(1)>",
    "#/guide/\"><img src=x onerror=alert(1)>",
    "#/'-alert(1)-'",
    "#javascript:alert(1)",
    "#/quiz/javascript:alert(1)",
    "#/{{7*7}}",
    "#/${alert(1)}",
    "#/__proto__x",
    "#/quiz/.hidden",
    "#/quiz/%2e%2e/x",
    "#/quiz//scene",
    "#/x/",
    "#/shop.",
    "#/(quiz)",
    "#/quiz/__proto__x",
    "#/quiz/constructor",
    "#/guide/constructor",
    "#/method/toString",
    "#/result/why/why",
    "#/quiz/null",
    "#/quiz/undefined",
    "#/quiz/-1",
    "#/quiz/0",
    "#/quiz/1e999",
    "#/quiz/importance/all",
    "#/guide/main",
    "#/guide/app",
    "#/quiz/' OR 1=1 --",
];

/// The hashes above, and some that are merely long.
fn hostile() -> Vec<String> {
    let long = [("#/", 300), ("#/quiz/", 5_000), ("#/guide/", 100_000), ("#", 100_000)];
    let long = long.map(|(start, length)| format!("{start}{}", "a".repeat(length)));
    let slashes = format!("#{}", "/".repeat(10_000));
    let malformed = MALFORMED.iter().map(|hash| (*hash).to_owned());
    malformed.chain(long).chain([slashes, format!("#/{}x", "%2e%2e/".repeat(50))]).collect()
}

#[test]
fn hostile_hashes_all_show_the_same_not_found_view() {
    visit("#/nonsense", |page| {
        let html = "return document.querySelector('#live').innerHTML";
        let expected: String = page.eval(html, json!([]));
        let hashes = hostile();
        assert!(hashes.len() >= 60);
        for hash in &hashes {
            page.go("#/quiz/hours");
            page.until_view("quiz");
            page.go(hash);
            // The empty hash is the address of the guide.
            if hash == "#" {
                page.until_view("guide");
                continue;
            }
            page.until_view("not-found");
            assert_eq!(page.eval::<String>(html, json!([])), expected, "{hash}");
        }
        for hash in hashes.iter().skip(1).step_by(5) {
            page.load(hash);
            page.until_view("not-found");
            page.until("the app is ready", "document.documentElement.dataset.app === 'ready'");
            assert_eq!(page.eval::<String>(html, json!([])), expected, "{hash}");
        }
    });
}
