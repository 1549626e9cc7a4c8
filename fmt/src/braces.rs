//! Keeps the braces that rustfmt removes: of `|| { index }`, and of `Some(a) => { a }`.

use syn::{
    Arm, Block, Expr, ExprClosure, ReturnType, Stmt,
    spanned::Spanned,
    visit::{Visit, visit_arm, visit_expr_closure},
};

use crate::lex::{Lexeme, lex};

/// Makes the content of such braces a statement, so that rustfmt keeps them.
pub(crate) fn keep_braces(expression: &str) -> String {
    let mut ends = Ends::default();
    if let Ok(parsed) = syn::parse_str(expression) {
        ends.visit_expr(&parsed);
    }
    let mut kept = expression.to_owned();
    // From the end, so that an insertion does not move the places before it.
    ends.0.sort_unstable();
    for end in ends.0.into_iter().rev() {
        kept.insert(end, ';');
    }
    kept
}

/// Removes the semicolons of [`keep_braces`] after formatting. Returns `None` if other tokens differ.
pub(crate) fn remove_semicolons(before: &str, formatted: &str) -> Option<String> {
    let (old, new) = (lex(before).ok()?, lex(formatted).ok()?);
    let is_token = |lexeme: &&Lexeme| !lexeme.is_comment();
    let old = old
        .iter()
        .filter(is_token)
        .map(|token| &before[token.range.clone()]);
    let mut old = old.peekable();
    let mut kept = String::new();
    let mut end = 0;
    for token in new.iter().filter(is_token) {
        let written = &formatted[token.range.clone()];
        if old.next_if_eq(&written).is_some() {
            continue;
        }
        match written {
            ";" => {
                kept += &formatted[end..token.range.start];
                end = token.range.end;
            }
            // The comma at the end of a list is optional.
            "," => {}
            _ => {
                old.next_if_eq(&",")?;
                old.next_if_eq(&written)?;
            }
        }
    }
    Some(kept + &formatted[end..])
}

/// The ends of the expressions that are alone in a block.
#[derive(Default)]
struct Ends(Vec<usize>);

impl Ends {
    fn block(&mut self, block: &Block) {
        if let [Stmt::Expr(alone, None)] = &*block.stmts {
            self.0.push(alone.span().byte_range().end);
        }
    }
}

impl<'a> Visit<'a> for Ends {
    fn visit_expr_closure(&mut self, closure: &'a ExprClosure) {
        // With a return type, the braces are necessary.
        if let (ReturnType::Default, Expr::Block(body)) = (&closure.output, &*closure.body) {
            self.block(&body.block);
        }
        visit_expr_closure(self, closure);
    }

    fn visit_arm(&mut self, arm: &'a Arm) {
        if let Expr::Block(body) = &*arm.body {
            self.block(&body.block);
        }
        visit_arm(self, arm);
    }
}
