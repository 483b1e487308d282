//! Exports every alert of a repository, an organization or an enterprise to a file, and can resume an earlier export.

mod checkpoint;
#[path = "../shared/connection.rs"]
mod connection;
mod csv;
mod data_file;
mod destination;
#[path = "../shared/exit.rs"]
mod exit;
mod exporter;
mod format;
#[path = "../shared/location.rs"]
mod location;
mod progress;
mod scope;
mod shutdown;

use std::future::pending;
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use checkpoint::{Checkpoint, Export};
use connection::Connection;
use data_file::DataFile;
use destination::Destination;
use exit::{Failure, exit_code, log};
use exporter::{Exporter, Outcome, Status};
use format::Format;
use scope::Scope;

/// Write every alert of a repository, an organization or an enterprise to a file, oldest first
///
/// The file has one JSON object per line, or, if its name ends in .csv, a header and one row per alert. Fields
/// that this version does not know are left out. In CSV a cell that a spreadsheet could evaluate as a formula (it
/// begins with = + - @, a tab or a carriage return, like a key in PEM) is escaped with an apostrophe, and so is a
/// cell that begins with an apostrophe.
///
/// For a regular file the export writes FILE.checkpoint too, and keeps it when it has finished. To resume an
/// export that was interrupted, failed or killed, run the same command with --resume. An existing FILE keeps its
/// content until the first page has been received.
///
/// Exit codes: 0 finished; 1 failed; 2 usage error, or finished with malformed items skipped; 130 interrupted by
/// Ctrl-C or SIGTERM (if FILE is a stream, the signal ends the process); 141 the reader closed the stream.
#[derive(Parser)]
#[command(name = "export", version, verbatim_doc_comment)]
struct Arguments {
    #[command(flatten)]
    connection: Connection,
    #[command(flatten)]
    scope: Scope,
    /// The file to write; /dev/stdout or a pipe works too, but cannot be resumed
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Resume an earlier run of the same export; starts a new one if FILE does not exist
    #[arg(long)]
    resume: bool,
    /// Write the secrets in plain text; without this option they are not requested
    ///
    /// Only the owner can read a regular file then; the mode of a stream is not changed.
    #[arg(long)]
    include_secrets: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    exit_code(run(Arguments::parse()).await)
}

async fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let Arguments { connection, scope, out, resume, include_secrets } = arguments;
    let destination = Destination::new(&out)?;
    // First, so that a signal is handled at any time. A stream has no state to save, and a write to it can block
    // forever: there the signals keep their default action.
    let shutdown = if destination.is_regular { shutdown::signals()? } else { Box::pin(pending()) };
    let (builder, _fake) = connection.open()?;
    let client = builder.build()?;
    // Validates the name before the file is opened.
    drop(scope.pages(&client, include_secrets, None)?);
    let format = Format::of(&out);
    let export =
        Export { server: client.base_url().to_owned(), scope: scope.to_string(), format, include_secrets };
    let (file, checkpoint) = DataFile::open(destination, resume, export)?;
    let out = out.display().to_string();
    if checkpoint.finished {
        log("this export has finished already");
        return Ok(finished(&checkpoint, &out));
    }
    let pages = scope.pages(&client, include_secrets, checkpoint.next.as_ref())?;
    let outcome = Exporter::new(file, checkpoint, &scope).run(pages, shutdown).await;
    Ok(report(outcome, &out))
}

/// Logs the outcome, and returns the exit code.
fn report(outcome: Outcome, out: &str) -> ExitCode {
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
    let alerts = checkpoint.alerts;
    if !can_resume {
        log(format_args!("{alerts} alerts were written to {out}; this cannot be resumed"));
    } else if checkpoint.bytes == 0 {
        log(format_args!("nothing was written to {out}"));
    } else {
        log(format_args!("{alerts} alerts are in {out}; to resume, run the same command with --resume"));
    }
    code
}

fn finished(checkpoint: &Checkpoint, out: &str) -> ExitCode {
    log(format_args!("{} alerts are in {out}", checkpoint.alerts));
    if checkpoint.malformed == 0 {
        return ExitCode::SUCCESS;
    }
    log(format_args!("malformed items that were skipped: {}", checkpoint.malformed));
    ExitCode::from(2)
}

fn is_broken_pipe(failure: &Failure) -> bool {
    failure.downcast_ref().map(io::Error::kind) == Some(ErrorKind::BrokenPipe)
}
