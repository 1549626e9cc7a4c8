//! A folder with the files of a test.

use std::{
    fs::{self, Permissions},
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
};

/// A temporary folder. Dropping it removes it.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = COUNT.fetch_add(1, Ordering::Relaxed).to_string();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("programs")
            .join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    pub(crate) fn permit(&self, name: &str, permissions: Permissions) {
        fs::set_permissions(self.0.join(name), permissions).unwrap();
    }

    pub(crate) fn run(&self, program: &str, arguments: &[&str], input: &str) -> Output {
        self.run_with(program, &[], arguments, input)
    }

    fn run_with(
        &self,
        program: &str,
        variables: &[(&str, &str)],
        arguments: &[&str],
        input: &str,
    ) -> Output {
        let mut child = Command::new(program)
            .envs(variables.iter().copied())
            .args(arguments)
            .current_dir(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that rejects its arguments reads nothing.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        child.wait_with_output().unwrap()
    }

    /// Runs `concentric-fmt`.
    pub(crate) fn fmt(&self, arguments: &[&str], input: &str) -> Output {
        self.fmt_with(&[], arguments, input)
    }

    /// Runs `concentric-fmt` with these environment variables.
    pub(crate) fn fmt_with(
        &self,
        variables: &[(&str, &str)],
        arguments: &[&str],
        input: &str,
    ) -> Output {
        let program = env!("CARGO_BIN_EXE_concentric-fmt");
        self.run_with(program, variables, arguments, input)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
