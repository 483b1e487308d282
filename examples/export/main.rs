//! Every alert of a repository, an organization or an enterprise in a file, which a later run can go on with.

mod checkpoint;
#[path = "../shared/connection.rs"]
mod connection;
mod csv;
mod data_file;
mod destination;
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

use std::future::pending;
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use checkpoint::{Checkpoint, Export};
use connection::Connection;
use data_file::DataFile;
use destination::Destination;
use ending::{Failure, ending, say};
use format::Format;
use scope::Scope;
use walk::{End, Outcome, Walk};

/// Write every alert of a repository, an organization or an enterprise to a file, oldest first
///
/// The file has one JSON object a line, or, if its name ends in .csv, one row for each alert under a header.
/// Fields that this version does not know are not in it. In CSV a cell that a spreadsheet could take for a
/// formula (it begins with = + - @, a tab or a carriage return; so does a key in PEM) gets an apostrophe before
/// it, and so does one that begins with an apostrophe: taking one off undoes it.
///
/// Beside a regular file stands FILE.checkpoint, in the end as a record that all is written. An export that was
/// stopped or failed goes on with the same command and --resume; so does one that was killed. What FILE has stays
/// in it until the first alerts are there.
///
/// Exit codes: 0 all is written; 1 it failed; 2 wrong arguments, or all is written but for entries that could
/// not be read; 130 stopped by Ctrl-C or SIGTERM (where FILE is a stream, they just kill it); 141 whoever read
/// the stream went away.
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
    /// Go on where an earlier run of the same export ended, or begin where there is no file yet
    #[arg(long)]
    resume: bool,
    /// Write the secrets in plain text; without it they are not even asked for
    ///
    /// A regular file is made readable by its owner alone; a stream is as its shell made it.
    #[arg(long)]
    include_secrets: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    ending(run(Arguments::parse()).await)
}

async fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    let Arguments { connection, scope, out, resume, include_secrets } = arguments;
    let destination = Destination::of(&out)?;
    // Before anything else, so that a stop is one at any time. Nothing is left half done in a stream, and to
    // write to one can take for ever: there the signals do what they always do.
    let stop = if destination.is_regular { signals::stop()? } else { Box::pin(pending()) };
    let (builder, _fake) = connection.open()?;
    let client = builder.build()?;
    // A name that cannot be one is refused before the file is touched.
    drop(scope.pages(&client, include_secrets, None)?);
    let format = Format::of(&out);
    let export =
        Export { server: client.base_url().to_owned(), scope: scope.to_string(), format, include_secrets };
    let (file, checkpoint) = DataFile::open(destination, resume, export)?;
    let out = out.display().to_string();
    if checkpoint.finished {
        say("this export is finished already");
        return Ok(finished(&checkpoint, &out));
    }
    let pages = scope.pages(&client, include_secrets, checkpoint.next.as_ref())?;
    let outcome = Walk::new(file, checkpoint, &scope).run(pages, stop).await;
    Ok(report(outcome, &out))
}

/// Says how it went, and how to go on.
fn report(outcome: Outcome, out: &str) -> ExitCode {
    let Outcome { end, written, can_resume } = outcome;
    let code = match end {
        End::Finished => return finished(&written, out),
        // A reader who went away has had enough, and wants no words about it; this is what a shell says then.
        End::Failed(failure) if is_broken_pipe(&failure) => return ExitCode::from(141),
        End::Failed(failure) => {
            say(format_args!("error: {failure}"));
            ExitCode::FAILURE
        }
        End::Stopped => ExitCode::from(130),
    };
    let alerts = written.alerts;
    if !can_resume {
        say(format_args!("{alerts} alerts were written to {out}; this cannot be resumed"));
    } else if written.bytes == 0 {
        say(format_args!("nothing was written to {out}"));
    } else {
        say(format_args!("{alerts} alerts are in {out}; go on with the same command and --resume"));
    }
    code
}

fn finished(written: &Checkpoint, out: &str) -> ExitCode {
    say(format_args!("{} alerts are in {out}", written.alerts));
    if written.malformed == 0 {
        return ExitCode::SUCCESS;
    }
    say(format_args!("entries that could not be read, and are not in it: {}", written.malformed));
    ExitCode::from(2)
}

fn is_broken_pipe(failure: &Failure) -> bool {
    failure.downcast_ref().map(io::Error::kind) == Some(ErrorKind::BrokenPipe)
}
