//! Writes a path in axum's syntax, segment by segment.

use crate::app::check::foreign_path::{
    mistake::{Kind, Mistake},
    parameter::Parameter,
    segment::{Segment, in_doubled_braces, read},
};

/// A segment in axum's syntax.
#[derive(Default)]
struct Rewritten {
    text: String,
    is_optional: bool,
    is_rest: bool,
}

/// The state of rewriting a path.
pub(super) struct Rewriter {
    pub(super) mistakes: Vec<Mistake>,
    segments: Vec<Rewritten>,
    /// The names of the parameters so far.
    names: Vec<String>,
}

impl Rewriter {
    pub(super) fn new(mistakes: Vec<Mistake>) -> Self {
        Self {
            mistakes,
            segments: Vec::new(),
            names: Vec::new(),
        }
    }

    /// Adds a segment. `is_last` is whether it can be the rest of the path.
    pub(super) fn add(&mut self, written: &str, is_last: bool, is_in_group: bool) {
        // `/about/?` has an optional slash.
        let is_slash = written == "?";
        if is_slash {
            self.report(Kind::Optional, written);
        }
        if matches!(written, "." | "..") {
            self.report(Kind::Dots, written);
            if written == ".." && self.segments.len() > 1 {
                self.segments.pop();
            }
            return;
        }
        let mut segment = match read(written) {
            Some(segment) => self.parameter(&segment, is_last),
            None if is_slash => Rewritten::default(),
            None => match in_doubled_braces(written) {
                Some(parameter) => self.doubled(written, parameter),
                None => Rewritten {
                    text: written.to_owned(),
                    ..Rewritten::default()
                },
            },
        };
        segment.is_optional |= is_in_group || is_slash;
        self.segments.push(segment);
    }

    /// Rewrites a segment with a parameter.
    fn parameter(&mut self, segment: &Segment<'_>, is_last: bool) -> Rewritten {
        let &Segment {
            before,
            found,
            after,
            ..
        } = segment;
        let mut parameter = segment.parameter.clone();
        let can_be_rest = is_last && before.is_empty();
        // `*` in the middle is one segment in other frameworks, too.
        parameter.is_rest &= can_be_rest || !parameter.name.is_empty();
        if parameter.is_rest && !can_be_rest {
            self.report(Kind::RestNotLast, found);
            parameter.is_rest = false;
        } else {
            self.classify(found, &parameter);
        }
        if let Some(after) = after {
            self.report(Kind::TextAfter, after);
            parameter.name.clone_from(&segment.all_names);
            parameter.is_rest = false;
        }
        self.name(&mut parameter);
        Rewritten {
            text: format!("{before}{}", parameter.to_axum()),
            is_optional: parameter.is_optional,
            is_rest: parameter.is_rest,
        }
    }

    /// Rewrites `{{ id }}`, which is the syntax of templates.
    fn doubled(&mut self, found: &str, mut parameter: Parameter) -> Rewritten {
        self.report(Kind::NotName, found);
        self.name(&mut parameter);
        Rewritten {
            text: parameter.to_axum(),
            is_rest: parameter.is_rest,
            ..Rewritten::default()
        }
    }

    fn report(&mut self, kind: Kind, found: &str) {
        self.mistakes.push(Mistake::new(kind, found));
    }

    /// Records the mistake of a parameter, if it has one.
    fn classify(&mut self, found: &str, parameter: &Parameter) {
        let kind = if found == parameter.to_axum() && !parameter.name.is_empty() {
            return;
        } else if parameter.is_optional {
            Kind::Optional
        } else if parameter.is_rest {
            Kind::Rest
        } else if parameter.is_typed {
            Kind::Typed
        } else if found.starts_with('{') {
            Kind::NotName
        } else {
            Kind::NotBraces
        };
        self.report(kind, found);
    }

    /// Gives a parameter a name that no other has.
    fn name(&mut self, parameter: &mut Parameter) {
        if parameter.name.is_empty() {
            let name = if parameter.is_rest { "rest" } else { "name" };
            name.clone_into(&mut parameter.name);
        }
        let name = parameter.name.clone();
        let mut number = 2;
        while self.names.contains(&parameter.name) {
            parameter.name = format!("{name}{number}");
            number += 1;
        }
        self.names.push(parameter.name.clone());
    }

    /// Ends the path. A prefix needs neither the rest of the path nor slashes at its end.
    pub(super) fn end(&mut self, is_prefix: bool) {
        let is_empty = |segment: &Rewritten| segment.text.is_empty();
        let has_rest = self.segments.iter().rfind(|segment| !is_empty(segment));
        let has_rest = has_rest.is_some_and(|segment| segment.is_rest);
        while (is_prefix || has_rest)
            && self.segments.len() > 1
            && self.segments.last().is_some_and(is_empty)
        {
            self.segments.pop();
        }
        if is_prefix
            && has_rest
            && let Some(rest) = self.segments.pop()
        {
            // The mistake of the last parameter, if it has one.
            let is_own = |mistake: &mut Mistake| mistake.kind == Kind::Rest;
            let found = self
                .mistakes
                .pop_if(is_own)
                .map_or(rest.text, |rest| rest.found);
            self.report(Kind::RestOfPrefix, &found);
        }
    }

    /// Returns the paths with and without the optional segments.
    pub(super) fn paths(&self) -> Vec<String> {
        let number = self
            .segments
            .iter()
            .filter(|segment| segment.is_optional)
            .count();
        let paths = (0..=number).map(|most| {
            let mut optional = 0;
            let segments = self.segments.iter().filter(|segment| {
                optional += usize::from(segment.is_optional);
                !segment.is_optional || optional <= most
            });
            let segments: Vec<&str> = segments.map(|segment| &*segment.text).collect();
            match segments.join("/") {
                path if path.is_empty() => "/".to_owned(),
                path => path,
            }
        });
        let mut paths: Vec<String> = paths.collect();
        paths.dedup();
        paths
    }
}
