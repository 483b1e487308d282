//! The project's own commands: parses the command line, and dispatches.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the output of a command")]

mod generate;
mod regions;
mod semver;
mod soak;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask <command>

commands:
  generate          write every machine-written file from spec/
  generate --check  write nothing; print what differs, and exit 1 when anything does
  semver            check the public API of the published crates for breaking changes since the baseline
  soak              100,000 calls to a server with faults in one response of twenty; takes about a minute";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["generate"] => generate::write(),
        ["generate", "--check"] => generate::check(),
        ["semver"] => semver::check(),
        ["soak"] => soak::run(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("{error}");
        ExitCode::FAILURE
    })
}
