//! The places, and which of them answers tick.

use headphones_or_iems::model::noise::{Dba, a_weighted_sum};
use headphones_or_iems::model::{Answers, Kind, TopicId, Weight};

use super::assert_near;
use crate::support::{answered, content, quiz};

/// The ids of the places that answers tick.
fn visited(answers: &Answers) -> Vec<&'static str> {
    let noise = &content().details().noise;
    let places = noise.places.iter().filter(|place| place.is_visited(answers));
    let all: Vec<&str> = places.map(|place| place.id.as_str()).collect();
    assert!(noise.visited(answers).map(|place| place.id.as_str()).eq(all.iter().copied()));
    all
}

#[test]
fn a_place_at_a_level_has_that_level() {
    for place in &content().details().noise.places {
        for level in [30.0, 72.5, 120.0] {
            let noise = place.noise(Dba(level));
            assert_near(a_weighted_sum(&noise).0, level, 1e-9, &place.id);
            for (band, relative) in noise.0.iter().zip(place.spectrum.0) {
                assert_near(band - level, relative, 0.1, &place.id);
            }
        }
    }
}

#[test]
fn every_context_ticks_a_place_if_it_counts_and_is_not_never() {
    let contexts = quiz().questions.iter().filter(|question| question.kind == Kind::Context);
    for context in contexts {
        let given = |option: &str| answered(quiz(), &[(&context.id, &[option])]);
        let (sometimes, often) = (visited(&given("sometimes")), visited(&given("often")));
        assert!(!often.is_empty() && often == sometimes, "{}: {often:?}", context.id);
        assert!(visited(&given("never")).is_empty(), "{}", context.id);
        let mut ignored = given("often");
        ignored.set_weight(TopicId(0), Weight::ALL[0]);
        assert!(visited(&ignored).is_empty(), "{}", context.id);
    }
    assert!(visited(&Answers::empty(quiz())).is_empty());
}

#[test]
fn commuters_get_bus_and_metro_and_flyers_the_aircraft() {
    let both = answered(quiz(), &[("scene-commute", &["often"]), ("scene-flight", &["sometimes"])]);
    assert_eq!(visited(&both), ["bus", "metro", "aircraft"]);
}
