//! Truncates token streams, and deletes, doubles, swaps and replaces tokens.

use proc_macro2::{Group, TokenStream, TokenTree};

/// Counts the tokens at any depth. A group is one more than its content.
pub(super) fn count(stream: &TokenStream) -> usize {
    let tokens = stream.clone().into_iter();
    tokens
        .map(|token| match token {
            TokenTree::Group(group) => 1 + count(&group.stream()),
            _ => 1,
        })
        .sum()
}

/// Collects all tokens in reading order.
pub(super) fn all(stream: &TokenStream, found: &mut Vec<TokenTree>) {
    for token in stream.clone() {
        found.push(token.clone());
        if let TokenTree::Group(group) = token {
            all(&group.stream(), found);
        }
    }
}

/// Returns the first tokens in reading order. A truncated group is closed.
pub(super) fn prefix(stream: TokenStream, left: &mut usize) -> TokenStream {
    let mut kept = TokenStream::new();
    for token in stream {
        if *left == 0 {
            break;
        }
        *left -= 1;
        kept.extend([match token {
            TokenTree::Group(group) => regroup(&group, prefix(group.stream(), left)),
            other => other,
        }]);
    }
    kept
}

/// Returns a group with the same delimiters and span.
pub(super) fn regroup(group: &Group, stream: TokenStream) -> TokenTree {
    let mut regrouped = Group::new(group.delimiter(), stream);
    regrouped.set_span(group.span());
    regrouped.into()
}

/// Changes a random token at any depth.
pub(super) fn mutate(
    stream: TokenStream,
    random: &mut Random,
    others: &[TokenTree],
) -> TokenStream {
    let length = count(&stream);
    if length == 0 {
        return stream;
    }
    let mut at = Some(random.below(length));
    edit(stream, &mut at, &mut |tokens, at| {
        change(tokens, at, random, others);
    })
}

fn change(tokens: &mut Vec<TokenTree>, at: usize, random: &mut Random, others: &[TokenTree]) {
    let length = tokens.len();
    match random.below(7) {
        0 | 1 => drop(tokens.remove(at)),
        2 => tokens.insert(at, tokens[at].clone()),
        3 => tokens.swap(at, (at + 1) % length),
        4 => tokens.swap(at, random.below(length)),
        5 => tokens[at] = others[random.below(others.len())].clone(),
        _ => match tokens.remove(at) {
            // Replaces a group with its content.
            TokenTree::Group(group) => drop(tokens.splice(at..at, group.stream())),
            // Puts the rest of the block into a group.
            token => {
                let rest = tokens.split_off(at).into_iter().collect();
                tokens.push(token);
                tokens.push(Group::new(random.delimiter(), rest).into());
            }
        },
    }
}

/// Calls `change` with the siblings of the token `at` in reading order, and its index among them.
fn edit(
    stream: TokenStream,
    at: &mut Option<usize>,
    change: &mut dyn FnMut(&mut Vec<TokenTree>, usize),
) -> TokenStream {
    let mut tokens: Vec<TokenTree> = stream.into_iter().collect();
    let mut here = 0;
    while let Some(left) = *at
        && here < tokens.len()
    {
        if left == 0 {
            *at = None;
            change(&mut tokens, here);
            break;
        }
        *at = Some(left - 1);
        if let TokenTree::Group(group) = &tokens[here] {
            let inner = edit(group.stream(), at, change);
            if at.is_none() {
                tokens[here] = regroup(group, inner);
            }
        }
        here += 1;
    }
    tokens.into_iter().collect()
}

/// `SplitMix64`, which returns the same numbers in every run.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^= bits >> 31;
        usize::try_from(bits % limit as u64).expect("the remainder is less than a `usize`")
    }

    fn delimiter(&mut self) -> proc_macro2::Delimiter {
        use proc_macro2::Delimiter::{Brace, Bracket, Parenthesis};
        [Brace, Bracket, Parenthesis][self.below(3)]
    }
}
