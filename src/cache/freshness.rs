//! Tracks which stored responses a later write has invalidated.

use std::collections::HashMap;

/// The number of written paths that are remembered; at one more, all stored responses count as
/// written.
const MOST_PATHS: usize = 1_024;

/// A point in the order of writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Version(u64);

/// The last write below each path.
///
/// Looking up a response costs a step for each segment of its path, and recording a write costs one:
/// neither scans the stored responses.
#[derive(Debug, Default)]
pub(super) struct Writes {
    now: Version,
    /// Writes up to this one count for every path.
    everywhere: Version,
    paths: HashMap<String, Version>,
}

impl Writes {
    /// Returns the version of a response that is stored now.
    pub(super) fn now(&self) -> Version {
        self.now
    }

    /// Records a write to `path`, which affects everything below it.
    pub(super) fn record(&mut self, path: &str) {
        self.now = Version(self.now.0 + 1);
        if self.paths.len() >= MOST_PATHS {
            self.paths.clear();
            self.everywhere = self.now;
        } else {
            self.paths.insert(normalized(path), self.now);
        }
    }

    /// Returns whether no write affected `path` since `stored`.
    pub(super) fn is_fresh(&self, path: &str, stored: Version) -> bool {
        if self.everywhere > stored {
            return false;
        }
        let path = normalized(path);
        let ends = path.match_indices('/').map(|(end, _)| end).skip(1).chain([path.len()]);
        ends.filter_map(|end| self.paths.get(path.get(..end)?)).all(|written| *written <= stored)
    }
}

/// GitHub ignores the case of owners and repositories.
fn normalized(path: &str) -> String {
    path.trim_end_matches('/').to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_affects_its_path_and_everything_below_it() {
        let mut writes = Writes::default();
        let stored = writes.now();
        writes.record("/repos/a/B/alerts/4");
        for (path, fresh) in [
            ("/repos/a/b/alerts/4", false),
            ("/repos/A/b/alerts/4/", false),
            ("/repos/a/b/alerts/4/locations", false),
            ("/repos/a/b/alerts/42", true),
            ("/repos/a/b/alerts", true),
            ("/", true),
            ("", true),
        ] {
            assert_eq!(writes.is_fresh(path, stored), fresh, "{path}");
            assert!(writes.is_fresh(path, writes.now()), "{path}");
        }
    }

    #[test]
    fn with_too_many_paths_to_remember_every_response_counts_as_written() {
        let mut writes = Writes::default();
        let stored = writes.now();
        for number in 0..=MOST_PATHS {
            assert!(writes.is_fresh("/other", stored), "{number}");
            writes.record(&format!("/alerts/{number}"));
        }
        assert!(!writes.is_fresh("/other", stored));
        assert!(writes.is_fresh("/other", writes.now()));
        assert!(writes.paths.is_empty());
    }
}
