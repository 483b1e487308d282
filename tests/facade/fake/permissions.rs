//! Tokens without the needed permission.

use github_secret_scanning::{Error, ErrorKind};
use github_secret_scanning_fake::{Grant, Operation};

use super::{inspected, seeds};
use crate::support::{Inspected, calls};

const NOTHING: [&str; 0] = [];

/// One token of each kind without permissions.
async fn without_rights() -> Inspected {
    let fake = seeds::all()
        .token("fine-grained", Grant::fine_grained("monalisa", NOTHING))
        .token("classic", Grant::classic("monalisa", NOTHING));
    inspected(fake).await
}

async fn refused(github: &Inspected, token: &str, operation: &Operation) -> Error {
    let client = github.client_builder().token(token).build().unwrap();
    calls::call(operation.id, &client).unwrap().await.unwrap_err()
}

/// The error names the needed permission, or a scope if only classic tokens are supported.
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
async fn fine_grained_token_without_permissions_is_refused_with_the_needed_ones() {
    let github = without_rights().await;
    for operation in calls::operations() {
        assert_explained(&refused(&github, "fine-grained", operation).await, operation);
    }
}

#[tokio::test]
async fn classic_token_without_scopes_is_refused_with_its_empty_scopes() {
    let github = without_rights().await;
    for operation in calls::operations().filter(|operation| !operation.permissions.classic.is_empty()) {
        let error = refused(&github, "classic", operation).await;
        assert_explained(&error, operation);
        assert_eq!(error.token_scopes().unwrap_or_default(), "", "{}", operation.id);
    }
}

#[tokio::test]
async fn refused_write_has_no_effect() {
    let github = without_rights().await;
    let repo = |token| github.client_builder().token(token).build().unwrap().repo("acme", "widgets").unwrap();
    let everything = github_secret_scanning_fake::TOKEN;
    let before = repo(everything).alert(42).get().await.unwrap();
    repo("classic").alert(42).assign("monalisa").await.unwrap_err();
    assert_eq!(repo(everything).alert(42).get().await.unwrap(), before);
}

#[tokio::test]
async fn permissions_of_the_operations_table_are_sufficient() {
    let mut fake = seeds::all();
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
        let response = calls::call(operation.id, &client).unwrap().await;
        assert!(response.is_ok(), "{}: {response:?}", operation.id);
    }
}

#[tokio::test]
async fn unknown_token_is_unauthenticated() {
    let github = without_rights().await;
    let client = github.client_builder().token("mistyped").build().unwrap();
    let error = client.org("acme").unwrap().alerts().page().await.unwrap_err();
    assert_eq!((error.kind(), error.message()), (ErrorKind::Unauthenticated, Some("Bad credentials")));
}
