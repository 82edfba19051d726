//! Sound in memory: records what it was asked to play, and can be missing, blocked or interrupted.

use std::cell::RefCell;
use std::rc::Rc;

use headphones_or_iems::platform::audio::{Audio, AudioError, AudioState, Program};

/// The sample rate of the device in memory, in Hz.
pub(crate) const RATE: f32 = 8_000.0;

/// A device that plays nothing.
#[derive(Clone, Copy)]
pub(crate) struct Silence;

/// What the device does. Each test has a thread of its own, and so a device of its own.
#[derive(Default)]
struct Device {
    error: Option<AudioError>,
    on_change: Option<Rc<dyn Fn(AudioState)>>,
    lengths: Vec<usize>,
    gains: Vec<f32>,
    starts: usize,
}

thread_local! {
    static DEVICE: RefCell<Device> = RefCell::default();
}

impl Silence {
    /// Lets every start fail from now on.
    pub(crate) fn fail(error: AudioError) {
        DEVICE.with_borrow_mut(|device| device.error = Some(error));
    }

    /// What is told about changes of the program that plays.
    pub(crate) fn on_change() -> Rc<dyn Fn(AudioState)> {
        DEVICE.with_borrow(|device| device.on_change.clone()).unwrap()
    }

    /// Reports a state, as a browser does after a start.
    pub(crate) fn report(state: AudioState) {
        let on_change = Self::on_change();
        if state != AudioState::Playing {
            Self.stop();
        }
        on_change(state);
    }

    /// Whether a program has been started and not stopped.
    pub(crate) fn is_on() -> bool {
        DEVICE.with_borrow(|device| device.on_change.is_some())
    }

    /// The lengths of the tracks that were started last.
    pub(crate) fn lengths() -> Vec<usize> {
        DEVICE.with_borrow(|device| device.lengths.clone())
    }

    /// The gains now.
    pub(crate) fn gains() -> Vec<f32> {
        DEVICE.with_borrow(|device| device.gains.clone())
    }

    /// How often a program was started.
    pub(crate) fn starts() -> usize {
        DEVICE.with_borrow(|device| device.starts)
    }
}

impl Audio for Silence {
    fn start(&self, program: Program) -> Result<(), AudioError> {
        let lengths = (program.tracks)(RATE).iter().map(Vec::len).collect();
        DEVICE.with_borrow_mut(|device| {
            if let Some(error) = device.error {
                return Err(error);
            }
            device.starts += 1;
            device.lengths = lengths;
            device.gains = program.gains;
            device.on_change = Some(program.on_change.into());
            Ok(())
        })
    }

    fn set_gains(&self, gains: &[f32]) {
        DEVICE.with_borrow_mut(|device| {
            if device.on_change.is_some() {
                device.gains = gains.to_vec();
            }
        });
    }

    fn stop(&self) {
        DEVICE.with_borrow_mut(|device| device.on_change = None);
    }
}
