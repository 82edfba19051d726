//! Fills in `index.html`.

use anyhow::{Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::policy::Policy;
use super::render::Rendered;
use super::{Made, fill};

/// The parts of the page that are not rendered.
#[derive(Clone)]
pub(super) struct Assets {
    pub(super) css: String,
    pub(super) script: String,
    /// The name of the wasm file, and its bytes.
    pub(super) wasm: String,
    pub(super) code: Vec<u8>,
    /// The names of the files that are loaded when a view is entered.
    pub(super) chunks: Vec<String>,
    pub(super) details: Details,
}

/// Where the page has the details of the content, which only rooms need.
#[derive(Clone)]
pub(super) enum Details {
    /// In the page itself, as the styles of rooms are.
    InPage,
    /// In a file that is loaded when a view is entered, with the styles of rooms.
    File { name: String, integrity: String, styles: String },
}

/// Where the page finds its wasm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// In a file beside it.
    Hosted,
    /// In the page itself, which can then be opened from a folder.
    SingleFile,
}

/// The page while it is being filled in.
pub(super) struct Page {
    html: String,
    policy: Policy,
    details: Details,
}

impl Page {
    /// The page with script and style inline. As files they would cost a round trip each, and the
    /// style would delay the first paint. The app adds the styles of rooms when they come.
    pub(super) fn new(source: &str, assets: &Assets, form: Form) -> Result<Self> {
        let Assets { css, script, details, .. } = assets;
        let mut styles = vec![css.as_str()];
        if let Details::File { styles: of_rooms, .. } = details {
            styles.push(of_rooms);
        }
        for (text, end) in [(script, "</script"), (css, "</style")] {
            if text.contains(end) || text.contains("<!--") {
                bail!("a script or style contains `{end}` or `<!--`, which would end or hide it");
            }
        }
        let policy = match form {
            Form::Hosted => Policy::hosted(script, &styles),
            Form::SingleFile => Policy::single_file(script, css),
        };
        let html = without_links(source, form);
        let mut page = Self { html, policy, details: details.clone() };
        page.fill("<!--css-->", &format!("<style>{css}</style>"))?;
        page.fill("<!--boot-->", &format!("<script>{script}</script>"))?;
        match form {
            Form::Hosted => page.fill("<!--preload-->", &preload(&assets.wasm))?,
            Form::SingleFile => {
                page.fill("<!--preload-->", "")?;
                page.fill("</body>", &format!("{}</body>", in_page(&assets.code)))?;
            }
        }
        Ok(page)
    }

    /// Fills in the rendered app and its content. Only a release gets its policy, which would block
    /// the reload script of Trunk's own server.
    pub(super) fn render(&mut self, rendered: &Rendered, is_release: bool) -> Result<()> {
        for text in [&rendered.content, &rendered.details] {
            if text.contains("</script") || text.contains("<!--") {
                bail!("the content contains `</script` or `<!--`, which would end its element");
            }
        }
        let policy = if is_release { meta(&self.policy) } else { String::new() };
        self.fill("<!--policy-->", &policy)?;
        self.fill(r#"data-app="source""#, r#"data-app="prerendered""#)?;
        self.fill_between("<title>", "</title>", &rendered.title)?;
        self.fill_between(r#"<meta name="description" content=""#, r#"""#, &rendered.description)?;
        // Last, so that no placeholder is searched for inside them.
        self.fill("<!--details-->", &self.details.element(&rendered.details))?;
        self.fill("<!--content-->", &rendered.content)?;
        self.fill("<!--app-->", &rendered.index)
    }

    pub(super) fn into_made(self) -> Made {
        Made { html: self.html, policy: self.policy }
    }

    fn fill(&mut self, placeholder: &str, text: &str) -> Result<()> {
        fill(&mut self.html, placeholder, text)
    }

    /// Replaces what is between two pieces of markup.
    fn fill_between(&mut self, start: &str, end: &str, text: &str) -> Result<()> {
        let Some((before, (_, after))) = self
            .html
            .split_once(start)
            .and_then(|(before, rest)| Some((before, rest.split_once(end)?)))
        else {
            bail!("`index.html` has no `{start}`, or no `{end}` after it");
        };
        self.html = format!("{before}{start}{}{end}{after}", escaped(text));
        Ok(())
    }
}

impl Details {
    /// The element in which the app finds the details or their file (`src/platform/site.rs`).
    fn element(&self, text: &str) -> String {
        match self {
            Self::InPage => format!("<script type=\"text/plain\" id=\"details\">{text}</script>"),
            Self::File { name, integrity, .. } => format!(
                "<template id=\"details\" data-file=\"./{name}\" data-integrity=\"{integrity}\">\
                 </template>"
            ),
        }
    }
}

/// The page without the links that only Trunk reads. A single file also loses its links to files.
fn without_links(html: &str, form: Form) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some(at) = rest.find("<link ") {
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        let link = &rest[at..end];
        let is_file = link.contains(" href=") && !link.contains(" href=\"data:");
        let goes = link.contains(" data-trunk") || form == Form::SingleFile && is_file;
        kept += &rest[..if goes { at } else { end }];
        rest = &rest[end..];
    }
    kept + rest
}

/// Starts the download of the wasm while the page is still arriving. Browsers ignore `integrity`
/// here, so the script checks it.
fn preload(wasm: &str) -> String {
    format!(
        "<link rel=\"preload\" href=\"./{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>"
    )
}

/// The wasm for a single file. `src/inline/start.js` reads it.
fn in_page(code: &[u8]) -> String {
    format!("<script type=\"text/plain\" id=\"wasm\">{}</script>", BASE64.encode(code))
}

pub(super) fn meta(policy: &Policy) -> String {
    let policy = policy.in_page();
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use xtask::hash;

    const SOURCE: &str = "<!doctype html><html data-app=\"source\"><head><!--policy-->\
        <title>x</title><meta name=\"description\" content=\"x\"><!--preload--><!--css-->\
        <link data-trunk rel=\"rust\" data-trunk-id=\"0\"><link rel=\"icon\" href=\"data:,\"><link rel=\"manifest\" href=\"./m\"><!--boot--></head>\
        <body><div id=\"app\"><!--app--></div><script type=\"text/plain\"><!--content--></script><!--details--></body></html>";

    fn page(source: &str, script: &str, form: Form) -> Result<Page> {
        let assets = Assets {
            css: "a{b:c}".into(),
            script: script.into(),
            wasm: "a.wasm".into(),
            code: b"abc".to_vec(),
            chunks: Vec::new(),
            details: match form {
                Form::Hosted => Details::File {
                    name: "d-1.txt".into(),
                    integrity: "sha256-1".into(),
                    styles: "d{e:f}".into(),
                },
                Form::SingleFile => Details::InPage,
            },
        };
        Page::new(source, &assets, form)
    }

    fn html(form: Form, is_release: bool) -> Result<String> {
        let mut page = page(SOURCE, "start()", form)?;
        page.render(&rendered(), is_release)?;
        Ok(page.into_made().html)
    }

    fn rendered() -> Rendered {
        Rendered {
            index: "<p>ab</p>".into(),
            method: String::new(),
            quiz: String::new(),
            questions: String::new(),
            paper: String::new(),
            content: "1\na & b\n".into(),
            details: "2".into(),
            title: "A & B".into(),
            description: "\"C\"".into(),
        }
    }

    #[test]
    fn every_placeholder_of_a_release_is_filled() -> Result<()> {
        let html = html(Form::Hosted, true)?;
        for piece in [
            "<script>start()</script>",
            "<style>a{b:c}</style>",
            "<link rel=\"preload\" href=\"./a.wasm\" as=\"fetch\"",
            "<html data-app=\"prerendered\">",
            "<title>A &amp; B</title>",
            "content=\"&quot;C&quot;\"",
            "<div id=\"app\"><p>ab</p></div>",
            "<script type=\"text/plain\">1\na & b\n</script>",
            "<template id=\"details\" data-file=\"./d-1.txt\" data-integrity=\"sha256-1\">",
        ] {
            assert!(html.contains(piece), "{piece} is not in {html}");
        }
        let [script, style, rooms] = ["start()", "a{b:c}", "d{e:f}"].map(hash::csp_source);
        let allowed = format!("script-src 'wasm-unsafe-eval' {script}; style-src {style} {rooms};");
        assert!(html.contains(&allowed), "{html}");
        assert!(!html.contains("<!--"), "{html}");
        assert!(!html.contains("data-trunk") && html.contains("<link rel=\"icon\""), "{html}");
        Ok(())
    }

    #[test]
    fn a_single_file_contains_its_wasm_and_links_to_no_file() -> Result<()> {
        let html = html(Form::SingleFile, true)?;
        assert!(html.contains("<script type=\"text/plain\" id=\"wasm\">YWJj</script>"), "{html}");
        assert!(html.contains("<script type=\"text/plain\" id=\"details\">2</script>"), "{html}");
        assert!(html.contains("connect-src 'none'"), "{html}");
        let links = html.matches("<link ").count();
        assert!(links == 1 && html.contains("<link rel=\"icon\" href=\"data:,\">"), "{html}");
        Ok(())
    }

    #[test]
    fn a_debug_page_has_no_policy() -> Result<()> {
        let html = html(Form::Hosted, false)?;
        assert!(html.contains("<html data-app=\"prerendered\">"), "{html}");
        assert!(!html.contains("Content-Security-Policy") && !html.contains("<!--"), "{html}");
        Ok(())
    }

    #[test]
    fn content_that_would_end_its_element_is_refused() -> Result<()> {
        for rendered in [
            Rendered { content: "a</script>".into(), ..rendered() },
            Rendered { details: "a</script>".into(), ..rendered() },
        ] {
            let mut page = page(SOURCE, "start()", Form::SingleFile)?;
            assert!(page.render(&rendered, true).is_err());
        }
        Ok(())
    }

    #[test]
    fn a_placeholder_must_be_there_once() {
        for source in [SOURCE.replace("<!--boot-->", ""), SOURCE.repeat(2)] {
            let message = page(&source, "", Form::Hosted).err().map(|error| error.to_string());
            assert!(message.is_some_and(|message| message.contains("it must be there once")));
        }
    }

    #[test]
    fn a_script_that_would_end_early_is_refused() {
        for script in ["'</script>'", "a <!-- b"] {
            assert!(page(SOURCE, script, Form::Hosted).is_err(), "{script}");
        }
    }
}
