//! Exports every alert of a repository, an organization or an enterprise to a file, and can resume an earlier export.

mod checkpoint;
#[path = "../shared/connection.rs"]
mod connection;
mod csv;
#[path = "../shared/exit.rs"]
mod exit;
mod export_file;
mod exporter;
mod format;
#[path = "../shared/location.rs"]
mod location;
mod own_file;
mod progress;
mod scope;
mod shutdown;

use std::future::pending;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

use checkpoint::{Checkpoint, Export, Format};
use connection::Connection;
use exit::{Failure, exit_code, log};
use export_file::{ExportFile, partial_path};
use exporter::{Exporter, Outcome, Status};
use scope::Scope;

/// Write every alert of a repository, an organization or an enterprise to a file, oldest first
///
/// The file has one JSON object per line, or, if its name ends in .csv, a header and one row per alert. Fields
/// that this version does not know are left out.
///
/// CSV is for spreadsheets: where one could evaluate a formula (a cell, or what follows a line break, a tab or a
/// semicolon in it, that begins with = + - @ or one of their other forms, like a key in PEM) an apostrophe is
/// added, and also before an apostrophe there. Control characters, invisible ones and those that change the
/// direction of reading are written as \u{…}. JSON has every value as it is.
///
/// The export writes FILE.partial, which only its owner can read, and renames it to FILE when it has finished:
/// until then an existing FILE is not changed. It keeps its progress in FILE.checkpoint. To resume an export that
/// was interrupted, failed or killed, run the same command with --resume. What is not a regular file is refused, and
/// so are a FILE.partial and a FILE.checkpoint that an export did not create.
///
/// Exit codes: 0 finished; 1 failed; 2 usage error, or finished with malformed items skipped; 130 interrupted by
/// Ctrl-C or SIGTERM (with /dev/stdout the signal ends the process); 141 the reader closed standard output.
#[derive(Parser)]
#[command(name = "export", version, verbatim_doc_comment)]
struct Arguments {
    #[command(flatten)]
    connection: Connection,
    #[command(flatten)]
    scope: Scope,
    /// The file to write; /dev/stdout is standard output, which cannot be resumed
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Resume an earlier run of the same export; starts a new one if FILE does not exist
    #[arg(long)]
    resume: bool,
    /// Write the secrets in plain text; without this option they are not requested
    #[arg(long)]
    include_secrets: bool,
}

/// The only stream: the name is not opened, so that a shell's redirection stays as it is.
const STANDARD_OUTPUT: &str = "/dev/stdout";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    exit_code(run(Arguments::parse()).await)
}

async fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let Arguments { connection, scope, out, resume, include_secrets } = arguments;
    let is_stream = out == Path::new(STANDARD_OUTPUT);
    if is_stream && resume {
        return Err(format!("cannot resume: {STANDARD_OUTPUT} is not a regular file").into());
    }
    // First, so that a signal is handled at any time. A stream has no state to save, and a write to it can block
    // forever: there the signals keep their default action.
    let shutdown = if is_stream { Box::pin(pending()) } else { shutdown::signals()? };
    let (builder, _fake) = connection.open()?;
    let client = builder.build()?;
    // Validates the name before the file is opened.
    drop(scope.pages(&client, include_secrets, None)?);
    let format = Format::of(&out);
    let export =
        Export { server: client.base_url().to_owned(), scope: scope.to_string(), format, include_secrets };
    let (file, checkpoint) =
        if is_stream { (None, Checkpoint::start(export)) } else { ExportFile::open(&out, resume, export)? };
    if checkpoint.finished {
        log("this export has finished already");
        return Ok(finished(&checkpoint, &out));
    }
    let written = if is_stream { out.clone() } else { partial_path(&out) };
    let pages = scope.pages(&client, include_secrets, checkpoint.next.as_ref())?;
    let outcome = Exporter::new(file, checkpoint, &scope).run(pages, shutdown).await;
    Ok(report(outcome, &out, &written))
}

/// Logs the outcome, and returns the exit code. `written` is the path until the export has finished.
fn report(outcome: Outcome, out: &Path, written: &Path) -> ExitCode {
    let Outcome { status, checkpoint, can_resume } = outcome;
    let code = match status {
        Status::Finished => return finished(&checkpoint, out),
        // The exit code that shells report for SIGPIPE.
        Status::Failed(failure) if is_broken_pipe(&failure) => return ExitCode::from(141),
        Status::Failed(failure) => {
            log(format_args!("error: {failure}"));
            ExitCode::FAILURE
        }
        Status::Interrupted => ExitCode::from(130),
    };
    let (alerts, written) = (checkpoint.alerts, written.display());
    if !can_resume {
        log(format_args!("{alerts} alerts were written to {written}; this cannot be resumed"));
    } else if checkpoint.bytes == 0 {
        log(format_args!("nothing was written to {}", out.display()));
    } else {
        log(format_args!("{alerts} alerts are in {written}; to resume, run the same command with --resume"));
    }
    code
}

fn finished(checkpoint: &Checkpoint, out: &Path) -> ExitCode {
    log(format_args!("{} alerts are in {}", checkpoint.alerts, out.display()));
    if checkpoint.malformed == 0 {
        return ExitCode::SUCCESS;
    }
    log(format_args!("malformed items that were skipped: {}", checkpoint.malformed));
    ExitCode::from(2)
}

fn is_broken_pipe(failure: &Failure) -> bool {
    failure.downcast_ref().map(io::Error::kind) == Some(ErrorKind::BrokenPipe)
}
