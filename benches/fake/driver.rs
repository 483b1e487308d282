//! Sends requests as fast as the server responds, from a runtime of its own.

use std::io;
use std::time::Instant;

use bytes::Bytes;
use futures_util::future::try_join_all;
use github_secret_scanning::raw::reqwest;
use github_secret_scanning_fake::TOKEN;
use tokio::runtime::{Builder, Runtime};

/// The number of requests in flight, each on a persistent connection.
pub(crate) const CONNECTIONS: usize = 8;

pub(crate) struct Driver {
    runtime: Runtime,
    http: reqwest::Client,
}

impl Driver {
    pub(crate) fn new() -> io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let http = reqwest::Client::builder().user_agent("bench").tcp_nodelay(true);
        Ok(Self { runtime, http: http.build().map_err(io::Error::other)? })
    }

    /// Returns the body of a response.
    pub(crate) fn body(&self, url: &str) -> Result<Bytes, reqwest::Error> {
        self.runtime.block_on(get(&self.http, url))
    }

    /// Sends `requests` requests, and returns the number per second.
    pub(crate) fn rate(&self, url: &str, requests: usize) -> Result<f64, reqwest::Error> {
        let began = Instant::now();
        self.runtime.block_on(try_join_all((0..CONNECTIONS).map(async |_| {
            for _ in 0..requests / CONNECTIONS {
                get(&self.http, url).await?;
            }
            Ok(())
        })))?;
        Ok((requests / CONNECTIONS * CONNECTIONS) as f64 / began.elapsed().as_secs_f64())
    }
}

async fn get(http: &reqwest::Client, url: &str) -> Result<Bytes, reqwest::Error> {
    http.get(url).bearer_auth(TOKEN).send().await?.error_for_status()?.bytes().await
}
