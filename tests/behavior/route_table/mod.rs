//! `ROUTES` and `url`: what an application knows about its routes.

mod rows;
mod urls;
