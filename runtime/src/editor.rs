//! What an editor reads of an `app!`.

/// Passes code on. In code that is the input of a macro, which `#[cfg]` leaves out, an editor finds no names.
#[doc(hidden)]
#[macro_export]
macro_rules! __pass {
    ($($code:tt)*) => { $($code)* };
}

macro_rules! keywords {
    ($($(#[$attr:meta])* $word:ident = $syntax:literal;)*) => {
        /// The words at the beginning of an item, for completion. Their values are the syntax of the item.
        #[allow(non_upper_case_globals, reason = "the names are the words as users write them")]
        pub mod keywords {
            $($(#[$attr])* pub const $word: &str = $syntax;)*
        }
    };
}

keywords! {
    #[doc(hidden)]
    anchor = "";
    /// Routes `GET` requests, and `HEAD` requests unless another route does.
    GET = r#"GET "/path" => handler"#;
    /// Routes `POST` requests.
    POST = r#"POST "/path" => handler"#;
    /// Routes `PUT` requests.
    PUT = r#"PUT "/path" => handler"#;
    /// Routes `PATCH` requests.
    PATCH = r#"PATCH "/path" => handler"#;
    /// Routes `DELETE` requests.
    DELETE = r#"DELETE "/path" => handler"#;
    /// Routes `HEAD` requests.
    HEAD = r#"HEAD "/path" => handler"#;
    /// Routes `OPTIONS` requests.
    OPTIONS = r#"OPTIONS "/path" => handler"#;
    /// Routes `TRACE` requests.
    TRACE = r#"TRACE "/path" => handler"#;
    /// Routes `CONNECT` requests.
    CONNECT = r#"CONNECT "/path" => handler"#;
    /// Routes requests with any method.
    ANY = r#"ANY "/path" => handler"#;
    /// Puts a prefix and middleware around items.
    scope = r#"scope "/prefix" with [entry] { items }"#;
    /// Passes all requests under a prefix to a tower service.
    mount = r#"mount "/prefix" => service"#;
    /// Adds the routes of an `axum::Router`.
    merge = "merge router";
    /// Adds the items of a part.
    include = "include part(arguments)";
    /// Handles the unmatched requests of a block.
    fallback = "fallback => handler";
    /// Handles the requests of a block whose path has a route for another method.
    method_not_allowed = "method_not_allowed => handler";
    /// Names a list of middleware, which other lists contain as `..name`.
    stack = "stack name = [entry]";
}
