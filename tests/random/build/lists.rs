//! Writes lists and records the active entries.

use std::fmt::Write;

use crate::{
    generator::{Generator, Place},
    model::Entry,
};

impl Generator<'_> {
    pub(crate) fn stack(&mut self, place: &mut Place) {
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
        place.stacks.push((name, inside.active));
    }

    /// Writes `without [...]` and `with [...]`, each at random.
    pub(crate) fn lists(&mut self, place: &mut Place) {
        self.without(place);
        if self.one_in(2) {
            self.text.push_str(" with ");
            self.list(place);
        }
    }

    /// Writes the lists of a scope. Its own begins with an entry that only this scope has.
    pub(crate) fn lists_of_scope(&mut self, place: &mut Place) {
        self.without(place);
        self.text.push_str(" with [");
        let mut kinds = vec!["mark"];
        if self.logs_params && place.prefix.contains('{') {
            kinds.push("params");
        }
        for kind in kinds {
            let name = format!("scope {}", place.scope);
            write!(self.text, "{kind}({name:?}), ").unwrap();
            place.active.push(Entry {
                name: kind.to_owned(),
                logs: format!("{kind} {name}"),
                if_on: None,
                is_present: true,
            });
        }
        self.entries(place);
        self.text.push(']');
    }

    fn without(&mut self, place: &mut Place) {
        let mut excludable: Vec<_> = place.active.iter().map(|entry| &entry.name).collect();
        excludable.retain(|name| {
            let before_routing = &self.model.before_routing;
            *name != "mark"
                && *name != "params"
                && !before_routing.iter().any(|entry| entry.name == **name)
        });
        let excludable: Vec<_> = excludable.into_iter().cloned().collect();
        if !excludable.is_empty() && self.one_in(3) {
            let name = &excludable[self.rng.usize(..excludable.len())];
            write!(self.text, " without [{name}]").unwrap();
            place.active.retain(|other| other.name != *name);
        }
    }

    pub(crate) fn list(&mut self, place: &mut Place) {
        self.text.push('[');
        self.entries(place);
        self.text.push(']');
    }

    fn entries(&mut self, place: &mut Place) {
        for _ in 0..self.rng.usize(..4) {
            if !place.stacks.is_empty() && self.one_in(3) {
                let (name, entries) = &place.stacks[self.rng.usize(..place.stacks.len())];
                write!(self.text, "..{name}, ").unwrap();
                place.active.extend(entries.clone());
                continue;
            }
            let is_present = self.cfg();
            let name = if self.one_in(4) {
                let layer = self.rng.usize(..8);
                write!(self.text, "l{layer}(&state)").unwrap();
                format!("l{layer}")
            } else {
                let name = format!("m{}", self.rng.usize(..8));
                self.text.push_str(&name);
                name
            };
            let (condition, if_on) = match self.rng.usize(..5) {
                0 => (" if on", Some(true)),
                1 => (" if !on", Some(false)),
                _ => ("", None),
            };
            write!(self.text, "{condition}, ").unwrap();
            place.active.push(Entry {
                logs: name.clone(),
                name,
                if_on,
                is_present,
            });
        }
    }
}
