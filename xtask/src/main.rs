//! `cargo xtask`: the commands that build, serve and test the site. `cargo xtask help` lists them.

mod bench;
mod bias;
mod build;
mod finish;
mod project;
mod serve;
mod shots;
mod step;
mod test;
mod tool;
mod twice;

use std::env;
use std::process::ExitCode;

use anyhow::Result;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  serve [--port N]  build the site if anything changed, and show it (port 8080)
  build             build the site into `dist/` if anything changed
  test              everything that must pass: format, lints, tests, build, browser
  bench             print how long the engine, a start and a click take; fails nothing
  shots             take pictures of every view, into `target/shots/`
  tools             install the tools that are missing, and nothing else
  twice             build the site twice from nothing, and compare; some minutes
  bias              count what answers at random lead to, into `src/content/bias.json`
  finish            what Trunk runs at the end of a build
  help              this text";

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
enum Command {
    Help,
    Serve { port: u16 },
    Build,
    Test,
    Tools,
    Bench,
    Twice,
    Shots,
    Bias,
    Finish,
}

impl Command {
    fn parse(arguments: &[&str]) -> Result<Self, String> {
        match arguments {
            [] | ["help" | "--help" | "-h"] => Ok(Self::Help),
            ["serve"] => Ok(Self::Serve { port: 8080 }),
            ["serve", "--port", port] => match port.parse() {
                Ok(port) => Ok(Self::Serve { port }),
                Err(_) => Err(format!("`{port}` is no port: give a number from 0 to 65535")),
            },
            ["build"] => Ok(Self::Build),
            ["test"] => Ok(Self::Test),
            ["tools"] => Ok(Self::Tools),
            ["bench"] => Ok(Self::Bench),
            ["twice"] => Ok(Self::Twice),
            ["shots"] => Ok(Self::Shots),
            ["bias"] => Ok(Self::Bias),
            ["finish"] => Ok(Self::Finish),
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
            Self::Shots => shots::run(),
            Self::Bias => bias::run(),
            Self::Finish => finish::run(),
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
    fn nothing_asks_for_help() {
        assert_eq!(Command::parse(&[]), Ok(Command::Help));
        assert_eq!(Command::parse(&["help"]), Ok(Command::Help));
    }

    #[test]
    fn the_port_can_be_chosen() {
        assert_eq!(Command::parse(&["serve"]), Ok(Command::Serve { port: 8080 }));
        assert_eq!(Command::parse(&["serve", "--port", "9"]), Ok(Command::Serve { port: 9 }));
        assert!(Command::parse(&["serve", "--port", "99999"]).is_err());
        assert!(Command::parse(&["serve", "--port"]).is_err());
    }

    #[test]
    fn what_is_not_known_is_named() {
        let message = Command::parse(&["sreve"]).err().unwrap_or_default();
        assert!(message.contains("`sreve`"), "{message}");
    }

    #[test]
    fn the_usage_names_every_command() {
        for word in
            ["serve", "build", "test", "bench", "shots", "tools", "twice", "bias", "finish", "help"]
        {
            assert!(USAGE.contains(&format!("\n  {word}")), "{word}");
            assert!(Command::parse(&[word]).is_ok(), "{word}");
        }
    }
}
