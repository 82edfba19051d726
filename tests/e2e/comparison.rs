//! The comparison table of the guide: choosing columns, ordering rows and columns, and opening the
//! reasons behind a row.

use crate::content::{self, DEVICE_TYPES, DeviceType};
use crate::page::Page;
use crate::session::visit;

const HEADS: &str = "table.compare .compare-types th";
const PAIR: [&str; 2] = ["anc-over-ear", "tws-anc"];

/// Clicks the check box of each type, which selects or deselects it.
fn toggle(page: &Page, ids: &[&str]) {
    page.until_comparison_is_live();
    for id in ids {
        page.select("compare", id);
    }
}

fn until_columns(page: &Page, count: usize) {
    let condition = format!("all('{HEADS}').length === {count}");
    page.until(&format!("the table has {count} columns"), &condition);
}

fn columns(device_types: &[DeviceType]) -> Vec<String> {
    device_types.iter().map(|device_type| device_type.column.clone()).collect()
}

fn only(ids: &[&str]) -> Vec<DeviceType> {
    content::device_types()
        .into_iter()
        .filter(|device_type| ids.contains(&device_type.id.as_str()))
        .collect()
}

/// The highest rating of the given types on a criterion minus the lowest.
fn spread(device_types: &[DeviceType], criterion: &str) -> i32 {
    let ratings = device_types.iter().map(|device_type| device_type.ratings[criterion].rating);
    ratings.clone().max().unwrap() - ratings.min().unwrap()
}

fn rows(page: &Page) -> Vec<String> {
    page.attributes("table.compare tr[data-criterion]", "data-criterion")
}

fn row(criterion: &str) -> String {
    format!("table.compare tr[data-criterion=\"{criterion}\"]")
}

#[test]
fn all_types_are_compared_on_every_criterion_at_first() {
    visit("#/guide/compare", |page| {
        assert_eq!(page.texts(HEADS), columns(&content::device_types()));
        let columns = page.attribute("table.compare", "data-columns");
        assert_eq!(columns, Some(DEVICE_TYPES.len().to_string()));
        let ids: Vec<String> = content::criteria().into_iter().map(|at| at.id).collect();
        assert_eq!(rows(page), ids);
        for criterion in content::criteria() {
            let row = row(&criterion.id);
            assert_eq!(page.count(&format!("{row} td")), DEVICE_TYPES.len(), "{}", criterion.id);
            assert!(page.text(&format!("{row} th")).starts_with(&criterion.name));
        }
    });
}

#[test]
fn columns_are_limited_to_two_or_more_selected_types() {
    visit("#/guide/compare", |page| {
        toggle(page, &PAIR);
        until_columns(page, 2);
        assert_eq!(page.texts(HEADS), columns(&only(&PAIR)));
        assert_eq!(page.attribute("table.compare", "data-columns").as_deref(), Some("2"));
        let separated = content::criteria().into_iter().find(|at| spread(&only(&PAIR), &at.id) > 0);
        let row = row(&separated.expect("the two types should differ on some criterion").id);
        assert_eq!(page.count(&format!("{row} td")), 2);
        toggle(page, &["on-ear"]);
        until_columns(page, 3);
        toggle(page, &["on-ear"]);
        toggle(page, &PAIR);
        until_columns(page, DEVICE_TYPES.len());
        assert_eq!(page.texts(HEADS), columns(&content::device_types()));
    });
}

#[test]
fn selecting_a_single_type_still_shows_all() {
    visit("#/guide/compare", |page| {
        toggle(page, &["iem"]);
        page.until(
            "the type is selected",
            "document.querySelector('[name=compare][value=iem]').checked",
        );
        until_columns(page, DEVICE_TYPES.len());
    });
}

#[test]
fn rows_without_a_difference_are_merged_into_one_cell() {
    visit("#/guide/compare", |page| {
        toggle(page, &PAIR);
        until_columns(page, 2);
        for criterion in content::criteria() {
            let row = row(&criterion.id);
            let cells = page.texts(&format!("{row} td"));
            let is_merged = cells[0].starts_with("no difference");
            if spread(&only(&PAIR), &criterion.id) == 0 {
                assert!(is_merged && cells.len() == 1, "{}: {cells:?}", criterion.id);
                let span = page.attribute(&format!("{row} td"), "colspan");
                assert_eq!(span.as_deref(), Some("2"), "{}", criterion.id);
            } else {
                assert!(!is_merged && cells.len() == 2, "{}: {cells:?}", criterion.id);
            }
        }
    });
}

#[test]
fn opening_a_row_shows_reason_grade_and_sources_for_every_type() {
    visit("#/guide/compare", |page| {
        page.until_comparison_is_live();
        let opener = format!("{} .opener", row("rumble"));
        assert_eq!(page.attribute(&opener, "aria-expanded").as_deref(), Some("false"));
        page.click(&opener);
        let count = DEVICE_TYPES.len();
        let are_open = format!("all('.compare-why li').length === {count}");
        page.until("the reasons are open", &are_open);
        assert_eq!(page.attribute(&opener, "aria-expanded").as_deref(), Some("true"));
        let sources = content::sources();
        for (device_type, reason) in
            content::device_types().iter().zip(page.texts(".compare-why li"))
        {
            let rating = &device_type.ratings["rumble"];
            assert!(reason.starts_with(&device_type.column), "{reason}");
            assert!(reason.contains(&content::plain(&rating.why)), "{reason}");
            assert!(reason.contains(content::grade_name(&rating.grade)), "{reason}");
            for source in &rating.sources {
                let link = format!(".compare-why a.source[href=\"{}\"]", sources[source]);
                assert!(page.count(&link) > 0, "{}: no link to {source}", device_type.id);
            }
        }
        page.click(&opener);
        page.until("the reasons are closed", "all('.compare-why li').length === 0");
    });
}

#[test]
fn rows_can_be_ordered_by_the_spread_of_their_ratings() {
    visit("#/guide/compare", |page| {
        let usual = rows(page);
        page.click_named(".order button", "how much");
        page.until("the group headings are gone", "all('.compare-group').length === 0");
        let ordered = rows(page);
        let device_types = content::device_types();
        let spreads: Vec<i32> = ordered.iter().map(|id| spread(&device_types, id)).collect();
        assert!(spreads.is_sorted_by(|a, b| a >= b), "{spreads:?}");
        assert_eq!(ordered.len(), usual.len());
        page.click_named(".order button", "topic");
        page.until("the group headings are back", "all('.compare-group').length > 0");
        assert_eq!(rows(page), usual);
    });
}

#[test]
fn columns_can_be_sorted_by_a_row_and_reset() {
    visit("#/guide/compare", |page| {
        page.until_comparison_is_live();
        page.click(&format!("{} .opener", row("low-price")));
        page.click_named(".compare-why button", "Sort the columns");
        let mut device_types = content::device_types();
        device_types.sort_by_key(|device_type| -device_type.ratings["low-price"].rating);
        page.wait("the columns are sorted", || {
            (page.texts(HEADS) == columns(&device_types)).then_some(())
        });
        page.click_named(".order button", "usual order");
        page.wait("the columns are in their usual order", || {
            (page.texts(HEADS) == columns(&content::device_types())).then_some(())
        });
    });
}
