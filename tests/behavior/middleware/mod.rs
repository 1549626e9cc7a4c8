//! A middleware on its own: its function, its config, what it provides, and its use without `app!`.

mod config;
mod defaults;
mod function;
mod item;
mod lookalikes;
mod optional;
mod plain_axum;
mod provided;
mod task_locals;
mod written_by_hand;
