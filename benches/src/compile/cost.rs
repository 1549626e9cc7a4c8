//! Measures the cost of a command.

use std::{
    os::unix::process::CommandExt,
    process::{Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use nix::{
    sys::signal::{Signal, killpg},
    unistd::Pid,
};
use serde::{Deserialize, Serialize};

use crate::places::children_processor_time;

/// The time limit for a command.
const LIMIT: Duration = Duration::from_mins(5);

/// The cost of a command.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) struct Cost {
    /// Seconds of processor time, which other load on the machine changes less than the time on the clock.
    pub(super) processor: f64,
}

impl Cost {
    /// Measures a command and all processes that it starts. Returns `None` if it takes too long.
    pub(super) fn of(command: &mut Command) -> Result<Option<Self>> {
        let (before, started) = (children_processor_time()?, Instant::now());
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .with_context(|| format!("{command:?} cannot be started"))?;
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
            if started.elapsed() > LIMIT {
                killpg(Pid::from_raw(child.id().try_into()?), Signal::SIGKILL)?;
                child.wait()?;
                return Ok(None);
            }
            sleep(Duration::from_millis(5));
        };
        if !status.success() {
            bail!("{command:?} failed: {status}");
        }
        let processor = children_processor_time()? - before;
        Ok(Some(Self { processor }))
    }

    /// Returns the smaller one.
    pub(super) fn min(self, other: Self) -> Self {
        Self {
            processor: self.processor.min(other.processor),
        }
    }
}
