//! The browser's entry point.

fn main() {
    headphones_or_iems::app::start();
}
