//! `Found`, a mistake as a value, and the macro that declares its message.

use std::{fmt, marker::PhantomData};

/// A trait that is never implemented, as the bound of implementations that never apply.
pub trait Impossible {}

/// The mistake `M`, with the types that its message names as the tuple `T`.
///
/// The generated code calls `found.report(&found.0)`. The method expects a `&dyn` of a claim that is false, and rustc
/// explains a cast in fewer lines than a bound.
pub struct Found<M, T>(pub M, pub PhantomData<fn() -> T>);

impl<M: Default, T> Default for Found<M, T> {
    fn default() -> Self {
        Self(M::default(), PhantomData)
    }
}

impl<M: Default, T> Found<M, T> {
    /// Returns the mistake, which is known.
    #[must_use]
    pub fn decide(&self) -> Self {
        Self::default()
    }
}

impl<M, T> fmt::Debug for Found<M, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Found").finish_non_exhaustive()
    }
}

/// Stands for a mistake where nothing is wrong.
#[derive(Debug, Default)]
pub struct Accepted;

impl Accepted {
    /// Reports nothing about a part.
    pub fn report_part<T>(self, _: &T) {}
}

/// The result of a check where nothing is wrong.
#[derive(Debug, Default)]
pub struct Fine(pub Accepted, pub ());

impl Fine {
    /// Returns the result, which is known.
    #[must_use]
    pub fn decide(self) -> Self {
        self
    }

    /// Reports nothing.
    pub fn report(&self, _: &Accepted) {}

    /// Reports nothing about a target, and returns its scope.
    pub fn scope<C>(&self, scope: C, _: &Accepted) -> C {
        scope
    }
}

/// The mistake of a part with a requirement that is not satisfied where it is included.
///
/// The generated code declares the claim, whose message has the name of the part.
#[derive(Clone, Copy, Debug, Default)]
pub struct AroundThePart;

impl<T> Found<AroundThePart, T> {
    /// Reports nothing, since the claim of the generated code does.
    pub fn report(&self, _: &AroundThePart) {}
}

/// A mistake that has been reported elsewhere.
#[derive(Debug, Default)]
pub struct Reported(pub Accepted);

impl Reported {
    /// Returns the mistake, which is known.
    #[must_use]
    pub fn decide(&self) -> Self {
        Self::default()
    }

    /// Reports nothing.
    pub fn report(&self, _: &Accepted) {}

    /// Reports nothing about a target, and returns its scope.
    pub fn scope<C>(&self, scope: C, _: &Accepted) -> C {
        scope
    }
}

/// Declares claims, each with a message and the mistake that it reports: `Mistake: Claim<A, B>`.
///
/// rustc names both in a line that it adds to each message: the trait `Claim<..>` is not implemented for `Mistake`.
macro_rules! claims {
    ($(
        $(#[$attr:meta])*
        $mistake:ident: $claim:ident<$first:ident $(, $of:ident)*>;
    )*) => {$(
        $(#[$attr])*
        pub trait $claim<$first $(, $of)*> {}

        #[diagnostic::do_not_recommend]
        impl<$first: $crate::diagnostics::claim::Impossible $(, $of)*> $claim<$first $(, $of)*> for $mistake {}

        #[doc = concat!("The subject of [`", stringify!($claim), "`].")]
        #[derive(Clone, Copy, Debug, Default)]
        pub struct $mistake;

        impl<$first $(, $of)*> $crate::diagnostics::claim::Found<$mistake, ($first, $($of,)*)> {
            #[doc = concat!("Reports that [`", stringify!($claim), "`] is false.")]
            pub fn report(&self, _: &dyn $claim<$first $(, $of)*>) {}

            /// Does the same for a target, and returns its scope.
            pub fn scope<__Scope>(
                &self,
                scope: __Scope,
                _: &dyn $claim<$first $(, $of)*>,
            ) -> __Scope {
                scope
            }
        }
    )*};
}
pub(crate) use claims;
