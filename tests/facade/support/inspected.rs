//! A fake GitHub whose every message is held against the description, in both directions.

use github_secret_scanning::{Client, ClientBuilder};
use github_secret_scanning_fake::FakeGitHub;

use super::inspector::Inspector;

/// A [`FakeGitHub`] and the [`Inspector`] that its clients go by. The fake's `Link` headers name its own address,
/// which makes no difference: the facade reads their parameters alone.
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

    /// The fake's own builder, for clients that come by the inspector.
    pub(crate) fn client_builder(&self) -> ClientBuilder {
        self.fake.client_builder().base_url(self.inspector.url())
    }

    pub(crate) fn client(&self) -> Client {
        self.client_builder().build().unwrap()
    }
}
