//! Shutdown by signals.

use std::io;
use std::pin::Pin;

/// Resolves at a signal to stop.
pub(crate) type Shutdown = Pin<Box<dyn Future<Output = ()>>>;

/// Resolves at Ctrl-C, and on Unix at SIGTERM, which from now on do not end the process by themselves.
#[cfg(unix)]
pub(crate) fn signals() -> io::Result<Shutdown> {
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
pub(crate) fn signals() -> io::Result<Shutdown> {
    Ok(Box::pin(async {
        let _ = tokio::signal::ctrl_c().await;
    }))
}
