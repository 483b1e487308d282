//! Processes of the examples.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// The longest time that a test waits for a process.
const TIMEOUT: Duration = Duration::from_secs(60);

/// Creates the command of a program that sends requests to this base URL.
pub(super) fn program(name: &str, base_url: &str, arguments: &[&str]) -> Command {
    without_server(name, &[&["--base-url", base_url], arguments].concat())
}

/// Creates the command of a program without a base URL, environment variables or a terminal.
pub(super) fn without_server(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(built(name));
    command.args(arguments);
    for variable in ["GITHUB_TOKEN", "GITHUB_API_URL", "NO_COLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Returns the exit code, standard output, and standard error without the line about a missing token.
fn result_of(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let is_shown = |line: &&str| !line.starts_with("no GITHUB_TOKEN");
    let stderr = text(&output.stderr).lines().filter(is_shown).collect::<Vec<_>>().join("\n");
    (output.status.code(), text(&output.stdout), stderr)
}

/// Runs a program, and returns its exit code, standard output and standard error.
pub(super) fn run(name: &str, base_url: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
    result_of(&program(name, base_url, arguments).output().unwrap())
}

/// A running process; killed on drop.
pub(super) struct Running(Child);

impl Running {
    pub(super) fn start(mut command: Command) -> Self {
        Self(command.spawn().unwrap())
    }

    /// Sends a signal, such as `TERM`.
    pub(super) fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.0.id().to_string()]).status().unwrap();
        assert!(sent.success(), "{name} was not sent");
    }

    pub(super) fn has_exited(&mut self) -> bool {
        self.0.try_wait().unwrap().is_some()
    }

    /// Waits for the exit code; `None` if the process was killed.
    pub(super) fn code(&mut self) -> Option<i32> {
        self.0.wait().unwrap().code()
    }

    pub(super) fn kill(&mut self) {
        self.0.kill().unwrap();
    }

    /// Writes to standard input, and closes it.
    pub(super) fn write_stdin(&mut self, text: &str) {
        self.0.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    }

    /// Closes the reading end of standard output.
    pub(super) fn close_stdout(&mut self) {
        drop(self.0.stdout.take());
    }

    /// Waits for the process, and returns its exit code and output, which must fit into the buffer of a pipe.
    pub(super) fn finish(mut self) -> (Option<i32>, String) {
        wait_until("the exit of the process", || self.has_exited());
        let mut written = String::new();
        if let Some(mut stdout) = self.0.stdout.take() {
            stdout.read_to_string(&mut written).unwrap();
        }
        if let Some(mut stderr) = self.0.stderr.take() {
            stderr.read_to_string(&mut written).unwrap();
        }
        (self.code(), written)
    }

    /// Returns a function that returns the next line, and panics after a timeout.
    #[cfg(feature = "cache")]
    pub(super) fn stdout(&mut self) -> impl FnMut() -> String + use<> {
        lines(self.0.stdout.take().unwrap())
    }

    pub(super) fn stderr(&mut self) -> impl FnMut() -> String + use<> {
        lines(self.0.stderr.take().unwrap())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn lines(from: impl Read + Send + 'static) -> impl FnMut() -> String {
    let (sender, receiver) = mpsc::channel();
    let send = move || BufReader::new(from).lines().try_for_each(|line| sender.send(line.unwrap()));
    std::thread::spawn(send);
    move || receiver.recv_timeout(TIMEOUT).expect("a line")
}

/// Waits until a condition on another process is true.
pub(super) fn wait_until(what: &str, mut condition: impl FnMut() -> bool) {
    let start = Instant::now();
    while !condition() {
        assert!(start.elapsed() < TIMEOUT, "timed out waiting for {what}");
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Returns the path of an example. `cargo test --test facade` does not build the examples, so this panics if the
/// sources are newer.
fn built(name: &str) -> PathBuf {
    let path = profile_directory().join("examples").join(name);
    let changed = |path: &Path| path.metadata().and_then(|metadata| metadata.modified()).ok();
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let folders = [sources.join(name), sources.join("shared")];
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let newest = files.filter_map(|file| changed(&file.unwrap().path())).max();
    assert!(changed(&path) >= newest, "{name} is outdated: run `cargo build --examples`");
    path
}

/// Returns the directory of the profile, such as `target/debug`; tests are built into `deps` below it.
fn profile_directory() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.ancestors().nth(2).map(Path::to_owned).unwrap()
}
