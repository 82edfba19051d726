//! Text, attributes and views that follow signals, with one type for each kind.
//!
//! Leptos compiles the code that follows a signal once for each type it is given, and every closure
//! has a type of its own. Given these instead, it compiles the code once for each kind.

use leptos::either::Either;
use leptos::ev::Event;
use leptos::prelude::*;

/// Text that follows signals, for [`Text`](super::text::Text) or as the value of an attribute.
pub fn string(words: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(words)
}

/// The value of an attribute that is absent while there is none.
pub fn attribute(
    value: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> Signal<Option<String>> {
    Signal::derive(value)
}

/// Whether something is on, as a property or as an attribute without a value.
pub fn flag(is_on: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(is_on)
}

/// A view that is made again whenever a signal that it reads changes.
///
/// Leptos would turn a view into another of the same type by updating its text nodes. These may have
/// been replaced (see [`text`](super::text)), so one view takes the place of the other as a whole.
pub fn dynamic<V: IntoView + 'static>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    let mut is_left = false;
    let view: Box<dyn FnMut() -> Either<AnyView, AnyView> + Send> = Box::new(move || {
        is_left = !is_left;
        let view = view().into_any();
        if is_left { Either::Left(view) } else { Either::Right(view) }
    });
    view.into_any()
}

/// What happens on an event.
pub fn handler<E: 'static>(listener: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(listener)
}

/// Passes on what was entered in a field. A browser reports the change of a field that is taken away while
/// the visitor types in it, and the callback has gone with the field by then.
pub fn entered(on_enter: Callback<String>, event: &Event) {
    let _gone = on_enter.try_run(event_target_value(event));
}
