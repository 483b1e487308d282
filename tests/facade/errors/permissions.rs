//! Which permission a call needs against which the token has.

use super::{assert_one_line, on_read, on_write};
use crate::support::calls::{call, operations};
use crate::support::{Answer, Server, client};

#[tokio::test]
async fn what_the_answer_names_is_there_to_be_asked_and_in_the_line() {
    for status in [401, 403, 404] {
        let answer = Answer::status(status)
            .header("x-accepted-github-permissions", "secret_scanning_alerts=write; contents=read")
            .header("x-oauth-scopes", "gist, read:org");
        let error = on_write(answer).await;
        assert_eq!(error.needed_permissions(), Some("secret_scanning_alerts=write; contents=read"));
        assert_eq!(error.granted_permissions(), Some("gist, read:org"));
        let line = error.to_string();
        assert!(line.contains("secret_scanning_alerts=write") && line.contains("gist, read:org"), "{line}");
        assert_one_line(&error);
    }
}

#[tokio::test]
async fn where_the_answer_names_none_the_documented_ones_stand() {
    let server = Server::start(|_| Answer::status(403)).await;
    let github = client(&server);
    for operation in operations() {
        let error = call(operation.id, &github).unwrap().await.unwrap_err();
        let needed = error.needed_permissions().unwrap_or_default();
        let documented = operation.permissions.fine_grained.iter().chain(operation.permissions.classic);
        for permission in documented {
            assert!(needed.contains(permission), "{}: {needed}", operation.id);
        }
        assert_eq!(error.granted_permissions(), None);
    }
}

#[tokio::test]
async fn a_token_without_scopes_is_told_apart_from_one_that_does_not_say() {
    let error = on_read(Answer::status(404).header("x-oauth-scopes", "")).await;
    let line = error.to_string();
    assert_eq!(error.granted_permissions().unwrap_or_default(), "");
    assert!(line.contains("secret_scanning_alerts=read"), "{line}");
}

#[tokio::test]
async fn where_permissions_are_not_the_matter_none_are_named() {
    for status in [400, 409, 422, 500] {
        let answer = Answer::status(status).header("x-accepted-github-permissions", "contents=read");
        let error = on_read(answer).await;
        assert_eq!((error.needed_permissions(), error.granted_permissions()), (None, None), "{status}");
    }
}

#[tokio::test]
async fn a_header_that_holds_anything_else_cannot_forge_a_log() {
    for text in ["a=read\" <b>FORGED</b>", "a=read ä <FORGED>", &"x".repeat(5_000)] {
        let answer =
            Answer::status(403).header("x-accepted-github-permissions", text).header("x-oauth-scopes", text);
        let error = on_read(answer).await;
        let line = error.to_string();
        assert!(!line.contains(['<', '>', 'ä']) && !line.contains("FORGED"), "{line}");
        assert!(line.len() < 2_000, "{}", line.len());
        assert_one_line(&error);
    }
}
