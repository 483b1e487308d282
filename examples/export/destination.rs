//! Where the alerts go: a regular file, which can be gone on with, or a stream.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// More than this is a link that leads back to itself.
const MOST_LINKS: usize = 40;

pub(crate) struct Destination {
    /// As it was given, which is how the person knows it.
    pub(crate) given: PathBuf,
    /// Without symbolic links, except for the name of a stream.
    pub(crate) path: PathBuf,
    /// Whether there is a regular file, or nothing yet.
    pub(crate) is_regular: bool,
}

impl Destination {
    pub(crate) fn of(given: &Path) -> io::Result<Self> {
        let path = follow(given)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", given.display())))?;
        let is_regular = !is_stream(&path) && fs::metadata(&path).map_or(true, |metadata| metadata.is_file());
        Ok(Self { given: given.to_owned(), path, is_regular })
    }
}

/// Where the links lead, also if there is no file yet. Link by link, to see the name of a stream on the way.
fn follow(given: &Path) -> io::Result<PathBuf> {
    let mut path = given.to_owned();
    for _ in 0..MOST_LINKS {
        let name = path.file_name().ok_or_else(|| io::Error::other("this names no file"))?;
        let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        let here = directory.unwrap_or(Path::new(".")).canonicalize()?.join(name);
        path = match fs::read_link(&here) {
            Ok(target) if !is_stream(&here) => here.with_file_name(target),
            _ => return Ok(here),
        };
    }
    Err(io::Error::new(ErrorKind::InvalidInput, "too many symbolic links"))
}

/// By the name alone: the shell may well have put a regular file behind it, which is not ours to cut back.
fn is_stream(path: &Path) -> bool {
    ["/dev/stdout", "/dev/stderr", "/dev/fd", "/proc"].iter().any(|stream| path.starts_with(stream))
}
