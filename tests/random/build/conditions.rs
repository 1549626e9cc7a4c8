//! Conditions, and for which values of `on` they hold.

use crate::generator::{Generator, Place};

/// Whether an item exists where `on` is false, and where it is true.
#[derive(Clone, Copy)]
pub(crate) struct Worlds(pub(crate) [bool; 2]);

impl Default for Worlds {
    fn default() -> Self {
        Self([true; 2])
    }
}

impl Worlds {
    /// Returns the values of `on` for which an item claims its paths. One that never exists is compared with all others.
    pub(crate) fn claimed(self) -> impl Iterator<Item = usize> {
        let never = self.0 == [false; 2];
        (0..2).filter(move |&on| never || self.0[on])
    }
}

/// A route or a scope with a condition. Another one may have the same path under the opposite condition.
pub(crate) struct Twin {
    pub(crate) prefix: String,
    pub(crate) path: String,
    /// The methods of a route. A scope has none.
    pub(crate) methods: Vec<&'static str>,
    pub(crate) if_on: bool,
}

impl Place {
    /// Returns the place of an item with this condition.
    pub(crate) fn only_if(mut self, if_on: Option<bool>) -> Self {
        if let Some(if_on) = if_on {
            self.worlds.0[usize::from(!if_on)] = false;
        }
        self
    }
}

impl Generator<'_> {
    /// Returns a `cfg` at random, and whether it holds.
    pub(crate) fn cfg(&mut self) -> (&'static str, bool) {
        match self.rng.usize(..16) {
            0 => ("#[cfg(all())] ", true),
            1 => ("#[cfg(any())] ", false),
            _ => ("", true),
        }
    }

    /// Returns a condition of an item at random.
    pub(crate) fn condition(&mut self) -> Option<bool> {
        self.one_in(6).then(|| self.rng.bool())
    }

    /// Writes a condition in one of the ways to write it.
    pub(crate) fn condition_text(&mut self, if_on: Option<bool>) -> &'static str {
        match (if_on, self.one_in(3)) {
            (None, _) => "",
            (Some(true), false) => " if on",
            (Some(true), true) => " if state.is_on()",
            (Some(false), false) => " if !on",
            (Some(false), true) => " if !state.is_on()",
        }
    }

    /// Returns the route or scope whose path the next item has, too.
    pub(crate) fn twin(&mut self, place: &Place) -> Option<Twin> {
        let is_chosen = self.rng.bool();
        self.twin
            .take_if(|twin| is_chosen && twin.prefix == place.prefix)
    }

    /// Remembers a route or a scope for a later item.
    pub(crate) fn remember(
        &mut self,
        place: &Place,
        path: &str,
        methods: &[&'static str],
        if_on: Option<bool>,
    ) {
        if let Some(if_on) = if_on {
            self.twin = Some(Twin {
                prefix: place.prefix.clone(),
                path: path.to_owned(),
                methods: methods.to_vec(),
                if_on,
            });
        }
    }
}
