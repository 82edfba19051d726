//! The player of the noise view: what it plays, and whether it does.

use leptos::prelude::*;

use crate::platform::Browser;
use crate::platform::audio::{Audio, Program};
use crate::sound::tracks;

pub use crate::platform::audio::{AudioError, AudioState};
pub use crate::sound::{Mix, Scene};

/// Plays scenes. A copy is the same player.
#[derive(Clone, Copy)]
pub struct Player {
    audio: &'static dyn Audio,
    state: RwSignal<AudioState>,
}

impl Player {
    /// The player of this browser.
    pub fn of_browser() -> Self {
        Self::new(&Browser)
    }

    /// A player that plays on `audio`. It stops when the owner that is current now is disposed.
    pub fn new(audio: &'static dyn Audio) -> Self {
        on_cleanup(|| audio.stop());
        Self { audio, state: RwSignal::new(AudioState::Silent) }
    }

    /// Whether there is sound. This is reactive.
    pub fn state(self) -> AudioState {
        self.state.get()
    }

    /// Whether there is sound or will be soon. This is reactive.
    pub fn is_on(self) -> bool {
        matches!(self.state.get(), AudioState::Starting | AudioState::Playing)
    }

    /// Starts to play a scene, while a press is handled.
    pub fn play(self, scene: &Scene) {
        let state = self.state;
        state.set(AudioState::Starting);
        let started = self.audio.start(Program {
            tracks: Box::new(tracks),
            gains: scene.mix().gains.to_vec(),
            // Sound may outlive the view for a moment, and its signals are gone then.
            on_change: Box::new(move |now| {
                let _disposed = state.try_set(now);
            }),
        });
        if let Err(error) = started {
            state.set(AudioState::Failed(error));
        }
    }

    /// Goes over to another scene. Does nothing if nothing plays.
    pub fn change(self, scene: &Scene) {
        self.audio.set_gains(&scene.mix().gains);
    }

    /// Stops.
    pub fn stop(self) {
        self.audio.stop();
        self.state.set(AudioState::Silent);
    }
}
