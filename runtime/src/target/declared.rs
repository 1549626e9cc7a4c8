//! `Declared`, a target as the application declares it.

use crate::{debug::opaque_debug, diagnostics::HasScope};

/// The scope `C` of a target, and the expression after `=>`.
pub struct Declared<C, T>(pub C, pub T);

impl<C, T> HasScope for Declared<C, T> {
    type Scope = C;

    fn scope(self) -> C {
        self.0
    }
}

opaque_debug! {
    Declared<C, T>,
}
