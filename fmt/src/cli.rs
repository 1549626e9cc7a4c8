//! Formats or checks files, for both programs.

use std::{
    collections::HashMap,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::{
    bodies::may_have_body,
    diff::diff,
    format::{Formatted, format},
    rustfmt::Rustfmt,
};

/// The options of both programs.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// Prints the differences and leaves the files as they are.
    pub check: bool,
    /// Also formats all else, with rustfmt.
    pub rustfmt: bool,
}

/// Formats files, and remembers the configurations of their folders.
#[derive(Debug)]
pub struct Formatter {
    options: Options,
    /// By folder and edition.
    configured: HashMap<(PathBuf, Option<String>), Rustfmt>,
    is_clean: bool,
}

impl Formatter {
    /// Creates a formatter.
    ///
    /// # Examples
    ///
    /// ```
    /// use concentric_fmt::{Formatter, Options};
    ///
    /// let mut options = Options::default();
    /// options.check = true;
    /// let mut formatter = Formatter::new(options);
    /// formatter.file("src/lib.rs", None);
    /// assert!(formatter.is_clean());
    /// ```
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self {
            options,
            configured: HashMap::new(),
            is_clean: true,
        }
    }

    /// Returns whether all files were formatted without errors. With `check`, returns whether they already had been.
    ///
    /// # Examples
    ///
    /// ```
    /// use concentric_fmt::{Formatter, Options};
    ///
    /// let mut formatter = Formatter::new(Options::default());
    /// formatter.file("missing.rs", None);
    /// assert!(!formatter.is_clean());
    /// ```
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.is_clean
    }

    /// Formats a file. Errors, and with `check` the differences, are printed.
    ///
    /// The edition is the one of the package unless it is given.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use concentric_fmt::{Formatter, Options};
    ///
    /// let mut formatter = Formatter::new(Options::default());
    /// formatter.file("src/main.rs", Some("2024"));
    /// ```
    pub fn file(&mut self, path: impl AsRef<Path>, edition: Option<&str>) {
        let path = path.as_ref();
        let done = read(path).and_then(|source| {
            let folder = path.parent().filter(|folder| *folder != Path::new(""));
            let formatted =
                self.format(&source, folder.unwrap_or(Path::new(".")), path, edition)?;
            if self.options.check {
                self.check(path, &source, &formatted);
            } else if formatted.text != source {
                fs::write(path, formatted.text)?;
            }
            Ok(())
        });
        if let Err(error) = done {
            self.fail(path, &error);
        }
        // proc-macro2 otherwise keeps the text of every file.
        proc_macro2::extra::invalidate_current_thread_spans();
    }

    /// Formats stdin to stdout. Errors are printed, and so are the differences with `check`.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use concentric_fmt::{Formatter, Options};
    ///
    /// let mut formatter = Formatter::new(Options::default());
    /// formatter.stdin(Some("2024"));
    /// ```
    pub fn stdin(&mut self, edition: Option<&str>) {
        let path = Path::new("<stdin>");
        let done = io::read_to_string(io::stdin()).and_then(|source| {
            let formatted = self.format(&source, Path::new("."), path, edition)?;
            if self.options.check {
                self.check(path, &source, &formatted);
                return Ok(());
            }
            io::stdout().write_all(formatted.text.as_bytes())
        });
        if let Err(error) = done {
            self.fail(path, &error);
        }
    }

    fn format(
        &mut self,
        source: &str,
        folder: &Path,
        path: &Path,
        edition: Option<&str>,
    ) -> io::Result<Formatted> {
        // Most files have no `app!`, so they need no process.
        if !self.options.rustfmt && !may_have_body(source) {
            return Ok(Formatted::unchanged(source));
        }
        let key = (folder.to_owned(), edition.map(str::to_owned));
        let rustfmt = match self.configured.get(&key) {
            Some(rustfmt) => rustfmt,
            None => {
                let rustfmt = Rustfmt::new(folder, edition)?;
                self.configured.entry(key).or_insert(rustfmt)
            }
        };
        let by_rustfmt = if self.options.rustfmt {
            Some(rustfmt.run(source)?)
        } else {
            None
        };
        let formatted = format(by_rustfmt.as_deref().unwrap_or(source), rustfmt)?;
        for untouched in &formatted.untouched {
            let (line, reason) = (untouched.line, &untouched.reason);
            eprintln!(
                "{}:{line}: left an `app!` as it is: {reason}",
                path.display()
            );
        }
        Ok(formatted)
    }

    fn check(&mut self, path: &Path, source: &str, formatted: &Formatted) {
        self.is_clean &= formatted.untouched.is_empty() && formatted.text == source;
        // A reader such as `head` may have closed stdout.
        let _ = io::stdout().write_all(diff(path, source, &formatted.text).as_bytes());
    }

    fn fail(&mut self, path: &Path, error: &io::Error) {
        self.is_clean = false;
        eprintln!("{}: {error}", path.display());
    }
}

/// Reads a file.
fn read(path: &Path) -> io::Result<String> {
    match fs::read(path).map(String::from_utf8)? {
        Ok(text) => Ok(text),
        Err(_) => Err(io::Error::other("it is not UTF-8")),
    }
}
