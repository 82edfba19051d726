//! Sound in a browser, by the Web Audio API.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::ev::Event;
use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::{document, set_timeout, window, window_event_listener_untyped};
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::js_sys::{Array, Function, Promise, Reflect};
use leptos::web_sys::{AudioContext, AudioContextState};

use super::graph::Graph;
use super::{Audio, AudioError, AudioState, FADE, Program};
use crate::platform::{Browser, dom};

/// How long the browser may take to begin to play.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long after a call of `stop` the context is closed. The sound has faded out by then.
const CLOSES_AFTER: Duration = Duration::from_millis(250);

/// A program that plays.
struct Playing {
    graph: Graph,
    /// Removes the listener from the page.
    listening: Option<WindowListenerHandle>,
    /// What the listeners were told last.
    state: AudioState,
    /// Distinguishes this program from one that is started later.
    number: u32,
}

thread_local! {
    static PLAYING: RefCell<Option<Playing>> = const { RefCell::new(None) };
    static STARTED: Cell<u32> = const { Cell::new(0) };
}

type OnChange = Rc<dyn Fn(AudioState)>;

impl Audio for Browser {
    fn start(&self, program: Program) -> Result<(), AudioError> {
        self.stop();
        let context = new_context().ok_or(AudioError::Missing)?;
        ignore(context.resume());
        let tracks = (program.tracks)(context.sample_rate());
        let Ok(graph) = Graph::new(context.clone(), tracks, &program.gains) else {
            ignore(context.close());
            return Err(AudioError::Refused);
        };
        let on_change: OnChange = program.on_change.into();
        let number = STARTED.replace(STARTED.get().wrapping_add(1));
        let listening = listen(&context, number, &on_change).ok();
        let state = AudioState::Starting;
        PLAYING.set(Some(Playing { graph, listening, state, number }));
        begin_later(number, on_change);
        Ok(())
    }

    fn set_gains(&self, gains: &[f32]) {
        PLAYING.with_borrow_mut(|playing| {
            if let Some(playing) = playing {
                let _refused = playing.graph.set_gains(gains, FADE);
            }
        });
    }

    fn stop(&self) {
        let Some(mut playing) = PLAYING.take() else { return };
        if let Some(listening) = playing.listening.take() {
            listening.remove();
        }
        let _refused = playing.graph.end();
        let close: Box<dyn FnOnce()> = Box::new(move || ignore(playing.graph.context().close()));
        set_timeout(close, CLOSES_AFTER);
    }
}

/// Makes a context with whatever `AudioContext` the window has now.
fn new_context() -> Option<AudioContext> {
    let class = Reflect::get(&window(), &JsValue::from_str("AudioContext")).ok()?;
    let class = class.dyn_into::<Function>().ok()?;
    Some(Reflect::construct(&class, &Array::new()).ok()?.unchecked_into())
}

/// Drops a promise. A rejection says nothing that the state of the context does not, and must not
/// end up as an error in the console.
fn ignore(promise: Result<Promise, JsValue>) {
    if let Ok(promise) = promise {
        let nothing = Closure::once_into_js(|| {});
        let _promise = Reflect::get(&promise, &JsValue::from_str("catch"))
            .and_then(|catch| catch.unchecked_into::<Function>().call1(&promise, &nothing));
    }
}

/// Listens to the context, which is closed with the program, and to the page. Returns what removes the
/// listener from the page.
fn listen(
    context: &AudioContext,
    number: u32,
    on_change: &OnChange,
) -> Result<WindowListenerHandle, JsValue> {
    let add = |event: &str, listener: fn(u32, &OnChange)| {
        let on_change = on_change.clone();
        let listener = Closure::<dyn Fn()>::new(move || listener(number, &on_change));
        context.add_event_listener_with_callback(event, listener.into_js_value().unchecked_ref())
    };
    add("statechange", observe)?;
    add("error", |number, on_change| {
        end(number, AudioState::Failed(AudioError::NoDevice), on_change);
    })?;
    let on_change = on_change.clone();
    let on_hide: Box<dyn Fn(Event)> = Box::new(move |_| {
        if document().hidden() {
            end(number, AudioState::Silent, &on_change);
        }
    });
    Ok(window_event_listener_untyped("visibilitychange", on_hide))
}

/// Begins to play in a task of its own, because making the tracks takes a moment, and the time of
/// the context may stand still until then. Gives up if the browser does not play.
fn begin_later(number: u32, on_change: OnChange) {
    let give_up: Box<dyn FnOnce()> = {
        let on_change = on_change.clone();
        Box::new(move || {
            if state_of(number) == Some(AudioState::Starting) {
                end(number, AudioState::Failed(AudioError::Blocked), &on_change);
            }
        })
    };
    set_timeout(give_up, PATIENCE);
    dom::later(move || match with_program(number, |playing| playing.graph.begin()) {
        Some(Ok(())) => observe(number, &on_change),
        Some(Err(_)) => end(number, AudioState::Failed(AudioError::Refused), &on_change),
        None => {}
    });
}

/// Calls `act` with a program, unless it is over.
fn with_program<T>(number: u32, act: impl FnOnce(&mut Playing) -> T) -> Option<T> {
    PLAYING.with_borrow_mut(|playing| {
        playing.as_mut().filter(|playing| playing.number == number).map(act)
    })
}

/// The state of a program, or `None` if it is over.
fn state_of(number: u32) -> Option<AudioState> {
    with_program(number, |playing| playing.state)
}

/// Reports what the context does now. A context that has played and does so no more has been
/// interrupted, perhaps by a call.
fn observe(number: u32, on_change: &OnChange) {
    let change = with_program(number, |playing| {
        let before = playing.state;
        if playing.graph.context().state() == AudioContextState::Running {
            playing.state = AudioState::Playing;
        } else if before == AudioState::Playing {
            playing.state = AudioState::Silent;
        }
        Some(playing.state).filter(|state| *state != before)
    });
    match change.flatten() {
        Some(AudioState::Silent) => end(number, AudioState::Silent, on_change),
        Some(state) => on_change(state),
        None => {}
    }
}

/// Stops a program, unless it is over, and reports why.
fn end(number: u32, state: AudioState, on_change: &OnChange) {
    if state_of(number).is_some() {
        Browser.stop();
        on_change(state);
    }
}
