//! All that is measured: an application each.

use crate::{
    contenders::contenders,
    errors, extractors, layers,
    lists::COUNTS,
    scopes,
    subject::{Kind, Reply, Subject, TRACE_ID},
};

/// One application.
pub struct Case {
    /// What is compared: within a group of one length the replies are the same.
    pub group: &'static str,
    pub contender: &'static str,
    /// How many middleware, layers or scopes.
    pub count: usize,
    /// What the client has to see.
    pub expected: Reply,
    pub make: Box<dyn Fn() -> Box<dyn Subject>>,
}

/// All of them. The first contender of a group is the one that the others are compared with.
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

/// What the client sees of an application that says hello, and no more.
pub fn hello() -> Reply {
    expected(Kind::Pass, 0)
}
