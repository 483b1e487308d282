//! Being told to stop.

use std::io;
use std::pin::Pin;

/// Resolves when it is time to stop.
pub(crate) type Stop = Pin<Box<dyn Future<Output = ()>>>;

/// At Ctrl-C, or where there is such a thing at SIGTERM. From now on these do not end the program by themselves.
#[cfg(unix)]
pub(crate) fn stop() -> io::Result<Stop> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(Box::pin(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    }))
}

#[cfg(not(unix))]
pub(crate) fn stop() -> io::Result<Stop> {
    Ok(Box::pin(async {
        let _ = tokio::signal::ctrl_c().await;
    }))
}
