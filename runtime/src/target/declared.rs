//! `Declared`, a target as the application declares it.

use crate::debug::opaque_debug;

/// The scope `C` of a target, and the expression after `=>`.
pub struct Declared<C, T>(pub C, pub T);

opaque_debug! {
    Declared<C, T>,
}
