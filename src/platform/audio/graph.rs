//! The Web Audio nodes: one looping source and one gain for each track, and one gain for all.

use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::{
    AudioBufferSourceNode, AudioContext, AudioParam, AudioScheduledSourceNode, GainNode,
};

use super::line::Line;

/// The time in seconds between a call and what it changes. By then the browser has handed the change
/// to the thread that plays, so that no change begins in the past and makes a step.
const AHEAD: f64 = 0.03;
/// How long the sound takes to fade in, in seconds.
const RISE: f64 = 0.4;
/// How long the sound takes to fade out, in seconds.
const FALL: f64 = 0.1;

/// A gain and what it has been told to do.
struct Fader {
    gain: AudioParam,
    line: Line,
    /// The highest gain, whatever is asked for.
    limit: f32,
}

impl Fader {
    fn new(node: &GainNode, value: f32, limit: f32) -> Result<Self, JsValue> {
        let gain = node.gain();
        let value = within(value, limit);
        gain.set_value_at_time(value, 0.0)?;
        Ok(Self { gain, line: Line::flat(value), limit })
    }

    /// Moves to a value in a straight line, from wherever the gain is at `start`.
    ///
    /// `cancelAndHoldAtTime` would do, but Firefox lacks it. Instead, the line that is under way gets
    /// a corner at `start`, and what comes after that corner is removed.
    fn go(&mut self, to: f32, start: f64, lasts: f64) -> Result<(), JsValue> {
        let line = self.line.then(within(to, self.limit), start, lasts);
        self.gain.linear_ramp_to_value_at_time(line.from, line.start)?;
        self.gain.cancel_scheduled_values(line.start + 0.001)?;
        self.gain.linear_ramp_to_value_at_time(line.to, line.end)?;
        self.line = line;
        Ok(())
    }
}

/// Everything that plays.
pub(super) struct Graph {
    context: AudioContext,
    sources: Vec<AudioBufferSourceNode>,
    faders: Vec<Fader>,
    master: Fader,
}

impl Graph {
    /// Connects the tracks, which are silent until [`Graph::begin`].
    pub(super) fn new(
        context: AudioContext,
        tracks: Vec<Vec<f32>>,
        gains: &[f32],
    ) -> Result<Self, JsValue> {
        let all = context.create_gain()?;
        let master = Fader::new(&all, 0.0, 1.0)?;
        all.connect_with_audio_node(&context.destination())?;
        let mut graph = Self { context, sources: Vec::new(), faders: Vec::new(), master };
        let gains = gains.iter().copied().chain(std::iter::repeat(0.0));
        for (samples, gain) in tracks.into_iter().zip(gains) {
            graph.add(&samples, gain, &all)?;
        }
        Ok(graph)
    }

    /// Adds a track. Its gain keeps it from exceeding full scale.
    fn add(&mut self, samples: &[f32], gain: f32, all: &GainNode) -> Result<(), JsValue> {
        let length = u32::try_from(samples.len()).unwrap_or(0);
        let buffer = self.context.create_buffer(1, length, self.context.sample_rate())?;
        buffer.copy_to_channel(samples, 0)?;
        let source = self.context.create_buffer_source()?;
        source.set_buffer(Some(&buffer));
        source.set_loop(true);
        let node = self.context.create_gain()?;
        let peak = samples.iter().fold(0.0, |peak: f32, sample| peak.max(sample.abs()));
        let fader = Fader::new(&node, gain, 1.0 / peak)?;
        source.connect_with_audio_node(&node)?;
        node.connect_with_audio_node(all)?;
        self.sources.push(source);
        self.faders.push(fader);
        Ok(())
    }

    /// The time of the next change.
    fn soon(&self) -> f64 {
        self.context.current_time() + AHEAD
    }

    /// Starts all tracks at the same sample and fades in.
    pub(super) fn begin(&mut self) -> Result<(), JsValue> {
        let start = self.soon();
        for source in &self.sources {
            source.start_with_when(start)?;
        }
        self.master.go(1.0, start, RISE)
    }

    /// Changes all gains together, which takes `lasts` seconds.
    pub(super) fn set_gains(&mut self, gains: &[f32], lasts: f64) -> Result<(), JsValue> {
        let start = self.soon();
        for (fader, gain) in self.faders.iter_mut().zip(gains) {
            fader.go(*gain, start, lasts)?;
        }
        Ok(())
    }

    /// Fades out. Afterwards nothing plays, even if the context cannot be closed.
    pub(super) fn end(&mut self) -> Result<(), JsValue> {
        let start = self.soon();
        self.master.go(0.0, start, FALL)?;
        for source in &self.sources {
            let source: &AudioScheduledSourceNode = source;
            source.stop_with_when(start + FALL)?;
        }
        Ok(())
    }

    pub(super) fn context(&self) -> &AudioContext {
        &self.context
    }
}

/// A gain with which a track does not exceed full scale.
fn within(gain: f32, limit: f32) -> f32 {
    if gain.is_finite() { gain.clamp(0.0, limit) } else { 0.0 }
}
