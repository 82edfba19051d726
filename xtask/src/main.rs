//! `cargo xtask`: the commands that build, serve and test the site. `cargo xtask help` lists them.

mod bench;
mod bias;
mod build;
mod develop;
mod postbuild;
mod project;
mod screenshots;
mod serve;
mod step;
mod test;
mod tool;
mod twice;

use std::env;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

/// A command: its name, what it does, and the function that runs it.
type Command = (&'static str, &'static str, fn() -> Result<()>);

const COMMANDS: &[Command] = &[
    (
        "serve",
        "build the site if anything changed, and serve it (port 8080, or --port N)",
        serve_at_default,
    ),
    (
        "develop",
        "serve a debug build, built again when a file changes (port 8081, or --port N)",
        develop_at_default,
    ),
    ("debug-build", "build what `develop` serves, and do nothing else", develop::build),
    ("build", "build the site into `dist/` if anything changed", build::run),
    ("test", "run every check: format, lints, tests, build, browser tests", test::run),
    (
        "bench",
        "print how long the engine, a page load and a click take; never fails a build",
        bench::run,
    ),
    ("screenshots", "take screenshots of every view, into `target/screenshots/`", screenshots::run),
    ("tools", "install the tools that are missing, and do nothing else", tool::ensure_all),
    ("twice", "build the site twice from scratch and compare; takes minutes", twice::run),
    ("bias", "count the results of random answers, into `src/content/bias.json`", bias::run),
    ("postbuild", "the hook that Trunk runs at the end of a build", postbuild::run),
];

fn serve_at_default() -> Result<()> {
    serve::run(8080)
}

fn develop_at_default() -> Result<()> {
    develop::run(8081)
}

fn parse_port(port: &str) -> Result<u16> {
    port.parse().context("the port must be a number from 0 to 65535")
}

fn usage() -> String {
    let lines = COMMANDS.iter().map(|(name, what, _)| format!("\n  {name:<12} {what}"));
    let lines: String = lines.collect();
    format!("usage: cargo xtask COMMAND\n{lines}\n  {:<12} print this text", "help")
}

fn run(arguments: &[&str]) -> Result<()> {
    match arguments {
        [] | ["help" | "--help" | "-h"] => {
            println!("{}", usage());
            Ok(())
        }
        ["serve", "--port", port] => serve::run(parse_port(port)?),
        ["develop", "--port", port] => develop::run(parse_port(port)?),
        [name] => match COMMANDS.iter().find(|(known, ..)| known == name) {
            Some((.., command)) => command(),
            None => bail!("unknown command `{name}`: use one of these\n\n{}", usage()),
        },
        _ => bail!("unknown command `{}`: use one of these\n\n{}", arguments.join(" "), usage()),
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_command_or_port_is_an_error_with_the_usage() {
        for arguments in [&["sreve"][..], &["build", "it"], &["serve", "--port"]] {
            let message = run(arguments).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(message.contains(&format!("`{}`", arguments.join(" "))), "{message}");
            assert!(message.ends_with(&usage()), "{message}");
        }
        assert!(run(&["serve", "--port", "99999"]).is_err());
    }

    #[test]
    fn the_usage_lists_every_command() {
        assert!(usage().contains("\n  serve        build the site"), "{}", usage());
        for (name, ..) in COMMANDS {
            assert!(usage().contains(&format!("\n  {name} ")), "{name}");
        }
        assert!(run(&["help"]).is_ok());
    }
}
