//! The destination of an export: a regular file, which can be resumed, or a stream.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// More symbolic links are a cycle.
const MAX_LINKS: usize = 40;

pub(crate) struct Destination {
    /// The path of the argument, for messages.
    pub(crate) given: PathBuf,
    /// The path without symbolic links, unless it is the name of a stream.
    pub(crate) path: PathBuf,
    /// Whether it is a regular file or does not exist.
    pub(crate) is_regular: bool,
}

impl Destination {
    pub(crate) fn new(given: &Path) -> io::Result<Self> {
        let path = resolve_links(given)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", given.display())))?;
        let is_regular = !is_stream(&path) && fs::metadata(&path).map_or(true, |metadata| metadata.is_file());
        Ok(Self { given: given.to_owned(), path, is_regular })
    }
}

/// Resolves symbolic links, also to a file that does not exist. Link by link, because one of them can be the name of
/// a stream.
fn resolve_links(given: &Path) -> io::Result<PathBuf> {
    let mut path = given.to_owned();
    for _ in 0..MAX_LINKS {
        let name = path.file_name().ok_or_else(|| io::Error::other("not a file name"))?;
        let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        let here = directory.unwrap_or(Path::new(".")).canonicalize()?.join(name);
        path = match fs::read_link(&here) {
            Ok(target) if !is_stream(&here) => here.with_file_name(target),
            _ => return Ok(here),
        };
    }
    Err(io::Error::new(ErrorKind::InvalidInput, "too many symbolic links"))
}

/// Returns whether a name is that of a stream. A shell can have redirected it to a regular file, which must not be
/// truncated.
fn is_stream(path: &Path) -> bool {
    ["/dev/stdout", "/dev/stderr", "/dev/fd", "/proc"].iter().any(|stream| path.starts_with(stream))
}
