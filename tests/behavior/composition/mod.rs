//! Applications, parts, routers and services inside each other.

mod app_in_router;
mod conflicts;
mod mount_and_merge;
mod parts;
