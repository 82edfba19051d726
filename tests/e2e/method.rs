//! "How it works" shows every number from which a result is computed, exactly as in the content.

use serde::Deserialize;
use serde_json::json;

use crate::content::{self, DEVICE_TYPES};
use crate::page::Page;
use crate::session::visit;

/// A table of the page: its caption, the texts of its cells, and the source links in each row.
#[derive(Debug, Deserialize)]
struct Table {
    caption: String,
    rows: Vec<Vec<String>>,
    links: Vec<Vec<String>>,
}

fn tables(page: &Page) -> Vec<Table> {
    let script = "
        const cells = (row) => [...row.cells].map(words);
        const links = (row) =>
            [...row.querySelectorAll('a.source')].map((e) => e.getAttribute('href'));
        return all('main table').map((table) => ({
            caption: words(table.caption),
            rows: [...table.tBodies[0].rows].map(cells),
            links: [...table.tBodies[0].rows].map(links),
        }))";
    page.eval(script, json!([]))
}

/// The table whose caption starts with `caption`.
fn captioned<'a>(tables: &'a [Table], caption: &str) -> &'a Table {
    let found = tables.iter().find(|table| table.caption.starts_with(caption));
    found.unwrap_or_else(|| panic!("there is no table “{caption}”"))
}

/// Each effect as the page writes it, such as "Soundstage +1".
fn effects<'a>(effects: impl IntoIterator<Item = (&'a String, &'a i32)>) -> Vec<String> {
    let criteria = content::criteria();
    let name = |id: &String| {
        &criteria.iter().find(|at| at.id == *id).expect("the criterion should exist").name
    };
    let effects = effects.into_iter();
    effects.map(|(id, value)| format!("{} {}", name(id), content::signed(*value))).collect()
}

#[track_caller]
/// Fails unless a row is that of `answer` and mentions all of `parts`.
fn check_row(row: &[String], answer: &str, parts: &[String]) {
    assert_eq!(row[0], answer);
    for part in parts {
        assert!(row[1].contains(part.as_str()), "{answer}: “{part}” is not in “{}”", row[1]);
    }
}

#[test]
fn criterion_tables_show_rating_grade_reason_and_sources_of_all_types() {
    visit("#/method", |page| {
        let (tables, sources) = (tables(page), content::sources());
        for criterion in content::criteria() {
            let table = captioned(&tables, &format!("{}. ", criterion.name));
            assert_eq!(table.rows.len(), DEVICE_TYPES.len(), "{}", criterion.id);
            for (at, device_type) in content::device_types().iter().enumerate() {
                let (row, rating) = (&table.rows[at], &device_type.ratings[&criterion.id]);
                let at_row = format!("{} on {}", device_type.id, criterion.id);
                assert_eq!(row[0], device_type.column, "{at_row}");
                assert_eq!(row[1], content::signed(rating.rating), "{at_row}");
                assert!(row[2].contains(&content::plain(&rating.why)), "{at_row}: {row:?}");
                assert!(row[2].contains(content::grade_name(&rating.grade)), "{at_row}");
                let urls: Vec<_> = rating.sources.iter().map(|id| &sources[id]).collect();
                assert_eq!(table.links[at].iter().collect::<Vec<_>>(), urls, "{at_row}");
            }
        }
    });
}

#[test]
fn question_tables_list_effects_and_exclusions() {
    visit("#/method", |page| {
        let (tables, device_types) = (tables(page), content::device_types());
        for question in content::questions() {
            let table = captioned(&tables, &question.title);
            assert_eq!(table.rows.len(), question.options.len(), "{}", question.id);
            for (row, option) in table.rows.iter().zip(&question.options) {
                let mut parts = effects(&option.effects);
                if let Some(exclusion) = &option.excludes {
                    let excluded = device_types
                        .iter()
                        .filter(|device_type| exclusion.types.contains(&device_type.id));
                    parts.extend(excluded.map(|device_type| device_type.short.clone()));
                    parts.push(exclusion.why.clone());
                }
                check_row(row, &option.label, &parts);
            }
        }
    });
}

#[test]
fn context_table_lists_effects_of_never_sometimes_and_often() {
    visit("#/method", |page| {
        let tables = tables(page);
        let mut rows = captioned(&tables, &content::context_question().title).rows.iter();
        for context in content::contexts() {
            let frequencies = [
                ("never", &[].into()),
                ("sometimes", &context.sometimes),
                ("often", &context.often),
            ];
            for (frequency, effect) in frequencies {
                let row = rows.next().expect("each context should have three rows");
                check_row(row, &format!("{}: {frequency}", context.label), &effects(effect));
            }
        }
        assert!(rows.next().is_none());
    });
}

#[test]
fn thresholds_weights_and_counts_match_the_content() {
    visit("#/method", |page| {
        let rules = content::rules();
        let words = page.text("#live");
        let has = |part: String| assert!(words.contains(&part), "“{part}” is missing");
        has(format!("firmness is below {} in 100", rules.close_below));
        has(format!("from {} to below {} in 100", rules.close_below, rules.clear_from));
        has(format!("Firmness is {} in 100 or more", rules.clear_from));
        let weights: Vec<String> = rules.weights.iter().map(u8::to_string).collect();
        has(format!("of {}.", weights.join(", ")));
        let (types, criteria) = (DEVICE_TYPES.len(), content::criteria().len());
        has(format!("{types} types, {criteria} criteria, {} places", content::contexts().len()));
    });
}

#[test]
fn source_list_links_every_source_once() {
    visit("#/method/sources", |page| {
        let links = page.attributes("main li > a[href^='http']", "href");
        let mut listed: Vec<&String> = links.iter().collect();
        let sources = content::sources();
        let mut known: Vec<&String> = sources.values().collect();
        listed.sort();
        known.sort();
        assert_eq!(listed, known);
    });
}
