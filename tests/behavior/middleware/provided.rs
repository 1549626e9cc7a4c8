//! Provided values, and where they can be extracted.

use axum::{
    Extension, Router,
    extract::{FromRef, Path, State},
    routing::get,
};
use concentric::{HttpError, Next, Provided, Request, Response, app, middleware};
use http::Method;
use tower_http::{
    add_extension::AddExtensionLayer, compression::CompressionLayer, trace::TraceLayer,
};

use crate::support::{Events, Site, note_layer, send};

#[derive(Clone, Debug)]
struct User(&'static str);

#[derive(Clone, Debug)]
struct Tenant(String);

/// Provides a user.
#[middleware]
async fn as_user(#[config] name: &'static str, req: Request, next: Next<User>) -> Response {
    next.provide(User(name)).run(req).await
}

/// Provides the tenant of the user.
#[middleware]
async fn find_tenant(user: Provided<User>, req: Request, next: Next<Tenant>) -> Response {
    next.provide(Tenant(format!("tenant of {}", user.0.0)))
        .run(req)
        .await
}

/// Requires a user and a tenant. Reads one through `Deref` and one by its pattern.
#[middleware]
async fn need_both(
    user: Provided<User>,
    State(events): State<Events>,
    Provided(tenant): Provided<Tenant>,
    req: Request,
    next: Next,
) -> Response {
    events.add(format!("{} of {}", user.0.0, tenant.0));
    next.run(req).await
}

async fn say(user: Provided<User>, Provided(Tenant(tenant)): Provided<Tenant>) -> String {
    format!("{} at {tenant}", user.0.0)
}

/// A handler of plain axum that extracts an extension.
async fn say_extension(Extension(User(user)): Extension<User>) -> &'static str {
    user
}

app! {
    fn provided(state: Events) -> Router with [as_user("ann")] {
        GET "/" => async |user: Provided<User>| user.0.0,
        GET "/extension" => say_extension,
        GET "/path/{id}" => async |Path(id): Path<u32>, user: Provided<User>| {
            format!("{id} {}", user.0.0)
        },
        POST "/body" => async |user: Provided<User>, body: String| format!("{body}{}", user.0.0),
        merge Router::new().route("/merged", get(say_extension)),
        mount "/mounted" => get(say_extension),
        fallback => async |method: Method, user: Provided<User>| {
            format!("{method}: nothing for {}", user.0.0)
        },
        method_not_allowed => async |user: Provided<User>| format!("not for {}", user.0.0),
        scope "/tenant" with [find_tenant] {
            GET "/" => say with [need_both],
            fallback => say,
        }
    }
}

#[tokio::test]
async fn a_provided_value_is_available_to_everything_inner() {
    let site = Site::new(provided);
    for (method, path, answer) in [
        ("GET", "/", "200 ann"),
        ("GET", "/extension", "200 ann"),
        ("GET", "/path/7", "200 7 ann"),
        ("POST", "/body", "200 ann"),
        ("GET", "/merged", "200 ann"),
        ("GET", "/mounted/x", "200 ann"),
        ("GET", "/nope", "200 GET: nothing for ann"),
        ("PUT", "/", "200 not for ann"),
        ("GET", "/tenant/nope", "200 ann at tenant of ann"),
    ] {
        assert_eq!(site.trace(method, path).await, [answer], "{path}");
    }
    assert_eq!(
        site.trace("GET", "/tenant").await,
        ["ann of tenant of ann", "200 ann at tenant of ann"]
    );
}

app! {
    fn with_layers(state: Events, events: &Events) -> Router
    with [TraceLayer::new_for_http(), as_user("ann"), note_layer(events, "layer")] {
        scope with [find_tenant, CompressionLayer::new()] {
            GET "/" => say with [need_both],
        }
    }
}

#[tokio::test]
async fn a_provided_value_passes_tower_layers() {
    let site = Site::new(|events| with_layers(events.clone(), &events));
    assert_eq!(
        site.trace("GET", "/").await,
        [
            "in layer",
            "ann of tenant of ann",
            "out layer",
            "200 ann at tenant of ann",
        ]
    );
}

app! {
    fn provided_within() -> Router {
        GET "/" => say_extension,
        GET "/own" => async |user: Provided<User>| user.0.0 with [as_user("inner")],
    }
}

app! {
    fn provided_twice() -> Router with [as_user("outer")] {
        GET "/outer" => async |user: Provided<User>| user.0.0,
        // What a layer adds to the extensions is not checked, so it is not a second provider.
        GET "/layer" => async |user: Provided<User>| user.0.0
            with [AddExtensionLayer::new(User("layer"))],
        // A mounted app is checked on its own, so it may provide the same type.
        mount "/inner" => provided_within(),
    }
}

#[tokio::test]
async fn the_innermost_provider_wins() {
    let app = provided_twice();
    assert_eq!(send(&app, "GET", "/outer").await.brief(), "200 outer");
    assert_eq!(send(&app, "GET", "/layer").await.brief(), "200 layer");
    assert_eq!(send(&app, "GET", "/inner").await.brief(), "200 outer");
    assert_eq!(send(&app, "GET", "/inner/own").await.brief(), "200 inner");
}

/// Provides two values of different types.
#[middleware]
async fn provide_two(req: Request, next: Next<(User, Tenant)>) -> Response {
    let two = (User("bob"), Tenant("both".to_owned()));
    next.provide(two).run(req).await
}

/// Provides eight values.
#[middleware]
async fn provide_eight(
    req: Request,
    next: Next<(u8, u16, u32, u64, i8, i16, i32, i64)>,
) -> Response {
    next.provide((1, 2, 3, 4, 5, 6, 7, 8)).run(req).await
}

app! {
    fn many() -> Router with [provide_two, provide_eight] {
        GET "/two" => say,
        GET "/eight" => async |
            a: Provided<u8>, b: Provided<u16>, c: Provided<u32>, d: Provided<u64>,
            e: Provided<i8>, f: Provided<i16>, g: Provided<i32>, h: Provided<i64>,
        | format!("{} {} {} {} {} {} {} {}", *a, *b, *c, *d, *e, *f, *g, *h),
    }
}

#[tokio::test]
async fn a_middleware_may_provide_several_types() {
    let app = many();
    assert_eq!(send(&app, "GET", "/two").await.brief(), "200 bob at both");
    assert_eq!(
        send(&app, "GET", "/eight").await.brief(),
        "200 1 2 3 4 5 6 7 8"
    );
}

/// Provides a value and answers the errors of its users.
#[middleware]
async fn provide_and_try(req: Request, next: Next<User>) -> String {
    let with_user = next.provide(User("ann"));
    match with_user.try_run(req).await {
        Ok(response) => response.status().to_string(),
        Err(error) => format!("tried: {error}"),
    }
}

app! {
    fn tried() -> Router with [provide_and_try] {
        GET "/ok" => async |_: Provided<User>| "handler",
        GET "/error" => async |user: Provided<User>| HttpError::forbidden(user.0.0),
    }
}

#[tokio::test]
async fn a_middleware_that_provides_may_call_try_run() {
    let app = tried();
    assert_eq!(send(&app, "GET", "/ok").await.brief(), "200 200 OK");
    assert_eq!(
        send(&app, "GET", "/error").await.brief(),
        "200 tried: 403: ann"
    );
}

/// The state of an application, with parts that can be extracted.
#[derive(Clone)]
struct Shop {
    events: Events,
    name: &'static str,
}

impl FromRef<Shop> for Events {
    fn from_ref(shop: &Shop) -> Self {
        shop.events.clone()
    }
}

/// Adds an extension to the request and reads one from the response.
#[middleware]
async fn outer(State(events): State<Events>, mut req: Request, next: Next) -> Response {
    req.extensions_mut().insert("word of outer");
    let mut response = next.run(req).await;
    let back = response.extensions_mut().remove::<&'static str>();
    events.add(format!("outer reads {back:?}"));
    response
}

/// Reads the extension of `outer` and adds one to the response.
#[middleware]
async fn inner(State(shop): State<Shop>, req: Request, next: Next) -> Response {
    let word = req.extensions().get::<&'static str>();
    shop.events
        .add(format!("inner of {} reads {word:?}", shop.name));
    let mut response = next.run(req).await;
    response.extensions_mut().insert("word of inner");
    response
}

app! {
    fn shop(state: Shop) -> Router with [outer, inner] {
        GET "/" => async |State(events): State<Events>, State(shop): State<Shop>| {
            events.add("handler");
            shop.name
        },
    }
}

#[tokio::test]
async fn middleware_exchange_extensions_both_ways_and_extract_parts_of_the_state() {
    let site = Site::new(|events| {
        shop(Shop {
            events,
            name: "shop",
        })
    });
    assert_eq!(
        site.trace("GET", "/").await,
        [
            r#"inner of shop reads Some("word of outer")"#,
            "handler",
            r#"outer reads Some("word of inner")"#,
            "200 shop",
        ]
    );
}

/// Removes the value that an outer middleware provided.
#[middleware]
async fn forget(mut req: Request, next: Next) -> Response {
    req.extensions_mut().remove::<User>();
    next.run(req).await
}

app! {
    fn forgotten() -> Router with [as_user("ann"), forget] {
        GET "/" => async |user: Provided<User>| user.0.0,
    }
}

#[tokio::test]
async fn extracting_a_removed_value_is_a_500_and_not_a_panic() {
    assert_eq!(
        send(&forgotten(), "GET", "/").await.brief(),
        r#"500 {"detail":"Internal Server Error"}"#
    );
}
