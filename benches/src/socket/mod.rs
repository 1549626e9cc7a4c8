//! Servers under load over a socket: the quickstart, the same in axum, in FastAPI and in Starlette.

mod check;
mod load;
mod report;
mod server;
mod servers;

use std::{borrow::Cow, thread::available_parallelism, time::Duration};

use anyhow::Result;
use serde::{Deserialize, Serialize};

use self::{
    load::{Load, Sample},
    server::{Memory, Server},
    servers::{Contender, Logging},
};
use crate::places::write_results;

pub(crate) use self::report::section;

/// Each contender is started, measured and stopped this often, in turn with the others.
const ROUNDS: usize = 3;
const SECONDS: u64 = 4;
const WARM_UP: Duration = Duration::from_secs(1);

/// What is asked for: the path, and over how many connections at once.
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
    /// What ran, and in which version.
    versions: Vec<String>,
    processors: usize,
    /// Whether server and client had a processor each.
    pinned: bool,
    rounds: usize,
    seconds: u64,
    measured: Vec<Measured>,
}

/// One contender with one kind of logging: the medians over all rounds.
#[derive(Serialize, Deserialize)]
struct Measured {
    contender: String,
    logging: Logging,
    memory: Memory,
    samples: Vec<(Load, Sample)>,
}

/// Measures them all, and writes `results/socket.json`.
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
            measured.push(summary(contender, logging, &rounds));
        }
    }
    let results = Results {
        versions: servers::versions()?,
        processors,
        pinned,
        rounds: ROUNDS,
        seconds: SECONDS,
        measured,
    };
    write_results("socket.json", &results)
}

/// What one run of a server gave.
struct Round {
    samples: Vec<Sample>,
    memory: Memory,
}

fn measure(contender: &Contender, pinned: bool) -> Result<Round> {
    let server = Server::start(contender, pinned)?;
    check::responses(contender, server.port())?;
    for load in LOADS.iter() {
        load.run(&server, WARM_UP, pinned)?;
    }
    let samples = LOADS
        .iter()
        .map(|load| load.run(&server, Duration::from_secs(SECONDS), pinned))
        .collect::<Result<_>>()?;
    let memory = server.memory()?;
    Ok(Round { samples, memory })
}

fn summary(contender: Contender, logging: Logging, rounds: &[Round]) -> Measured {
    let samples = LOADS.iter().enumerate().map(|(at, load)| {
        let of = |field: fn(&Sample) -> f64| median(rounds.iter().map(|r| field(&r.samples[at])));
        let sample = Sample {
            per_second: of(|sample| sample.per_second),
            processor: of(|sample| sample.processor),
            p50: of(|sample| sample.p50),
            p99: of(|sample| sample.p99),
            p999: of(|sample| sample.p999),
        };
        (load.clone(), sample)
    });
    Measured {
        contender: contender.name.to_owned(),
        logging,
        memory: Memory {
            resident: median(rounds.iter().map(|round| round.memory.resident)),
            peak: median(rounds.iter().map(|round| round.memory.peak)),
        },
        samples: samples.collect(),
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
