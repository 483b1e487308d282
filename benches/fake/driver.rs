//! Asks a server as fast as it answers, from a runtime of its own.

use std::io;
use std::time::Instant;

use bytes::Bytes;
use futures_util::future::try_join_all;
use github_secret_scanning::raw::reqwest;
use github_secret_scanning_fake::TOKEN;
use tokio::runtime::{Builder, Runtime};

/// How many requests are on their way at once, each on a connection that stays open.
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

    /// What `url` answers.
    pub(crate) fn body(&self, url: &str) -> Result<Bytes, reqwest::Error> {
        self.runtime.block_on(ask(&self.http, url))
    }

    /// How many requests a second are answered, of so many.
    pub(crate) fn rate(&self, url: &str, requests: usize) -> Result<f64, reqwest::Error> {
        let began = Instant::now();
        self.runtime.block_on(try_join_all((0..CONNECTIONS).map(async |_| {
            for _ in 0..requests / CONNECTIONS {
                ask(&self.http, url).await?;
            }
            Ok(())
        })))?;
        Ok((requests / CONNECTIONS * CONNECTIONS) as f64 / began.elapsed().as_secs_f64())
    }
}

async fn ask(http: &reqwest::Client, url: &str) -> Result<Bytes, reqwest::Error> {
    http.get(url).bearer_auth(TOKEN).send().await?.error_for_status()?.bytes().await
}
