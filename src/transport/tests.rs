//! The attempts of one call: refusals, failures and redirects, over real connections.

use github_secret_scanning_generated::operations::{GET_ALERT, UPDATE_ALERT};
use http::Method;
use test_kit::{Reply, Server};

use super::*;
use crate::ErrorKind;
use crate::time::TestClock;

const OK: &str = r#"{"number":42}"#;
const PATH: &str = "/repos/acme/widgets/secret-scanning/alerts/42";

struct StaticToken(CredentialKey);

impl TokenSource for StaticToken {
    fn credential_key(&self) -> &CredentialKey {
        &self.0
    }

    fn token<'a>(&'a self, _: &'a Arc<Transport>) -> BoxFuture<'a, Result<SecretString, Error>> {
        Box::pin(std::future::ready(Ok("hunter2".into())))
    }

    fn refresh<'a>(
        &'a self,
        _: &'a Arc<Transport>,
        _: &'a SecretString,
    ) -> BoxFuture<'a, Result<Option<SecretString>, Error>> {
        Box::pin(std::future::ready(Ok(None)))
    }

    fn deadline_exceeded(&self) -> Error {
        Error::deadline_exceeded("a token")
    }
}

/// A transport to a server with scripted replies.
struct Script {
    server: Server,
    transport: Arc<Transport>,
    clock: TestClock,
}

fn transport(base_url: &str, settings: Settings) -> Arc<Transport> {
    let user_agent = HeaderValue::from_static("tests");
    let open = || {
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        http.retry(reqwest::retry::never()).no_proxy().build()
    };
    Transport::new(Pools::new(open, None).unwrap(), base_url.to_owned(), user_agent, settings, None)
}

fn reply(status: u16, headers: &[(&str, &str)]) -> Reply {
    // A script has no date of its own: the clock of the test is far from real time.
    headers.iter().fold(Reply::status(status).undated(), |reply, (name, value)| reply.header(name, value))
}

fn ok() -> Reply {
    reply(200, &[]).body(OK)
}

impl Script {
    fn new(replies: Vec<Reply>) -> Self {
        Self::with(replies, |_| {})
    }

    fn with(replies: Vec<Reply>, set: impl FnOnce(&mut Settings)) -> Self {
        let (server, clock) = (Server::script(replies), TestClock::new().auto_advance());
        let mut settings = Settings { clock: Arc::new(clock.clone()), ..Settings::default() };
        settings.attempt_timeout = Duration::from_secs(2);
        set(&mut settings);
        Self { transport: transport(server.url(), settings), server, clock }
    }

    async fn read(&self) -> Result<Response, Error> {
        send(&self.transport, Method::GET).await
    }

    async fn write(&self) -> Result<Response, Error> {
        send(&self.transport, Method::PATCH).await
    }

    fn count(&self) -> usize {
        self.server.count()
    }

    /// Returns the waits in seconds.
    fn slept(&self) -> Vec<u64> {
        self.clock.slept().iter().map(Duration::as_secs).collect()
    }
}

async fn send(transport: &Arc<Transport>, method: Method) -> Result<Response, Error> {
    let operation = if method == Method::GET { &GET_ALERT } else { &UPDATE_ALERT };
    let url = format!("{}{PATH}", transport.base_url());
    let mut request = transport.http().request(method.clone(), url);
    if method == Method::PATCH {
        request = request.body(r#"{"state":"open"}"#);
    }
    let tokens = StaticToken(CredentialKey::new("token 1"));
    transport.send(operation.into(), request.build().unwrap(), Condition::None, &tokens).await
}

fn secondary() -> Reply {
    reply(403, &[]).body(r#"{"message":"You have exceeded a secondary rate limit."}"#)
}

#[tokio::test]
async fn every_request_has_the_token_and_the_fixed_headers() {
    let script = Script::new(vec![ok()]);
    script.read().await.unwrap();
    let request = script.server.only();
    for (name, value) in [
        ("authorization", "Bearer hunter2"),
        ("accept", "application/vnd.github+json"),
        ("x-github-api-version", "2022-11-28"),
        ("user-agent", "tests"),
    ] {
        assert_eq!(request.header(name), Some(value), "{name}");
    }
}

#[tokio::test]
async fn a_read_is_retried_three_times_after_a_failure_that_may_pass() {
    for status in [408, 500, 502, 503, 504] {
        let broken = ok().close_before_the_last(3);
        let script = Script::new(vec![reply(status, &[]), broken, Reply::hang_up(), ok()]);
        let response = script.read().await.unwrap();
        assert_eq!((response.attempts, script.count()), (4, 4), "{status}");
        assert!(script.clock.slept().iter().all(|backoff| *backoff <= Duration::from_secs(2)));
    }
    let script = Script::new(vec![reply(500, &[]); 5]);
    let error = script.read().await.err().unwrap();
    assert_eq!((error.kind(), error.attempts(), script.count()), (ErrorKind::Server, 4, 4));
}

#[tokio::test]
async fn a_failure_that_will_not_pass_is_not_retried() {
    for status in [400, 404, 409, 422, 501, 505] {
        let script = Script::new(vec![reply(status, &[]), ok()]);
        assert_eq!(script.read().await.err().unwrap().attempts(), 1, "{status}");
        assert_eq!(script.count(), 1);
    }
    let left = reply(403, &[("x-ratelimit-remaining", "4000"), ("retry-after", "soon")]);
    let script = Script::new(vec![left.body(r#"{"message":"no access"}"#), ok()]);
    assert_eq!(script.read().await.err().unwrap().kind(), ErrorKind::Forbidden);
    assert_eq!(script.count(), 1);
}

#[tokio::test]
async fn write_is_not_retried_when_outcome_is_unknown() {
    for first in [reply(500, &[]), reply(408, &[]), Reply::hang_up()] {
        let script = Script::new(vec![first, ok()]);
        let error = script.write().await.err().unwrap();
        assert!(error.outcome_unknown() && error.to_string().contains("outcome unknown"));
        assert_eq!((error.attempts(), script.count()), (1, 1));
    }
}

#[tokio::test]
async fn an_idempotent_write_keeps_the_unknown_outcome_of_an_earlier_attempt() {
    for last in [reply(409, &[]), reply(429, &[("retry-after", "86400")]), reply(403, &[])] {
        let script = Script::new(vec![reply(503, &[]), last]);
        let head = RequestHead { idempotent: true, ..RequestHead::from(&UPDATE_ALERT) };
        let url = format!("{}{PATH}", script.transport.base_url());
        let request = script.transport.http().patch(url).build().unwrap();
        let tokens = StaticToken(CredentialKey::new("token 1"));
        let error = script.transport.send(head, request, Condition::None, &tokens).await.err().unwrap();
        assert_eq!(error.attempts(), 2);
        assert!(error.outcome_unknown(), "{error}");
    }
}

#[tokio::test]
async fn a_write_that_was_refused_for_a_limit_is_sent_again_after_the_wait() {
    let used_up = reply(
        403,
        &[
            ("date", "Thu, 01 Jan 1970 00:00:00 GMT"),
            ("x-ratelimit-remaining", "0"),
            ("x-ratelimit-reset", "99"),
        ],
    );
    for (refusal, waits) in [
        (reply(429, &[("retry-after", "7")]), [7]),
        (reply(403, &[("retry-after", "7")]), [7]),
        (used_up, [100]),
        (secondary(), [60]),
    ] {
        let script = Script::with(vec![refusal, ok()], |settings| settings.write_spacing = None);
        script.write().await.unwrap();
        assert_eq!(script.slept(), waits);
        let sent: Vec<_> = script.server.requests().iter().map(|request| request.text().to_owned()).collect();
        assert_eq!(sent, [r#"{"state":"open"}"#; 2], "the same request with its body");
    }
}

#[tokio::test]
async fn waits_for_limits_do_not_count_as_retries() {
    let mut replies = vec![secondary(); 3];
    replies.extend([reply(500, &[]), ok()]);
    let one = Retry::times(1).backoff(Duration::ZERO, Duration::ZERO);
    let script = Script::with(replies, |settings| settings.retry = Arc::new(one));
    script.read().await.unwrap();
    assert_eq!(script.slept(), [60, 120, 240]);
}

#[tokio::test]
async fn a_429_without_a_time_waits_a_minute_and_doubles_it() {
    for headers in [&[][..], &[("retry-after", "soon")]] {
        let script = Script::new(vec![reply(429, headers), reply(429, headers), ok()]);
        let response = script.read().await.unwrap();
        assert_eq!((response.attempts, script.slept()), (3, vec![60, 120]));
    }
}

#[tokio::test]
async fn a_limit_without_a_wait_is_retried_at_once_and_not_without_end() {
    let over = reply(
        429,
        &[("date", "Sun, 06 Nov 1994 08:49:37 GMT"), ("retry-after", "Sun, 06 Nov 1994 08:00:00 GMT")],
    );
    let script = Script::new(vec![over; 9]);
    let error = script.read().await.err().unwrap();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::RateLimited, 4));
    assert!(script.slept().is_empty());
}

#[tokio::test]
async fn a_wait_beyond_the_deadline_is_an_error_at_once_with_its_end() {
    let refusal = reply(429, &[("retry-after", "3600"), ("x-github-request-id", "A:1")]);
    let script = Script::new(vec![refusal]);
    let error = script.read().await.err().unwrap();
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Deadline, Some(429), 1));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert_eq!(error.request_id(), Some("A:1"));
    assert!(error.to_string().contains("applies until 2023-11-14T23:13:20Z"), "{error}");
    assert!(error.is_retryable() && script.slept().is_empty());

    script.clock.advance(Duration::from_secs(600));
    let error = script.write().await.err().unwrap();
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Deadline, None, 0));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3000)));
    assert_eq!(script.count(), 1);
}

#[tokio::test]
async fn without_waiting_for_limits_they_are_errors_at_once() {
    let replies = vec![reply(429, &[("retry-after", "9")]), ok()];
    let script = Script::with(replies, |settings| settings.wait_for_limits = false);
    let hit = script.read().await.err().unwrap();
    assert_eq!((hit.kind(), hit.attempts()), (ErrorKind::RateLimited, 1));
    let not_sent = script.read().await.err().unwrap();
    assert_eq!((not_sent.kind(), not_sent.attempts(), not_sent.status()), (ErrorKind::RateLimited, 0, None));
    assert_eq!(not_sent.retry_after(), Some(Duration::from_secs(9)));
    script.clock.advance(Duration::from_secs(9));
    script.read().await.unwrap();
}

#[tokio::test]
async fn after_the_last_request_of_a_window_the_next_one_waits_for_its_end() {
    let last = reply(
        200,
        &[
            ("date", "Thu, 01 Jan 1970 00:00:00 GMT"),
            ("x-ratelimit-remaining", "0"),
            ("x-ratelimit-reset", "50"),
        ],
    );
    let script = Script::new(vec![last.body(OK), ok()]);
    script.read().await.unwrap();
    assert!(script.slept().is_empty());
    script.read().await.unwrap();
    assert_eq!(script.slept(), [51]);
}

#[tokio::test]
async fn redirects_are_followed_on_the_same_server_with_the_token() {
    let moved = |status, to| reply(status, &[("location", to)]);
    let script = Script::new(vec![moved(301, "/b"), moved(307, "/c?d=e"), ok()]);
    script.read().await.unwrap();
    let requests = script.server.requests();
    assert_eq!(requests.iter().map(|request| request.path()).collect::<Vec<_>>(), [PATH, "/b", "/c"]);
    assert_eq!(requests[2].query(), "d=e");
    assert!(requests.iter().all(|request| request.token().as_deref() == Some("hunter2")));

    let script = Script::new(vec![moved(308, "/b"), ok()]);
    script.write().await.unwrap();
    let second = &script.server.requests()[1];
    assert_eq!((second.method.as_str(), second.path()), ("PATCH", "/b"));
    assert_eq!(second.text(), r#"{"state":"open"}"#);
}

#[tokio::test]
async fn a_redirect_that_is_not_followed_is_an_error_with_its_target() {
    let moved = |status, to| reply(status, &[("location", to), ("x-github-request-id", "A:1")]);
    let script = Script::new(vec![moved(301, "https://evil.example/x?code=1"), ok()]);
    let error = script.read().await.err().unwrap();
    assert_eq!(
        (error.kind(), error.status(), error.request_id()),
        (ErrorKind::Redirect, Some(301), Some("A:1"))
    );
    assert!(error.to_string().contains("https://evil.example/x") && !error.to_string().contains("code"));

    for (status, unknown) in [(301, false), (303, true)] {
        let script = Script::new(vec![moved(status, "/b"), ok()]);
        let error = script.write().await.err().unwrap();
        assert_eq!((error.kind(), error.outcome_unknown()), (ErrorKind::Redirect, unknown));
        assert_eq!(script.count(), 1);
    }
    let script = Script::new(vec![moved(302, "/b"); 9]);
    let error = script.read().await.err().unwrap();
    assert_eq!((error.kind(), error.attempts(), script.count()), (ErrorKind::Redirect, 6, 6));
}

#[tokio::test]
async fn a_failed_connection_is_retried_for_writes_too() {
    let clock = Arc::new(TestClock::new().auto_advance());
    let transport = transport("http://127.0.0.1:1", Settings { clock, ..Settings::default() });
    let error = send(&transport, Method::PATCH).await.err().unwrap();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 4));
    assert!(!error.outcome_unknown());
}

#[tokio::test]
async fn a_response_beyond_the_limit_is_an_error_and_not_requested_again() {
    let script = Script::with(vec![ok(), ok()], |settings| settings.max_body_bytes = OK.len() - 1);
    let error = script.read().await.err().unwrap();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TooLarge, 1));
    let script = Script::with(vec![ok()], |settings| settings.max_body_bytes = OK.len());
    script.read().await.unwrap();
}

#[tokio::test]
async fn writes_are_a_second_apart() {
    let script = Script::new(vec![ok(), ok(), ok()]);
    for _ in 0..3 {
        script.write().await.unwrap();
    }
    assert_eq!(script.slept(), [1, 1]);
}
