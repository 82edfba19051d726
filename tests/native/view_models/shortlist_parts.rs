//! The parts of the shortlist about cost and loudness, rendered.

use headphones_or_iems::model::Candidate;
use headphones_or_iems::model::drive::Sensitivity;
use headphones_or_iems::state::shortlist::Shortlist;
use headphones_or_iems::views::shortlist::cost::CandidateCost;
use headphones_or_iems::views::shortlist::cost_section::CostSection;
use headphones_or_iems::views::shortlist::drive::DriveSection;
use headphones_or_iems::views::shortlist::specs::CandidateSpecs;
use leptos::prelude::*;

use crate::state::{Tab, browser};

fn candidate(name: &str, device_type: &str, price: Option<f64>) -> Candidate {
    Candidate {
        name: name.to_owned(),
        device_type: device_type.to_owned(),
        price,
        ..Candidate::default()
    }
}

/// Everything about cost and loudness on one page, for some candidates and a source.
fn rendered(candidates: &[Candidate], source: &str) -> String {
    Owner::new().with(|| {
        let session = Tab::open(browser()).session;
        provide_context(session);
        session.change_habits(&mut |habits| source.clone_into(&mut habits.source));
        let ids = candidates.iter().map(|one| session.add_candidate(one).unwrap());
        let ids: Vec<String> = ids.collect();
        let shortlist = Shortlist::new(session);
        let fields = ids.into_iter().map(|id| {
            let candidate = shortlist.candidate(id);
            view! {
                <CandidateCost shortlist candidate />
                <CandidateSpecs shortlist candidate />
            }
        });
        let fields = fields.collect_view();
        view! {
            {fields}
            <CostSection shortlist />
            <DriveSection shortlist />
        }
        .to_html()
    })
}

/// The values of an attribute, in order.
fn all(html: &str, attribute: &str) -> Vec<String> {
    let start = format!(" {attribute}=\"");
    let rests = html.split(&start).skip(1);
    rests.map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
}

/// An open-back that a weak phone cannot drive, an in-ear that says too little, and earbuds.
fn three() -> [Candidate; 3] {
    let open = Candidate {
        impedance: Some(300.0),
        sensitivity: Some(Sensitivity::PerVolt(97.0)),
        ..candidate("Big ones", "open-back", Some(400.0))
    };
    let small = candidate("Small ones", "iem", Some(50.0));
    [open, small, candidate("Buds", "tws-anc", None)]
}

#[test]
fn every_control_has_a_label_and_an_id_of_its_own() {
    for source in ["own", "phone-jack"] {
        let html = rendered(&three(), source);
        let (mut ids, labels) = (all(&html, "id"), all(&html, "for"));
        for name in ["years", "consumables", "battery", "impedance", "sensitivity"] {
            let named = all(&html, "name").iter().filter(|found| *found == name).count();
            assert_eq!(named, 3, "{name}");
        }
        assert!(labels.iter().all(|label| ids.contains(label)), "{labels:?}");
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "{ids:?}");
        let has_own = all(&html, "name").contains(&"volts".to_owned());
        assert_eq!(has_own, source == "own");
    }
}

/// What a field counts in and with what while it is empty must reach those who only hear it.
#[test]
fn a_number_is_described_by_what_is_there_and_named_with_its_unit() {
    let html = rendered(&three(), "own");
    let (ids, described) = (all(&html, "id"), all(&html, "aria-describedby"));
    let named: Vec<&str> = described.iter().flat_map(|of| of.split(' ')).collect();
    assert!(named.iter().all(|id| ids.iter().any(|known| known == id)), "{named:?}");
    for start in ["years-", "consumables-", "battery-", "hours-", "horizon-", "peak-"] {
        assert!(named.iter().any(|id| id.starts_with(start)), "{start}");
    }
    let label =
        html.split("<label for=\"impedance-").nth(1).and_then(|at| at.split("</label>").next());
    assert!(label.is_some_and(|label| label.contains('Ω')), "{label:?}");
}

#[test]
fn each_part_says_what_is_there_and_what_to_do_about_the_rest() {
    let html = rendered(&three(), "phone-jack");
    assert_eq!(all(&html, "data-drive"), ["too-quiet", "missing"]);
    assert!(html.contains("Enter a price") && html.contains("“Big ones” costs 350 more to buy."));
    assert!(html.contains("Buds"), "wireless ones are named");
    let alone = rendered(&three()[1..2], "");
    assert!(alone.contains("at least two models") && !alone.contains("cost-a"));
    assert!(rendered(&[], "").contains("Add a model"));
}
