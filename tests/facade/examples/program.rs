//! Running one of the programs.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// After so long, what is waited for does not come any more.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program that talks to this address.
pub(super) fn program(name: &str, base_url: &str, arguments: &[&str]) -> Command {
    alone(name, &[&["--base-url", base_url], arguments].concat())
}

/// A program that knows of nothing but its arguments, and that nobody sits before.
pub(super) fn alone(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(built(name));
    command.args(arguments);
    for variable in ["GITHUB_TOKEN", "GITHUB_API_URL", "NO_COLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The exit code, standard output, and standard error without the note on the placeholder of a token.
fn ended(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let note = |line: &&str| !line.starts_with("no GITHUB_TOKEN");
    let stderr = text(&output.stderr).lines().filter(note).collect::<Vec<_>>().join("\n");
    (output.status.code(), text(&output.stdout), stderr)
}

/// Runs it to its end.
pub(super) fn run(name: &str, base_url: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
    ended(&program(name, base_url, arguments).output().unwrap())
}

/// One that is on its way; it does not outlive the test, however that ends.
pub(super) struct Running(Child);

impl Running {
    pub(super) fn begin(mut command: Command) -> Self {
        Self(command.spawn().unwrap())
    }

    /// Sends a signal, such as `TERM`.
    pub(super) fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.0.id().to_string()]).status().unwrap();
        assert!(sent.success(), "{name} was not sent");
    }

    pub(super) fn has_ended(&mut self) -> bool {
        self.0.try_wait().unwrap().is_some()
    }

    /// The exit code that it ends with; `None` if it was killed.
    pub(super) fn code(&mut self) -> Option<i32> {
        self.0.wait().unwrap().code()
    }

    pub(super) fn kill(&mut self) {
        self.0.kill().unwrap();
    }

    /// All that it will ever read.
    pub(super) fn type_in(&mut self, text: &str) {
        self.0.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    }

    /// Nobody reads what it writes.
    pub(super) fn close_stdout(&mut self) {
        drop(self.0.stdout.take());
    }

    /// Waits for its end; gives the exit code, and what it wrote, which must not be more than a pipe holds.
    pub(super) fn end(mut self) -> (Option<i32>, String) {
        wait_until("the end of the program", || self.has_ended());
        let mut written = String::new();
        if let Some(mut stdout) = self.0.stdout.take() {
            stdout.read_to_string(&mut written).unwrap();
        }
        if let Some(mut stderr) = self.0.stderr.take() {
            stderr.read_to_string(&mut written).unwrap();
        }
        (self.code(), written)
    }

    /// Gives its lines one by one, and fails where none comes.
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
    move || receiver.recv_timeout(PATIENCE).expect("a line")
}

/// Waits for what another process does.
pub(super) fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < PATIENCE, "{what} did not come");
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Where `cargo test` puts it. One target alone, as with `--test facade`, is tested with what was built before,
/// which must not be older than what it is built from.
fn built(name: &str) -> PathBuf {
    let path = profile_directory().join("examples").join(name);
    let changed = |path: &Path| path.metadata().and_then(|metadata| metadata.modified()).ok();
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let folders = [sources.join(name), sources.join("shared")];
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let newest = files.filter_map(|file| changed(&file.unwrap().path())).max();
    assert!(changed(&path) >= newest, "{name} is not built from what is there: run `cargo build --examples`");
    path
}

/// Such as `target/debug`: the tests stand in `deps` below it.
fn profile_directory() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.ancestors().nth(2).map(Path::to_owned).unwrap()
}
