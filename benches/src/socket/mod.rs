//! Measures servers over a socket: the quickstart, and the same in other frameworks and in Python.

mod budget;
mod build;
mod check;
mod client;
mod instructions;
mod load;
mod report;
mod servers;

use std::{borrow::Cow, thread::available_parallelism, time::Duration};

use anyhow::Result;
use serde::{Deserialize, Serialize};

use self::{build::Logging, load::Sample, servers::Contender};
use crate::{
    places::write_results,
    server::{self, Memory, Server},
};

pub(crate) use self::{
    budget::budget,
    load::Load,
    report::{plots, section},
};

/// The number of rounds. In each, every contender is started, measured and stopped in turn.
const ROUNDS: usize = 3;
const SECONDS: u64 = 3;
const WARM_UP: Duration = Duration::from_secs(1);

/// The requested paths and the numbers of concurrent connections.
const LOADS: [Load; 3] = [
    Load {
        path: Cow::Borrowed("/"),
        connections: 64,
    },
    Load {
        path: Cow::Borrowed("/protected"),
        connections: 64,
    },
    Load {
        path: Cow::Borrowed("/protected"),
        connections: 1,
    },
];

#[derive(Serialize, Deserialize)]
struct Results {
    /// The programs and their versions.
    versions: Vec<String>,
    processors: usize,
    /// Whether the server and the client each had a processor of their own.
    pinned: bool,
    rounds: usize,
    seconds: u64,
    measured: Vec<Measured>,
}

/// The best round of one contender with one kind of logging.
#[derive(Serialize, Deserialize)]
struct Measured {
    contender: String,
    logging: Logging,
    memory: Memory,
    samples: Vec<(Load, Sample)>,
    /// The instructions of a request to each path.
    #[serde(default)]
    instructions: Vec<(String, f64)>,
}

/// Measures all servers and writes `results/socket.json`.
pub(crate) fn run() -> Result<()> {
    load::find_wrk()?;
    let processors = available_parallelism()?.get();
    let pinned = server::can_pin(processors);
    let mut measured = Vec::new();
    for logging in [Logging::Line, Logging::Off] {
        let contenders = servers::contenders(logging)?;
        let mut rounds: Vec<Vec<Round>> = contenders.iter().map(|_| Vec::new()).collect();
        for round in 0..ROUNDS {
            for (contender, rounds) in contenders.iter().zip(&mut rounds) {
                eprintln!("{logging:?}, round {}: {}", round + 1, contender.name);
                rounds.push(measure(contender, pinned)?);
            }
        }
        for (contender, rounds) in contenders.into_iter().zip(rounds) {
            eprintln!("{logging:?}, instructions: {}", contender.name);
            let counted = count(&contender)?;
            measured.push(summary(contender, logging, &rounds, counted));
        }
    }
    let results = Results {
        versions: build::versions()?,
        processors,
        pinned,
        rounds: ROUNDS,
        seconds: SECONDS,
        measured,
    };
    write_results("socket.json", &results)
}

/// The result of one run of a server.
struct Round {
    samples: Vec<Sample>,
    memory: Memory,
}

fn measure(contender: &Contender, pinned: bool) -> Result<Round> {
    let port = server::free_port()?;
    let server = Server::start(contender.command(port, pinned), port)?;
    check::responses(contender, port)?;
    for load in LOADS.iter().filter(|load| load.connections > 1) {
        load.run(&server, WARM_UP, pinned)?;
    }
    let samples = LOADS
        .iter()
        .map(|load| load.run(&server, Duration::from_secs(SECONDS), pinned))
        .collect::<Result<_>>()?;
    let memory = server.memory()?;
    Ok(Round { samples, memory })
}

/// Counts the instructions of a request to each path.
fn count(contender: &Contender) -> Result<Vec<(String, f64)>> {
    let paths = LOADS.iter().filter(|load| load.connections > 1);
    paths
        .map(|Load { path, .. }| {
            Ok((
                path.to_string(),
                instructions::per_request(contender, path)?,
            ))
        })
        .collect()
}

/// Returns the best of all rounds, since other load on the machine can only make a round worse.
fn summary(
    contender: Contender,
    logging: Logging,
    rounds: &[Round],
    instructions: Vec<(String, f64)>,
) -> Measured {
    let best = |at: usize| {
        let samples = || rounds.iter().map(|round| &round.samples[at]);
        let processor = least(samples().map(|sample| sample.processor));
        let fastest = samples().max_by(|a, b| a.per_second.total_cmp(&b.per_second))?;
        Some(Sample {
            processor,
            ..fastest.clone()
        })
    };
    let samples = LOADS.iter().enumerate();
    Measured {
        contender: contender.name.to_owned(),
        logging,
        memory: Memory {
            resident: least(rounds.iter().map(|round| round.memory.resident)),
            peak: least(rounds.iter().map(|round| round.memory.peak)),
        },
        samples: samples
            .filter_map(|(at, load)| Some((load.clone(), best(at)?)))
            .collect(),
        instructions,
    }
}

fn least(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(f64::INFINITY, f64::min)
}
