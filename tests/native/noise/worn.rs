//! How types are worn, and what that leaves.

use headphones_or_iems::model::Basis;
use headphones_or_iems::model::noise::{Attenuation, Bands, Wearing};

use super::wearing;
use crate::support::{content, quiz};

#[test]
fn every_type_has_its_own_attenuation_in_table_order() {
    let noise = &content().details().noise;
    assert_eq!(noise.attenuations.len(), quiz().device_types.len());
    for (at, _) in quiz().device_types() {
        let attenuation = noise.attenuation(at);
        assert_eq!(attenuation.device_type, at);
        assert_eq!(attenuation.wearings().count(), 1 + attenuation.others.len());
        for wearing in attenuation.wearings() {
            assert_eq!(attenuation.wearing(&wearing.id).unwrap().bands, wearing.bands);
        }
        assert!(attenuation.wearing("upside-down").is_none());
    }
}

#[test]
fn noise_cancelling_is_on_and_tips_are_of_silicone_unless_chosen_otherwise() {
    for (device_type, usual) in [("anc-over-ear", "anc"), ("tws-anc", "anc"), ("iem", "silicone")] {
        assert_eq!(wearing(device_type).id, usual);
    }
}

#[test]
fn only_types_that_seal_can_leak() {
    let noise = &content().details().noise;
    for (at, device_type) in quiz().device_types() {
        let attenuation = noise.attenuation(at);
        let badly = noise.badly_worn(at, &attenuation.usual);
        let expected = noise.leak.leave(&attenuation.usual.bands);
        assert_eq!(badly, attenuation.seals.then_some(expected), "{}", device_type.id);
    }
    let is_open = |id: &str| {
        let at = quiz().find_device_type(id).unwrap();
        noise.badly_worn(at, wearing(id)).is_none()
    };
    assert!(is_open("open-back") && is_open("open-ear") && !is_open("headset"));
}

#[test]
fn the_range_of_a_wearing_ends_at_zero_unless_it_amplifies() {
    let bands = Bands([-2.0, 0.0, 3.0, 10.0, 20.0, 20.0, 20.0, 20.0]);
    let (minus, plus) = (Bands::flat(6.0), Bands::flat(7.0));
    let basis = Basis::default();
    let wearing = Wearing { bands, minus, plus, basis, ..Wearing::default() };
    assert_eq!(wearing.low(), Bands([-2.0, 0.0, 0.0, 4.0, 14.0, 14.0, 14.0, 14.0]));
    assert_eq!(wearing.high(), Bands([5.0, 7.0, 10.0, 17.0, 27.0, 27.0, 27.0, 27.0]));
}

#[test]
fn the_bases_are_those_of_every_number() {
    let noise = &content().details().noise;
    let wearings = noise.attenuations.iter().flat_map(Attenuation::wearings).count();
    let expected = wearings + 1 + 2 * noise.places.len() + 4 + 3;
    assert_eq!(noise.bases().count(), expected);
    assert!(noise.bases().all(|basis| !basis.text.is_empty()));
}
