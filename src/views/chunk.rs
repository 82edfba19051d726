//! Views whose code is loaded when it is needed.
//!
//! With the feature `split`, the build moves the code of these views out of the app into chunks,
//! which the browser fetches when the first view of a chunk is needed. Without the feature the code is
//! part of the app and there at once; `trunk serve` and the single file use that.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use crate::content::{Details, Embedded, ReadDetails};
use crate::state::Session;

/// Makes a view.
pub type Make = fn() -> AnyView;
/// The code of a view: it reads the details of the content, and makes the view.
pub type Code = (ReadDetails, Make);
/// Brings the code of a view.
pub type Load = fn() -> Pin<Box<dyn Future<Output = Result<Code, SplitLoaderError>>>>;

/// Declares a view that is in a chunk.
macro_rules! chunk {
    ($(#[$doc:meta])* $load:ident, $chunk:ident, $view:path) => {
        $(#[$doc])*
        pub fn $load() -> Pin<Box<dyn Future<Output = Result<Code, SplitLoaderError>>>> {
            #[cfg_attr(
                feature = "split",
                leptos::wasm_split::wasm_split(
                    $chunk,
                    wasm_split_path = leptos::wasm_split,
                    fallible
                )
            )]
            fn make() -> Result<Code, SplitLoaderError> {
                Ok((Details::from_embedded, || view! { <$view /> }.into_any()))
            }
            #[cfg(feature = "split")]
            return Box::pin(make());
            #[cfg(not(feature = "split"))]
            Box::pin(std::future::ready(make()))
        }
    };
}

chunk!(
    /// The result.
    result,
    result,
    crate::views::result::ResultPage
);
chunk!(
    /// Noise.
    noise,
    noise,
    crate::views::noise::NoisePage
);
chunk!(
    /// The shortlist.
    shortlist,
    shortlist,
    crate::views::shortlist::ShortlistPage
);
chunk!(
    /// How it works.
    method,
    reading,
    crate::views::method::MethodPage
);
chunk!(
    /// Your data.
    data,
    reading,
    crate::views::data::DataPage
);
chunk!(
    /// The comparison in the guide.
    comparison,
    reading,
    crate::views::guide::compare::Compare
);

/// Runs `then` with the view, or with `None` if its code or the details of the content do not come: at
/// once if both are there.
pub fn bring(session: Session, load: Load, then: impl FnOnce(Option<Make>) + 'static) {
    let code = load();
    let mut loading = Box::pin(session.with_details(async move { code.await.ok() }));
    match loading.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(made) => then(made),
        Poll::Pending => spawn_local(async move { then(loading.await) }),
    }
}
