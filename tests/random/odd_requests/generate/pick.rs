//! Random choices.

use fastrand::Rng;

pub(super) fn choose<T: Copy>(rng: &mut Rng, from: &[T]) -> T {
    from[rng.usize(..from.len())]
}

pub(super) fn one_in(rng: &mut Rng, number: usize) -> bool {
    rng.usize(..number) == 0
}

/// Returns up to `most` random bytes.
pub(super) fn garbage(rng: &mut Rng, most: usize) -> Vec<u8> {
    let length = rng.usize(..=most);
    (0..length).map(|_| rng.u8(..)).collect()
}
