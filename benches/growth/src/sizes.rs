//! The sizes of the applications, which the build script and the programs share.

/// The numbers of routes.
pub const SIZES: [usize; 4] = [10, 100, 1_000, 5_000];

/// The numbers of middleware around all routes.
pub const MIDDLEWARE: [usize; 2] = [0, 3];

/// The routes of each part, in the forms with parts.
pub const ROUTES_OF_A_PART: usize = 50;
