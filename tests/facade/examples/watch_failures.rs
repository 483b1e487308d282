//! `watch`: connection errors and malformed items.

use super::connection::{CLOSED_PORT, TOKEN};
use super::malformed_items::list;
use super::program::{Running, program, wait_until};
use crate::support::Server;

#[test]
fn refused_connection_is_retried_and_logged_without_the_token() {
    let mut watch = program("watch", CLOSED_PORT, &["--repo", "acme/widgets"]);
    watch.env("GITHUB_TOKEN", TOKEN);
    let mut watch = Running::start(watch);
    let line = watch.stderr()();
    assert!(line.starts_with("retrying after: ") && line.contains("cannot connect"), "{line}");
    assert!(!line.contains(TOKEN), "{line}");
    watch.signal("INT");
    assert_eq!(watch.code(), Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn same_malformed_alerts_are_logged_once() {
    let server = Server::start(|_| list(1));
    let watch = program("watch", server.url(), &["--repo", "acme/widgets", "--interval", "1"]);
    let mut watch = Running::start(watch);
    let mut line = watch.stderr();
    let mut warning = || loop {
        let line = line();
        if line.starts_with("warning: ") {
            return line;
        }
    };
    assert_eq!(warning(), "warning: malformed alerts that are not watched: 1");
    // The first poll sends two requests, each later one sends one.
    wait_until("another poll", || server.received().len() >= 4);
    server.reply_with(list(2));
    assert_eq!(warning(), "warning: malformed alerts that are not watched: 2");
}

#[tokio::test(flavor = "multi_thread")]
async fn malformed_alert_that_is_not_open_is_logged() {
    let is_open = |query: &str| query.contains("state=open");
    let server = Server::start(move |received| list(usize::from(!is_open(received.query()))));
    let watch = program("watch", server.url(), &["--repo", "acme/widgets"]);
    let mut watch = Running::start(watch);
    let mut line = watch.stderr();
    assert!(line().starts_with("no GITHUB_TOKEN"));
    assert_eq!(line(), "warning: malformed alerts that are not watched: 1");
}
