//! A server as a child process.

use std::{
    ffi::OsStr,
    fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};

/// What Linux counts processor time in, for every program.
const TICK: Duration = Duration::from_millis(10);

/// A running server, which is stopped when this is dropped.
pub(crate) struct Server {
    child: Child,
    port: u16,
}

/// The memory of a server, in KiB.
#[derive(Serialize, Deserialize)]
pub(crate) struct Memory {
    /// What it had at the end.
    pub(crate) resident: f64,
    /// The most that it had.
    pub(crate) peak: f64,
}

impl Server {
    /// Starts a server that is told to listen on this port, and waits until it does.
    pub(crate) fn start(mut command: Command, port: u16) -> Result<Self> {
        let child = command
            .stdin(Stdio::null())
            // The log line of a request is made and written, and no disk or terminal takes part.
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
            if started.elapsed() > Duration::from_secs(20) {
                bail!("{command:?} does not listen");
            }
            sleep(Duration::from_millis(20));
        }
        Ok(server)
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// What the server has used of a processor so far.
    pub(crate) fn processor_time(&self) -> Result<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name of the program is in parentheses and may hold anything; the state follows.
        let (_, fields) = stat.rsplit_once(')').context("no name in /proc")?;
        let times = fields.split_whitespace().skip(11).take(2);
        let ticks = times.map(str::parse::<u32>).sum::<Result<u32, _>>()?;
        Ok(TICK * ticks)
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
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What all processes together have used of all processors so far.
pub(crate) fn all_processor_time() -> Result<Duration> {
    let stat = fs::read_to_string("/proc/stat")?;
    let fields = stat.lines().next().context("no processors in /proc/stat")?;
    let ticks: Vec<u32> = fields
        .split_whitespace()
        .skip(1)
        .map(str::parse)
        .collect::<Result<_, _>>()?;
    // All but the fourth and the fifth, in which they are idle or wait for a disk.
    let busy = ticks.iter().take(7).enumerate();
    Ok(TICK
        * busy
            .filter(|(at, _)| !(3..5).contains(at))
            .map(|(_, ticks)| ticks)
            .sum())
}

/// A port that nothing listens on.
pub(crate) fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

/// Whether server and client can have a processor each.
pub(crate) fn can_pin(processors: usize) -> bool {
    let taskset = Command::new("taskset")
        .arg("-V")
        .stdout(Stdio::null())
        .status();
    processors > 1 && taskset.is_ok_and(|status| status.success())
}

/// A program that keeps to one processor.
pub(crate) fn on_processor(processor: usize, program: &OsStr, pinned: bool) -> Command {
    if !pinned {
        return Command::new(program);
    }
    let mut command = Command::new("taskset");
    // It becomes the program, so the process is the same.
    command.args(["-c", &processor.to_string()]).arg(program);
    command
}
