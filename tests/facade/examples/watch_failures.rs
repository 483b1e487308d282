//! `watch` without a server, and with entries that it cannot read.

use super::gone::{NOBODY, TOKEN};
use super::program::{Running, program, wait_until};
use super::unreadable::list;
use crate::support::Server;

#[test]
fn watch_goes_on_without_a_server_and_says_so_in_one_line_without_the_token() {
    let mut watch = program("watch", NOBODY, &["--repo", "acme/widgets"]);
    watch.env("GITHUB_TOKEN", TOKEN);
    let mut watch = Running::begin(watch);
    let line = watch.stderr()();
    assert!(line.starts_with("going on after: ") && line.contains("cannot connect"), "{line}");
    assert!(!line.contains(TOKEN), "{line}");
    watch.signal("INT");
    assert_eq!(watch.code(), Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn watch_warns_of_the_same_alerts_once_and_of_new_ones_again() {
    let server = Server::start(|_| list(1)).await;
    let watch = program("watch", server.url(), &["--repo", "acme/widgets", "--interval", "1"]);
    let mut watch = Running::begin(watch);
    let mut line = watch.stderr();
    let mut warning = || loop {
        let line = line();
        if line.starts_with("warning: ") {
            return line;
        }
    };
    assert_eq!(warning(), "warning: alerts that cannot be read, and are not watched: 1");
    // Two lists at first, and two more looks.
    wait_until("another look", || server.received().len() >= 4);
    server.say(list(2));
    assert_eq!(warning(), "warning: alerts that cannot be read, and are not watched: 2");
}

#[tokio::test(flavor = "multi_thread")]
async fn watch_warns_of_a_last_change_that_cannot_be_read_and_is_of_no_open_alert() {
    let is_open = |query: &str| query.contains("state=open");
    let server = Server::start(move |received| list(usize::from(!is_open(received.query())))).await;
    let watch = program("watch", server.url(), &["--repo", "acme/widgets"]);
    let mut watch = Running::begin(watch);
    let mut line = watch.stderr();
    assert!(line().starts_with("no GITHUB_TOKEN"));
    assert_eq!(line(), "warning: alerts that cannot be read, and are not watched: 1");
}
