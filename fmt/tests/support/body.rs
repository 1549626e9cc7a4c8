//! Random bodies of `app!`.

use crate::support::Random;

/// Returns the tokens of a body.
pub(crate) fn body(random: &mut Random) -> Vec<String> {
    let mut body = Body {
        random,
        tokens: Vec::new(),
    };
    body.head();
    body.tokens
}

struct Body<'a> {
    random: &'a mut Random,
    tokens: Vec<String>,
}

const NAMES: &str =
    "a / index / state / authenticate / show_the_orders_of_one_user / require_role / r#type / with";
const METHODS: &str = "a / index / r#type / show_the_orders_of_one_user / require_role";

impl Body<'_> {
    /// Adds tokens that are separated by spaces. A `~` is a space in a token.
    fn add(&mut self, text: &str) {
        let tokens = text.split(' ').filter(|token| !token.is_empty());
        self.tokens
            .extend(tokens.map(|token| token.replace('~', " ")));
    }

    /// Adds one of several texts.
    fn choose(&mut self, choices: &str) {
        let choices: Vec<&str> = choices.split(" / ").collect();
        let chosen = self.random.of(&choices);
        self.add(chosen);
    }

    fn head(&mut self) {
        if self.random.once_in(3) {
            self.add("#[must_use]");
        }
        self.choose("fn / pub fn / pub ( crate ) fn / async fn");
        self.choose("site / a_site_with_a_long_name");
        let is_generic = self.random.once_in(6);
        if is_generic {
            self.add("< T >");
        }
        self.add("(");
        for at in 0..self.random.below(4) {
            self.add(&format!("argument_{at} :"));
            self.choose("Shop / & str / Option < Vec < u8 > > / State < T >");
            self.add(",");
        }
        self.add(") ->");
        self.choose("Router / Part < CurrentUser > / Part < ( A , B , ) >");
        if is_generic {
            self.choose("where T : Clone , / where T : Clone + Send + 'static , u8 : From < T > ,");
        }
        if self.random.once_in(4) {
            self.add("before routing");
            self.list(2);
        }
        if self.random.once_in(2) {
            self.add("with");
            self.list(3);
        }
        self.block(2);
    }

    fn block(&mut self, depth: usize) {
        self.add("{");
        let count = self.random.below(5);
        for at in 0..count {
            if self.random.once_in(8) {
                self.choose("#[cfg(test)] / #[doc~=~\"text\"]");
            }
            if self.item(depth) && (at + 1 < count || self.random.once_in(2))
                || self.random.once_in(9)
            {
                self.add(",");
            }
        }
        self.add("}");
    }

    /// Adds an item. Returns whether it needs a comma.
    fn item(&mut self, depth: usize) -> bool {
        match self.random.below(if depth == 0 { 7 } else { 9 }) {
            0 => {
                self.add("mount \"/files\" =>");
                self.expression(2);
            }
            1 => {
                self.add("merge");
                self.value(2);
            }
            2 => {
                self.add("include a :: part (");
                self.expression(1);
                self.add(")");
                if self.random.once_in(2) {
                    self.add("as orders");
                }
            }
            3 => {
                self.choose("fallback => / method_not_allowed =>");
                self.expression(2);
                return true;
            }
            4 => {
                self.choose("stack browser = / stack with =");
                self.list(3);
                return true;
            }
            5 | 6 => {
                self.choose("GET / POST / GET | POST / ANY");
                self.choose("\"/\" / \"/orders/{id}\" / r#\"/raw\"# / \"/a/long/path/with/{many}/{parts}/{*rest}\"");
                if self.random.once_in(3) {
                    self.choose("as name / as without / as with");
                }
                self.add("=>");
                self.expression(2);
            }
            _ => {
                self.choose("scope / scope \"/prefix\"");
                if self.random.once_in(4) {
                    self.add("if");
                    self.condition();
                }
                self.lists();
                self.block(depth - 1);
                return false;
            }
        }
        if self.random.once_in(4) {
            self.add("if");
            self.condition();
        }
        self.lists();
        true
    }

    fn lists(&mut self) {
        if self.random.once_in(4) {
            self.choose("without [ ] / without [ log ] / without [ log , a :: b , ]");
        }
        if self.random.once_in(2) {
            self.add("with");
            self.list(3);
        }
    }

    fn list(&mut self, depth: usize) {
        self.add("[");
        let count = self.random.below(4);
        for at in 0..count {
            if self.random.once_in(9) {
                self.add("#[cfg(any())]");
            }
            if self.random.once_in(6) {
                self.add(".. browser");
            } else {
                self.value(depth);
                if self.random.once_in(3) {
                    self.add("if");
                    self.condition();
                    let is_chain = self.random.once_in(4);
                    if is_chain {
                        self.add("else");
                        self.value(1);
                        self.add("if");
                        self.condition();
                    }
                    if self.random.once_in(2) || is_chain {
                        self.add("else");
                        self.value(1);
                    }
                }
            }
            if at + 1 < count || self.random.once_in(2) {
                self.add(",");
            }
        }
        self.add("]");
    }

    /// Adds an expression that is not a literal.
    fn value(&mut self, depth: usize) {
        match self.random.below(4) {
            0 => self.choose(METHODS),
            1 => {
                self.add("provides :: < Session > (");
                self.expression(depth);
                self.add(")");
            }
            2 => {
                self.add("Layer :: new (");
                self.expression(depth);
                self.add(")");
            }
            _ => {
                self.add("Layer :: new ( ) . layer (");
                self.expression(depth);
                self.add(") . other ( )");
            }
        }
    }

    fn condition(&mut self) {
        self.choose("on / ! state.is_on / level == ( Mode { level : 1 } ) / a && is_long && is_longer || { b }");
    }

    fn expression(&mut self, depth: usize) {
        if depth == 0 {
            return self.choose(NAMES);
        }
        match self.random.below(11) {
            0 => self.choose(
                "\"text\" / r\"raw\n~~~text\" / b'\\n' / \"two~\\\n~~~~~~lines\" / 1.5e3 / '~'",
            ),
            1 => {
                self.choose(NAMES);
                self.add("(");
                for _ in 0..self.random.below(4) {
                    self.expression(depth - 1);
                    self.add(",");
                }
                self.add(")");
            }
            2 | 3 => {
                self.add("Layer :: new ( )");
                for _ in 0..self.random.below(4) {
                    self.add(".");
                    self.choose(METHODS);
                    self.add("(");
                    self.expression(depth - 1);
                    self.add(")");
                }
            }
            4 => {
                self.choose(
                    "async || / | a : Path < u8 > | / move | ( a , b ) , c | / async move | | ",
                );
                self.add("{ let a =");
                self.expression(depth - 1);
                self.add("; a . b ( )");
                self.add("}");
            }
            5 if self.random.once_in(2) => {
                self.choose("async || / | a |");
                self.add("{");
                self.expression(depth - 1);
                self.add("}");
            }
            5 => {
                self.add("async ||");
                self.expression(depth - 1);
            }
            6 => {
                self.add("provides :: < Session > (");
                self.expression(depth - 1);
                self.add(")");
            }
            7 => {
                self.add("( StatusCode :: OK ,");
                self.expression(depth - 1);
                self.add(")");
            }
            8 => {
                self.add("match a { Some ( b ) =>");
                self.expression(depth - 1);
                self.choose(", _ => c , } / , _ => { c } }");
            }
            9 => self.choose(
                "json! ( { \"a\" : [ 1 , 2 ] } ) / vec! [ 1 , 2 , ] / format! ( \"{a}\" , )",
            ),
            _ => self.choose(NAMES),
        }
    }
}
