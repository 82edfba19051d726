//! Hearing it: the noise of a place with bare ears and through each type, with or without music.

use leptos::prelude::*;

use super::heard::Heard;
use super::place::worn_name;
use crate::components::reactive::{flag, handler, string};
use crate::components::section::Section;
use crate::components::select_field::{Choice, SelectField};
use crate::components::text::Text;
use crate::components::when::When;
use crate::model::Quiz;
use crate::model::noise::{Noise, Place};
use crate::state::Session;
use crate::state::noise::{Choices, Worn};
use crate::state::player::{AudioError, AudioState, Player};

/// The lowest and the highest level of the music, in dBA.
const MUSIC: [f64; 2] = [40.0, 100.0];

/// The section with its controls.
#[component]
pub fn Listen(choices: Choices) -> impl IntoView {
    let first = choices.places().first().copied().unwrap_or(0);
    let heard = Heard {
        choices,
        place: RwSignal::new(first),
        through: RwSignal::new(None),
        has_music: RwSignal::new(false),
        music: RwSignal::new(choices.quiet.read_untracked().level.0),
        player: Player::of_browser(),
    };
    let scene = Memo::new(move |_| heard.scene());
    Effect::new(move |_| {
        if let Some(scene) = scene.get() {
            heard.player.change(&scene);
        }
    });
    view! {
        <Section view="noise" anchor="listen" title="Hear the difference">
            <p>
                "Play it through loudspeakers or open headphones: what you wear now already holds \
                 noise back. It shows how the types differ, and not how loud the place really is. \
                 Turn your volume down first, then up until the noise is easy to hear."
            </p>
            <div class="noise-form">
                <PlaceField heard />
                <Through heard />
                <MusicField heard />
            </div>
            <Buttons heard />
        </Section>
    }
}

#[component]
fn PlaceField(heard: Heard) -> impl IntoView {
    let option = move |(at, place): (usize, &'static Place)| {
        let is_chosen = flag(move || heard.place.get() == at);
        view! { <Choice value=at.to_string() name=place.name.as_str() is_chosen /> }
    };
    let choose = move |at: String| {
        if let Ok(at) = at.parse() {
            heard.place.set(at);
        }
    };
    view! {
        <div class="noise-type">
            <SelectField id="heard-place" name="heard-place" label="Place" on_choose=choose>
                {heard.choices.noise().places.iter().enumerate().map(option).collect_view()}
            </SelectField>
        </div>
    }
}

/// Bare ears, or a type in one of the ways to wear it.
#[component]
fn Through(heard: Heard) -> impl IntoView {
    let quiz = Session::get().quiz();
    let noise = heard.choices.noise();
    let option = move |through: Option<Worn>| {
        let name = through
            .map_or_else(|| "Bare ears".to_owned(), |worn| worn_name(quiz, heard.choices, worn));
        view! {
            <label class="tick">
                <input
                    type="radio"
                    name="heard"
                    autocomplete="off"
                    value=through.map_or_else(|| "bare".to_owned(), |worn| value(quiz, noise, worn))
                    prop:checked=flag(move || heard.through.get() == through)
                    on:change=handler(move |_| heard.through.set(through))
                />
                <span>{name}</span>
                <span class="small"><Text words=string(move || heard.leaves(through)) /></span>
            </label>
        }
    };
    let ways = quiz.device_types().flat_map(|(device_type, _)| {
        let count = noise.attenuation(device_type).wearings().count();
        (0..count).map(move |wearing| Some(Worn { device_type, wearing }))
    });
    view! {
        <fieldset class="noise-through">
            <legend>"Through"</legend>
            {std::iter::once(None).chain(ways).map(option).collect_view()}
        </fieldset>
    }
}

/// The value of the control: the id of the type, with that of the way if it is not the usual one.
fn value(quiz: &Quiz, noise: &Noise, worn: Worn) -> String {
    let id = &quiz.device_type(worn.device_type).id;
    if worn.wearing == 0 { id.clone() } else { format!("{id}-{}", worn.of(noise).id) }
}

#[component]
fn MusicField(heard: Heard) -> impl IntoView {
    view! {
        <fieldset>
            <legend>"Music"</legend>
            <label class="tick">
                <input
                    type="checkbox"
                    name="music"
                    autocomplete="off"
                    prop:checked=flag(move || heard.has_music.get())
                    on:change=handler(move |_| heard.has_music.update(|on| *on = !*on))
                />
                <span>"Play music over the noise"</span>
            </label>
            <MusicLevel heard />
        </fieldset>
    }
}

#[component]
fn MusicLevel(heard: Heard) -> impl IntoView {
    let level = string(move || format!("{} dBA", heard.music.get()));
    let spoken = string(move || format!("{} dBA, {}", heard.music.get(), heard.beside()));
    let set = move |event| {
        if let Ok(level) = event_target_value(&event).parse::<f64>() {
            heard.music.set(level.clamp(MUSIC[0], MUSIC[1]));
        }
    };
    view! {
        <label for="music-level">"As loud as I would listen"</label>
        <span aria-hidden="true">
            ": "
            <Text words=level />
        </span>
        <input
            id="music-level"
            name="music-level"
            type="range"
            min=MUSIC[0].to_string()
            max=MUSIC[1].to_string()
            autocomplete="off"
            aria-valuetext=spoken
            prop:disabled=flag(move || !heard.has_music.get())
            prop:value=string(move || heard.music.get().to_string())
            on:input=handler(set)
        />
    }
}

#[component]
fn Buttons(heard: Heard) -> impl IntoView {
    let player = heard.player;
    let press = move |_| {
        if untrack(|| player.is_on()) {
            player.stop();
        } else if let Some(scene) = untrack(|| heard.scene()) {
            player.play(&scene);
        }
    };
    let name = string(move || if player.is_on() { "Stop" } else { "Play" }.to_owned());
    let music =
        string(move || format!("The music is at {} dBA, {}.", heard.music.get(), heard.beside()));
    view! {
        <p>
            <button class="button" type="button" id="play" on:click=handler(press)>
                <Text words=name />
            </button>
        </p>
        <p role="status" class="noise-status">
            <Text words=status(heard) />
        </p>
        <When condition=flag(move || player.is_on() && heard.has_music.get())>
            <p class="small">
                <Text words=music />
            </p>
        </When>
    }
}

/// What plays, or why nothing does.
fn status(heard: Heard) -> Signal<String> {
    let quiz = Session::get().quiz();
    string(move || match heard.player.state() {
        AudioState::Silent => "Nothing is playing.".to_owned(),
        AudioState::Starting => "Starting.".to_owned(),
        AudioState::Failed(error) => failure(error).to_owned(),
        AudioState::Playing => {
            let through = heard.through.get();
            let Some((place, level, remains)) = heard.remains(through) else {
                return String::new();
            };
            let through = through.map_or_else(
                || "as bare ears hear it".to_owned(),
                |worn| {
                    let name = worn_name(quiz, heard.choices, worn);
                    format!(
                        "as it sounds through “{name}”, which leaves about {:.0} dBA",
                        remains.0
                    )
                },
            );
            let is_clamped = heard.scene().is_some_and(|scene| scene.mix().is_clamped);
            let clamped = if is_clamped { CLAMPED } else { "" };
            format!("Playing: “{}”, {} dBA, {through}.{clamped}", place.name, level.0)
        }
    })
}

/// What is said if something plays quieter than it should.
const CLAMPED: &str = " Beside this noise, the music would be too loud to play here as it is, so it plays \
                       a little quieter.";

/// What the visitor can do about it.
const fn failure(error: AudioError) -> &'static str {
    match error {
        AudioError::Missing => {
            "This browser cannot make sound for a page. The plots above say the same in numbers; to \
             hear it, open this page in a current browser."
        }
        AudioError::Blocked => {
            "The browser did not begin to play. Allow sound for this page, check that something to \
             play on is connected, and press Play again."
        }
        AudioError::NoDevice => {
            "There is nothing to play on. Connect loudspeakers or headphones, and press Play again."
        }
        AudioError::Refused => {
            "The browser could not set up the sound. Close other tabs, reload this page, and press \
             Play again."
        }
    }
}
