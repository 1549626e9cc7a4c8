//! Lists the measured applications.

use crate::{
    contenders::contenders,
    errors, extractors, guard, layers,
    lists::COUNTS,
    parts, ready, scopes,
    subject::{Kind, Reply, Subject, TRACE_ID},
};

/// A measured application.
pub struct Case {
    /// The compared group. Replies are equal within a group at the same length.
    pub group: &'static str,
    pub contender: &'static str,
    /// The number of middleware, layers or scopes.
    pub count: usize,
    /// The expected reply.
    pub expected: Reply,
    pub make: Box<dyn Fn() -> Box<dyn Subject>>,
}

/// Returns all cases. The first contender of a group is the baseline of the others.
pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for kind in Kind::ALL {
        for contender in contenders() {
            for count in COUNTS {
                cases.push(Case {
                    group: kind.name(),
                    contender: contender.name,
                    count,
                    expected: expected(kind, count),
                    make: Box::new(move || (contender.make)(kind, count)),
                });
            }
        }
    }
    cases.extend(scopes::cases());
    cases.extend(layers::cases());
    cases.extend(extractors::cases());
    cases.extend(errors::cases());
    cases.extend(guard::cases());
    cases.extend(parts::cases());
    cases.extend(ready::cases());
    cases
}

fn expected(kind: Kind, count: usize) -> Reply {
    Reply {
        status: 200,
        trace: (kind == Kind::Headers && count > 0).then(|| TRACE_ID.to_owned()),
        body: match kind {
            Kind::Pass | Kind::Headers => "hello".to_owned(),
            Kind::Context => "7000".to_owned(),
        },
    }
}

/// Returns the reply of an application that only answers `hello`.
pub fn hello() -> Reply {
    expected(Kind::Pass, 0)
}
