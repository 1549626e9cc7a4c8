//! Notes every panic of the process, also one that is caught.

use std::{
    backtrace::Backtrace,
    panic::{PanicHookInfo, set_hook, take_hook},
    sync::{Arc, Mutex, PoisonError},
};

type Hook = dyn Fn(&PanicHookInfo<'_>) + Send + Sync;

pub(crate) struct Panics {
    seen: Arc<Mutex<Vec<String>>>,
    previous: Arc<Hook>,
}

impl Panics {
    pub(crate) fn watch() -> Self {
        let seen = Arc::<Mutex<Vec<String>>>::default();
        let previous: Arc<Hook> = Arc::from(take_hook());
        let (noted, hook) = (seen.clone(), previous.clone());
        set_hook(Box::new(move |info| {
            let text = format!("{info}\n{}", Backtrace::force_capture());
            noted
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(text);
            hook(info);
        }));
        Self { seen, previous }
    }

    /// Returns the panics since the last call.
    pub(crate) fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.seen.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Sets the hook from before.
    pub(crate) fn restore(self) {
        set_hook(Box::new(move |info| (self.previous)(info)));
    }
}
