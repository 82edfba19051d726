//! `cargo xtask`: the commands that build, serve and test the site. `cargo xtask help` lists them.

mod bench;
mod bias;
mod build;
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

use anyhow::Result;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  serve [--port N]  build the site if anything changed, and serve it (port 8080)
  build             build the site into `dist/` if anything changed
  test              run every check: format, lints, tests, build, browser tests
  bench             print how long the engine, a page load and a click take; never fails a build
  screenshots       take screenshots of every view, into `target/screenshots/`
  tools             install the tools that are missing, and do nothing else
  twice             build the site twice from scratch and compare; takes minutes
  bias              count the results of random answers, into `src/content/bias.json`
  postbuild         the hook that Trunk runs at the end of a build
  help              print this text";

/// A command and its options.
#[derive(Debug, PartialEq, Eq)]
enum Command {
    Help,
    Serve { port: u16 },
    Build,
    Test,
    Tools,
    Bench,
    Twice,
    Screenshots,
    Bias,
    Postbuild,
}

impl Command {
    fn parse(arguments: &[&str]) -> Result<Self, String> {
        match arguments {
            [] | ["help" | "--help" | "-h"] => Ok(Self::Help),
            ["serve"] => Ok(Self::Serve { port: 8080 }),
            ["serve", "--port", port] => match port.parse() {
                Ok(port) => Ok(Self::Serve { port }),
                Err(_) => Err(format!("`{port}` is not a port: give a number from 0 to 65535")),
            },
            ["build"] => Ok(Self::Build),
            ["test"] => Ok(Self::Test),
            ["tools"] => Ok(Self::Tools),
            ["bench"] => Ok(Self::Bench),
            ["twice"] => Ok(Self::Twice),
            ["screenshots"] => Ok(Self::Screenshots),
            ["bias"] => Ok(Self::Bias),
            ["postbuild"] => Ok(Self::Postbuild),
            _ => Err(format!("unknown command `{}`: use one of these", arguments.join(" "))),
        }
    }

    fn run(&self) -> Result<()> {
        match self {
            Self::Help => {
                println!("{USAGE}");
                Ok(())
            }
            Self::Serve { port } => serve::run(*port),
            Self::Build => build::run(),
            Self::Test => test::run(),
            Self::Tools => tool::ensure_all(),
            Self::Bench => bench::run(),
            Self::Twice => twice::run(),
            Self::Screenshots => screenshots::run(),
            Self::Bias => bias::run(),
            Self::Postbuild => postbuild::run(),
        }
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let command = match Command::parse(&arguments) {
        Ok(command) => command,
        Err(message) => {
            eprintln!("error: {message}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match command.run() {
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
    fn no_arguments_print_the_help() {
        assert_eq!(Command::parse(&[]), Ok(Command::Help));
        assert_eq!(Command::parse(&["help"]), Ok(Command::Help));
    }

    #[test]
    fn serve_accepts_a_port() {
        assert_eq!(Command::parse(&["serve"]), Ok(Command::Serve { port: 8080 }));
        assert_eq!(Command::parse(&["serve", "--port", "9"]), Ok(Command::Serve { port: 9 }));
        assert!(Command::parse(&["serve", "--port", "99999"]).is_err());
        assert!(Command::parse(&["serve", "--port"]).is_err());
    }

    #[test]
    fn an_unknown_command_is_named() {
        let message = Command::parse(&["sreve"]).err().unwrap_or_default();
        assert!(message.contains("`sreve`"), "{message}");
    }

    #[test]
    fn the_usage_lists_every_command() {
        let words = USAGE.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
        let words: Vec<&str> = words.collect();
        assert_eq!(words.len(), 10);
        for word in words {
            assert!(Command::parse(&[word]).is_ok(), "{word}");
        }
    }
}
