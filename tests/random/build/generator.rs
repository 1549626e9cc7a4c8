//! Writes an application, item by item.

use std::fmt::Write;

use fastrand::Rng;

use crate::{
    claims::Claims,
    model::{Entry, Model, Scope},
    paths::join,
};

pub(crate) struct Generator<'a> {
    pub(crate) rng: &'a mut Rng,
    pub(crate) text: String,
    pub(crate) model: Model,
    pub(crate) claims: Claims,
    /// The number of answers and stack names so far.
    pub(crate) answers: usize,
    pub(crate) parameters: usize,
    /// Whether prefixes and mounts have parameters.
    pub(crate) has_overlaps: bool,
    /// Whether scopes log the parameters of their prefix.
    pub(crate) logs_params: bool,
}

/// The entries and the named stacks that apply at a place.
#[derive(Clone, Default)]
pub(crate) struct Place {
    pub(crate) depth: usize,
    /// The number of the scope in the model.
    pub(crate) scope: usize,
    pub(crate) prefix: String,
    pub(crate) active: Vec<Entry>,
    pub(crate) stacks: Vec<(String, Vec<Entry>)>,
}

impl<'a> Generator<'a> {
    pub(crate) fn new(rng: &'a mut Rng) -> Self {
        Self {
            text: String::new(),
            model: Model::default(),
            claims: Claims::default(),
            answers: 0,
            parameters: 0,
            has_overlaps: rng.usize(..6) > 0,
            logs_params: rng.usize(..3) > 0,
            rng,
        }
    }

    /// Returns the source of the application and its description.
    pub(crate) fn app(mut self, number: usize) -> (String, String) {
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
            self.model.before_routing = before.active;
        }
        if !self.one_in(6) {
            self.text.push_str(" with ");
            self.list(&mut place);
        }
        self.text.push_str(" {\n");
        self.describe_scope(None, None, &place);
        self.block(place, true);
        self.text.push_str("}\n");
        let model = self.model.written();
        (self.text, model)
    }

    fn block(&mut self, mut place: Place, has_fallback: bool) {
        if self.one_in(3) {
            self.stack(&mut place);
        }
        let mut left = [has_fallback, true];
        // The application itself has more items, so that its scopes and routes overlap.
        let least = if place.depth == 1 { 6 } else { 3 };
        for _ in 0..self.rng.usize(least..8) {
            let start = self.text.len();
            let (scopes, targets) = (self.model.scopes.len(), self.model.targets.len());
            for _ in 0..place.depth {
                self.text.push_str("    ");
            }
            let is_present = self.cfg();
            let done = match self.rng.usize(..14) {
                ..4 if place.depth < 4 => self.scope(&place),
                4 => self.mount(&place),
                5 if std::mem::take(&mut left[0]) && self.claim_fallback(&place.prefix) => {
                    let answer = self.fallback("fallback");
                    if is_present {
                        self.model.scopes[place.scope].fallback = Some(answer);
                    }
                    true
                }
                6 if std::mem::take(&mut left[1]) => {
                    let answer = self.fallback("method_not_allowed");
                    if is_present {
                        self.model.scopes[place.scope].method_not_allowed = Some(answer);
                    }
                    true
                }
                7 => self.merge(&place),
                _ => self.route(&place),
            };
            if !done {
                self.text.truncate(start);
            }
            if !done || !is_present {
                self.model.scopes.truncate(scopes);
                self.model.targets.truncate(targets);
            }
        }
    }

    fn route(&mut self, place: &Place) -> bool {
        let path = self.path(&place.prefix, 3, true);
        let full = join(&place.prefix, &path);
        let methods: Vec<&'static str> = match self.rng.usize(..8) {
            0 => vec!["ANY"],
            1 => vec!["GET", "POST"],
            _ => vec![["GET", "GET", "POST", "PUT", "DELETE", "HEAD"][self.rng.usize(..6)]],
        };
        if !self.claim_route(&full, &methods) {
            return false;
        }
        let answer = self.answer();
        let written = methods.join(" | ");
        write!(self.text, "{written} {path:?} => answer({answer:?})").unwrap();
        self.target(place, "Route", vec![(full, methods)], answer);
        true
    }

    fn scope(&mut self, place: &Place) -> bool {
        let mut inner = place.clone();
        inner.depth += 1;
        inner.scope = self.model.scopes.len();
        self.text.push_str("scope");
        let has_prefix = !self.one_in(4);
        if has_prefix {
            let most = 2 + usize::from(self.one_in(3));
            let prefix = self.path(&place.prefix, most, false);
            inner.prefix = join(&place.prefix, &prefix);
            if prefix == "/" || !self.claim_prefix(&inner.prefix) {
                return false;
            }
            write!(self.text, " {prefix:?}").unwrap();
        }
        self.lists_of_scope(&mut inner);
        self.text.push_str(" {\n");
        let prefix = has_prefix.then(|| inner.prefix.clone());
        self.describe_scope(Some(place.scope), prefix, &inner);
        self.block(inner, has_prefix);
        for _ in 0..place.depth {
            self.text.push_str("    ");
        }
        self.text.push_str("}\n");
        true
    }

    fn describe_scope(&mut self, parent: Option<usize>, prefix: Option<String>, place: &Place) {
        self.model.scopes.push(Scope {
            parent,
            prefix,
            entries: place.active.clone(),
            fallback: None,
            method_not_allowed: None,
        });
    }

    fn fallback(&mut self, keyword: &str) -> String {
        let answer = self.answer();
        writeln!(self.text, "{keyword} => answer({answer:?}),").unwrap();
        answer
    }

    /// Writes a `cfg` at random, and returns whether it holds.
    pub(crate) fn cfg(&mut self) -> bool {
        if !self.one_in(8) {
            return true;
        }
        let holds = self.one_in(2);
        let cfg = if holds {
            "#[cfg(all())] "
        } else {
            "#[cfg(any())] "
        };
        self.text.push_str(cfg);
        holds
    }

    /// Writes the name of an answer as a doc comment, and returns it.
    pub(crate) fn answer(&mut self) -> String {
        let name = format!("answer {}", self.answers);
        self.answers += 1;
        write!(self.text, "#[doc = {name:?}] ").unwrap();
        name
    }

    pub(crate) fn one_in(&mut self, many: usize) -> bool {
        self.rng.usize(..many) == 0
    }
}
