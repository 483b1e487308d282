//! The log of one test.

use std::cell::RefCell;
use std::io::{self, Write};
use std::sync::Once;

use tracing_subscriber::fmt::format::FmtSpan;

thread_local! {
    /// The log of this thread while a test collects it.
    static LOG: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

struct Log;

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.with_borrow_mut(|log| log.as_mut().map(|log| log.extend_from_slice(bytes)));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns all that `act` logs on this thread.
///
/// The subscriber is global: with one for each thread, a span that another thread enters first may stay
/// disabled here.
pub(crate) async fn logged(act: impl Future<Output = ()>) -> String {
    static SUBSCRIBER: Once = Once::new();
    SUBSCRIBER.call_once(|| {
        tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_span_events(FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(|| Log)
            .init();
    });
    LOG.set(Some(Vec::new()));
    act.await;
    String::from_utf8(LOG.take().unwrap()).unwrap()
}
