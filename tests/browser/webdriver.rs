//! Chromium, driven by [WebDriver](https://www.w3.org/TR/webdriver2/).

use std::{
    io::{self, Read, Write},
    net::TcpStream,
    process::{Command as Blocking, Stdio},
    time::Duration,
};

use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStdout, Command},
};

use crate::support::{body, builder, send, soon};

/// A running browser. It ends when this is dropped.
pub(crate) struct Browser {
    address: String,
    session: String,
    _driver: Child,
    _output: Lines<BufReader<ChildStdout>>,
    _folder: TempDir,
}

impl Browser {
    /// Starts Chromium with these `--host-resolver-rules`. Returns `None`, and says so, if it is not installed.
    pub(crate) async fn start(rules: &str) -> Option<Self> {
        for program in ["chromium", "chromedriver"] {
            let version = Blocking::new(program).arg("--version").output();
            if version.is_err() {
                // A test's `eprintln!` is shown only if the test fails.
                let line = format!("skipped: {program} is not installed\n");
                io::stderr().write_all(line.as_bytes()).unwrap();
                return None;
            }
        }
        let folder = TempDir::new().unwrap();
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            // Chromium does not remove all of its files.
            .env("TMPDIR", folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut output = BufReader::new(driver.stdout.take().unwrap()).lines();
        let port = loop {
            let line = soon("the port of chromedriver", output.next_line()).await;
            let line = line.unwrap().expect("chromedriver ended");
            if let Some((_, port)) = line.split_once("successfully on port ") {
                break port.trim_end_matches('.').to_owned();
            }
        };
        let mut browser = Self {
            address: format!("127.0.0.1:{port}"),
            session: String::new(),
            _driver: driver,
            _output: output,
            _folder: folder,
        };
        let options = json!({
            "args": [
                "--headless=new",
                // A container often runs as root and has a small /dev/shm.
                "--no-sandbox",
                "--disable-dev-shm-usage",
                format!("--host-resolver-rules={rules}"),
            ],
            // Sends third-party cookies, as the standard has it.
            "prefs": {"profile.cookie_controls_mode": 0},
        });
        let capabilities = json!({
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL"},
        });
        let session = json!({"capabilities": {"alwaysMatch": capabilities}});
        let session = browser.command("", &session).await;
        browser.session = format!("/{}", session["sessionId"].as_str().unwrap());
        Some(browser)
    }

    /// Opens a page, and waits until it is loaded.
    pub(crate) async fn open(&self, url: &str) {
        self.command("/url", &json!({"url": url})).await;
    }

    /// Runs the body of an `async` function in the page, and returns its result.
    pub(crate) async fn run(&self, script: &str, arguments: Value) -> Value {
        let script = format!(
            "const done = arguments[1];
            (async (given) => {{ {script} }})(arguments[0]).then(done, (error) => done(String(error)));"
        );
        let command = json!({"script": script, "args": [arguments]});
        self.command("/execute/async", &command).await
    }

    /// Returns what the console has printed since the last call.
    pub(crate) async fn console(&self) -> Vec<String> {
        let lines = self.command("/se/log", &json!({"type": "browser"})).await;
        let lines = lines.as_array().unwrap().iter();
        lines
            .map(|line| line["message"].as_str().unwrap().to_owned())
            .collect()
    }

    async fn command(&self, path: &str, parameters: &Value) -> Value {
        let path = format!("/session{}{path}", self.session);
        let request = builder("POST", &path, &[]).body(parameters.to_string());
        let response = send(&self.address, request.unwrap()).await;
        let is_success = response.status().is_success();
        let mut reply: Value = serde_json::from_slice(&body(response).await).unwrap();
        assert!(is_success, "{path}: {reply}");
        reply["value"].take()
    }
}

impl Drop for Browser {
    /// Ends Chromium, which would outlive a killed driver.
    fn drop(&mut self) {
        let end = || {
            let mut driver = TcpStream::connect(&self.address)?;
            driver.set_read_timeout(Some(Duration::from_secs(10)))?;
            driver.write_all(b"GET /shutdown HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
            driver.read_to_end(&mut Vec::new())
        };
        if let Err(error) = end() {
            eprintln!("chromedriver does not end Chromium: {error}");
        }
    }
}
