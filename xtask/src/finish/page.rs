//! Fills in `index.html`.

use anyhow::{Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use xtask::name;

use super::policy::Policy;
use super::render::Rendered;
use super::source;

/// What the start script asks for, and what it gets: the script stands in the page too.
const ASKED: &str = "import(\"__JS__\")";
const GIVEN: &str = "Promise.resolve(glue)";

/// In the place of the network, in a page that is alone.
const WASM_IN_PAGE: &str = "const fetch=async()=>new Response(Uint8Array.from(\
    atob(document.getElementById(\"wasm\").textContent),(c)=>c.charCodeAt()),\
    {headers:{\"Content-Type\":\"application/wasm\"}});";

/// What the page is made of, beside what is rendered.
pub(super) struct Assets {
    pub(super) css: String,
    pub(super) js: String,
    /// The name of the wasm file, and what it holds.
    pub(super) wasm: String,
    pub(super) code: Vec<u8>,
}

/// Where the page finds its wasm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// In a file beside it, on some host.
    Hosted,
    /// In itself: it works from a double click, and asks nobody for anything.
    Alone,
}

/// The page while it is being filled in.
pub(super) struct Page {
    html: String,
    policy: Policy,
}

impl Page {
    /// The page with its scripts and styles in it. They would be files of their own if that were any
    /// faster: a style file holds up the first paint for as long as a request takes.
    pub(super) fn new(source: &str, boot: &str, assets: &Assets, form: Form) -> Result<Self> {
        if !boot.contains(ASKED) {
            bail!("the start script has no `{ASKED}`, in whose place it gets the app's script");
        }
        let boot = boot
            // A parser makes one of two before the policy's hash is checked.
            .replace("\r\n", "\n")
            .replace(ASKED, GIVEN)
            .replace("__WASM__", &format!("./{}", assets.wasm))
            .replace("__INTEGRITY__", &name::integrity(&assets.code));
        let glue = glue(&assets.js, form)?;
        let scripts = [boot.as_str(), &glue];
        for (text, end) in [(&boot, "</script"), (&glue, "</script"), (&assets.css, "</style")] {
            if text.contains(end) || text.contains("<!--") {
                bail!("a script or style has `{end}` or `<!--`, which would end or hide it");
            }
        }
        let policy = match form {
            Form::Hosted => Policy::hosted(&scripts, &assets.css),
            Form::Alone => Policy::alone(&scripts, &assets.css),
        };
        let mut page = Self { html: source::for_browsers(source, form), policy };
        page.fill("<!--css-->", &format!("<style>{}</style>", assets.css))?;
        page.fill("<!--preload-->", &preload(assets, form))?;
        page.fill("<!--boot-->", &format!("<script>{boot}</script>"))?;
        let wasm = if form == Form::Alone { in_page(&assets.code) } else { String::new() };
        page.fill("</body>", &format!("{wasm}<script>{glue}</script></body>"))?;
        Ok(page)
    }

    /// Fills in the rendered app and its content; a release gets its policy, which would stop the
    /// reload script of Trunk's own server.
    pub(super) fn render(&mut self, rendered: &Rendered, is_release: bool) -> Result<()> {
        if rendered.content.contains("</script") || rendered.content.contains("<!--") {
            bail!("the content has `</script` or `<!--`, which end its place in the page");
        }
        let policy = if is_release { meta(&self.policy) } else { String::new() };
        self.fill("<!--policy-->", &policy)?;
        self.fill(r#"data-app="source""#, r#"data-app="prerendered""#)?;
        self.fill_between("<title>", "</title>", &rendered.title)?;
        self.fill_between(r#"<meta name="description" content=""#, r#"""#, &rendered.description)?;
        // Last, so that nothing is looked for inside them.
        self.fill("<!--content-->", &rendered.content)?;
        self.fill("<!--still-->", &rendered.still)?;
        self.fill("<!--app-->", &rendered.app)
    }

    /// The page, and what it may do.
    pub(super) fn into_parts(self) -> (String, Policy) {
        (self.html, self.policy)
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

/// The script between wasm and page, as a variable instead of a module.
fn glue(js: &str, form: Form) -> Result<String> {
    let start = "export default async function";
    if js.matches(start).count() != 1 {
        bail!("the app's script does not export one start, but has `{js}`");
    }
    let js = js.replace(start, "const start=async function");
    let fetch = if form == Form::Alone { WASM_IN_PAGE } else { "" };
    Ok(format!("var glue=(()=>{{\"use strict\";{fetch}{js}\nreturn{{default:start}}}})()"))
}

/// No integrity here: browsers know none for what is to be fetched. The script has it.
fn preload(assets: &Assets, form: Form) -> String {
    match form {
        Form::Hosted => format!(
            "<link rel=\"preload\" href=\"./{}\" as=\"fetch\" type=\"application/wasm\" crossorigin>",
            assets.wasm
        ),
        Form::Alone => String::new(),
    }
}

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

    const SOURCE: &str = "<!doctype html><html data-app=\"source\"><head><!--policy-->\
        <title>x</title><meta name=\"description\" content=\"x\"><!--preload--><!--css-->\
        <link data-trunk rel=\"rust\" data-trunk-id=\"0\"><link rel=\"icon\" href=\"data:,\"><link rel=\"manifest\" href=\"./m\"><!--boot--></head>\
        <body><div id=\"app\"><!--app--></div><!--still--><script type=\"text/plain\"><!--content--></script></body></html>";

    const BOOT: &str = "import(\"__JS__\").then((a)=>a(\"__WASM__\",\"__INTEGRITY__\"))";

    fn page(source: &str, boot: &str, form: Form) -> Result<Page> {
        let assets = Assets {
            css: "a{b:c}".into(),
            js: "let d;export default async function(e){}".into(),
            wasm: "a.wasm".into(),
            code: b"abc".to_vec(),
        };
        Page::new(source, boot, &assets, form)
    }

    fn html(boot: &str, form: Form, is_release: bool) -> Result<String> {
        let mut page = page(SOURCE, boot, form)?;
        page.render(&rendered(), is_release)?;
        Ok(page.into_parts().0)
    }

    fn rendered() -> Rendered {
        Rendered {
            app: "<p>a<!>b</p>".into(),
            still: "<div hidden></div>".into(),
            paper: String::new(),
            content: "1\na & b\n".into(),
            title: "A & B".into(),
            description: "\"C\"".into(),
        }
    }

    #[test]
    fn every_placeholder_of_a_release_is_filled() -> Result<()> {
        let html = html(BOOT, Form::Hosted, true)?;
        for piece in [
            "<script>Promise.resolve(glue).then((a)=>a(\"./a.wasm\",\"sha256-ungWv48B",
            "<style>a{b:c}</style>",
            "<link rel=\"preload\" href=\"./a.wasm\" as=\"fetch\"",
            "let d;const start=async function(e){}\nreturn{default:start}",
            "<html data-app=\"prerendered\">",
            "<title>A &amp; B</title>",
            "content=\"&quot;C&quot;\"",
            "<div id=\"app\"><p>a<!>b</p></div><div hidden></div>",
            "<script type=\"text/plain\">1\na & b\n</script>",
            "default-src 'none'; script-src 'wasm-unsafe-eval' 'sha256-",
        ] {
            assert!(html.contains(piece), "{piece} is not in {html}");
        }
        assert!(!html.contains("<!--") && !html.contains("__"), "{html}");
        assert!(!html.contains("data-trunk") && html.contains("<link rel=\"icon\""), "{html}");
        Ok(())
    }

    #[test]
    fn a_page_that_is_alone_has_its_wasm_and_no_link_to_a_file() -> Result<()> {
        let html = html(BOOT, Form::Alone, true)?;
        assert!(html.contains("<script type=\"text/plain\" id=\"wasm\">YWJj</script>"), "{html}");
        assert!(html.contains("connect-src 'none'") && html.contains("const fetch="), "{html}");
        let links = html.matches("<link ").count();
        assert!(links == 1 && html.contains("<link rel=\"icon\" href=\"data:,\">"), "{html}");
        Ok(())
    }

    #[test]
    fn a_debug_page_has_no_policy() -> Result<()> {
        let html = html(BOOT, Form::Hosted, false)?;
        assert!(html.contains("<html data-app=\"prerendered\">"), "{html}");
        assert!(!html.contains("Content-Security-Policy") && !html.contains("<!--"), "{html}");
        Ok(())
    }

    #[test]
    fn content_that_would_end_its_script_is_refused() -> Result<()> {
        let mut page = page(SOURCE, BOOT, Form::Hosted)?;
        let rendered = Rendered { content: "a</script>".into(), ..rendered() };
        assert!(page.render(&rendered, true).is_err());
        Ok(())
    }

    #[test]
    fn the_policy_allows_the_scripts_as_they_stand_in_the_page() -> Result<()> {
        let html = html(&format!("one\r\ntwo;{BOOT}"), Form::Hosted, true)?;
        let scripts: Vec<&str> = html.split("<script>").skip(1).collect();
        assert_eq!(scripts.len(), 2);
        for script in scripts {
            let script = script.split("</script>").next().unwrap_or_default();
            assert!(html.contains(&name::source(script)), "{script} in {html}");
        }
        assert!(html.contains("<script>one\ntwo;"), "{html}");
        Ok(())
    }

    #[test]
    fn a_placeholder_must_be_there_once() {
        for source in [SOURCE.replace("<!--boot-->", ""), SOURCE.repeat(2)] {
            let message = page(&source, BOOT, Form::Hosted).err().map(|error| error.to_string());
            assert!(message.is_some_and(|message| message.starts_with("`index.html` has ")));
        }
    }

    #[test]
    fn a_start_script_that_would_end_early_or_starts_nothing_is_refused() {
        for boot in [format!("'</script>';{BOOT}"), format!("a <!-- b;{BOOT}"), "one".into()] {
            assert!(page(SOURCE, &boot, Form::Hosted).is_err(), "{boot}");
        }
    }
}
