//! Every alert of a repository, an organization or an enterprise in a file, which a later run can go on with.

mod checkpoint;
#[path = "../shared/connection.rs"]
mod connection;
mod csv;
mod data_file;
#[path = "../shared/ending.rs"]
mod ending;
mod format;
#[path = "../shared/location.rs"]
mod location;
mod progress;
mod scope;
mod signals;
#[path = "../shared/text.rs"]
mod text;
mod walk;

use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use checkpoint::{Checkpoint, Export};
use connection::Connection;
use data_file::DataFile;
use ending::{Failure, ending, say};
use format::Format;
use scope::Scope;
use walk::{End, Walk};

/// Write every alert of a repository, an organization or an enterprise to a file, oldest first
///
/// The file has one JSON object a line, or, if its name ends in .csv, one row for each alert under a header. In
/// CSV a cell that a spreadsheet could take for a formula (it begins with = + - @, a tab or a carriage return)
/// gets an apostrophe before it.
///
/// Beside a regular file stands FILE.checkpoint for as long as it is not finished. An export that was stopped
/// or failed goes on with the same command and --resume; so does one that was killed.
///
/// Exit codes: 0 all is written; 1 it failed; 2 wrong arguments, or all is written but for entries that could
/// not be read; 130 stopped by Ctrl-C or SIGTERM.
#[derive(Parser)]
#[command(name = "export", version, verbatim_doc_comment)]
struct Arguments {
    #[command(flatten)]
    connection: Connection,
    #[command(flatten)]
    scope: Scope,
    /// The file to write; /dev/stdout or a pipe works as well, but cannot be resumed
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Go on where an earlier run of the same export ended; a file without a checkpoint is taken for finished
    #[arg(long)]
    resume: bool,
    /// Write the secrets in plain text, to a file that its owner alone can read
    ///
    /// Without it they are not even asked for.
    #[arg(long)]
    include_secrets: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    ending(run(Arguments::parse()).await)
}

async fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let Arguments { connection, scope, out, resume, include_secrets } = arguments;
    let (builder, _fake) = connection.open()?;
    let client = builder.build()?;
    // A name that cannot be one is refused before the file is touched.
    drop(scope.pages(&client, include_secrets, None)?);
    let format = Format::of(&out);
    let export =
        Export { server: client.base_url().to_owned(), scope: scope.to_string(), format, include_secrets };
    let Some((file, checkpoint)) = DataFile::open(&out, resume, export)? else {
        say(format_args!("{} has no checkpoint beside it, so it is taken for finished", out.display()));
        return Ok(ExitCode::SUCCESS);
    };
    let can_resume = file.can_resume();
    let pages = scope.pages(&client, include_secrets, checkpoint.next.as_ref())?;
    let (end, written) = Walk::new(file, checkpoint, &scope).run(pages).await;
    report(end, &written, &out.display().to_string(), can_resume)
}

/// Says how it went, and how to go on.
fn report(end: End, written: &Checkpoint, out: &str, can_resume: bool) -> Result<ExitCode, Failure> {
    let Checkpoint { alerts, rejected, .. } = written;
    let code = match end {
        End::Finished => {
            say(format_args!("{alerts} alerts are in {out}"));
            if *rejected == 0 {
                return Ok(ExitCode::SUCCESS);
            }
            say(format_args!("entries that could not be read, and are not in it: {rejected}"));
            return Ok(ExitCode::from(2));
        }
        End::Failed(failure) => {
            // A reader who went away has had enough, and wants no words about it.
            if failure.downcast_ref().map(io::Error::kind) == Some(ErrorKind::BrokenPipe) {
                return Err(failure);
            }
            say(format_args!("error: {failure}"));
            ExitCode::FAILURE
        }
        End::Stopped => ExitCode::from(130),
    };
    if can_resume {
        say(format_args!("{alerts} alerts are in {out}; go on with the same command and --resume"));
    } else {
        say(format_args!("{alerts} alerts were written to {out}, which cannot be resumed"));
    }
    Ok(code)
}
