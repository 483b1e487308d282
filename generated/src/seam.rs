//! The one door that every request goes through on its way to the network.

use std::fmt::Debug;
use std::sync::Arc;

use futures_core::future::BoxFuture;
use progenitor_client::{ClientHooks, OperationInfo};

use crate::Client;

/// Sends one request and owns its answer.
///
/// The generated client builds a request and decodes a response; all that lies between (who is
/// calling, how long it may take, what counts as failure) belongs to the implementation. It hands
/// back a response whose body is already read, because the generated code would read it outside
/// of every limit and every retry.
pub trait Execute: Debug + Send + Sync {
    /// Sends `request` and gives the response that the generated code is to decode.
    ///
    /// # Errors
    ///
    /// The transport's own error. An implementation with richer errors keeps them to itself and
    /// answers with an empty response of a status that no operation declares.
    fn execute(&self, request: reqwest::Request) -> BoxFuture<'_, reqwest::Result<reqwest::Response>>;
}

// The orphan rule (E0117) wants this here, beside `Client`, and not in the crate that implements
// `Execute`.
impl ClientHooks<Arc<dyn Execute>> for Client {
    async fn exec(
        &self,
        request: reqwest::Request,
        _operation: &OperationInfo,
    ) -> reqwest::Result<reqwest::Response> {
        self.inner.execute(request).await
    }
}
