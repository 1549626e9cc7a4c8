//! Config with a default, and the `Debug` of config.

use axum::{Router, extract::State};
use concentric::{Next, Request, Response, app, middleware};

use crate::support::{Events, Site};

/// Neither `Clone` nor `Debug`.
struct Secret(u32);

/// Records its config.
#[middleware]
#[expect(clippy::too_many_arguments, reason = "one of each representation")]
async fn limit<F: Fn(u32) -> bool + Send + Sync + 'static>(
    #[config] check: &F,
    /// The most requests at once.
    #[config(default = 10 * 10)]
    most: &u32,
    #[config(default = "everyone")] name: &str,
    #[config(default = ["a", "b"])] hosts: &[&'static str],
    #[config(default)] burst: &Option<u32>,
    #[config(default = "a static")] text: &'static str,
    #[config(default = Secret(7))] secret: &Secret,
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Response {
    let is_allowed = check(*most);
    events.add(format!(
        "{is_allowed} {most} {name} {hosts:?} {burst:?} {text} {}",
        secret.0
    ));
    next.run(req).await
}

/// Its default uses an earlier config.
#[middleware]
async fn derived(
    #[config] names: &Vec<&'static str>,
    #[config(default = names.len())] most: &usize,
    req: Request,
    next: Next,
) -> Response {
    assert!(names.len() <= *most);
    next.run(req).await
}

#[test]
fn a_default_may_use_an_earlier_config_without_a_default() {
    let most = derived(vec!["a", "b"]);
    assert_eq!(
        format!("{most:?}"),
        r#"derived { names: ["a", "b"], most: 2 }"#
    );
}

#[middleware]
async fn all_optional(
    #[config(default = 3)] most: &u32,
    #[config(default)] r#type: &str,
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Response {
    events.add(format!("{most} {type}"));
    next.run(req).await
}

app! {
    fn site(state: Events) -> Router {
        GET "/defaults" => async || "" with [limit(|most| most > 5)],
        GET "/set" => async || "" with [
            limit(|most| most > 5)
                .most(5)
                .name("ada".to_owned())
                .hosts(vec!["c"])
                .burst(Some(1))
                .text("another")
                .secret(Secret(8)),
        ],
        GET "/path" => async || "" with [all_optional],
        GET "/call" => async || "" with [all_optional().r#type("fast")],
        GET "/lines" => async || "" with [all_optional().most(1).r#type("fast")],
    }
}

async fn events(path: &str) -> Vec<String> {
    Site::new(site).trace("GET", path).await
}

#[tokio::test]
async fn a_config_has_its_default_unless_the_list_sets_it() {
    assert_eq!(
        events("/defaults").await,
        [r#"true 100 everyone ["a", "b"] None a static 7"#, "200 "]
    );
    assert_eq!(
        events("/set").await,
        [r#"false 5 ada ["c"] Some(1) another 8"#, "200 "]
    );
}

#[tokio::test]
async fn a_middleware_whose_config_has_defaults_is_listed_with_or_without_a_call() {
    assert_eq!(events("/path").await, ["3 ", "200 "]);
    assert_eq!(events("/call").await, ["3 fast", "200 "]);
}

#[test]
fn a_copy_keeps_its_config_when_another_copy_is_changed() {
    let one = all_optional().most(4);
    let other = one.clone().most(5);
    assert_eq!(format!("{one:?}"), "all_optional { most: 4, type: \"\" }");
    assert_eq!(format!("{other:?}"), "all_optional { most: 5, type: \"\" }");
}

#[test]
fn debug_shows_the_config_and_a_placeholder_for_what_has_no_debug() {
    assert_eq!(
        format!("{:?}", limit(|_| true).burst(Some(2))),
        "limit { check: .., most: 100, name: \"everyone\", hosts: [\"a\", \"b\"], burst: Some(2), text: \"a static\", secret: .. }"
    );
}

#[test]
fn the_route_table_shows_the_config_as_written_on_one_line() {
    for (path, written) in [
        ("/call", r#"all_optional().r#type("fast")"#),
        ("/lines", r#"all_optional().most(1).r#type("fast")"#),
    ] {
        let rows = site::ROUTES.iter().filter(|row| row.path() == path);
        let mut entries = rows.flat_map(concentric::RouteInfo::middleware);
        let entry = entries.next().unwrap();
        assert_eq!((entry.name(), entry.written()), ("all_optional", written));
    }
}
