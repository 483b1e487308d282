//! The file of an export, and its checkpoint.
//!
//! A run writes to FILE.partial, which it creates itself, and renames it to FILE at the end: whoever has FILE open
//! cannot read the new content. The order of the writes keeps the files consistent if the process is killed: the
//! checkpoint is reset before the partial file is created, the data is synced before the checkpoint that includes it,
//! and the checkpoint has finished before the file is renamed. So a partial file without a checkpoint is not of an
//! export.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::checkpoint::{Checkpoint, Export};
use crate::exit::Failure;
use crate::own_file::{self, with_path, with_suffix};

/// Far above the length of a checkpoint, whose cursor has up to 8 KiB.
const MAX_CHECKPOINT_BYTES: u64 = 1024 * 1024;

const START_AGAIN: &str = "run without --resume to start again";

pub(crate) struct ExportFile {
    paths: Paths,
    /// The partial file.
    file: File,
}

struct Paths {
    out: PathBuf,
    partial: PathBuf,
    checkpoint: PathBuf,
}

impl ExportFile {
    /// Opens the file of a new export, or with `resume` that of an earlier run; `None` if that one has finished.
    pub(crate) fn open(
        out: &Path,
        resume: bool,
        export: Export,
    ) -> Result<(Option<Self>, Checkpoint), Failure> {
        let paths = Paths {
            out: out.to_owned(),
            partial: partial_path(out),
            checkpoint: with_suffix(out, ".checkpoint"),
        };
        let out_length = length_of(out)?;
        let found = own_file::open(&paths.partial)?;
        if let Some(found) = &found {
            lock(found, &paths)?;
        }
        // Also without `resume`: a file of another program must not be replaced.
        let earlier = read(&paths.checkpoint)?;
        let without_checkpoint = match earlier {
            None if found.is_some() => Some((&paths.partial, "move it away")),
            None if resume && out_length.is_some_and(|length| length > 0) => Some((&paths.out, START_AGAIN)),
            _ => None,
        };
        if let Some((path, remedy)) = without_checkpoint {
            let (path, checkpoint) = (path.display(), paths.checkpoint.display());
            return Err(format!("{path} has no checkpoint {checkpoint}: {remedy}").into());
        }
        let Some(earlier) = earlier.filter(|_| resume) else {
            return Self::start(paths, found, Checkpoint::start(export));
        };
        earlier.check(&export)?;
        if earlier.is_start() {
            return Self::start(paths, found, earlier);
        }
        Self::resume(paths, found, out_length, earlier)
    }

    /// Creates the partial file. `found` is an earlier one, of which the lock keeps other runs from creating it too.
    fn start(
        paths: Paths,
        found: Option<File>,
        checkpoint: Checkpoint,
    ) -> Result<(Option<Self>, Checkpoint), Failure> {
        save(&paths.checkpoint, &checkpoint)?;
        own_file::remove(&paths.partial)?;
        let file = own_file::create(&paths.partial)?;
        lock(&file, &paths)?;
        drop(found);
        Ok((Some(Self { paths, file }), checkpoint))
    }

    /// Continues with the partial file `found`. Fails if it does not match the checkpoint.
    fn resume(
        paths: Paths,
        found: Option<File>,
        out_length: Option<u64>,
        checkpoint: Checkpoint,
    ) -> Result<(Option<Self>, Checkpoint), Failure> {
        let Checkpoint { bytes, finished, .. } = checkpoint;
        let (path, length) = match &found {
            Some(found) => (&paths.partial, found.metadata()?.len()),
            None if finished => (&paths.out, out_length.unwrap_or_default()),
            None => {
                return Err(
                    format!("cannot resume: {} is missing; {START_AGAIN}", paths.partial.display()).into()
                );
            }
        };
        if length < bytes || (finished && length > bytes) {
            let lengths = format!("{} has {length} bytes, but its checkpoint has {bytes}", path.display());
            return Err(format!("cannot resume: {lengths}; {START_AGAIN}").into());
        }
        let Some(file) = found else {
            return Ok((None, checkpoint));
        };
        let mut file = Self { paths, file };
        if finished {
            own_file::rename(&file.paths.partial, &file.paths.out)?;
            return Ok((None, checkpoint));
        }
        file.truncate(bytes)?;
        Ok((Some(file), checkpoint))
    }

    /// Returns whether the partial file was not moved.
    pub(crate) fn can_resume(&self) -> bool {
        own_file::is_at(&self.file, &self.paths.partial)
    }

    /// Writes `bytes` after the first `complete` bytes, and removes what followed them.
    pub(crate) fn write(&mut self, complete: u64, bytes: &[u8]) -> io::Result<()> {
        self.truncate(complete)?;
        self.file.write_all(bytes).map_err(|error| {
            // Leaves whole lines in the file if possible; resuming does the same.
            let _ = self.truncate(complete);
            with_path(&self.paths.partial, error)
        })
    }

    /// Removes what follows the first `bytes` bytes.
    fn truncate(&mut self, bytes: u64) -> io::Result<()> {
        let truncated = self.file.set_len(bytes).and_then(|()| self.file.seek(SeekFrom::Start(bytes)));
        truncated.map(drop).map_err(|error| with_path(&self.paths.partial, error))
    }

    /// Syncs the data, and writes the checkpoint.
    pub(crate) fn save(&self, checkpoint: &Checkpoint) -> io::Result<()> {
        self.file.sync_all().map_err(|error| with_path(&self.paths.partial, error))?;
        if !self.can_resume() {
            let reason = "it was moved or deleted during the export";
            return Err(with_path(&self.paths.partial, io::Error::other(reason)));
        }
        save(&self.paths.checkpoint, checkpoint)
    }

    /// Saves the last checkpoint, and renames the file.
    pub(crate) fn finish(&self, checkpoint: &Checkpoint) -> io::Result<()> {
        self.save(checkpoint)?;
        own_file::rename(&self.paths.partial, &self.paths.out)
    }
}

/// Returns the path of the file until the export has finished.
pub(crate) fn partial_path(out: &Path) -> PathBuf {
    with_suffix(out, ".partial")
}

/// Returns the length of an existing file. Refuses what is not a regular file: renaming would replace it.
fn length_of(out: &Path) -> io::Result<Option<u64>> {
    match fs::symlink_metadata(out) {
        Ok(metadata) if metadata.is_file() => Ok(Some(metadata.len())),
        Ok(metadata) if metadata.is_symlink() => {
            Err(with_path(out, io::Error::other("it is a symbolic link; set the path of the file")))
        }
        Ok(_) => Err(with_path(out, io::Error::other("it is not a regular file"))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(with_path(out, error)),
    }
}

/// Reads a checkpoint; `None` if the file does not exist.
fn read(path: &Path) -> Result<Option<Checkpoint>, Failure> {
    let Some(file) = own_file::open(path)? else {
        return Ok(None);
    };
    let mut text = Vec::new();
    file.take(MAX_CHECKPOINT_BYTES + 1).read_to_end(&mut text).map_err(|error| with_path(path, error))?;
    let parsed = if text.len() as u64 > MAX_CHECKPOINT_BYTES {
        Err("it is too large")
    } else {
        Checkpoint::parse(&text)
    };
    parsed.map(Some).map_err(|reason| {
        let what = format!("{} is not a checkpoint of an export: {reason}", path.display());
        format!("{what}; move it away, and run without --resume to start again").into()
    })
}

fn save(path: &Path, checkpoint: &Checkpoint) -> io::Result<()> {
    own_file::replace(path, &serde_json::to_vec_pretty(checkpoint)?)
}

/// Locks the file against other runs. The system releases the lock when the process ends.
fn lock(file: &File, paths: &Paths) -> Result<(), Failure> {
    match file.try_lock() {
        Err(TryLockError::Error(error)) if error.kind() != ErrorKind::Unsupported => {
            Err(with_path(&paths.partial, error).into())
        }
        // Another run may have replaced the file before it was locked here.
        Ok(()) | Err(TryLockError::Error(_)) if own_file::is_at(file, &paths.partial) => Ok(()),
        _ => Err(format!("another export is writing to {}", paths.out.display()).into()),
    }
}
