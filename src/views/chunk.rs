//! Views whose code is loaded when it is needed.
//!
//! With the feature `split`, the build moves the code of these views out of the app into chunks,
//! which the browser fetches when the first view of a chunk is needed. Without the feature the code is
//! part of the app and there at once; `trunk serve` and the single file use that.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use crate::content::{Details, Embedded, ReadDetails};
use crate::state::Session;

/// Makes a view.
pub type Make = fn() -> AnyView;
/// The code of a view: it reads the details of the content, and makes the view.
pub type Code = (ReadDetails, Make);
/// Brings code.
pub type Load<T = Code> = fn() -> Pin<Box<dyn Future<Output = Result<T, SplitLoaderError>>>>;

/// Declares code of this type that is in a chunk.
macro_rules! chunk {
    ($(#[$doc:meta])* $load:ident, $chunk:ident, $code:ty, $made:expr) => {
        $(#[$doc])*
        pub fn $load() -> Pin<Box<dyn Future<Output = Result<$code, SplitLoaderError>>>> {
            #[cfg_attr(
                feature = "split",
                leptos::wasm_split::wasm_split(
                    $chunk,
                    wasm_split_path = leptos::wasm_split,
                    fallible
                )
            )]
            fn make() -> Result<$code, SplitLoaderError> {
                Ok($made)
            }
            #[cfg(feature = "split")]
            return Box::pin(make());
            #[cfg(not(feature = "split"))]
            Box::pin(std::future::ready(make()))
        }
    };
}

/// Declares a view that is in a chunk. Its session has a verdict.
macro_rules! room {
    ($(#[$doc:meta])* $load:ident, $chunk:ident, $view:path) => {
        chunk!($(#[$doc])* $load, $chunk, Code, (Details::from_embedded, || {
            provide_context(Session::get().with_verdict());
            view! { <$view /> }.into_any()
        }));
    };
}

room!(
    /// The result.
    result,
    result,
    crate::views::result::ResultPage
);
room!(
    /// Noise.
    noise,
    noise,
    crate::views::noise::NoisePage
);
room!(
    /// The shortlist.
    shortlist,
    shortlist,
    crate::views::shortlist::ShortlistPage
);
room!(
    /// How it works.
    method,
    reading,
    crate::views::method::MethodPage
);
room!(
    /// Your data.
    data,
    reading,
    crate::views::data::DataPage
);
room!(
    /// The comparison in the guide.
    comparison,
    reading,
    crate::views::guide::compare::Compare
);

chunk!(
    /// Starting again, which keeps the result up to now.
    start_again,
    result,
    fn(Session),
    Session::start_again
);

/// Runs `then` with the view, or with `None` if its code or the details of the content do not come: at
/// once if both are there, and else in a task of its own, because the details have just been read.
pub fn bring(session: Session, load: Load, then: impl FnOnce(Option<Make>) + 'static) {
    let code = load();
    when_here(session.with_details(async move { code.await.ok() }), then);
}

/// Runs `then` with the intent, or with `None` if its code does not come: at once if it is there.
pub fn bring_intent(load: Load<fn(Session)>, then: impl FnOnce(Option<fn(Session)>) + 'static) {
    let code = load();
    when_here(async move { code.await.ok() }, then);
}

/// Runs `then` with what comes: at once if it is there, and else in a task of its own.
fn when_here<T: 'static>(
    coming: impl Future<Output = Option<T>> + 'static,
    then: impl FnOnce(Option<T>) + 'static,
) {
    let mut loading = Box::pin(coming);
    match loading.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(made) => then(made),
        Poll::Pending => spawn_local(async move {
            let made = loading.await;
            set_timeout(move || then(made), Duration::ZERO);
        }),
    }
}
