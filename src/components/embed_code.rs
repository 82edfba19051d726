//! The code that puts the quiz into another page.

use leptos::prelude::*;

/// As in the README, without what a policy might forbid. The address stands for that of the site. The
/// frame of a message is the one that sent it, so that a page can have several.
const CODE: &str = r#"<iframe src="https://example.org/embed.html" title="Headphones or in-ear monitors: a quiz" width="100%" height="800"></iframe>
<script>
  {
    const type = "headphones-or-iems";
    const frames = () => [...document.querySelectorAll("iframe")];
    addEventListener("message", ({ source, data }) => {
      const frame = frames().find((frame) => frame.contentWindow === source);
      if (frame && data?.type === type && data.height > 0) frame.height = data.height;
    });
    for (const frame of frames()) frame.contentWindow.postMessage({ type, ask: "height" }, "*");
  }
</script>"#;

/// The folder in [`CODE`] that stands for that of the site.
const PLACEHOLDER: &str = "https://example.org/";

/// The code with what to do with it, behind a summary. `site` is the URL of the folder with
/// `embed.html`, if it is known.
#[component]
pub fn EmbedCode(site: Option<String>) -> impl IntoView {
    let to_do = match site {
        Some(_) => "Copy this into it. This site has to allow your page.",
        None => {
            "Copy this into it, with the address of this site on the web in place of \
             https://example.org/. The site has to allow your page."
        }
    };
    let site = site.map_or(PLACEHOLDER.to_owned(), |site| site.replace('&', "&amp;"));
    view! {
        <details>
            <summary>"The quiz in a page of your own"</summary>
            <p>{to_do}</p>
            <code class="code">{CODE.replace(PLACEHOLDER, &site)}</code>
        </details>
    }
}
