//! The file that is written, and its checkpoint.
//!
//! The order of steps is what makes a kill harmless: the checkpoint says that nothing counts before the data
//! file is cut back, and the data is on disk before the checkpoint that counts it. So only an empty file, just
//! made, can be one of ours that has no checkpoint yet.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::checkpoint::{Checkpoint, Export, beside};
use crate::destination::Destination;
use crate::ending::Failure;

pub(crate) struct DataFile {
    /// As it was given.
    path: PathBuf,
    file: File,
    /// `None` for a stream, which cannot be cut back.
    checkpoint: Option<PathBuf>,
}

impl DataFile {
    /// Opens it to begin at its start, or with `resume` where an earlier run ended. What it has stays in it
    /// until there is something to write.
    pub(crate) fn open(
        destination: Destination,
        resume: bool,
        export: Export,
    ) -> Result<(Self, Checkpoint), Failure> {
        let Destination { given: path, path: canonical, is_regular } = destination;
        if !is_regular {
            if resume {
                return Err(format!("cannot resume: {} is no regular file", path.display()).into());
            }
            // Behind what a shell has put there with `>>`.
            let file = OpenOptions::new().append(true).open(&path).map_err(|error| about(&path, error))?;
            return Ok((Self { path, file, checkpoint: None }, Checkpoint::start(export)));
        }
        let file = open_or_make(&canonical, export.include_secrets).map_err(|error| about(&path, error))?;
        lock(&file, &path)?;
        let checkpoint_path = beside(&canonical, ".checkpoint");
        // Also if it is not gone on with: what is no checkpoint is not ours to replace.
        let earlier = Checkpoint::read(&checkpoint_path)?;
        let mut data = Self { path, file, checkpoint: Some(checkpoint_path) };
        let checkpoint = if resume { data.go_on(earlier, export)? } else { Checkpoint::start(export) };
        if checkpoint.finished {
            return Ok((data, checkpoint));
        }
        if checkpoint.export.include_secrets {
            for_the_owner_alone(&data.file).map_err(|error| about(&data.path, error))?;
        }
        if checkpoint.next.is_some() {
            data.cut_back(checkpoint.bytes)?;
        } else {
            data.save(&checkpoint)?;
        }
        Ok((data, checkpoint))
    }

    /// How far an earlier run came; refuses what this run cannot go on with.
    fn go_on(&self, earlier: Option<Checkpoint>, export: Export) -> Result<Checkpoint, Failure> {
        let (path, length) = (self.path.display(), self.file.metadata()?.len());
        let Some(earlier) = earlier else {
            if length == 0 {
                return Ok(Checkpoint::start(export));
            }
            let checkpoint = self.checkpoint.as_deref().unwrap_or(&self.path).display();
            let reason = "run without --resume to begin anew";
            return Err(format!("{path} has no checkpoint {checkpoint}: {reason}").into());
        };
        earlier.check(&export)?;
        let bytes = earlier.bytes;
        if length < bytes || (earlier.finished && length > bytes) {
            let lengths = format!("{path} has {length} bytes, and {bytes} were written to it");
            return Err(format!("cannot resume: {lengths}; run without --resume to begin anew").into());
        }
        Ok(earlier)
    }

    /// Whether it is a regular file that can still be found under its name.
    pub(crate) fn can_resume(&self) -> bool {
        self.checkpoint.is_some() && self.is_in_place()
    }

    /// Writes behind what counts, and over what does not.
    pub(crate) fn write(&mut self, counted: u64, bytes: &[u8]) -> io::Result<()> {
        self.cut_back(counted)?;
        self.file.write_all(bytes).map_err(|error| about(&self.path, error))
    }

    /// Says how much of what was written counts.
    pub(crate) fn save(&self, checkpoint: &Checkpoint) -> io::Result<()> {
        let Some(path) = &self.checkpoint else {
            return Ok(());
        };
        self.file.sync_all().map_err(|error| about(&self.path, error))?;
        if !self.is_in_place() {
            return Err(about(&self.path, io::Error::other("it was moved or deleted during the export")));
        }
        checkpoint.write(path).map_err(|error| about(path, error))
    }

    /// Takes off what does not count.
    pub(crate) fn cut_back(&mut self, bytes: u64) -> io::Result<()> {
        if self.checkpoint.is_none() {
            return Ok(());
        }
        let cut = self.file.set_len(bytes).and_then(|()| self.file.seek(SeekFrom::Start(bytes)));
        cut.map(drop).map_err(|error| about(&self.path, error))
    }

    #[cfg(unix)]
    fn is_in_place(&self) -> bool {
        use std::os::unix::fs::MetadataExt;
        let identity = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
        let there = fs::metadata(&self.path).map(identity);
        there.is_ok_and(|there| self.file.metadata().map(identity).is_ok_and(|open| open == there))
    }

    #[cfg(not(unix))]
    fn is_in_place(&self) -> bool {
        fs::exists(&self.path).unwrap_or(false)
    }
}

fn open_or_make(path: &Path, include_secrets: bool) -> io::Result<File> {
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

/// Refuses a file that another run writes. The lock ends with the process, however that ends.
#[expect(clippy::incompatible_msrv, reason = "what is built here for development needs a later Rust anyway")]
fn lock(file: &File, path: &Path) -> Result<(), Failure> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(format!("another export writes {}", path.display()).into()),
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(()),
        Err(TryLockError::Error(error)) => Err(about(path, error).into()),
    }
}

#[cfg(unix)]
fn for_the_owner_alone(file: &File) -> io::Result<()> {
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))
}

#[cfg(not(unix))]
fn for_the_owner_alone(_file: &File) -> io::Result<()> {
    Ok(())
}

/// Says which file it is about, and stays the kind of error that it is.
fn about(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
