//! The way to the page Noise.

use leptos::prelude::*;

use crate::components::reactive::string;
use crate::components::text::Text;
use crate::route::Route;
use crate::state::Session;
use crate::state::noise::Loudest;

/// What the first two types leave of the visitor's loudest place, with a link to see and hear it.
#[component]
pub fn NoiseLine() -> impl IntoView {
    let session = Session::get();
    let (noise, quiz) = (session.noise(), session.quiz());
    let words = string(move || {
        let found = Loudest::of(noise, &session.answers().read(), &session.verdict().read());
        let Some(found) = found else { return String::new() };
        let place = &noise.places[found.place];
        let remains = found
            .remains
            .into_iter()
            .flatten()
            .map(|(at, level)| format!("{:.0} with {}", level.0, quiz.device_type(at).short));
        let remains: Vec<String> = remains.collect();
        format!(
            "Your loudest place: {}, about {} dBA. By our estimate, {} reach the ear.",
            place.name,
            found.level.0,
            remains.join(" and ")
        )
    });
    view! {
        <p class="small screen">
            <Text words /> " " <a href=Route::Noise(None).href()>"See and hear the noise"</a>
        </p>
    }
}
