//! What a command costs.

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

/// How long a command may take.
const LIMIT: Duration = Duration::from_mins(5);

/// Seconds.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) struct Cost {
    /// Of a processor: what other load on the machine changes least.
    pub(super) processor: f64,
    /// Of the clock.
    pub(super) clock: f64,
}

impl Cost {
    /// What a command costs, with all processes that it starts. `None` where it takes too long.
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
        let clock = started.elapsed().as_secs_f64();
        let processor = children_processor_time()? - before;
        Ok(Some(Self { processor, clock }))
    }

    /// The lesser one, figure by figure.
    pub(super) fn min(self, other: Self) -> Self {
        Self {
            processor: self.processor.min(other.processor),
            clock: self.clock.min(other.clock),
        }
    }
}
