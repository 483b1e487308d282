//! What an error says of an answer that is no success, and of no answer at all.

mod connection;
mod explanation;
mod permissions;
mod status;
mod types;
mod waits;

use github_secret_scanning::models::Alert;
use github_secret_scanning::{AlertScope, Error};

use crate::support::{Answer, Server, repo};

/// A server whose every answer is one that the caller gets as an error.
struct Failing {
    server: Server,
    alert: AlertScope,
}

impl Failing {
    async fn start() -> Self {
        let server = Server::script([]).await;
        let alert = repo(&server).alert(42);
        Self { server, alert }
    }

    /// The error of reading an alert that is answered so.
    async fn on_read(&self, answer: Answer) -> Error {
        self.on(answer, self.alert.get().send()).await
    }

    /// The error of changing an alert when that is answered so.
    async fn on_write(&self, answer: Answer) -> Error {
        self.on(answer, self.alert.reopen().send()).await
    }

    async fn on(&self, answer: Answer, call: impl Future<Output = Result<Alert, Error>>) -> Error {
        let before = self.server.received().len();
        self.server.say(answer);
        let error = call.await.unwrap_err();
        assert_eq!(self.server.received().len(), before + 1, "nothing is sent again by itself");
        error
    }
}

async fn on_read(answer: Answer) -> Error {
    Failing::start().await.on_read(answer).await
}

async fn on_write(answer: Answer) -> Error {
    Failing::start().await.on_write(answer).await
}

fn assert_one_line(error: &Error) {
    let line = error.to_string();
    assert!(!line.is_empty() && !line.contains(['\n', '\r']), "{line:?}");
}
