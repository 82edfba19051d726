//! The player on a device in memory.

use headphones_or_iems::sound::tracks;
use headphones_or_iems::state::player::{AudioError, AudioState, Player, Scene};
use leptos::prelude::{Owner, untrack};

use super::memory::{RATE, Silence};
use super::{ATTENUATIONS, PLACES};

/// A player and the owner of its signals, in a view of its own.
fn player() -> (Player, Owner) {
    let owner = Owner::new();
    let player = owner.with(|| Player::new(&Silence));
    (player, owner)
}

fn state(player: Player) -> AudioState {
    untrack(|| player.state())
}

fn scene(at: usize) -> Scene {
    let (place, place_dba) = PLACES[0];
    Scene { place, place_dba, attenuation: ATTENUATIONS[at], music_dba: Some(80.0) }
}

#[test]
fn nothing_is_made_before_the_first_press() {
    let (player, _owner) = player();
    assert_eq!((state(player), Silence::starts()), (AudioState::Silent, 0));
    player.change(&scene(1));
    player.stop();
    assert_eq!((state(player), Silence::starts()), (AudioState::Silent, 0));
}

#[test]
fn a_press_plays_the_scene_at_the_sample_rate_of_the_device() {
    let (player, _owner) = player();
    player.play(&scene(0));
    assert_eq!(state(player), AudioState::Starting);
    assert_eq!(Silence::gains(), scene(0).mix().gains);
    let lengths: Vec<usize> = tracks(RATE).iter().map(Vec::len).collect();
    assert_eq!(Silence::lengths(), lengths);
    Silence::report(AudioState::Playing);
    assert_eq!(state(player), AudioState::Playing);
}

#[test]
fn another_type_changes_gains_and_starts_nothing() {
    let (player, _owner) = player();
    player.play(&scene(0));
    Silence::report(AudioState::Playing);
    player.change(&scene(1));
    assert_eq!(Silence::gains(), scene(1).mix().gains);
    assert_ne!(Silence::gains(), scene(0).mix().gains);
    assert_eq!((state(player), Silence::starts()), (AudioState::Playing, 1));
}

#[test]
fn stopping_and_leaving_the_view_stop_the_sound() {
    let (player, owner) = player();
    player.play(&scene(0));
    player.stop();
    assert_eq!((state(player), Silence::is_on()), (AudioState::Silent, false));
    player.play(&scene(0));
    assert!(Silence::is_on());
    owner.cleanup();
    assert!(!Silence::is_on());
}

#[test]
fn every_error_is_a_state_and_the_next_press_tries_again() {
    for error in [AudioError::Missing, AudioError::Refused] {
        let (player, _owner) = player();
        Silence::fail(error);
        player.play(&scene(0));
        assert_eq!(state(player), AudioState::Failed(error));
        assert!(untrack(|| !player.is_on()));
    }
}

#[test]
fn what_the_browser_reports_later_is_shown() {
    let (player, _owner) = player();
    for (starts, later) in [
        AudioState::Failed(AudioError::Blocked),
        AudioState::Failed(AudioError::NoDevice),
        AudioState::Silent,
    ]
    .into_iter()
    .enumerate()
    {
        player.play(&scene(0));
        assert_eq!((state(player), Silence::starts()), (AudioState::Starting, starts + 1));
        assert!(untrack(|| player.is_on()));
        Silence::report(later);
        assert_eq!(state(player), later);
        assert!(untrack(|| !player.is_on()));
    }
}

#[test]
fn a_report_after_the_view_has_gone_does_no_harm() {
    let (player, owner) = player();
    player.play(&scene(0));
    let late = Silence::on_change();
    owner.cleanup();
    drop(owner);
    late(AudioState::Playing);
    assert!(!Silence::is_on());
}
