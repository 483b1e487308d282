//! A token that may not do what it is used for.

use github_secret_scanning::testing::{Grant, Operation};
use github_secret_scanning::{Error, ErrorKind};

use super::{inspected, world};
use crate::support::{Inspected, calls};

const NOTHING: [&str; 0] = [];

/// One token for each way of having no rights.
async fn without_rights() -> Inspected {
    let fake = world::full()
        .token("fine-grained", Grant::fine_grained("monalisa", NOTHING))
        .token("classic", Grant::classic("monalisa", NOTHING));
    inspected(fake).await
}

async fn refused(github: &Inspected, token: &str, operation: &Operation) -> Error {
    let client = github.client_builder().token(token).build().unwrap();
    calls::call(operation.id, &client).unwrap().await.unwrap_err()
}

/// The error says what a token would need; with the name of one scope of a classic token, where no other
/// token works.
fn assert_explained(error: &Error, operation: &Operation) {
    assert_eq!((error.kind(), error.status()), (ErrorKind::Forbidden, Some(403)), "{}", operation.id);
    let needed = error.needed_permissions().unwrap_or_default();
    let permissions = &operation.permissions;
    let named = match permissions.fine_grained {
        [] => permissions.classic,
        fine_grained => fine_grained,
    };
    assert!(
        !named.is_empty() && named.iter().all(|name| needed.contains(name)),
        "{}: {needed}",
        operation.id
    );
    assert!(error.to_string().contains(named[0]), "{error}");
    assert!(error.message().is_some() && error.documentation_url().is_some());
}

#[tokio::test]
async fn a_fine_grained_token_without_permissions_is_refused_everything_and_told_what_it_needs() {
    let github = without_rights().await;
    for operation in calls::operations() {
        assert_explained(&refused(&github, "fine-grained", operation).await, operation);
    }
}

#[tokio::test]
async fn a_classic_token_without_scopes_is_refused_what_needs_one_and_told_that_it_has_none() {
    let github = without_rights().await;
    for operation in calls::operations().filter(|operation| !operation.permissions.classic.is_empty()) {
        let error = refused(&github, "classic", operation).await;
        assert_explained(&error, operation);
        assert_eq!(error.granted_permissions().unwrap_or_default(), "", "{}", operation.id);
    }
}

#[tokio::test]
async fn a_refused_write_changes_nothing() {
    let github = without_rights().await;
    let repo = |token| github.client_builder().token(token).build().unwrap().repo("acme", "widgets").unwrap();
    let everything = github_secret_scanning::testing::TOKEN;
    let before = repo(everything).alert(42).get().await.unwrap();
    repo("classic").alert(42).assign("monalisa").await.unwrap_err();
    assert_eq!(repo(everything).alert(42).get().await.unwrap(), before);
}

#[tokio::test]
async fn the_permissions_of_the_table_are_enough() {
    let mut fake = world::full();
    for operation in calls::operations() {
        let permissions = operation.permissions;
        let grant = match permissions.fine_grained {
            [] => Grant::classic("octocat", permissions.classic.iter().copied()),
            fine_grained => Grant::fine_grained("octocat", fine_grained.iter().copied()),
        };
        fake = fake.token(operation.id, grant);
    }
    let github = inspected(fake).await;
    for operation in calls::operations() {
        let client = github.client_builder().token(operation.id).build().unwrap();
        let answer = calls::call(operation.id, &client).unwrap().await;
        assert!(answer.is_ok(), "{}: {answer:?}", operation.id);
    }
}

#[tokio::test]
async fn a_token_that_is_not_known_is_no_token() {
    let github = without_rights().await;
    let client = github.client_builder().token("mistyped").build().unwrap();
    let error = client.org("acme").unwrap().alerts().page().await.unwrap_err();
    assert_eq!((error.kind(), error.message()), (ErrorKind::Unauthenticated, Some("Bad credentials")));
}
