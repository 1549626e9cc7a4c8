//! Parses an entry of a list.

use proc_macro2::{Ident, TokenTree};
use syn::{
    Attribute, BinOp, Block, Error, Expr, ExprIf, ExprLit, Lit, Stmt, Token, UnOp,
    parse::{ParseStream, Result, discouraged::Speculative},
    spanned::Spanned,
};

use crate::{
    app::{
        ast::{AlternativeInput, EntryInput, EntryKind},
        entry_name::EntryName,
        parse::{
            attributes::check_attributes,
            condition::check_condition,
            expression::{parse_entry_condition, parse_expression},
            next_token::{start, text},
        },
    },
    diagnostics::{Diagnostics, app as message},
    syntax::source_text,
};

/// Parses an entry.
pub(super) fn parse_entry(
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<EntryInput> {
    let attrs = input.call(Attribute::parse_outer)?;
    let attrs = check_attributes(attrs, diagnostics);
    if let Some(kind) = parse_splice(input, diagnostics)? {
        return Ok(EntryInput { attrs, kind });
    }
    if ends(input) {
        return Err(input.error(message::EXPECTED_ENTRY));
    }
    let alternatives = parse_alternatives(input, diagnostics)?;
    let kind = EntryKind::Value { alternatives };
    Ok(EntryInput { attrs, kind })
}

/// Parses `..name`, if present. Another sign than `..` is reported.
fn parse_splice(
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<Option<EntryKind>> {
    let dots = if input.peek(Token![...]) {
        let dots: Token![...] = input.parse()?;
        diagnostics.push(Error::new(dots.spans[0], message::splice("...")));
        dots.spans[0]
    } else if input.peek(Token![..]) {
        let dots: Token![..] = input.parse()?;
        dots.spans[0]
    } else {
        let ahead = input.fork();
        let Ok(TokenTree::Punct(sign)) = ahead.parse() else {
            return Ok(None);
        };
        if !"@:$%^~".contains(sign.as_char()) || !ahead.peek(syn::Ident) {
            return Ok(None);
        }
        input.advance_to(&ahead);
        let sign_text = sign.as_char().to_string();
        diagnostics.push(Error::new(sign.span(), message::splice(&sign_text)));
        sign.span()
    };
    let Ok(name) = input.parse::<Ident>() else {
        return Err(Error::new(dots, message::EXPECTED_STACK_NAME));
    };
    if let Some(word) = input.parse::<Option<Token![if]>>()? {
        return Err(Error::new_spanned(word, message::CONDITION_ON_STACK));
    }
    let mut error = None;
    if !ends(input) {
        let found: TokenTree = input.parse()?;
        let message = message::only_the_stack(&text(&found), &name);
        error = Some(Error::new(start(&found), message));
        while !ends(input) {
            input.parse::<TokenTree>()?;
        }
    }
    Ok(Some(EntryKind::Splice { name, error }))
}

/// Parses `value`, `value if condition`, or a chain of the latter with an `else` after each condition.
fn parse_alternatives(
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<AlternativeInput>> {
    let mut alternatives = Vec::new();
    loop {
        let value = parse_expression(input)?;
        if let Expr::If(block) = &value
            && !is_of_one_name(block)
        {
            diagnostics.push(Error::new(block.if_token.span, if_block(block)));
            return Ok(vec![unconditional(block)]);
        }
        check_value(&value, input)?;
        if input.peek(Token![else]) {
            return Err(input.error(message::ELSE_WITHOUT_IF));
        }
        let word = input.parse::<Option<Token![if]>>()?;
        let condition = match word {
            Some(_) if ends(input) || input.peek(Token![else]) => {
                return Err(input.error(message::EXPECTED_CONDITION));
            }
            Some(_) => {
                let condition = parse_entry_condition(input)?;
                Some(check_condition(condition, diagnostics))
            }
            None => None,
        };
        alternatives.push(AlternativeInput { value, condition });
        let Some(otherwise) = input.parse::<Option<Token![else]>>()? else {
            return match word {
                Some(word) if alternatives.len() > 1 => {
                    Err(Error::new_spanned(word, message::EXPECTED_LAST_ELSE))
                }
                _ => Ok(alternatives),
            };
        };
        if input.peek(Token![..]) {
            return Err(input.error(message::STACK_AFTER_ELSE));
        }
        if ends(input) {
            return Err(Error::new_spanned(otherwise, message::EXPECTED_OTHER));
        }
    }
}

/// Returns an error for a value that combines middleware, as other frameworks do.
fn check_value(value: &Expr, input: ParseStream<'_>) -> Result<()> {
    let found = match value {
        // `condition ? a : b`
        Expr::Try(condition) if !ends(input) && !input.peek(Token![if]) => {
            let condition = source_text(&condition.expr);
            return Err(Error::new(value.span(), message::ternary(&condition)));
        }
        Expr::Binary(both) if is_function(&both.left) && is_function(&both.right) => {
            let sign = source_text(both.op);
            let message = message::combined(&sign, &combined(value));
            return Err(Error::new(both.op.span(), message));
        }
        Expr::Unary(not) if matches!(not.op, UnOp::Not(_)) && is_function(&not.expr) => {
            let message = message::negated(&source_text(&not.expr));
            return Err(Error::new(not.op.span(), message));
        }
        Expr::Array(list) => {
            let entries: Vec<String> = list.elems.iter().map(source_text).collect();
            let message = message::not_an_entry("a list", &entries.join(", "));
            return Err(Error::new(list.bracket_token.span.open(), message));
        }
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => {
            let message = message::not_an_entry("a string literal", &text.value());
            return Err(Error::new(text.span(), message));
        }
        Expr::MethodCall(call) if is_path(&call.receiver) => call,
        _ => return Ok(()),
    };
    let words = [
        "and",
        "and_then",
        "chain",
        "compose",
        "followed_by",
        "pipe",
        "then",
        "wrap",
    ];
    match found.args.first() {
        Some(other) if words.iter().any(|word| found.method == word) => {
            let entries = format!("{}, {}", source_text(&*found.receiver), source_text(other));
            let message = message::combined(&format!(".{}", found.method), &entries);
            Err(Error::new(found.method.span(), message))
        }
        _ => Ok(()),
    }
}

/// Returns the entries of `a | b | c`.
fn combined(value: &Expr) -> String {
    match value {
        Expr::Binary(both) => format!("{}, {}", combined(&both.left), combined(&both.right)),
        other => source_text(other),
    }
}

/// Returns whether a value is the name of a function, its call, or several that are combined.
fn is_function(value: &Expr) -> bool {
    match value {
        Expr::Call(call) => is_path(&call.func),
        Expr::Binary(both) => {
            !matches!(both.op, BinOp::Eq(_) | BinOp::Ne(_))
                && is_function(&both.left)
                && is_function(&both.right)
        }
        other => is_path(other),
    }
}

fn is_path(value: &Expr) -> bool {
    let Expr::Path(path) = value else {
        return false;
    };
    let last = path.path.segments.last();
    last.is_some_and(|last| last.ident.to_string().starts_with(char::is_lowercase))
}

/// Returns the message for `if condition { entry } else { other }`.
fn if_block(block: &ExprIf) -> String {
    let condition = source_text(&block.cond);
    let entry = source_text(block.then_branch.stmts.first());
    let other = block.else_branch.as_ref().map(|(_, other)| match &**other {
        Expr::Block(other) => source_text(other.block.stmts.first()),
        other => source_text(other),
    });
    message::if_block(&entry, &condition, other.as_deref())
}

/// Returns whether all values of an `if` have one name, and so one type.
fn is_of_one_name(block: &ExprIf) -> bool {
    let name = |block: &Block| match block.stmts.as_slice() {
        [Stmt::Expr(value, None)] => EntryName::of(value),
        _ => None,
    };
    let first = name(&block.then_branch);
    let other = block.else_branch.as_ref();
    match other.map(|(_, other)| &**other) {
        Some(Expr::Block(other)) => first.is_some() && first == name(&other.block),
        Some(Expr::If(other)) => first == name(&other.then_branch) && is_of_one_name(other),
        _ => false,
    }
}

/// Returns the first value of an `if`, which is checked without its condition.
fn unconditional(block: &ExprIf) -> AlternativeInput {
    let value = match block.then_branch.stmts.as_slice() {
        [Stmt::Expr(value, None)] => value.clone(),
        _ => Expr::If(block.clone()),
    };
    AlternativeInput {
        value,
        condition: None,
    }
}

/// Returns whether an entry ends here.
fn ends(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}
