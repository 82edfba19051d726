//! The steps of a long command. Each is announced and timed, and a failure says how to repeat it alone.

use std::env;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Child;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

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
    /// Another command of `cargo xtask`, which runs beside the steps from the second on. Its output is
    /// shown when its turn comes. For work that keeps one core busy for minutes, like linking.
    XtaskBeside(&'static str),
}

impl Work {
    /// The equivalent command, as a person would type it.
    fn typed(&self) -> String {
        match self {
            Self::Cargo(arguments) => format!("`cargo {arguments}`"),
            Self::Xtask(command, _) | Self::XtaskBeside(command) => {
                format!("`cargo xtask {command}`")
            }
        }
    }

    fn run(&self, beside: &mut Option<Beside>) -> Result<()> {
        match self {
            Self::Cargo(arguments) => {
                project::run(project::cargo().args(arguments.split_whitespace()))
            }
            Self::Xtask(_, work) => work(),
            Self::XtaskBeside(command) => match beside.take() {
                Some(begun) => begun.finish(),
                None => Beside::start(command)?.finish(),
            },
        }
    }
}

/// A command that runs beside the steps. It ends with them if one of them fails.
struct Beside {
    child: Child,
    output: PathBuf,
}

impl Beside {
    /// Starts the command of the step that wants to run beside the others, if there is one.
    fn of(steps: &[Step]) -> Result<Option<Self>> {
        let wanted = steps.iter().find_map(|step| match step.work {
            Work::XtaskBeside(command) => Some(command),
            _ => None,
        });
        wanted.map(Self::start).transpose()
    }

    fn start(command: &str) -> Result<Self> {
        let output = project::root().join(format!("target/xtask-{command}.log"));
        let file = File::create(&output).context("cannot write the output of a command")?;
        let program = env::current_exe().context("cannot find this program")?;
        let mut child = project::command(program);
        child.arg(command).stderr(file.try_clone()?).stdout(file);
        let child = child.spawn().with_context(|| format!("cannot start `{command}`"))?;
        Ok(Self { child, output })
    }

    /// Waits for the command, and shows its output.
    fn finish(mut self) -> Result<()> {
        let status = self.child.wait().context("cannot wait for a command")?;
        print!("{}", fs::read_to_string(&self.output).unwrap_or_default());
        if !status.success() {
            bail!("it failed ({status})");
        }
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // It fails if the command has ended.
        let _ended = self.child.kill();
    }
}

/// Runs the steps in order and stops at the first that fails.
pub(crate) fn run(steps: &[Step]) -> Result<()> {
    let begin = Instant::now();
    let mut beside = None;
    for (number, Step { name, work }) in (1..).zip(steps) {
        println!("[{number}/{}] {name}", steps.len());
        let begin = Instant::now();
        if number == 2 {
            beside = Beside::of(steps)?;
        }
        work.run(&mut beside).with_context(|| {
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
