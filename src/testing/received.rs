//! What the fake was asked.

use std::collections::VecDeque;

use github_secret_scanning_generated::Operation;

/// How many requests are kept.
const KEPT: usize = 10_000;

/// A request that the fake received, and how it was answered.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Received {
    /// The operation that it was for; `None` where there is none of that method and path.
    pub operation: Option<&'static Operation>,
    /// The HTTP method.
    pub method: String,
    /// The path, as it was sent.
    pub path: String,
    /// The parameters of the query, decoded, in their order.
    pub query: Vec<(String, String)>,
    /// The headers, without `Authorization`.
    pub headers: http::HeaderMap,
    /// The body; `Null` where there is none, or none that is JSON.
    pub body: serde_json::Value,
    /// The login of the account that the token speaks for; `None` where there was no token that is known.
    pub login: Option<String>,
    /// The status of the answer; `None` where the connection was cut.
    pub status: Option<u16>,
}

/// The last requests, each with its body as it came: as text it takes far less room.
#[derive(Default)]
pub(super) struct Log(VecDeque<(Received, Vec<u8>)>);

impl Log {
    /// Takes down a request without its body, and that.
    pub(super) fn push(&mut self, received: Received, body: Vec<u8>) {
        if self.0.len() >= KEPT {
            self.0.pop_front();
        }
        self.0.push_back((received, body));
    }

    /// Those that `wanted` says, in the order in which they came.
    pub(super) fn which(&self, wanted: impl Fn(&Received) -> bool) -> Vec<Received> {
        let wanted = self.0.iter().filter(|(received, _)| wanted(received));
        let with_body = |(received, body): &(Received, Vec<u8>)| {
            let body = serde_json::from_slice(body).unwrap_or_default();
            Received { body, ..received.clone() }
        };
        wanted.map(with_body).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_too_many_requests_the_last_ones_are_kept() {
        let mut log = Log::default();
        for number in 0..KEPT + 2 {
            log.push(
                Received {
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
        let kept = log.which(|_| true);
        assert_eq!((kept.len(), kept[0].path.as_str(), kept[KEPT - 1].path.as_str()), (KEPT, "2", "10001"));
    }
}
