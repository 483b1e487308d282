//! `cargo xtask soak`: runs the package `soak`. It is a package of its own because it depends on the facade, and
//! `generate` must work while that does not compile.

use std::process::{Command, ExitCode};

/// Builds and runs the package with optimisations, and returns its result.
pub(crate) fn run() -> Result<ExitCode, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--quiet", "--release", "--package", "soak"])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
        .status()
        .map_err(|error| format!("cannot run cargo: {error}"))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
