//! The calls, by many tasks on one client.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{Client, Error, Repo, Retry};
use tokio::task::JoinSet;

use crate::memory;
use crate::tally::{self, End, Tally, is_write};

/// Far more than there are places for requests, so that the queue is never empty.
const TASKS: usize = 50;

/// How many of the errors are printed that no call should end with.
const EXAMPLES: usize = 5;

/// Makes every call of `tally`; how much memory was in use, in KiB, after the first `settled`.
pub(crate) async fn all(
    url: &str,
    tally: &Arc<Tally>,
    settled: usize,
) -> Result<u64, Box<dyn std::error::Error>> {
    let client = Client::builder()
        .token("soak")
        .base_url(url)
        .attempt_timeout(Duration::from_secs(2))
        .write_spacing(None)
        // More often than chance could make one request fail.
        .retry(Retry::times(10).backoff(Duration::from_millis(1), Duration::from_millis(20)))
        .cache(512 * 1024)
        .build()?;
    let repo = client.repo("acme", "widgets")?;
    let shared = Arc::new(Shared {
        tally: Arc::clone(tally),
        next: AtomicUsize::new(0),
        done: AtomicUsize::new(0),
        examples: AtomicUsize::new(0),
        settled,
        memory: OnceLock::new(),
    });
    let mut tasks = JoinSet::new();
    for _ in 0..TASKS {
        tasks.spawn(Arc::clone(&shared).calls(repo.clone()));
    }
    while let Some(ended) = tasks.join_next().await {
        ended??;
    }
    let memory = shared.memory.get().copied();
    Ok(memory.ok_or("there were too few calls to settle")?)
}

struct Shared {
    tally: Arc<Tally>,
    next: AtomicUsize,
    done: AtomicUsize,
    examples: AtomicUsize,
    /// After so many calls.
    settled: usize,
    /// What was in use once that was so.
    memory: OnceLock<u64>,
}

impl Shared {
    async fn calls(self: Arc<Self>, repo: Repo) -> Result<(), std::io::Error> {
        loop {
            let call = self.next.fetch_add(1, Relaxed);
            if call >= self.tally.calls() {
                return Ok(());
            }
            let end = self.call(&repo, call).await;
            self.tally.ended(call, end);
            if self.done.fetch_add(1, Relaxed) + 1 == self.settled {
                let memory = memory::in_use()?;
                self.memory.get_or_init(|| memory);
            }
        }
    }

    async fn call(&self, repo: &Repo, call: usize) -> End {
        let number = tally::number(call);
        let alert = repo.alert(number);
        let result = if is_write(call) {
            alert.resolve(Resolution::Revoked).comment("soak").send().await
        } else {
            alert.get().send().await
        };
        match result {
            Ok(alert) if alert.number == number => End::Answered,
            Ok(_) => End::Mixed,
            Err(error) if error.outcome_unknown() => End::InDoubt,
            Err(error) => {
                self.print(call, &error);
                End::Failed
            }
        }
    }

    fn print(&self, call: usize, error: &Error) {
        if self.examples.fetch_add(1, Relaxed) < EXAMPLES {
            println!("call {call} failed: {error}");
        }
    }
}
