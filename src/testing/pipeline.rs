//! The way of one request, from what came in to what goes out.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::header::{AUTHORIZATION, RETRY_AFTER, USER_AGENT};
use axum::http::{HeaderMap, HeaderValue, Method, Response, StatusCode, Uri};
use chrono::{DateTime, Utc};
use github_secret_scanning_generated::Operation;
use url::form_urlencoded;

use super::answer::Answer;
use super::asked::Asked;
use super::caller::{Caller, Who};
use super::failure::Kind;
use super::received::Received;
use super::reply::Reply;
use super::state::State;
use super::{access, answers, app};

/// Where GitHub explains what belongs to no operation.
const REST_DOCS: &str = "https://docs.github.com/rest";
const RATE_LIMIT_DOCS: &str = "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api";

/// A request that came in whole.
pub(super) struct Arrived {
    pub(super) route: Option<Route>,
    pub(super) method: Method,
    pub(super) uri: Uri,
    pub(super) headers: HeaderMap,
    /// `None` where it was too large to be read.
    pub(super) body: Option<Vec<u8>>,
}

/// The operation that is asked for.
pub(super) struct Route {
    pub(super) operation: &'static Operation,
    /// The parameters of the path, decoded.
    pub(super) path: Vec<(String, String)>,
}

/// What comes of a request.
pub(super) enum Outcome {
    Answered(Response<Body>),
    /// Answered so much later.
    Late(Response<Body>, Duration),
    /// The connection is closed without an answer.
    Cut,
}

impl State {
    pub(super) fn receive(&mut self, mut request: Arrived) -> Outcome {
        let now = self.clock.now();
        self.requests += 1;
        let query = form_urlencoded::parse(request.uri.query().unwrap_or_default().as_bytes());
        let query: Vec<(String, String)> = query.into_owned().collect();
        let authorization = request.headers.remove(AUTHORIZATION);
        let operation = request.route.as_ref().map(|route| route.operation);
        let caller = self.caller(operation, authorization.as_ref(), now);
        let login = caller.as_ref().ok().map(|caller| caller.login().to_owned());

        let failure = operation.and_then(|operation| self.failures.next(operation));
        let reply = match failure {
            Some(Kind::CutBefore) => None,
            Some(Kind::Status(status)) => Some(refused_on_purpose(status)),
            Some(Kind::RateLimit(reset)) => Some(self.out_of_requests(reset, login.as_deref(), now)),
            Some(Kind::SecondaryLimit(wait)) => Some(too_many_at_once(wait)),
            Some(Kind::Delay(_) | Kind::CutAfter) | None => {
                Some(self.proper(&request, &query, &caller, now)).filter(|_| failure != Some(Kind::CutAfter))
            }
        };
        let status = reply.as_ref().map(|reply| reply.answer.status.as_u16());
        self.log.push(
            Received {
                operation,
                method: request.method.as_str().to_owned(),
                path: request.uri.path().to_owned(),
                query,
                headers: request.headers,
                body: serde_json::Value::Null,
                login,
                status,
            },
            request.body.unwrap_or_default(),
        );

        let Some(mut reply) = reply else { return Outcome::Cut };
        if let (Ok(caller), Some(operation)) = (&caller, operation) {
            self.describe(caller, operation, now, &mut reply.headers);
        }
        if reply.answer.status.is_client_error() || reply.answer.status.is_server_error() {
            reply.answer = reply.answer.documented(operation.map_or(REST_DOCS, |operation| operation.docs));
        }
        let response = reply.into_response(now, &self.request_id());
        match failure {
            Some(Kind::Delay(delay)) => Outcome::Late(response, delay),
            _ => Outcome::Answered(response),
        }
    }

    /// What GitHub would answer.
    fn proper(
        &mut self,
        request: &Arrived,
        query: &[(String, String)],
        caller: &Result<Caller, Answer>,
        now: DateTime<Utc>,
    ) -> Reply {
        let refused = |answer| Reply { answer, headers: HeaderMap::new() };
        let Some(body) = &request.body else {
            return refused(Answer::refused(StatusCode::PAYLOAD_TOO_LARGE, "Payload Too Large"));
        };
        if request.headers.get(USER_AGENT).is_none_or(HeaderValue::is_empty) {
            let message = "Request forbidden by administrative rules. Please make sure your request has a \
                           User-Agent header";
            return refused(Answer::refused(StatusCode::FORBIDDEN, message));
        }
        let Some(route) = &request.route else { return refused(Answer::not_found()) };
        let caller = match caller {
            Ok(caller) => caller,
            Err(answer) => return refused(answer.clone()),
        };
        let mut reply = if self.limits.spend(&caller.counted_by, now) {
            let base_url = Arc::clone(&self.base_url);
            let asked = Asked {
                operation: route.operation,
                path: &route.path,
                query,
                body,
                login: caller.login(),
                now,
                base_url: &base_url,
                url_path: request.uri.path(),
            };
            let answer = self.answer(caller, &asked).unwrap_or_else(|refusal| refusal);
            Reply { answer, headers: HeaderMap::with_capacity(16) }
        } else {
            refused(limit_exceeded(Some(caller.login())))
        };
        if route.operation.method == "GET" && reply.mark(&request.headers) {
            self.limits.give_back(&caller.counted_by);
        }
        reply
    }

    /// What every answer says to a caller who is known: what the operation needs, and what is left of the hour.
    fn describe(&self, caller: &Caller, operation: &Operation, now: DateTime<Utc>, headers: &mut HeaderMap) {
        if let Some(rights) = caller.rights() {
            access::describe(rights, &operation.permissions, headers);
        }
        // One that was used up on purpose says so already.
        if !headers.contains_key("x-ratelimit-reset") {
            self.limits.window(&caller.counted_by, now).write(headers);
        }
    }

    fn answer(&mut self, caller: &Caller, asked: &Asked<'_>) -> Result<Answer, Answer> {
        let operation = asked.operation;
        if let Some(answering) = app::of(operation) {
            return answering(&mut self.app, &self.world, asked);
        }
        if let Who::Account { grant, .. } = &caller.who {
            access::check(&grant.rights, &operation.permissions)?;
        }
        let owner = asked.path.iter().find(|(name, _)| name == "owner" || name == "org");
        if owner.is_some_and(|(_, owner)| !caller.sees(owner)) {
            return Err(Answer::not_found());
        }
        let unanswered = || Answer::refused(StatusCode::NOT_IMPLEMENTED, "The fake does not answer this");
        let answering = answers::of(operation).ok_or_else(unanswered)?;
        answering(&mut self.world, asked)
    }

    fn out_of_requests(&self, reset: Duration, login: Option<&str>, now: DateTime<Utc>) -> Reply {
        let mut headers = HeaderMap::new();
        // No window is longer than an hour; a year is as good as for ever, and every client can read it.
        let reset = now.timestamp().saturating_add_unsigned(whole_seconds(reset).min(366 * 24 * 60 * 60));
        self.limits.used_up(reset).write(&mut headers);
        Reply { answer: limit_exceeded(login), headers }
    }

    /// Unlike that of any other request, also of other fakes at the same time.
    fn request_id(&self) -> String {
        let port = self.base_url.rsplit(':').next().unwrap_or_default();
        format!("FA4E:{port}:{:X}", self.requests)
    }
}

/// Rounded up: a wait that is too short would be refused again.
fn whole_seconds(duration: Duration) -> u64 {
    duration.as_secs().saturating_add(u64::from(duration.subsec_nanos() > 0))
}

fn limit_exceeded(login: Option<&str>) -> Answer {
    let message = format!("API rate limit exceeded for {}.", login.unwrap_or("this address"));
    Answer::refused(StatusCode::FORBIDDEN, &message).documented(RATE_LIMIT_DOCS)
}

fn too_many_at_once(wait: Duration) -> Reply {
    let message = "You have exceeded a secondary rate limit. Please wait before you try again.";
    let answer = Answer::refused(StatusCode::FORBIDDEN, message).documented(RATE_LIMIT_DOCS);
    let headers = HeaderMap::from_iter([(RETRY_AFTER, HeaderValue::from(whole_seconds(wait)))]);
    Reply { answer, headers }
}

fn refused_on_purpose(status: u16) -> Reply {
    // HTTP knows no other answers, and those below 200 are none.
    let known = StatusCode::from_u16(status).ok().filter(|status| !status.is_informational());
    let status = known.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let message = status.canonical_reason().unwrap_or("Failed on purpose");
    Reply { answer: Answer::refused(status, message), headers: HeaderMap::new() }
}
