//! A part without the application around it, for tests and in plain axum.

use axum::{Router, extract::Path};
use concentric::{Next, Part, Provided, Request, Response, app, middleware};

use crate::support::{
    Events, METHOD_NOT_ALLOWED, NOT_FOUND, Site, answered, note, reached, say, send,
};

#[derive(Clone)]
struct User(&'static str);

#[derive(Clone)]
struct Tenant(u32);

#[middleware]
async fn check(user: Provided<User>, req: Request, next: Next) -> Response {
    let response = next.run(req).await;
    assert!(!user.0.0.is_empty());
    response
}

app! {
    fn single() -> Part<User> with [check] {
        GET "/user" => async |user: Provided<User>| user.0.0,
        fallback => async |user: Provided<User>| format!("nothing for {}", user.0.0),
    }
}

app! {
    fn pair() -> Part<(User, Tenant)> {
        GET "/both" => async |user: Provided<User>, tenant: Provided<Tenant>| format!("{} {}", user.0.0, tenant.0.0),
        include single(),
    }
}

app! {
    fn tuple_of_one() -> Part<(Tenant,)> {
        GET "/tenant" => async |tenant: Provided<Tenant>| tenant.0.0.to_string(),
    }
}

#[tokio::test]
async fn provide_gives_a_part_what_it_requires() {
    let app = single().provide(User("test")).into_router();
    assert_eq!(send(&app, "GET", "/user").await.brief(), "200 test");
    assert_eq!(
        send(&app, "GET", "/nothing").await.brief(),
        "200 nothing for test"
    );
    let app = pair().provide((User("test"), Tenant(7))).into_router();
    assert_eq!(send(&app, "GET", "/both").await.brief(), "200 test 7");
    assert_eq!(
        send(&app, "GET", "/nothing").await.brief(),
        "200 nothing for test"
    );
    let app = tuple_of_one().provide((Tenant(7),)).into_router();
    assert_eq!(send(&app, "GET", "/tenant").await.brief(), "200 7");
    assert_eq!(
        send(&app, "POST", "/tenant").await.brief(),
        METHOD_NOT_ALLOWED
    );
}

app! {
    fn plain(state: Events) -> Part with [note("part")] {
        GET "/" as index => say("index"),
        GET "/items/{id}" => async |Path(id): Path<u32>| id.to_string(),
        scope "/scope" with [note("scope")] {
            GET "/x" => say("x"),
        }
    }
}

#[tokio::test]
async fn a_part_without_requirements_is_an_application_of_its_own() {
    let site = Site::new(|state| plain(state).into_router());
    assert_eq!(site.trace("GET", "/").await, reached("part", "index"));
    assert_eq!(
        site.trace("GET", "/scope/x").await,
        reached("part scope", "x")
    );
    assert_eq!(
        site.trace("GET", "/scope/y").await,
        answered("part scope", NOT_FOUND)
    );
    assert_eq!(
        site.trace("GET", "/nothing").await,
        answered("part", NOT_FOUND)
    );
    assert_eq!(
        plain::ROUTES.explain("GET", "/scope/y").middleware().len(),
        2
    );
    // So it can provide `()`.
    let site = Site::new(|state| plain(state).provide(()).into_router());
    assert_eq!(site.trace("GET", "/").await, reached("part", "index"));
}

#[tokio::test]
async fn a_part_can_be_nested_and_merged_in_plain_axum() {
    let site = Site::new(|state| Router::new().nest("/x", plain(state).into_router()));
    assert_eq!(site.trace("GET", "/x").await, reached("part", "index"));
    assert_eq!(
        site.trace("GET", "/x/items/7").await,
        answered("part", "200 7")
    );
    assert_eq!(
        site.trace("GET", "/x/scope/y").await,
        answered("part scope", NOT_FOUND)
    );
    assert_eq!(site.trace("GET", "/y").await, ["404 "]);
    let site = Site::new(|state| {
        app! {
            fn merging(state: Events) -> Router with [note("app")] {
                merge plain(state.clone()).into_router(),
            }
        }
        merging(state)
    });
    assert_eq!(
        site.trace("GET", "/scope/x").await,
        reached("app part scope", "x")
    );
    assert_eq!(
        site.trace("GET", "/nothing").await,
        answered("app", NOT_FOUND)
    );
}
