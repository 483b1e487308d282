//! A thousand tasks with one client.

use std::time::Duration;

use futures_util::future::join_all;
use github_secret_scanning::Client;
use github_secret_scanning::models::Resolution;

use crate::support::{Context, Reply, Request, cases, planted};

cases![
    thousand_tasks_share_ten_permits_and_each_request_is_sent_once,
    thousand_tasks_wait_for_a_rate_limit_and_all_succeed,
    thousand_tasks_on_four_threads_do_not_exceed_the_permits,
];

const TASKS: u64 = 1_000;

/// Returns the number of the requested alert.
fn number(request: &Request) -> u64 {
    request.target.rsplit('/').next().and_then(|number| number.parse().ok()).unwrap_or_default()
}

fn alert(request: &Request) -> Reply {
    Reply::ok(&planted::alert(number(request)))
}

/// Reads each alert in a task, and asserts that every task received its own.
async fn read_all(client: &Client) {
    let repo = client.repo("acme", "widgets").unwrap();
    let tasks: Vec<_> = (1..=TASKS).map(|n| tokio::spawn(repo.alert(n).get().send())).collect();
    for (expected, task) in (1..).zip(join_all(tasks).await) {
        assert_eq!(task.unwrap().unwrap().number, expected);
    }
}

/// Returns the number of requests for each alert.
fn request_counts(requests: &[Request]) -> Vec<usize> {
    let mut counts = vec![0; usize::try_from(TASKS).unwrap()];
    for request in requests {
        counts[usize::try_from(number(request) - 1).unwrap()] += 1;
    }
    counts
}

async fn thousand_tasks_share_ten_permits_and_each_request_is_sent_once(context: Context) {
    let server = context.server(|request| alert(request).after(Duration::from_millis(1)));
    read_all(context.repo(&server).client()).await;
    assert!(request_counts(&server.requests()).iter().all(|count| *count == 1));
    assert_eq!((server.count(), server.most_at_once()), (1_000, 10));
    // Some more than permits: a new connection can be established before another one is idle again.
    assert!(server.connections() <= 50, "{}", server.connections());
    assert_eq!(context.clock.sleeping(), 0);
}

async fn thousand_tasks_wait_for_a_rate_limit_and_all_succeed(context: Context) {
    let clock = context.clock.clone();
    // From the 501st request on, all are refused for 30 seconds.
    let server = context.server(move |request| match clock.elapsed().as_secs() {
        0..30 if request.nth >= 500 => Reply::status(429).header("retry-after", 30),
        _ => alert(request),
    });
    read_all(context.repo(&server).client()).await;
    let requests = server.requests();
    let refused = requests.len() - 1_000;
    // Only those that were in flight.
    assert!((1..=10).contains(&refused), "{refused}");
    assert!(requests.iter().all(|request| matches!(request.at.as_secs(), 0 | 30)));
    assert!(request_counts(&requests).iter().all(|count| (1..=2).contains(count)));
    assert!(server.most_at_once() <= 10);
}

async fn thousand_tasks_on_four_threads_do_not_exceed_the_permits(context: Context) {
    context.on_many_threads(|context| async move {
        let server = context.server(alert);
        // With the system clock, because nothing waits here.
        let client = Client::builder()
            .token(planted::TOKEN)
            .base_url(server.url())
            .write_spacing(Some(Duration::from_millis(1)))
            .build()
            .unwrap();
        let repo = client.repo("acme", "widgets").unwrap();
        let writes = (1..=20).map(|n| {
            let write = repo.alert(n).resolve(Resolution::Revoked).comment(planted::REMARK);
            tokio::spawn(write.send())
        });
        let writes: Vec<_> = writes.collect();
        read_all(&client).await;
        assert!(join_all(writes).await.into_iter().all(|write| write.unwrap().is_ok()));
        let (writes, reads): (Vec<_>, Vec<_>) =
            server.requests().into_iter().partition(|request| request.method == "PATCH");
        assert!(request_counts(&reads).iter().all(|count| *count == 1));
        assert_eq!((reads.len(), writes.len()), (1_000, 20));
        assert!(server.most_at_once() <= 10, "{}", server.most_at_once());
    });
}
