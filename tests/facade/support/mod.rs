//! What the tests stand on: a server, a client for it, fixtures, and the API's own description.

pub(crate) mod calls;
pub(crate) mod document;
pub(crate) mod fixture;
pub(crate) mod inspected;
pub(crate) mod inspector;
pub(crate) mod server;

use github_secret_scanning::{Client, ClientBuilder, Enterprise, Org, Repo, Retry};
pub(crate) use inspected::Inspected;
pub(crate) use inspector::Inspector;
pub(crate) use server::Server;
pub(crate) use test_kit::{Reply as Answer, Request as Received};

/// The token that every client of these tests carries.
pub(crate) const TOKEN: &str = "t0k3n-of-the-tests";

/// A client that asks once and keeps no pace: when it waits and what it repeats is shown in `tests/faults`.
pub(crate) fn builder() -> ClientBuilder {
    Client::builder().token(TOKEN).retry(Retry::never()).write_spacing(None).wait_for_limits(false)
}

/// A client for `server`, set up as a service would, but for the address.
pub(crate) fn client(server: &Server) -> Client {
    builder().base_url(server.url()).build().unwrap()
}

/// The repository that most tests are about.
pub(crate) fn repo(server: &Server) -> Repo {
    client(server).repo("acme", "widgets").unwrap()
}

pub(crate) fn org(server: &Server) -> Org {
    client(server).org("acme").unwrap()
}

pub(crate) fn enterprise(server: &Server) -> Enterprise {
    client(server).enterprise("acme-inc").unwrap()
}

/// A client whose base URL has a path.
pub(crate) fn client_below(server: &Server, path: &str) -> Client {
    server.set_base_path(path);
    let url = format!("{}{path}", server.url());
    builder().base_url(url).build().unwrap()
}
