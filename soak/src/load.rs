//! The calls: many tasks with one client.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use github_secret_scanning::models::Resolution;
use github_secret_scanning::{Client, Error, Repo, Retry};
use tokio::task::JoinSet;

use crate::memory;
use crate::tally::{self, Outcome, Tally, is_write};

/// More than permits, so that calls always wait for one.
const TASKS: usize = 50;

/// The number of unexpected errors that are printed.
const MAX_PRINTED: usize = 5;

/// Makes all calls of `tally`, and returns the memory in use after the first `warm_up` calls, in KiB.
pub(crate) async fn run(
    url: &str,
    tally: &Arc<Tally>,
    warm_up: usize,
) -> Result<u64, Box<dyn std::error::Error>> {
    let client = Client::builder()
        .token("soak")
        .base_url(url)
        .attempt_timeout(Duration::from_secs(2))
        .write_spacing(None)
        // More retries than one request can fail by chance.
        .retry(Retry::times(10).backoff(Duration::from_millis(1), Duration::from_millis(20)))
        .cache(512 * 1024)
        .build()?;
    let repo = client.repo("acme", "widgets")?;
    let shared = Arc::new(Shared {
        tally: Arc::clone(tally),
        next: AtomicUsize::new(0),
        done: AtomicUsize::new(0),
        printed: AtomicUsize::new(0),
        warm_up,
        memory: OnceLock::new(),
    });
    let mut tasks = JoinSet::new();
    for _ in 0..TASKS {
        tasks.spawn(Arc::clone(&shared).run_task(repo.clone()));
    }
    while let Some(result) = tasks.join_next().await {
        result??;
    }
    let memory = shared.memory.get().copied();
    Ok(memory.ok_or("too few calls to warm up")?)
}

struct Shared {
    tally: Arc<Tally>,
    next: AtomicUsize,
    done: AtomicUsize,
    printed: AtomicUsize,
    /// The number of calls after which memory is measured.
    warm_up: usize,
    /// The memory in use after them, in KiB.
    memory: OnceLock<u64>,
}

impl Shared {
    async fn run_task(self: Arc<Self>, repo: Repo) -> Result<(), std::io::Error> {
        loop {
            let call = self.next.fetch_add(1, Relaxed);
            if call >= self.tally.calls() {
                return Ok(());
            }
            let outcome = self.call(&repo, call).await;
            self.tally.set_outcome(call, outcome);
            if self.done.fetch_add(1, Relaxed) + 1 == self.warm_up {
                let memory = memory::in_use()?;
                self.memory.get_or_init(|| memory);
            }
        }
    }

    async fn call(&self, repo: &Repo, call: usize) -> Outcome {
        let number = tally::number(call);
        let alert = repo.alert(number);
        let result = if is_write(call) {
            alert.resolve(Resolution::Revoked).comment("soak").send().await
        } else {
            alert.get().send().await
        };
        match result {
            Ok(alert) if alert.number == number => Outcome::Succeeded,
            Ok(_) => Outcome::WrongResponse,
            Err(error) if error.outcome_unknown() => Outcome::Unknown,
            Err(error) => {
                self.print(call, &error);
                Outcome::Failed
            }
        }
    }

    fn print(&self, call: usize, error: &Error) {
        if self.printed.fetch_add(1, Relaxed) < MAX_PRINTED {
            println!("call {call} failed: {error}");
        }
    }
}
