//! Macros that write out lists of the measured lengths.

/// The measured lengths.
pub const COUNTS: [usize; 6] = [0, 1, 5, 10, 20, 40];

/// Calls `$site!([numbers] $args)` with a list of this length, whose last number is 0.
macro_rules! by_count {
    ($count:expr, $site:ident $($args:tt)*) => {
        match $count {
            0 => $site!([] $($args)*),
            1 => $site!([0] $($args)*),
            5 => $site!([4 3 2 1 0] $($args)*),
            10 => $site!([9 8 7 6 5 4 3 2 1 0] $($args)*),
            20 => $site!([
                19 18 17 16 15 14 13 12 11 10
                9 8 7 6 5 4 3 2 1 0
            ] $($args)*),
            40 => $site!([
                39 38 37 36 35 34 33 32 31 30 29 28 27 26 25 24 23 22 21 20
                19 18 17 16 15 14 13 12 11 10
                9 8 7 6 5 4 3 2 1 0
            ] $($args)*),
            _ => unreachable!("a length that is not measured"),
        }
    };
}
pub(crate) use by_count;
