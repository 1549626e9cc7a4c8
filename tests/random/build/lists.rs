//! Writes lists and records the active entries.

use std::fmt::Write;

use crate::{
    generator::{Generator, Place},
    model::Entry,
    tree::Node,
};

impl Generator<'_> {
    /// Names a list.
    pub(crate) fn stack(&mut self, place: &mut Place) -> Node {
        let name = format!("stack_{}", self.number());
        let mut inside = Place {
            stacks: place.stacks.clone(),
            ..Place::default()
        };
        let text = format!("stack {name} = [{}]", self.entries(&mut inside));
        place.stacks.push((name, inside.active));
        Node::Item(text)
    }

    /// Writes `without [...]` and `with [...]`, each at random.
    pub(crate) fn lists(&mut self, place: &mut Place) -> String {
        let without = self.without(place);
        if self.one_in(2) {
            return without;
        }
        format!("{without} with [{}]", self.entries(place))
    }

    /// Writes the entries that only this scope has.
    pub(crate) fn marks(&mut self, place: &mut Place) -> String {
        let mut kinds = vec!["mark"];
        if self.logs_params && place.prefix.contains('{') {
            kinds.push("params");
        }
        let mut text = String::new();
        for kind in kinds {
            let name = format!("scope {}", place.scope);
            write!(text, "{kind}({name:?}), ").unwrap();
            place.active.push(Entry {
                name: kind.to_owned(),
                logs: format!("{kind} {name}"),
                if_on: None,
                is_present: true,
                is_outside: false,
            });
        }
        text
    }

    /// Writes `without [...]` at random, for an entry of this `app!`.
    pub(crate) fn without(&mut self, place: &mut Place) -> String {
        let is_excludable = |entry: &&Entry| {
            let is_elsewhere = |other: &Entry| other.name == entry.name;
            !["mark", "params"].contains(&&*entry.name)
                && !self.model.before_routing.iter().any(is_elsewhere)
                // Where the application is flat, `without` would exclude those outside of the part, too.
                && !place.active.iter().any(|other| other.is_outside && is_elsewhere(other))
        };
        let excludable = place.active.iter().filter(is_excludable);
        let excludable: Vec<_> = excludable.map(|entry| entry.name.clone()).collect();
        if excludable.is_empty() || !self.one_in(3) {
            return String::new();
        }
        let name = &excludable[self.rng.usize(..excludable.len())];
        place.active.retain(|other| other.name != *name);
        format!(" without [{name}]")
    }

    pub(crate) fn entries(&mut self, place: &mut Place) -> String {
        let mut text = String::new();
        for _ in 0..self.rng.usize(..4) {
            if !place.stacks.is_empty() && self.one_in(3) {
                let (name, entries) = &place.stacks[self.rng.usize(..place.stacks.len())];
                write!(text, "..{name}, ").unwrap();
                place.active.extend(entries.clone());
                continue;
            }
            let (attrs, is_present) = self.cfg();
            let (name, written) = if self.one_in(4) {
                let layer = self.rng.usize(..8);
                (format!("l{layer}"), format!("l{layer}(&state)"))
            } else {
                let name = format!("m{}", self.rng.usize(..8));
                (name.clone(), name)
            };
            let (condition, if_on) = match self.rng.usize(..5) {
                0 => (" if on", Some(true)),
                1 => (" if !on", Some(false)),
                _ => ("", None),
            };
            write!(text, "{attrs}{written}{condition}, ").unwrap();
            place.active.push(Entry {
                logs: name.clone(),
                name,
                if_on,
                is_present,
                is_outside: false,
            });
        }
        text
    }
}
