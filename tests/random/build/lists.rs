//! Writes lists and records the active entries.

use std::fmt::Write;

use crate::generator::{Generator, Place};

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
        let mut excludable = place.active.clone();
        excludable.retain(|name| !self.before_routing.contains(name));
        if !excludable.is_empty() && self.one_in(3) {
            let name = excludable.swap_remove(self.rng.usize(..excludable.len()));
            write!(self.text, " without [{name}]").unwrap();
            place.active.retain(|other| *other != name);
        }
        if self.one_in(2) {
            self.text.push_str(" with ");
            self.list(place);
        }
    }

    pub(crate) fn list(&mut self, place: &mut Place) {
        self.text.push('[');
        for _ in 0..self.rng.usize(..4) {
            if !place.stacks.is_empty() && self.one_in(3) {
                let (name, entries) = &place.stacks[self.rng.usize(..place.stacks.len())];
                write!(self.text, "..{name}, ").unwrap();
                place.active.extend(entries.clone());
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
            place.active.push(name);
            let condition = ["", "", "", " if on", " if !on"][self.rng.usize(..5)];
            write!(self.text, "{condition}, ").unwrap();
        }
        self.text.push(']');
    }
}
