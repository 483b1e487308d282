//! Processes of the examples at a terminal.

use std::process::{Command, Stdio};

use super::program::{Running, program};

/// Runs a program at a terminal with the input `typed`, and returns its exit code and output.
///
/// The terminal is created by `script` of util-linux.
pub(super) fn at_terminal(
    name: &str,
    base_url: &str,
    arguments: &[&str],
    typed: &str,
    no_colour: bool,
) -> (Option<i32>, String) {
    let program = program(name, base_url, arguments);
    let words = [program.get_program()].into_iter().chain(program.get_args());
    let line: Vec<_> = words.map(|word| format!("'{}'", word.to_str().unwrap())).collect();
    let mut script = Command::new("script");
    script.args(["--quiet", "--return", "--command", &line.join(" "), "/dev/null"]);
    for (variable, value) in program.get_envs() {
        match value {
            Some(value) => script.env(variable, value),
            None => script.env_remove(variable),
        };
    }
    script.env("SHELL", "/bin/sh").env("TERM", "xterm");
    if no_colour {
        script.env("NO_COLOR", "1");
    }
    script.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    assert!(Command::new("script").arg("--version").output().is_ok(), "`script` of util-linux is required");
    let mut running = Running::start(script);
    running.write_stdin(typed);
    running.finish()
}
