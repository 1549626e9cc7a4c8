//! Writes paths.

use std::fmt::Write;

use crate::generator::Generator;

impl Generator<'_> {
    /// Returns a path of at most this many segments.
    pub(crate) fn path(&mut self, most: usize, may_catch_all: bool) -> String {
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

    /// Returns a number for a parameter name. Each is used once.
    pub(crate) fn next_parameter(&mut self) -> usize {
        self.parameters += 1;
        self.parameters
    }
}

pub(crate) fn join(prefix: &str, path: &str) -> String {
    if path == "/" && !prefix.is_empty() {
        prefix.to_owned()
    } else {
        format!("{prefix}{path}")
    }
}
