//! Writes random valid applications for `../main.rs`, and a description of each as plain data.
//!
//! The environment variable `CONCENTRIC_SEED` sets the seed. The default is 0.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a build script fails by panicking"
)]

mod claims;
mod conditions;
mod generator;
mod lists;
#[path = "../merged.rs"]
mod merged;
mod model;
mod parts;
mod paths;
mod services;
mod tree;
mod urls;

use std::{env, fmt::Write, fs, path::Path};

use fastrand::Rng;

use crate::{generator::Generator, tree::Form};

const APPS: usize = 24;

fn main() {
    println!("cargo::rerun-if-env-changed=CONCENTRIC_SEED");
    println!("cargo::rerun-if-changed=random/build");
    println!("cargo::rerun-if-changed=random/merged.rs");
    let seed = env::var("CONCENTRIC_SEED").map_or(0, |seed| seed.parse().expect("a number"));
    let mut rng = Rng::with_seed(seed);
    let mut text = String::new();
    let mut list = String::new();
    for number in 0..APPS {
        let (app, model) = Generator::new(&mut rng, number).app();
        let forms = [("flat", Form::Flat), ("parts", Form::Parts(Vec::new()))];
        let forms = forms.map(|(name, form)| {
            let name = format!("{name}_{number}");
            let source = form.written(&app, &name);
            text += &source;
            format!("Form {{ make: {name}, routes: {name}::ROUTES, source: {source:?} }}")
        });
        let urls = model.urls.iter().map(|url| {
            let (flat, parts) = (format!("flat_{number}"), format!("parts_{number}"));
            format!("[{}, {}]", url.flat(&flat), url.in_parts(&parts))
        });
        let urls = urls.collect::<Vec<_>>().join(", ");
        let model = model.written();
        writeln!(
            list,
            "    App {{ forms: [{}], urls: || vec![{urls}], model: {model} }},",
            forms.join(", ")
        )
        .unwrap();
    }
    writeln!(text, "pub(crate) static APPS: [App; {APPS}] = [\n{list}];").unwrap();
    let out = env::var("OUT_DIR").unwrap();
    fs::write(Path::new(&out).join("random_apps.rs"), text).unwrap();
}
