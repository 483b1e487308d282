//! Running one of the programs at a terminal, with somebody who types.

use std::process::{Command, Stdio};

use super::program::{Running, program};

/// The exit code, and what the terminal shows, after all of `typed` was typed, and then the end of the input.
///
/// `script` makes the terminal; it comes with util-linux, and Debian has it everywhere.
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
    assert!(Command::new("script").arg("--version").output().is_ok(), "`script` of util-linux is needed");
    let mut running = Running::begin(script);
    running.type_in(typed);
    running.end()
}
