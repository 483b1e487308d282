//! Polls the alerts of a scope, and reports what changed.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use github_secret_scanning::models::{Alert, AlertSort, AlertState, SortDirection};
use github_secret_scanning::requests::ListAlerts;
use github_secret_scanning::{Error, MalformedItem, Page, Pages};

use crate::changes::{Snapshot, changes, name};
use crate::exit::log;
use crate::scope::Scope;

/// A malformed alert: its repository and number, as far as known, and the JSON path, line and column of the fault.
type Malformed = (Option<String>, Option<u64>, String, Option<usize>, Option<usize>);

pub(crate) struct Watcher {
    scope: Scope,
    snapshots: HashMap<String, Snapshot>,
    /// The time of the latest change at the last successful poll; `None` before the first one.
    latest_change: Option<DateTime<Utc>>,
    /// Lines to print, the latest change first.
    lines: Vec<String>,
    /// The malformed alerts of each page that a warning was logged for.
    malformed: HashSet<Vec<Malformed>>,
}

impl Watcher {
    pub(crate) fn new(scope: Scope) -> Self {
        let (snapshots, malformed) = (HashMap::new(), HashSet::new());
        Self { scope, snapshots, latest_change: None, lines: Vec::new(), malformed }
    }

    /// Removes and returns the lines of the polls so far, the earliest change first.
    pub(crate) fn take_lines(&mut self) -> Vec<String> {
        self.lines.reverse();
        std::mem::take(&mut self.lines)
    }

    /// Polls once. The first poll only takes the snapshots.
    pub(crate) async fn poll(&mut self) -> Result<(), Error> {
        match self.latest_change {
            None => self.take_snapshots().await,
            Some(since) => self.compare(since).await,
        }
    }

    /// Takes snapshots of the last changed alerts, then of all open ones. In this order the next poll finds a change
    /// that happens between the two requests.
    async fn take_snapshots(&mut self) -> Result<(), Error> {
        let mut latest = DateTime::UNIX_EPOCH;
        if let Some(page) = self.last_changed().try_next().await? {
            self.warn(&page);
            for alert in &page.items {
                latest = latest.max(updated(alert));
                self.snapshots.insert(name(alert, &self.scope), Snapshot::of(alert));
            }
        }
        let mut open = 0;
        let mut pages = self.open();
        while let Some(page) = pages.try_next().await? {
            open += page.items.len();
            self.warn(&page);
            for alert in &page.items {
                self.snapshots.entry(name(alert, &self.scope)).or_insert_with(|| Snapshot::of(alert));
            }
        }
        self.latest_change = Some(latest);
        self.lines.push(format!("watching {open} open alerts"));
        Ok(())
    }

    /// Reads the last changed alerts until one was changed before `since`. Reads whole pages, because several changes
    /// can have the same second, and GitHub can list one late.
    async fn compare(&mut self, since: DateTime<Utc>) -> Result<(), Error> {
        let mut latest = since;
        let mut pages = self.last_changed();
        while let Some(page) = pages.try_next().await? {
            self.warn(&page);
            for alert in &page.items {
                latest = latest.max(updated(alert));
                let name = name(alert, &self.scope);
                let now = Snapshot::of(alert);
                let changes = changes(&name, self.snapshots.get(&name), &now, alert, since);
                // `take_lines` reverses all lines.
                self.lines.extend(changes.into_iter().rev());
                self.snapshots.insert(name, now);
            }
            if page.items.iter().any(|alert| updated(alert) < since) {
                break;
            }
        }
        self.latest_change = Some(latest);
        Ok(())
    }

    /// Logs the number of malformed alerts of a page, once for the same alerts.
    fn warn(&mut self, page: &Page<Alert>) {
        let key = |item: &MalformedItem| {
            let repository = item.repository().map(str::to_owned);
            (repository, item.number(), item.path().to_owned(), item.line(), item.column())
        };
        let mut malformed: Vec<Malformed> = page.malformed.iter().map(key).collect();
        // The two lists have different orders.
        malformed.sort();
        let count = malformed.len();
        if count > 0 && self.malformed.insert(malformed) {
            log(format_args!("warning: malformed alerts that are not watched: {count}"));
        }
    }

    fn last_changed(&self) -> Pages<Alert> {
        match &self.scope {
            Scope::Org(org) => last_changed(org.alerts()),
            Scope::Repo(repo) => last_changed(repo.alerts()),
        }
    }

    /// Paginates by cursor, in the order of creation: an alert that changes in the meantime must not shift others from
    /// the next page to the one before.
    fn open(&self) -> Pages<Alert> {
        match &self.scope {
            Scope::Org(org) => open(org.alerts().by_cursor()),
            Scope::Repo(repo) => open(repo.alerts().by_cursor()),
        }
    }
}

/// Returns all alerts of any scope, the last changed one first.
fn last_changed<S>(alerts: ListAlerts<S>) -> Pages<Alert> {
    pages(alerts.sort(AlertSort::Updated).direction(SortDirection::Desc))
}

/// Returns the open alerts of any scope.
fn open<S>(alerts: ListAlerts<S>) -> Pages<Alert> {
    pages(alerts.state(AlertState::Open))
}

fn pages<S>(alerts: ListAlerts<S>) -> Pages<Alert> {
    alerts.per_page(100).hide_secret(true).pages()
}

/// Returns the time of the last change. Older servers do not send `updated_at` for an alert that never changed.
fn updated(alert: &Alert) -> DateTime<Utc> {
    alert.updated_at.or(alert.created_at).unwrap_or(DateTime::UNIX_EPOCH)
}
