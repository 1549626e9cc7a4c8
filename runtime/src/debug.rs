//! `Debug` for types that have nothing to show.

/// Implements `Debug` with the name of the type alone. A derive would require `Debug` of the user's
/// types.
macro_rules! opaque_debug {
    ($($name:ident $(<$($parameter:ident $(: ?$unsized:ident)?),*>)?,)*) => {$(
        impl$(<$($parameter $(: ?$unsized)?),*>)? ::std::fmt::Debug for $name $(<$($parameter),*>)? {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )*};
}
pub(crate) use opaque_debug;
