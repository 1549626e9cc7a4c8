//! Runs rustfmt, and reads its configuration.

use std::{
    env,
    ffi::OsString,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// rustfmt in a folder, with the configuration that it finds there.
#[derive(Debug, Clone)]
pub struct Rustfmt {
    folder: PathBuf,
    edition: String,
    pub(crate) config: Config,
}

/// The options of `rustfmt.toml` that also hold for the structure of a body.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Config {
    pub(crate) max_width: usize,
    pub(crate) tab_spaces: usize,
    pub(crate) hard_tabs: bool,
    pub(crate) newline_style: NewlineStyle,
    pub(crate) is_disabled: bool,
    edition: String,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum NewlineStyle {
    Auto,
    Native,
    Unix,
    Windows,
}

impl Rustfmt {
    /// Reads the configuration for the files of a folder.
    ///
    /// The edition is the given one, the one of `rustfmt.toml`, the one of the package, or 2024.
    ///
    /// # Errors
    ///
    /// Returns an error if rustfmt is not installed, does not know the edition, or reports a mistake in `rustfmt.toml`.
    ///
    /// # Examples
    ///
    /// ```
    /// use concentric_fmt::Rustfmt;
    ///
    /// let rustfmt = Rustfmt::new(".", Some("2024"))?;
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn new(folder: impl AsRef<Path>, edition: Option<&str>) -> io::Result<Self> {
        let folder = folder.as_ref().to_owned();
        // rustfmt knows where to look, and all defaults. It asks for a file, which need not exist.
        let output = command(&folder)
            .args(["--print-config", "current", "lib.rs"])
            // rustfmt cannot print the widths of `Off`.
            .args(["--config", "use_small_heuristics=Default"])
            .args(edition.map(|edition| format!("--edition={edition}")))
            .output();
        let config = Config::read(&text_of(output.map_err(|error| not_found(&error))?)?);
        let edition = match edition {
            Some(edition) => edition.to_owned(),
            // The default of rustfmt. Its `async` is not a keyword, so no user of axum means it.
            None if config.edition == "2015" => crate::edition::edition_of(&folder),
            None => config.edition.clone(),
        };
        Ok(Self {
            folder,
            edition,
            config,
        })
    }

    /// Formats a file.
    ///
    /// # Errors
    ///
    /// Returns an error if the file does not parse.
    ///
    /// # Examples
    ///
    /// ```
    /// # use concentric_fmt::Rustfmt;
    /// let rustfmt = Rustfmt::new(".", None)?;
    /// assert_eq!(rustfmt.run("fn  f(){}")?, "fn f() {}\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn run(&self, code: &str) -> io::Result<String> {
        self.run_with(code, &[])
    }

    /// Formats code that this crate has written.
    pub(crate) fn run_with_unix_newlines(&self, code: &str) -> io::Result<String> {
        self.run_with(code, &["--config", "newline_style=Unix"])
    }

    fn run_with(&self, code: &str, options: &[&str]) -> io::Result<String> {
        let mut child = command(&self.folder)
            .args(["--edition", &self.edition])
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| not_found(&error))?;
        // rustfmt reads all of it before it writes.
        if let Some(mut input) = child.stdin.take() {
            input.write_all(code.as_bytes())?;
        }
        let output = child.wait_with_output()?;
        text_of(output)
    }
}

impl Config {
    /// Reads the lines that rustfmt prints, such as `max_width = 100`.
    fn read(text: &str) -> Self {
        let value = |name: &str| {
            let mut lines = text.lines().filter_map(|line| line.split_once(" = "));
            let value = lines.find(|(key, _)| *key == name);
            value.map_or("", |(_, value)| value.trim_matches('"'))
        };
        Self {
            max_width: value("max_width").parse().unwrap_or(100),
            tab_spaces: value("tab_spaces").parse().unwrap_or(4).max(1),
            hard_tabs: value("hard_tabs") == "true",
            newline_style: match value("newline_style") {
                "Native" => NewlineStyle::Native,
                "Unix" => NewlineStyle::Unix,
                "Windows" => NewlineStyle::Windows,
                _ => NewlineStyle::Auto,
            },
            is_disabled: value("disable_all_formatting") == "true",
            edition: value("edition").to_owned(),
        }
    }

    /// Returns the white space of an indentation in levels.
    pub(crate) fn indentation(&self, depth: usize) -> String {
        if self.hard_tabs {
            "\t".repeat(depth)
        } else {
            " ".repeat(depth * self.tab_spaces)
        }
    }

    /// Returns the levels of an indentation.
    pub(crate) fn levels(&self, indentation: &str) -> usize {
        let tabs = indentation.matches('\t').count();
        tabs + (indentation.len() - tabs) / self.tab_spaces
    }

    /// Returns whether the lines of a file end with CRLF.
    pub(crate) fn has_windows_newlines(&self, file: &str) -> bool {
        match self.newline_style {
            NewlineStyle::Auto => {
                let first = file.split_once('\n');
                first.is_some_and(|(line, _)| line.ends_with('\r'))
            }
            NewlineStyle::Native => cfg!(windows),
            NewlineStyle::Unix => false,
            NewlineStyle::Windows => true,
        }
    }
}

/// Returns the command for rustfmt. The variable `RUSTFMT` replaces it, as for `cargo fmt`.
fn command(folder: &Path) -> Command {
    let name = env::var_os("RUSTFMT").unwrap_or_else(|| OsString::from("rustfmt"));
    let mut command = Command::new(name);
    command.current_dir(folder);
    command
}

/// Returns the text on stdout. An empty one after a failure is an error.
fn text_of(output: Output) -> io::Result<String> {
    // rustfmt also fails for white space that it left behind.
    if !output.status.success() && output.stdout.is_empty() {
        let message = String::from_utf8_lossy(&output.stderr);
        return Err(io::Error::other(format!("rustfmt: {}", message.trim())));
    }
    String::from_utf8(output.stdout).map_err(io::Error::other)
}

fn not_found(error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("cannot run rustfmt: {error}"))
}
