//! Chooses the items that are parts.

use std::fmt::Write;

use crate::{
    generator::{Generator, Place},
    tree::{Node, Part},
};

/// The number of parts inside of one another.
const DEPTH: usize = 3;

/// An `app!` around a place: a part.
#[derive(Clone)]
pub(crate) struct Border {
    /// The name of its URLs.
    pub(crate) name: String,
    /// The prefix of the part, from the beginning.
    pub(crate) prefix: String,
}

/// The head of a part, before its items.
struct Head {
    include: String,
    signature: String,
}

impl Generator<'_> {
    pub(crate) fn may_have_part(place: &Place) -> bool {
        place.borders.len() < DEPTH
    }

    /// Writes items with a list around them: a part, or a scope without a prefix.
    pub(crate) fn part_with_lists(&mut self, place: &Place) -> Node {
        let if_on = self.condition();
        let mut inner = place.clone().only_if(if_on);
        inner.depth += 1;
        inner.scope = self.model.scopes.len();
        let mut clauses = self.condition_text(if_on).to_owned();
        clauses += &self.without(&mut inner);
        let mut outer = String::new();
        if self.one_in(2) {
            outer += &self.marks(&mut inner);
            outer += &self.entries(&mut inner);
        }
        let head = self.head(&mut inner);
        let own = if self.one_in(2) {
            self.entries(&mut inner)
        } else {
            String::new()
        };
        self.describe_scope(Some(place.scope), None, if_on, &inner);
        let nodes = self.block(inner, false, true);
        Self::node(head, clauses, [outer, own], true, nodes)
    }

    /// Writes neighboring items of a block, which are a part without lists.
    pub(crate) fn part_of_block(&mut self, place: &Place) -> Node {
        let mut inner = place.clone();
        inner.depth += 1;
        let head = self.head(&mut inner);
        // Where the application is flat, a `method_not_allowed` would answer for the whole block, and a `fallback` for its
        // other scopes, too.
        let nodes = self.block(inner, false, false);
        Self::node(head, String::new(), Default::default(), false, nodes)
    }

    /// Writes the block of a scope: all of it is a part with a `fallback`, at random. `describe` describes the scope, and
    /// gets the entries that run for its unmatched paths.
    pub(crate) fn block_or_part(
        &mut self,
        mut place: Place,
        has_prefix: bool,
        describe: &dyn Fn(&mut Self, &Place),
    ) -> Vec<Node> {
        let is_part = has_prefix && Self::may_have_part(&place) && self.one_in(4);
        if !is_part || !self.claim_fallback(&place) {
            describe(self, &place);
            return self.block(place, has_prefix, true);
        }
        let outer = self.entries(&mut place);
        let head = self.head(&mut place);
        let own = self.entries(&mut place);
        describe(self, &place);
        let (scope, answer) = (place.scope, self.answer());
        self.model.scopes[scope].fallback = Some(answer.clone());
        let mut nodes = self.block(place, false, true);
        nodes.push(Node::Item(Self::handler("fallback", &answer)));
        vec![Self::node(head, String::new(), [outer, own], false, nodes)]
    }

    /// Begins a part at a place.
    fn head(&mut self, place: &mut Place) -> Head {
        let number = self.number();
        let name = format!("part_{}_{number}", self.app);
        let was_own = place.has_own_state;
        place.has_own_state = self.one_in(3);
        let state = match (was_own, place.has_own_state) {
            (false, true) => "Own(state.clone())",
            (true, false) => "state.0.clone()",
            _ => "state.clone()",
        };
        let mut include = format!("include {name}({state}, on)");
        let ty = if place.has_own_state { "Own" } else { "Log" };
        let signature = format!("pub fn {name}(state: {ty}, on: bool) -> Part");
        let mut name = name;
        if self.one_in(2) {
            name = format!("named_{number}");
            write!(include, " as {name}").unwrap();
        }
        place.borders.push(Border {
            name,
            prefix: place.prefix.clone(),
        });
        // A part sees neither the entries nor the named stacks outside.
        place.stacks.clear();
        for entry in &mut place.active {
            entry.is_outside = true;
        }
        Head { include, signature }
    }

    fn node(
        head: Head,
        clauses: String,
        lists: [String; 2],
        is_scope: bool,
        nodes: Vec<Node>,
    ) -> Node {
        let Head { include, signature } = head;
        Node::Part(Part {
            attrs: String::new(),
            include,
            signature,
            clauses,
            lists,
            is_scope,
            nodes,
        })
    }
}
