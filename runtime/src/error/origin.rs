//! Where the source of an error comes from, for the page of `debug_errors`.

use std::{
    any::type_name,
    backtrace::Backtrace,
    cell::Cell,
    panic::{self, Location},
    sync::{
        Arc, Once,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

/// Where an error comes from. It is known only after [`remember_origins`], so other applications do not pay for it.
#[derive(Clone)]
pub(super) struct Origin(Option<Arc<Known>>);

/// What is known about the origin of an error.
pub(crate) struct Known {
    /// The type of the source, unless it is hidden in a box.
    pub(crate) type_name: Option<&'static str>,
    /// The place of the `?`, of the call that took the source, or of the panic. That of a call in std is unknown.
    pub(crate) place: Option<String>,
    /// Captured if `RUST_BACKTRACE` or `RUST_LIB_BACKTRACE` says so.
    pub(crate) backtrace: Backtrace,
}

static IS_ON: AtomicBool = AtomicBool::new(false);

thread_local! {
    /// The last panic of this thread, until it is caught.
    static LAST_PANIC: Cell<Option<Known>> = const { Cell::new(None) };
}

/// Remembers the origins of all errors and panics from now on. Adds to the panic hook, which still does what it did.
pub(crate) fn remember_origins() {
    static HOOK: Once = Once::new();

    IS_ON.store(true, Ordering::Relaxed);
    // A thread that panics must not set a hook.
    if thread::panicking() {
        return;
    }
    HOOK.call_once(|| {
        let earlier = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let known = Known {
                type_name: None,
                place: info.location().map(ToString::to_string),
                backtrace: Backtrace::capture(),
            };
            // Without the thread-local, the thread is about to end.
            let _ = LAST_PANIC.try_with(|last| last.set(Some(known)));
            earlier(info);
        }));
    });
}

impl Origin {
    pub(super) fn unknown() -> Self {
        Self(None)
    }

    /// Returns the origin of a source: its type, and the place of the call.
    #[inline]
    #[track_caller]
    pub(super) fn of<T>(_: &T) -> Self {
        if !IS_ON.load(Ordering::Relaxed) {
            return Self(None);
        }
        Self::captured(type_name::<T>(), Location::caller())
    }

    #[cold]
    fn captured(name: &'static str, caller: &Location<'_>) -> Self {
        // `.map_err(HttpError::internal)` is called in `core`.
        let file = caller.file().replace('\\', "/");
        let is_in_std = ["core", "alloc", "std"]
            .iter()
            .any(|name| file.contains(&format!("/library/{name}/src/")));
        // A box hides the type, and a message has none that says something.
        let is_telling =
            !name.contains("dyn ") && !matches!(name, "&str" | "alloc::string::String");
        Self(Some(Arc::new(Known {
            type_name: is_telling.then_some(name),
            place: (!is_in_std).then(|| caller.to_string()),
            backtrace: Backtrace::capture(),
        })))
    }

    /// Returns the origin of a panic that was just caught on this thread.
    pub(super) fn of_panic() -> Self {
        let last = LAST_PANIC.try_with(Cell::take).ok().flatten();
        Self(last.map(Arc::new))
    }

    pub(super) fn known(&self) -> Option<&Known> {
        self.0.as_deref()
    }
}
