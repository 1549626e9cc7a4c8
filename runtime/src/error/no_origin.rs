//! Remembers no origins, without the feature `ready`.

/// Where an error comes from.
#[derive(Clone, Copy)]
pub(super) struct Origin;

impl Origin {
    #[inline]
    pub(super) fn unknown() -> Self {
        Self
    }

    #[inline]
    pub(super) fn of<T>(_: &T) -> Self {
        Self
    }

    #[inline]
    pub(super) fn of_panic() -> Self {
        Self
    }
}
