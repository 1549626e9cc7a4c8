//! Writes paths.

use std::fmt::Write;

use crate::generator::Generator;

impl Generator<'_> {
    /// Returns a path of at most this many segments, to be joined to the prefix.
    pub(crate) fn path(&mut self, prefix: &str, most: usize, may_catch_all: bool) -> String {
        let length = self.rng.usize(..=most);
        let outer = prefix.split('/').skip(1).count();
        let mut path = String::new();
        for at in 0..length {
            path.push('/');
            let is_last = at + 1 == length;
            match self.rng.usize(..20) {
                ..7 if self.has_overlaps || may_catch_all => {
                    write!(path, "{{{}}}", self.parameter(outer + at)).unwrap();
                }
                7..9 if self.has_overlaps || may_catch_all => {
                    write!(path, "x-{{{}}}", self.parameter(outer + at)).unwrap();
                }
                9..12 if is_last && may_catch_all => {
                    write!(path, "{{*{}}}", self.parameter(outer + at)).unwrap();
                }
                _ => path.push_str(["a", "a", "b", "b", "c", "m"][self.rng.usize(..6)]),
            }
        }
        if path.is_empty() {
            "/".to_owned()
        } else {
            path
        }
    }

    /// Returns a name for a parameter, which the same segment of other paths often has, too.
    fn parameter(&mut self, at: usize) -> String {
        if self.one_in(2) {
            return format!("p{at}");
        }
        self.parameters += 1;
        format!("own{}", self.parameters)
    }
}

pub(crate) fn join(prefix: &str, path: &str) -> String {
    if path == "/" && !prefix.is_empty() {
        prefix.to_owned()
    } else {
        format!("{prefix}{path}")
    }
}
