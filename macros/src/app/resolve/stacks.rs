//! Resolves `..name` to the entries of a stack, and detects cycles.

use syn::{Attribute, Expr, Ident, UnOp};

use crate::{
    app::{
        ast::{self, AlternativeInput, EntryKind, Item, ItemKind},
        cfgs::has_cfg,
    },
    diagnostics::{Diagnostics, app as message, nearest},
    syntax::line,
};

/// The stacks of the current block and of those around it. The innermost block is last.
#[derive(Default)]
pub(super) struct Stacks {
    blocks: Vec<Vec<Stack>>,
    /// The stacks that contain themselves, each reported once.
    cyclic: Vec<String>,
    /// Whether entries are missing in the current list, because they have been reported.
    pub(super) lacks_entries: bool,
}

/// `stack name = [entry, ...]`
struct Stack {
    attrs: Vec<Attribute>,
    name: Ident,
    /// The entries, unless they have been reported.
    entries: Option<Vec<ast::EntryInput>>,
    is_used: bool,
}

impl Stacks {
    /// Enters a block and removes the stacks from its items.
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
                let at = line(first.name.span());
                diagnostics.report(&name, message::duplicate_stack(&name.to_string(), at));
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

    /// Leaves the block and returns its unused stacks. Errors in an unused stack are still
    /// reported.
    pub(super) fn leave(&mut self, diagnostics: &mut Diagnostics) -> Vec<Ident> {
        let unused = self.blocks.last().into_iter().flatten();
        let unused: Vec<_> = unused
            .filter(|stack| !stack.is_used)
            .map(|stack| {
                (
                    stack.name.to_string(),
                    stack.entries.clone().unwrap_or_default(),
                )
            })
            .collect();
        let depth = self.blocks.len();
        for (name, entries) in unused {
            self.splice_at(depth, entries, &mut vec![name], diagnostics);
        }
        let stacks = self.blocks.pop().unwrap_or_default();
        let unused = stacks.into_iter().filter(|stack| !stack.is_used);
        unused.map(|stack| stack.name).collect()
    }

    /// Replaces each `..name` with the entries of its stack.
    pub(super) fn splice(
        &mut self,
        entries: Vec<ast::EntryInput>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<ast::EntryInput> {
        let depth = self.blocks.len();
        self.splice_at(depth, entries, &mut Vec::new(), diagnostics)
    }

    /// Does the same for a list inside of `depth` blocks. `inside` names the stacks that are being
    /// inserted.
    fn splice_at(
        &mut self,
        depth: usize,
        entries: Vec<ast::EntryInput>,
        inside: &mut Vec<String>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<ast::EntryInput> {
        let mut spliced = Vec::new();
        for entry in entries {
            let Some(name) = self.stack_of(depth, &entry, diagnostics) else {
                spliced.push(entry);
                continue;
            };
            let name = &name;
            let text = name.to_string();
            if let Some(at) = inside.iter().position(|outer| *outer == text) {
                if !inside.iter().any(|outer| self.cyclic.contains(outer)) {
                    diagnostics.report(name, message::stack_in_itself(&text, &inside[at + 1..]));
                    self.cyclic.push(text);
                }
                continue;
            }
            let Some((depth, stacks)) = self.find(depth, name) else {
                let known = self.blocks[..depth].iter().flatten();
                let known: Vec<String> = known.map(|stack| stack.name.to_string()).collect();
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                let meant = nearest(&text, &known);
                diagnostics.report(name, message::unknown_stack(&text, meant, &known));
                self.lacks_entries = true;
                continue;
            };
            let is_known = stacks.iter().all(|(_, entries)| entries.is_some());
            if let EntryKind::Splice {
                error: Some(error), ..
            } = &entry.kind
                && is_known
            {
                diagnostics.push(error.clone());
            }
            inside.push(text);
            for (attrs, entries) in stacks {
                self.lacks_entries |= entries.is_none();
                let entries = entries.unwrap_or_default();
                let entries = self.splice_at(depth, entries, inside, diagnostics);
                spliced.extend(entries.into_iter().map(|inner| {
                    ast::EntryInput {
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

    /// Returns the name of the stack that an entry inserts. `*name` is reported if it is one.
    fn stack_of(
        &mut self,
        depth: usize,
        entry: &ast::EntryInput,
        diagnostics: &mut Diagnostics,
    ) -> Option<Ident> {
        let alternatives = match &entry.kind {
            EntryKind::Splice { name, .. } => return Some(name.clone()),
            EntryKind::Value { alternatives } => alternatives,
        };
        let [
            AlternativeInput {
                value: Expr::Unary(unary),
                condition: None,
            },
        ] = &**alternatives
        else {
            return None;
        };
        let (UnOp::Deref(star), Expr::Path(path)) = (&unary.op, &*unary.expr) else {
            return None;
        };
        let name = path.path.get_ident()?;
        self.find(depth, name)?;
        diagnostics.report(star, message::splice("*"));
        Some(name.clone())
    }

    /// Returns the stacks of this name in the nearest block that has one, and the depth of that
    /// block. There are several only under different `#[cfg]`s.
    #[expect(clippy::type_complexity, reason = "the caller destructures it at once")]
    fn find(
        &mut self,
        depth: usize,
        name: &Ident,
    ) -> Option<(usize, Vec<(Vec<Attribute>, Option<Vec<ast::EntryInput>>)>)> {
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
