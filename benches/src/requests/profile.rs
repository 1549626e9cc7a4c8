//! Splits the instructions of a request by purpose.

use std::{collections::HashMap, path::Path};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::{
    LIMIT, Measured, OURS, OWN_LIMIT,
    measure::{callgrind, instructions_with, per_request},
};

/// The instructions of one application by purpose.
#[derive(Serialize, Deserialize)]
pub(super) struct Profile {
    pub(super) group: String,
    pub(super) contender: String,
    /// The name of each part, and its instructions.
    pub(super) parts: Vec<(String, f64)>,
    /// The total with jemalloc in place of the system's allocator, if jemalloc is installed.
    #[serde(default)]
    pub(super) jemalloc: Option<f64>,
}

/// The path of Debian's `libjemalloc2`.
const JEMALLOC: &str = "/usr/lib/x86_64-linux-gnu/libjemalloc.so.2";

/// The parts, in the order of the report.
const PARTS: [&str; 3] = ["copies (memcpy)", "malloc and free", "everything else"];

/// Profiles the contenders of the budget, with ten middleware.
pub(super) fn profiles(measured: &[Measured]) -> Result<Vec<Profile>> {
    let wanted = |one: &Measured| {
        let is_listed = ["pass", "headers", "context"].contains(&&*one.group);
        is_listed && one.count == 10 && [OURS, LIMIT, OWN_LIMIT].contains(&&*one.contender)
    };
    let jemalloc = Some(Path::new(JEMALLOC)).filter(|path| path.exists());
    let cases = measured.iter().enumerate().filter(|(_, one)| wanted(one));
    cases
        .map(|(case, one)| {
            Ok(Profile {
                group: one.group.clone(),
                contender: one.contender.clone(),
                parts: parts(&callgrind(case, None)?)?,
                jemalloc: jemalloc
                    .map(|path| instructions_with(case, path))
                    .transpose()?,
            })
        })
        .collect()
}

/// Sums the own cost of each function.
fn parts(counts: &str) -> Result<Vec<(String, f64)>> {
    let mut names = HashMap::new();
    let mut sums = [0; PARTS.len()];
    let mut part = 0;
    let mut is_call = false;
    for line in counts.lines() {
        if let Some(function) = line.strip_prefix("fn=") {
            part = part_of(name(function, &mut names)?);
        } else if let Some(function) = line.strip_prefix("cfn=") {
            name(function, &mut names)?;
        } else if line.starts_with("calls=") {
            // The next line is the inclusive cost of the call, which the callee's own lines already count.
            is_call = true;
        } else if line.starts_with(|first: char| first.is_ascii_digit() || "+-*".contains(first)) {
            if !is_call {
                let cost = line.split(' ').nth(1).context("a line without a cost")?;
                sums[part] += cost.parse::<u64>()?;
            }
            is_call = false;
        }
    }
    let parts = PARTS.into_iter().zip(sums);
    Ok(parts
        .map(|(name, sum)| (name.to_owned(), per_request(sum)))
        .collect())
}

/// Returns the name in `(7) name`, or the name that an earlier line gave to number 7.
fn name<'a>(function: &'a str, names: &mut HashMap<&'a str, &'a str>) -> Result<&'a str> {
    match function.split_once(' ') {
        Some((number, name)) => {
            names.insert(number, name);
            Ok(name)
        }
        None => names
            .get(function)
            .copied()
            .context("a function without a name"),
    }
}

fn part_of(function: &str) -> usize {
    let is = |names: &[&str]| names.iter().any(|name| function.contains(name));
    if is(&["memcpy", "memmove"]) {
        0
    } else if is(&[
        "malloc",
        "_int_free",
        "free",
        "unlink_chunk",
        "realloc",
        "calloc",
    ]) && !function.contains("::")
    {
        1
    } else {
        2
    }
}
