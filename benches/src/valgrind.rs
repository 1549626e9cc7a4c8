//! Reads the output of callgrind and cachegrind.

use anyhow::{Context, Result};

/// Returns the total of all instructions.
///
/// # Errors
///
/// If the output has no total, which valgrind writes at the end of the program.
pub(crate) fn total(counts: &str) -> Result<f64> {
    let summary = counts
        .lines()
        .find_map(|line| line.strip_prefix("summary: "));
    let total = summary.context("valgrind has written no summary")?;
    Ok(total.trim().parse()?)
}
