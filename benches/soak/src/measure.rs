//! What the server holds at one moment.

use std::{alloc::System, fs, sync::atomic::Ordering::Relaxed};

use anyhow::{Context, Result};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};
use tokio::runtime::Handle;

use crate::application::{HANDLERS, PLACES, Shared};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The size of a page of memory, in KiB.
const PAGE: usize = 4;

/// What requests hold: tasks, taken permits of both semaphores, work after responses, and sockets. Without requests, the
/// numbers are always the same.
pub(crate) type Held = [usize; 5];

pub(crate) const NAMES: [&str; 5] = ["tasks", "handlers", "places", "work", "sockets"];

pub(crate) fn held(shared: &Shared) -> Result<Held> {
    Ok([
        Handle::current().metrics().num_alive_tasks(),
        HANDLERS - shared.handlers.available_permits(),
        PLACES - shared.places.available_permits(),
        shared.work.load(Relaxed),
        sockets()?,
    ])
}

/// Returns the number of open sockets of this process.
fn sockets() -> Result<usize> {
    let files = fs::read_dir("/proc/self/fd")?;
    // A file may be closed before its link is read.
    let targets = files.filter_map(|file| fs::read_link(file.ok()?.path()).ok());
    Ok(targets
        .filter(|target| target.to_string_lossy().starts_with("socket:"))
        .count())
}

/// The memory of this process, in KiB.
#[derive(Clone, Copy)]
pub(crate) struct Memory {
    /// Allocated and not freed.
    pub(crate) heap: usize,
    pub(crate) resident: usize,
}

impl Memory {
    pub(crate) fn now() -> Result<Self> {
        let stats = ALLOCATOR.stats();
        let statm = fs::read_to_string("/proc/self/statm")?;
        let pages = statm.split(' ').nth(1).context("no pages in statm")?;
        Ok(Self {
            heap: (stats.bytes_allocated - stats.bytes_deallocated) / 1024,
            resident: pages.parse::<usize>()? * PAGE,
        })
    }
}
