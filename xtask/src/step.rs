//! The steps of a long command. Each is announced and timed, and a failure says how to repeat it alone.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::project;

/// One step.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) work: Work,
}

/// The work of a step.
pub(crate) enum Work {
    /// Runs cargo with these arguments, none of which contains a space.
    Cargo(&'static str),
    /// Runs another command of `cargo xtask`.
    Xtask(&'static str, fn() -> Result<()>),
}

impl Work {
    /// The equivalent command, as a person would type it.
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

/// Runs the steps in order and stops at the first that fails.
pub(crate) fn run(steps: &[Step]) -> Result<()> {
    let begin = Instant::now();
    for (number, Step { name, work }) in (1..).zip(steps) {
        println!("[{number}/{}] {name}", steps.len());
        let begin = Instant::now();
        work.run().with_context(|| {
            format!("step `{name}` failed; to repeat it alone, type {}", work.typed())
        })?;
        println!("[{number}/{}] {name}: done in {}", steps.len(), seconds(begin.elapsed()));
    }
    println!("all {} steps passed in {}", steps.len(), seconds(begin.elapsed()));
    Ok(())
}

/// A duration for people to read: `0.4 s`, `75 s`.
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
            "step `bad` failed; to repeat it alone, type `cargo xtask tools`: it broke"
        );
    }

    #[test]
    fn short_times_have_a_decimal() {
        assert_eq!(seconds(Duration::from_millis(420)), "0.4 s");
        assert_eq!(seconds(Duration::from_millis(75_400)), "75 s");
    }
}
