//! Files of this user in a directory that others may write to: nobody else has them open, and no link is followed.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Creates a file that only its owner can read. Fails if the name exists, also as a symbolic link.
pub(crate) fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| with_path(path, error))
}

/// Opens a file that an earlier run created; `None` if it does not exist. Refuses any other.
pub(crate) fn open(path: &Path) -> io::Result<Option<File>> {
    let refused = || {
        let reason = "not a file of an export (regular, of this user, mode 0600, no link); move it away";
        with_path(path, io::Error::other(reason))
    };
    // First, because opening a FIFO waits for its other end, and opening a device can have an effect.
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() => {}
        Ok(_) => return Err(refused()),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(with_path(path, error)),
    }
    // For both, because a FIFO that replaced it since has no other end to wait for then.
    let file = OpenOptions::new().read(true).write(true).open(path);
    let file = file.map_err(|error| with_path(path, error))?;
    // Also refuses a symbolic link that replaced it since: its target is another file.
    if is_at(&file, path) && is_own(&file, path)? { Ok(Some(file)) } else { Err(refused()) }
}

/// Replaces a file atomically by one with this text, and syncs it.
pub(crate) fn replace(path: &Path, text: &[u8]) -> io::Result<()> {
    let new = with_suffix(path, ".new");
    // Left over from a run that was killed.
    if open(&new)?.is_some() {
        remove(&new)?;
    }
    let mut file = create(&new)?;
    let written = file.write_all(text).and_then(|()| file.sync_all());
    let replaced = written.map_err(|error| with_path(&new, error)).and_then(|()| rename(&new, path));
    if replaced.is_err() {
        let _ = fs::remove_file(&new);
    }
    replaced
}

/// Removes a file if it exists; of a symbolic link, the link.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(with_path(path, error)),
        _ => Ok(()),
    }
}

/// Renames a file, and makes it durable, so that a crash of the machine does not undo it and keep later writes. Replaces
/// `to`, also if that is a symbolic link.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to).map_err(|error| with_path(to, error))?;
    #[cfg(unix)]
    File::open(directory(to))?.sync_all()?;
    Ok(())
}

/// Returns whether the file is the one at this path.
#[cfg(unix)]
pub(crate) fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    let there = fs::symlink_metadata(path).map(identity);
    there.is_ok_and(|there| file.metadata().map(identity).is_ok_and(|open| open == there))
}

#[cfg(not(unix))]
pub(crate) fn is_at(_file: &File, path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file())
}

/// Returns whether the file has one name, and the owner and mode of a file that this process creates beside it.
#[cfg(unix)]
fn is_own(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let created = tempfile::tempfile_in(directory(path)).map_err(|error| with_path(path, error))?;
    // Fails if the file system has no modes; there all files have the same one.
    let _ = created.set_permissions(fs::Permissions::from_mode(0o600));
    let (created, metadata) = (created.metadata()?, file.metadata()?);
    Ok((metadata.uid(), metadata.mode(), metadata.nlink()) == (created.uid(), created.mode(), 1))
}

#[cfg(not(unix))]
fn is_own(_file: &File, _path: &Path) -> io::Result<bool> {
    Ok(true)
}

#[cfg(unix)]
fn directory(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Returns a path with a suffix added to the file name.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Adds the path to the message of an error, and keeps its kind.
pub(crate) fn with_path(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
