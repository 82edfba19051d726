//! The quiz on paper: adding up the printed points by hand gives the same points, ranking and
//! exclusions as the app.

use std::collections::BTreeMap;
use std::num::ParseIntError;

use serde_json::json;
use xtask::pdf::Order;

use crate::content::{self, DEVICE_TYPES};
use crate::page::Page;
use crate::persona::Persona;
use crate::session::{Setup, visit};

/// The points of each type in a row, in the order of the columns. `None` means "out".
type Row = Vec<Option<i32>>;

/// The printed rows under each heading, by their text without spaces.
struct Paper {
    topics: BTreeMap<String, BTreeMap<String, Row>>,
}

/// Removes spaces and check boxes, so that line breaks make no difference.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '☐').collect()
}

/// The label of the row with the entry prices.
const PRICES: &str = "Starts at about, in dollars";

fn cell(word: &str) -> Result<Option<i32>, ParseIntError> {
    match word {
        "out" => Ok(None),
        number => number.replace('−', "-").parse().map(Some),
    }
}

/// Splits a line that ends in a cell for each type into its text and the cells.
fn row(line: &str) -> Option<(String, Row)> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let at = words.len().checked_sub(DEVICE_TYPES.len())?;
    let cells: Result<Row, _> = words[at..].iter().map(|word| cell(word)).collect();
    Some((squeezed(&words[..at].concat()), cells.ok()?)).filter(|_| at > 0)
}

impl Paper {
    /// Parses the text of the printed pages.
    #[track_caller]
    fn read(pages: &[String]) -> Self {
        assert!(pages.len() <= 2, "{} pages", pages.len());
        let titles: Vec<String> = content::steps().into_iter().map(|(_, title)| title).collect();
        let mut topics: BTreeMap<String, BTreeMap<String, Row>> = BTreeMap::new();
        let mut topic = String::new();
        // The text of a row that does not fit on one line starts above its numbers.
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
        // The first row may be preceded by the hint of the question.
        let found = || rows.iter().find(|(above, _)| above.ends_with(&words)).map(|(_, row)| row);
        rows.get(&words).or_else(found).unwrap_or_else(|| panic!("“{words}” is not in {rows:?}"))
    }

    /// The entry prices, which are printed below the answers.
    #[track_caller]
    fn prices(&self) -> &Row {
        let words = squeezed(PRICES);
        let mut rows = self.topics.values().flatten();
        let found = rows.find(|(text, _)| text.ends_with(&words)).map(|(_, row)| row);
        found.unwrap_or_else(|| panic!("“{PRICES}” is not printed"))
    }

    /// Adds up the rows that a persona selects. An excluded type has `None`.
    #[track_caller]
    fn sum(&self, persona: &Persona) -> Row {
        let mut sums = vec![Some(0); DEVICE_TYPES.len()];
        for (title, words, weight) in selected(persona) {
            for (sum, cell) in sums.iter_mut().zip(self.row(&title, &words)) {
                *sum = match weight {
                    0 => *sum,
                    weight => sum.zip(*cell).map(|(sum, points)| sum + i32::from(weight) * points),
                };
            }
        }
        sums
    }
}

/// The heading, text and weight of every row that a persona selects.
fn selected(persona: &Persona) -> Vec<(String, String, u8)> {
    let weight = |topic: &str| persona.weights.get(topic).copied().unwrap_or(1);
    let title = content::context_question().title;
    let mut selected = Vec::new();
    for context in content::contexts() {
        for value in
            persona.answers.get(&context.id).into_iter().flatten().filter(|at| *at != "never")
        {
            selected.push((title.clone(), format!("{}: {value}", context.label), weight("scene")));
        }
    }
    for question in content::questions() {
        let chosen = persona.answers.get(&question.id).cloned().unwrap_or_default();
        for option in question.options.iter().filter(|option| chosen.contains(&option.id)) {
            selected.push((question.title.clone(), option.label.clone(), weight(&question.id)));
        }
    }
    selected
}

/// The types that are not excluded, by points; of equal points the cheapest first, then in the order of
/// the columns.
fn order(paper: &Paper, sums: &Row) -> Vec<(&'static str, i32)> {
    let columns = DEVICE_TYPES.iter().copied().zip(sums).zip(paper.prices());
    let mut remaining: Vec<(&str, i32, i32)> =
        columns.filter_map(|((id, sum), price)| Some((id, (*sum)?, (*price)?))).collect();
    remaining.sort_by_key(|(_, points, price)| (-points, *price));
    remaining.into_iter().map(|(id, points, _)| (id, points)).collect()
}

/// The types and points of the ranking that the app shows.
fn app_ranking(page: &Page) -> Vec<(String, i32)> {
    let script = "return all('.ranking [data-type]').map(
        (e) => [e.dataset.type, Number(e.dataset.points)])";
    page.eval(script, json!([]))
}

/// Prints the current page and parses it.
#[track_caller]
fn printed(page: &Page) -> Paper {
    Paper::read(&page.printed(Order::Place))
}

#[test]
fn paper_and_app_agree_on_points_ranking_and_exclusions() {
    visit("#/quiz/all", |page| {
        page.click_named("main a", "the quiz on paper");
        page.until("the paper quiz is open", "document.title.startsWith('The quiz on paper')");
        let paper = printed(page);
        assert_eq!(paper.topics.len(), content::steps().len());
        page.click("nav a");
        page.until("the site is back", "document.documentElement.dataset.app === 'ready'");
        for persona in Persona::all() {
            page.come_back_with(&persona.document());
            page.go("#/result");
            page.until_view("result");
            let sums = paper.sum(&persona);
            let by_hand = order(&paper, &sums);
            let by_app = app_ranking(page);
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
fn personas_cover_exclusions_weights_and_multiple_selections() {
    let all = Persona::all();
    assert!(all.len() >= 10);
    assert!(all.iter().any(|at| at.weights.values().any(|weight| *weight > 1)));
    assert!(all.iter().any(|at| at.answers.values().any(|chosen| chosen.len() > 1)));
    assert!(all.iter().any(|at| at.verdict == "conflict"));
}

#[test]
fn paper_prints_its_rules_but_no_navigation() {
    visit("#/", |page| {
        page.load("paper.html");
        let pages = page.printed(Order::File);
        let printed = squeezed(&pages.concat());
        for rule in
            ["The places share one", "rules the type out", "Equal points are an equal place"]
        {
            assert!(printed.contains(&squeezed(rule)), "“{rule}” is missing");
        }
        assert!(!printed.contains("Thispageprints"), "navigation is printed");
    });
}

#[test]
fn paper_quiz_works_without_javascript() {
    let setup = Setup::default().pref("profile.managed_default_content_settings.javascript", 2);
    setup.run(|page| {
        for view in ["quiz.html", "method.html"] {
            page.load(view);
            page.click_named("main a", "the quiz on paper");
            let persona = Persona::named("36-places-double");
            let paper = printed(page);
            assert_eq!(order(&paper, &paper.sum(&persona))[0].0, persona.leaders[0]);
        }
    });
}
