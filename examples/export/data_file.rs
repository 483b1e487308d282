//! The file that is written, and its checkpoint.
//!
//! The order of steps is what makes a kill harmless: a checkpoint is written before the data file is emptied,
//! the data is on disk before the checkpoint that counts it, and the checkpoint goes last of all. An empty file
//! without one was only just made, or is an export of nothing: beginning anew does no harm.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::checkpoint::{Checkpoint, Export, beside};
use crate::ending::Failure;

pub(crate) struct DataFile {
    path: PathBuf,
    file: File,
    /// `None` for what is no regular file, and so cannot be cut back.
    checkpoint: Option<PathBuf>,
}

impl DataFile {
    /// Opens it to begin at its start, or with `resume` where an earlier run ended; `None` if that finished.
    pub(crate) fn open(
        path: &Path,
        resume: bool,
        export: Export,
    ) -> Result<Option<(Self, Checkpoint)>, Failure> {
        if !is_regular(path) {
            if resume {
                return Err(format!("cannot resume: {} is no regular file", path.display()).into());
            }
            // Behind what a shell has put there with `>>`.
            let file = OpenOptions::new().append(true).open(path).map_err(|error| about(path, error))?;
            let data = Self { path: path.to_owned(), file, checkpoint: None };
            return Ok(Some((data, Checkpoint::start(export))));
        }
        let checkpoint_path = beside(path, ".checkpoint");
        let earlier = || if resume { earlier(path, &checkpoint_path, &export) } else { Ok(None) };
        earlier()?;
        let file = open_or_make(path, export.include_secrets).map_err(|error| about(path, error))?;
        lock(&file, path)?;
        // Once more under the lock: until then another run could have gone on, or finished.
        let earlier = earlier()?;
        if resume && earlier.is_none() && file.metadata()?.len() > 0 {
            return Ok(None);
        }
        let checkpoint = earlier.unwrap_or_else(|| Checkpoint::start(export));
        let mut data = Self { path: path.to_owned(), file, checkpoint: Some(checkpoint_path) };
        if checkpoint.bytes == 0 {
            data.save(&checkpoint)?;
        }
        if checkpoint.export.include_secrets {
            for_the_owner_alone(&data.file).map_err(|error| about(path, error))?;
        }
        data.cut_back(checkpoint.bytes)?;
        Ok(Some((data, checkpoint)))
    }

    pub(crate) fn can_resume(&self) -> bool {
        self.checkpoint.is_some()
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes).map_err(|error| about(&self.path, error))
    }

    /// Says that all that was written counts.
    pub(crate) fn save(&self, checkpoint: &Checkpoint) -> io::Result<()> {
        let Some(path) = &self.checkpoint else {
            return Ok(());
        };
        self.file.sync_all().map_err(|error| about(&self.path, error))?;
        checkpoint.write(path).map_err(|error| about(path, error))
    }

    /// Says that there is no more to come.
    pub(crate) fn finish(&self) -> io::Result<()> {
        let Some(path) = &self.checkpoint else {
            return Ok(());
        };
        self.file.sync_all().map_err(|error| about(&self.path, error))?;
        fs::remove_file(path).map_err(|error| about(path, error))
    }

    /// Takes off what does not count.
    pub(crate) fn cut_back(&mut self, bytes: u64) -> io::Result<()> {
        if self.checkpoint.is_none() {
            return Ok(());
        }
        let cut = self.file.set_len(bytes).and_then(|()| self.file.seek(SeekFrom::Start(bytes)));
        cut.map(drop).map_err(|error| about(&self.path, error))
    }
}

/// How far an earlier run came, if it left word of that; refuses what this run cannot go on with.
fn earlier(path: &Path, checkpoint: &Path, export: &Export) -> Result<Option<Checkpoint>, Failure> {
    let Some(checkpoint) = Checkpoint::read(checkpoint)? else {
        return Ok(None);
    };
    checkpoint.check(export)?;
    let (length, bytes) = (fs::metadata(path).map_or(0, |metadata| metadata.len()), checkpoint.bytes);
    if length < bytes {
        let path = path.display();
        return Err(
            format!("cannot resume: {path} has {length} bytes, and {bytes} were written to it").into()
        );
    }
    Ok(Some(checkpoint))
}

/// Whether there is a regular file, or nothing yet. The names that stand for a stream are none, even where the
/// shell has put a regular file behind them.
fn is_regular(path: &Path) -> bool {
    let streams = ["/dev/stdout", "/dev/stderr", "/dev/fd", "/proc"];
    !streams.iter().any(|stream| path.starts_with(stream))
        && fs::metadata(path).map_or(true, |metadata| metadata.is_file())
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
