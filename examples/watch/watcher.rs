//! Looking at the alerts again and again.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use github_secret_scanning::models::{Alert, AlertSort, AlertState, SortDirection};
use github_secret_scanning::{Error, MalformedItem, Page, Pages};

use crate::changes::{Known, changes, name};
use crate::ending::say;
use crate::scope::Scope;

/// The lists of a repository and of an organization are two types with the same methods.
macro_rules! pages {
    ($alerts:expr) => {
        $alerts.per_page(100).hide_secret(true).pages()
    };
}

/// Where an alert cannot be read: path, line and column within it. It has no name that could be read.
type Place = (String, Option<usize>, Option<usize>);

pub(crate) struct Watcher {
    scope: Scope,
    known: HashMap<String, Known>,
    /// The time of the latest change that was seen in a complete look; `None` before the first.
    until: Option<DateTime<Utc>>,
    lines: Vec<String>,
    /// What could not be read of a page, as it was said.
    unreadable: HashSet<Vec<Place>>,
}

impl Watcher {
    pub(crate) fn new(scope: Scope) -> Self {
        let (known, unreadable) = (HashMap::new(), HashSet::new());
        Self { scope, known, until: None, lines: Vec::new(), unreadable }
    }

    /// What is to be said about the looks so far, the earliest change first.
    pub(crate) fn take_lines(&mut self) -> Vec<String> {
        self.lines.reverse();
        std::mem::take(&mut self.lines)
    }

    /// Looks once; the first time it only learns what there is.
    pub(crate) async fn look(&mut self) -> Result<(), Error> {
        match self.until {
            None => self.learn().await,
            Some(until) => self.compare(until).await,
        }
    }

    /// Takes down what changed last, and what is open. In this order, so that a change that comes in between is one
    /// for the next look.
    async fn learn(&mut self) -> Result<(), Error> {
        let mut until = DateTime::UNIX_EPOCH;
        if let Some(page) = self.changed().try_next().await? {
            self.warn(&page);
            for alert in &page.items {
                until = until.max(updated(alert));
                self.known.insert(name(alert, &self.scope), Known::of(alert));
            }
        }
        let mut open = 0;
        let mut pages = self.open();
        while let Some(page) = pages.try_next().await? {
            open += page.items.len();
            self.warn(&page);
            for alert in &page.items {
                self.known.entry(name(alert, &self.scope)).or_insert_with(|| Known::of(alert));
            }
        }
        self.until = Some(until);
        self.lines.push(format!("watching {open} open alerts"));
        Ok(())
    }

    /// Goes from the latest change back to those that were seen: whole pages, so that changes within one
    /// second, and those that come late, are seen as well.
    async fn compare(&mut self, until: DateTime<Utc>) -> Result<(), Error> {
        let mut latest = until;
        let mut pages = self.changed();
        while let Some(page) = pages.try_next().await? {
            self.warn(&page);
            for alert in &page.items {
                latest = latest.max(updated(alert));
                let name = name(alert, &self.scope);
                let now = Known::of(alert);
                // Not the one before the other: lines are turned round at the end.
                let changes = changes(&name, self.known.get(&name), &now, alert, until);
                self.lines.extend(changes.into_iter().rev());
                self.known.insert(name, now);
            }
            if page.items.iter().any(|alert| updated(alert) < until) {
                break;
            }
        }
        self.until = Some(latest);
        Ok(())
    }

    /// Says how many alerts of a page cannot be read, unless that was said of the same ones.
    fn warn(&mut self, page: &Page<Alert>) {
        let place = |entry: &MalformedItem| (entry.path().to_owned(), entry.line(), entry.column());
        let mut places: Vec<Place> = page.malformed.iter().map(place).collect();
        // The lists have them in different orders.
        places.sort();
        let count = places.len();
        if count > 0 && self.unreadable.insert(places) {
            say(format_args!("warning: alerts that cannot be read, and are not watched: {count}"));
        }
    }

    /// All alerts, the last changed one first.
    fn changed(&self) -> Pages<Alert> {
        match &self.scope {
            Scope::Org(org) => pages!(org.alerts().sort(AlertSort::Updated).direction(SortDirection::Desc)),
            Scope::Repo(repo) => {
                pages!(repo.alerts().sort(AlertSort::Updated).direction(SortDirection::Desc))
            }
        }
    }

    /// The open alerts, by cursor and in the order in which they were opened: one that changes meanwhile must not
    /// push others from a page that is still to come to one that was read.
    fn open(&self) -> Pages<Alert> {
        match &self.scope {
            Scope::Org(org) => pages!(org.alerts().state(AlertState::Open).by_cursor()),
            Scope::Repo(repo) => pages!(repo.alerts().state(AlertState::Open).by_cursor()),
        }
    }
}

/// When it last changed. Older servers do not say so of an alert that never did.
fn updated(alert: &Alert) -> DateTime<Utc> {
    alert.updated_at.or(alert.created_at).unwrap_or(DateTime::UNIX_EPOCH)
}
