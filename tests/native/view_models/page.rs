//! The result page shows the view models: the data attributes of its elements, which scripts and
//! other tests read, say the same in the same order.

use headphones_or_iems::model::{Answers, QuestionId, Verdict};
use headphones_or_iems::platform::BROWSER;
use headphones_or_iems::state::Session;
use headphones_or_iems::state::result::breakdown::Lines;
use headphones_or_iems::state::result::changes::{ChangeKind, ChangeLine, Changes};
use headphones_or_iems::state::result::conflict::Conflict;
use headphones_or_iems::state::result::pair::offered_pair;
use headphones_or_iems::state::result::ranking::Ranking;
use headphones_or_iems::state::result::reasons::Reasons;
use headphones_or_iems::state::result::robustness::Firmness;
use headphones_or_iems::state::result::shop::called_signposts;
use headphones_or_iems::state::result::versus::Versus;
use headphones_or_iems::views::result::ResultPage;
use leptos::prelude::*;

use super::Tally;
use super::case::{nothing_for_the_leader, out_of_reach, with_a_pair};
use super::facts::Facts;
use crate::persona::personas;
use crate::snapshots::lines::lines;
use crate::support::{content, id, quiz};

/// The attributes that the result page has.
const NAMES: [&str; 17] = [
    "changes",
    "criterion",
    "gain",
    "hinge",
    "lead",
    "line",
    "own",
    "pair",
    "points",
    "rival",
    "ruled-out",
    "signpost",
    "skip",
    "then",
    "total",
    "type",
    "versus",
];

fn rendered(answers: &Answers) -> String {
    Owner::new().with(|| {
        let session = Session::new(content(), &BROWSER).with_verdict();
        provide_context(session);
        session.try_out(answers);
        session.keep_change();
        view! { <ResultPage /> }.to_html()
    })
}

/// The attributes of each element that has some, in the order of their names.
fn found(html: &str, tally: &mut Tally) -> Vec<String> {
    let mut all = Vec::new();
    for tag in html.split('<').filter_map(|part| part.split('>').next()) {
        let mut mine = Vec::new();
        for name in NAMES {
            let Some((_, rest)) = tag.split_once(&format!(" data-{name}=\"")) else { continue };
            tally.met(name);
            mine.push(format!("{name}={}", rest.split('"').next().unwrap_or_default()));
        }
        if !mine.is_empty() {
            all.push(mine.join(" "));
        }
    }
    all
}

fn question(at: QuestionId) -> &'static str {
    &quiz().question(at).id
}

/// What the page must have for a leader, in the order of its parts.
fn leading(answers: &Answers, verdict: &Verdict) -> Vec<String> {
    let leader = verdict.leader.unwrap();
    let mut all = Vec::new();
    let changes = Changes::of(quiz(), answers, verdict, leader);
    let kinds = [changes.answers, changes.device_types, changes.weights, changes.ratings];
    all.extend(kinds.iter().flatten().map(change));
    let reasons = Reasons::of(content(), answers, &verdict.breakdown, leader);
    for reason in reasons.good.iter().chain(&reasons.bad) {
        let criterion = &quiz().criterion(reason.criterion).id;
        all.push(format!("criterion={criterion} points={}", reason.points.0));
    }
    let lines = Lines::of(quiz(), &verdict.breakdown, leader);
    for line in &lines.lines {
        all.push(format!("line={} points={}", question(line.question), line.points.0));
    }
    all.push(format!("total={}", lines.total.0));
    let versus = Versus::of(quiz(), verdict, leader, None);
    if let Some(rival) = versus.rival {
        all.push(format!("rival={}", id(rival)));
        for line in &versus.lines.lines {
            all.push(format!("points={} versus={}", line.points.0, question(line.question)));
        }
        all.push(format!("lead={}", versus.lines.total.0));
    }
    if let Some(pair) = offered_pair(quiz(), answers) {
        let (one, other) = pair.device_types;
        all.push(format!("gain={} pair={} {}", pair.gain, id(one), id(other)));
    }
    all.extend(signposts(answers, false));
    all
}

fn change(line: &ChangeLine) -> String {
    let then = format!("then={}", id(line.leader));
    match &line.kind {
        ChangeKind::Answers(Some(changes)) => format!("changes={} {then}", changes.len()),
        ChangeKind::Answer(_) | ChangeKind::Answers(None) | ChangeKind::Weight(_) => then,
        ChangeKind::Rating(at) => format!("hinge={}", quiz().cell_id(at.device_type, at.criterion)),
    }
}

fn signposts(answers: &Answers, refused: bool) -> impl Iterator<Item = String> {
    let called = called_signposts(content().details(), answers, refused);
    called.into_iter().map(|post| format!("signpost={}", post.id))
}

/// What the page must have for a conflict, without the ranking.
fn conflict(answers: &Answers, verdict: &Verdict) -> Vec<String> {
    let conflict = Conflict::of(quiz(), answers, &verdict.breakdown);
    let skip = conflict.relaxations.iter().map(|at| {
        let ids: Vec<&str> = at.skip.iter().map(|at| question(*at)).collect();
        format!("skip={}", ids.join(" "))
    });
    skip.chain(signposts(answers, true)).collect()
}

/// The ranking.
fn ranking(verdict: &Verdict) -> Vec<String> {
    let ranking = Ranking::of(verdict);
    let mut all = Vec::new();
    for row in &ranking.remaining {
        all.push(format!("points={} type={}", row.points.0, id(row.device_type)));
    }
    for row in &ranking.excluded {
        let by: Vec<&str> = row.exclusions.iter().map(|at| question(at.question)).collect();
        let (points, by) = (row.points.0, by.join(" "));
        all.push(format!("points={points} ruled-out={by} type={}", id(row.device_type)));
    }
    all
}

/// The answers of the personas, and rare ones.
fn all() -> Vec<Answers> {
    let rare = [nothing_for_the_leader(), out_of_reach(), with_a_pair(), Answers::empty(quiz())];
    personas().into_iter().map(|persona| persona.answers).chain(rare).collect()
}

#[test]
fn the_result_page_shows_its_view_models_in_order() {
    let mut tally = Tally::default();
    for answers in all() {
        let verdict = Verdict::of(quiz(), &answers);
        let is_conflict = verdict.word.id() == "conflict";
        let mut expected = if is_conflict { conflict(&answers, &verdict) } else { Vec::new() };
        expected.extend(ranking(&verdict));
        if verdict.leader.is_some() {
            expected.extend(leading(&answers, &verdict));
        }
        let own = answers.own_ratings().iter();
        let own = own.map(|own| format!("own={}", quiz().cell_id(own.device_type, own.criterion)));
        expected.extend(own);
        let about = crate::engine::describe(quiz(), &answers);
        assert_eq!(found(&rendered(&answers), &mut tally), expected, "{about}");
    }
    tally.assert_covers(&[&NAMES]);
}

/// The numbers in the rows of tables that have some in every column.
fn table_rows(html: &str) -> Vec<Vec<i32>> {
    let number = |cell: &str| cell.trim_start_matches('+').replace('−', "-").parse().ok();
    let row = |line: String| -> Option<Vec<i32>> {
        let cells: Option<Vec<i32>> = line.split(" | ").skip(1).map(number).collect();
        cells.filter(|cells| cells.len() > 1)
    };
    lines(html).into_iter().filter_map(row).collect()
}

#[test]
fn the_tables_show_the_lead_at_each_weight_and_every_line_of_every_type() {
    let mut count = 0;
    for answers in all() {
        let (facts, verdict) = (Facts::of(&answers), Verdict::of(quiz(), &answers));
        let mut expected: Vec<Vec<i32>> = Vec::new();
        if let Some(firmness) = Firmness::of(quiz(), &answers, &verdict) {
            let leads = firmness.leads.iter();
            expected.extend(leads.map(|lead| lead.at.map(|points| points.0).to_vec()));
        }
        if facts.leader.is_some() {
            expected.extend(facts.counted().into_iter().map(|at| facts.lines[at].clone()));
            expected.push(facts.score.points.clone());
        }
        assert_eq!(table_rows(&rendered(&answers)), expected, "{}", facts.about());
        count += expected.len();
    }
    assert!(count > 300, "only {count} rows");
}
