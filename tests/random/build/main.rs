//! Writes random valid applications for `../main.rs`, and a description of each as plain data.
//!
//! The environment variable `CONCENTRIC_SEED` sets the seed. The default is 0.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a build script fails by panicking"
)]

mod claims;
mod generator;
mod lists;
#[path = "../merged.rs"]
mod merged;
mod model;
mod paths;
mod services;

use std::{env, fmt::Write, fs, path::Path};

use fastrand::Rng;

use crate::generator::Generator;

const APPS: usize = 48;

fn main() {
    println!("cargo::rerun-if-env-changed=CONCENTRIC_SEED");
    println!("cargo::rerun-if-changed=random/build");
    println!("cargo::rerun-if-changed=random/merged.rs");
    let seed = env::var("CONCENTRIC_SEED").map_or(0, |seed| seed.parse().expect("a number"));
    let mut rng = Rng::with_seed(seed);
    let mut text = String::new();
    let mut list = String::new();
    for number in 0..APPS {
        let (source, model) = Generator::new(&mut rng).app(number);
        writeln!(text, "app! {{\n{source}}}\n").unwrap();
        writeln!(
            list,
            "    App {{ make: app_{number}, routes: app_{number}::ROUTES, source: {source:?}, model: {model} }},"
        )
        .unwrap();
    }
    writeln!(text, "pub(crate) static APPS: [App; {APPS}] = [\n{list}];").unwrap();
    let out = env::var("OUT_DIR").unwrap();
    fs::write(Path::new(&out).join("random_apps.rs"), text).unwrap();
}
