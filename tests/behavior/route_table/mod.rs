//! `ROUTES` and `url`: what an application knows about its routes.

mod openapi;
mod openapi_recipe;
mod printed;
mod rows;
mod site;
mod urls;
