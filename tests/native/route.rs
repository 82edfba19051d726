//! Hash routes: every route survives a round trip through its address, and no address causes a
//! panic.

use headphones_or_iems::audit::Random;
use headphones_or_iems::route::{NOISE_SECTIONS, RESULT_SECTIONS, Route, SHORTLIST_SECTIONS, Step};

use crate::support::{guide, quiz};

/// Every route that the content gives an address.
fn every_route() -> Vec<Route> {
    let guide = guide();
    let mut routes = vec![
        Route::Guide(None),
        Route::Quiz(Step::Resume),
        Route::Quiz(Step::Weights),
        Route::Quiz(Step::All),
        Route::Result(None),
        Route::Noise(None),
        Route::Shortlist(None),
        Route::Method(None),
        Route::Data,
    ];
    routes.extend(guide.sections.iter().map(|at| Route::Guide(Some(at.id.clone()))));
    routes.extend(quiz().topics.iter().map(|at| Route::Quiz(Step::Topic(at.id.clone()))));
    routes.extend(RESULT_SECTIONS.map(|at| Route::Result(Some(at.to_owned()))));
    routes.extend(NOISE_SECTIONS.map(|at| Route::Noise(Some(at.to_owned()))));
    routes.extend(SHORTLIST_SECTIONS.map(|at| Route::Shortlist(Some(at.to_owned()))));
    routes.extend(quiz().device_types.iter().map(|at| Route::Shortlist(Some(at.id.clone()))));
    routes.extend(quiz().criteria.iter().map(|at| Route::Method(Some(at.id.clone()))));
    routes.extend(quiz().topics.iter().map(|at| Route::Method(Some(at.id.clone()))));
    routes
}

/// Asserts that the address of the route that `hash` leads to gives the same route again.
fn assert_round_trip(hash: &str) {
    let route = Route::from_hash(hash);
    if route != Route::NotFound {
        assert_eq!(Route::from_hash(&route.href()), route, "from {hash:?}");
    }
}

#[test]
fn every_route_survives_a_round_trip_through_its_address() {
    let routes = every_route();
    assert!(routes.len() > 60, "{} routes", routes.len());
    for route in routes {
        let href = route.href();
        assert_eq!(Route::from_hash(&href), route, "from {href}");
        assert_eq!(Route::from_hash(href.trim_start_matches('#')), route, "from {href}");
    }
}

#[test]
fn no_two_routes_share_an_address() {
    let mut hrefs: Vec<String> = every_route().iter().map(Route::href).collect();
    let all = hrefs.len();
    hrefs.sort();
    hrefs.dedup();
    // Topics and criteria are both sections of the method page, and an id such as `awareness` may
    // belong to one of each.
    let shared = quiz()
        .topics
        .iter()
        .filter(|topic| quiz().criteria.iter().any(|criterion| criterion.id == topic.id));
    assert_eq!(hrefs.len(), all - shared.count());
}

#[test]
fn unknown_and_malformed_addresses_are_not_found() {
    let unknown = [
        "#quiz",
        "#/Quiz",
        "#/quiz/In-Canal",
        "#/quiz/in canal",
        "#/result/why/why",
        "#/shop",
        "#/shop/why",
        "#/<script>",
        "#/method/../guide",
        "#/guide/Ω",
        "##/quiz",
        "#/ quiz",
        "#/not-found",
        "#/guide/\0",
        "#javascript:alert(1)",
    ];
    for hash in unknown {
        assert_eq!(Route::from_hash(hash), Route::NotFound, "from {hash:?}");
    }
}

/// What sentences, messengers and trackers put behind an address.
#[test]
fn decorated_addresses_lead_to_their_view() {
    for route in every_route() {
        let href = route.href();
        for end in [
            ".",
            ",",
            ")",
            "/",
            "//",
            "\n",
            "%20",
            "…",
            "%E2%80%8B",
            "?utm_source=x",
            "/?x",
            "&fbclid=x",
            "?gclid=a/b",
            "?",
            "*",
        ] {
            assert_eq!(Route::from_hash(&format!("{href}{end}")), route, "from {href}{end}");
        }
        assert_eq!(Route::from_hash(&href.replace('-', "%2D")), route, "from {href}");
    }
    for hash in ["#?fbclid=x", "#//", "#&gclid=x", "#?/quiz"] {
        assert_eq!(Route::from_hash(hash), Route::Guide(None), "from {hash}");
    }
}

#[test]
fn overlong_addresses_are_not_found() {
    assert_eq!(Route::from_hash(&format!("#/guide/{}", "a".repeat(61))), Route::NotFound);
    assert_eq!(Route::from_hash(&format!("#/quiz{}", "/".repeat(10_000))), Route::NotFound);
    assert_eq!(Route::from_hash(&"#".repeat(1 << 20)), Route::NotFound);
    assert_ne!(Route::from_hash(&format!("#/guide/{}", "a".repeat(60))), Route::NotFound);
}

#[test]
fn five_hundred_hostile_addresses_are_handled() {
    const PARTS: [&str; 24] = [
        "#",
        "/",
        "//",
        "guide",
        "quiz",
        "result",
        "method",
        "all",
        "importance",
        "in-canal",
        "-",
        "<svg/onload=1>",
        "%00",
        "\u{202e}",
        "é",
        "🎧",
        "\\",
        "..",
        " ",
        "\n",
        "?",
        "&amp;",
        "''",
        "\0",
    ];
    let mut random = Random::new(500);
    let mut found = 0;
    for _ in 0..500 {
        let mut hash = String::from(if random.once_in(4) { "" } else { "#/" });
        for _ in 0..random.below(9) {
            hash.push_str(PARTS[usize::from(random.below(24))]);
        }
        assert_round_trip(&hash);
        found += usize::from(Route::from_hash(&hash) != Route::NotFound);
    }
    assert!((10..400).contains(&found), "{found} of 500 addresses lead to a view");
}

#[test]
fn truncated_addresses_are_handled() {
    for route in every_route() {
        let href = route.href();
        (0..=href.len()).for_each(|end| assert_round_trip(&href[..end]));
    }
}

#[test]
fn only_section_addresses_have_a_section() {
    let section = |hash: &str| Route::from_hash(hash).section().map(str::to_owned);
    assert_eq!(section("#/guide/sound").as_deref(), Some("sound"));
    assert_eq!(section("#/result/why").as_deref(), Some("why"));
    assert_eq!(section("#/quiz/sound"), None);
    assert_eq!(section("#/"), None);
    assert_eq!(Route::from_hash("#/guide/sound").without_section(), Route::Guide(None));
    assert_eq!(
        Route::from_hash("#/quiz/sound").without_section(),
        Route::from_hash("#/quiz/sound")
    );
}
