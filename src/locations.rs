//! Where the secret of an alert was found.

use crate::alerts::AlertScope;
use crate::requests::ListAlertLocations;

impl AlertScope {
    /// All places in which the secret was found: commits, wikis, issues, pull requests, and so on.
    pub fn locations(&self) -> ListAlertLocations {
        ListAlertLocations::new(self.repo(), self.alert_number())
    }
}
