//! Fills in `index.html`.

use anyhow::{Result, bail};
use xtask::name;

use super::render::Rendered;

/// The final names of the files that the page loads.
pub(super) struct Assets {
    pub(super) css: String,
    pub(super) js: String,
    pub(super) wasm: String,
    pub(super) js_integrity: String,
    pub(super) wasm_integrity: String,
}

/// The page while it is being filled in.
#[derive(Debug)]
pub(super) struct Page {
    html: String,
    /// The text of the start script, as the policy allows it.
    boot: String,
}

impl Page {
    /// The page with its start script, styles and preloads.
    pub(super) fn new(source: &str, boot: &str, assets: &Assets) -> Result<Self> {
        let boot = boot
            // A parser makes one of two before the policy's hash is checked.
            .replace("\r\n", "\n")
            .replace("__JS__", &format!("./{}", assets.js))
            .replace("__WASM__", &format!("./{}", assets.wasm))
            .replace("__CSS__", &format!("./{}", assets.css))
            .replace("__INTEGRITY__", &assets.wasm_integrity);
        if boot.contains("</script") || boot.contains("<!--") {
            bail!("`src/boot` has `</script` or `<!--`, which end a script or comment it out");
        }
        let mut page = Self { html: without_trunk_links(source), boot };
        page.fill("<!--css-->", &format!(r#"<link rel="stylesheet" href="./{}">"#, assets.css))?;
        page.fill("<!--preload-->", &preloads(assets))?;
        page.fill("<!--boot-->", &format!("<script>{}</script>", page.boot))?;
        Ok(page)
    }

    /// Fills in the rendered app and its content; a release gets its policy, which would stop the
    /// reload script of Trunk's own server.
    pub(super) fn render(&mut self, rendered: &Rendered, is_release: bool) -> Result<()> {
        if rendered.content.contains("</script") || rendered.content.contains("<!--") {
            bail!("the content has `</script` or `<!--`, which end its place in the page");
        }
        let policy = if is_release { policy(&self.boot) } else { String::new() };
        self.fill("<!--policy-->", &policy)?;
        self.fill(r#"data-app="source""#, r#"data-app="prerendered""#)?;
        self.fill_between("<title>", "</title>", &rendered.title)?;
        self.fill_between(r#"<meta name="description" content=""#, r#"""#, &rendered.description)?;
        // Last, so that nothing is looked for inside them.
        self.fill("<!--content-->", &rendered.content)?;
        self.fill("<!--still-->", &rendered.still)?;
        self.fill("<!--app-->", &rendered.app)
    }

    pub(super) fn into_html(self) -> String {
        self.html
    }

    /// Puts `text` in the place of `placeholder`, which must be there once.
    fn fill(&mut self, placeholder: &str, text: &str) -> Result<()> {
        match self.html.matches(placeholder).count() {
            1 => self.html = self.html.replace(placeholder, text),
            0 => bail!("`index.html` has no `{placeholder}`: put it where it belongs"),
            times => bail!("`index.html` has `{placeholder}` {times} times: leave one"),
        }
        Ok(())
    }

    /// Puts `text` between two pieces of markup, of which the first must be there once.
    fn fill_between(&mut self, start: &str, end: &str, text: &str) -> Result<()> {
        let Some((before, (_, after))) = self
            .html
            .split_once(start)
            .and_then(|(before, rest)| Some((before, rest.split_once(end)?)))
        else {
            bail!("`index.html` has no `{start}`, or it does not end in `{end}`: put it in");
        };
        self.html = format!("{before}{start}{}{end}{after}", escaped(text));
        Ok(())
    }
}

/// Takes out the links that Trunk reads, which it leaves when it injects no script of its own.
fn without_trunk_links(html: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some(at) = rest.find("<link ") {
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        let keeps = !rest[at..end].contains(" data-trunk");
        kept += &rest[..if keeps { end } else { at }];
        rest = &rest[end..];
    }
    kept + rest
}

/// No integrity for the wasm: browsers know none for what is to be fetched. The script has it.
fn preloads(assets: &Assets) -> String {
    format!(
        "<link rel=\"modulepreload\" href=\"./{}\" integrity=\"{}\">\
         <link rel=\"preload\" href=\"./{}\" as=\"fetch\" type=\"application/wasm\" crossorigin>",
        assets.js, assets.js_integrity, assets.wasm
    )
}

/// What the page may do: only what its own files need, and the one inline script as it is.
fn policy(boot: &str) -> String {
    let script = name::source(boot);
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src 'self' 'wasm-unsafe-eval' {script}; style-src 'self'; img-src 'self' data:; \
         connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'\">"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "<!doctype html><html data-app=\"source\"><head><!--policy-->\
        <title>x</title><meta name=\"description\" content=\"x\"><!--preload--><!--css-->\
        <link data-trunk rel=\"rust\" data-trunk-id=\"0\"><link rel=\"icon\"><!--boot--></head>\
        <body><div id=\"app\"><!--app--></div><!--still--><script type=\"text/plain\"><!--content--></script></body></html>";

    fn page(source: &str, boot: &str) -> Result<Page> {
        let assets = Assets {
            css: "a.css".into(),
            js: "a.js".into(),
            wasm: "a.wasm".into(),
            js_integrity: "sha384-x".into(),
            wasm_integrity: "sha384-y".into(),
        };
        Page::new(source, boot, &assets)
    }

    fn rendered() -> Rendered {
        Rendered {
            app: "<p>a<!>b</p>".into(),
            still: "<div hidden></div>".into(),
            content: "1\na & b\n".into(),
            title: "A & B".into(),
            description: "\"C\"".into(),
        }
    }

    #[test]
    fn every_placeholder_of_a_release_is_filled() -> Result<()> {
        let mut page = page(SOURCE, "load('__JS__', '__WASM__', '__INTEGRITY__', '__CSS__')")?;
        page.render(&rendered(), true)?;
        let html = page.into_html();
        for piece in [
            "<script>load('./a.js', './a.wasm', 'sha384-y', './a.css')</script>",
            "<link rel=\"stylesheet\" href=\"./a.css\">",
            "<link rel=\"modulepreload\" href=\"./a.js\" integrity=\"sha384-x\">",
            "<html data-app=\"prerendered\">",
            "<title>A &amp; B</title>",
            "content=\"&quot;C&quot;\"",
            "<div id=\"app\"><p>a<!>b</p></div><div hidden></div>",
            "<script type=\"text/plain\">1\na & b\n</script>",
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-",
        ] {
            assert!(html.contains(piece), "{piece} is not in {html}");
        }
        assert!(!html.contains("<!--") && !html.contains("__"), "{html}");
        assert!(!html.contains("data-trunk") && html.contains("<link rel=\"icon\">"), "{html}");
        Ok(())
    }

    #[test]
    fn a_debug_page_has_no_policy() -> Result<()> {
        let mut page = page(SOURCE, "start()")?;
        page.render(&rendered(), false)?;
        let html = page.into_html();
        assert!(html.contains("<html data-app=\"prerendered\">"), "{html}");
        assert!(!html.contains("Content-Security-Policy") && !html.contains("<!--"), "{html}");
        Ok(())
    }

    #[test]
    fn content_that_would_end_its_script_is_refused() -> Result<()> {
        let mut page = page(SOURCE, "start()")?;
        let rendered = Rendered { content: "a</script>".into(), ..rendered() };
        assert!(page.render(&rendered, true).is_err());
        Ok(())
    }

    #[test]
    fn the_policy_allows_the_script_as_it_stands_in_the_page() -> Result<()> {
        let mut page = page(SOURCE, "one\r\ntwo")?;
        page.render(&rendered(), true)?;
        let html = page.into_html();
        assert!(html.contains("<script>one\ntwo</script>"), "{html}");
        assert!(html.contains(&name::source("one\ntwo")), "{html}");
        Ok(())
    }

    #[test]
    fn a_placeholder_must_be_there_once() {
        for source in [SOURCE.replace("<!--boot-->", ""), SOURCE.repeat(2)] {
            let message = page(&source, "").err().map(|error| error.to_string());
            assert!(message.is_some_and(|message| message.starts_with("`index.html` has ")));
        }
    }

    #[test]
    fn a_start_script_that_would_end_early_is_refused() {
        assert!(page(SOURCE, "'</script>'").is_err());
        assert!(page(SOURCE, "a <!-- b").is_err());
    }
}
