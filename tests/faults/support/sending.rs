//! Sends a reply in the way in which it is to go wrong.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::line::Line;
use super::reply::{Manner, Reply};

/// Where an endless answer ends all the same.
const ENDLESS: usize = 256 * 1024 * 1024;

impl Reply {
    /// Sends it as it says; the connection if it can go on. Counts the bytes of endless bodies.
    pub(super) async fn send(
        &self,
        mut line: Line,
        date: &str,
        endless: &AtomicUsize,
    ) -> io::Result<Option<Line>> {
        let mut answer = self.head(date).into_bytes();
        answer.extend_from_slice(&self.body);
        let upto = |count: usize| &answer[..count.min(answer.len())];
        match self.manner {
            Manner::Whole => line.write(&answer).await?,
            Manner::ResetAfter(count) => {
                line.write(upto(count)).await?;
                if count > 0 {
                    // A reset throws away what the client has not read.
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                line.reset();
                return Ok(None);
            }
            Manner::CloseAfter(count) => {
                line.write(upto(count)).await?;
                line.close().await;
                return Ok(None);
            }
            Manner::Drip(from, pause) => {
                line.write(upto(from)).await?;
                for byte in &answer[from..] {
                    tokio::time::sleep(pause).await;
                    line.write(&[*byte]).await?;
                }
            }
            Manner::Endless => {
                line.write(&answer).await?;
                for _ in 0..ENDLESS / self.body.len() {
                    line.write(&self.body).await?;
                    endless.fetch_add(self.body.len(), Ordering::SeqCst);
                }
                return Ok(None);
            }
        }
        Ok(Some(line))
    }
}
