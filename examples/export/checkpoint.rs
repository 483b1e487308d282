//! The checkpoint of an export: a file beside it with its progress, which remains after the end.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use github_secret_scanning::ResumeToken;
use serde::{Deserialize, Serialize};

use crate::exit::Failure;
use crate::format::Format;

/// The settings of an export, which must be the same to resume it.
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
    /// The length of the complete pages in the data file; what follows is part of an incomplete page.
    pub(crate) bytes: u64,
    pub(crate) alerts: u64,
    pub(crate) malformed: u64,
    pub(crate) finished: bool,
    /// The position of the next page; `None` at the start and at the end of the list.
    pub(crate) next: Option<ResumeToken>,
}

impl Checkpoint {
    pub(crate) fn start(export: Export) -> Self {
        Self { export, bytes: 0, alerts: 0, malformed: 0, finished: false, next: None }
    }

    /// Reads a checkpoint; `None` if the file does not exist.
    pub(crate) fn read(path: &Path) -> Result<Option<Self>, Failure> {
        let text = match fs::read(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(format!("cannot read {}: {error}", path.display()).into()),
        };
        let checkpoint = serde_json::from_slice(&text);
        checkpoint.map(Some).map_err(|error| {
            let what = format!("{} is not a checkpoint of an export: {error}", path.display());
            format!("{what}; move it away, and run without --resume to start again").into()
        })
    }

    /// Replaces the file atomically, and syncs it.
    pub(crate) fn write(&self, path: &Path) -> io::Result<()> {
        let new = with_suffix(path, ".new");
        // Left over from a run that was killed. Removing and `create_new` do not follow a symbolic link.
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

    /// Fails if the settings of `wanted` are not those of this export.
    pub(crate) fn check(&self, wanted: &Export) -> Result<(), Failure> {
        let earlier = &self.export;
        let differences = [
            ("server", earlier.server.as_str(), wanted.server.as_str()),
            ("scope", &earlier.scope, &wanted.scope),
            ("format", earlier.format.name(), wanted.format.name()),
            ("--include-secrets", on_or_off(earlier.include_secrets), on_or_off(wanted.include_secrets)),
        ];
        match differences.iter().find(|(_, earlier, wanted)| earlier != wanted) {
            None => Ok(()),
            Some((what, earlier, wanted)) => {
                Err(format!("cannot resume: the export was started with {what} {earlier}, not {wanted}")
                    .into())
            }
        }
    }
}

fn on_or_off(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

/// Returns a path with a suffix added to the file name.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Makes a rename durable, so that a crash of the machine does not undo it and keep later writes.
#[cfg(unix)]
fn sync_directory(path: &Path) -> io::Result<()> {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    File::open(directory.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(not(unix))]
fn sync_directory(_path: &Path) -> io::Result<()> {
    Ok(())
}
