//! `watch`.

use github_secret_scanning::models::{Alert, Resolution};
use github_secret_scanning_fake::{FakeGitHub, ReceivedRequest, operations};

use super::program::{Running, program, wait_until};

#[tokio::test]
async fn each_change_is_printed_and_unchanged_lists_are_revalidated_until_ctrl_c() {
    let fake = FakeGitHub::builder().alert("acme/widgets", Alert::new(1)).start().unwrap();
    let alert = fake.client().unwrap().repo("acme", "widgets").unwrap().alert(1);
    let watch = program("watch", fake.base_url(), &["--repo", "acme/widgets", "--interval", "1"]);
    let mut watch = Running::start(watch);
    let mut line = watch.stdout();
    assert_eq!(line(), "watching 1 open alerts");

    alert.resolve(Resolution::Revoked).await.unwrap();
    assert!(line().ends_with("  acme/widgets#1  resolved as revoked by octocat"));
    alert.reopen().await.unwrap();
    assert!(line().ends_with("  acme/widgets#1  reopened"));
    alert.assign("octocat").await.unwrap();
    assert!(line().ends_with("  acme/widgets#1  assigned to octocat"));
    let number = fake.add_alert("acme/widgets", Alert::new(0)).unwrap();
    assert!(line().contains(&format!("  acme/widgets#{number}  new: ")));

    let is_unchanged = |received: &ReceivedRequest| received.status == Some(304);
    wait_until("a 304", || fake.received_for(&operations::LIST_REPO_ALERTS).iter().any(is_unchanged));
    watch.signal("INT");
    assert_eq!(watch.code(), Some(0));
}
