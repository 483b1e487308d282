//! Paused time.

use super::*;

#[tokio::test(start_paused = true)]
async fn fake_works_in_a_runtime_with_paused_time() {
    let fake = builder().start().unwrap();
    // While it blocks, tokio does not advance to the next timeout.
    let (done, wait) = std::sync::mpsc::channel::<()>();
    let blocking = tokio::task::spawn_blocking(move || wait.recv());
    let began = tokio::time::Instant::now();
    fake.fail_next(1, &GET_ALERT, Failure::delay(Duration::from_millis(20)));
    assert!(read(&impatient(&fake, TOKEN)).await.is_ok());
    assert_eq!(began.elapsed(), Duration::ZERO);
    drop(done);
    assert!(blocking.await.is_ok());
}
