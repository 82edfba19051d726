//! Sound: loops that play together, each with a gain that can be changed while they play.
//!
//! A page may make sound only after a press, so nothing exists before [`Audio::start`]. The sound
//! fades in and out, and it stops when the page is hidden.
//!
//! This is not a part of [`Platform`](super::Platform), because the session would then bring this
//! code into the first load.

mod browser;
mod graph;
mod line;

pub use line::Line;

/// The time in seconds that a change of gains takes.
pub const FADE: f64 = 0.06;

/// What plays.
pub struct Program {
    /// Makes the tracks for a sample rate in Hz. Each is one period of a loop.
    pub tracks: Box<dyn FnOnce(f32) -> Vec<Vec<f32>>>,
    /// The factor for each track.
    pub gains: Vec<f32>,
    /// Is told about every change of state after [`Audio::start`], except the one that
    /// [`Audio::stop`] makes.
    pub on_change: Box<dyn Fn(AudioState)>,
}

/// Whether there is sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AudioState {
    /// Nothing plays.
    Silent,
    /// The browser has been asked to play, and nothing is heard yet.
    Starting,
    /// The tracks play.
    Playing,
    /// Nothing plays, because the browser cannot or will not play.
    Failed(AudioError),
}

/// The reason why nothing plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AudioError {
    /// The browser has no Web Audio.
    Missing,
    /// The browser did not begin to play within three seconds: it does not let the page play, or
    /// there is no device to play on.
    Blocked,
    /// The browser reports that the device does not play.
    NoDevice,
    /// The browser refuses to set up the sound, perhaps for lack of memory.
    Refused,
}

/// The sound of the page. There is one program at a time.
pub trait Audio: Sync {
    /// Starts a program, softly, in place of the one that plays. Call this while a press is handled:
    /// browsers block sound that nobody asked for.
    ///
    /// # Errors
    ///
    /// [`AudioError::Missing`] and [`AudioError::Refused`]. Other errors come later, through
    /// [`Program::on_change`].
    fn start(&self, program: Program) -> Result<(), AudioError>;

    /// Changes the gains of the tracks, all within [`FADE`]. Does nothing if nothing plays.
    fn set_gains(&self, gains: &[f32]);

    /// Fades out and stops. Does nothing if nothing plays.
    fn stop(&self);
}
