//! Servers, clients, fixtures and the description of the API.

pub(crate) mod calls;
pub(crate) mod document;
pub(crate) mod fixture;
pub(crate) mod inspected;
pub(crate) mod inspector;
pub(crate) mod log;
pub(crate) mod server;

use github_secret_scanning::{Client, ClientBuilder, Enterprise, Org, Repo, ResumeToken, Retry};
pub(crate) use inspected::Inspected;
pub(crate) use inspector::Inspector;
pub(crate) use server::Server;
pub(crate) use test_kit::{Reply, Request};

/// The token of all clients.
pub(crate) const TOKEN: &str = "t0k3n-of-the-tests";

/// Creates a builder of a client without retries and delays, which `tests/faults` covers.
pub(crate) fn builder() -> ClientBuilder {
    Client::builder().token(TOKEN).retry(Retry::never()).write_spacing(None).wait_for_limits(false)
}

/// Creates a client for `server`.
pub(crate) fn client(server: &Server) -> Client {
    builder().base_url(server.url()).build().unwrap()
}

/// Returns the repository that most tests use.
pub(crate) fn repo(server: &Server) -> Repo {
    client(server).repo("acme", "widgets").unwrap()
}

pub(crate) fn org(server: &Server) -> Org {
    client(server).org("acme").unwrap()
}

pub(crate) fn enterprise(server: &Server) -> Enterprise {
    client(server).enterprise("acme-inc").unwrap()
}

/// Parses the text of a token, of which `text` is the part before the length.
pub(crate) fn resume_token(text: &str) -> ResumeToken {
    format!("{text}&length={}", text.len()).parse().unwrap()
}

/// Creates a client whose base URL has a path.
pub(crate) fn client_with_base_path(server: &Server, path: &str) -> Client {
    server.set_base_path(path);
    let url = format!("{}{path}", server.url());
    builder().base_url(url).build().unwrap()
}
