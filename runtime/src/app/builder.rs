//! `App`, which collects the lists and targets of an application or a part.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;

use super::{
    contents::{Contents, Mount},
    dispatch::{ErasedChain, StatefulChain},
};
use crate::{
    builder::{BuiltChain, Rules, Scope},
    chain::{Chain, HttpService, Target},
    debug::opaque_debug,
    routes::RouteTable,
};

/// An application or a part that is not complete yet.
///
/// The rows of its table say where each item belongs, so the order of items in a block never matters.
/// `finish` of its [`Output`](super::Output) completes it.
pub struct App<S> {
    state: Arc<S>,
    pub(super) table: &'static RouteTable,
    pub(super) before_routing: Option<Box<dyn ErasedChain>>,
    /// Behind a lock, since a target is added through a shared borrow, and a future that awaits a target must be `Send`.
    contents: Mutex<Contents>,
}

/// Starts an application with these rows, this state, and the list that wraps all of it.
pub fn app<S: Clone + Send + Sync + 'static, C>(
    table: &'static RouteTable,
    state: &S,
    list: BuiltChain<S, C, impl Chain<S>>,
) -> (App<S>, Scope<S, C>) {
    let state = Arc::new(state.clone());
    let root = Arc::new(chain(&state, list.chain));
    let app = App {
        state,
        table,
        before_routing: None,
        contents: Mutex::new(Contents::new(root, list.any)),
    };
    (app, Scope::new())
}

/// Returns the chain of a list with the state of the application.
fn chain<S, E>(state: &Arc<S>, chain: E) -> Arc<StatefulChain<S, E>> {
    Arc::new(StatefulChain {
        state: Arc::clone(state),
        chain,
    })
}

impl<S> App<S> {
    /// Includes a part with this table.
    ///
    /// # Panics
    ///
    /// Panics if the table of the application has the rows of another part. The numbers of the lists would be those of
    /// other lists, so routes would run without their middleware.
    pub(super) fn include(&mut self, item: usize, part: Contents, table: &RouteTable) {
        let mut inclusions = self.table.inclusions().iter().enumerate().skip(1);
        let found =
            inclusions.find(|(_, inclusion)| inclusion.outer == 0 && inclusion.item.id == item);
        let Some((base, inclusion)) = found else {
            unreachable!("the table has each part that the application includes");
        };
        assert!(
            (inclusion.module)() == (table.module)(),
            "{}: expected the part of the module of that name, found another part",
            inclusion.place()
        );
        self.contents().include(base, part);
    }

    fn contents(&mut self) -> &mut Contents {
        let contents = self.contents.get_mut();
        contents.unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the contents, which are complete.
    pub(super) fn into_contents(self) -> Contents {
        let contents = self.contents.into_inner();
        contents.unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the state, of which each list and each handler has a share.
    #[must_use]
    pub fn state(&self) -> &Arc<S> {
        &self.state
    }

    /// Adds the target of a route, a `fallback` or a `method_not_allowed`.
    pub fn handler(&self, item: usize, target: Arc<dyn Target>) {
        self.contents
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .targets
            .insert((0, item), target);
    }

    /// Adds the rules of the entries.
    pub fn rules(&mut self, rules: Rules) {
        let rules = rules.0.into_iter();
        let rules = rules.map(|(entry, rules)| ((0, entry), rules));
        self.contents().rules.extend(rules);
    }

    /// Leaves out an item whose condition is false.
    pub fn leave_out(&mut self, item: usize) {
        self.contents().left_out.insert((0, item));
    }
}

impl<S: Send + Sync + 'static> App<S> {
    /// Sets the list that runs before the route is looked up.
    pub(super) fn set_before_routing<C>(&mut self, list: BuiltChain<S, C, impl Chain<S>>) {
        self.before_routing = Some(Box::new(chain(&self.state, list.chain)));
    }

    /// Adds the list of a scope or of another item, and returns the scope inside it.
    pub fn list<C>(&mut self, item: usize, list: BuiltChain<S, C, impl Chain<S>>) -> Scope<S, C> {
        if list.any {
            let chain = chain(&self.state, list.chain);
            self.contents().lists.insert((0, item), Arc::new(chain));
        }
        Scope::new()
    }

    /// Mounts a service.
    pub fn mount(&mut self, item: usize, service: impl HttpService) {
        let mount = Box::new(Mount(service));
        self.contents().mounts.insert((0, item), mount);
    }

    /// Merges the routes of a router.
    pub fn merge(&mut self, item: usize, router: Router) {
        self.contents().merged.insert((0, item), router);
    }
}

opaque_debug! {
    App<S>,
}
