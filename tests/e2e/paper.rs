//! Paper mode: with the quiz on paper alone, a pencil comes to the points, order and rulings of the
//! app.

use std::collections::BTreeMap;
use std::num::ParseIntError;

use serde_json::json;
use xtask::pdf::Order;

use crate::content::{self, DEVICE_TYPES};
use crate::page::Page;
use crate::persona::Persona;
use crate::session::{Setup, visit};

/// What a row says of the types, in the order of the columns; `None` is "out".
type Row = Vec<Option<i32>>;

/// The rows under each heading, by their words.
struct Paper {
    topics: BTreeMap<String, BTreeMap<String, Row>>,
}

/// Words alone, so that a line break or a box to tick makes no difference.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '☐').collect()
}

fn cell(word: &str) -> Result<Option<i32>, ParseIntError> {
    match word {
        "out" => Ok(None),
        number => number.replace('−', "-").parse().map(Some),
    }
}

/// A line that ends in seven cells: its words, and the cells.
fn row(line: &str) -> Option<(String, Row)> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let at = words.len().checked_sub(DEVICE_TYPES.len())?;
    let cells: Result<Row, _> = words[at..].iter().map(|word| cell(word)).collect();
    Some((squeezed(&words[..at].concat()), cells.ok()?)).filter(|_| at > 0)
}

impl Paper {
    /// Reads the pages as they were printed.
    #[track_caller]
    fn read(pages: &[String]) -> Self {
        assert!(pages.len() <= 2, "{} pages", pages.len());
        let titles: Vec<String> = content::steps().into_iter().map(|(_, title)| title).collect();
        let mut topics: BTreeMap<String, BTreeMap<String, Row>> = BTreeMap::new();
        let mut topic = String::new();
        // Words of a row that does not fit on one line stand above its numbers.
        let mut above = String::new();
        for line in pages.iter().flat_map(|page| page.lines()) {
            let start = squeezed(line);
            if let Some(title) = titles.iter().find(|title| start.starts_with(&squeezed(title))) {
                topic.clone_from(title);
                above.clear();
            } else if let Some((words, cells)) = row(line) {
                let rows = topics.entry(topic.clone()).or_default();
                rows.insert(format!("{above}{words}"), cells);
                above.clear();
            } else {
                above.push_str(&start);
            }
        }
        Self { topics }
    }

    /// The row of an answer.
    #[track_caller]
    fn row(&self, title: &str, words: &str) -> &Row {
        let rows = self.topics.get(title).unwrap_or_else(|| panic!("“{title}” is not printed"));
        let words = squeezed(words);
        // A hint may stand above the first row.
        let found = || rows.iter().find(|(above, _)| above.ends_with(&words)).map(|(_, row)| row);
        rows.get(&words).or_else(found).unwrap_or_else(|| panic!("“{words}” is not in {rows:?}"))
    }

    /// What a persona's ticks add up to; `None` for a type that is ruled out.
    #[track_caller]
    fn sum(&self, persona: &Persona) -> Row {
        let mut sums = vec![Some(0); DEVICE_TYPES.len()];
        for (title, words, times) in selected(persona) {
            for (sum, cell) in sums.iter_mut().zip(self.row(&title, &words)) {
                *sum = match times {
                    0 => *sum,
                    times => sum.zip(*cell).map(|(sum, points)| sum + i32::from(times) * points),
                };
            }
        }
        sums
    }
}

/// Heading, words and importance of every row that a persona ticks.
fn selected(persona: &Persona) -> Vec<(String, String, u8)> {
    let times = |topic: &str| persona.weights.get(topic).copied().unwrap_or(1);
    let places = content::places().title;
    let mut selected = Vec::new();
    for context in content::contexts() {
        for value in
            persona.answers.get(&context.id).into_iter().flatten().filter(|at| *at != "never")
        {
            selected.push((places.clone(), format!("{}: {value}", context.label), times("scene")));
        }
    }
    for question in content::questions() {
        let chosen = persona.answers.get(&question.id).cloned().unwrap_or_default();
        for option in question.options.iter().filter(|option| chosen.contains(&option.id)) {
            selected.push((question.title.clone(), option.label.clone(), times(&question.id)));
        }
    }
    selected
}

/// The types that remain, most points first, equal ones in the order of the columns.
fn order(sums: &Row) -> Vec<(&'static str, i32)> {
    let mut remaining: Vec<(&str, i32)> =
        DEVICE_TYPES.into_iter().zip(sums).filter_map(|(id, sum)| Some((id, (*sum)?))).collect();
    remaining.sort_by_key(|(_, points)| -points);
    remaining
}

/// The same as the app shows it.
fn shown(page: &Page) -> Vec<(String, i32)> {
    let script = "return all('.ranking [data-type]').map(
        (e) => [e.dataset.type, Number(e.dataset.points)])";
    page.eval(script, json!([]))
}

/// The printed paper.
#[track_caller]
fn printed(page: &Page) -> Paper {
    Paper::read(&page.printed(Order::Place))
}

#[test]
fn a_pencil_comes_to_the_points_order_and_rulings_of_the_app() {
    visit("#/quiz/all", |page| {
        page.click_named("main a", "the quiz on paper");
        page.until("the paper is there", "document.title.startsWith('The quiz on paper')");
        let paper = printed(page);
        assert_eq!(paper.topics.len(), content::steps().len());
        page.click("nav a");
        page.until("the site is back", "document.documentElement.dataset.app === 'ready'");
        for persona in Persona::all() {
            page.come_back_with(&persona.document());
            page.go("#/result");
            page.until_view("result");
            let sums = paper.sum(&persona);
            let by_hand = order(&sums);
            let by_app = shown(page);
            let by_app: Vec<(&str, i32)> = by_app.iter().map(|(id, n)| (id.as_str(), *n)).collect();
            assert_eq!(by_hand, by_app, "{}", persona.name);
            let reading = page.reading();
            for (id, sum) in DEVICE_TYPES.iter().zip(&sums) {
                assert_eq!(sum.is_none(), reading.types[*id].1.is_some(), "{}: {id}", persona.name);
            }
        }
    });
}

#[test]
fn the_personas_try_rulings_weights_and_more_than_one_tick() {
    let all = Persona::all();
    assert!(all.len() >= 10);
    assert!(all.iter().any(|at| at.weights.values().any(|times| *times > 1)));
    assert!(all.iter().any(|at| at.answers.values().any(|chosen| chosen.len() > 1)));
    assert!(all.iter().any(|at| at.verdict == "conflict"));
}

#[test]
fn the_paper_says_its_rules_and_prints_no_navigation() {
    visit("#/", |page| {
        page.load("paper.html");
        let pages = page.printed(Order::File);
        let printed = squeezed(&pages.concat());
        for rule in
            ["The places share one", "rules the type out", "Equal points are an equal place"]
        {
            assert!(printed.contains(&squeezed(rule)), "no “{rule}”");
        }
        assert!(!printed.contains("Thispageprints"), "navigation is printed");
    });
}

#[test]
fn without_javascript_the_same_paper_is_there() {
    let off = Setup::default().pref("profile.managed_default_content_settings.javascript", 2);
    off.run(|page| {
        for view in ["#/quiz", "#/method"] {
            page.load(view);
            page.click_named("article:target a", "the quiz on paper");
            let persona = Persona::named("36-places-double");
            assert_eq!(order(&printed(page).sum(&persona))[0].0, persona.leaders[0]);
        }
    });
}
