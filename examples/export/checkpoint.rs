//! How far an export has come, in a small file beside it, which stays as a record of one that is finished.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use github_secret_scanning::ResumeToken;
use serde::{Deserialize, Serialize};

use crate::ending::Failure;
use crate::format::Format;

/// What is exported. To go on is to go on with the very same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Export {
    pub(crate) server: String,
    pub(crate) scope: String,
    pub(crate) format: Format,
    pub(crate) include_secrets: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Checkpoint {
    #[serde(flatten)]
    pub(crate) export: Export,
    /// How much of the data file counts; what is behind it was cut off in the middle.
    pub(crate) bytes: u64,
    pub(crate) alerts: u64,
    pub(crate) malformed: u64,
    pub(crate) finished: bool,
    /// Where the list goes on; `None` at its beginning, and when it is finished.
    pub(crate) next: Option<ResumeToken>,
}

impl Checkpoint {
    pub(crate) fn start(export: Export) -> Self {
        Self { export, bytes: 0, alerts: 0, malformed: 0, finished: false, next: None }
    }

    /// `None` if there is no such file; one that is there must be a checkpoint.
    pub(crate) fn read(path: &Path) -> Result<Option<Self>, Failure> {
        let text = match fs::read(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(format!("cannot read {}: {error}", path.display()).into()),
        };
        let checkpoint = serde_json::from_slice(&text);
        checkpoint.map(Some).map_err(|error| {
            let what = format!("{} is no checkpoint of an export: {error}", path.display());
            format!("{what}; move it away, and run without --resume to begin anew").into()
        })
    }

    /// Replaces the file as a whole, so that there is a complete one at every moment, and sees it to disk.
    pub(crate) fn write(&self, path: &Path) -> io::Result<()> {
        let new = beside(path, ".new");
        // A kill has left it. A link of that name is not followed, neither here nor there.
        match fs::remove_file(&new) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut file = OpenOptions::new().write(true).create_new(true).open(&new)?;
        let written = serde_json::to_vec_pretty(self)
            .map_err(io::Error::from)
            .and_then(|text| file.write_all(&text))
            .and_then(|()| file.sync_all())
            .and_then(|()| fs::rename(&new, path));
        if written.is_err() {
            let _ = fs::remove_file(&new);
        }
        written?;
        sync_directory(path)
    }

    /// Refuses to go on with something else.
    pub(crate) fn check(&self, wanted: &Export) -> Result<(), Failure> {
        let had = &self.export;
        let differences = [
            ("server", had.server.as_str(), wanted.server.as_str()),
            ("scope", &had.scope, &wanted.scope),
            ("format", had.format.name(), wanted.format.name()),
            ("--include-secrets", on_or_off(had.include_secrets), on_or_off(wanted.include_secrets)),
        ];
        match differences.iter().find(|(_, had, wanted)| had != wanted) {
            None => Ok(()),
            Some((what, had, wanted)) => {
                Err(format!("cannot resume: the export began with {what} {had}, and this is {wanted}").into())
            }
        }
    }
}

fn on_or_off(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

/// The path with something added to its name.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Without this, a crash of the machine could undo the renaming, and not what was done after it.
#[cfg(unix)]
fn sync_directory(path: &Path) -> io::Result<()> {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    File::open(directory.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(not(unix))]
fn sync_directory(_path: &Path) -> io::Result<()> {
    Ok(())
}
