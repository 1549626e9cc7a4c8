//! What a part requires, and what it provides.

use axum::{Router, extract::State};
use concentric::{Next, Part, Provided, Request, Response, app, middleware};

use crate::support::{Events, note, send};

#[derive(Clone)]
struct User(&'static str);

#[derive(Clone)]
struct Tenant(u32);

#[middleware]
async fn provide_user(#[config] name: &&'static str, req: Request, next: Next<User>) -> Response {
    next.provide(User(name)).run(req).await
}

#[middleware]
async fn provide_tenant(req: Request, next: Next<Tenant>) -> Response {
    next.provide(Tenant(7)).run(req).await
}

/// Requires the user of an outer middleware.
#[middleware]
async fn check_user(user: Provided<User>, req: Request, next: Next) -> Response {
    assert!(!user.0.0.is_empty());
    next.run(req).await
}

async fn user(user: Provided<User>) -> &'static str {
    user.0.0
}

async fn both(user: Provided<User>, tenant: Provided<Tenant>) -> String {
    format!("{} {}", user.0.0, tenant.0.0)
}

app! {
    fn single() -> Part<User> with [check_user] {
        GET "/user" => user,
    }
}

app! {
    fn pair() -> Part<(User, Tenant)> {
        GET "/both" => both,
        include single(),
    }
}

app! {
    fn one_of_one() -> Part<(Tenant,)> {
        GET "/tenant" => async |tenant: Provided<Tenant>| tenant.0.0.to_string(),
        // What the part provides itself, its own parts may require.
        include pair() with [provide_user("of the part")],
    }
}

app! {
    fn nothing() -> Part<()> {
        GET "/nothing" => async || "nothing",
    }
}

app! {
    fn whole() -> Router with [provide_tenant] {
        scope "/one" with [provide_user("ada")] {
            include pair() as one,
        }
        scope "/two" {
            include one_of_one() as two,
        }
        scope "/three" {
            include nothing() as three,
        }
        scope "/four" {
            include single() with [provide_user("include")],
        }
    }
}

#[tokio::test]
async fn a_part_gets_what_it_requires_from_the_lists_around_it() {
    let app = whole();
    for (path, answer) in [
        ("/one/both", "ada 7"),
        ("/one/user", "ada"),
        ("/two/tenant", "7"),
        ("/two/both", "of the part 7"),
        ("/two/user", "of the part"),
        ("/three/nothing", "nothing"),
        ("/four/user", "include"),
    ] {
        assert_eq!(
            send(&app, "GET", path).await.brief(),
            format!("200 {answer}"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_part_may_shadow_what_is_outside() {
    app! {
        fn shadowing() -> Part with [provide_user("of the part")] {
            GET "/" => user,
        }
    }
    app! {
        fn outside() -> Router with [provide_user("of the app")] {
            GET "/outside" => user,
            scope "/part" {
                include shadowing(),
            }
        }
    }
    assert_eq!(send(&outside(), "GET", "/outside").await.body, "of the app");
    assert_eq!(send(&outside(), "GET", "/part").await.body, "of the part");
}

trait Store: Clone + Send + Sync + 'static {
    fn name(&self) -> &'static str;
}

#[derive(Clone)]
struct Memory;

impl Store for Memory {
    fn name(&self) -> &'static str {
        "memory"
    }
}

async fn stored<S: Store>(State(store): State<S>, user: Provided<User>) -> String {
    format!("{} {}", store.name(), user.0.0)
}

app! {
    fn generic<S: Store>(state: S) -> Part<User> {
        GET "/stored" => stored::<S>,
    }
}

app! {
    fn generic_around<S>(state: S) -> Part<User>
    where
        S: Store + std::fmt::Debug,
    {
        include generic::<S>(state),
    }
}

#[tokio::test]
async fn a_part_can_be_generic_and_has_its_own_state() {
    app! {
        fn whole(state: Events) -> Router with [note("app"), provide_user("ada")] {
            include generic(Memory),
            scope "/explicit" {
                include generic::<Memory>(Memory) as explicit,
            }
        }
    }
    let app = whole(Events::default());
    assert_eq!(send(&app, "GET", "/stored").await.brief(), "200 memory ada");
    assert_eq!(
        send(&app, "GET", "/explicit/stored").await.brief(),
        "200 memory ada"
    );
}

async fn any_of<T: Clone + Send + Sync + 'static>(_: Provided<T>) {}

app! {
    fn requires_any<T: Clone + Send + Sync + 'static>() -> Part<T> {
        GET "/" => any_of::<T>,
    }
}

app! {
    fn with_nothing() -> Router {
        include requires_any::<()>(),
    }
}

app! {
    fn with_a_user() -> Router with [provide_user("ada")] {
        include requires_any::<User>(),
    }
}

#[test]
#[should_panic(
    expected = "the type parameter that a part requires is the tuple `()` where it is included"
)]
fn a_required_type_parameter_cannot_be_a_tuple() {
    let _ = with_a_user();
    let _ = with_nothing();
}
