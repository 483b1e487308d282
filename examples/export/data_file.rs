//! The exported file, and its checkpoint.
//!
//! The order of the writes keeps the two consistent if the process is killed: the checkpoint is reset before the data
//! file is truncated, and the data is synced before the checkpoint that includes it. So a data file without a
//! checkpoint was not written by an export, unless it is empty.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::checkpoint::{Checkpoint, Export, with_suffix};
use crate::destination::Destination;
use crate::exit::Failure;

pub(crate) struct DataFile {
    /// The path of the argument, for messages.
    path: PathBuf,
    file: File,
    /// `None` for a stream, which cannot be truncated.
    checkpoint: Option<PathBuf>,
}

impl DataFile {
    /// Opens the file at its start, or with `resume` at the end of an earlier run. Keeps its content until the first
    /// write.
    pub(crate) fn open(
        destination: Destination,
        resume: bool,
        export: Export,
    ) -> Result<(Self, Checkpoint), Failure> {
        let Destination { given: path, path: canonical, is_regular } = destination;
        if !is_regular {
            if resume {
                return Err(format!("cannot resume: {} is not a regular file", path.display()).into());
            }
            // A shell can have redirected it with `>>`.
            let file =
                OpenOptions::new().append(true).open(&path).map_err(|error| with_path(&path, error))?;
            return Ok((Self { path, file, checkpoint: None }, Checkpoint::start(export)));
        }
        let file =
            open_or_create(&canonical, export.include_secrets).map_err(|error| with_path(&path, error))?;
        lock(&file, &path)?;
        let checkpoint_path = with_suffix(&canonical, ".checkpoint");
        // Also without `resume`: a file that is not a checkpoint must not be replaced.
        let earlier = Checkpoint::read(&checkpoint_path)?;
        let mut data = Self { path, file, checkpoint: Some(checkpoint_path) };
        let checkpoint = if resume { data.resume(earlier, export)? } else { Checkpoint::start(export) };
        if checkpoint.finished {
            return Ok((data, checkpoint));
        }
        if checkpoint.export.include_secrets {
            restrict_to_owner(&data.file).map_err(|error| with_path(&data.path, error))?;
        }
        if checkpoint.next.is_some() {
            data.truncate(checkpoint.bytes)?;
        } else {
            data.save(&checkpoint)?;
        }
        Ok((data, checkpoint))
    }

    /// Returns the checkpoint to resume from. Fails if it does not match this run or the data file.
    fn resume(&self, earlier: Option<Checkpoint>, export: Export) -> Result<Checkpoint, Failure> {
        let (path, length) = (self.path.display(), self.file.metadata()?.len());
        let Some(earlier) = earlier else {
            if length == 0 {
                return Ok(Checkpoint::start(export));
            }
            let checkpoint = self.checkpoint.as_deref().unwrap_or(&self.path).display();
            let reason = "run without --resume to start again";
            return Err(format!("{path} has no checkpoint {checkpoint}: {reason}").into());
        };
        earlier.check(&export)?;
        let bytes = earlier.bytes;
        if length < bytes || (earlier.finished && length > bytes) {
            let lengths = format!("{path} has {length} bytes, but its checkpoint has {bytes}");
            return Err(format!("cannot resume: {lengths}; run without --resume to start again").into());
        }
        Ok(earlier)
    }

    /// Returns whether it is a regular file that was not moved.
    pub(crate) fn can_resume(&self) -> bool {
        self.checkpoint.is_some() && self.is_unmoved()
    }

    /// Writes `bytes` after the first `complete` bytes, and removes what followed them.
    pub(crate) fn write(&mut self, complete: u64, bytes: &[u8]) -> io::Result<()> {
        self.truncate(complete)?;
        self.file.write_all(bytes).map_err(|error| with_path(&self.path, error))
    }

    /// Syncs the data, and writes the checkpoint.
    pub(crate) fn save(&self, checkpoint: &Checkpoint) -> io::Result<()> {
        let Some(path) = &self.checkpoint else {
            return Ok(());
        };
        self.file.sync_all().map_err(|error| with_path(&self.path, error))?;
        if !self.is_unmoved() {
            return Err(with_path(&self.path, io::Error::other("it was moved or deleted during the export")));
        }
        checkpoint.write(path).map_err(|error| with_path(path, error))
    }

    /// Removes what follows the first `bytes` bytes.
    pub(crate) fn truncate(&mut self, bytes: u64) -> io::Result<()> {
        if self.checkpoint.is_none() {
            return Ok(());
        }
        let truncated = self.file.set_len(bytes).and_then(|()| self.file.seek(SeekFrom::Start(bytes)));
        truncated.map(drop).map_err(|error| with_path(&self.path, error))
    }

    #[cfg(unix)]
    fn is_unmoved(&self) -> bool {
        use std::os::unix::fs::MetadataExt;
        let identity = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
        let there = fs::metadata(&self.path).map(identity);
        there.is_ok_and(|there| self.file.metadata().map(identity).is_ok_and(|open| open == there))
    }

    #[cfg(not(unix))]
    fn is_unmoved(&self) -> bool {
        fs::exists(&self.path).unwrap_or(false)
    }
}

fn open_or_create(path: &Path, include_secrets: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    if include_secrets {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    #[cfg(not(unix))]
    let _ = include_secrets;
    options.open(path)
}

/// Locks the file against other runs. The system releases the lock when the process ends.
fn lock(file: &File, path: &Path) -> Result<(), Failure> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => {
            Err(format!("another export is writing to {}", path.display()).into())
        }
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(()),
        Err(TryLockError::Error(error)) => Err(with_path(path, error).into()),
    }
}

#[cfg(unix)]
fn restrict_to_owner(file: &File) -> io::Result<()> {
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))
}

#[cfg(not(unix))]
fn restrict_to_owner(_file: &File) -> io::Result<()> {
    Ok(())
}

/// Adds the path to the message of an error, and keeps its kind.
fn with_path(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
