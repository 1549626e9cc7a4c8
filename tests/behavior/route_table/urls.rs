//! URL functions: from values to a path, and back through the router.

use axum::{Router, extract::Path};
use concentric::{Part, RouteInfo, app};
use proptest::prelude::*;

use crate::support::send;

async fn echo(Path(values): Path<Vec<(String, String)>>) -> String {
    let values: Vec<String> = values.into_iter().map(|(_, value)| value).collect();
    values.join("\0")
}

async fn index() {}

async fn twice() {}

mod inner {
    pub(super) async fn listed() {}
}

app! {
    fn hosted() -> Part {
        GET "/{fixed_url}" as page => echo,
        GET "/{Urls}/{None}" as patterns => echo,
    }
}

app! {
    fn everything() -> Router {
        GET "/{*rest}" as rest => echo,
    }
}

app! {
    fn everything_after_a_word() -> Router {
        GET "/{word}/{*rest}" as rest => echo,
    }
}

app! {
    fn without_commas() -> Router {
        scope "/a" {
            include hosted() as a
            GET "/b/c/d" => index,
        }
        scope "/e" {
            include hosted() as e
            #[cfg(all())]
            GET "/f/g/h" => twice,
        }
    }
}

app! {
    fn site() -> Router {
        GET "/" => index,
        GET "/products/{id}" as product => echo,
        GET "/users/{user}/orders/{order}" as order => echo,
        GET "/files/{*path}" as file => echo,
        GET "/page-{number}" as page => echo,
        GET "/odd/{a.b}/{user-id}/{type}" as odd => echo,
        GET "/braces/{{x}}/{y}" as braces => echo,
        GET "/links/{url}/{fixed_url}" as link => echo,
        GET "/patterns/{None}/{ROUTES}/{__urls}/{Urls}" as patterns => echo,
        GET "/stand-ins/{parameter1}/{self}/{userId}" as stand_ins => echo,
        GET "/twice" => twice,
        POST "/twice/other" => twice,
        GET "/closure" => async || "a closure",
        GET "/listed" => inner::listed,

        scope "/tenants/{tenant}" {
            GET "/" as tenant => echo,
            GET "/files/{*path}" as tenant_file => echo,
        }
        scope "/scopes/{{of}}" {
            GET "/braces" as text => async || "text",
        }
        scope "/scopes/{of}" {
            GET "/a-parameter" as parameter => echo,
        }
        scope "/hosts/{url}" {
            include hosted() as hosted,
        }
        #[cfg(any())]
        GET "/never" as never => echo,
        #[cfg(any())]
        GET "/a" as sometimes => echo,
        #[cfg(not(any()))]
        GET "/b" as sometimes => echo,
    }
}

#[test]
fn a_url_is_the_full_path_with_its_parameters_filled_in() {
    assert_eq!(site::url::index(), "/");
    assert_eq!(site::url::product(7), "/products/7");
    assert_eq!(site::url::order("ada", 7), "/users/ada/orders/7");
    assert_eq!(site::url::page(3), "/page-3");
    assert_eq!(site::url::tenant("acme"), "/tenants/acme");
    assert_eq!(site::url::listed(), "/listed");
    assert_eq!(site::url::sometimes(), "/b");
    assert_eq!(site::url::odd(1, 2, 3), "/odd/1/2/3");
    assert_eq!(site::url::braces(1), "/braces/{x}/1");
    assert_eq!(site::url::link(1, 2), "/links/1/2");
    assert_eq!(site::url::hosted(1).page(2), "/hosts/1/2");
    assert_eq!(site::url::patterns(1, 2, 3, 4), "/patterns/1/2/3/4");
    assert_eq!(site::url::stand_ins(1, 2, 3), "/stand-ins/1/2/3");
    assert_eq!(site::url::hosted(1).patterns(2, 3), "/hosts/1/2/3");
    assert_eq!(site::url::text(), "/scopes/{of}/braces");
    assert_eq!(site::url::parameter(7), "/scopes/7/a-parameter");
}

#[test]
fn a_value_is_percent_encoded_for_a_segment_or_a_catch_all() {
    assert_eq!(
        site::url::product("a/b c?d#e%f é"),
        "/products/a%2Fb%20c%3Fd%23e%25f%20%C3%A9"
    );
    assert_eq!(
        site::url::file("a/b c?d#e%f é"),
        "/files/a/b%20c%3Fd%23e%25f%20%C3%A9"
    );
    // A segment may contain these characters unencoded: RFC 3986, section 3.3.
    let literal = "-._~!$&'()*+,;=:@";
    assert_eq!(site::url::product(literal), format!("/products/{literal}"));
    assert_eq!(
        site::url::product("{}[]|^`\"<>\\"),
        "/products/%7B%7D%5B%5D%7C%5E%60%22%3C%3E%5C"
    );
}

#[test]
fn an_include_with_a_name_needs_no_comma() {
    assert_eq!(without_commas::url::a().page(1), "/a/1");
    assert_eq!(without_commas::url::e().page(1), "/e/1");
    assert_eq!(without_commas::url::index(), "/a/b/c/d");
    assert_eq!(without_commas::url::twice(), "/e/f/g/h");
}

/// A URL that begins with two slashes has a host: RFC 3986, section 4.2.
#[tokio::test]
async fn a_url_never_has_a_host() {
    let url = everything::url::rest("/example.com");
    assert_eq!(url, "/%2Fexample.com");
    let reply = send(&everything(), "GET", &url).await;
    assert_eq!(reply.brief(), "200 /example.com");
    assert_eq!(everything::url::rest("//example.com"), "/%2F/example.com");
    assert_eq!(everything::url::rest("example.com"), "/example.com");
    let url = everything_after_a_word::url::rest("", "example.com");
    assert_eq!(url, "/%2Fexample.com");
    assert_eq!(site::url::hosted("").patterns("", ""), "/hosts///");
}

#[test]
fn a_row_has_the_name_of_its_url_function() {
    let names: Vec<_> = site::ROUTES.iter().filter_map(RouteInfo::name).collect();
    assert_eq!(
        names,
        [
            "index",
            "product",
            "order",
            "file",
            "page",
            "odd",
            "braces",
            "link",
            "patterns",
            "stand_ins",
            "listed",
            "tenant",
            "tenant_file",
            "text",
            "parameter",
            "page",
            "patterns",
            "sometimes",
        ]
    );
}

/// Requests a URL and returns the parameters that the handler extracts.
fn values(url: &str) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build();
    let reply = runtime.unwrap().block_on(send(&site(), "GET", url));
    assert_eq!(reply.status, 200, "{url}");
    reply.body
}

/// Generates values. They are not empty, because axum does not match an empty segment.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[/%.?#a ]*", "(/?[a-z.%é]{0,3}){0,4}"]
        .prop_filter("a parameter has a value", |value| !value.is_empty())
}

proptest! {
    #[test]
    fn a_value_survives_a_round_trip_through_the_router(value in value()) {
        prop_assert_eq!(&values(&site::url::product(&value)), &value);
        prop_assert_eq!(&values(&site::url::page(&value)), &value);
        prop_assert_eq!(&values(&site::url::file(&value)), &value);
        prop_assert_eq!(&values(&site::url::tenant(&value)), &value);
    }

    #[test]
    fn several_values_survive_a_round_trip_in_order(first in value(), second in value()) {
        let both = format!("{first}\0{second}");
        prop_assert_eq!(&values(&site::url::order(&first, &second)), &both);
        prop_assert_eq!(&values(&site::url::tenant_file(&first, &second)), &both);
    }
}
