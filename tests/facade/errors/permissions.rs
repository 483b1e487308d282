//! The permissions in errors: the needed and the granted ones.

use super::{assert_one_line, on_read, on_write};
use crate::support::calls::{call, operations};
use crate::support::{Reply, Server, client};

#[tokio::test]
async fn permissions_of_the_response_are_in_the_error_and_its_message() {
    for status in [401, 403, 404] {
        let reply = Reply::status(status)
            .header("x-accepted-github-permissions", "secret_scanning_alerts=write; contents=read")
            .header("x-oauth-scopes", "gist, read:org");
        let error = on_write(reply).await;
        assert_eq!(error.needed_permissions(), Some("secret_scanning_alerts=write; contents=read"));
        assert_eq!(error.token_scopes(), Some("gist, read:org"));
        let line = error.to_string();
        assert!(line.contains("secret_scanning_alerts=write") && line.contains("gist, read:org"), "{line}");
        assert_one_line(&error);
    }
}

#[tokio::test]
async fn documented_permissions_are_the_default() {
    let server = Server::start(|_| Reply::status(403));
    let github = client(&server);
    for operation in operations() {
        let error = call(operation.id, &github).unwrap().await.unwrap_err();
        let needed = error.needed_permissions().unwrap_or_default();
        let documented = operation.permissions.fine_grained.iter().chain(operation.permissions.classic);
        for permission in documented {
            assert!(needed.contains(permission), "{}: {needed}", operation.id);
        }
        assert_eq!(error.token_scopes(), None);
    }
}

#[tokio::test]
async fn empty_scopes_differ_from_unknown_scopes() {
    let error = on_read(Reply::status(404).header("x-oauth-scopes", "")).await;
    let line = error.to_string();
    assert_eq!(error.token_scopes().unwrap_or_default(), "");
    assert!(line.contains("secret_scanning_alerts=read"), "{line}");
}

#[tokio::test]
async fn errors_unrelated_to_permissions_have_none() {
    for status in [400, 409, 422, 500] {
        let reply = Reply::status(status).header("x-accepted-github-permissions", "contents=read");
        let error = on_read(reply).await;
        assert_eq!((error.needed_permissions(), error.token_scopes()), (None, None), "{status}");
    }
}

#[tokio::test]
async fn invalid_characters_of_a_header_are_removed() {
    for text in ["a=read\" <b>FORGED</b>", "a=read ä <FORGED>", &"x".repeat(5_000)] {
        let reply =
            Reply::status(403).header("x-accepted-github-permissions", text).header("x-oauth-scopes", text);
        let error = on_read(reply).await;
        let line = error.to_string();
        assert!(!line.contains(['<', '>', 'ä']) && !line.contains("FORGED"), "{line}");
        assert!(line.len() < 2_000, "{}", line.len());
        assert_one_line(&error);
    }
}
