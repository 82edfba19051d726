//! The steps of a long command: each is announced, timed, and on failure says how to run it alone.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::project;

/// One step.
pub(crate) struct Step {
    /// What it is about, in a few words.
    pub(crate) name: &'static str,
    pub(crate) work: Work,
}

/// What a step does.
pub(crate) enum Work {
    /// Runs cargo with these arguments, none of which has a space.
    Cargo(&'static str),
    /// Does what this other command of `cargo xtask` does.
    Xtask(&'static str, fn() -> Result<()>),
}

impl Work {
    /// The command that does the same, as a person would type it.
    fn typed(&self) -> String {
        match self {
            Self::Cargo(arguments) => format!("`cargo {arguments}`"),
            Self::Xtask(command, _) => format!("`cargo xtask {command}`"),
        }
    }

    fn run(&self) -> Result<()> {
        match self {
            Self::Cargo(arguments) => {
                project::run(project::cargo().args(arguments.split_whitespace()))
            }
            Self::Xtask(_, work) => work(),
        }
    }
}

/// Runs the steps in order, up to the first that fails.
pub(crate) fn run(steps: &[Step]) -> Result<()> {
    let begin = Instant::now();
    for (number, Step { name, work }) in (1..).zip(steps) {
        println!("[{number}/{}] {name}", steps.len());
        let begin = Instant::now();
        work.run().with_context(|| {
            format!("step `{name}` failed; to run it alone, type {}", work.typed())
        })?;
        println!("[{number}/{}] {name}: done in {}", steps.len(), seconds(begin.elapsed()));
    }
    println!("all {} steps passed in {}", steps.len(), seconds(begin.elapsed()));
    Ok(())
}

/// A time for reading: `0.4 s`, `75 s`.
pub(crate) fn seconds(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 10.0 { format!("{seconds:.1} s") } else { format!("{seconds:.0} s") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    #[test]
    fn the_first_failing_step_is_named_with_its_command() {
        let steps = [
            Step { name: "good", work: Work::Xtask("good", || Ok(())) },
            Step { name: "bad", work: Work::Xtask("tools", || bail!("it broke")) },
            Step { name: "unreached", work: Work::Xtask("never", || bail!("reached")) },
        ];
        let message = run(&steps).err().map(|error| format!("{error:#}")).unwrap_or_default();
        assert_eq!(
            message,
            "step `bad` failed; to run it alone, type `cargo xtask tools`: it broke"
        );
    }

    #[test]
    fn times_are_short() {
        assert_eq!(seconds(Duration::from_millis(420)), "0.4 s");
        assert_eq!(seconds(Duration::from_millis(75_400)), "75 s");
    }
}
