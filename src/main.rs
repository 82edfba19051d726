//! The browser's entry point.

/// This allocator needs half the code of the one in the standard library.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    headphones_or_iems::app::start();
}
