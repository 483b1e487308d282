//! The log of received requests.

use std::collections::VecDeque;

use github_secret_scanning_generated::Operation;

/// The number of requests that the log keeps.
const CAPACITY: usize = 10_000;

/// A request that the fake received, and the status of its response.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ReceivedRequest {
    /// The operation that it was for; `None` if no operation has that method and path, as for an added route.
    pub operation: Option<&'static Operation>,
    /// The HTTP method.
    pub method: String,
    /// The path, as it was sent.
    pub path: String,
    /// The parameters of the query, decoded, in their order.
    pub query: Vec<(String, String)>,
    /// The headers, without `Authorization`.
    pub headers: http::HeaderMap,
    /// The body; `Null` if there was none, or none that is JSON.
    pub body: serde_json::Value,
    /// The login of the account that the credential belongs to; `None` without a valid credential.
    pub login: Option<String>,
    /// The status of the response; `None` if the connection was closed without one.
    pub status: Option<u16>,
}

/// The last requests, each with its body as raw bytes: parsed, it would take several times the memory.
#[derive(Default)]
pub(crate) struct RequestLog(VecDeque<(ReceivedRequest, Vec<u8>)>);

impl RequestLog {
    /// Appends a request, whose `body` is still empty, and its raw body.
    pub(crate) fn push(&mut self, request: ReceivedRequest, body: Vec<u8>) {
        if self.0.len() >= CAPACITY {
            self.0.pop_front();
        }
        self.0.push_back((request, body));
    }

    /// Returns the requests that match, oldest first, with their bodies parsed.
    pub(crate) fn matching(&self, matches: impl Fn(&ReceivedRequest) -> bool) -> Vec<ReceivedRequest> {
        let matching = self.0.iter().filter(|(request, _)| matches(request));
        let with_body = |(request, body): &(ReceivedRequest, Vec<u8>)| {
            let body = serde_json::from_slice(body).unwrap_or_default();
            ReceivedRequest { body, ..request.clone() }
        };
        matching.map(with_body).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_log_drops_the_oldest_requests() {
        let mut log = RequestLog::default();
        for number in 0..CAPACITY + 2 {
            log.push(
                ReceivedRequest {
                    operation: None,
                    method: String::new(),
                    path: number.to_string(),
                    query: Vec::new(),
                    headers: http::HeaderMap::new(),
                    body: serde_json::Value::Null,
                    login: None,
                    status: None,
                },
                Vec::new(),
            );
        }
        let kept = log.matching(|_| true);
        let ends = (kept[0].path.as_str(), kept[CAPACITY - 1].path.as_str());
        assert_eq!((kept.len(), ends), (CAPACITY, ("2", "10001")));
    }
}
