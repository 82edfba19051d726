//! Links in format 1, which have no check letters: what can be seen to be damaged is refused, and the
//! rest is read with the remark that a part may be missing.

use headphones_or_iems::audit::Random;
use headphones_or_iems::store::link::{self, Completeness, MAX_CODE};

use crate::support::{quiz, words};

/// What a code is read as; `None` if it is refused.
fn reading(code: &str) -> Option<String> {
    let link = link::decode(quiz(), code)?;
    assert_eq!(link.completeness, Completeness::Unchecked, "{code}");
    Some(words(quiz(), &link.answers))
}

#[test]
fn empty_or_malformed_links_are_refused() {
    assert!(reading("1-c.o_f.s-h.g_Sl-h.4-i.ru.3").is_some());
    for code in [
        "",
        "1",
        "1-",
        "1----",
        "0-c.o",
        "c.o",
        "1c.o",
        "-c.o",
        "1-c.o-----c.o",
        "1-c",
        "1-c.o_c.o",
        "1-c.o.o",
        "1-c.o.s",
        "1-C.o",
        "1-c,o",
        "1-c.<",
        "1-c.ooo",
        "1--c.o_c.x.y_c.n",
        "1---h.3",
        "1---h",
        "1---h.4.4",
        "1---h.4_h.2",
        "1----i.ru",
        "1----i.ru.5",
        "1----i.ru.9",
        "1----i.ru.3.3",
        "1----i.ru.3_i.ru.2",
        "1-%63.o",
        "1-é.o",
        "1-SSc.o",
        "1-S",
        "1-.o",
        "1-c.",
        "1---Sh.4",
        // A code that no content of that time had.
        "1-zz.o_c.o",
        "1-c.o--zz.4",
        "1-c.o---i.zz.3",
    ] {
        assert_eq!(reading(code), None, "{code:?}");
    }
    assert_eq!(reading(&format!("1-{}", "c".repeat(MAX_CODE))), None);
}

/// Markdown takes pairs of `_` for emphasis and removes them.
#[test]
fn codes_without_their_underscores_are_refused() {
    for whole in ["1-g.o-h.f_w.w_b.b_p.a_t.c_l.c_o.c", "1-c.o_f.s-c.f_h.g.h_w.l", "1--e.s_k.c"] {
        assert!(reading(whole).is_some(), "{whole}");
        assert_eq!(reading(&whole.replace('_', "")), None, "{whole}");
    }
}

#[test]
fn what_is_put_around_a_code_is_left_out() {
    let code = "1-h.o-c.f_h.f_w.w_b.d";
    let whole = reading(code);
    assert!(whole.is_some());
    for end in [
        ".",
        ",",
        ")",
        ">",
        "*",
        "\"",
        "…",
        " ",
        "\u{200b}",
        "/",
        ";",
        "!",
        "?utm_source=x",
        "#top",
        "](",
        ").",
        "\n",
        "__",
        "»",
    ] {
        assert_eq!(reading(&format!("{code}{end}")), whole, "{end:?}");
    }
    assert_eq!(reading(&code.replace('_', "\\_")), whole);
    assert_eq!(reading(&code.replace("_h", "_\u{ad}h")), whole);
    assert_eq!(reading(&code.replace("-c", "-\nc")), whole);
    for changed in [code.replace("c.f", "c*f"), code.replacen('_', "*", 1), format!("{code})b")] {
        assert_eq!(reading(&changed), None, "{changed}");
    }
}

#[test]
fn random_codes_never_panic() {
    const PARTS: [&str; 23] = [
        "c.o", "-h.g", "1", "2", "-", "_", ".", "S", "c", "o", "h", "ru", "i", "4", "X", "scene",
        "%", "<", "\u{202e}", "é", "\0", "a=", "🎧",
    ];
    let mut random = Random::new(501);
    let mut read = 0;
    for _ in 0..500 {
        let mut code = String::from(if random.once_in(3) { "" } else { "1-" });
        for _ in 0..random.below(16) {
            code.push_str(PARTS[usize::from(random.below(23))]);
        }
        if let Some(link) = link::decode(quiz(), &code) {
            read += 1;
            // The weight 1 is the default, so a link with no other item has nothing to share.
            let Some(again) = link::encode(quiz(), &link.answers) else { continue };
            assert_eq!(link::decode(quiz(), &again).map(|link| link.answers), Some(link.answers));
        }
    }
    assert!((1..250).contains(&read), "{read} of 500 random codes were read");
}
