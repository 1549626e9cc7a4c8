//! An application as a tree of items, which is written flat or in parts.

/// An item of a block.
pub(crate) enum Node {
    /// An item without a block.
    Item(String),
    Scope(Scope),
    Part(Part),
}

/// A scope, or the application itself.
pub(crate) struct Scope {
    /// The text before the list.
    pub(crate) head: String,
    /// The entries of the list. The scope has no list if there are none.
    pub(crate) list: String,
    pub(crate) nodes: Vec<Node>,
}

/// Items that are an `app!` of their own where the application is written in parts.
pub(crate) struct Part {
    pub(crate) attrs: String,
    /// The `include`, up to its condition.
    pub(crate) include: String,
    /// The signature of the function.
    pub(crate) signature: String,
    /// The condition and the excluded entries.
    pub(crate) clauses: String,
    /// The entries of the list on the `include`, and of the part's own.
    pub(crate) lists: [String; 2],
    /// Whether the items are in a scope without a prefix where the application is flat. Otherwise they are among the
    /// items of the block, and the lists are at the end of the list of the block.
    pub(crate) is_scope: bool,
    pub(crate) nodes: Vec<Node>,
}

/// How to write an application.
pub(crate) enum Form {
    Flat,
    /// In parts. Holds those that are written.
    Parts(Vec<String>),
}

impl Node {
    /// Adds attributes.
    pub(crate) fn under(mut self, attrs: &str) -> Self {
        let text = match &mut self {
            Self::Item(text) => text,
            Self::Scope(scope) => &mut scope.head,
            Self::Part(part) => &mut part.attrs,
        };
        text.insert_str(0, attrs);
        self
    }
}

impl Form {
    /// Returns the source of an application of this name: an `app!` for each part, and one for the application.
    pub(crate) fn written(mut self, app: &Scope, name: &str) -> String {
        let app = in_app(&format!("pub fn {name}{}", self.scope(app, 0)));
        let parts = match self {
            Self::Flat => Vec::new(),
            Self::Parts(parts) => parts,
        };
        parts.concat() + &app
    }

    fn scope(&mut self, scope: &Scope, depth: usize) -> String {
        let list = match self {
            Self::Flat => scope.list.clone() + &inner_lists(&scope.nodes),
            Self::Parts(_) => scope.list.clone(),
        };
        self.block(&scope.head, &list, &scope.nodes, depth)
    }

    fn block(&mut self, head: &str, list: &str, nodes: &[Node], depth: usize) -> String {
        let (indent, list) = ("    ".repeat(depth), with(list));
        let nodes = self.nodes(nodes, depth + 1);
        format!("{indent}{head}{list} {{\n{nodes}{indent}}}\n")
    }

    fn nodes(&mut self, nodes: &[Node], depth: usize) -> String {
        let texts = nodes.iter().map(|node| match node {
            Node::Item(text) => format!("{}{text}\n", "    ".repeat(depth)),
            Node::Scope(scope) => self.scope(scope, depth),
            Node::Part(part) => self.part(part, depth),
        });
        texts.collect()
    }

    fn part(&mut self, part: &Part, depth: usize) -> String {
        let Part {
            attrs,
            include,
            signature,
            clauses,
            lists: [outer, own],
            is_scope,
            nodes,
        } = part;
        match self {
            Self::Flat if *is_scope => {
                let head = format!("{attrs}scope{clauses}");
                self.block(&head, &(outer.clone() + own), nodes, depth)
            }
            Self::Flat => self.nodes(nodes, depth),
            Self::Parts(_) => {
                let text = in_app(&self.block(signature, own, nodes, 0));
                if let Self::Parts(parts) = self {
                    parts.push(text);
                }
                let indent = "    ".repeat(depth);
                format!("{indent}{attrs}{include}{clauses}{},\n", with(outer))
            }
        }
    }
}

fn in_app(text: &str) -> String {
    format!("app! {{\n{text}}}\n\n")
}

fn with(list: &str) -> String {
    if list.is_empty() {
        String::new()
    } else {
        format!(" with [{list}]")
    }
}

/// Returns the lists of a part that has the whole block.
fn inner_lists(nodes: &[Node]) -> String {
    match nodes {
        [Node::Part(part)] if !part.is_scope => part.lists.concat() + &inner_lists(&part.nodes),
        _ => String::new(),
    }
}
