//! `Debug` for types that have nothing to show.

/// Implements `Debug` with the name of the type alone. A derive would require `Debug` of the user's
/// types.
macro_rules! opaque_debug {
    ($($name:ident $(<$($lifetime:lifetime,)? $($parameter:ident $(: ?$unsized:ident)?),*>)?,)*) => {$(
        impl$(<$($lifetime,)? $($parameter $(: ?$unsized)?),*>)? ::std::fmt::Debug for $name $(<$($lifetime,)? $($parameter),*>)? {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )*};
}
pub(crate) use opaque_debug;
