//! Paths of other frameworks, and the paths to write.

use crate::app::check::foreign_path::{Kind, Mistake, foreign_path};

/// A path, the text and the kind of its first mistake, and the paths to write.
type Case = (&'static str, &'static str, Kind, &'static [&'static str]);

fn assert_all(cases: &[Case], is_prefix: bool) {
    for &(path, found, kind, paths) in cases {
        let foreign = foreign_path(path, is_prefix);
        let foreign = foreign.map(|foreign| (foreign.mistake, foreign.paths));
        let paths: Vec<String> = paths.iter().map(|&path| path.to_owned()).collect();
        let mistake = Mistake::new(kind, found);
        assert_eq!(foreign, Some((mistake, paths.clone())), "{path}");
        for rewritten in paths {
            let again = foreign_path(&rewritten, is_prefix);
            assert!(again.is_none(), "{rewritten}");
        }
    }
}

#[test]
fn paths_of_other_frameworks_are_rewritten() {
    use Kind::*;
    #[rustfmt::skip]
    let cases: &[Case] = &[
        // Rocket, Flask, Django
        ("/users/<id>", "<id>", NotBraces, &["/users/{id}"]),
        ("/users/<id>/edit", "<id>", NotBraces, &["/users/{id}/edit"]),
        ("/<_>", "<_>", NotBraces, &["/{_}"]),
        ("/files/<path..>", "<path..>", Rest, &["/files/{*path}"]),
        ("/users/<int:id>", "<int:id>", Typed, &["/users/{id}"]),
        ("/users/<int:id>/", "<int:id>", Typed, &["/users/{id}/"]),
        ("/users/<user_id:name>", "<user_id:name>", Typed, &["/users/{name}"]),
        ("/users/<id:int>", "<id:int>", Typed, &["/users/{id}"]),
        (r"/users/<id:\d+>", r"<id:\d+>", Typed, &["/users/{id}"]),
        ("/<string(length=2):lang>", "<string(length=2):lang>", Typed, &["/{lang}"]),
        ("/files/<path:rest>", "<path:rest>", Rest, &["/files/{*rest}"]),
        ("/@<name>", "<name>", NotBraces, &["/@{name}"]),
        ("/users/<id>?<page>", "?<page>", Query, &["/users/{id}"]),
        ("users/<int:id>/", "users/<int:id>/", NoSlash, &["/users/{id}/"]),
        // Express, Rails, Hono, Poem
        ("/users/:id", ":id", NotBraces, &["/users/{id}"]),
        ("/users/:user-id", ":user-id", NotBraces, &["/users/{user-id}"]),
        ("/users/:", ":", NotBraces, &["/users/{name}"]),
        ("/@:name", ":name", NotBraces, &["/@{name}"]),
        ("/users/:id?", ":id?", Optional, &["/users", "/users/{id}"]),
        ("/:lang?/about", ":lang?", Optional, &["/about", "/{lang}/about"]),
        ("/:year?/:month?", ":year?", Optional, &["/", "/{year}", "/{year}/{month}"]),
        ("/users(/:id)", "(/:id)", Optional, &["/users", "/users/{id}"]),
        ("/?", "?", Optional, &["/"]),
        ("/about/?", "?", Optional, &["/about", "/about/"]),
        (r"/users/:id(\d+)", r":id(\d+)", Typed, &["/users/{id}"]),
        ("/users/:id{[0-9]+}", ":id{[0-9]+}", Typed, &["/users/{id}"]),
        (r"/users/:id<\d+>", r":id<\d+>", Typed, &["/users/{id}"]),
        ("/files/:path*", ":path*", Rest, &["/files/{*path}"]),
        ("/files/:path(.*)", ":path(.*)", Rest, &["/files/{*path}"]),
        ("/users/:id.json", ".json", TextAfter, &["/users/{id}"]),
        ("/:from-:to", "-", TextAfter, &["/{from_to}"]),
        ("/files/*", "*", Rest, &["/files/{*rest}"]),
        ("/files/*/", "*", Rest, &["/files/{*rest}"]),
        ("/files/**", "**", Rest, &["/files/{*rest}"]),
        ("/files/*path", "*path", Rest, &["/files/{*path}"]),
        ("*", "*", NoSlash, &["/{*rest}"]),
        ("/users/*/posts/*", "*", NotBraces, &["/users/{name}/posts/{*rest}"]),
        ("/files/*.css", ".css", TextAfter, &["/files/{name}"]),
        // FastAPI, actix, Gorilla, ASP.NET, Spring, Symfony, hapi, gRPC
        ("/users/{id:int}", "{id:int}", Typed, &["/users/{id}"]),
        ("/users/{int:id}", "{int:id}", Typed, &["/users/{id}"]),
        ("/users/{id: u32}", "{id: u32}", Typed, &["/users/{id}"]),
        ("/users/{id:[0-9]+}", "{id:[0-9]+}", Typed, &["/users/{id}"]),
        (r"/users/{id:\d{4}}/x", r"{id:\d{4}}", Typed, &["/users/{id}/x"]),
        ("/users/{id:[^/]+}/x", "{id:[^/]+}", Typed, &["/users/{id}/x"]),
        (r"/users/{id<\d+>}", r"{id<\d+>}", Typed, &["/users/{id}"]),
        ("/users/{id:min(1)}", "{id:min(1)}", Typed, &["/users/{id}"]),
        ("/files/{rest:path}", "{rest:path}", Rest, &["/files/{*rest}"]),
        ("/files/{path:path}", "{path:path}", Rest, &["/files/{*path}"]),
        ("/files/{rest:.*}", "{rest:.*}", Rest, &["/files/{*rest}"]),
        ("/files/{rest..}", "{rest..}", Rest, &["/files/{*rest}"]),
        ("/files/{rest...}", "{rest...}", Rest, &["/files/{*rest}"]),
        ("/files/{*}", "{*}", Rest, &["/files/{*rest}"]),
        ("/files/{**rest}", "{**rest}", Rest, &["/files/{*rest}"]),
        ("/files/{rest*}", "{rest*}", Rest, &["/files/{*rest}"]),
        ("/files/{rest+}", "{rest+}", Rest, &["/files/{*rest}"]),
        ("/v1/{name=**}", "{name=**}", Rest, &["/v1/{*name}"]),
        ("/users/{id?}", "{id?}", Optional, &["/users", "/users/{id}"]),
        ("/users/{id:int?}", "{id:int?}", Optional, &["/users", "/users/{id}"]),
        ("/users/{page=1}", "{page=1}", Optional, &["/users", "/users/{page}"]),
        ("/users[/{id}]", "[/{id}]", Optional, &["/users", "/users/{id}"]),
        ("/users[/{id}[/{tab}]]", "[/{id}[/{tab}]]", Optional, &["/users", "/users/{id}", "/users/{id}/{tab}"]),
        ("/users/{ id }", "{ id }", NotName, &["/users/{id}"]),
        ("/users/{}", "{}", NotName, &["/users/{name}"]),
        ("/users/{$}", "{$}", NotName, &["/users/"]),
        ("/users/{:id}", "{:id}", NotName, &["/users/{id}"]),
        ("GET /users/{id}", "GET /users/{id}", NoSlash, &["/users/{id}"]),
        // Next.js, SvelteKit
        ("/users/[id]", "[id]", NotBraces, &["/users/{id}"]),
        ("/users/[id=integer]", "[id=integer]", Typed, &["/users/{id}"]),
        ("/docs/[...slug]", "[...slug]", Rest, &["/docs/{*slug}"]),
        ("/docs/[[...slug]]", "[[...slug]]", Optional, &["/docs", "/docs/{*slug}"]),
        // Text with values in it
        ("/users/#{id}", "#{id}", NotBraces, &["/users/{id}"]),
        ("/users/${id}/x", "${id}", NotBraces, &["/users/{id}/x"]),
        // Regular expressions
        ("^/x$", "^/x$", Regex, &["/x"]),
        (r"~ ^/x\.html$", r"~ ^/x\.html$", Regex, &["/x.html"]),
        (r"^users/(?P<id>\d+)/$", r"^users/(?P<id>\d+)/$", Regex, &["/users/{id}/"]),
        (r"/users/(\d+)", r"(\d+)", Typed, &["/users/{name}"]),
        (r"/users/\d+", r"\d+", Typed, &["/users/{name}"]),
        ("/users/[0-9]+", "[0-9]+", Typed, &["/users/{name}"]),
        ("/users/[^/]+/x", "[^/]+", Typed, &["/users/{name}/x"]),
        (r"/user-\d+/x", r"\d+", Typed, &["/user-{name}/x"]),
        ("^/(news|blog)/a$", "^/(news|blog)/a$", Regex, &["/{name}/a"]),
        ("^/a.*$", "^/a.*$", Regex, &[]),
        ("/files/(.*)", "(.*)", Rest, &["/files/{*rest}"]),
        ("/files/.*", ".*", Rest, &["/files/{*rest}"]),
        // Not supported by axum
        ("/{id}.json", ".json", TextAfter, &["/{id}"]),
        ("/{from}-{to}", "-", TextAfter, &["/{from_to}"]),
        ("/users/{id}:archive", ":archive", TextAfter, &["/users/{id}"]),
        ("/files/*path/x", "*path", RestNotLast, &["/files/{path}/x"]),
        ("/{*rest}/x", "{*rest}", RestNotLast, &["/{rest}/x"]),
        ("/x-{*rest}", "{*rest}", RestNotLast, &["/x-{rest}"]),
        ("/search?q={q}", "?q={q}", Query, &["/search"]),
        ("/page#top", "#top", Query, &["/page"]),
        // Several
        ("/a/<id>/:x/*", "<id>", NotBraces, &["/a/{id}/{x}/{*rest}"]),
        ("/a/<id>/b/<id>", "<id>", NotBraces, &["/a/{id}/b/{id2}"]),
        ("/{a}/:b?/{c:int}", ":b?", Optional, &["/{a}/{c}", "/{a}/{b}/{c}"]),
        ("https://example.com/x/:id", "https://example.com/x/:id", NoSlash, &["/x/{id}"]),
        ("~user", "~user", NoSlash, &["/~user"]),
        (" /users", " /users", NoSlash, &["/users"]),
        ("users", "users", NoSlash, &["/users"]),
        ("", "", NoSlash, &["/"]),
    ];
    assert_all(cases, false);
}

#[test]
fn a_prefix_needs_no_parameter_for_the_rest() {
    use Kind::*;
    #[rustfmt::skip]
    let cases: &[Case] = &[
        ("/files/*", "*", RestOfPrefix, &["/files"]),
        ("/files/*/", "*", RestOfPrefix, &["/files"]),
        ("/files/{*rest}", "{*rest}", RestOfPrefix, &["/files"]),
        ("/{*rest}", "{*rest}", RestOfPrefix, &["/"]),
        ("/files/{*re.st}", "{*re.st}", RestOfPrefix, &["/files"]),
        ("/about/?", "?", Optional, &["/about"]),
        ("/<id>/*", "<id>", NotBraces, &["/{id}"]),
        ("/<int:id>/", "<int:id>", Typed, &["/{id}"]),
        ("users/<id>/", "users/<id>/", NoSlash, &["/users/{id}"]),
    ];
    assert_all(cases, true);
}

#[test]
fn text_and_parameters_of_axum_are_accepted() {
    #[rustfmt::skip]
    let paths = [
        "/", "//", "/users", "/users/", "/users/{id}", "/@{name}", "/user-{id}", "/files/{*rest}", "/{user-id}", "/{größe}",
        "/{user.id}", "/{user id}", "/users/{{id}}", "/{{", "/{{x/y}}", "/users:batch", "/users/batch:create", "/v1/[", "/v1/]",
        "/a[0]", "/a*b", "/files*", "/Products(1)", "/(auth)/login", "/$metadata", "/cost$", "/a+b", "/~user", "/a^b", "/a=b;c",
        "/.well-known/x", "/...", "/a,b", "/a!b'c", "/a(b/c)d", "/a[b/c]d", "/-/x",
    ];
    for path in paths {
        for is_prefix in [false, true] {
            let foreign = foreign_path(path, is_prefix);
            let found = foreign.map(|foreign| foreign.mistake);
            assert!(
                found.is_none() || is_prefix && path == "/files/{*rest}",
                "`{path}`: {found:?}"
            );
        }
    }
}
