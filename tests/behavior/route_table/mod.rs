//! `ROUTES` and `url`: what an application knows about its routes.

mod conditions;
mod openapi;
mod openapi_recipe;
mod parts;
mod printed;
mod rows;
mod site;
mod urls;
