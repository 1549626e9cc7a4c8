//! Where the lines of a body are broken.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use crate::support::verify;

/// Formats the items of a block, which are at the indentation of the expected text.
fn assert_items(source: &str, expected: &str) {
    assert_body(
        &format!("fn f() -> Router {{{source}}}"),
        &format!("    fn f() -> Router {{\n{expected}    }}\n"),
    );
}

fn assert_body(source: &str, expected: &str) {
    let formatted = verify(&format!("app! {{{source}}}\n"));
    let expected = format!("app! {{\n{expected}}}\n");
    assert!(formatted == expected, "{formatted}\nis not\n{expected}");
}

#[test]
fn what_fits_is_on_one_line() {
    assert_items(
        "GET|POST\n\"/\"  as home=>index if  on without[log,] with[\na,\n..b,]",
        "        GET | POST \"/\" as home => index if on without [log] with [a, ..b],\n",
    );
}

#[test]
fn each_item_is_on_a_line_of_its_own_with_a_comma() {
    assert_items(
        "fallback=>a scope{GET \"/\"=>b},merge c",
        "        fallback => a
        scope {
            GET \"/\" => b,
        },
        merge c,
",
    );
}

#[test]
fn one_blank_line_is_kept() {
    assert_items(
        "\n\n\nmerge a,\n\n\n\n// b\nmerge b,merge c,\n\n",
        "        merge a,

        // b
        merge b,
        merge c,
",
    );
}

#[test]
fn empty_lists_and_blocks_stay_on_the_line() {
    assert_items("scope with[ ] { }", "        scope with [] {}\n");
}

#[test]
fn lists_that_fit_on_the_next_line_are_there() {
    assert_items(
        "GET \"/a/path/of/some/length\" => a_handler_with_a_long_name without [log] with [authenticate, require_role(Role::Owner)]",
        "        GET \"/a/path/of/some/length\" => a_handler_with_a_long_name
            without [log] with [authenticate, require_role(Role::Owner)],
",
    );
}

#[test]
fn a_long_list_has_one_entry_on_each_line() {
    assert_items(
        "GET \"/\" => index with [TimeoutLayer::new(Duration::from_secs(10)), ConcurrencyLimitLayer::new(1), authenticate]",
        "        GET \"/\" => index with [
            TimeoutLayer::new(Duration::from_secs(10)),
            ConcurrencyLimitLayer::new(1),
            authenticate,
        ],
",
    );
}

#[test]
fn the_list_of_a_scope_is_broken_before_its_block_moves() {
    assert_items(
        "scope \"/report\" with [TimeoutLayer::new(Duration::from_secs(10)), ConcurrencyLimitLayer::new(1)] { GET \"/\" => a }",
        "        scope \"/report\" with [
            TimeoutLayer::new(Duration::from_secs(10)),
            ConcurrencyLimitLayer::new(1),
        ] {
            GET \"/\" => a,
        }
",
    );
}

#[test]
fn a_stack_is_broken_like_any_list() {
    assert_items(
        "stack browser = [TimeoutLayer::new(Duration::from_secs(10)), ConcurrencyLimitLayer::new(1), csrf],",
        "        stack browser = [
            TimeoutLayer::new(Duration::from_secs(10)),
            ConcurrencyLimitLayer::new(1),
            csrf,
        ],
",
    );
}

#[test]
fn an_attribute_of_an_entry_breaks_the_list() {
    assert_items(
        "merge a with [#[cfg(test)]trace,log]",
        "        merge a with [
            #[cfg(test)]
            trace,
            log,
        ],
",
    );
}

#[test]
fn an_entry_that_is_too_long_is_broken_before_else() {
    assert_items(
        "merge a with [provides::<User>(Extension(User(\"a\"))) if number == 0 else provides::<User>(AddExtensionLayer::new(User(\"b\")))]",
        "        merge a with [
            provides::<User>(Extension(User(\"a\"))) if number == 0
            else provides::<User>(AddExtensionLayer::new(User(\"b\"))),
        ],
",
    );
}

#[test]
fn a_closure_is_formatted_in_its_place() {
    assert_items(
        "POST \"/orders\" => async |State(store):State<Store>,Json(order):Json<Order>|{store.insert(order).await;StatusCode::CREATED} with[log]",
        "        POST \"/orders\" => async |State(store): State<Store>, Json(order): Json<Order>| {
            store.insert(order).await;
            StatusCode::CREATED
        } with [log],
",
    );
}

#[test]
fn the_braces_of_closures_and_arms_are_kept() {
    assert_items(
        "GET \"/\" => async |a|{a . b()},
merge f(|a|{ match a{ Some(b)=>{b} _=>c} })",
        "        GET \"/\" => async |a| {
            a.b()
        },
        merge f(|a| {
            match a {
                Some(b) => {
                    b
                }
                _ => c,
            }
        }),
",
    );
}

#[test]
fn a_target_that_is_too_long_is_on_the_next_line() {
    assert_items(
        "GET \"/a/path/that/is/longer/than/its/column/and/goes/on/and/on\" => a_handler_with_a_name_that_is_long",
        "        GET \"/a/path/that/is/longer/than/its/column/and/goes/on/and/on\" =>
            a_handler_with_a_name_that_is_long,
",
    );
}

#[test]
fn several_lists_of_the_signature_are_on_lines_of_their_own() {
    assert_body(
        "pub fn shop(state:Shop)->Router before routing[NormalizePathLayer::trim_trailing_slash()] with[log_requests]{}",
        "    pub fn shop(state: Shop) -> Router
    before routing [NormalizePathLayer::trim_trailing_slash()]
    with [log_requests] {}
",
    );
}

#[test]
fn lists_follow_a_where_clause() {
    assert_body(
        "fn shop<T>(state:State<T>)->Router where T:Clone,with[log]{merge a}",
        "    fn shop<T>(state: State<T>) -> Router
    where
        T: Clone,
    with [log] {
        merge a,
    }
",
    );
}

#[test]
fn comments_stay_where_they_are() {
    assert_body(
        "
// head
fn f() -> Router { // behind
/// Of the item.
#[cfg(a)]
  merge a , // after
/* before */ merge /* inside */ b with [ // list
 c // entry
, /* last */ ]
// end
}",
        "    // head
    fn f() -> Router { // behind
        /// Of the item.
        #[cfg(a)]
        merge a, // after
        /* before */ merge /* inside */ b with [ // list
            c, // entry
            /* last */
        ],
        // end
    }
",
    );
}

#[test]
fn an_item_after_a_comment_after_its_attribute_is_not_indented() {
    assert_items(
        "#[cfg(a)] // first\nGET \"/\"=>index with[log],#[cfg(b)]\n// second\nmerge a",
        "        #[cfg(a)]
        // first
        GET \"/\" => index with [log],
        #[cfg(b)]
        // second
        merge a,
",
    );
}
