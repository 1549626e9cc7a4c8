//! The macro that implements a trait for tuples of one to sixteen types.

/// Calls `$each` with the names of one, two, ... sixteen type parameters.
///
/// Each name comes with a second one, for a type that belongs to it. The last pair is apart, since
/// the last argument of a handler differs from the others.
macro_rules! for_each_arity {
    ($each:ident) => {
        for_each_arity!(@ $each [] [
            (A1 V1) (A2 V2) (A3 V3) (A4 V4) (A5 V5) (A6 V6) (A7 V7) (A8 V8)
            (A9 V9) (A10 V10) (A11 V11) (A12 V12) (A13 V13) (A14 V14) (A15 V15) (A16 V16)
        ]);
    };
    (@ $each:ident [$(($a:ident $v:ident))*] [($b:ident $w:ident) $($rest:tt)*]) => {
        $each!([$($a $v),*] $b $w);
        for_each_arity!(@ $each [$(($a $v))* ($b $w)] [$($rest)*]);
    };
    (@ $each:ident [$($done:tt)*] []) => {};
}
pub(crate) use for_each_arity;
