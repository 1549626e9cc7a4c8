//! A `Path` and the parameters of the path.

use std::collections::HashMap;

use axum::{
    Router,
    extract::{Path, rejection::PathRejection},
};
use concentric::{Part, app};
use serde::{Deserialize, Deserializer, de::Error};

use crate::support::{panic_of, send};

#[derive(Deserialize)]
struct Post {
    user: u32,
    post: u32,
}

#[derive(Deserialize)]
struct User {
    user: u32,
    #[serde(default)]
    _post: Option<u32>,
}

/// A parameter whose text has fields of its own.
#[derive(Deserialize)]
struct Search {
    #[serde(deserialize_with = "fields")]
    filter: String,
}

fn fields<'de, D: Deserializer<'de>>(text: D) -> Result<String, D::Error> {
    let text = String::deserialize(text)?;
    let field = text.strip_prefix("name=").map(str::to_owned);
    field.ok_or_else(|| D::Error::missing_field("name"))
}

async fn search(Path(search): Path<Search>) -> String {
    search.filter
}

async fn one(Path(id): Path<u32>) -> String {
    id.to_string()
}

async fn two(Path((user, post)): Path<(u32, u32)>) -> String {
    format!("{user}/{post}")
}

async fn named(Path(Post { user, post }): Path<Post>) -> String {
    format!("{user}/{post}")
}

async fn user_of_a_post(Path(user): Path<User>) -> String {
    user.user.to_string()
}

async fn any_number(one: Result<Path<u32>, PathRejection>) -> &'static str {
    if one.is_ok() { "one" } else { "another number" }
}

async fn all(Path(all): Path<HashMap<String, String>>) -> String {
    all.len().to_string()
}

async fn first_of_two(_: Path<u32>, _: Path<u32>) {}

app! {
    fn fitting() -> Router {
        GET "/one/{id}" => one,
        GET "/two/{user}/{post}" => two,
        GET "/named/{user}/{post}" => named,
        GET "/some/{user}/{of}" => user_of_a_post,
        GET "/search/{filter}" => search,
        GET "/other-name/{user}/{id}" => named,
        GET "/all/{user}/{post}" => all,
        GET "/text/v{id}" => one,
        GET "/{{id}}/{id}" => one,
        fallback => one,
        scope "/scopes/{id}" {
            fallback => any_number,
        }
        scope "/scopes/{user}/of/{id}" {
            fallback => any_number,
        }
    }
}

#[tokio::test]
async fn a_path_that_fits_is_extracted() {
    let app = fitting();
    for (path, answer) in [
        ("/one/7", "200 7"),
        ("/two/7/8", "200 7/8"),
        ("/named/7/8", "200 7/8"),
        ("/some/7/8", "200 7"),
        ("/search/name=tea", "200 tea"),
        (
            "/other-name/7/8",
            r#"400 {"detail":"Invalid URL: missing field `post`"}"#,
        ),
        ("/all/7/8", "200 2"),
        ("/text/v7", "200 7"),
        ("/scopes/7", "200 one"),
        ("/scopes/7/of/8", "200 another number"),
        (
            "/one/x",
            r#"400 {"detail":"Invalid URL: Cannot parse `x` to a `u32`"}"#,
        ),
    ] {
        assert_eq!(send(&app, "GET", path).await.brief(), answer);
    }
}

app! {
    fn too_few() -> Router {
        GET "/users/{user}" => two,
    }
}

app! {
    fn none() -> Router {
        GET "/" => one,
    }
}

app! {
    fn too_many() -> Router {
        scope "/users/{user}" {
            GET "/posts/{post}" as post => one,
        }
    }
}

app! {
    fn twice() -> Router {
        GET "/{user}/{post}" => first_of_two,
    }
}

app! {
    fn posts() -> Part {
        GET "/{post}" => one,
    }
}

app! {
    fn included() -> Router {
        scope "/users/{user}" {
            include posts(),
        }
    }
}

#[test]
fn a_path_that_does_not_fit_panics_when_the_application_is_made() {
    for (make, message) in [
        (
            too_few as fn() -> Router,
            "`two` takes `Path<(u32, u32)>`, but \"/users/{user}\" has 1 parameter:",
        ),
        (none, "`one` takes `Path<u32>`, but \"/\" has 0 parameters:"),
        (
            too_many,
            "`one` takes `Path<u32>`, but \"/users/{user}/posts/{post}\" has 2 parameters:",
        ),
        (
            twice,
            "`first_of_two` takes `Path<u32>`, but \"/{user}/{post}\" has 2 parameters:",
        ),
        (
            included,
            "`one` takes `Path<u32>`, but \"/users/{user}/{post}\" has 2 parameters:",
        ),
    ] {
        let panic = panic_of(make);
        assert!(panic.contains(message), "{panic}");
        assert!(panic.starts_with(file!()), "{panic}");
    }
}

#[tokio::test]
async fn a_part_alone_is_not_checked() {
    let part = posts().into_router();
    assert_eq!(send(&part, "GET", "/7").await.brief(), "200 7");
}
