//! The tables of attacks: classes, and what each of four calls sees.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::time::Duration;

use crate::support::{Reply, Request};
use crate::trial::{CALLS, Trial};

/// A kind of attack, with its variants.
pub(crate) struct Class {
    pub name: &'static str,
    /// What its servers send, in a few words.
    pub server: &'static str,
    /// The timeout of an attempt.
    pub attempt_timeout: Duration,
    /// Whether the client has a cache, and makes each call a second time; the second is the one in the table.
    pub cached: bool,
    pub attacks: &'static [Attack],
}

/// A server that sends the same hostile response to every request.
pub(crate) struct Attack {
    pub server: &'static str,
    pub reply: fn(&Request) -> Reply,
    /// What the calls of [`CALLS`] see: `value`, or the kind of the error, with `?` for an unknown outcome; and the number
    /// of requests that the server received.
    pub sees: [&'static str; 4],
}

impl Class {
    /// Tries each attack on each call. Panics with all that differs from the table.
    pub(crate) fn run(&self) {
        let mut differences = String::new();
        for attack in self.attacks {
            let seen = CALLS.map(|call| {
                let trial = Trial { call, attempt_timeout: self.attempt_timeout, cached: self.cached };
                trial.run(attack.server, attack.reply)
            });
            if seen != attack.sees {
                let Attack { server, sees, .. } = attack;
                let _ = write!(differences, "\n{server}\n  expected {sees:?}\n  seen     {seen:?}");
            }
        }
        assert!(differences.is_empty(), "{}:{differences}", self.name);
    }

    /// Returns the row of the table in the head of this suite.
    fn row(&self) -> String {
        let seen =
            || self.attacks.iter().flat_map(|attack| attack.sees).map(|seen| seen.rsplit_once(' ').unwrap());
        let results: BTreeSet<_> = seen().map(|(result, _)| result.replace('?', "")).collect();
        let results: Vec<_> = results.into_iter().map(|result| format!("`{result}`")).collect();
        let most = seen().map(|(_, requests)| requests.parse::<u32>().unwrap()).max().unwrap();
        let (name, server, attacks) = (self.name, self.server, self.attacks.len());
        format!("| {name} | {server} | {attacks} | {} | {most} |", results.join(", "))
    }
}

#[test]
fn table_in_the_head_has_every_class() {
    let head: Vec<_> =
        include_str!("main.rs").lines().filter_map(|line| line.strip_prefix("//! |")).collect();
    let rows: Vec<_> = crate::CLASSES.iter().map(|class| class.row()).collect();
    let expected: Vec<_> = rows.iter().map(|row| row.strip_prefix('|').unwrap()).collect();
    assert_eq!(head[2..], expected, "the table should be:\n//! {}", rows.join("\n//! "));
}
