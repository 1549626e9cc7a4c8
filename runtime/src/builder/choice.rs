//! `a if condition else b` as an entry of a list.
//!
//! The generated code adds each value to a list of its own, in the branch that evaluates it. So each
//! value is checked like any other entry. [`Alternative`] is such a list, and the kinds below decide
//! how two of them become one entry.

use std::marker::PhantomData;

use super::{
    chain_builder::ChainBuilder,
    choice_entry::BoxedChoice,
    entries::{MiddlewareEntry, SkippableEntry},
    token::{ChoiceToken, Token},
};
use crate::{
    chain::Choice,
    context::{Context, Nil, Types},
    debug::opaque_debug,
    diagnostics::{ChosenEntry, Fine, Found},
};

/// A value of an entry as the only entry `E` of a list. `T` is its token.
pub struct Alternative<T, E> {
    entry: E,
    token: PhantomData<fn() -> T>,
}

impl<T: Token, E> Alternative<T, E> {
    fn new(entry: E) -> Self {
        Self {
            entry,
            token: PhantomData,
        }
    }

    /// Returns the token of the entry.
    #[must_use]
    pub fn token(&self) -> T {
        T::new()
    }
}

impl<S, P, N, W> ChainBuilder<S, Context<P, N>, W> {
    /// Opens a list for one value of the next entry.
    #[must_use]
    pub fn alternative(&self) -> ChainBuilder<S, Context<P, N>, ()> {
        ChainBuilder::new()
    }

    /// Returns a list in which nothing is provided yet.
    ///
    /// A value after an `else` is checked against it. It provides the same types as the first value,
    /// for which a type that is provided twice is reported already.
    #[must_use]
    pub fn without_provided(&self) -> ChainBuilder<S, Context<Nil, N>, ()> {
        ChainBuilder::new()
    }

    /// Adds the entry as the innermost one.
    pub fn add_choice<T: Token, E>(
        self,
        choice: Alternative<T, E>,
    ) -> ChainBuilder<S, Inside<T, P, N>, (W, E)> {
        self.push(choice.entry)
    }

    /// Adds an entry that routes can exclude by its number.
    pub fn add_excludable_choice<T: Token, E>(
        self,
        choice: Alternative<T, E>,
        number: usize,
    ) -> ChainBuilder<S, Inside<T, P, N>, (W, SkippableEntry<E>)> {
        self.push(SkippableEntry {
            part: Some(choice.entry),
            entry: Some(number),
        })
    }
}

/// The context inside the entry with the token `T`.
type Inside<T, P, N> = Context<<<T as Token>::Types as Types>::Onto<P>, <T as Token>::Listed<N>>;

impl<S, C, E> ChainBuilder<S, C, ((), E)> {
    /// Closes a list for one value of an entry.
    pub fn into_alternative<T: Token>(self, _: T) -> Alternative<T, E> {
        Alternative::new(self.entries.1)
    }
}

/// Two values of one type.
///
/// `(&&&&choice).chosen()` finds the first of these traits that fits.
pub trait EqualKind {
    /// Returns how the values become an entry.
    fn chosen(&self) -> AsOne {
        AsOne
    }
}
impl<T, E> EqualKind for &&&Choice<Alternative<T, E>, Alternative<T, E>> {}

/// Two middleware that provide the same types.
pub trait TwoMiddlewareKind {
    /// Returns how the values become an entry.
    fn chosen(&self) -> AsTwoMiddleware {
        AsTwoMiddleware
    }
}
impl<T, A, RA, U, B, RB> TwoMiddlewareKind
    for &&Choice<Alternative<T, MiddlewareEntry<A, RA>>, Alternative<U, MiddlewareEntry<B, RB>>>
where
    T: Token,
    U: Token<Types = T::Types>,
{
}

/// Any other two values that provide the same types.
pub trait TwoKind {
    /// Returns how the values become an entry.
    fn chosen(&self) -> AsTwo {
        AsTwo
    }
}
impl<T, A, U, B> TwoKind for &Choice<Alternative<T, A>, Alternative<U, B>>
where
    T: Token,
    U: Token<Types = T::Types>,
{
}

/// Two values that provide different types.
pub trait UnequalKind {
    /// Returns how the values become an entry.
    fn chosen(&self) -> AsUnequal {
        AsUnequal
    }
}
impl<A, B> UnequalKind for Choice<A, B> {}

/// Makes an entry of two values of one type.
#[derive(Debug)]
pub struct AsOne;

/// Makes an entry of two middleware.
#[derive(Debug)]
pub struct AsTwoMiddleware;

/// Makes an entry of two values, one of which is a tower layer.
#[derive(Debug)]
pub struct AsTwo;

/// Reports two values that provide different types.
#[derive(Debug)]
pub struct AsUnequal;

impl AsOne {
    /// Accepts the values.
    #[must_use]
    pub fn compare<A, B>(&self, _: &Choice<A, B>) -> Fine {
        Fine::default()
    }

    /// Returns the entry.
    pub fn merge<A>(self, choice: Choice<A, A>) -> A {
        match choice {
            Choice::First(entry) | Choice::Second(entry) => entry,
        }
    }
}

impl AsTwoMiddleware {
    /// Accepts the values.
    #[must_use]
    pub fn compare<A, B>(&self, _: &Choice<A, B>) -> Fine {
        Fine::default()
    }

    /// Returns the entry.
    pub fn merge<T: Token, A, RA, U: Token, B, RB>(
        self,
        choice: Choice<
            Alternative<T, MiddlewareEntry<A, RA>>,
            Alternative<U, MiddlewareEntry<B, RB>>,
        >,
    ) -> Alternative<ChoiceToken<T, U>, MiddlewareEntry<Choice<A, B>, (RA, RB)>> {
        Alternative::new(MiddlewareEntry::new(match choice {
            Choice::First(first) => Choice::First(first.entry.0),
            Choice::Second(second) => Choice::Second(second.entry.0),
        }))
    }
}

impl AsTwo {
    /// Accepts the values.
    #[must_use]
    pub fn compare<A, B>(&self, _: &Choice<A, B>) -> Fine {
        Fine::default()
    }

    /// Returns the entry.
    pub fn merge<T: Token, A, U: Token, B>(
        self,
        choice: Choice<Alternative<T, A>, Alternative<U, B>>,
    ) -> Alternative<ChoiceToken<T, U>, BoxedChoice<A, B>> {
        Alternative::new(BoxedChoice(match choice {
            Choice::First(first) => Choice::First(first.entry),
            Choice::Second(second) => Choice::Second(second.entry),
        }))
    }
}

/// The types `T` as they are written after `Next`.
type Written<T> = <<T as Token>::Types as Types>::Value;

impl AsUnequal {
    /// Returns the types that the values provide, for the message.
    #[must_use]
    pub fn compare<T: Token, A, U: Token, B>(
        &self,
        _: &Choice<Alternative<T, A>, Alternative<U, B>>,
    ) -> Found<ChosenEntry, (T::Value, U::Value, Written<T>, Written<U>)> {
        Found::default()
    }

    /// Returns the entry as if both values provided what the first one does.
    pub fn merge<T: Token, A, U: Token, B>(
        self,
        choice: Choice<Alternative<T, A>, Alternative<U, B>>,
    ) -> Alternative<ChoiceToken<T, U>, BoxedChoice<A, B>> {
        AsTwo.merge(choice)
    }
}

opaque_debug! {
    Alternative<T, E>,
}
