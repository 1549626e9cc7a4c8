//! The names of entries, which `without` takes, and the lists that `..` splices in.

use quote::ToTokens;
use syn::{Attribute, Expr, ExprMethodCall, Ident, Path, ext::IdentExt};

use crate::{
    app::{
        lists::{self, EntryKind},
        parse::{Item, ItemKind},
        resolve::has_cfg,
    },
    diagnostics::{Diagnostics, app as message, nearest},
};

/// The name of an entry: the path that it begins with, `require_role` of `require_role(Role::Owner)`
/// and `TraceLayer` of `TraceLayer::new_for_http()`.
#[derive(Clone)]
pub(super) struct Name(Vec<String>);

impl Name {
    /// The name of an entry, where it begins with a path.
    pub(super) fn of(value: &Expr) -> Option<Self> {
        let path = match value {
            Expr::Path(path) => &path.path,
            Expr::Struct(made) => &made.path,
            Expr::Call(call) => return Self::of(&call.func),
            Expr::MethodCall(call) => return Self::of_method(call),
            Expr::Paren(inner) => return Self::of(&inner.expr),
            Expr::Group(inner) => return Self::of(&inner.expr),
            Expr::Reference(inner) => return Self::of(&inner.expr),
            _ => return None,
        };
        let mut segments = segments(path);
        // What is made by a function of a type has the name of the type.
        if let [.., owner, function] = &*segments
            && begins_upper(owner)
            && !begins_upper(function)
        {
            segments.pop();
        }
        Some(Self(segments))
    }

    /// What a variable makes has the name of the method: `layers.cors()` is `cors`.
    fn of_method(call: &ExprMethodCall) -> Option<Self> {
        match &*call.receiver {
            Expr::Path(variable)
                if variable
                    .path
                    .get_ident()
                    .is_some_and(|ident| !begins_upper(&ident.to_string())) =>
            {
                Some(Self(vec![call.method.unraw().to_string()]))
            }
            Expr::MethodCall(inner) => Self::of_method(inner),
            other => Self::of(other),
        }
    }

    /// Whether a path means this entry: it is the name, or the end of it.
    pub(super) fn is_meant_by(&self, path: &Path) -> bool {
        self.0.ends_with(&segments(path))
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.join("::"))
    }
}

fn segments(path: &Path) -> Vec<String> {
    let segments = path.segments.iter();
    segments
        .map(|segment| segment.ident.unraw().to_string())
        .collect()
}

fn begins_upper(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// The stacks that are declared in the blocks around a list, the innermost block last.
#[derive(Default)]
pub(super) struct Stacks {
    blocks: Vec<Vec<Stack>>,
    /// Those that contain themselves, which is said once.
    endless: Vec<String>,
}

/// `stack name = [entry, ...]`
struct Stack {
    attrs: Vec<Attribute>,
    name: Ident,
    entries: Vec<lists::Entry>,
    is_used: bool,
}

impl Stacks {
    /// Enters a block, and takes the stacks out of its items.
    pub(super) fn enter(&mut self, items: &mut Vec<Item>, diagnostics: &mut Diagnostics) {
        let mut stacks: Vec<Stack> = Vec::new();
        for item in std::mem::take(items) {
            let ItemKind::Stack { name, entries } = item.kind else {
                items.push(item);
                continue;
            };
            let mut others = stacks.iter();
            if let Some(first) = others.find(|other| other.name == name)
                && !(has_cfg(&item.attrs) && has_cfg(&first.attrs))
            {
                let line = first.name.span().start().line;
                diagnostics.report(&name, message::stack_twice(&name.to_string(), line));
            }
            stacks.push(Stack {
                attrs: item.attrs,
                name,
                entries,
                is_used: false,
            });
        }
        self.blocks.push(stacks);
    }

    /// Leaves the block, and gives the names of its stacks that no list has asked for. What is wrong
    /// with them is said all the same.
    pub(super) fn leave(&mut self, diagnostics: &mut Diagnostics) -> Vec<Ident> {
        let unused = self.blocks.last().into_iter().flatten();
        let unused: Vec<_> = unused
            .filter(|stack| !stack.is_used)
            .map(|stack| (stack.name.to_string(), stack.entries.clone()))
            .collect();
        let depth = self.blocks.len();
        for (name, entries) in unused {
            self.splice_at(depth, entries, &mut vec![name], diagnostics);
        }
        let stacks = self.blocks.pop().unwrap_or_default();
        let unused = stacks.into_iter().filter(|stack| !stack.is_used);
        unused.map(|stack| stack.name).collect()
    }

    /// The entries of a list, with those of the stacks that it splices in.
    pub(super) fn splice(
        &mut self,
        entries: Vec<lists::Entry>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<lists::Entry> {
        let depth = self.blocks.len();
        self.splice_at(depth, entries, &mut Vec::new(), diagnostics)
    }

    /// `depth` is how many blocks are around the list, and `inside` what it is spliced into.
    fn splice_at(
        &mut self,
        depth: usize,
        entries: Vec<lists::Entry>,
        inside: &mut Vec<String>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<lists::Entry> {
        let mut spliced = Vec::new();
        for entry in entries {
            let EntryKind::Splice { name } = &entry.kind else {
                spliced.push(entry);
                continue;
            };
            let text = name.to_string();
            if let Some(at) = inside.iter().position(|outer| *outer == text) {
                if !inside.iter().any(|outer| self.endless.contains(outer)) {
                    diagnostics.report(name, message::stack_in_itself(&text, &inside[at..]));
                    self.endless.push(text);
                }
                continue;
            }
            let Some((depth, stacks)) = self.find(depth, name) else {
                let known = self.blocks[..depth].iter().flatten();
                let known: Vec<String> = known.map(|stack| stack.name.to_string()).collect();
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                let meant = nearest(&text, &known);
                diagnostics.report(name, message::no_such_stack(&text, meant, &known));
                continue;
            };
            inside.push(text);
            for (attrs, entries) in stacks {
                let entries = self.splice_at(depth, entries, inside, diagnostics);
                spliced.extend(entries.into_iter().map(|inner| {
                    lists::Entry {
                        attrs: [&entry.attrs, &attrs, &inner.attrs]
                            .into_iter()
                            .flatten()
                            .cloned()
                            .collect(),
                        kind: inner.kind,
                    }
                }));
            }
            inside.pop();
        }
        spliced
    }

    /// The stacks of a name in the nearest block that has one, and how many blocks are around them.
    /// There is more than one only under different `#[cfg]`s.
    #[expect(clippy::type_complexity, reason = "it is taken apart at once")]
    fn find(
        &mut self,
        depth: usize,
        name: &Ident,
    ) -> Option<(usize, Vec<(Vec<Attribute>, Vec<lists::Entry>)>)> {
        let mut blocks = self.blocks[..depth].iter_mut().enumerate().rev();
        blocks.find_map(|(at, block)| {
            let found: Vec<_> = block
                .iter_mut()
                .filter(|stack| stack.name == *name)
                .map(|stack| {
                    stack.is_used = true;
                    (stack.attrs.clone(), stack.entries.clone())
                })
                .collect();
            (!found.is_empty()).then_some((at + 1, found))
        })
    }
}

/// A path as a person would write it.
pub(super) fn shown(path: &Path) -> String {
    path.to_token_stream().to_string().replace(' ', "")
}
