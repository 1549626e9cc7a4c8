//! Writes random applications for `random.rs`: each line of `app!` that can stand beside the others.
//!
//! `CONCENTRIC_SEED` in the environment makes others than those of the seed 0.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a build that cannot go on fails"
)]

use std::{collections::HashMap, env, fmt::Write, fs, path::Path};

use fastrand::Rng;

const APPS: usize = 48;

fn main() {
    println!("cargo::rerun-if-env-changed=CONCENTRIC_SEED");
    println!("cargo::rerun-if-changed=random/build");
    let seed = env::var("CONCENTRIC_SEED").map_or(0, |seed| seed.parse().expect("a number"));
    let mut rng = Rng::with_seed(seed);
    let mut text = String::new();
    let mut list = String::new();
    for number in 0..APPS {
        let source = Generator::new(&mut rng).app(number);
        writeln!(text, "app! {{\n{source}}}\n").unwrap();
        writeln!(
            list,
            "    App {{ make: app_{number}, routes: app_{number}::ROUTES, source: {source:?} }},"
        )
        .unwrap();
    }
    writeln!(text, "const APPS: [App; {APPS}] = [\n{list}];").unwrap();
    let out = env::var("OUT_DIR").unwrap();
    fs::write(Path::new(&out).join("random_apps.rs"), text).unwrap();
}

struct Generator<'a> {
    rng: &'a mut Rng,
    text: String,
    /// How many answers and names there are so far.
    answers: usize,
    parameters: usize,
    /// The paths that are taken, in axum's table.
    paths: matchit::Router<()>,
    /// The methods of each path. None are all.
    methods: HashMap<String, Vec<&'static str>>,
    prefixes: Vec<String>,
    /// What runs before routing, which no route can go without.
    before_routing: Vec<String>,
}

/// The names that are in force at a place, and the stacks that are known there.
#[derive(Clone, Default)]
struct Place {
    depth: usize,
    prefix: String,
    in_force: Vec<String>,
    stacks: Vec<(String, Vec<String>)>,
}

impl<'a> Generator<'a> {
    fn new(rng: &'a mut Rng) -> Self {
        Self {
            rng,
            text: String::new(),
            answers: 0,
            parameters: 0,
            paths: matchit::Router::new(),
            methods: HashMap::new(),
            prefixes: Vec::new(),
            before_routing: Vec::new(),
        }
    }

    fn app(mut self, number: usize) -> String {
        let mut place = Place {
            depth: 1,
            ..Place::default()
        };
        write!(
            self.text,
            "pub fn app_{number}(state: Log, on: bool) -> Router"
        )
        .unwrap();
        if self.one_in(4) {
            self.text.push_str(" before routing ");
            let mut before = Place::default();
            self.list(&mut before);
            self.before_routing = before.in_force;
        }
        if !self.one_in(6) {
            self.text.push_str(" with ");
            self.list(&mut place);
        }
        self.text.push_str(" {\n");
        self.block(place, true);
        self.text.push_str("}\n");
        self.text
    }

    fn block(&mut self, mut place: Place, has_misses: bool) {
        if self.one_in(3) {
            self.stack(&mut place);
        }
        let mut left = [has_misses, true];
        for _ in 0..self.rng.usize(2..7) {
            let start = self.text.len();
            for _ in 0..place.depth {
                self.text.push_str("    ");
            }
            if self.one_in(8) {
                self.text
                    .push_str(["#[cfg(any())] ", "#[cfg(all())] "][self.rng.usize(..2)]);
            }
            let done = match self.rng.usize(..13) {
                ..3 if place.depth < 4 => self.scope(&place),
                3 => self.mount(&place),
                4 if std::mem::take(&mut left[0]) => self.miss("fallback"),
                5 if std::mem::take(&mut left[1]) => self.miss("method_not_allowed"),
                6 => self.merge(&place),
                _ => self.route(&place),
            };
            if !done {
                self.text.truncate(start);
            }
        }
    }

    fn route(&mut self, place: &Place) -> bool {
        let path = self.path(3, true);
        let full = join(&place.prefix, &path);
        let methods: Vec<&'static str> = match self.rng.usize(..8) {
            0 => vec!["ANY"],
            1 => vec!["GET", "POST"],
            _ => vec![["GET", "GET", "POST", "PUT", "DELETE", "HEAD"][self.rng.usize(..6)]],
        };
        match self.methods.get_mut(&full) {
            Some(taken) if taken.is_empty() || methods.iter().any(|one| taken.contains(one)) => {
                return false;
            }
            Some(taken) => taken.extend(&methods),
            None if self.paths.insert(full.clone(), ()).is_err() => return false,
            None => {
                self.methods.insert(full, methods.clone());
            }
        }
        let answer = self.answer();
        let methods = methods.join(" | ");
        write!(self.text, "{methods} {path:?} => answer({answer})").unwrap();
        self.lists(&mut place.clone());
        self.text.push_str(",\n");
        true
    }

    fn scope(&mut self, place: &Place) -> bool {
        let mut inner = place.clone();
        inner.depth += 1;
        self.text.push_str("scope");
        let has_prefix = !self.one_in(3);
        if has_prefix {
            let prefix = self.path(2, false);
            let full = join(&place.prefix, &prefix);
            // Two prefixes that differ by the names of their parameters are the same.
            let unnamed = full
                .split('/')
                .map(|segment| match segment.split_once('{') {
                    Some((before, _)) => format!("/{before}{{}}"),
                    None => format!("/{segment}"),
                });
            let unnamed: String = unnamed.collect();
            if prefix == "/" || self.prefixes.contains(&unnamed) {
                return false;
            }
            self.prefixes.push(unnamed);
            inner.prefix = full;
            write!(self.text, " {prefix:?}").unwrap();
        }
        self.lists(&mut inner);
        self.text.push_str(" {\n");
        self.block(inner, has_prefix);
        for _ in 0..place.depth {
            self.text.push_str("    ");
        }
        self.text.push_str("}\n");
        true
    }

    fn mount(&mut self, place: &Place) -> bool {
        let path = self.path(2, false);
        let full = join(&place.prefix, &path);
        let paths = [
            full.clone(),
            format!("{full}/"),
            format!("{full}/{{*rest}}"),
        ];
        let mut paths_after = self.paths.clone();
        if path == "/"
            || paths
                .iter()
                .any(|path| paths_after.insert(path.clone(), ()).is_err())
        {
            return false;
        }
        self.paths = paths_after;
        self.methods.extend(paths.map(|path| (path, Vec::new())));
        let answer = self.answer();
        write!(self.text, "mount {path:?} => mounted(&state, {answer})").unwrap();
        self.lists(&mut place.clone());
        self.text.push_str(",\n");
        true
    }

    fn merge(&mut self, place: &Place) -> bool {
        let mut paths_after = self.paths.clone();
        // Those of `merged` in `random.rs`.
        let paths = ["/a", "/m/{p}", "/{p}/m"].map(|path| join(&place.prefix, path));
        if paths
            .iter()
            .any(|path| paths_after.insert(path.clone(), ()).is_err())
        {
            return false;
        }
        self.paths = paths_after;
        self.methods.extend(paths.map(|path| (path, Vec::new())));
        let answer = self.answer();
        write!(self.text, "merge merged(&state, {answer})").unwrap();
        self.lists(&mut place.clone());
        self.text.push_str(",\n");
        true
    }

    fn miss(&mut self, keyword: &str) -> bool {
        let answer = self.answer();
        writeln!(self.text, "{keyword} => answer({answer}),").unwrap();
        true
    }

    fn stack(&mut self, place: &mut Place) {
        let name = format!("stack_{}", self.answers);
        self.answers += 1;
        for _ in 0..place.depth {
            self.text.push_str("    ");
        }
        write!(self.text, "stack {name} = ").unwrap();
        let mut inside = Place {
            stacks: place.stacks.clone(),
            ..Place::default()
        };
        self.list(&mut inside);
        self.text.push('\n');
        place.stacks.push((name, inside.in_force));
    }

    /// A doc comment with the name of an answer, and the name as a literal.
    fn answer(&mut self) -> String {
        let name = format!("answer {}", self.answers);
        self.answers += 1;
        write!(self.text, "#[doc = {name:?}] ").unwrap();
        format!("{name:?}")
    }

    /// `without [...] with [...]`, each of them now and then.
    fn lists(&mut self, place: &mut Place) {
        let mut removable = place.in_force.clone();
        removable.retain(|name| !self.before_routing.contains(name));
        if !removable.is_empty() && self.one_in(3) {
            let name = removable.swap_remove(self.rng.usize(..removable.len()));
            write!(self.text, " without [{name}]").unwrap();
            place.in_force.retain(|other| *other != name);
        }
        if self.one_in(2) {
            self.text.push_str(" with ");
            self.list(place);
        }
    }

    fn list(&mut self, place: &mut Place) {
        self.text.push('[');
        for _ in 0..self.rng.usize(..4) {
            if !place.stacks.is_empty() && self.one_in(3) {
                let (name, entries) = &place.stacks[self.rng.usize(..place.stacks.len())];
                write!(self.text, "..{name}, ").unwrap();
                place.in_force.extend(entries.clone());
                continue;
            }
            if self.one_in(8) {
                self.text
                    .push_str(["#[cfg(any())] ", "#[cfg(all())] "][self.rng.usize(..2)]);
            }
            let name = if self.one_in(4) {
                let layer = self.rng.usize(..8);
                write!(self.text, "l{layer}(&state)").unwrap();
                format!("l{layer}")
            } else {
                let name = format!("m{}", self.rng.usize(..8));
                self.text.push_str(&name);
                name
            };
            place.in_force.push(name);
            let condition = ["", "", "", " if on", " if !on"][self.rng.usize(..5)];
            write!(self.text, "{condition}, ").unwrap();
        }
        self.text.push(']');
    }

    /// A path of up to this many segments.
    fn path(&mut self, most: usize, may_catch_all: bool) -> String {
        let length = self.rng.usize(..=most);
        let mut path = String::new();
        for at in 0..length {
            path.push('/');
            let is_last = at + 1 == length;
            match self.rng.usize(..10) {
                kind @ ..3 => {
                    let before = ["", "", "x-"][kind];
                    write!(path, "{before}{{p{}}}", self.next_parameter()).unwrap();
                }
                3 if is_last && may_catch_all => {
                    write!(path, "{{*p{}}}", self.next_parameter()).unwrap();
                }
                _ => path.push_str(["a", "b", "c", "m"][self.rng.usize(..4)]),
            }
        }
        if path.is_empty() {
            "/".to_owned()
        } else {
            path
        }
    }

    /// The name of a parameter is used once.
    fn next_parameter(&mut self) -> usize {
        self.parameters += 1;
        self.parameters
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.rng.usize(..many) == 0
    }
}

fn join(prefix: &str, path: &str) -> String {
    if path == "/" && !prefix.is_empty() {
        prefix.to_owned()
    } else {
        format!("{prefix}{path}")
    }
}
