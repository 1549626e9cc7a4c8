//! Lists of middleware: their order, their names, and what `without` excludes from them.

mod named_stacks;
mod order;
mod sharing;
mod without;
