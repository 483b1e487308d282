//! A thousand tasks on one client.

use std::time::Duration;

use futures_util::future::join_all;
use github_secret_scanning::Client;
use github_secret_scanning::models::Resolution;

use crate::support::{Reply, Request, World, cases, planted};

cases![
    a_thousand_tasks_with_ten_places_all_get_their_answer_once,
    a_thousand_tasks_that_meet_a_limit_all_wait_and_lose_nothing,
    a_thousand_tasks_on_many_threads_never_exceed_their_places,
];

const TASKS: u64 = 1_000;

/// The alert that was asked for.
fn number(request: &Request) -> u64 {
    request.target.rsplit('/').next().and_then(|number| number.parse().ok()).unwrap_or_default()
}

fn alert(request: &Request) -> Reply {
    Reply::ok(&planted::alert(number(request)))
}

/// Reads every alert in a task of its own; each gets its own and no other's.
async fn read_all(client: &Client) {
    let repo = client.repo("acme", "widgets").unwrap();
    let tasks: Vec<_> = (1..=TASKS).map(|n| tokio::spawn(repo.alert(n).get().send())).collect();
    for (expected, task) in (1..).zip(join_all(tasks).await) {
        assert_eq!(task.unwrap().unwrap().number, expected);
    }
}

/// How often each alert was asked for.
fn asked(requests: &[Request]) -> Vec<usize> {
    let mut asked = vec![0; usize::try_from(TASKS).unwrap()];
    for request in requests {
        asked[usize::try_from(number(request) - 1).unwrap()] += 1;
    }
    asked
}

async fn a_thousand_tasks_with_ten_places_all_get_their_answer_once(world: World) {
    let server = world.answering(|request| alert(request).after(Duration::from_millis(1)));
    read_all(world.repo(&server).client()).await;
    assert!(asked(&server.requests()).iter().all(|count| *count == 1));
    assert_eq!((server.count(), server.most_at_once()), (1_000, 10));
    // A few more than places: one is made while another comes back.
    assert!(server.connections() <= 50, "{}", server.connections());
    assert_eq!(world.clock.waiting(), 0);
}

async fn a_thousand_tasks_that_meet_a_limit_all_wait_and_lose_nothing(world: World) {
    let clock = world.clock.clone();
    // From the five hundredth on, for half a minute, everything is refused.
    let server = world.answering(move |request| match clock.elapsed().as_secs() {
        0..30 if request.nth >= 500 => Reply::status(429).header("retry-after", 30),
        _ => alert(request),
    });
    read_all(world.repo(&server).client()).await;
    let requests = server.requests();
    let refused = requests.len() - 1_000;
    // Those that were on their way together, and not one more.
    assert!((1..=10).contains(&refused), "{refused}");
    assert!(requests.iter().all(|request| matches!(request.at.as_secs(), 0 | 30)));
    assert!(asked(&requests).iter().all(|count| (1..=2).contains(count)));
    assert!(server.most_at_once() <= 10);
}

async fn a_thousand_tasks_on_many_threads_never_exceed_their_places(world: World) {
    world.on_many_threads(|world| async move {
        let server = world.answering(alert);
        // The system's clock: nothing here has to wait.
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
        assert!(asked(&reads).iter().all(|count| *count == 1));
        assert_eq!((reads.len(), writes.len()), (1_000, 20));
        assert!(server.most_at_once() <= 10, "{}", server.most_at_once());
    });
}
