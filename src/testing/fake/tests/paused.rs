//! With time that stands still.

use super::*;

#[tokio::test(start_paused = true)]
async fn in_a_runtime_whose_time_is_paused_it_answers_all_the_same() {
    let fake = builder().start().unwrap();
    // As long as it blocks, tokio does not move time on, to the next timeout.
    let (done, wait) = std::sync::mpsc::channel::<()>();
    let blocking = tokio::task::spawn_blocking(move || wait.recv());
    let began = tokio::time::Instant::now();
    fake.fail_next(1, &GET_ALERT, Failure::delay(Duration::from_millis(20)));
    assert!(read(&impatient(&fake, TOKEN)).await.is_ok());
    assert_eq!(began.elapsed(), Duration::ZERO);
    drop(done);
    assert!(blocking.await.is_ok());
}
