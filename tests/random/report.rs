//! Counts what the requests were, and collects what differs.

use std::{collections::HashSet, fmt::Write};

use crate::{
    Site,
    oracle::{Case, Expected},
};

/// The number of differences to print, each of another application.
const PRINTED: usize = 3;

#[derive(Default)]
pub(crate) struct Report {
    differences: usize,
    apps: HashSet<&'static str>,
    text: String,
}

impl Report {
    pub(crate) fn add(
        &mut self,
        site: &Site,
        request: (usize, &str, &str),
        status: u16,
        passed: &[String],
        expected: &Expected,
    ) {
        let Expected {
            log,
            status: expected_status,
            case,
        } = expected;
        let wrong = format!("expected {expected_status} {log:?} ({case:?})");
        self.add_explain(site, request, status, passed, &wrong);
    }

    pub(crate) fn add_explain(
        &mut self,
        site: &Site,
        (form, method, target): (usize, &str, &str),
        status: u16,
        passed: &[String],
        wrong: &str,
    ) {
        self.differences += 1;
        let source = site.app.forms[form].source;
        if self.apps.insert(source) && self.apps.len() <= PRINTED {
            write!(
                self.text,
                "\n{}{method} {target} (on: {})\nis {status} {passed:?}\n{wrong}\n",
                source, site.on
            )
            .unwrap();
        }
    }

    pub(crate) fn finish(self) {
        let Self {
            differences,
            apps,
            text,
        } = self;
        let apps = apps.len();
        assert!(
            differences == 0,
            "{differences} requests to {apps} applications differ\n{text}"
        );
    }
}

/// The number of requests of each kind.
#[derive(Default)]
pub(crate) struct Seen {
    cases: [u64; 7],
    odd: [u64; 7],
    /// The requests whose row `explain` has told, and those for which a condition decides.
    pub(crate) explained: u64,
    pub(crate) unexplained: u64,
}

impl Seen {
    pub(crate) fn add(&mut self, expected: &Expected, target: &str) {
        let case = match expected.case {
            Case::Route => 0,
            Case::Mount => 1,
            Case::Merge => 2,
            Case::MethodNotAllowed => 3,
            Case::Unmatched => 4,
            Case::UnmatchedInScope => 5,
            Case::Yielded => 6,
        };
        self.cases[case] += 1;
        let path = target.split('?').next().unwrap_or_default();
        let path = path.strip_prefix("http://host").unwrap_or(path);
        let is_odd = ["//", "/.", "%", "\\"].iter().any(|odd| path.contains(odd));
        self.odd[case] += u64::from(is_odd);
    }

    /// Panics if a case had fewer requests than this, plain and oddly spelled.
    pub(crate) fn check(&self, least: u64) {
        let Self {
            cases,
            odd,
            explained,
            unexplained,
        } = self;
        assert!(
            cases.iter().chain(odd).all(|&seen| seen >= least),
            "a case has too few requests: {cases:?}, oddly spelled {odd:?}"
        );
        assert!(
            *unexplained >= least && explained >= unexplained,
            "`explain` was compared for {explained} requests, but could not be for {unexplained}"
        );
    }
}
