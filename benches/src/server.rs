//! Runs a server as a child process.

use std::{
    ffi::OsStr,
    fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use serde::{Deserialize, Serialize};

/// The unit in which Linux reports processor time to programs.
const TICK: Duration = Duration::from_millis(10);

/// How long a server may take to start and to end. callgrind makes it slow.
const PATIENCE: Duration = Duration::from_secs(120);

/// A running server. Dropping it stops the server.
pub(crate) struct Server {
    child: Child,
    port: u16,
}

/// The memory of a server, in KiB.
#[derive(Serialize, Deserialize)]
pub(crate) struct Memory {
    /// At the end.
    pub(crate) resident: f64,
    /// The maximum.
    pub(crate) peak: f64,
}

impl Server {
    /// Starts a server and waits until it listens on this port.
    pub(crate) fn start(mut command: Command, port: u16) -> Result<Self> {
        let child = command
            .stdin(Stdio::null())
            // The server formats and writes its log lines, but no disk or terminal slows it down.
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{command:?} cannot be started"))?;
        let mut server = Self { child, port };
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = server.child.try_wait()? {
                bail!("{command:?} ended: {status}");
            }
            if started.elapsed() > PATIENCE {
                bail!("{command:?} does not listen");
            }
            sleep(Duration::from_millis(20));
        }
        Ok(server)
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Returns the processor time that the server has used so far.
    pub(crate) fn processor_time(&self) -> Result<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name of the program is in parentheses and may contain any character, even `)`.
        let (_, fields) = stat.rsplit_once(')').context("no name in /proc")?;
        let times = fields.split_whitespace().skip(11).take(2);
        let ticks = times.map(str::parse::<u32>).sum::<Result<u32, _>>()?;
        Ok(TICK * ticks)
    }

    /// Asks the server to end, and waits until it has.
    ///
    /// # Errors
    ///
    /// If it goes on.
    pub(crate) fn stop(mut self) -> Result<()> {
        kill(Pid::from_raw(self.child.id().try_into()?), Signal::SIGTERM)?;
        let asked = Instant::now();
        while self.child.try_wait()?.is_none() {
            ensure!(asked.elapsed() < PATIENCE, "the server does not end");
            sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    pub(crate) fn memory(&self) -> Result<Memory> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let field = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let amount = line.and_then(|line| line.split_whitespace().next());
            let amount = amount.with_context(|| format!("no {name} in the status of a process"))?;
            Ok::<_, anyhow::Error>(amount.parse()?)
        };
        Ok(Memory {
            resident: field("VmRSS:")?,
            peak: field("VmHWM:")?,
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Killing fails if the server has already ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Returns the processor time that all processes have used so far, on all processors.
pub(crate) fn all_processor_time() -> Result<Duration> {
    let stat = fs::read_to_string("/proc/stat")?;
    let fields = stat.lines().next().context("no processors in /proc/stat")?;
    let ticks: Vec<u32> = fields
        .split_whitespace()
        .skip(1)
        .map(str::parse)
        .collect::<Result<_, _>>()?;
    // The fourth and the fifth field are the time spent idle and waiting for a disk.
    let busy = ticks.iter().take(7).enumerate();
    Ok(TICK
        * busy
            .filter(|(at, _)| !(3..5).contains(at))
            .map(|(_, ticks)| ticks)
            .sum())
}

/// Returns a free port.
pub(crate) fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

/// Returns whether the server and the client can each have a processor of their own.
pub(crate) fn can_pin(processors: usize) -> bool {
    let taskset = Command::new("taskset")
        .arg("-V")
        .stdout(Stdio::null())
        .status();
    processors > 1 && taskset.is_ok_and(|status| status.success())
}

/// Returns a command that runs a program on one processor.
pub(crate) fn on_processor(processor: usize, program: &OsStr, pinned: bool) -> Command {
    if !pinned {
        return Command::new(program);
    }
    let mut command = Command::new("taskset");
    // `taskset` replaces itself with the program, so the process id stays the same.
    command.args(["-c", &processor.to_string()]).arg(program);
    command
}
