//! How much memory this process has in use.

use std::io::{Error, ErrorKind};

/// The resident set in KiB, as Linux counts it.
pub(crate) fn in_use() -> Result<u64, Error> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.trim().strip_suffix("kB")?.trim().parse().ok());
    number.ok_or_else(|| Error::new(ErrorKind::InvalidData, "/proc/self/status does not tell VmRSS"))
}
