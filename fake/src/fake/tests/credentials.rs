//! Attribution of writes, and the hourly limit.

use super::*;

const REQUEST: &str = "/repos/acme/widgets/bypass-requests/secret-scanning/1";

#[tokio::test]
async fn write_is_attributed_to_the_login_of_its_token() {
    let fake = builder()
        .bypass_request("acme/widgets", SecretBypassRequest::new(0, 1))
        .token("other", Grant::everything("hubot"))
        .start()
        .unwrap();
    let resolved = resolve(&impatient(&fake, "other")).await.unwrap();
    let hubot = resolved.resolved_by.unwrap();
    assert_eq!(hubot.login, "hubot");
    let review = json!({ "status": "approve", "message": "seen" });
    let response = request(&fake, Method::PATCH, REQUEST, Some("other")).json(&review).send().await.unwrap();
    assert_eq!(response.status(), 200);
    let (_, body) = status_and_body(request(&fake, Method::GET, REQUEST, Some(TOKEN))).await;
    let reviewer = json!({ "actor_id": hubot.id, "actor_name": "hubot" });
    assert_eq!(body["responses"][0]["reviewer"], reviewer);

    let client = impatient(&fake, TOKEN);
    let again = client.repo("acme", "widgets").unwrap().alert(42).resolve(Resolution::WontFix);
    let octocat = again.send().await.unwrap().resolved_by.unwrap();
    assert_eq!(octocat.login, "octocat");
    assert_ne!(octocat.id, hubot.id);
}

#[tokio::test]
async fn error_response_counts_towards_the_hourly_limit() {
    let reader = Grant::fine_grained("reader", ["secret_scanning_alerts=read"]);
    let fake = builder().requests_per_hour(4).token("reader", reader).start().unwrap();
    for (method, path, status, left) in [
        (Method::PATCH, PATH, 403, "3"),
        (Method::GET, "/repos/acme/widgets/secret-scanning/alerts/7", 404, "2"),
        (Method::GET, "/repos/acme/widgets/secret-scanning/alerts?state=closed", 422, "1"),
        (Method::PATCH, PATH, 403, "0"),
        (Method::GET, PATH, 403, "0"),
    ] {
        let response = request(&fake, method, path, Some("reader")).send().await.unwrap();
        assert_eq!(response.status(), status, "{path}");
        assert_eq!(header(&response, "x-ratelimit-remaining"), Some(left), "{path}");
    }
    let error = read(&impatient(&fake, "reader")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::RateLimited);
}
