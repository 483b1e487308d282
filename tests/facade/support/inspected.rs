//! A fake whose requests and responses are checked against the description.

use github_secret_scanning::{Client, ClientBuilder};
use github_secret_scanning_fake::FakeGitHub;

use super::inspector::Inspector;

/// A [`FakeGitHub`] behind an [`Inspector`]. The `Link` headers contain the base URL of the fake, but the facade only
/// reads their parameters.
pub(crate) struct Inspected {
    inspector: Inspector,
    fake: FakeGitHub,
}

impl Inspected {
    pub(crate) async fn start(fake: FakeGitHub) -> Self {
        Self { inspector: Inspector::start(fake.base_url()), fake }
    }

    pub(crate) fn fake(&self) -> &FakeGitHub {
        &self.fake
    }

    /// See [`Inspector::expect_fault`].
    pub(crate) fn expect_fault(&self, text: &'static str) {
        self.inspector.expect_fault(text);
    }

    /// Returns the fake's builder with the base URL of the inspector.
    pub(crate) fn client_builder(&self) -> ClientBuilder {
        self.fake.client_builder().base_url(self.inspector.url())
    }

    pub(crate) fn client(&self) -> Client {
        self.client_builder().build().unwrap()
    }
}
