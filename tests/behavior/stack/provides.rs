//! `provides::<T>(layer)`: a tower layer that provides a type.

use axum::{Extension, Router};
use concentric::{HttpError, Next, Order, Provided, Request, Response, app, middleware, provides};
use tower::{Layer, ServiceBuilder, layer::util::Identity};
use tower_http::{add_extension::AddExtensionLayer, trace::TraceLayer};

use crate::support::{Events, record_outcome, request, send, send_request};

#[derive(Clone)]
struct Theme(&'static str);

#[derive(Clone)]
struct Locale(&'static str);

/// Requires a type of a layer, and provides one itself.
#[middleware]
async fn localize(theme: Provided<Theme>, req: Request, next: Next<Locale>) -> Response {
    let locale = if theme.0.0 == "dark" { "de" } else { "en" };
    next.provide(Locale(locale)).run(req).await
}

async fn both(theme: Provided<Theme>, locale: Provided<Locale>) -> String {
    format!("{} {}", theme.0.0, locale.0.0)
}

async fn theme(theme: Provided<Theme>) -> &'static str {
    theme.0.0
}

app! {
    fn site() -> Router with [provides::<Theme>(Extension(Theme("dark"))), localize] {
        GET "/" => both,
    }
}

#[tokio::test]
async fn a_layer_provides_a_type_to_middleware_and_handlers() {
    assert_eq!(send(&site(), "GET", "/").await.brief(), "200 dark de");
}

app! {
    fn layers(light: bool) -> Router {
        GET "/stack" => both with [
            concentric::provides::<(Theme, Locale)>(
                ServiceBuilder::new()
                    .layer(TraceLayer::new_for_http())
                    .layer(Extension(Theme("dark")))
                    .layer(AddExtensionLayer::new(Locale("fr"))),
            ),
        ],
        // The condition is inside of the layer, which always provides the type.
        GET "/variable" => theme with [
            provides::<Theme>(if light {
                Extension(Theme("light"))
            } else {
                Extension(Theme("dark"))
            }),
        ],
        scope "/named" {
            stack themed = [provides::<Theme, _>(AddExtensionLayer::new(Theme("green")))],
            GET "/" => theme with [..themed, TraceLayer::new_for_http()],
        }
    }
}

#[tokio::test]
async fn layers_of_any_kind_provide_types() {
    let app = layers(true);
    for (path, reply) in [
        ("/stack", "200 dark fr"),
        ("/variable", "200 light"),
        ("/named", "200 green"),
    ] {
        assert_eq!(send(&app, "GET", path).await.brief(), reply);
    }
}

app! {
    fn before() -> Router
    before routing [provides::<Theme>(Extension(Theme("dark")))]
    with [localize] {
        GET "/" => both,
    }
}

#[tokio::test]
async fn a_layer_before_routing_provides_a_type() {
    assert_eq!(send(&before(), "GET", "/").await.brief(), "200 dark de");
}

async fn optional(theme: Option<Provided<Theme>>) -> &'static str {
    theme.map_or("none", |theme| theme.0.0)
}

app! {
    fn excluded() -> Router with [provides::<Theme>(AddExtensionLayer::new(Theme("dark")))] {
        GET "/" => theme,
        GET "/plain" => optional without [AddExtensionLayer],
        scope "/light" without [AddExtensionLayer] with [
            provides::<Theme>(Extension(Theme("light"))),
        ] {
            GET "/" => theme,
        }
    }
}

#[tokio::test]
async fn without_names_the_layer() {
    let app = excluded();
    for (path, reply) in [
        ("/", "200 dark"),
        ("/plain", "200 none"),
        ("/light", "200 light"),
    ] {
        assert_eq!(send(&app, "GET", path).await.brief(), reply);
    }
}

#[test]
fn the_route_table_names_the_layer_and_its_types() {
    let missing = excluded::ROUTES.missing("AddExtensionLayer").to_string();
    assert!(
        missing.contains("/plain") && missing.contains("/light"),
        "{missing}"
    );
    let route = excluded::ROUTES
        .iter()
        .find(|row| row.path() == "/")
        .unwrap();
    let entry = route.middleware()[0];
    assert_eq!(entry.name(), "AddExtensionLayer");
    assert_eq!(entry.provides(), ["Theme"]);
    let route = layers::ROUTES
        .iter()
        .find(|row| row.path() == "/stack")
        .unwrap();
    let entry = route.middleware()[0];
    assert_eq!(entry.name(), "ServiceBuilder");
    assert_eq!(entry.provides(), ["Theme", "Locale"]);
}

app! {
    fn broken(state: Events) -> Router with [record_outcome, provides::<Theme>(Identity::new())] {
        GET "/" => theme,
    }
}

#[tokio::test]
async fn a_type_that_the_layer_does_not_provide_is_a_500_that_names_it() {
    let events = Events::default();
    let reply = send_request(&broken(events.clone()), request("GET", "/")).await;
    assert_eq!(reply.status, 500);
    let [event] = &*events.take() else { panic!() };
    assert_eq!(
        event,
        "Err 500: Internal Server Error (no `Theme` in the request's extensions: \
         a layer dropped it, or did not put it there)"
    );
}

/// A layer with an order rule.
#[derive(Clone)]
struct Inner;

impl<S> Layer<S> for Inner {
    type Service = S;

    fn layer(&self, service: S) -> S {
        service
    }
}

impl Order for Inner {
    type Outside = ();
    type Inside = (Extension<Theme>,);
}

#[middleware(inside(Extension<Theme>), requires(Extension<_>))]
async fn guard(theme: Provided<Theme>, req: Request, next: Next) -> Result<Response, HttpError> {
    match theme.0.0 {
        "dark" => Ok(next.run(req).await),
        _ => Err(HttpError::forbidden("too bright")),
    }
}

app! {
    fn ruled() -> Router
    with [provides::<Theme>(Extension(Theme("dark"))), provides::<u8>(Inner), guard] {
        GET "/" => theme,
    }
}

#[tokio::test]
async fn rules_see_through_it_to_the_layer() {
    assert_eq!(send(&ruled(), "GET", "/").await.brief(), "200 dark");
}
