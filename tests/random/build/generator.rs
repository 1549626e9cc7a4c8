//! Makes an application, item by item.

use std::fmt::Write;

use fastrand::Rng;

use crate::{
    claims::Claims,
    conditions::{Twin, Worlds},
    model::{Entry, Model, Scope},
    parts::Border,
    paths::join,
    tree::{self, Node},
};

pub(crate) struct Generator<'a> {
    pub(crate) rng: &'a mut Rng,
    /// The number of the application.
    pub(crate) app: usize,
    pub(crate) model: Model,
    /// What is in use where `on` is false, and where it is true.
    pub(crate) claims: [Claims; 2],
    pub(crate) twin: Option<Twin>,
    /// The number of names so far.
    names: usize,
    pub(crate) parameters: usize,
    /// Whether prefixes and mounts have parameters.
    pub(crate) has_overlaps: bool,
    /// Whether scopes log the parameters of their prefix.
    pub(crate) logs_params: bool,
}

/// The entries and the named stacks that apply at a place.
#[derive(Clone, Default)]
pub(crate) struct Place {
    pub(crate) depth: usize,
    /// The number of the scope in the model.
    pub(crate) scope: usize,
    pub(crate) prefix: String,
    pub(crate) worlds: Worlds,
    pub(crate) active: Vec<Entry>,
    pub(crate) stacks: Vec<(String, Vec<Entry>)>,
    /// The parts around it, outermost first.
    pub(crate) borders: Vec<Border>,
    /// Whether the innermost part has a state of another type.
    pub(crate) has_own_state: bool,
}

impl<'a> Generator<'a> {
    pub(crate) fn new(rng: &'a mut Rng, app: usize) -> Self {
        Self {
            app,
            model: Model::default(),
            claims: Default::default(),
            twin: None,
            names: 0,
            parameters: 0,
            has_overlaps: rng.usize(..6) > 0,
            logs_params: rng.usize(..3) > 0,
            rng,
        }
    }

    /// Returns the application, whose function has no name yet, and its description.
    pub(crate) fn app(mut self) -> (tree::Scope, Model) {
        let mut place = Place {
            depth: 1,
            ..Place::default()
        };
        let mut head = "(state: Log, on: bool) -> Router".to_owned();
        if self.one_in(4) {
            let mut before = Place::default();
            write!(head, " before routing [{}]", self.entries(&mut before)).unwrap();
            self.model.before_routing = before.active;
        }
        let list = if self.one_in(6) {
            String::new()
        } else {
            self.entries(&mut place)
        };
        let nodes = self.block_or_part(place, true, &|this, place| {
            this.describe_scope(None, None, None, place);
        });
        let app = tree::Scope { head, list, nodes };
        (app, self.model)
    }

    pub(crate) fn block(
        &mut self,
        mut place: Place,
        has_fallback: bool,
        has_method_not_allowed: bool,
    ) -> Vec<Node> {
        let mut nodes = Vec::new();
        if self.one_in(3) {
            nodes.push(self.stack(&mut place));
        }
        let mut left = [has_fallback, has_method_not_allowed];
        // The application itself has more items, so that its scopes and routes overlap.
        let items = if place.depth == 1 { 5..8 } else { 2..5 };
        for _ in 0..self.rng.usize(items) {
            nodes.extend(self.item(&place, &mut left));
        }
        nodes
    }

    /// Returns an item, or `None` if what it claims is in use.
    fn item(&mut self, place: &Place, left: &mut [bool; 2]) -> Option<Node> {
        let kind = self.rng.usize(..16);
        let may_have_part = Self::may_have_part(place);
        if kind == 0 && may_have_part {
            return Some(self.part_of_block(place));
        }
        let before = self.model.size();
        let (attrs, is_present) = self.cfg();
        let node = match kind {
            1..3 if may_have_part && place.depth < 4 => Some(self.part_with_lists(place)),
            3..7 if place.depth < 4 => self.scope(place),
            7 => self.mount(place),
            8 if std::mem::take(&mut left[0]) && self.claim_fallback(place) => {
                let answer = self.answer();
                let node = Node::Item(Self::handler("fallback", &answer));
                if is_present {
                    self.model.scopes[place.scope].fallback = Some(answer);
                }
                Some(node)
            }
            9 if std::mem::take(&mut left[1]) => {
                let answer = self.answer();
                let node = Node::Item(Self::handler("method_not_allowed", &answer));
                if is_present {
                    self.model.scopes[place.scope].method_not_allowed = Some(answer);
                }
                Some(node)
            }
            10 => self.merge(place),
            _ => self.route(place),
        };
        if node.is_none() || !is_present {
            self.model.truncate(before);
        }
        node.map(|node| node.under(attrs))
    }

    fn route(&mut self, place: &Place) -> Option<Node> {
        let (path, methods, if_on) = match self.twin(place) {
            Some(twin) if !twin.methods.is_empty() => (twin.path, twin.methods, Some(!twin.if_on)),
            _ => {
                let path = self.path(&place.prefix, 3, true);
                (path, self.methods(), self.condition())
            }
        };
        let full = join(&place.prefix, &path);
        let place = place.clone().only_if(if_on);
        if !self.claim_route(&place, &full, &methods) {
            return None;
        }
        self.remember(&place, &path, &methods, if_on);
        let name = self.route_name(&place, &full);
        let head = format!("{} {path:?}{name} => answer", methods.join(" | "));
        Some(self.target(&place, if_on, &head, "Route", vec![(full, methods)]))
    }

    fn methods(&mut self) -> Vec<&'static str> {
        match self.rng.usize(..8) {
            0 => vec!["ANY"],
            1 => vec!["GET", "POST"],
            _ => vec![["GET", "GET", "POST", "PUT", "DELETE", "HEAD"][self.rng.usize(..6)]],
        }
    }

    fn scope(&mut self, place: &Place) -> Option<Node> {
        let twin = self.twin(place).filter(|twin| twin.methods.is_empty());
        let if_on = match &twin {
            Some(twin) => Some(!twin.if_on),
            None => self.condition(),
        };
        let mut inner = place.clone().only_if(if_on);
        inner.depth += 1;
        inner.scope = self.model.scopes.len();
        let mut head = "scope".to_owned();
        let has_prefix = twin.is_some() || !self.one_in(6);
        if has_prefix {
            let most = 2 + usize::from(self.one_in(3));
            let prefix = match twin {
                Some(twin) => twin.path,
                None => self.path(&place.prefix, most, false),
            };
            inner.prefix = join(&place.prefix, &prefix);
            if prefix == "/" || !self.claim_prefix(&inner) {
                return None;
            }
            self.remember(place, &prefix, &[], if_on);
            write!(head, " {prefix:?}").unwrap();
        }
        head += self.condition_text(if_on);
        head += &self.without(&mut inner);
        let list = self.marks(&mut inner) + &self.entries(&mut inner);
        let prefix = has_prefix.then(|| inner.prefix.clone());
        let nodes = self.block_or_part(inner, has_prefix, &|this, inner| {
            this.describe_scope(Some(place.scope), prefix.clone(), if_on, inner);
        });
        Some(Node::Scope(tree::Scope { head, list, nodes }))
    }

    pub(crate) fn describe_scope(
        &mut self,
        parent: Option<usize>,
        prefix: Option<String>,
        if_on: Option<bool>,
        place: &Place,
    ) {
        self.model.scopes.push(Scope {
            parent,
            prefix,
            if_on,
            entries: place.active.clone(),
            fallback: None,
            method_not_allowed: None,
        });
    }

    /// Writes the handler of unmatched paths or methods.
    pub(crate) fn handler(keyword: &str, answer: &str) -> String {
        format!("#[doc = {answer:?}] {keyword} => answer({answer:?}),")
    }

    /// Returns the name of an answer.
    pub(crate) fn answer(&mut self) -> String {
        format!("answer {}", self.number())
    }

    /// Returns a number that no other name has.
    pub(crate) fn number(&mut self) -> usize {
        self.names += 1;
        self.names
    }

    pub(crate) fn one_in(&mut self, many: usize) -> bool {
        self.rng.usize(..many) == 0
    }
}
