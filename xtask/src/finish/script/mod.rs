//! Makes script and wasm smaller together: the script that wasm-bindgen writes gets a shorter start,
//! and both have short names for what they share. `docs/decisions/0007-the-last-kilobytes.md`.

mod minify;
mod name;
mod needless;
mod token;

use anyhow::{Context, Result, bail};

use super::wasm::{MODULE, Shared, Wasm};
use token::Token;

/// Starts the app with the wasm at a path.
const LOADER: &str = include_str!("loader.js");

/// Where wasm-bindgen's own start begins: all after it is part of it.
const START: &str = "\nlet wasmModule, wasmInstance, wasm;\n";

/// What script and wasm share, under its short name.
type Named<'a> = (String, Shared<'a>);

/// A script of its own as small as it goes.
pub(super) fn minify(script: &str) -> Result<String> {
    Ok(minify::write(&token::cut(script)?))
}

/// Script and wasm as small as they go; the wasm keeps its notes if they are wanted.
pub(super) fn shrink(script: &str, wasm: &[u8], keeps_notes: bool) -> Result<(String, Vec<u8>)> {
    let script = with_loader(&needless::left_out(script))?;
    let tokens = token::cut(&script)?;
    let wasm = Wasm::read(wasm)?;
    let imports = named(wasm.imports()?);
    let mut exports = wasm.exports()?;
    exports.retain(|export| (0..tokens.len()).any(|at| taken(&tokens, at) == Some(export.name)));
    let exports = named(exports);
    check(&tokens, &imports)?;
    let tokens = renamed(&tokens, &imports, &exports);
    Ok((minify::write(&tokens), wasm.write(&imports, &exports, keeps_notes)))
}

/// The script with our own start.
fn with_loader(script: &str) -> Result<String> {
    let (before, _) = script.split_once(START).with_context(|| {
        format!("the script has no `{}`: wasm-bindgen writes another start now", START.trim())
    })?;
    for part in ["function __wbg_get_imports() {", "wasm.__wbindgen_start"] {
        if !script.contains(part) {
            bail!("the script has no `{part}`, which our own start needs");
        }
    }
    Ok(format!("{before}\nlet wasm;\n{LOADER}"))
}

fn named(all: Vec<Shared>) -> Vec<Named> {
    all.into_iter().enumerate().map(|(number, shared)| (name::short(number), shared)).collect()
}

/// The export that the token at this place takes: `wasm.NAME`.
fn taken<'a>(tokens: &[Token<'a>], at: usize) -> Option<&'a str> {
    let is_of_wasm = at > 1 && tokens[at - 1].text == "." && tokens[at - 2].text == "wasm";
    is_of_wasm.then(|| tokens[at].text)
}

/// The import, or the module of imports, that the token at this place gives: `NAME:`.
fn given<'a>(tokens: &[Token<'a>], at: usize) -> Option<&'a str> {
    let is_key = tokens.get(at + 1).is_some_and(|after| after.text == ":");
    is_key.then(|| tokens[at].text.trim_matches('"'))
}

/// Refuses a wasm that the script does not fit.
fn check(tokens: &[Token], imports: &[Named]) -> Result<()> {
    let is_given = |name| (0..tokens.len()).any(|at| given(tokens, at) == Some(name));
    for (_, import) in imports {
        for name in [import.module, import.name] {
            if !is_given(name) {
                bail!("the wasm takes `{name}`, which the script does not give");
            }
        }
        if import.module != imports[0].1.module {
            bail!("the wasm takes from `{}` and another module", import.module);
        }
    }
    Ok(())
}

fn renamed<'a>(tokens: &[Token<'a>], imports: &'a [Named], exports: &'a [Named]) -> Vec<Token<'a>> {
    let short = |named: &'a [Named], name: &str| {
        let found = named.iter().find(|(_, shared)| shared.name == name);
        found.map(|(short, _)| short.as_str())
    };
    let module = imports.first().map(|(_, import)| import.module);
    let rename = |(at, token): (usize, &Token<'a>)| {
        let export = taken(tokens, at).and_then(|name| short(exports, name));
        let import = || given(tokens, at).and_then(|name| short(imports, name));
        let is_module = module.is_some() && given(tokens, at) == module;
        let text = export.or_else(import).or(is_module.then_some(MODULE));
        Token { text: text.unwrap_or(token.text), ..*token }
    };
    tokens.iter().enumerate().map(rename).collect()
}

#[cfg(test)]
mod tests {
    use super::super::wasm::tests::FILE;
    use super::*;

    const SCRIPT: &str = "function __wbg_get_imports() {\n    const import0 = {\n        \
        first: function(arg0) { wasm.run(arg0); }\n    };\n    return { \"m\": import0 };\n}\n\
        let wasmModule, wasmInstance, wasm;\nasync function __wbg_load() {\n    \
        wasm.__wbindgen_start();\n}\nexport { __wbg_init as default };\n";

    #[test]
    fn script_and_wasm_share_short_names() -> Result<()> {
        let (script, wasm) = shrink(SCRIPT, FILE, false)?;
        let imports = "let i={a:function(j){a.a(j)}};return{a:i}";
        assert!(
            script.contains(imports) && script.contains("a={...instance.exports};"),
            "{script}"
        );
        assert!(script.contains("a.b()"), "{script}");
        assert!(!script.contains("__wbg_load") && !script.contains("wasmModule"), "{script}");
        let wasm = Wasm::read(&wasm)?;
        let names = |all: Vec<Shared<'_>>| all.iter().map(|it| it.name.to_owned()).collect();
        let (imports, exports): (Vec<_>, Vec<_>) = (names(wasm.imports()?), names(wasm.exports()?));
        assert_eq!(
            (imports, exports),
            (vec!["a".to_owned()], ["a", "b"].map(String::from).to_vec())
        );
        Ok(())
    }

    #[test]
    fn another_start_of_wasm_bindgen_is_refused() {
        let other = SCRIPT.replace("let wasmModule, wasmInstance, wasm;", "let wasm;");
        let message = shrink(&other, FILE, false).err().map(|error| error.to_string());
        assert!(message.is_some_and(|message| message.contains("wasm-bindgen writes another")));
        assert!(shrink(&SCRIPT.replace("__wbindgen_start", "begin"), FILE, false).is_err());
    }

    #[test]
    fn a_wasm_that_the_script_does_not_fit_is_refused() {
        for (from, to) in [("first:", "second:"), ("\"m\":", "\"n\":")] {
            let message = shrink(&SCRIPT.replace(from, to), FILE, false).err();
            let message = message.map(|error| error.to_string()).unwrap_or_default();
            assert!(message.contains("does not give"), "{message}");
        }
    }
}
