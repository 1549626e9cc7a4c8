"""What `check.py` expects of the language server."""

# What it is, the file and the code around the name (marked with `|`), and the line that defines it.
NAMES = [
    ("handler", "main.rs", 'GET "/" => |show_home', "async fn show_home()"),
    ("handler with a name", "main.rs", "product => |show_product", "async fn show_product()"),
    ("fallback", "main.rs", "fallback => |show_missing", "async fn show_missing()"),
    ("handler in a part", "orders.rs", '"/" => |list_orders', "async fn list_orders("),
    ("entry", "main.rs", "with [|log_requests", "async fn log_requests("),
    ("entry with config", "main.rs", "|limit_size(8)", "async fn limit_size("),
    ("its condition", "main.rs", "limit_size(8) if state.|is_open", "is_open: bool"),
    ("entry that is a layer", "main.rs", '|PoweredBy("axum")', "struct PoweredBy("),
    ("path of a layer", "main.rs", '|layers::PoweredBy("tower")', "//! A tower layer."),
    ("end of that path", "main.rs", 'layers::|PoweredBy("tower")', "struct PoweredBy("),
    ("entry of a stack", "main.rs", "signed_in = [|authenticate]", "async fn authenticate("),
    ("entry with an else", "main.rs", "[|authenticate if", "async fn authenticate("),
    ("entry after an else", "main.rs", "else |limit_size(9)", "async fn limit_size("),
    ("included module", "main.rs", "include |orders::orders(", "//! A part."),
    ("included part", "main.rs", "include orders::|orders(", "fn orders(state: bool)"),
    ("argument of a part", "main.rs", "orders(state.|is_open)", "is_open: bool"),
    ("condition of an item", "main.rs", "orders(state.is_open) if state.|is_open", "is_open: bool"),
    ("state of a condition", "main.rs", "orders(state.is_open) if |state.", "fn shop(state: Shop)"),
    ("stack in a list", "main.rs", "[..|signed_in]", "stack signed_in ="),
    ("name in without", "main.rs", "without [|limit_size]", "async fn limit_size("),
    ("type of the state", "main.rs", "fn shop(state: |Shop)", "struct Shop {"),
    ("required type", "orders.rs", "Part<|CurrentUser>", "struct CurrentUser;"),
    ("application", "main.rs", "let _ = |shop(", "fn shop(state: Shop)"),
    ("its module", "main.rs", "let _ = |shop::url::product", "fn shop(state: Shop)"),
    ("name of a route", "main.rs", "shop::url::|product(", "as product =>"),
    ("name of a part", "main.rs", "shop::url::|orders()", "include orders::orders("),
    ("name of a route of a part", "main.rs", "orders().|list_orders()", 'GET "/" => list_orders'),
    ("keyword", "main.rs", '|scope "/orders"', "scope = "),
    ("method", "main.rs", '|GET "/products/{id}"', "GET = "),
    ("middleware in code", "main.rs", "layer(|log_requests()", "async fn log_requests("),
    ("middleware with config in code", "main.rs", "layer(|limit_size(7)", "async fn limit_size("),
    ("parameter of a middleware", "main.rs", "provide(CurrentUser).run(|req)", "authenticate(req: Request"),
    ("config of a middleware", "main.rs", "let _ = |most;", "#[config] most: &usize"),
    ("next of a middleware", "main.rs", "|next.provide(", "next: Next<CurrentUser>"),
    ("declared middleware", "main.rs", "async fn |log_requests", "async fn log_requests("),
    ("declared stack", "main.rs", "stack |signed_in", "stack signed_in ="),
    ("provided type", "main.rs", "Next<|CurrentUser>", "struct CurrentUser;"),
]

# What a hover must have beside the definition's own line.
DOCS = {
    "async fn show_home()": "Shows the home page.",
    "async fn log_requests(": "Logs each request.",
    "async fn limit_size(": "Limits the size of a request.",
    "async fn authenticate(": "Finds out who sends a request.",
    "async fn list_orders(": "Lists the orders.",
    "fn orders(state: bool)": "The orders of a user.",
    "struct PoweredBy(": "Says what made a response.",
    "scope = ": "Puts a prefix and middleware around items.",
    "GET = ": "Routes `GET` requests",
    "as product =>": "Returns the URL of `/products/{id}`.",
}

METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "ANY"]
KEYWORDS = ["scope", "mount", "merge", "include", "fallback", "method_not_allowed", "stack"]
HANDLERS = ["show_home", "show_missing", "show_product"]

# What is written, the comment in its place, the text (the cursor is at the last `|`), and names that are offered, with no name
# before them that is not in the source.
COMPLETIONS = [
    ("half-written entry", "/*entry*/", "au|", ["authenticate"]),
    ("entry with others after it", "/*entry*/", "au|, limit_size(3)", ["authenticate"]),
    ("empty entry", "/*entry*/", "|", ["authenticate", "limit_size", "log_requests"]),
    ("condition of an entry", "/*entry*/", "log_requests if state.|", ["is_open"]),
    ("entry of a route", "/*item*/", 'GET "/x" => show_home with [lo|],', ["log_requests"]),
    ("half-written handler", "/*item*/", 'GET "/x" => sho|', HANDLERS),
    ("half-written handler and comma", "/*item*/", 'GET "/x" => sho|,', HANDLERS),
    ("handler in a module", "/*item*/", 'GET "/x" => orders::|', ["orders"]),
    ("empty handler", "/*item*/", 'GET "/x" => |', HANDLERS),
    ("empty handler and comma", "/*item*/", 'GET "/x" => |,', HANDLERS),
    ("empty handler before an item", "/*item*/", 'GET "/x" => |\n        GET "/y" => show_home,', HANDLERS),
    ("half-written handler before an item", "/*item*/", 'GET "/x" => sho|\n        GET "/y" => show_home,', HANDLERS),
    ("half-written fallback", "/*nested*/", "fallback => sho|", HANDLERS),
    ("half-written service", "/*item*/", 'mount "/x" => sho|', HANDLERS),
    ("half-written part", "/*item*/", "include ord|", ["orders"]),
    ("half-written part in a module", "/*item*/", "include orders::ord|", ["orders"]),
    ("half-written part and arguments", "/*item*/", "include orders::ord|(true),", ["orders"]),
    ("condition of a route", "/*item*/", 'GET "/x" => show_home if state.|', ["is_open"]),
    ("name in without", "/*item*/", 'GET "/x" => show_home without [lim|],', ["limit_size"]),
    ("stack in a list", "/*item*/", 'GET "/x" => show_home with [..sig|],', ["signed_in"]),
    ("body of a middleware", "/*body*/", "next.|", ["run", "provide", "state", "try_run"]),
    ("body before a statement", "/*body*/", "let response = next.|;", ["run", "provide", "state", "try_run"]),
    ("entry of an application without a block", "/*app*/", "app! { fn x() -> Router with [log_requests, au|] }", ["authenticate"]),
    ("half-written part and comma", "/*item*/", "include ord|,", ["orders"]),
    ("entry of a scope without a block", "/*item*/", 'scope "/x" with [log_requests, au|]', ["authenticate"]),
    ("condition of a scope without a block", "/*item*/", 'scope "/x" if state.|', ["is_open"]),
    ("second method", "/*item*/", "GET | PO|", ["POST"]),
    ("sc after a doc comment", "/*item*/", "/// Docs.\n        sc|", ["scope"]),
    ("sc after an attribute", "/*item*/", "#[cfg(test)]\n        sc|", ["scope"]),
    ("G before an item without a comma", "/*item*/", "G|\n        GET \"/y\" => show_home,", ["GET"]),
    ("URLs of an application", "/*code*/", "shop::url::|", ["account", "orders", "product"]),
    ("URLs of a part", "/*code*/", "shop::url::orders().|", ["list_orders"]),
    ("G at the start of an item", "/*item*/", "G|", ["GET"]),
    ("P at the start of an item", "/*item*/", "P|", ["PATCH", "POST", "PUT"]),
    ("sc at the start of an item", "/*item*/", "sc|", ["scope"]),
    ("mo at the start of an item", "/*item*/", "mo|", ["mount"]),
    ("inc at the start of an item", "/*item*/", "inc|", ["include"]),
    ("st at the start of an item", "/*item*/", "st|", ["stack"]),
    ("fa in a scope", "/*nested*/", "fa|", ["fallback"]),
    ("nothing at the start of an item", "/*item*/", "|", METHODS + KEYWORDS),
]


# Checks that fail, and why.
KNOWN = {
    "hover: name of a part": "the generated module reaches the URLs of a part through a trait",
    "completion: handler in a module": "before `fallback =>`, the item does not parse, and its handler is not kept",
    "hover: declared middleware": "one name is a type and a function, and rustc's notes point to it in the impls",
}

# What the server offers first in any expression, if nothing is written yet.
ALWAYS_FIRST = {"None", "Err", "Ok", "Some", "self::", "crate::"}
