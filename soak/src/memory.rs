//! The memory of this process.

use std::io::{Error, ErrorKind};

/// Returns the resident set in KiB, on Linux.
pub(crate) fn in_use() -> Result<u64, Error> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.trim().strip_suffix("kB")?.trim().parse().ok());
    number.ok_or_else(|| Error::new(ErrorKind::InvalidData, "no VmRSS in /proc/self/status"))
}
