//! A QR code, drawn as one path.

use std::fmt::Write;

use leptos::prelude::*;
use qrcodegen::{QrCodeEcc, Version};

use super::reactive::{flag, string};
use super::when::When;

/// The light modules that the standard asks for around the code.
const QUIET_ZONE: i32 = 4;

/// The largest version that phones read from a screen: 117 by 117 modules, 1,273 bytes.
const LARGEST: u8 = 25;

/// The QR code of a text, with what it is for. Nothing if the text is too long.
#[component]
pub fn QrCode(#[prop(into)] text: Signal<String>, caption: &'static str) -> impl IntoView {
    let drawing = Memo::new(move |_| Drawing::of(&text.read()));
    let path =
        string(move || drawing.read().as_ref().map(|at| at.path.clone()).unwrap_or_default());
    let view_box = string(move || {
        let size = drawing.read().as_ref().map_or(0, |at| at.size) + 2 * QUIET_ZONE;
        format!("-{QUIET_ZONE} -{QUIET_ZONE} {size} {size}")
    });
    view! {
        <When condition=flag(move || drawing.read().is_some())>
            <figure class="qr">
                <svg aria-hidden="true" viewBox=view_box>
                    <path d=path />
                </svg>
                <figcaption class="small">{caption}</figcaption>
            </figure>
        </When>
    }
}

/// A QR code as the path of an SVG.
#[derive(Clone, PartialEq, Eq)]
struct Drawing {
    /// The number of modules in a row.
    size: i32,
    /// A rectangle for each run of dark modules.
    path: String,
}

impl Drawing {
    /// `None` if the text does not fit into the largest version.
    fn of(text: &str) -> Option<Self> {
        let segments = qrcodegen::QrSegment::make_segments(text);
        let code = qrcodegen::QrCode::encode_segments_advanced(
            &segments,
            QrCodeEcc::Low,
            Version::MIN,
            Version::new(LARGEST),
            None,
            true,
        );
        let code = code.ok()?;
        let size = code.size();
        let mut path = String::new();
        for y in 0..size {
            let mut x = 0;
            while x < size {
                let run = (x..size).take_while(|x| code.get_module(*x, y)).count();
                let run = i32::try_from(run).unwrap_or(size);
                if run > 0 {
                    let _infallible = write!(path, "M{x} {y}h{run}v1h-{run}z");
                }
                x += run.max(1);
            }
        }
        Some(Self { size, path })
    }
}
