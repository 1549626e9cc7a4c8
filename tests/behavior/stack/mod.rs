//! Lists of middleware: their order, their names, and what `without` excludes from them.

mod alternatives;
mod alternatives_and_rules;
mod conditions;
mod named_stacks;
mod order;
mod order_rules;
mod provides;
mod required_entries;
mod sharing;
mod without;
