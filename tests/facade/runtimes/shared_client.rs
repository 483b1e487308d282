//! A client in a `static`, which several tests with a runtime each share.

use std::sync::LazyLock;
use std::time::Duration;

use github_secret_scanning::models::{Alert, AlertState, Resolution};
use github_secret_scanning::{Client, Retry};
use github_secret_scanning_fake::FakeGitHub;

static FAKE: LazyLock<FakeGitHub> = LazyLock::new(|| {
    let alerts = (1..=7).fold(FakeGitHub::builder(), |fake, n| fake.alert("acme/widgets", Alert::new(n)));
    alerts.start().unwrap()
});

static GITHUB: LazyLock<Client> = LazyLock::new(|| {
    let builder = FAKE.client_builder().retry(Retry::never()).write_spacing(None);
    builder.attempt_timeout(Duration::from_secs(5)).build().unwrap()
});

async fn resolve(number: u64) {
    let repo = GITHUB.repo("acme", "widgets").unwrap();
    for _ in 0..5 {
        assert_eq!(repo.alert(number).get().await.unwrap().state, Some(AlertState::Open));
    }
    repo.alert(number).resolve(Resolution::Revoked).await.unwrap();
    assert_eq!(repo.alert(number).get().await.unwrap().state, Some(AlertState::Resolved));
}

macro_rules! tests {
    ($($name:ident: $number:literal),*) => {$(
        #[tokio::test]
        async fn $name() {
            resolve($number).await;
        }
    )*};
}

tests! {
    first_test_of_a_shared_client_reads_and_writes: 1,
    second_test_of_a_shared_client_reads_and_writes: 2,
    third_test_of_a_shared_client_reads_and_writes: 3,
    fourth_test_of_a_shared_client_reads_and_writes: 4,
    fifth_test_of_a_shared_client_reads_and_writes: 5,
    sixth_test_of_a_shared_client_reads_and_writes: 6
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn test_with_several_threads_reads_and_writes_with_a_shared_client() {
    resolve(7).await;
}
