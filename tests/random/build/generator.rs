//! Writes an application, item by item.

use std::{collections::HashMap, fmt::Write};

use fastrand::Rng;

use crate::paths::join;

pub(crate) struct Generator<'a> {
    pub(crate) rng: &'a mut Rng,
    pub(crate) text: String,
    /// The number of answers and stack names so far.
    pub(crate) answers: usize,
    pub(crate) parameters: usize,
    /// The paths in use, in the routing table of axum.
    paths: matchit::Router<()>,
    /// The methods of each path. An empty list means all methods.
    methods: HashMap<String, Vec<&'static str>>,
    prefixes: Vec<String>,
    /// The entries before routing, which no route can exclude.
    pub(crate) before_routing: Vec<String>,
}

/// The entries and the named stacks that apply at a place.
#[derive(Clone, Default)]
pub(crate) struct Place {
    pub(crate) depth: usize,
    pub(crate) prefix: String,
    pub(crate) active: Vec<String>,
    pub(crate) stacks: Vec<(String, Vec<String>)>,
}

impl<'a> Generator<'a> {
    pub(crate) fn new(rng: &'a mut Rng) -> Self {
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

    pub(crate) fn app(mut self, number: usize) -> String {
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
            self.before_routing = before.active;
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

    fn block(&mut self, mut place: Place, has_fallback: bool) {
        if self.one_in(3) {
            self.stack(&mut place);
        }
        let mut left = [has_fallback, true];
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
                4 if std::mem::take(&mut left[0]) => self.fallback("fallback"),
                5 if std::mem::take(&mut left[1]) => self.fallback("method_not_allowed"),
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
            // Prefixes that differ only in their parameter names are duplicates.
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
        if path == "/" || !self.claim(paths) {
            return false;
        }
        let answer = self.answer();
        write!(self.text, "mount {path:?} => mounted(&state, {answer})").unwrap();
        self.lists(&mut place.clone());
        self.text.push_str(",\n");
        true
    }

    fn merge(&mut self, place: &Place) -> bool {
        // The paths of `MERGED` in `../main.rs`.
        let paths = ["/a", "/m/{p}", "/{p}/m"].map(|path| join(&place.prefix, path));
        if !self.claim(paths) {
            return false;
        }
        let answer = self.answer();
        write!(self.text, "merge merged(&state, {answer})").unwrap();
        self.lists(&mut place.clone());
        self.text.push_str(",\n");
        true
    }

    /// Reserves all of these paths for a service, or none if one conflicts.
    fn claim(&mut self, paths: [String; 3]) -> bool {
        let mut paths_after = self.paths.clone();
        if paths
            .iter()
            .any(|path| paths_after.insert(path.clone(), ()).is_err())
        {
            return false;
        }
        self.paths = paths_after;
        self.methods.extend(paths.map(|path| (path, Vec::new())));
        true
    }

    fn fallback(&mut self, keyword: &str) -> bool {
        let answer = self.answer();
        writeln!(self.text, "{keyword} => answer({answer}),").unwrap();
        true
    }

    /// Writes the name of an answer as a doc comment, and returns it as a literal.
    pub(crate) fn answer(&mut self) -> String {
        let name = format!("answer {}", self.answers);
        self.answers += 1;
        write!(self.text, "#[doc = {name:?}] ").unwrap();
        format!("{name:?}")
    }

    pub(crate) fn one_in(&mut self, many: usize) -> bool {
        self.rng.usize(..many) == 0
    }
}
