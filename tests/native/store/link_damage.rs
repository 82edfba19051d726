//! Damaged links: whatever a messenger or a hand does to a link, it is refused or gives the answers
//! that it was made from.

use headphones_or_iems::audit::Random;
use headphones_or_iems::model::Answers;
use headphones_or_iems::route::Route;
use headphones_or_iems::store::link;

use super::link::random_answers;
use crate::support::quiz;

/// The answers that a page shows at this hash; `None` if it refuses the link, or shows another view.
fn shown(hash: &str) -> Option<Answers> {
    match Route::from_hash(hash) {
        Route::Shared(code) => Some(link::decode(quiz(), &code)?.answers),
        _ => None,
    }
}

fn hash_of(answers: &Answers) -> Option<String> {
    Some(Route::Shared(link::encode(quiz(), answers)?).href())
}

/// Random states, each with the hash of its link. The seed is fixed, so every run has the same.
fn states(seed: u64, count: usize) -> impl Iterator<Item = (String, Answers)> {
    let mut random = Random::new(seed);
    let drawn = std::iter::repeat_with(move || random_answers(&mut random));
    drawn.filter_map(|answers| Some((hash_of(&answers)?, answers))).take(count)
}

/// Asserts that a changed hash shows nothing else than `answers`.
fn assert_unmistakable(changed: &str, whole: &str, answers: &Answers) {
    if let Some(other) = shown(changed) {
        assert_eq!(other, *answers, "{changed} was made from {whole}");
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

/// How many letters of each link are changed, and how many are exchanged.
const DRAWN: usize = 12;

/// A number below `end`.
fn draw(random: &mut Random, end: usize) -> usize {
    let high = usize::from(random.below(255));
    (255 * high + usize::from(random.below(255))) % end
}

/// Every cut of a link, and some changed and some exchanged letters.
fn damage(hash: &str, answers: &Answers, random: &mut Random) {
    const LETTERS: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyzSXYZ";
    assert_eq!(shown(hash).as_ref(), Some(answers), "{hash}");
    let start = hash.find('=').unwrap() + 1;
    for end in start..hash.len() {
        assert_unmistakable(&hash[..end], hash, answers);
    }
    for _ in 0..DRAWN {
        let mut bytes = hash.as_bytes().to_vec();
        let at = start + draw(random, hash.len() - start);
        let far = start + draw(random, hash.len() - start);
        for other in [far, (at + 1).min(hash.len() - 1)] {
            bytes.swap(at, other);
            assert_unmistakable(std::str::from_utf8(&bytes).unwrap(), hash, answers);
            bytes.swap(at, other);
        }
        bytes[at] = LETTERS[draw(random, LETTERS.len())];
        assert_unmistakable(std::str::from_utf8(&bytes).unwrap(), hash, answers);
    }
}

#[test]
fn no_cut_change_or_exchange_gives_other_answers() {
    std::thread::scope(|scope| {
        for seed in 0..2 {
            scope.spawn(move || {
                let mut random = Random::new(77 + seed);
                for (hash, answers) in states(20_261 + seed, 5_000) {
                    damage(&hash, &answers, &mut random);
                }
            });
        }
    });
}

#[test]
fn every_letter_and_every_pair_of_a_few_links_counts() {
    for (hash, answers) in states(3, 3) {
        let start = hash.find('=').unwrap() + 1;
        for at in start..hash.len() {
            for letter in (0..128).filter(|byte| is_letter(*byte)) {
                let mut bytes = hash.clone().into_bytes();
                bytes[at] = letter;
                assert_unmistakable(&String::from_utf8(bytes).unwrap(), &hash, &answers);
            }
            for other in at + 1..hash.len() {
                let mut bytes = hash.clone().into_bytes();
                bytes.swap(at, other);
                assert_unmistakable(&String::from_utf8(bytes).unwrap(), &hash, &answers);
            }
        }
    }
}

/// What chats, mail programs, editors and trackers put behind a link or into it.
#[test]
fn decorated_and_wrapped_links_are_read_whole() {
    for (hash, answers) in states(4, 200) {
        let code = &hash["#/result?a=".len()..];
        let half = code.len() / 2;
        let (front, back) = code.split_at(half);
        for end in [
            ".",
            ",",
            ")",
            ">",
            "*",
            "**",
            "\"",
            "…",
            "%20",
            "%E2%80%8B",
            "/",
            ";",
            "!",
            "?utm_source=x",
            "&fbclid=IwAR0",
            "&amp;utm_medium=mail",
            "%22%3E",
            "](https://example.org)",
            "%0A",
            "_",
            "’",
            ", see",
            "%C2%A0and",
            "#fragment",
        ] {
            assert_eq!(shown(&format!("{hash}{end}")).as_ref(), Some(&answers), "{hash}{end}");
        }
        for (between, start) in [
            ("%0D%0A", ""),
            ("%20", ""),
            ("=%0A", ""),
            ("%C2%AD", ""),
            ("\u{200b}", ""),
            ("", "%3C"),
            ("", "embed&a="),
            ("", "utm_source=x&amp;a="),
        ] {
            let query = if start.ends_with("a=") { start.to_owned() } else { format!("a={start}") };
            let changed = format!("#/result?{query}{front}{between}{back}");
            assert_eq!(shown(&changed).as_ref(), Some(&answers), "{changed}");
        }
        for changed in [
            hash.replace("?a=", "%3Fa%3D"),
            hash.replace("#/result?", "#%2Fresult?"),
            hash.replace("/result?", "/result/?"),
        ] {
            assert_eq!(shown(&changed).as_ref(), Some(&answers), "{changed}");
        }
    }
}

/// A link that was cut before its code must not show the reader's own result as if it were it.
#[test]
fn links_cut_within_their_parameter_are_refused() {
    for hash in ["#/result?a", "#/result?a=", "#/result?a=2", "#/result?embed&a="] {
        let Route::Shared(code) = Route::from_hash(hash) else { panic!("{hash}") };
        assert_eq!(link::decode(quiz(), &code), None, "{hash}");
    }
}
