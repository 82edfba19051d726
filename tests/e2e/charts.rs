//! Measures the drawn charts and compares lengths, directions and positions with their tables.

use std::collections::BTreeMap;

use serde_json::json;

use crate::content;
use crate::page::Page;
use crate::persona::Persona;
use crate::session::visit;

/// A drawn bar: the positions of its zero line, its start and its end, in per cent of the width.
type Bar = (f64, f64, f64);

/// Helpers for the scripts below: parse a number as the page writes it, and read a drawn bar.
const CHART_HELPERS: &str = "
    const number = (text) => Number(text.replace('−', '-').replace('+', ''));
    const attr = (e, name) => parseFloat(e.getAttribute(name));
    const bar = (row) => {
        const [rect, line] = [row.querySelector('.bar rect'), row.querySelector('.bar line')];
        return [attr(line, 'x1'), attr(rect, 'x'), attr(rect, 'x') + attr(rect, 'width')];
    };
    // Unlike `all`, this includes elements inside closed `details`.
    const rows = (css) => [...document.querySelectorAll(css)];
";

#[track_caller]
fn read<T: serde::de::DeserializeOwned>(page: &Page, script: &str) -> T {
    page.eval(&format!("{CHART_HELPERS}{script}"), json!([]))
}

/// The score breakdown as a table: points by answer and type, with the sums in the row "Points".
struct Table(BTreeMap<String, BTreeMap<String, i32>>);

impl Table {
    #[track_caller]
    fn of(page: &Page) -> Self {
        Self(read(
            page,
            "const table = document.querySelector('[aria-labelledby=result-points] table');
             const heads = [...table.tHead.rows[0].cells].slice(1).map(words);
             const points = (row) => Object.fromEntries(
                 heads.map((head, i) => [head, number(words(row.cells[i + 1]))]));
             return Object.fromEntries(
                 [...table.tBodies[0].rows].map((row) => [words(row.cells[0]), points(row)]))",
        ))
    }

    #[track_caller]
    fn of_type(&self, answer: &str, device_type: &str) -> i32 {
        self.0.get(answer).unwrap_or_else(|| panic!("“{answer}” is not in the table"))[device_type]
    }
}

/// The label, the written points and the bar of each row of a chart.
type Rows = Vec<(String, i32, Bar)>;

#[track_caller]
fn chart(page: &Page, css: &str, label_css: &str) -> Rows {
    let script = format!(
        "return rows('{css} > li:has(.bar)').map((row) => [words(row.querySelector('{label_css}')),
            number(words(row.querySelector('.points'))), bar(row)])"
    );
    read(page, &script)
}

/// Fails unless all bars share one zero line and one scale, and each matches its number.
#[track_caller]
fn check_bars(rows: &Rows) {
    let longest =
        rows.iter().max_by_key(|(_, points, _)| points.abs()).expect("the chart should have bars");
    let (_, most, (zero, from, to)) = longest;
    let unit = if *most == 0 { 0.0 } else { (to - from) / f64::from(most.abs()) };
    for (name, points, (at, from, to)) in rows {
        assert!((at - zero).abs() < 0.02, "{name}: its zero line differs from the others");
        let (near, far) = if *points < 0 { (to, from) } else { (from, to) };
        assert!((near - zero).abs() < 0.02, "{name}: the bar does not start at zero");
        let expected = zero + f64::from(*points) * unit;
        assert!((far - expected).abs() < 0.1, "{name}: {points} is drawn to {far}, not {expected}");
    }
}

#[track_caller]
fn check_breakdown_and_ranking(page: &Page, table: &Table, leader: &str) {
    let breakdown = chart(page, ".breakdown:not([data-rival])", ".small");
    check_bars(&breakdown);
    for (answer, points, _) in &breakdown {
        assert_eq!(*points, table.of_type(answer, leader), "{answer}");
    }
    assert_eq!(breakdown.len() + 1, table.0.len(), "each row of the table but the sums has a bar");
    let ranking = chart(page, ".ranking", "p");
    check_bars(&ranking);
    for (device_type, points, _) in &ranking {
        assert_eq!(*points, table.of_type("Points", device_type), "{device_type}");
    }
}

#[track_caller]
fn check_head_to_head(page: &Page, table: &Table, leader: &str) {
    let rivals = page.count(".order [id^=versus-]");
    for at in 0..rivals {
        let rival = page.texts(".order [id^=versus-]")[at].clone();
        page.click_named(".order [id^=versus-]", &rival);
        page.until(
            &format!("the comparison with {rival} is shown"),
            &format!(
                "words(document.querySelector('[id^=versus-][aria-pressed=true]')) === '{rival}'"
            ),
        );
        let rows = chart(page, "[data-rival]", ".small");
        check_bars(&rows);
        let lead = |answer: &str| table.of_type(answer, leader) - table.of_type(answer, &rival);
        for (answer, points, _) in &rows {
            assert_eq!(*points, lead(answer), "{answer} against {rival}");
        }
        let total: i32 = read(page, "return number(words(rows('[data-lead] .points')[0]))");
        assert_eq!(total, lead("Points"), "against {rival}");
    }
}

/// Checks the plot of how the points grow with each answer: each line follows the running sums of
/// the table on one scale from the lowest sum to the highest. The leader's line is drawn last, so
/// it is on top.
#[track_caller]
fn check_growth(page: &Page, leader: &str) {
    type Growth = (f64, Vec<Vec<f64>>, BTreeMap<String, Vec<i32>>, usize);
    let (zero, drawn, table, width): Growth = read(
        page,
        "const [svg, table] = ['svg.growth', '.as-table:has([aria-label^=Every]) table'].map(
             (css) => document.querySelector('[aria-labelledby=result-points] ' + css));
         const [zero, ...lines] = [...svg.children].map((path) => path.getAttribute('d'));
         const heights = (d) => d.match(/V[^H]+H\\d+/g).map((step, at) => {
             const [, y, x] = step.match(/V(.+)H(\\d+)/).map(Number);
             if (x !== at + 1) throw new Error(d);
             return y;
         });
         const answers = [...table.tBodies[0].rows].slice(0, -1);
         const heads = [...table.tHead.rows[0].cells].slice(1).map(words);
         return [Number(zero.match(/^M0 (\\d+)H/)[1]), lines.map(heights),
             Object.fromEntries(heads.map((head, i) => {
                 let sum = 0;
                 return [head, answers.map((row) => sum += number(words(row.cells[i + 1])))];
             })), svg.viewBox.baseVal.width]",
    );
    let ranked = chart(page, ".ranking", "p");
    assert_eq!(drawn.len(), ranked.len(), "one line for each type that is not excluded");
    assert_eq!(ranked[0].0, leader);
    let sums: Vec<&Vec<i32>> =
        ranked.iter().rev().map(|(device_type, ..)| &table[device_type]).collect();
    let all = || sums.iter().copied().flatten().chain(&[0]);
    let (low, high) = (*all().min().unwrap(), *all().max().unwrap());
    let height = |sum: i32| 10_000.0 * f64::from(high - sum) / f64::from((high - low).max(1));
    assert!((zero - height(0)).abs() <= 1.0);
    for (heights, sums) in drawn.iter().zip(sums) {
        assert_eq!((heights.len(), sums.len()), (width, width));
        for (y, sum) in heights.iter().zip(sums) {
            assert!((y - height(*sum)).abs() <= 1.0, "{y} for {sum} of {low} to {high}");
        }
    }
}

/// Checks the hundred ticks against the sentence below them, and the bars that show the lead at
/// each weight against the table.
#[track_caller]
fn check_robustness(page: &Page) {
    type Robustness = (Vec<i32>, String, Vec<(String, Bar)>, Vec<(String, Vec<i32>)>);
    let (ticks, words, bars, table): Robustness = read(
        page,
        "const box = document.querySelector('[aria-labelledby=result-firm]');
         const ticks = [...box.querySelectorAll('.robustness line')];
         return [ticks.map((line) => attr(line, 'pathLength')),
             words(box.querySelector('.robustness + p')),
             [...box.querySelectorAll('.bars > li')].map((row) => [words(row), bar(row)]),
             [...box.querySelectorAll('tbody tr')].map((row) => [words(row.cells[0]),
                 [...row.cells].slice(1).map((cell) => number(words(cell)))])]",
    );
    assert_eq!(ticks.iter().sum::<i32>(), 100, "there should be a hundred ticks");
    let stated = words.split_whitespace().find_map(|word| word.parse::<i32>().ok());
    let percent = if words.starts_with("First in all") {
        100
    } else {
        stated.expect("the sentence should state a percentage")
    };
    assert_eq!(ticks[0], percent, "{words}");
    assert_eq!(bars.len(), table.len());
    // The lowest and the highest lead set the scale, on which every bar must lie.
    let all = || table.iter().flat_map(|(_, leads)| leads).chain(&[0]);
    let (low, high) = (*all().min().unwrap(), *all().max().unwrap());
    for ((name, (zero, from, to)), (head, leads)) in bars.iter().zip(&table) {
        let at = |points: i32| 100.0 * f64::from(points - low) / f64::from((high - low).max(1));
        let (least, most) = (*leads.iter().min().unwrap(), *leads.iter().max().unwrap());
        assert_eq!(name, head);
        assert!((zero - at(0)).abs() < 0.1, "{name}");
        assert!((from - at(least)).abs() < 0.1, "{name}: from {from}, {leads:?}");
        assert!((to - at(most)).abs() < 0.6, "{name}: to {to}, {leads:?}");
    }
}

#[test]
fn result_charts_match_their_tables() {
    visit("#/result", |page| {
        for name in ["01-stage-performer", "12-side-sleeper", "21-repairer", "36-places-double"] {
            page.come_back_with(&Persona::named(name).document());
            let leader = page.reading().leader;
            let device_type =
                content::device_types().into_iter().find(|device_type| device_type.id == leader);
            let leader = device_type.expect("the leader should be a known type").column;
            let table = Table::of(page);
            check_breakdown_and_ranking(page, &table, &leader);
            check_head_to_head(page, &table, &leader);
            check_robustness(page);
            check_growth(page, &leader);
        }
    });
}

/// Adds `rating(svg)`, which reads the rating that a dot scale shows, from −2 to +2.
const RATING: &str = "
    const rating = (svg) => Number(svg.querySelector('use').getAttribute('href')
        .replace('#dots-', '').replace('m', '-'));";

#[test]
fn dot_scales_on_the_method_page_match_their_ratings() {
    visit("#/method", |page| {
        let mismatches: Vec<String> = read(
            page,
            &format!(
                "{RATING} return all('#live tr:has(.dots)').filter(
                    (row) => rating(row.querySelector('.dots')) !== number(words(row.cells[1])))
                    .map(words)"
            ),
        );
        assert_eq!(mismatches, [""; 0]);
        let drawn = page.count("#live .dots");
        assert_eq!(drawn, content::DEVICE_TYPES.len() * content::criteria().len());
    });
}

#[test]
fn dot_scales_in_the_comparison_match_the_ratings_in_the_content() {
    visit("#/", |page| {
        let rows: BTreeMap<String, Vec<i32>> = read(
            page,
            &format!(
                "{RATING} return Object.fromEntries(rows('#compare tr[data-criterion]').map(
                    (row) => [row.dataset.criterion,
                        [...row.querySelectorAll('.dots')].map(rating)]))"
            ),
        );
        let device_types = content::device_types();
        assert_eq!(rows.len(), content::criteria().len());
        for (criterion, ratings) in rows {
            let expected: Vec<i32> = device_types
                .iter()
                .map(|device_type| device_type.ratings[&criterion].rating)
                .collect();
            let is_same = expected.iter().all(|rating| *rating == expected[0]);
            assert_eq!(ratings, if is_same { Vec::new() } else { expected }, "{criterion}");
        }
    });
}

#[test]
fn bars_of_the_wrong_length_or_position_are_detected() {
    visit("#/result", |page| {
        page.come_back_with(&Persona::named("36-places-double").document());
        let rows = chart(page, ".ranking", "p");
        check_bars(&rows);
        for changed in ["width", "x"] {
            let mut rows: Rows = rows.clone();
            let (_, _, (_, from, to)) = &mut rows[2];
            *to += 3.0;
            if changed == "x" {
                *from += 3.0;
            }
            assert!(std::panic::catch_unwind(|| check_bars(&rows)).is_err(), "{changed}");
        }
    });
}
