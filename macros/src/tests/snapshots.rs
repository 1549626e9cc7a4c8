//! What the macros generate, to be read.
